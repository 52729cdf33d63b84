import type { MoneyRow } from '../../types.ts'
import { gridOf, isPercentRow, type Cell, type Grid, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { saysTotal } from '../../recognisers/figures/roles.ts'
import { poundPower } from '../../recognisers/figures/units.ts'
import { keeps, type Claim } from './percent-claims.ts'
import { printed, type Printed } from './share.ts'

const claimOf = (grid: Grid, kind: Claim['kind'], percent: [number, number], part: [number, number], whole: [number, number]): Claim | null => {
  const at = ([row, column]: [number, number]) => grid.cells[row]![column]
  const [p, a, b] = [at(percent), at(part), at(whole)]
  if (!p || !a || !b || b.amount === 0 || p.unit !== '%' || a.unit === '%' || b.unit === '%' || a.unit !== b.unit) return null
  const [x, y, z] = [printedIn(a), printedIn(b), printedIn(p)]
  return x && y && z ? { kind, part: x, whole: y, percent: z, source: p.figure.source, of: labelled(grid, part), power: poundPower(a.unit) ?? -99, from: [a.figure.source, b.figure.source] } : null
}
const known = new WeakMap<Cell, Printed | null>()
/** A cell as printed, worked out once for the many shares it is tried in; whole numbers without a unit are counts. */
const printedIn = (cell: Cell): Printed | null => {
  const before = known.get(cell)
  if (before !== undefined) return before
  const value = cell.figure.value ?? '0', made = printed(value, cell.figure.text, cell.unit === null && !value.includes('.'))
  known.set(cell, made)
  return made
}
const labelled = (grid: Grid, [row, column]: [number, number]): string => `${grid.rows[row]!.label || 'the row'}, ${grid.columns[column]!}`

type Trial = readonly Claim[]
const kept = (trial: Trial): number => trial.filter(keeps).length
/** The reading under which most percentages come out; null where none explains enough of them. */
const bestTrial = (trials: readonly Trial[], enough: (kept: number, of: number) => boolean): Trial => {
  const [best] = trials.map((trial) => ({ trial, kept: kept(trial) })).sort((a, b) => b.kept - a.kept)
  return best !== undefined && best.trial.length > 0 && enough(best.kept, best.trial.length) ? best.trial : []
}

/** A row of percentages under a row of amounts: shares of the one column that makes most of them right. */
const rowClaims = (grid: Grid, row: number): Trial => {
  let above = row - 1
  while (above >= 0 && (isPercentRow(grid.cells[above]!) || grid.cells[above]!.every((c) => c === null))) above -= 1
  if (above < 0 || row - above > 2) return []
  const percents = grid.cells[row]!.flatMap((c, i) => (c !== null && c.unit === '%' && grid.cells[above]![i] ? [i] : []))
  const trials = grid.columns.map((_, base) => percents.filter((i) => i !== base).flatMap((i) => claimOf(grid, 'share', [row, i], [above, i], [above, base]) ?? []))
  return bestTrial(trials, (n, of) => n >= 2 && n * 2 > of)
}

const hinted = /%|\b(?:increase|decrease|change|growth|share|proportion|percent|per cent|of total|reduction|spent|achieved|complete|collected)\b/i
/** A column of percentages: of one column in another, of a column's total, or the change between two. */
const columnClaims = (grid: Grid, column: number): Trial => {
  const rows = grid.rows.flatMap((r: MoneyRow, i) => (r.role !== 'heading' && r.review.length === 0 && grid.cells[i]![column]?.unit === '%' ? [i] : []))
  if (rows.length < 2) return []
  const others = grid.columns.map((_, i) => i).filter((i) => i !== column && grid.cells.some((c) => c[i] && c[i].unit !== '%')).slice(0, 10)
  const total = grid.rows.findLastIndex((r, i) => saysTotal(r.label) && grid.cells[i]!.some((c) => c !== null && c.unit !== '%'))
  const trials: Trial[] = []
  const tryAll = (make: (row: number) => Claim | null): void => { trials.push(rows.flatMap((row) => make(row) ?? [])) }
  for (const a of others) {
    if (total >= 0) tryAll((row) => (row === total ? null : claimOf(grid, 'share', [row, column], [row, a], [total, a])))
    for (const b of others) if (a !== b) {
      tryAll((row) => claimOf(grid, 'share', [row, column], [row, a], [row, b]))
      tryAll((row) => claimOf(grid, 'change', [row, column], [row, a], [row, b]))
    }
  }
  const hint = hinted.test(grid.columns[column]!)
  return bestTrial(trials, (n, of) => (hint ? n >= 2 && n * 10 >= of * 6 : n >= 3 && n * 10 >= of * 8))
}

/** All that the percentages of a table claim, as far as its figures show what they are shares of. */
export const claimsOfTable = (table: MoneyTable): Claim[] => {
  const grid = gridOf(table)
  const rows = grid.rows.flatMap((_, i) => (isPercentRow(grid.cells[i]!) ? rowClaims(grid, i) : []))
  const columns = grid.columns.flatMap((_, i) => columnClaims(grid, i))
  return [...rows, ...columns]
}
