import { dayOf, type Day } from '../../src/kit/day.ts'
import { parsePeriod, type Period } from '../../src/kit/period.ts'
import type { Change, PlanRow } from '../../src/plans/index.ts'
import type { Status, StatusKind } from '../../src/progress/index.ts'
import type { PaperSource, Snapshot, SnapshotEarlier, SnapshotHistory, SnapshotItem, SnapshotUpdate } from '../../src/reports/types.ts'
import { outline, remarks, stages } from './snapshot-words.ts'

const day = (y: number, m: number, d: number): Day => dayOf(y, m, d)!
const period = (text: string): Period => parsePeriod(text)!
const paper = (line: number): PaperSource => ({ paper: 'wenbridge-q2-update.docx', page: 1 + Math.floor(line / 18), line, cell: null })

const status = (code: string, name: string, letter: string, kind: StatusKind, meaning: string, counts = true): Status =>
  ({ code, name, colour: code, letter, meaning, kind, counts, assumed: false })
export const statuses: readonly Status[] = [
  status('Blue', 'Completed', 'C', 'complete', 'The work is done and someone has checked it.'),
  status('Green', 'On track', 'G', 'on track', 'Expected to be done by its date.'),
  status('Amber', 'At risk', 'A', 'at risk', 'May slip; action is in hand.'),
  status('Red', 'Off track', 'R', 'off track', 'Will miss its date without a decision.'),
  status('Grey', 'Not due', 'N', 'not due', 'Starts in a later quarter.', false),
  status('Purple', 'Paused', 'P', 'paused', 'Stopped for now, by agreement.'),
  status('Black', 'Discontinued', 'D', 'discontinued', 'Will not be done, by a decision of Cabinet.', false),
]

/** Statuses in turn; null is a row without one. Thirty-one, so that no theme is like another. */
const turn = ['Green', 'Green', 'Blue', 'Green', 'Amber', 'Green', 'Grey', 'Green', 'Blue', 'Green', 'Red', 'Green', 'Green', 'Amber', 'Green', null,
  'Blue', 'Green', 'Purple', 'Green', 'Green', 'Amber', 'Green', 'Blue', 'Green', 'Black', 'Green', 'Green', null, 'Grey', 'Green'] as const
const before: Readonly<Record<string, string>> = { Blue: 'Green', Green: 'Green', Amber: 'Green', Red: 'Amber', Purple: 'Green', Black: 'Amber', Grey: 'Grey' }

const updateOf = (n: number): SnapshotUpdate => {
  const code = turn[n % turn.length]!
  const unreadable = n % turn.length === 28
  return { status: code, remark: remarkOf(code, n), forecast: code === 'Amber' ? day(2026, 3, 31) : null, confirm: unreadable ? ['status', 'remark'] : [], source: paper(20 + n) }
}
const remarkOf = (code: string | null, n: number): string => {
  if (code === null) return ''
  const own = remarks[code]!
  return own[n % own.length]!
}

const historyOf = (n: number): SnapshotHistory[] => {
  const now = turn[n % turn.length]!
  const code = now === null ? 'Green' : before[now]!
  const known = statuses.find((s) => s.code === code)!
  return [{ period: period('2025-26-Q1'), status: code, kind: known.kind, statusName: known.name, remark: 'As planned at the end of June.' }]
}

const node = (id: string, parent: string | null, level: number, text: string, extra: Partial<SnapshotItem> = {}): SnapshotItem =>
  ({ id, parent, level, ref: null, text, due: null, fields: {}, update: null, history: [], amendments: [], lineage: [], source: paper(level + 1), ...extra })

