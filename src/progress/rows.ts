import type { Db } from '../db/index.ts'
import type { Period } from '../kit/period.ts'
import { cellsOf, pathTo, revisionsOf, treeOf, type ItemRow, type PlanRow, type StoredPlan, type Tree } from '../plans/index.ts'
import { statusesSaid, updatesOf, type ItemUpdate } from './store.ts'
import { vocabularyAt } from './rules.ts'
import type { Vocabulary } from './types.ts'

/** What was reported as rows, in the words in which it was, with the items they are about. */
export const reportedRows = (plan: StoredPlan, tree: Tree, updates: readonly ItemUpdate[]): ItemRow[] => updates.map((u) => {
  const path = u.path ?? pathTo(tree, plan.levels, u.item)
  const row = { ...cellsOf(plan, path), path, status: u.status, remark: u.remark, source: { page: u.place.page, line: u.place.line, cell: u.place.cell }, repaired: [], review: u.review }
  return { item: u.item, row, sure: !u.confirm.includes('match') }
})

/** A period's update of a plan as rows, in the words in which it was reported. */
export const updateRows = async (db: Db, councilId: number, plan: StoredPlan, period: Period): Promise<PlanRow[]> => {
  const tree = treeOf(await revisionsOf(db, councilId, plan.planId))
  return reportedRows(plan, tree, await updatesOf(db, councilId, plan.planId, [period])).map((r) => r.row)
}

/** The key that held for a period of a plan. */
export const vocabularyFor = async (db: Db, councilId: number, planId: number, period: Period): Promise<Vocabulary> => vocabularyAt(await statusesSaid(db, councilId, planId), period)
