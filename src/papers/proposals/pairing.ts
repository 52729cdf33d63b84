import { comparePlanWithUpdate, ownRows, pathKey, pathTo, planRowOf, type Change, type ChangeKind, type Decision, type PlanRow, type StoredPlan, type Tree } from '../../plans/index.ts'
import type { DecidedRow, MatchAnswer } from './decided.ts'
import type { ProposalKind } from './types.ts'

/** A row and the item that it is about. `kinds` tells how their words differ. */
export type Pairing = { readonly item: number; readonly sure: boolean; readonly kinds: readonly ChangeKind[] }

/** A row in the shape that plans are compared in. */
export const comparedRow = (r: DecidedRow): PlanRow => ({ ...r.cells, path: r.path, source: r.source, repaired: r.repaired, review: r.review })

/** Pairs that a person answered: by the words of the row and of the item. */
const answeredPairs = (plan: StoredPlan, tree: Tree, rows: readonly DecidedRow[], decisions: readonly Decision[]): Map<number, number | null> => {
  const answers = new Map(decisions.filter((d) => d.kind === 'match').map((d) => [d.subject, (d.answer as MatchAnswer).to]))
  const byWords = new Map(ownRows(tree).map((r) => [pathKey(pathTo(tree, plan.levels, r.item)), r.item]))
  return new Map(rows.flatMap((r): [number, number | null][] => {
    const to = answers.get(pathKey(r.path))
    const item = to === undefined ? undefined : byWords.get(to ?? pathKey(r.path))
    // An item of its own is made once: the next quarter finds it by the same words.
    return item !== undefined ? [[r.row, item]] : to === null ? [[r.row, null]] : []
  }))
}

/** One pair for each row of a change: a row of a split goes on from the whole only once, a merged row from the first of its parts. */
const pairsOf = (change: Change, items: ReadonlyMap<PlanRow, number>, rows: ReadonlyMap<PlanRow, number>): [number, Pairing][] => {
  const [item, row] = [items.get(change.approved[0]!), rows.get(change.reported[0]!)]
  return item === undefined || row === undefined ? [] : [[row, { item, sure: change.sure, kinds: [change.kind, ...change.also] }]]
}

/** Which item of the plan each row is about: as a person said, else as the comparison finds. Rows without an entry are new. */
export const pairRows = (plan: StoredPlan, tree: Tree, rows: readonly DecidedRow[], kind: ProposalKind, decisions: readonly Decision[]): ReadonlyMap<number, Pairing> => {
  const answered = answeredPairs(plan, tree, rows, decisions)
  const taken = new Set(answered.values())
  const items = new Map(ownRows(tree).filter((r) => !taken.has(r.item)).map((r) => [planRowOf(plan, tree, r), r.item]))
  const free = new Map(rows.filter((r) => !answered.has(r.row)).map((r) => [comparedRow(r), r.row]))
  const { changes } = comparePlanWithUpdate([...items.keys()], [...free.keys()], { listsNotDue: true, wholePlan: kind === 'plan' })
  const found = new Map(changes.flatMap((change) => pairsOf(change, items, free)))
  for (const [row, item] of answered) if (item !== null) found.set(row, { item, sure: true, kinds: ['reworded'] })
  return oneRowEach(found)
}

/** No item is two rows': the later of two is an item of its own. */
const oneRowEach = (found: ReadonlyMap<number, Pairing>): ReadonlyMap<number, Pairing> => {
  const seen = new Set<number>()
  return new Map([...found].sort(([a], [b]) => a - b).filter(([, { item }]) => !seen.has(item) && seen.add(item)))
}
