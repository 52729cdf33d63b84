import { printDay, type Day } from '../../../kit/day.ts'
import { plainWords } from '../../../kit/words.ts'
import type { PaperCell } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { saidDates } from '../dates/said.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { grids, type Grid } from './indicators/grid.ts'
import { anyDone, lateWords, notYet } from './words.ts'

type Row = readonly PaperCell[]
const nameOf = (row: Row): string => brief(row.map((c) => c.text).find((t) => t.length > 8) ?? row[0]!.text, 70)

const kinds: readonly (readonly [RegExp, 'done' | 'going' | 'overdue' | 'unstarted'])[] = [
  [/^(?:complete[d]?|done|closed|achieved|delivered|finished|blue)$/, 'done'],
  [/^(?:green|on (?:track|schedule|target|time|course|plan))$/, 'going'],
  [/^(?:overdue|outstanding)$/, 'overdue'],
  [/^(?:not (?:yet )?(?:started|begun)|to start)$/, 'unstarted'],
]
/** "Green: draft on time", "Done (late); live since May": a status with its remark in one cell. */
const together = /^(\p{L}[\p{L} -]{2,18}?)\s*(?:\([^)]{1,30}\)\s*)?(?:[:;–—]|\s-|,)\s*(?=\S)(.{6,160})$/u
const cannot = /\b(?:no (?:\w+ ){0,2}(?:bids?|bidders?|tenders?|applicants?|applications|suppliers?|takers|offers?|contractors?|funding|buyer)\b|withdr(?:ew|awn|awal)|cancelled|refused|rejected|abandoned|stopped|failed|cannot|can't|impossible|unlikely|not possible|not achievable|will miss|missed|fell through)/i
const toDo = /\b(?:(?:is |are |now |first \w+ |next \w+ )?due\b|will be|to be \w+|still to|yet to|awaited|expected in|planned for)/i
const finished = /^(?:(?:was |were |has been |have been |all |now )*)(?:adopted|approved|published|completed?|launched|opened|issued|signed|delivered|agreed|live|in use|in place|installed|appointed|held|finished|done|sent|submitted)\b(?! (?:in part|partly|by|but|in draft))/i
const begun = /\b(?:started|begun|under ?way|in progress|on site|complete[d]?|published|launched|opened)\b/i
const beforeIt = /\b(?:not|until|once|when|after|before|will|due|to be|can be|should|expected|planned)\b/i
const short = /\b(\d{1,5}) (?:out )?of (?:the )?(\d{1,5})\b/

/** The words of a remark that its status denies. */
const deniedBy = (kind: (typeof kinds)[number][1], remark: string): string | null => {
  if (kind === 'overdue') return finished.exec(remark)?.[0] ?? null
  if (kind === 'unstarted') return beforeIt.test(remark) ? null : begun.exec(remark)?.[0] ?? null
  if (kind === 'going') return lateWords(remark) ?? cannot.exec(remark)?.[0] ?? null
  const said = notYet(remark) ?? lateWords(remark) ?? toDo.exec(remark)?.[0]
  const part = short.exec(remark)
  if (part && Number(part[1]) < Number(part[2]) && !/\b(?:rest|others?|remaining)\b/i.test(remark)) return part[0]
  return said !== undefined && said !== null && !anyDone.test(remark.replace(said, ' ')) ? said : null
}
const faultIn = (row: Row, cell: PaperCell): Fault[] => {
  const m = together.exec(cell.text)
  const kind = m ? kinds.find(([word]) => word.test(plainWords(m[1]!)))?.[1] : undefined
  const said = kind === undefined ? null : deniedBy(kind, m![2]!)
  return said === null ? [] : [{ at: cell.source, found: cell.text, message: `"${nameOf(row)}" is "${m![1]!}", but the words beside it say "${said}". Correct the status or the words.` }]
}

const plan = (...cells: readonly string[]): string => `Action\tLead\tBy\tProgress\n${cells.map((c, i) => `Mend the roads of ward ${i + 1}\tHead of Roads\tMay 2025\t${c}`).join('\n')}\n`
export const cellWords: Check = defineCheck({
  code: 'status.cell-words', title: 'A status that the words in its own cell deny', level: 'warning',
  about: 'A cell gives the status and a remark together ("Complete: first report due in June", "Overdue: adopted in May", "Green: no bid received") and the one denies the other. Correct the status or the words.',
  right: [plan('Complete: adopted on 3 May', 'Green: draft on time', 'Overdue: 11 of 14 are mended'), plan('Done: list live since May', 'Not started: begins when the frost is over', 'On track: five signed, the sixth is due in June')],
  wrong: [plan('Complete: first report due in June', 'Green: draft on time', 'Overdue: 11 of 14 are mended'), plan('Done: list live since May', 'Overdue: adopted on 3 May', 'In progress: five signed'), plan('Blue: live since May', 'Green: no supplier bid; options due in July', 'Amber: one post vacant')],
  find: (paper: CheckedPaper) => grids(paper).flatMap((grid) => grid.heads.flatMap((_, i) => {
    const cells = i === 0 ? [] : grid.rows.filter((row) => row[i]!.text.length < 200 && together.test(row[i]!.text))
    return cells.length * 2 < grid.rows.length || cells.length < 2 ? [] : cells.flatMap((row) => faultIn(row, row[i]!))
  })),
})

const statusHead = /^(?:(?:current )?status|state|rag|progress|position|stage reached|done\??)\b/i
/** The day on which a step was or is to be taken, not the last day for it: what is done before it is due is no fault. */
const stepHead = /^(?:dates?|when|actual\b.*|.*\b(?:actual|achieved|completed on|date (?:done|completed|achieved))\b.*)$/i
const done = /^(?:complete[d]?|done|finished|achieved|held|taken)$/i
const dayIn = (cell: PaperCell | undefined): Day | null => { const said = cell && cell.text.length < 40 ? saidDates(cell.text) : []; return said.length === 1 ? said[0]!.day : null }
const early = (grid: Grid, meeting: Day): Fault[] => {
  const [status, date] = [grid.heads.findIndex((h) => statusHead.test(h.trim())), grid.heads.findLastIndex((h) => stepHead.test(h.trim()))]
  if (status < 1 || date < 1 || status === date) return []
  return grid.rows.flatMap((row): Fault[] => {
    const day = done.test(row[status]!.text.trim()) ? dayIn(row[date]) : null
    return day === null || day <= meeting ? [] : [{ at: row[status]!.source, also: [row[date]!.source], found: `${row[status]!.text}, ${row[date]!.text}`, message: `"${nameOf(row)}" is "${row[status]!.text}" on ${row[date]!.text} (${grid.heads[date]!}), after the meeting of ${printDay(meeting)}. Correct the status or the date.` }]
  })
}
const timetable = (status: string): string => `Roads Committee\n\nThursday 29 January 2026\n\nStage\tPlanned\tActual or expected\tStatus\nTenders returned\t15 October 2025\t17 October 2025\tDone\nDecision\t29 January 2026\t29 January 2026\tTo come\nContract signed\t27 February 2026\t27 February 2026\t${status}\n`
export const doneAhead: Check = defineCheck({
  code: 'status.done-ahead', title: 'Done on a day that is still to come', level: 'warning',
  about: 'A timetable says of a step that it is done, and gives it a day after the meeting. A last day for something is left alone, as it may be done early. Correct the status or the date.',
  right: [timetable('To come')], wrong: [timetable('Done')],
  find: (paper: CheckedPaper) => { const { meeting } = packOf(paper); return meeting === null ? [] : grids(paper).flatMap((grid) => early(grid, meeting)) },
})
