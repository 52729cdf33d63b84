import { monthName, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { datedLines, datesOn, saidDates, type SaidDate } from '../dates/said.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'

const code = /^([A-Z]{1,3})(\d{1,2})\b(?:\s?\([ivx]+\))?[\s.:]+\S/
type Coded = { readonly letters: string; readonly number: number; readonly line: Line }
const codesIn = (lines: readonly Line[]): Coded[] => lines.flatMap((line) => {
  const m = line.style === 'row' ? code.exec(line.cells[0] ?? '') : null
  return m ? [{ letters: m[1]!, number: Number(m[2]), line }] : []
})
export const codeGap: Check = defineCheck({
  code: 'wording.reference-gap', title: 'Gaps in the references of a table', level: 'warning',
  about: 'The rows of a table are numbered S1, S2, S3; a missing number is a row lost or struck out. Put it back, or say that it was struck out.',
  right: ['Saving\tAmount\nS1 Sell the old van\t5\nS2 Share the hall\t6\nS3 Mend the roof\t7\nS4 Paint the door\t8'],
  wrong: ['Saving\tAmount\nS1 Sell the old van\t5\nS3 Mend the roof\t7\nS4 Paint the door\t8\nS5 Sweep the yard\t9'],
  find: (paper) => packOf(paper).parts.flatMap((part) => {
    const codes = codesIn(part.lines)
    return codes.slice(1).flatMap((c, i): Fault[] => {
      const before = codes[i]!
      const run = codes.filter((x) => x.letters === c.letters).length
      const lost = c.number - before.number - 1
      if (c.letters !== before.letters || lost < 1 || lost > 4 || run < 4 || codes.some((x) => x.letters === c.letters && x.number > before.number && x.number < c.number && Math.abs(codes.indexOf(x) - i) < 4)) return []
      return [{ at: c.line, found: `${c.letters}${c.number}`, expected: `${c.letters}${before.number + 1}`, message: `${c.letters}${before.number} is followed by ${c.letters}${c.number}: ${lost === 1 ? `${c.letters}${before.number + 1} is` : `${lost} references are`} missing. Put the row back, or say that it was struck out.` }]
    })
  }),
})

const numbered = /^\d{1,3}\.(?!\d)\s*\S/
const unnumberedByCustom = /^(purpose|recommendation|appendices|background papers|report reviewers)/i
export const unnumbered: Check = defineCheck({
  code: 'wording.unnumbered', title: 'Sections without paragraph numbers', level: 'note',
  about: 'The paragraphs of the report are numbered through, but those of one section are not, so nobody can refer to them. Number them.',
  right: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\nTo agree.\n\nAlternative options\n\n1. There are none that would do.\n\nKey considerations\n\n2. The roads are old.\n\nConsultees\n\n3. The parishes were asked.\n\nLegal implications\n\n4. The duty is clear.\n', 'Title of report:\tA\nMeeting:\tB\nPurpose\n\nTo agree.\n\nAlternative options\n\n1. There are none that would do.\n\nKey considerations\n\n2. The roads are old.\n\nConsultees\n\nThe parishes were asked.\n\nLegal implications\n\n3. The duty is clear.\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\nTo agree.\n\nAlternative options\n\nThere are none that would do.\n\nKey considerations\n\n1. The roads are old.\n\nConsultees\n\n2. The parishes were asked.\n\nLegal implications\n\n3. The duty is clear.\n'],
  find: (paper) => packOf(paper).reports.flatMap((report) => {
    const own = report.sections.filter((s) => !unnumberedByCustom.test(s.entry.name) && s.lines.some((l) => l.style !== 'row' && l.text.split(' ').length > 3))
    const has = own.filter((s) => s.lines.some((l) => numbered.test(l.text)))
    return has.length < 3 || has.length * 3 < own.length * 2 ? [] : own.filter((s) => !has.includes(s)).flatMap((s): Fault[] => {
      const [first, second] = s.lines.filter((l) => l.text.split(' ').length > 3)
      // Whom one asked is often told in one paragraph, and nobody has to count it.
      if (!first || (!second && /^consult/i.test(s.entry.name))) return []
      return [{ at: first, found: brief(first.text, 60), message: `The paragraphs of "${s.heading.text}" have no numbers, those of the other sections have. Number them.` }]
    })
  }),
})

/** Where the next whole word begins. */
const wordStart = (text: string, from: number): number => (from <= 0 ? 0 : text.indexOf(' ', from) + 1)
const ahead = /(?<!\bas )\b(due|will|planned|scheduled|expected|to be|going to)\b[^.;]{0,60}$|\bby (the )?(end of |end )?$/i
const promises = /\b(?:due|will|planned|scheduled|expected|to be|going to|by)\b/i
const behind = /\b(was|were|has|have|had|since|approved|agreed|from|in place from|commenced|started|following|after)\b[^.;]{0,25}$/i
/** "All homes handed over by 24 October", "By 31 May 2025, 1,203 had been closed": what was done by a day, not what is to come. */
const doneBy = (text: string, d: SaidDate): boolean => {
  const clause = text.slice(Math.max(0, d.index - 80), d.index).split(/[.;]\s/).at(-1)!
  if (!/\bby (?:the )?(?:end of |end )?$/i.test(clause) || /\b(?:will|to be|is|are|be|due|expected|planned|scheduled|must|should|shall|can)\b/i.test(clause)) return false
  return /\b(?:[a-z]{2,}ed|open|live|held|met|done|built|let|set up|paid|won|sold|sent|made|given|bought|begun|taken|had)\b/i.test(clause) || /^[,:]?[^.;]{0,60}\b(?:had|was|were|have been|has been)\b/i.test(text.slice(d.index + d.text.length))
}
/** A month that was over at the meeting; without its year only "will remain open until 12 July" is sure. */
const isOver = (d: SaidDate, text: string, meeting: Day): boolean => {
  if (d.month === null || d.month > 12) return false
  const year = d.year ?? (/\bwill\b[^.;]{0,40}\buntil\s*$/i.test(text.slice(Math.max(0, d.index - 60), d.index)) ? Number(meeting.slice(0, 4)) : null)
  if (year === null || year <= 2000 || year >= 2100) return false
  const months = (Number(meeting.slice(0, 4)) - year) * 12 + Number(meeting.slice(5, 7)) - d.month
  return months > 0 && (d.year !== null || months <= 6)
}
export const stale: Check = defineCheck({
  code: 'dates.stale', title: 'Promises whose date had passed', level: 'note',
  about: 'The paper says that something is due or expected by a month that was over when the meeting was held. The author knew the outcome, or could have asked: say it.',
  right: ['Title of report:\tA\nMeeting:\tB\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nThe survey results are due in November 2024.\n', 'Title of report:\tA\nMeeting:\tB\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nAll twenty homes were let by 24 July 2024. By 31 May 2024, 40 had been mended.\n\nHomes handed over by 12 July 2024\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nThe survey results are due in July 2024.\n'],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind !== 'agenda' && p.kind !== 'minutes' && p.meeting !== null).flatMap((part) => datedLines(part.lines).filter((line) => promises.test(line.text)).flatMap((line) => line.cells.flatMap((cell, c) => saidDates(cell)
    .filter((d) => isOver(d, cell, part.meeting!))
    .filter((d) => { const before = cell.slice(Math.max(0, d.index - 80), d.index); return ahead.test(before) && !behind.test(before) && !doneBy(cell, d) && !/\b(was|were) (due|planned|scheduled|expected|to be)\b/i.test(before) })
    .map((d): Fault => ({ at: line.sources[c] ?? line.source, found: d.text, message: `${d.text} lay before the meeting, yet the paper speaks of it as to come: "${brief(cell.slice(wordStart(cell, d.index - 50), d.index + d.text.length), 90)}". Say what happened in ${monthName(d.month!)}.` }))))),
})

