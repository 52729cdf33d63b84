import type { Figure } from '../../types.ts'
import type { Casting } from '../../recognisers/figures/cast.ts'
import { asPrinted, gauge, needed, type Amounts } from '../../recognisers/figures/gauge.ts'
import { gridOf, type Grid, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { owed } from '../../recognisers/figures/owed.ts'
import { holds, type Place, type Relation } from '../../recognisers/figures/relation.ts'
import { swappedDigits } from './swapped.ts'

/** One wrong cell: what it would have to be, and the relations that then hold. */
export type Fault = { readonly grid: Grid; readonly place: Place; readonly expected: number; readonly mends: readonly Relation[]; readonly others: readonly Relation[]; readonly certain: boolean; readonly swapped: boolean }
/** A total that its rows don't make in any column: a row is missing, or stands elsewhere. */
export type Uncast = { readonly grid: Grid; readonly casting: Casting }
export type TableFaults = { readonly grid: Grid; readonly faults: readonly Fault[]; readonly uncast: readonly Uncast[]; readonly relations: readonly Relation[] }

const key = ({ row, column }: Place): string => `${row} ${column}`
const places = (relation: Relation): Place[] => [relation.result, ...relation.terms]

type Candidate = { readonly place: Place; readonly expected: number; readonly mends: readonly Relation[]; readonly breaks: number; readonly isResult: number; readonly totals: number }
type Table = { readonly grid: Grid; readonly touching: ReadonlyMap<string, readonly Relation[]>; readonly amounts: Amounts; readonly isBacked: Backed }
/** Whether a figure stands in the paper a second time: then it is less likely the wrong one. */
export type Backed = (figure: Figure) => boolean

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
const worth = (c: Candidate): number => c.mends.length - c.breaks
const inOrder = (a: Candidate, b: Candidate): number => worth(b) - worth(a) || b.isResult - a.isResult || b.totals - a.totals

const bestOf = (table: Table, broken: ReadonlySet<Relation>, blamed: ReadonlySet<string>): Candidate | null => {
  const all = [...broken].flatMap((relation) => places(relation).flatMap((place) => (blamed.has(key(place)) ? [] : candidateOf(table, broken, relation, place) ?? [])))
  const [best, ...rest] = all.sort(inOrder)
  if (best === undefined || !isBackedAt(table, best.place)) return best ?? null
  // What stands elsewhere too is right, if just one other figure would explain it as well.
  const others = [...new Map(rest.filter((c) => worth(c) === worth(best) && c.mends.some((r) => best.mends.includes(r)) && !isBackedAt(table, c.place)).map((c) => [key(c.place), c])).values()]
  return others.length === 1 ? others[0]! : best
}
const isBackedAt = ({ grid, isBacked }: Table, { row, column }: Place): boolean => isBacked(grid.cells[row]![column]!.figure)

const touchingOf = (relations: readonly Relation[]): Map<string, Relation[]> => {
  const touching = new Map<string, Relation[]>()
  for (const relation of relations) for (const place of places(relation)) {
    const known = touching.get(key(place))
    if (known === undefined) touching.set(key(place), [relation])
    else known.push(relation)
  }
  return touching
}

/** Another figure of the same relations would explain them as well. */
const hasRival = (table: Table, broken: ReadonlySet<Relation>, best: Candidate): boolean =>
  best.mends.some((relation) => places(relation).some((place) => {
    const other = key(place) === key(best.place) ? null : candidateOf(table, broken, relation, place)
    return other !== null && worth(other) >= worth(best)
  }))

/** A total that nothing but its sum speaks against: one figure of the sum with two digits changed about explains it better, where that breaks nothing else. */
const slipOf = (table: Table, best: Candidate): { readonly place: Place; readonly expected: number; readonly swapped: true } | null => {
  const [only, ...more] = best.mends
  if (only === undefined || more.length > 0 || key(only.result) !== key(best.place)) return null
  const slip = swappedDigits(table.grid, only)
  const near = slip === null ? [] : table.touching.get(key(slip.place)) ?? []
  return slip !== null && near.every((r) => r === only || !keptNow(table, r) || keptWith(table, r, slip.place, slip.expected)) ? { ...slip, swapped: true } : null
}

/** One fault for each wrong cell: the fewest cells that make the broken relations hold, each put right before the next is sought. */
const culprits = (grid: Grid, relations: readonly Relation[], isBacked: Backed): Fault[] => {
  const broken = new Set(relations.filter((r) => !holds(r)))
  if (broken.size === 0) return []
  const touching = touchingOf(relations), right = new Map<string, number>(), printed = asPrinted(grid)
  const table: Table = { grid, touching, amounts: (place) => right.get(key(place)) ?? printed(place), isBacked }
  const faults: Fault[] = []
  while (broken.size > 0) {
    const best = bestOf(table, broken, new Set(right.keys()))
    if (best === null) break
    const { place, expected, swapped } = { ...best, swapped: false, ...slipOf(table, best) }
    faults.push({ grid, place, expected, mends: best.mends, others: (touching.get(key(place)) ?? []).filter(holds), certain: best.breaks === 0 && (best.isResult > 0 || !hasRival(table, broken, best)), swapped })
    right.set(key(place), expected)
    // A relation that only the change broke is no fault of the paper; one that stays broken is told by another cell.
    for (const r of touching.get(key(place)) ?? []) if (keptNow(table, r)) broken.delete(r)
  }
  return faults
}

export const faultsOf = (table: MoneyTable, isBacked: Backed = () => false): TableFaults => {
  const grid = gridOf(table)
  const { relations, uncast } = owed(grid)
  return { grid, faults: culprits(grid, relations, isBacked), uncast: uncast.map((casting) => ({ grid, casting })), relations }
}