const milestone = (n: number, parent: string, text: string): SnapshotItem => node(`m${n + 1}`, parent, 3, text, {
  ref: `M${n + 1}`, due: day(n % 2 === 0 ? 2025 : 2026, n % 2 === 0 ? 12 : 3, 31), fields: { Lead: 'Head of Service' },
  // Every seventeenth milestone is not in the update at all: due later, or forgotten.
  update: n % 17 === 16 ? null : updateOf(n), history: historyOf(n), source: paper(20 + n),
  ...(n % 13 === 4 ? { amendments: [{ on: day(2025, 7, 17), kind: 're-dated', authority: 'Chief Executive with the Leader', reason: 'The contractor starts two months later.', before: 'September 2025', after: 'December 2025' }] } : {}),
  ...(n % 11 === 2 ? { lineage: [{ plan: 'Delivery Plan 2024/25', year: period('2024-25'), kind: 'next phase' as const, text: `Outline of the work: ${text}`, item: `old-m${n + 1}` }] } : {}),
})

/** Themes, objectives and deliverables of the outline, `count` milestones shared among the deliverables in turn. */
const itemsOf = (count: number): SnapshotItem[] => {
  const deliverables = outline.flatMap((t) => t.objectives.flatMap((o) => o.deliverables)).length
  let nth = 0
  let n = 0
  const milestones = (parent: string, subject: string): SnapshotItem[] => {
    const share = Math.floor(count / deliverables) + (nth < count % deliverables ? 1 : 0)
    nth += 1
    return Array.from({ length: share }, (_, i) => { n += 1; return milestone(n - 1, parent, stages[i % stages.length]!(subject, 1 + Math.floor(i / stages.length))) })
  }
  return outline.flatMap((t, ti) => [node(`t${ti + 1}`, null, 0, t.theme), ...t.objectives.flatMap((o, oi) => [
    node(`t${ti + 1}o${oi + 1}`, `t${ti + 1}`, 1, o.text),
    ...o.deliverables.flatMap((d, di) => {
      const id = `t${ti + 1}o${oi + 1}d${di + 1}`
      return [node(id, `t${ti + 1}o${oi + 1}`, 2, d.text), ...milestones(id, d.subject)]
    })])])
}

const row = (milestoneText: string, theme: string, line: number): PlanRow => ({
  path: [{ level: 'Theme', text: theme }, { level: 'Milestone', text: milestoneText }], theme, objective: null, deliverable: null, milestone: milestoneText,
  status: null, remark: null, source: { page: 2, line, cell: null }, repaired: [], review: [],
})
const changes: readonly Change[] = [
  { kind: 'target changed', also: ['reworded'], approved: [row('Bring 60 empty homes back into use by March', 'Homes', 31)], reported: [row('Bring 45 empty homes back into use by March', 'Homes', 32)], easier: 'easier', sure: true,
    words: [{ op: 'same', text: 'Bring ' }, { op: 'gone', text: '60' }, { op: 'new', text: '45' }, { op: 'same', text: ' empty homes back into use by March' }] },
  { kind: 'target changed', also: [], approved: [row('Visit 70% of private rented homes on the register', 'Homes', 40)], reported: [row('Visit 75% of private rented homes on the register', 'Homes', 41)], easier: 'harder', sure: true,
    words: [{ op: 'same', text: 'Visit ' }, { op: 'gone', text: '70%' }, { op: 'new', text: '75%' }, { op: 'same', text: ' of private rented homes on the register' }] },
  { kind: 're-dated', also: [], approved: [row('Open the Mill Lane centre in September', 'People', 12)], reported: [row('Open the Mill Lane centre in December', 'People', 12)], easier: 'easier', sure: true,
    words: [{ op: 'same', text: 'Open the Mill Lane centre in ' }, { op: 'gone', text: 'September' }, { op: 'new', text: 'December' }] },
  { kind: 'dropped', also: [], approved: [row('Publish a heritage trail for the old quay', 'Places', 55)], reported: [], easier: null, sure: true, words: [] },
  { kind: 'reworded', also: [], approved: [row('Draft a tree planting plan', 'Climate', 70)], reported: [row('Complete the tree planting plan with the parishes', 'Climate', 71)], easier: null, sure: false,
    words: [{ op: 'gone', text: 'Draft a' }, { op: 'new', text: 'Complete the' }, { op: 'same', text: ' tree planting plan' }, { op: 'new', text: ' with the parishes' }] },
  { kind: 'added', also: [], approved: [], reported: [row('Agree a flood plan with each riverside parish', 'Climate', 80)], easier: null, sure: true, words: [] },
  { kind: 'not reported', also: [], approved: [row('Review the market fees', 'Places', 60)], reported: [], easier: null, sure: true, words: [] },
]

