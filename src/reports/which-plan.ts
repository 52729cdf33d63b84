import type { Db } from '../db/index.ts'
import type { Period } from '../kit/period.ts'
import { plansOf, requirePlan, type StoredPlan } from '../plans/index.ts'
import { periodsOf } from '../progress/index.ts'

/** The plan of a slug; left out, the only plan that something was reported on for the period. Refuses to guess between two, naming those there are. */
export const planReported = async (db: Db, councilId: number, slug: string | undefined, period: Period): Promise<StoredPlan> => {
  if (slug !== undefined) return requirePlan(db, councilId, slug)
  const reported: StoredPlan[] = []
  for (const plan of await plansOf(db, councilId)) if ((await periodsOf(db, councilId, plan.planId)).includes(period)) reported.push(plan)
  return reported.length === 1 ? reported[0]! : requirePlan(db, councilId)
}
