import { columnRules } from './across.ts'
import { castings, type Casting } from './cast.ts'
import { chains } from './chains.ts'
import { isCount } from './gauge.ts'
import type { Cell, Grid } from './grid.ts'
import { interest } from './interest.ts'
import { madeRows } from './made-rows.ts'
import { means } from './means.ts'
import { movements } from './movements.ts'
import { products } from './products.ts'
import { holds, type Relation } from './relation.ts'
import { shares } from './shares.ts'

/** Unproven totals with more than one column are judged whole, not cell by cell. */
const isUncast = (casting: Casting): boolean => !casting.proven && casting.relations.some((r) => !holds(r))

const cellsOf = (r: Relation): string => `${r.form === 'sum' ? '' : r.form}${[r.result, ...r.terms].map((p) => `${p.row} ${p.column}`).sort().join(';')}`
/** The same figures said to owe each other twice count once. */
const once = (relations: readonly Relation[]): Relation[] => [...new Map([...relations].reverse().map((r) => [cellsOf(r), r])).values()].reverse()

/** Money, and what is measured rather than counted, is often printed rounded. */
const rounded = /£|\b(?:budget|cost|spend|spent|income|outturn|forecast|expenditure|grants?|savings?|capital|revenue|funding|prices?|fees?|balance|reserves?|debt|thousands?|millions?|tonnes?|tonnage|hours|miles|km|kg|litres|[km]wh|carbon|co2e?|emissions|hectares|population|equivalents?|estimates?|projections?|averages?)\b/i
const cellsIn = (grid: Grid, r: Relation): Cell[] => [r.result, ...r.terms].map((p) => grid.cells[p.row]![p.column]!)
const isCounted = (grid: Grid, r: Relation): boolean => r.form === 'sum' && cellsIn(grid, r).every(isCount)
/** Below a hundred (doubled), few tables print anything rounded. */
const small = 200
/** Counts were never rounded: where a table of counts adds up to the unit almost throughout, it must do so everywhere. */
const exactCounts = (grid: Grid, relations: readonly Relation[]): readonly Relation[] => {
  if (rounded.test(`${grid.table.title} ${grid.columns.join(' ')}`)) return relations
  const counted = relations.filter((r) => isCounted(grid, r) && r.terms.length >= 2 && holds(r)), exact = counted.filter((r) => r.gap === 0)
  const least = counted.every((r) => cellsIn(grid, r).every((c) => Math.abs(c.amount) < small * 10 ** grid.places)) ? 1 : 2
  if (exact.length < least || counted.length - exact.length > Math.max(1, exact.length / 3)) return relations
  const off = (r: Relation): number => counted.filter((other) => other.group === r.group && other.gap !== 0).length
  // A rule that is off in several rows isn't kept but for rounding: it is no rule.
  return relations.map((r) => (isCounted(grid, r) && off(r) <= 1 ? { ...r, slack: 0, exact: true } : r))
}

/** A sum that fails where just one figure on its way was left blank says what should stand there, and nothing of the others. */
const lacksFigure = (grid: Grid, r: Relation): boolean => {
  if (r.form !== 'sum' || r.terms.length < 2 || r.kind === 'chain' || holds(r)) return false
  const all = [r.result, ...r.terms], isDown = r.kind === 'down'
  const steps = all.map((p) => (isDown ? p.row : p.column))
  let blanks = 0
  for (let at = Math.min(...steps); at <= Math.max(...steps); at += 1) {
    const row = grid.rows[isDown ? at : r.result.row]!, column = grid.columns[isDown ? r.result.column : at]!
    if (row.role !== 'heading' && row.figures[column]?.state === 'blank' && grid.cells[isDown ? at : r.result.row]!.some((c) => c !== null)) blanks += 1
  }
  return blanks === 1
}

/** All that a table's figures owe each other: its totals, its columns and rows made of others, balances that go on, shares, products and means. `uncast` are totals that no rows make. */
export const owed = (grid: Grid): { readonly relations: readonly Relation[]; readonly uncast: readonly Casting[] } => {
  const all = castings(grid)
  const uncast = all.filter((c) => isUncast(c) && c.clean && c.members.length >= 1)
  const sums = [...all.filter((c) => c.proven && c.clean), ...uncast.filter((c) => c.relations.length === 1)].flatMap((c) => c.relations)
  const across = columnRules(grid).flatMap((rule) => rule.relations)
  return {
    relations: exactCounts(grid, once([...sums, ...across, ...madeRows(grid), ...movements(grid), ...chains(grid), ...shares(grid), ...products(grid), ...interest(grid), ...means(grid)].filter((r) => !lacksFigure(grid, r)))),
    uncast: uncast.filter((c) => c.relations.length > 1),
  }
}
