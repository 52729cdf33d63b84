import type { PaperCell } from '../../../types.ts'
import type { Check, CheckedPaper } from '../../check.ts'
import { brief, defineCheck, type Fault } from '../../define.ts'
import { columnsOf, hasMoves, moveOf, numberAt, polarityOf, type Columns } from './columns.ts'
import { grids, type Grid } from './grid.ts'

type Sense = 'figure' | 'good'
type Told = { readonly row: readonly PaperCell[]; readonly from: number; readonly to: number; readonly was: -1 | 0 | 1; readonly said: -1 | 0 | 1 }
/** One reading of a column of signs: what they compare with, and whether they tell where the figure went or whether that is good. */
type Reading = { readonly before: number; readonly sense: Sense; readonly rows: readonly Told[]; readonly agree: number }

const sign = (n: number): -1 | 0 | 1 => (n > 0 ? 1 : n < 0 ? -1 : 0)
const rowsRead = (grid: Grid, columns: Columns, before: number, sense: Sense): Told[] => grid.rows.flatMap((row): Told[] => {
  const move = moveOf(row[columns.move!]?.text ?? '')
  const [from, to] = [numberAt(row, before), numberAt(row, columns.actual)]
  if (move === null || from === null || to === null || (move.sense !== null && move.sense !== sense)) return []
  const polarity = sense === 'good' ? polarityOf(row, columns)?.is ?? null : 'high'
  if (polarity === null) return []
  return [{ row, from, to, was: sign(polarity === 'high' ? to - from : from - to), said: move.to }]
})
const fits = ({ was, said }: Told): boolean => was === said
const readingsOf = (grid: Grid, columns: Columns): Reading[] => columns.before.flatMap((before) => (['figure', 'good'] as const).map((sense): Reading => {
  const rows = rowsRead(grid, columns, before, sense)
  return { before, sense, rows, agree: rows.filter(fits).length }
}))

const fewest = 3
/** The reading that most rows bear out; none where two do equally and tell different rows, or where too few do. */
const bestOf = (readings: readonly Reading[]): Reading | null => {
  const [best, next] = readings.toSorted((a, b) => b.agree - a.agree || a.rows.length - b.rows.length)
  if (!best || best.agree < fewest || best.agree * 4 < best.rows.length * 3) return null
  const told = (r: Reading): string => r.rows.filter((t) => !fits(t)).map((t) => t.row[0]?.text).join('|')
  return next && next.agree === best.agree && next.rows.length === best.rows.length && told(next) !== told(best) ? null : best
}

/** An arrow that is right in the other sense may have been meant so, where the rows of which one knows what is good bear that sense out too. */
const isDoubtful = (t: Told, best: Reading, readings: readonly Reading[], columns: Columns): boolean => {
  const other = readings.find((r) => r.before === best.before && r.sense !== best.sense)!
  const moved = other.rows.filter((r) => r.was !== 0 && r.said !== 0)
  if (moveOf(t.row[columns.move!]!.text)?.sense !== null || moved.filter(fits).length * 2 < moved.length) return false
  const again = other.rows.find(({ row }) => row === t.row)
  return best.sense === 'good' ? polarityOf(t.row, columns)?.sure !== true && again !== undefined && fits(again) : again === undefined || fits(again)
}

const words: Readonly<Record<Sense, Readonly<Record<string, string>>>> = { figure: { '1': 'up', '-1': 'down', '0': 'no change' }, good: { '1': 'better', '-1': 'worse', '0': 'no change' } }
const find = (paper: CheckedPaper): Fault[] => grids(paper).filter(hasMoves).flatMap((grid) => {
  const columns = columnsOf(grid)
  const readings = columns.move === null || columns.actual === null || columns.before.length > 6 ? [] : readingsOf(grid, columns)
  const best = bestOf(readings)
  return best === null ? [] : best.rows.filter((t) => !fits(t) && !isDoubtful(t, best, readings, columns)).map(({ row, from, to, was }): Fault => ({
    at: row[columns.move!]!.source, found: row[columns.move!]!.text, expected: words[best.sense][was]!, level: columns.before.length === 1 && best.agree > fewest ? 'error' : 'warning',
    message: `"${brief(row[columns.name]?.text || row[0]!.text, 70)}" has "${row[columns.move!]!.text}", but ${from} (${grid.heads[best.before]}) to ${to} (${grid.heads[columns.actual!]}) is ${words[best.sense][was]}. The other rows of the table are marked so.`,
  }))
})

export const direction: Check = defineCheck({
  code: 'status.direction', title: 'An arrow that points the other way', level: 'warning',
  about: 'A column of arrows or of words ("up", "improving", "worse", "same") is held to the two figures that it compares. How the arrows are meant, up for more or up for better, is learnt from the table itself: the rows that differ from the rest are told.',
  right: ['Indicator\tGood is\tLast year\tThis year\tDirection\nHomes let on time\tHigh\t80%\t85%\t↑\nDays to re-let\tLow\t30\t25\t↑\nBins missed\tLow\t40\t44\t↓\nCalls answered\tHigh\t90%\t90%\t↔\n'],
  wrong: ['Indicator\tGood is\tLast year\tThis year\tDirection\nHomes let on time\tHigh\t80%\t85%\t↑\nDays to re-let\tLow\t30\t25\t↑\nBins missed\tLow\t40\t44\t↑\nCalls answered\tHigh\t90%\t90%\t↔\nRent paid\tHigh\t97%\t98%\t↑\nComplaints\tLow\t12\t9\t↑\n', 'Risk\tQuarter 1\tQuarter 2\tMovement\nFlood\t12\t9\tUp\nFraud\t8\t8\tSame\nFire\t6\t4\tDown\nCyber\t12\t16\tUp\n'],
  find,
})
