import { asPrinted, unitOf } from '../../recognisers/figures/gauge.ts'
import type { Grid } from '../../recognisers/figures/grid.ts'
import type { Place, Relation } from '../../recognisers/figures/relation.ts'

/** The amounts that two neighbouring digits changed about would make of one. */
const swaps = (amount: number, unit: number): number[] => {
  const digits = String(Math.round(Math.abs(amount) / unit)).split('')
  return digits.slice(1).flatMap((digit, i) => {
    if (digit === digits[i] || (i === 0 && digit === '0')) return []
    const other = [...digits.slice(0, i), digit, digits[i]!, ...digits.slice(i + 2)].join('')
    return [Number(other) * unit * Math.sign(amount)]
  })
}

/** The one figure among those added, if there is just one, that with two digits changed about would make the sum right: the commonest slip of copying. */
export const swappedDigits = (grid: Grid, relation: Relation): { readonly place: Place; readonly expected: number } | null => {
  const amount = asPrinted(grid)
  if (relation.form !== 'sum' || relation.kind !== 'down' || relation.terms.length < 2) return null
  const unit = unitOf(grid, grid.cells[relation.result.row]![relation.result.column]!)
  if (swaps(amount(relation.result), unit).includes(amount(relation.result) - relation.gap)) return null
  const found = relation.terms.flatMap((term) => {
    const cell = grid.cells[term.row]![term.column]!, expected = cell.amount + term.sign * relation.gap
    return swaps(cell.amount, unitOf(grid, cell)).includes(expected) ? [{ place: { row: term.row, column: term.column }, expected }] : []
  })
  return found.length === 1 ? found[0]! : null
}
