import type { Casting } from '../../recognisers/figures/cast.ts'
import { asPrinted, gauge, needed, type Amounts } from '../../recognisers/figures/gauge.ts'
import { gridOf, type Grid, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { owed } from '../../recognisers/figures/owed.ts'
import { holds, type Place, type Relation } from '../../recognisers/figures/relation.ts'

/** One wrong cell: what it would have to be, and the relations that then hold. */
export type Fault = { readonly grid: Grid; readonly place: Place; readonly expected: number; readonly mends: readonly Relation[]; readonly others: readonly Relation[]; readonly certain: boolean }
/** A total that its rows don't make in any column: a row is missing, or stands elsewhere. */
export type Uncast = { readonly grid: Grid; readonly casting: Casting }
export type TableFaults = { readonly grid: Grid; readonly faults: readonly Fault[]; readonly uncast: readonly Uncast[] }

const key = ({ row, column }: Place): string => `${row} ${column}`
const places = (relation: Relation): Place[] => [relation.result, ...relation.terms]

type Candidate = { readonly place: Place; readonly expected: number; readonly mends: readonly Relation[]; readonly breaks: number; readonly isResult: number; readonly totals: number }
type Table = { readonly grid: Grid; readonly touching: ReadonlyMap<string, readonly Relation[]>; readonly amounts: Amounts }

const keptWith = ({ grid, amounts }: Table, relation: Relation, place: Place, amount: number): boolean =>
  holds(gauge(grid, relation, (p) => (key(p) === key(place) ? amount : amounts(p))))
const keptNow = ({ grid, amounts }: Table, relation: Relation): boolean => holds(gauge(grid, relation, amounts))

/** What changing one cell so that `relation` holds would mend and break; null where no figure would do. */
const candidateOf = (table: Table, broken: ReadonlySet<Relation>, relation: Relation, place: Place): Candidate | null => {
  const expected = needed(table.grid, relation, place, table.amounts)
  if (expected === null || !keptWith(table, relation, place, expected)) return null
  const near = table.touching.get(key(place)) ?? []
  const mends = near.filter((r) => broken.has(r) && keptWith(table, r, place, expected))
  const breaks = near.filter((r) => !broken.has(r) && keptNow(table, r) && !keptWith(table, r, place, expected)).length
  return { place, expected, mends, breaks, isResult: mends.filter((r) => key(r.result) === key(place)).length, totals: table.grid.rows[place.row]!.role === 'line' ? 0 : 1 }
}
/** The cell whose change would mend most relations and break fewest; a result before what it is made of, a total before a line where they do equally well. */
const isBetter = (a: Candidate, b: Candidate): boolean =>
  ((a.mends.length - a.breaks) - (b.mends.length - b.breaks) || a.isResult - b.isResult || a.totals - b.totals) > 0

const bestOf = (table: Table, broken: ReadonlySet<Relation>, blamed: ReadonlySet<string>): Candidate | null => {
  let best: Candidate | null = null
  for (const relation of broken) for (const place of places(relation)) {
    if (blamed.has(key(place))) continue
    const candidate = candidateOf(table, broken, relation, place)
    if (candidate !== null && (best === null || isBetter(candidate, best))) best = candidate
  }
  return best
}

const touchingOf = (relations: readonly Relation[]): Map<string, Relation[]> => {
  const touching = new Map<string, Relation[]>()
  for (const relation of relations) for (const place of places(relation)) {
    const known = touching.get(key(place))
    if (known === undefined) touching.set(key(place), [relation])
    else known.push(relation)
  }
  return touching
}

/** One fault for each wrong cell: the fewest cells that make the broken relations hold, each put right before the next is sought. */
const culprits = (grid: Grid, relations: readonly Relation[]): Fault[] => {
  const broken = new Set(relations.filter((r) => !holds(r)))
  if (broken.size === 0) return []
  const touching = touchingOf(relations), right = new Map<string, number>(), printed = asPrinted(grid)
  const table: Table = { grid, touching, amounts: (place) => right.get(key(place)) ?? printed(place) }
  const faults: Fault[] = []
  while (broken.size > 0) {
    const best = bestOf(table, broken, new Set(right.keys()))
    if (best === null) break
    faults.push({ grid, place: best.place, expected: best.expected, mends: best.mends, others: (touching.get(key(best.place)) ?? []).filter(holds), certain: best.breaks === 0 })
    right.set(key(best.place), best.expected)
    // A relation that only the change broke is no fault of the paper; one that stays broken is told by another cell.
    for (const r of touching.get(key(best.place)) ?? []) if (keptNow(table, r)) broken.delete(r)
  }
  return faults
}

export const faultsOf = (table: MoneyTable): TableFaults => {
  const grid = gridOf(table)
  const { relations, uncast } = owed(grid)
  return { grid, faults: culprits(grid, relations), uncast: uncast.map((casting) => ({ grid, casting })) }
}
