// A made-up plan of made-up words: what the rows say, before anybody draws them.
const verbs = ['Open', 'Agree', 'Publish', 'Mend', 'Survey', 'Train', 'Plant', 'Widen', 'Review', 'Buy', 'Restore', 'Launch', 'Map', 'Insulate', 'Trial', 'Consult on', 'Appoint', 'Complete']
const things = ['the tarling bridge', 'a rota for wardens', 'forty lanterns', 'the orsley depot', 'new stiles and gates', 'a fund for village halls', 'a register of wells', 'the ferry landing', 'two play barns', 'a guide to allotments', 'the brackwater baths', 'evening classes', 'sluices at Penmarrow', 'a charter for carers', 'the lower quay', 'shared workshops']
const where = ['in Hatherby', 'with the parishes', 'for older residents', 'across the three valleys', 'at Venn market', 'near the old tannery', 'with partner trusts', 'in every library', 'along the towpath', 'for school leavers']
const tails = ['by March 2032', 'before winter', 'within budget', 'and report to members', 'by the end of June', 'and tell those affected', 'as agreed in May', 'with 240 households', 'at 12 sites']
const news = ['Work began in May and goes well.', 'Tender closed; 4 bids came in.', 'Delayed by the flood in the lower valley.', 'All done.', 'Members were briefed on 12 July.', 'Waiting for a permit.', 'Two of five sites are ready and the third opens next month.', 'Staff moved to other work; a new lead starts in October.', 'On the agenda for Q3.', 'Costs rose by 6%.']
const themes = ['Homes', 'Streets', 'Learning', 'Nature', 'Health', 'Enterprise']
export const statuses = { Blue: '#4472c4', Green: '#70ad47', Amber: '#ffc000', Red: '#ff0000', Grey: '#a6a6a6' }

/** Sections of rows: theme, objective, deliverable, milestone, status, remark and a lead. No two milestones are the same. */
export const planOf = (chance, { wordy, blankRemarks, sections }) => {
  const said = new Set()
  const phrase = (longest) => {
    for (;;) {
      const words = [chance.one(verbs), chance.one(things), ...Array.from({ length: chance.whole(0, longest) }, (_, i) => chance.one(i === 0 ? where : tails))].join(' ')
      if (!said.has(words)) { said.add(words); return words }
    }
  }
  const remark = () => (chance.happens(blankRemarks) ? '' : Array.from({ length: chance.whole(1, wordy) }, () => chance.one(news)).join(' '))
  return Array.from({ length: sections }, (_, s) => ({
    theme: themes[s],
    rows: Array.from({ length: chance.whole(1, 3) }, () => phrase(2)).flatMap((objective) => Array.from({ length: chance.whole(1, 3) }, () => phrase(wordy)).flatMap((deliverable) => Array.from({ length: chance.whole(1, 4) }, () =>
      ({ theme: themes[s], objective, deliverable, milestone: phrase(wordy), status: chance.one(Object.keys(statuses)), remark: remark(), lead: chance.one(['AB', 'Head of Parks', 'Housing', 'CDE', 'Finance']) })))),
  }))
}
