import { sql, type RawBuilder } from 'kysely'
import type { Db } from '../db/index.ts'
import type { ItemRevision, LevelRole, LineageLink, NewRevision, StoredPlan } from './stored.ts'

/** Later than anything that was ever said. */
export const endOfTime = new Date('9999-01-01T00:00:00Z')

/** What was made by a proposal that was withdrawn (`by` a moment: by then) is kept but no longer counts. `table` has council_id and proposal_id. */
export const standing = (table: string, by: Date = endOfTime): RawBuilder<boolean> => sql<boolean>`not exists (
  select from proposal_event gone where gone.event = 'withdrawn' and gone.at < ${by} and gone.council_id = ${sql.ref(`${table}.council_id`)} and gone.proposal_id = ${sql.ref(`${table}.proposal_id`)})`

const planColumns = ['plan_id as planId', 'slug', 'title', 'year', 'levels', 'roles', 'proposal_id as proposalId'] as const
const plan = (row: Omit<StoredPlan, 'roles'> & { readonly roles: readonly string[] }): StoredPlan => ({ ...row, roles: row.roles as LevelRole[] })

/** The plans that stand, the latest year first. */
export const plansOf = async (db: Db, councilId: number): Promise<StoredPlan[]> =>
  (await db.selectFrom('plan').select(planColumns).where('council_id', '=', councilId).where(standing('plan'))
    .orderBy('year', 'desc').orderBy('slug').execute()).map(plan)

export const planBySlug = async (db: Db, councilId: number, slug: string): Promise<StoredPlan | null> => (await plansOf(db, councilId)).find((p) => p.slug === slug) ?? null

export const insertPlan = async (db: Db, councilId: number, given: Omit<StoredPlan, 'planId'>): Promise<StoredPlan> =>
  plan(await db.insertInto('plan').values({
    council_id: councilId, slug: given.slug, title: given.title, year: given.year, levels: [...given.levels], roles: [...given.roles], proposal_id: given.proposalId,
  }).returning(planColumns).executeTakeFirstOrThrow())

/** Makes actions on one council's plans wait for each other, so that two imports can't both number the same items. Ends with the transaction. */
export const holdPlans = async (db: Db, councilId: number): Promise<void> => { await db.selectFrom('council').select('council_id').where('council_id', '=', councilId).forNoKeyUpdate().execute() }

/** Every revision of a plan's items that stands, by item and in the order in which they hold: the last of an item is what it says now. `before`: only what had been said by then; `withdrawnBy`: what was withdrawn later still counts. */
export const revisionsOf = async (db: Db, councilId: number, planId: number, before: Date = endOfTime, withdrawnBy: Date = endOfTime): Promise<ItemRevision[]> => {
  const rows = await db.selectFrom('item_revision').innerJoin('proposal', (on) => on.onRef('proposal.council_id', '=', 'item_revision.council_id').onRef('proposal.proposal_id', '=', 'item_revision.proposal_id'))
    .selectAll('item_revision').select('proposal.kind as proposalKind').where('item_revision.council_id', '=', councilId).where('plan_id', '=', planId)
    .where('item_revision.at', '<', before).where(standing('item_revision', withdrawnBy)).orderBy('item').orderBy('on_day').orderBy('revision').execute()
  return rows.map((r) => ({
    item: r.item, revision: r.revision, kind: r.kind, parent: r.parent, level: r.level, position: r.position, ref: r.ref, wording: r.wording, due: r.due, fields: r.fields,
    rowNumber: r.row_number, confirm: r.confirm, review: r.review, authority: r.authority, reason: r.reason, onDay: r.on_day, fromPlan: r.proposalKind === 'plan', proposalId: r.proposal_id,
    place: { paperId: r.paper_id, page: r.page, line: r.line, cell: r.cell },
  }))
}

/** The highest number an item of the plan ever had, and of each item the highest revision: withdrawn ones too, since numbers are never used twice. */
export const numbersUsed = async (db: Db, councilId: number, planId: number): Promise<ReadonlyMap<number, number>> => {
  const rows = await db.selectFrom('item_revision').select(['item', (eb) => eb.fn.max('revision').as('revision')])
    .where('council_id', '=', councilId).where('plan_id', '=', planId).groupBy('item').execute()
  return new Map(rows.map((r) => [r.item, r.revision]))
}

const batches = <T>(all: readonly T[], size = 500): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

export const insertItems = async (db: Db, councilId: number, planId: number, proposalId: number, items: readonly number[]): Promise<void> => {
  for (const some of batches(items)) await db.insertInto('item').values(some.map((item) => ({ council_id: councilId, plan_id: planId, item, proposal_id: proposalId }))).execute()
}

export const insertRevisions = async (db: Db, councilId: number, planId: number, proposalId: number, who: string, revisions: readonly NewRevision[]): Promise<void> => {
  for (const some of batches(revisions)) {
    await db.insertInto('item_revision').values(some.map((r) => ({
      council_id: councilId, plan_id: planId, proposal_id: proposalId, who, item: r.item, revision: r.revision, kind: r.kind, parent: r.parent, level: r.level, position: r.position,
      ref: r.ref, wording: r.wording, due: r.due, fields: JSON.stringify(r.fields), row_number: r.rowNumber, confirm: [...r.confirm], review: [...r.review],
      authority: r.authority, reason: r.reason, on_day: r.onDay, paper_id: r.place.paperId, page: r.place.page, line: r.place.line, cell: r.place.cell,
    }))).execute()
  }
}

/** The links of a plan's items to earlier plans, each as it was last said. */
export const lineageOf = async (db: Db, councilId: number, planId: number): Promise<LineageLink[]> => {
  const rows = await db.selectFrom('lineage').selectAll().distinctOn(['item', 'earlier_plan_id', 'earlier_item']).where('council_id', '=', councilId).where('plan_id', '=', planId)
    .where(standing('lineage')).orderBy('item').orderBy('earlier_plan_id').orderBy('earlier_item').orderBy('revision', 'desc').execute()
  return rows.map((r) => ({ item: r.item, earlierPlanId: r.earlier_plan_id, earlierItem: r.earlier_item, kind: r.kind, state: r.state, revision: r.revision }))
}

export const insertLineage = async (db: Db, councilId: number, planId: number, proposalId: number, who: string, links: readonly LineageLink[]): Promise<void> => {
  for (const some of batches(links)) {
    await db.insertInto('lineage').values(some.map((l) => ({
      council_id: councilId, plan_id: planId, item: l.item, revision: l.revision, earlier_plan_id: l.earlierPlanId, earlier_item: l.earlierItem,
      kind: l.kind, state: l.state, who, proposal_id: proposalId,
    }))).execute()
  }
}
