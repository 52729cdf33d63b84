import { daysBetween, printDay, type Day } from '../../../kit/day.ts'
import type { PaperCell, PaperTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { threshold } from '../settings.ts'
import { publishBy } from './holidays.ts'
import { saidDates } from './said.ts'

type Row = readonly PaperCell[]
/** A day or a month as one number that can be compared; null for a cell that says neither, or more. */
const monthsOf = (cell: PaperCell | undefined): { year: number; month: number; day: Day | null } | null => {
  const said = cell && cell.text.length < 40 ? saidDates(cell.text) : []
  const [only] = said
  return said.length === 1 && only!.year !== null && only!.month !== null && (only!.day !== null || only!.date === null) && !/\b(?:on|from|after|before|until)\b/i.test(cell!.text) ? { year: only!.year, month: only!.month, day: only!.day } : null
}
const isBefore = (a: PaperCell | undefined, b: PaperCell | undefined): boolean => {
  const [x, y] = [monthsOf(a), monthsOf(b)]
  if (!x || !y) return false
  return x.day && y.day ? x.day < y.day : x.year * 12 + x.month < y.year * 12 + y.month
}
const dayIn = (cell: PaperCell | undefined): Day | null => monthsOf(cell)?.day ?? null
const tables = (paper: CheckedPaper): PaperTable[] => paper.content.blocks.filter((b): b is PaperTable => b.kind === 'table' && b.rows.length > 1)
const columnIn = (head: Row, name: RegExp): number => head.findIndex((c) => name.test(c.text.trim()))
const label = (row: Row): string => brief(row.find((c) => c.text !== '')?.text ?? '', 60)

const start = /^(?:from|start(?:s|ed)?(?: date| on)?|begins?|began|opened|opens|opening date|date (?:from|opened|placed)|commence\w*(?: date)?|invested on|date invested)$/i
const end = /^(?:to|until|end(?:s|ed)?(?: date| on)?|closed|closes|closing date|date (?:to|closed|repaid|due)|matur(?:ity|es)(?: date)?|finish(?:es|ed)?(?: date)?|completion(?: date)?|repaid on)$/i
const asked = /^(?:date )?(?:approved|agreed|authorised|ordered|received|raised|reported|requested|instructed|referred|validated|valid|invited|advertised|commissioned|application|tendered|let|offered)\b.{0,24}$/i
const answered = /^(?:date )?(?:completed|complete|decided|determined|closed|answered|resolved|awarded|responded|replied|reply|response|sold|handed over|delivered|finished|opened|paid)(?: on| date)?$/i
const older = /^(?:old|original|first|previous|planned|baseline|initial|agreed)\b.{0,14}\b(?:date|deadline|target|completion|due)$|^(?:old|original|first) date$/i
const newer = /^(?:new|revised|current|forecast|amended|updated|latest)\b.{0,14}\b(?:date|deadline|target|completion|due)$/i

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
export const columnsReversed: Check = defineCheck({
  code: 'dates.columns', title: 'Rows that end before they start', level: 'error',
  about: 'In a table with a start and an end each row must end after it starts; what is completed before it was approved, or a new date that lies before the old one, is a warning, as works may be brought forward. Correct the date.',
  right: [table('Bank\tFrom\tTo', 'Mill Bank\t14/04/2025\t14/10/2025', 'Hill Bank\t02/06/2025\t01/06/2026'), table('No.\tOld date\tNew date', '1.3\tDecember 2025\tFebruary 2026', '2.2\tDecember 2025\tTo be set')],
  wrong: [table('Site\tApproved\tPrice\tCompleted', 'Mill Yard\t18 July 2025\t50\t28 June 2025', 'Hill Yard\t3 June 2025\t60\t22 September 2025'), table('Bank\tFrom\tTo', 'Mill Bank\t14/10/2025\t14/04/2025', 'Hill Bank\t02/06/2025\t01/06/2026'), table('No.\tOld date\tNew date', '1.3\tDecember 2025\tNovember 2025', '2.2\tDecember 2025\tTo be set')],
  find: (paper) => tables(paper).flatMap((t) => {
    const [head, ...rows] = t.rows
    const pairs = [{ from: columnIn(head!, start), to: columnIn(head!, end), level: 'error' as const }, { from: columnIn(head!, asked), to: columnIn(head!, answered), level: 'warning' as const }, { from: columnIn(head!, older), to: columnIn(head!, newer), level: 'warning' as const }].filter((p) => p.from >= 0 && p.to >= 0 && p.from !== p.to)
    return pairs.flatMap(({ from, to, level }) => rows.filter((row) => isBefore(row[to], row[from])).map((row): Fault => ({
      at: row[to]!.source, level, found: row[to]!.text, expected: `after ${row[from]!.text}`,
      message: `"${label(row)}": ${row[to]!.text} (${head![to]!.text}) lies before ${row[from]!.text} (${head![from]!.text}). Correct one of the two.`,
    })))
  }),
})

const length = /^(?:(?:number of |no\.? of )?days|term \(days\)|days (?:invested|held|open))$/i
export const dayCount: Check = defineCheck({
  code: 'dates.day-count', title: 'Numbers of days that do not follow from the dates', level: 'error',
  about: 'In a table with a start, an end and a number of days, counts the days of each row in the way that the other rows are counted. Correct the number or a date.',
  right: [table('Bank\tFrom\tTo\tDays', 'Mill Bank\t14/04/2025\t14/10/2025\t183', 'Hill Bank\t02/06/2025\t01/06/2026\t364', 'Low Bank\t16/09/2025\t16/10/2025\t30')],
  wrong: [table('Bank\tFrom\tTo\tDays', 'Mill Bank\t14/04/2025\t14/10/2025\t193', 'Hill Bank\t02/06/2025\t01/06/2026\t364', 'Low Bank\t16/09/2025\t16/10/2025\t30')],
  find: (paper) => tables(paper).flatMap((t) => {
    const [head, ...rows] = t.rows
    const [from, to, days] = [columnIn(head!, start), columnIn(head!, end), columnIn(head!, length)]
    if (from < 0 || to < 0 || days < 0) return []
    const told = rows.flatMap((row) => {
      const [a, b] = [dayIn(row[from]), dayIn(row[to])], said = Number(row[days]?.text.replace(/,/g, '') || 'x')
      return a && b && Number.isInteger(said) ? [{ row, said, true: daysBetween(a, b), words: `${printDay(a)} to ${printDay(b)}` }] : []
    })
    const extra = [0, 1].find((n) => told.filter((x) => x.said === x.true + n).length * 2 > told.length)
    return told.length < 3 || extra === undefined ? [] : told.filter((x) => x.said !== x.true + extra).map((x): Fault => ({
      at: x.row[days]!.source, found: String(x.said), expected: String(x.true + extra), message: `"${label(x.row)}": ${x.words} is ${x.true + extra} days, not ${x.said}. Correct the number or a date.`,
    }))
  }),
})

const publish = /^(?:publish(?:ed)? by|publication(?: date)?|last day for (?:publishing|publication)|agenda (?:published|publication|despatch)(?: by)?|papers published)$/i
const held = /^(?:date|meeting date|date of meeting|meeting)$/i
export const publishDay: Check = defineCheck({
  code: 'dates.publish-by', title: 'Days for publishing that are not five clear days before', level: 'error',
  about: 'In a table of meetings with the last day for publishing each agenda, counts the clear days (weekends and bank holidays left out) in the way that the other rows keep. Correct the day.',
  right: [table('Meeting\tDate\tPublish by', 'Council\tWednesday 20 May 2026\tTuesday 12 May 2026', 'Council\tWednesday 15 July 2026\tTuesday 7 July 2026', 'Council\tWednesday 23 September 2026\tTuesday 15 September 2026')],
  wrong: [table('Meeting\tDate\tPublish by', 'Council\tWednesday 20 May 2026\tTuesday 12 May 2026', 'Council\tWednesday 15 July 2026\tTuesday 7 July 2026', 'Council\tWednesday 23 September 2026\tFriday 18 September 2026')],
  find: (paper) => tables(paper).flatMap((t) => {
    const [head, ...rows] = t.rows
    const by = columnIn(head!, publish)
    if (by < 0) return []
    const day = head!.findIndex((c, i) => i !== by && held.test(c.text.trim()) && rows.some((row) => dayIn(row[i])))
    const told = rows.flatMap((row) => { const [a, b] = [dayIn(row[day]), dayIn(row[by])]; return a && b ? [{ row, said: b, last: publishBy(a, threshold(paper.settings, 'clearDays')) }] : [] })
    return told.filter((x) => x.said === x.last).length * 2 <= told.length ? [] : told.filter((x) => x.said > x.last).map((x): Fault => ({
      at: x.row[by]!.source, found: x.row[by]!.text, expected: printDay(x.last), message: `"${label(x.row)}" of ${x.row[day]!.text}: ${threshold(paper.settings, 'clearDays')} clear days mean publishing by ${printDay(x.last)}, not ${printDay(x.said)}. Correct the day.`,
    }))
  }),
})