export const noYear: Check = defineCheck({
  code: 'dates.no-year', title: 'Meetings without a year', level: 'note',
  about: 'The agenda names an earlier meeting by day and month only. Minutes are kept for years: add the year.',
  right: ['Agenda\n\nDate: Thursday 27 March 2025\n\nTo approve the minutes of the meeting held on 6 March 2025.\n'],
  wrong: ['Agenda\n\nDate: Thursday 27 March 2025\n\nTo approve the minutes of the meeting held on 6 March.\n'],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'agenda').flatMap((part) => part.lines.flatMap((line) => datesOn(line)
    .filter((d) => d.date !== null && d.year === null && /\bmeetings? (held )?on (the )?$/i.test(line.text.slice(0, d.index)))
    .map((d): Fault => ({ at: line, found: d.text, message: `"${d.text}" has no year. Add it.` })))),
})

export const version: Check = defineCheck({
  code: 'completeness.version', title: 'Gaps in a document log', level: 'warning',
  about: 'A log of versions with an entry that has no version or no date. Complete it, so that readers know which text they hold.',
  right: ['Version\tStatus\tDate of update\tDescription\nV1\tdraft\t03/04/2024\tFirst draft\nV2\tfinal\t05/05/2024\tApproved'],
  wrong: ['Version\tStatus\tDate of update\tDescription\n\tdraft\t\tFirst draft\nV2\tfinal\t05/05/2024\tApproved'],
  find: (paper) => paper.content.blocks.flatMap((b) => (b.kind !== 'table' || !/^version\b/i.test(b.rows[0]?.[0]?.text ?? '') ? [] : b.rows.slice(1).flatMap((row): Fault[] => {
    const date = b.rows[0]!.findIndex((c) => /date/i.test(c.text))
    const lacks = [...(row[0]?.text === '' ? ['version'] : []), ...(date > 0 && row[date]?.text === '' ? ['date'] : [])]
    return lacks.length > 0 && row.some((c) => c.text !== '') ? [{ at: row[0]!.source, found: `no ${lacks.join(' and no ')}`, message: `An entry of the document log has no ${lacks.join(' and no ')}. Complete it.` }] : []
  }))),
})
