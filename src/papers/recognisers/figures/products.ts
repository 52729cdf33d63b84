import { evidence, evidenceOf, related } from './gauge.ts'
import type { Cell, Grid } from './grid.ts'
import { holds, type Relation } from './relation.ts'
import { saysAbout } from './roles.ts'

const perUnit = /\b(?:per|average|avg|mean|each|ratio|unit cost|price|rate|tariff)\b/i
const mostColumns = 10
const enoughRows = 3

type Triple = { readonly whole: number; readonly a: number; readonly b: number }
const triples = (columns: readonly number[]): Triple[] =>
  columns.flatMap((whole) => columns.flatMap((a) => columns.flatMap((b) => (a < b && a !== whole && b !== whole ? [{ whole, a, b }] : []))))

const figureAt = (row: readonly (Cell | null)[], column: number): Cell | null => { const cell = row[column] ?? null; return cell !== null && cell.amount !== 0 && cell.unit !== '%' ? cell : null }
/** The power of ten by which "whole = a × b" comes out in most rows ("£000 from pounds"); null where too few share one. */
const powerOf = (grid: Grid, rows: readonly number[], { whole, a, b }: Triple): number | null => {
  const one = 2 * 10 ** grid.places, seen = new Map<number, number>()
  let missed = 0
  for (const i of rows) {
    const row = grid.cells[i]!, z = figureAt(row, whole), x = figureAt(row, a), y = figureAt(row, b)
    if (z === null || x === null || y === null) continue
    const power = Math.log10(Math.abs(z.amount / x.amount / y.amount) * one), near = Math.round(power)
    if (Math.abs(power - near) < 0.03) seen.set(near, (seen.get(near) ?? 0) + 1)
    else if ((missed += 1) * 2 > rows.length || missed > 3 + [...seen.values()].reduce((n, k) => n + k, 0)) return null
  }
  const [most] = [...seen].sort((p, q) => q[1] - p[1])
  return most !== undefined && most[1] >= enoughRows && Math.abs(most[0]) <= 6 ? most[0] : null
}

/** Said as what is worked out: the figure "per" something where a heading says so, else the product. */
const worked = (grid: Grid, { whole, a, b }: Triple): { result: number; terms: readonly { column: number; sign: 1 | -1 }[]; power: 1 | -1 } => {
  const unit = [a, b].find((c) => perUnit.test(grid.columns[c]!))
  const other = unit === a ? b : a
  return unit === undefined || /\b(?:price|rate|tariff)\b/i.test(grid.columns[unit]!)
    ? { result: whole, terms: [{ column: a, sign: 1 }, { column: b, sign: 1 }], power: 1 }
    : { result: unit, terms: [{ column: whole, sign: 1 }, { column: other, sign: -1 }], power: -1 }
}

const tried = (grid: Grid, rows: readonly number[], triple: Triple): Relation[] => {
  const power = powerOf(grid, rows, triple)
  if (power === null) return []
  const said = worked(grid, triple)
  const relations = rows.flatMap((row) => related(grid, {
    kind: 'across', form: 'product', scale: 10 ** (said.power * power), group: `product ${said.result}`, result: { row, column: said.result }, terms: said.terms.map((t) => ({ row, ...t })),
  }) ?? [])
  const told = relations.filter((r) => evidence(grid, r) > 0), kept = told.filter(holds)
  const digits = evidenceOf(grid, kept)
  const hinted = [triple.whole, triple.a, triple.b].some((c) => perUnit.test(grid.columns[c]!))
  const others = (column: number): number => new Set(kept.map((r) => grid.cells[r.result.row]![column]!.amount)).size
  if (kept.length < enoughRows || kept.length * 10 < told.length * (hinted ? 6 : 8) || digits < (hinted ? 4 : 9)) return []
  return [triple.whole, triple.a, triple.b].filter((c) => others(c) > 1).length >= 2 && others(said.result) > 1 ? relations : []
}

const known = new WeakMap<Grid, readonly Relation[]>()
/** Columns that are the product or the quotient of two others: income of number and price, cost per head. */
export const products = (grid: Grid): readonly Relation[] => {
  const found = known.get(grid) ?? productsIn(grid)
  known.set(grid, found)
  return found
}
const productsIn = (grid: Grid): Relation[] => {
  const columns = grid.columns.map((_, i) => i).filter((c) => grid.cells.some((row) => figureAt(row, c) !== null)).slice(0, mostColumns)
  if (columns.length < 3) return []
  const rows = grid.rows.flatMap((row, i) => (row.role === 'heading' || row.review.length > 0 || saysAbout(row.label) ? [] : [i]))
  return rows.length < enoughRows ? [] : triples(columns).flatMap((t) => tried(grid, rows, t))
}

/** Columns that say how much there is to each: the figure at a total is no sum. */
export const ratioColumns = (all: readonly Relation[]): ReadonlySet<number> =>
  new Set(all.filter((r) => r.form === 'product' && r.terms.some((t) => t.sign < 0)).map((r) => r.result.column))
