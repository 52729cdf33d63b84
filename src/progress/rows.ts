import type { Db } from '../db/index.ts'
import type { Period } from '../kit/period.ts'
import { cellsOf, pathTo, revisionsOf, treeOf, type PlanRow, type StoredPlan } from '../plans/index.ts'
import { statusesSaid, updatesOf } from './store.ts'
import { vocabularyAt } from './rules.ts'
import type { Vocabulary } from './types.ts'

/** A period's update of a plan as rows, in the words in which it was reported. */
export const updateRows = async (db: Db, councilId: number, plan: StoredPlan, period: Period): Promise<PlanRow[]> => {
  const tree = treeOf(await revisionsOf(db, councilId, plan.planId))
  return (await updatesOf(db, councilId, plan.planId, [period])).map((u) => {
    const path = u.path ?? pathTo(tree, plan.levels, u.item)
    return { ...cellsOf(plan, path), path, status: u.status, remark: u.remark, source: { page: u.place.page, line: u.place.line, cell: u.place.cell }, repaired: [], review: u.review }
  })
}

/** The key that held for a period of a plan. */
export const vocabularyFor = async (db: Db, councilId: number, planId: number, period: Period): Promise<Vocabulary> => vocabularyAt(await statusesSaid(db, councilId, planId), period)
