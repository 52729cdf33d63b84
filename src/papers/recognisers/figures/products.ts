import { evidence, evidenceOf, related } from './gauge.ts'
import type { Cell, Grid } from './grid.ts'
import { holds, type Relation } from './relation.ts'
import { saysAbout, saysWhole } from './roles.ts'

const perUnit = /\b(?:per|average|avg|mean|each|ratio|unit cost|price|rate|tariff|salary|fee|charge|weight|weighting|bcr|an? (?:week|month|day|hour|year))\b/i
/** What is multiplied by a number rather than worked out by dividing. */
const given = /\b(?:price|rate|tariff|salary|fee|charge|weight|weighting|an? (?:week|month|day|hour))\b|\beach(?: \(?£.*)?$/i
/** Weeks, months and days of a year, where a heading speaks of them. */
const periodsOf = (headings: string): readonly number[] => (/\bweek/i.test(headings) ? [1, 52, 365 / 7] : /\bmonth/i.test(headings) ? [1, 12] : /\b(?:day|daily|night)/i.test(headings) ? [1, 365] : [1])
const mostColumns = 10
const enoughRows = 3

type Triple = { readonly whole: number; readonly a: number; readonly b: number }
const triples = (columns: readonly number[]): Triple[] =>
  columns.flatMap((whole) => columns.flatMap((a) => columns.flatMap((b) => (a < b && a !== whole && b !== whole ? [{ whole, a, b }] : []))))

const figureAt = (row: readonly (Cell | null)[], column: number): Cell | null => { const cell = row[column] ?? null; return cell !== null && cell.amount !== 0 && cell.unit !== '%' ? cell : null }
/** The power of ten, times the weeks of a year if need be, by which "whole = a × b" comes out in most rows ("£000 from pounds a week"); null where too few share one. */
const scaleOf = (grid: Grid, rows: readonly number[], triple: Triple): number | null => {
  const headings = [triple.whole, triple.a, triple.b].map((c) => grid.columns[c]!).join(' ')
  for (const periods of periodsOf(headings)) { const power = powerOf(grid, rows, triple, periods, perUnit.test(headings) ? 2 : enoughRows); if (power !== null) return periods * 10 ** power }
  return null
}
const powerOf = (grid: Grid, rows: readonly number[], { whole, a, b }: Triple, periods: number, enough: number): number | null => {
  const one = 2 * 10 ** grid.places, seen = new Map<number, number>()
  let missed = 0
  for (const i of rows) {
    const row = grid.cells[i]!, z = figureAt(row, whole), x = figureAt(row, a), y = figureAt(row, b)
    if (z === null || x === null || y === null) continue
    const power = Math.log10(Math.abs(z.amount / x.amount / y.amount) * one / periods), near = Math.round(power)
    if (Math.abs(power - near) < 0.03) seen.set(near, (seen.get(near) ?? 0) + 1)
    else if ((missed += 1) * 2 > rows.length || missed > 3 + [...seen.values()].reduce((n, k) => n + k, 0)) return null
  }
  const [most] = [...seen].sort((p, q) => q[1] - p[1])
  return most !== undefined && most[1] >= enough && Math.abs(most[0]) <= 6 ? most[0] : null
}

/** Said as what is worked out: the figure "per" something where a heading says so, else the product. */
const worked = (grid: Grid, { whole, a, b }: Triple): { result: number; terms: readonly { column: number; sign: 1 | -1 }[]; power: 1 | -1 } => {
  const unit = [a, b].find((c) => perUnit.test(grid.columns[c]!))
  const other = unit === a ? b : a
  return unit === undefined || given.test(grid.columns[unit]!)
    ? { result: whole, terms: [{ column: a, sign: 1 }, { column: b, sign: 1 }], power: 1 }
    : { result: unit, terms: [{ column: whole, sign: 1 }, { column: other, sign: -1 }], power: -1 }
}

/** A rule by which rows are worked out, as loosely as rounding allows or, where most rows come out to the last digit, without. */
const ruled = (grid: Grid, rows: readonly number[], triple: Triple, scale: number, sharp: boolean): readonly Relation[] => {
  const said = worked(grid, triple), last = rows.at(-1), endsInWhole = last !== undefined && (rows.length > 3 || saysWhole(grid.rows[last]!.label))
  // A total is the sum of what was rounded, row by row.
  return rows.flatMap((row) => related(grid, {
    kind: 'across', form: 'product', scale: said.power > 0 ? scale : 1 / scale, group: `product ${said.result}`, result: { row, column: said.result }, terms: said.terms.map((t) => ({ row, ...t })), ...(sharp && (row !== last || !endsInWhole) && grid.rows[row]!.role === 'line' ? { sharp } : {}),
  }) ?? [])
}
/** Enough rows keep the rule, for figures of so many digits that it is no chance, and not all of one figure. */
const isRule = (grid: Grid, triple: Triple, relations: readonly Relation[], enough: number): boolean => {
  const told = relations.filter((r) => evidence(grid, r) > 0), kept = told.filter(holds), columns = [triple.whole, triple.a, triple.b]
  const hinted = columns.some((c) => perUnit.test(grid.columns[c]!))
  const others = (column: number): number => new Set(kept.map((r) => grid.cells[r.result.row]![column]!.amount)).size
  if (kept.length < enough || kept.length * 10 < told.length * (hinted ? 6 : 8) || evidenceOf(grid, kept) < (hinted ? 4 : 9)) return false
  return columns.filter((c) => others(c) > 1).length >= 2 && others(kept[0]!.result.column) > 1
}
/** By one, anything is itself: no evidence of a rule. */
const isByOne = (grid: Grid, r: Relation): boolean => r.terms.some((t) => Math.abs(grid.cells[t.row]![t.column]!.amount) === 2 * 10 ** grid.places)
const tried = (grid: Grid, rows: readonly number[], triple: Triple): readonly Relation[] => {
  const scale = scaleOf(grid, rows, triple)
  if (scale === null) return []
  const loose = ruled(grid, rows, triple, scale, false)
  const sharp = ruled(grid, rows, triple, scale, true), telling = sharp.filter((r) => !isByOne(grid, r) && grid.rows[r.result.row]!.role === 'line' && !saysWhole(grid.rows[r.result.row]!.label))
  const isHinted = [triple.whole, triple.a, triple.b].some((c) => perUnit.test(grid.columns[c]!))
  // Rounded figures would not come out so to the last digit.
  if (isHinted && isRule(grid, triple, telling, 2) && telling.filter(holds).length * 4 >= (loose.filter(holds).length - 1) * 3) return sharp
  return isRule(grid, triple, loose, enoughRows) ? loose : []
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
  return rows.length < 2 ? [] : triples(columns).flatMap((t) => tried(grid, rows, t))
}

/** Columns that say how much there is to each: the figure at a total is no sum. */
export const ratioColumns = (grid: Grid, all: readonly Relation[]): ReadonlySet<number> =>
  new Set(all.flatMap((r) => (r.form !== 'product' ? [] : r.terms.some((t) => t.sign < 0) ? [r.result.column] : r.terms.filter((t) => given.test(grid.columns[t.column]!)).map((t) => t.column))))
