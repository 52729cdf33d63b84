import type { Cell, Grid } from './grid.ts'

export type Place = { readonly row: number; readonly column: number }
/** A figure that a relation adds or takes away; in a product, one that it multiplies by (1) or divides by (-1). */
export type Term = Place & { readonly sign: 1 | -1 }
/** `sum`: result = the signed terms. `mean`: result = their mean. `product`: result = the terms multiplied, times `scale`. `change`: result = what the first is more than the second, in per cent of it. */
export type Form = 'sum' | 'mean' | 'product' | 'change'
/** One thing that the figures of a table owe each other, give or take `slack`. `gap` is result less what the terms make. */
export type Relation = {
  readonly kind: 'down' | 'across' | 'chain'
  readonly form: Form
  readonly scale: number
  readonly result: Place
  readonly terms: readonly Term[]
  readonly gap: number
  readonly slack: number
  /** Relations of one rule ("this total", "this column") share a group. */
  readonly group: string
  /** Whole numbers in it were not rounded: counts, days, sums lent. */
  readonly exact?: boolean
  /** Nothing that is multiplied was rounded, whatever its unit: prices to the penny, counts. */
  readonly sharp?: boolean
}

export const cellAt = (grid: Grid, { row, column }: Place): Cell | null => grid.cells[row]?.[column] ?? null

/** A figure in another unit than its column's. */
const isOdd = (grid: Grid, { column }: Place, cell: Cell): boolean => cell.unit !== '%' && cell.amount !== 0 && cell.unit !== grid.units[column]

/** The relation measured on the grid; null where the result or every term has no figure. Percentages don't add to amounts. */
export const measured = (grid: Grid, kind: Relation['kind'], group: string, result: Place, all: readonly Term[]): Relation | null => {
  const whole = cellAt(grid, result)
  if (whole === null || (kind === 'down' && isOdd(grid, result, whole))) return null
  let [sum, slack] = [0, whole.slack]
  const terms: Term[] = []
  for (const term of all) {
    const cell = cellAt(grid, term)
    if (cell === null || (kind === 'down' && isOdd(grid, term, cell))) continue
    if (cell.amount !== 0 && whole.amount !== 0 && cell.unit !== whole.unit) return null
    sum += term.sign * cell.amount
    slack += cell.slack
    terms.push(term)
  }
  return terms.length === 0 ? null : { kind, form: 'sum', scale: 1, group, result, terms, gap: whole.amount - sum, slack }
}
export const holds = (relation: Pick<Relation, 'gap' | 'slack'>): boolean => Math.abs(relation.gap) <= relation.slack
/** More than one thing is added, or the one added isn't nought: the relation says something. */
export const tells = (grid: Grid, relation: Relation): boolean =>
  relation.terms.filter((t) => (cellAt(grid, t)?.amount ?? 0) !== 0).length + ((cellAt(grid, relation.result)?.amount ?? 0) !== 0 ? 1 : 0) >= 2
