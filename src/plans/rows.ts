import type { Db } from '../db/index.ts'
import { Refused } from '../kit/refused.ts'
import { planBySlug, plansOf, revisionsOf } from './store.ts'
import type { ItemRow } from './settled.ts'
import type { ItemRevision, StoredPlan } from './stored.ts'
import { ownRows, planRowOf, treeOf } from './tree.ts'
import type { PlanRow } from './types.ts'

/** A plan's rows in the words it was approved in, with their items; where no paper of the plan itself was imported, as it stands. */
export const approvedRows = (plan: StoredPlan, revisions: readonly ItemRevision[]): ItemRow[] => {
  const approved = treeOf(revisions, (r) => r.fromPlan)
  const tree = approved.items.length > 0 ? approved : treeOf(revisions)
  return ownRows(tree).map((r) => ({ item: r.item, row: planRowOf(plan, tree, r), sure: true }))
}

/** A plan's rows in the words it was approved in; where no paper of the plan itself was imported, as it stands. */
export const planRows = async (db: Db, councilId: number, plan: StoredPlan): Promise<PlanRow[]> =>
  approvedRows(plan, await revisionsOf(db, councilId, plan.planId)).map((r) => r.row)

/** The plan of a slug, which may be left out where the council has one. Refuses any other, naming those there are. */
export const requirePlan = async (db: Db, councilId: number, slug?: string): Promise<StoredPlan> => {
  const all = await plansOf(db, councilId)
  const found = slug === undefined ? (all.length === 1 ? all[0]! : null) : await planBySlug(db, councilId, slug)
  if (found !== null) return found
  const there = all.length === 0 ? 'No plan has been imported yet.' : `There ${all.length === 1 ? 'is' : 'are'}: ${all.map((p) => p.slug).join(', ')}.`
  throw new Refused(slug === undefined ? `Say which plan is meant: --plan. ${there}` : `There is no plan "${slug}". ${there}`)
}