const lastYear = (kind: StatusKind, letter: string, colour: string, name: string) => ({ period: period('2024-25-Q4'), code: colour, name, letter, colour, kind })
/** Of a plan of 34 milestones: five that go on, four that don't, one that waits for an officer, and the rest in the same words. */
const earlier: SnapshotEarlier = {
  plan: { slug: 'delivery-plan-2024-25', title: 'Delivery Plan 2024/25', year: period('2024-25'), level: 'Milestone' }, items: 34, carried: { 'same words': 24, reworded: 2, 'next phase': 3 },
  notContinued: [
    { text: 'Open a repair shop in the old station', above: ['Places', 'A town centre with a purpose'], last: lastYear('off track', 'R', 'Red', 'Off track') },
    { text: 'Give every school a walking map', above: ['People'], last: lastYear('on track', 'G', 'Green', 'On track') },
    { text: 'Name a champion for carers', above: ['People'], last: null },
    { text: 'Move the archive to the library', above: ['Places'], last: lastYear('complete', 'C', 'Blue', 'Completed') },
  ],
  toConfirm: [{ text: 'Review how the markets are run', now: 'Review the market fees' }], new: ['m1', 'm2'], newToConfirm: ['m4'],
}

const narrative = [
  { theme: null, text: 'This is the second report on the plan. **{{headline.met}} of {{headline.of}}** milestones are complete or on track, which is {{headline.percent}}; {{headline.not-stated}} gave no answer.' },
  { theme: 'People', text: 'The family hubs opened in two towns, and 1,840 households have used them.\n\n- Waiting times for adult social care (ASC) assessments fell from 41 to 29 days.\n- {{people.amber}} rows are amber, all for want of staff.' },
  { theme: 'Homes', text: 'Work on empty homes is slower than planned. *The budget is spent as agreed.*' },
]

/** A made-up council's second quarter: `milestones` of them (60 unless told) over four themes, with every status and every kind of gap. */
export const snapshotFixture = ({ milestones = 60, edition = 1 }: { milestones?: number; edition?: number } = {}): Snapshot => ({
  form: 1, council: { slug: 'wenbridge', name: 'Wenbridge Council', gss: 'E06999999' },
  plan: { slug: 'delivery-plan', title: 'Delivery Plan 2025/26', year: period('2025-26'), levels: ['Theme', 'Objective', 'Deliverable', 'Milestone'] },
  period: period('2025-26-Q2'), edition, publishedOn: day(2025, 11, 14), differs: edition === 1 ? [] : ['The status of one milestone in Homes was corrected from Green to Amber.'],
  vocabulary: { name: 'Key 2025/26', from: day(2025, 4, 1), statuses }, items: itemsOf(milestones), approved: true, changes, earlier,
  header: {
    title: 'Delivery plan: quarter 2 progress', meeting: 'Cabinet', date: day(2025, 11, 27), member: 'Councillor, finance and performance', author: 'Head of Policy and Performance',
    classification: 'Open', decision: 'Non-key', wards: 'All wards', purpose: 'To review progress on the delivery plan in the second quarter and to agree what is done about the rows that are behind.',
    recommendations: ['Cabinet notes the progress in Appendix A;', 'Cabinet agrees the actions proposed for the rows that are at risk or off track.'],
    glossary: { SEND: 'special educational needs and disabilities' },
  },
  narrative, papers: [{ file: 'wenbridge-q2-update.docx', title: 'Quarter 2 update', sha256: 'a'.repeat(64) }, { file: 'wenbridge-delivery-plan-2025-26.docx', title: 'Delivery Plan 2025/26', sha256: 'b'.repeat(64) }],
})
