import { castings, type Casting } from '../../recognisers/figures/cast.ts'
import { columnRules } from '../../recognisers/figures/across.ts'
import { gridOf, type Grid, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { gather } from '../pack/gather.ts'
import { holds, type Place, type Relation } from '../../recognisers/figures/relation.ts'

/** One wrong cell: what it would have to be, and the relations that then hold. */
export type Fault = { readonly grid: Grid; readonly place: Place; readonly expected: number; readonly mends: readonly Relation[]; readonly others: readonly Relation[]; readonly certain: boolean }
/** A total that its rows don't make in any column: a row is missing, or stands elsewhere. */
export type Uncast = { readonly grid: Grid; readonly casting: Casting }
export type TableFaults = { readonly grid: Grid; readonly faults: readonly Fault[]; readonly uncast: readonly Uncast[] }

const key = ({ row, column }: Place): string => `${row} ${column}`
const places = (relation: Relation): Place[] => [relation.result, ...relation.terms]

/** What a cell would have to be for the relation to hold exactly. */
const needed = (grid: Grid, relation: Relation, place: Place): number => {
  const now = grid.cells[place.row]![place.column]!.amount
  if (key(place) === key(relation.result)) return now - relation.gap
  const term = relation.terms.find((t) => key(t) === key(place))!
  return now + term.sign * relation.gap
}
const keptWith = (grid: Grid, relation: Relation, place: Place, amount: number): boolean => {
  const change = amount - grid.cells[place.row]![place.column]!.amount
  const sign = key(place) === key(relation.result) ? 1 : -(relation.terms.find((t) => key(t) === key(place))?.sign ?? 0)
  return Math.abs(relation.gap + sign * change) <= relation.slack
}

type Candidate = { readonly place: Place; readonly expected: number; readonly mends: readonly Relation[]; readonly breaks: number; readonly isResult: number; readonly totals: number }

/** The cells whose change would mend most relations and break fewest; a total before a line where they do equally well. */
const candidatesOf = (grid: Grid, broken: readonly Relation[], touching: ReadonlyMap<string, readonly Relation[]>): Candidate[] =>
  broken.flatMap((relation) => places(relation).map((place) => {
    const expected = needed(grid, relation, place)
    const near = touching.get(key(place)) ?? []
    const mends = near.filter((r) => !holds(r) && keptWith(grid, r, place, expected))
    const breaks = near.filter((r) => holds(r) && !keptWith(grid, r, place, expected)).length
    return { place, expected, mends, breaks, isResult: mends.filter((r) => key(r.result) === key(place)).length, totals: grid.rows[place.row]!.role === 'line' ? 0 : 1 }
  })).sort((a, b) => (b.mends.length - b.breaks) - (a.mends.length - a.breaks) || b.isResult - a.isResult || b.totals - a.totals)

const touchingOf = (relations: readonly Relation[]): Map<string, Relation[]> => {
  const touching = new Map<string, Relation[]>()
  for (const relation of relations) for (const place of places(relation)) gather(touching, key(place), relation)
  return touching
}

/** One fault for each wrong cell: the fewest cells that make the broken relations hold. */
const culprits = (grid: Grid, relations: readonly Relation[]): Fault[] => {
  const touching = touchingOf(relations)
  const broken = new Set(relations.filter((r) => !holds(r)))
  const faults: Fault[] = []
  for (const candidate of candidatesOf(grid, [...broken], touching)) {
    const left = candidate.mends.filter((r) => broken.has(r))
    if (left.length === 0 || left.length < candidate.mends.length) continue
    for (const r of left) broken.delete(r)
    const others = (touching.get(key(candidate.place)) ?? []).filter(holds)
    faults.push({ grid, place: candidate.place, expected: candidate.expected, mends: left, others, certain: candidate.breaks === 0 })
  }
  for (const relation of broken) faults.push({ grid, place: relation.result, expected: needed(grid, relation, relation.result), mends: [relation], others: [], certain: false })
  return faults
}

/** Unproven totals with more than one column are judged whole, not cell by cell. */
const isUncast = (casting: Casting): boolean => !casting.proven && casting.relations.some((r) => !holds(r))

export const faultsOf = (table: MoneyTable): TableFaults => {
  const grid = gridOf(table)
  const all = castings(grid)
  const uncast = all.filter((c) => isUncast(c) && c.clean && c.members.length >= 1)
  const single = uncast.filter((c) => c.relations.length === 1)
  const sure = all.filter((c) => c.proven && c.clean)
  const relations = [...sure, ...single].flatMap((c) => c.relations).concat(columnRules(grid).flatMap((rule) => rule.relations))
  return { grid, faults: culprits(grid, relations), uncast: uncast.filter((c) => c.relations.length > 1).map((casting) => ({ grid, casting })) }
}
