import type { Db, DecisionKind } from '../db/index.ts'

/** What a person once answered on a subject; the latest answer holds. */
export type Decision = { readonly kind: DecisionKind; readonly planSlug: string; readonly subject: string; readonly answer: unknown; readonly reason: string; readonly who: string; readonly at: Date }

/** The answers that hold in a council, one for each plan, kind and subject. */
export const decisionsOf = (db: Db, councilId: number): Promise<Decision[]> =>
  db.selectFrom('decision').select(['kind', 'plan_slug as planSlug', 'subject', 'answer', 'reason', 'who', 'at']).distinctOn(['plan_slug', 'kind', 'subject'])
    .where('council_id', '=', councilId).orderBy('plan_slug').orderBy('kind').orderBy('subject').orderBy('decision_id', 'desc').execute()

export const insertDecision = async (db: Db, councilId: number, { kind, planSlug, subject, answer, reason, who }: Omit<Decision, 'at'>): Promise<void> => {
  await db.insertInto('decision').values({ council_id: councilId, kind, plan_slug: planSlug, subject, answer: JSON.stringify(answer), reason, who }).execute()
}
