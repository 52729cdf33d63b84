import { parseQuantity } from '../../../kit/quantity.ts'
import type { Figure } from '../../types.ts'
import { decimal } from '../../recognisers/figures/figure.ts'
import { printAmount, type Grid } from '../../recognisers/figures/grid.ts'
import type { Place, Relation } from '../../recognisers/figures/relation.ts'

/** "Table 1" of "Table 1: Forecast outturn", else the title cut short. */
export const nameOfTable = (title: string): string => {
  const short = /^((?:Table|Figure|Annex|Appendix)\s+[A-Za-z0-9]{1,3})\b/.exec(title)?.[1]
  return short ?? (title.length > 60 ? `${title.slice(0, 57)}...` : title)
}

/** An amount printed as the paper prints its neighbour: the same places, brackets where those mark a minus. */
export const printLike = (grid: Grid, amount: number, like: Figure): string => {
  const places = parseQuantity(like.value ?? '0')?.scale ?? 0
  let text = printAmount(Math.abs(amount), grid.places)
  const printed = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  if (printed < places) text = `${text}${printed === 0 ? '.' : ''}${'0'.repeat(places - printed)}`
  return amount >= 0 ? text : like.text.includes('(') ? `(${text})` : `-${text}`
}

const amountAt = (grid: Grid, place: Place): string => grid.cells[place.row]![place.column]!.figure.text
const mostShown = 6

const periods = [1, 52, 12, 365, 365 / 7]
/** " × 52 ÷ 1,000" of a scale that holds weeks, months or days. */
const factor = (scale: number): string => {
  const by = periods.find((p) => Math.abs(Math.log10(scale / p) - Math.round(Math.log10(scale / p))) < 1e-9) ?? 1
  return `${by === 1 ? '' : ` × ${by === 365 / 7 ? '365 ÷ 7' : by}`}${power(scale / by)}`
}
const power = (scale: number): string => (Math.abs(scale - 1) < 1e-9 ? '' : scale > 1 ? ` × ${scale.toLocaleString('en-GB')}` : ` ÷ ${Math.round(1 / scale).toLocaleString('en-GB')}`)
const multiplied = (grid: Grid, relation: Relation): string => {
  const texts = (sign: 1 | -1): string => relation.terms.filter((t) => t.sign === sign).map((t) => amountAt(grid, t)).join(' × ')
  const [over, under] = [texts(1), texts(-1)]
  if (relation.group.startsWith('interest')) return `${over} ÷ 365`
  if (grid.cells[relation.result.row]![relation.result.column]!.unit === '%') return `${over} of ${under}`
  return `${over}${under === '' ? '' : ` ÷ ${under}`}${factor(relation.scale)}`
}
/** The arithmetic of a relation as it stands: "201.8 + 21.7", "1,150 × 52", "the change from 40 to 50", or "the 23 figures come to 25,304". */
export const arithmetic = (grid: Grid, relation: Relation): string => {
  if (relation.form === 'product') return multiplied(grid, relation)
  if (relation.form === 'change') return `the change from ${amountAt(grid, relation.terms[1]!)} to ${amountAt(grid, relation.terms[0]!)}`
  if (relation.form === 'mean') return `the mean of its ${relation.terms.length} figures`
  if (relation.terms.length > mostShown) return `its ${relation.terms.length} figures come to ${printAmount(grid.cells[relation.result.row]![relation.result.column]!.amount - relation.gap, grid.places)}`
  return relation.terms.map((t, i) => `${t.sign < 0 ? '− ' : i > 0 ? '+ ' : ''}${amountAt(grid, t)}`).join(' ')
}

/** A figure's place in words: "Total", Forecast Outturn £m. */
export const whereabouts = (grid: Grid, { row, column }: Place): string => {
  const label = grid.rows[row]!.label
  const heading = grid.columns[column]!
  return `${label === '' ? 'an unnamed row' : `“${label.length > 70 ? `${label.slice(0, 67)}...` : label}”`}${/^column \d+$/.test(heading) ? '' : `, ${heading}`}`
}

/** A plain decimal for `expected` and `found`. */
export const plain = (figure: Figure): string => (figure.value === null ? figure.text : decimal(parseQuantity(figure.value)!))
