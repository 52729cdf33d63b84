import { castings } from '../../recognisers/figures/cast.ts'
import { gridOf, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { holds } from '../../recognisers/figures/relation.ts'
import { defineCheck, type Fault } from '../define.ts'
import { printLike } from './say.ts'

const isLost = (review: readonly string[]): boolean => review.some((why) => why.includes('seem to be missing'))

/** Totals over rows that begin in the middle of their numbering, where the rows that are there come to less. */
const findIn = (table: MoneyTable): Fault[] => {
  const first = table.rows.find((row) => isLost(row.review))
  if (first === undefined) return []
  const grid = gridOf(table), at = table.rows.indexOf(first)
  const casting = castings(grid).find((c) => c.labelled && c.total > at && (c.members.includes(at) || c.members.every((m) => m >= at)))
  const short = casting?.relations.filter((r) => !holds(r) && Math.abs(r.gap) > 0 && Math.abs(grid.cells[r.result.row]![r.result.column]!.amount) > Math.abs(r.gap)) ?? []
  if (casting === undefined || short.length === 0 || short.length < casting.relations.length) return []
  const said = short.slice(0, 3).map((r) => {
    const { amount, figure } = grid.cells[r.result.row]![r.result.column]!
    return `${grid.columns[r.result.column]!}: the rows come to ${printLike(grid, amount - r.gap, figure)}, the total is ${figure.text}`
  })
  return [{ at: first.source, message: `Rows seem to be missing before “${first.label}”, in the paper or in the file it was saved as. ${said.join('; ')}. Compare the table with its source.` }]
}

export const lostRowsCheck = defineCheck({
  code: 'sum.lost-rows', title: 'The rows of a table begin at the beginning', level: 'warning',
  about: 'Where the references of a table\'s rows begin in the middle (S7, S8) and its total is more than the rows that are there, rows were lost: in the paper, or when it was saved in another format. What the total has that the rows lack is told.',
  right: ['Saving\t£000\nS1 Bins\t80\nS2 Parks\t20\nTotal\t100'],
  wrong: ['Saving\t£000\nS7 Bins\t80\nS8 Parks\t20\nTotal\t3,080'],
  find: (paper) => paper.recognised.tables.flatMap((t) => (t.kind === 'money' ? findIn(t) : [])),
})
