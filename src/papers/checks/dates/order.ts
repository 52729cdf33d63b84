import { addDays, daysBetween, printDay, type Day } from '../../../kit/day.ts'
import type { PaperTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { piecesOf, type Line, type Piece } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { datedLines, datesOn, saidDates, type SaidDate } from './said.ts'

type Dated = { readonly day: Day; readonly text: string; readonly at: Piece['at'] }
/** The one that stands out of order: without it all the others run forwards. Null where none or several would do that. */
const misplaced = <T extends { readonly day: Day }>(items: readonly T[]): T | null => {
  const back = (own: readonly T[]): number => own.findIndex((x, i) => i > 0 && own[i - 1]!.day > x.day)
  const first = items.length < 4 ? -1 : back(items)
  if (first < 0) return null
  // Only one of the two that first run backwards can be it.
  const able = items.slice(first - 1, first + 1).filter((x) => back(items.filter((y) => y !== x)) < 0)
  // Two neighbours that are swapped could each be the wrong one: the later in the row is told.
  return able.length === 1 || (able.length === 2 && Math.abs(items.indexOf(able[0]!) - items.indexOf(able[1]!)) === 1) ? nearestSlip(items, able) : null
}
/** Of two that could be meant, the one further from its neighbours. */
const nearestSlip = <T extends { readonly day: Day }>(items: readonly T[], able: readonly T[]): T => {
  const away = (x: T): number => { const i = items.indexOf(x); return [items[i - 1], items[i + 1]].reduce((n, y) => n + (y ? Math.abs(daysBetween(y.day, x.day)) : 0), 0) }
  return able.reduce((a, b) => (away(b) > away(a) ? b : a))
}
const tell = (x: Dated, items: readonly Dated[]): Fault => {
  const i = items.indexOf(x), before = items[i - 1]
  return { at: x.at, found: x.text, message: `"${brief(x.text, 60)}" (${printDay(x.day)}) stands ${before ? `after ${printDay(before.day)}` : `before ${printDay(items[1]!.day)}`}, while the others run forwards. Correct the date, or put it in its place.` }
}

const mayOpen = /^\W{0,2}(?:\d|Mon|Tue|Wed|Thu|Fri|Sat|Sun)/
const opensWithDay = (d: SaidDate | undefined): boolean => d !== undefined && d.index < 3 && d.day !== null
/** Lines one under the other that each begin with a day. */
const lists = (lines: readonly Line[]): Dated[][] => {
  const runs: Dated[][] = [[]]
  for (const line of lines) {
    const said = line.style !== 'row' && mayOpen.test(line.text) ? datesOn(line) : []
    if (opensWithDay(said[0]) && line.text.length > said[0]!.text.length + 3) runs.at(-1)!.push({ day: said[0]!.day!, text: line.text, at: line })
    else if (runs.at(-1)!.length > 0) runs.push([])
  }
  return runs
}
/** "9 June 2026; 7 July 2026; 8 September 2026": the days of one cell. */
const inCell = (piece: Piece): Dated[] => {
  if (piece.text.split(';').length < 4) return []
  const parts = piece.text.split(/;\s*/).map((part) => ({ part: part.trim(), said: saidDates(part) }))
  return parts.every((p) => p.said.length === 1 && p.said[0]!.day !== null && p.part.length < 40) ? parts.map((p) => ({ day: p.said[0]!.day!, text: p.part, at: piece.at })) : []
}

const steps = /^(?:steps?|stages?|milestones?|activit(?:y|ies)|events?|tasks?|phases?|procurement (?:stage|step|activity)|key (?:dates?|milestones?|stages?)|what)$/i
const when = /^(?:dates?|when|by|by when|due|target date|deadline|planned date|completion date|timescale|planned|actual(?: date)?|actual or (?:expected|forecast|planned)|expected(?: date)?|forecast(?: date)?|achieved|programme|baseline(?: date)?|latest(?: date)?|current(?: date)?|revised(?: date)?|original(?: date)?|start(?: date)?)$/i
const head = (t: PaperTable): readonly string[] => t.rows[0]!.map((c) => c.text.trim())
const tables = (paper: CheckedPaper): PaperTable[] => paper.content.blocks.filter((b): b is PaperTable => b.kind === 'table' && b.rows.length > 3)
const columnDays = (t: PaperTable, column: number): Dated[] => t.rows.slice(1).flatMap((row): Dated[] => {
  const cell = row[column]
  const said = cell && cell.text.length < 45 ? saidDates(cell.text) : []
  return said.length === 1 && said[0]!.day ? [{ day: said[0]!.day, text: cell!.text, at: cell!.source }] : []
})
const timetables = (paper: CheckedPaper): Dated[][] => tables(paper).flatMap((t) => {
  const names = head(t)
  const columns = steps.test(names[0]!) ? names.flatMap((n, i) => (i > 0 && when.test(n) ? [i] : [])) : []
  return columns.map((column) => columnDays(t, column)).filter((days) => days.length >= t.rows.length - 2)
})

const list = (...days: readonly string[]): string => `Timetable\n\n${days.map((d, i) => `- ${d}: step ${i + 1} is done`).join('\n')}\n`
export const outOfOrder: Check = defineCheck({
  code: 'dates.out-of-order', title: 'Steps whose dates are out of order', level: 'warning',
  about: 'A list or table of steps, or a row of meeting days, runs forwards in time but for one date. That date has the wrong day, month or year, or stands in the wrong place.',
  right: [list('5 May 2026', '12 June 2026', '10 July 2026', '24 July 2026'), list('5 May 2026', '12 March 2025', '10 July 2026', '24 January 2024'), 'Body\tDates\nExecutive\t9 June 2026; 7 July 2026; 8 September 2026; 12 January 2027\n'],
  wrong: [list('5 May 2026', '12 June 2026', '10 June 2026', '24 July 2026'), 'Body\tDates\nExecutive\t9 June 2026; 7 July 2026; 8 September 2026; 12 January 2026; 9 February 2027\n', 'Step\tDate\nNotice\t23 July 2025\nLetters\t8 August 2025\nReplies\t5 September 2025\nEnd\t31 March 2025\nReport\t17 June 2026\n'],
  find: (paper) => {
    const { lines } = packOf(paper)
    const cells = datedLines(lines).flatMap((line) => (datesOn(line).length > 3 && line.text.includes(';') ? piecesOf(line).map(inCell) : []))
    return [...lists(lines), ...cells, ...timetables(paper)].flatMap((items): Fault[] => { const x = misplaced(items); return x ? [tell(x, items)] : [] })
  },
})

const due = /^(?:by|by when|due(?: date| by)?|complete by|to be (?:met|done|completed) by|target(?: date)?|deadline|when|new date|revised date|end date|completion(?: date)?)$/i
const far = 150
const plan = (...days: readonly string[]): string => `Roads Committee, Thursday 10 July 2025\n\nAction\tOwner\tBy\n${days.map((d, i) => `Mend road ${i + 1}\tHead of Roads\t${d}`).join('\n')}\n`
export const yearSlip: Check = defineCheck({
  code: 'dates.year-slip', title: 'One date of a column in a year gone by', level: 'warning',
  about: 'The actions of a table are all due after the meeting, but for one that was due long before it, and the same day of another year would fit. The year was most likely not changed. Correct it.',
  right: [plan('30 September 2025', '31 October 2025', '31 August 2025', '14 January 2026'), plan('30 September 2024', '31 October 2025', '31 August 2024', '14 January 2026')],
  wrong: [plan('30 September 2025', '31 October 2025', '31 August 2024', '14 January 2026')],
  find: (paper) => {
    const { meeting } = packOf(paper)
    return meeting === null ? [] : tables(paper).flatMap((t) => {
      const column = head(t).findIndex((n, i) => i > 0 && due.test(n))
      const days = column > 0 ? columnDays(t, column) : []
      const late = days.filter((d) => d.day < addDays(meeting, -far))
      const [only] = late
      const others = days.filter((d) => d !== only)
      return late.length !== 1 || others.length < 3 || others.some((d) => d.day < addDays(meeting, -31)) ? [] : [{ at: only!.at, found: only!.text, message: `"${only!.text}" lies ${daysBetween(only!.day, meeting)} days before ${printDay(meeting)}, while the other ${others.length} dates of its column are to come. Check the year.` }]
    })
  },
})
