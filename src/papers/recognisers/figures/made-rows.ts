import { additiveColumns } from './cast.ts'
import { evidenceOf } from './gauge.ts'
import type { Grid } from './grid.ts'
import { holds, measured, type Relation, type Term } from './relation.ts'

type Part = { readonly row: number; readonly sign: 1 | -1 }
const resultLabel = /\b(?:net|gap|balance|available|requirement|surplus|deficit|shortfall|difference|variance|change|resources?|total|all|underspend|overspend|remaining|left|to find|financing|funding|under-?borrowing|headroom|excess|margin|profit|loss)\b/i
const reach = 14
const mostRows = 60
const enoughColumns = 3

/** A row's figures column by column, for looking cheaply: nothing where a column has none. */
type Line = { readonly row: number; readonly amounts: readonly number[]; readonly slacks: readonly number[] }
const lineOf = (grid: Grid, row: number): Line => ({ row, amounts: grid.cells[row]!.map((c) => c?.amount ?? 0), slacks: grid.cells[row]!.map((c) => c?.slack ?? 0) })
/** The columns in which a row has an amount that others may make. */
const amountsIn = (grid: Grid, row: number): number[] => grid.cells[row]!.flatMap((cell, c) => (cell && cell.unit !== '%' && cell.amount !== 0 ? [c] : []))

/** Two columns or more in which a cheap look says that the parts may make the row, and no more than two in which they don't. */
const mayMake = (whole: Line, columns: readonly number[], parts: readonly Line[], signs: readonly (1 | -1)[]): boolean => {
  let [kept, broken] = [0, 0]
  for (let k = 0; k < columns.length; k += 1) {
    const c = columns[k]!
    let [sum, slack] = [0, whole.slacks[c]!]
    for (let i = 0; i < parts.length; i += 1) { sum += signs[i]! * parts[i]!.amounts[c]!; slack += parts[i]!.slacks[c]! }
    if (Math.abs(whole.amounts[c]! - sum) <= slack) kept += 1
    else if ((broken += 1) > 2) return false
  }
  return kept >= 2
}

const together = [1, 1] as const, less = [1, -1] as const
const asParts = (lines: readonly Line[], signs: readonly (1 | -1)[]): Part[] => lines.map(({ row }, i) => ({ row, sign: signs[i]! }))
/** Rows that one row may be made of: two rows near it, added or taken away; or the run of neighbours above it. */
const candidatesOf = (grid: Grid, lines: readonly Line[], at: number): Part[][] => {
  const whole = lines[at]!, columns = amountsIn(grid, whole.row)
  if (columns.length < 2) return []
  const near = lines.slice(Math.max(0, at - reach), at + reach + 1).filter((line) => line !== whole)
  const found: Part[][] = []
  const consider = (parts: readonly Line[], signs: readonly (1 | -1)[]): void => { if (mayMake(whole, columns, parts, signs)) found.push(asParts(parts, signs)) }
  for (const [i, a] of near.entries()) for (const b of near.slice(i + 1)) {
    if (a.row < whole.row) consider([a, b], together)
    // A difference is told of the last of the three; said of an earlier one it is the same sum again.
    if (b.row < whole.row) { consider([a, b], less); consider([b, a], less) }
  }
  for (let from = at - 3; from >= 0 && at - from <= reach; from -= 1) { const run = lines.slice(from, at); consider(run, run.map(() => 1)) }
  return found
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
  return evidenceOf(grid, kept) >= (hinted || isWhole(rows, row, parts) ? 5 : 9) && !told.some((r) => !holds(r) && lacksRow(grid, rows, r)) ? relations : []
}

/** Rows that are the sum or difference of others in all columns but one, whatever they are called. */
export const madeRows = (grid: Grid): Relation[] => {
  const rows = grid.rows.flatMap((row, i) => (row.role !== 'heading' && row.review.length === 0 && grid.cells[i]!.some((c) => c !== null && c.unit !== '%') ? [i] : []))
  if (grid.columns.length < enoughColumns || rows.length < 3 || rows.length > mostRows) return []
  const lines = rows.map((row) => lineOf(grid, row))
  return rows.flatMap((row, at) => candidatesOf(grid, lines, at).flatMap((parts) => tried(grid, rows, row, parts)))
}
