import { additiveColumns } from './cast.ts'
import { evidenceOf } from './gauge.ts'
import type { Grid } from './grid.ts'
import { holds, measured, type Relation, type Term } from './relation.ts'

type Part = { readonly row: number; readonly sign: 1 | -1 }
const resultLabel = /\b(?:net|gap|balance|available|requirement|surplus|deficit|shortfall|difference|variance|change|resources?|total|all|underspend|overspend|remaining|left|to find|financing|funding)\b/i
const reach = 14
const mostRows = 60
const enoughColumns = 3

/** Rows that one row may be made of: two rows near it, added or taken away; or the run of neighbours above it. */
const candidatesOf = (rows: readonly number[], at: number): Part[][] => {
  const near = rows.filter((r) => r !== rows[at] && Math.abs(rows.indexOf(r) - at) <= reach)
  const found: Part[][] = []
  for (const [i, a] of near.entries()) for (const b of near.slice(i + 1)) {
    found.push([{ row: a, sign: 1 }, { row: b, sign: 1 }])
    // A difference is told of the later row; said of an earlier one it is the same sum again.
    if (b < rows[at]!) found.push([{ row: a, sign: 1 }, { row: b, sign: -1 }], [{ row: b, sign: 1 }, { row: a, sign: -1 }])
  }
  for (let from = at - 3; from >= 0 && at - from <= reach; from -= 1) found.push(rows.slice(from, at).map((row) => ({ row, sign: 1 as const })))
  return found
}

/** Two columns or more in which a cheap look says that the rows may make it. */
const isWorthTrying = (grid: Grid, row: number, parts: readonly Part[]): boolean => {
  let [kept, broken] = [0, 0]
  const whole = grid.cells[row]!
  for (let c = 0; c < whole.length; c += 1) {
    const cell = whole[c]
    if (!cell || cell.unit === '%' || cell.amount === 0) continue
    let [sum, slack] = [0, cell.slack]
    for (const part of parts) { const other = grid.cells[part.row]![c]; if (other) { sum += part.sign * other.amount; slack += other.slack } }
    if (Math.abs(cell.amount - sum) <= slack) kept += 1
    else if ((broken += 1) > 2) return false
  }
  return kept >= 2
}

const relationsOf = (grid: Grid, row: number, parts: readonly Part[]): Relation[] => additiveColumns(grid).flatMap((column) => {
  if ([row, ...parts.map((p) => p.row)].some((r) => grid.cells[r]![column]?.unit === '%')) return []
  if (parts.length === 2 && parts.some((p) => !grid.cells[p.row]![column])) return []
  const relation = measured(grid, 'down', `made ${row}`, { row, column }, parts.map((p): Term => ({ row: p.row, column, sign: p.sign })))
  return relation === null ? [] : [relation]
})
/** At least two parts that count: else the row only repeats another. */
const telling = (grid: Grid, r: Relation): boolean => r.terms.filter((t) => grid.cells[t.row]![t.column]!.amount !== 0).length >= 2

/** The rule fails by just the figure of one more row near it: it isn't the whole rule. */
const lacksRow = (grid: Grid, rows: readonly number[], r: Relation): boolean => rows.some((row) => {
  const cell = grid.cells[row]![r.result.column]
  return row !== r.result.row && !r.terms.some((t) => t.row === row) && cell !== null && cell !== undefined && cell.amount !== 0 && Math.abs(Math.abs(r.gap) - Math.abs(cell.amount)) <= r.slack
})

/** All the rows above, from the first or from the last heading: where a total stands. */
const isWhole = (rows: readonly number[], row: number, parts: readonly Part[]): boolean => {
  const first = parts[0]!.row, before = rows[rows.indexOf(first) - 1]
  return parts.length >= 3 && parts.every((p) => p.sign > 0 && p.row < row) && (before === undefined || first - before > 1)
}

const tried = (grid: Grid, rows: readonly number[], row: number, parts: readonly Part[]): Relation[] => {
  const relations = relationsOf(grid, row, parts)
  const told = relations.filter((r) => telling(grid, r)), kept = told.filter(holds)
  const hinted = resultLabel.test(grid.rows[row]!.label)
  if (told.length < enoughColumns || kept.length < 2 || told.length - kept.length > Math.max(1, told.length / 4)) return []
  return evidenceOf(grid, kept) >= (hinted || isWhole(rows, row, parts) ? 6 : 9) && !told.some((r) => !holds(r) && lacksRow(grid, rows, r)) ? relations : []
}

/** Rows that are the sum or difference of others in all columns but one, whatever they are called. */
export const madeRows = (grid: Grid): Relation[] => {
  const rows = grid.rows.flatMap((row, i) => (row.role !== 'heading' && row.review.length === 0 && grid.cells[i]!.some((c) => c !== null && c.unit !== '%') ? [i] : []))
  if (grid.columns.length < enoughColumns || rows.length < 3 || rows.length > mostRows) return []
  return rows.flatMap((row, at) => candidatesOf(rows, at).filter((parts) => isWorthTrying(grid, row, parts)).flatMap((parts) => tried(grid, rows, row, parts)))
}
