import type { Finding } from '../../../kit/finding.ts'
import { absolute, compareQuantities, dividedBy, minus, parseQuantity, plus, quantity, rounded, sum, times, type Quantity } from '../../../kit/quantity.ts'
import type { Figure, MoneyRow } from '../../types.ts'
import { decimal, readNumber } from '../../recognisers/figures/figure.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { saysTotal } from '../../recognisers/figures/roles.ts'
import type { Check, CheckedPaper } from '../check.ts'

type Average = { readonly figure: Figure; readonly value: Quantity; readonly column: string; readonly lines: readonly MoneyRow[]; readonly row: MoneyRow }

/** "Average 5.26%" in a total's cell. */
const saidAverage = (figure: Figure | undefined): Quantity | null => {
  const m = /^(?:weighted )?(?:average|avg\.?|mean)\s*:?\s*(.+)$/i.exec(figure?.text ?? '')
  return m === null ? null : readNumber(m[1]!)?.value ?? null
}
const averagesOf = (table: MoneyTable): Average[] => table.rows.flatMap((row, i) => {
  if (!saysTotal(row.label)) return []
  const lines = table.rows.slice(0, i).filter((r) => r.role === 'line' && r.review.length === 0)
  return table.columns.flatMap((column): Average[] => {
    const value = saidAverage(row.figures[column])
    return value === null || lines.length < 3 ? [] : [{ figure: row.figures[column]!, value, column, lines, row }]
  })
})

const numberAt = (row: MoneyRow, column: string): Quantity | null => (row.figures[column]?.state === 'number' ? parseQuantity(row.figures[column].value!) : null)
/** The mean of a column, weighted by another where one is given; null where a figure is missing. */
const meanOf = ({ column, lines }: Average, weight: string | null): Quantity | null => {
  const pairs = lines.map((row) => ({ value: numberAt(row, column), by: weight === null ? quantity(1) : numberAt(row, weight) }))
  if (pairs.some((p) => p.value === null || p.by === null)) return null
  return dividedBy(sum(pairs.map((p) => times(p.value!, p.by!))), sum(pairs.map((p) => p.by!)), 6)
}
const fits = (said: Quantity, mean: Quantity): boolean => compareQuantities(absolute(minus(said, mean)), plus({ digits: 5n, scale: said.scale + 1 }, { digits: 5n, scale: said.scale + 1 })) <= 0

/** An average said in a table that is neither the plain mean nor weighted by any column that has a total. */
const findIn = (table: MoneyTable): Finding[] => averagesOf(table).flatMap((average): Finding[] => {
  const weights = table.columns.filter((c) => c !== average.column && numberAt(average.row, c) !== null)
  const means = [null, ...weights].flatMap((w) => { const mean = meanOf(average, w); return mean === null ? [] : [{ mean, w }] })
  if (means.length === 0 || means.some(({ mean }) => fits(average.value, mean))) return []
  const { mean, w } = means.at(-1)!
  const right = `${decimal(rounded(mean, average.value.scale))}${average.figure.text.includes('%') ? '%' : ''}`
  return [{ level: 'warning', code: 'sum.average', source: average.figure.source, expected: right, found: average.figure.text,
    message: `“${average.figure.text}”, ${average.column}: the average of the ${average.lines.length} lines${w === null ? '' : `, weighted by ${w},`} is ${right}.` }]
})

export const averageCheck: Check = {
  code: 'sum.average', title: 'An average is the average of its lines', level: 'warning',
  about: 'A total row that gives an average of a column is worked out again: the plain mean, and the mean weighted by each column that the row totals. Where none comes to it, it is told; the lines may have been weighted by days.',
  right: ['Loan\tRate\t£m\nOne\t4.0%\t5.0\nTwo\t5.0%\t15.0\nThree\t6.0%\t20.0\nTotal\tAverage 5.38%\t40.0'],
  wrong: ['Loan\tRate\t£m\nOne\t4.0%\t5.0\nTwo\t5.0%\t15.0\nThree\t6.0%\t20.0\nTotal\tAverage 5.83%\t40.0'],
  find: (paper: CheckedPaper) => paper.recognised.tables.flatMap((t) => (t.kind === 'money' ? findIn(t) : [])),
}
