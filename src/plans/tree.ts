import { plainWords } from '../kit/words.ts'
import type { ItemRevision, LevelRole, StoredPlan } from './stored.ts'
import type { PlanRow, Step } from './types.ts'

/** A plan's items as each now stands, parents before children in the plan's order. */
export type Tree = { readonly items: readonly ItemRevision[]; readonly byItem: ReadonlyMap<number, ItemRevision> }

/** The last of each item's revisions that `counts`; revisions come in the order in which they hold. */
export const treeOf = (revisions: readonly ItemRevision[], counts: (r: ItemRevision) => boolean = () => true): Tree => {
  const last = new Map(revisions.filter(counts).map((r) => [r.item, r]))
  const children = new Map<number | null, ItemRevision[]>()
  for (const r of last.values()) {
    const parent = r.parent !== null && last.has(r.parent) ? r.parent : null
    children.set(parent, [...(children.get(parent) ?? []), r])
  }
  const below = (parent: number | null): ItemRevision[] => (children.get(parent) ?? [])
    .sort((a, b) => a.position - b.position || a.item - b.item).flatMap((r) => [r, ...below(r.item)])
  return { items: below(null), byItem: last }
}

/** The item and all above it, from the top down. */
export const lineTo = (tree: Tree, item: number | null): ItemRevision[] => {
  const found = item === null ? undefined : tree.byItem.get(item)
  return found === undefined ? [] : [...lineTo(tree, found.parent), found]
}

export const pathTo = (tree: Tree, levels: readonly string[], item: number): Step[] =>
  lineTo(tree, item).map((r) => ({ level: levels[r.level] ?? '', text: r.wording }))

/** Paths are the same when their words are, whatever the levels are called. */
export const pathKey = (path: readonly Pick<Step, 'text'>[]): string => path.map((s) => plainWords(s.text)).join(' > ')

/** The four cells every plan row has, from a path: what each level is in every plan's words. */
export const cellsOf = ({ levels, roles }: Pick<StoredPlan, 'levels' | 'roles'>, path: readonly Step[]): Record<LevelRole, string | null> => {
  const cell = (role: LevelRole): string | null => path.findLast((s) => roles[levels.indexOf(s.level)] === role)?.text ?? null
  return { theme: cell('theme'), objective: cell('objective'), deliverable: cell('deliverable'), milestone: cell('milestone') }
}

/** An item as a row of its plan. */
export const planRowOf = (plan: Pick<StoredPlan, 'levels' | 'roles'>, tree: Tree, { item, place, review }: ItemRevision): PlanRow => {
  const path = pathTo(tree, plan.levels, item)
  return { ...cellsOf(plan, path), path, status: null, remark: null, source: { page: place.page, line: place.line, cell: place.cell }, repaired: [], review }
}

/** The items that a paper has a row about, not the headings over them. */
export const ownRows = (tree: Tree): readonly ItemRevision[] => tree.items.filter((r) => r.rowNumber !== null)
