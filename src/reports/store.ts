import type { Db } from '../db/index.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import type { PublicationSummary, Published } from './published.ts'
import type { Narrative, ReportHeader, Snapshot } from './types.ts'

export type PaperFact = { readonly paperId: number; readonly file: string; readonly title: string; readonly sha256: string }

/** The papers of a council by number. */
export const papersOf = async (db: Db, councilId: number): Promise<ReadonlyMap<number, PaperFact>> => {
  const rows = await db.selectFrom('paper').select(['paper_id as paperId', 'file', 'title', 'sha256']).where('council_id', '=', councilId).execute()
  return new Map(rows.map((r) => [r.paperId, r]))
}

export type Draft = { readonly header: ReportHeader; readonly narrative: readonly Narrative[] }
const emptyDraft: Draft = { header: {}, narrative: [] }

/** The header and prose last saved for a period's report; empty where none were. */
export const draftFor = async (db: Db, councilId: number, planId: number, period: Period): Promise<Draft & { readonly revision: number }> => {
  const row = await db.selectFrom('report_draft').select(['header', 'narrative', 'revision']).where('council_id', '=', councilId).where('plan_id', '=', planId).where('period', '=', period)
    .orderBy('revision', 'desc').limit(1).executeTakeFirst()
  return row === undefined ? { ...emptyDraft, revision: 0 } : { header: row.header as ReportHeader, narrative: row.narrative as Narrative[], revision: row.revision }
}

export const insertDraft = async (db: Db, councilId: number, planId: number, period: Period, revision: number, who: string, { header, narrative }: Draft): Promise<void> => {
  await db.insertInto('report_draft').values({ council_id: councilId, plan_id: planId, period, revision, who, header: JSON.stringify(header), narrative: JSON.stringify(narrative) }).execute()
}

export type NewPublication = { readonly planId: number; readonly snapshot: Snapshot; readonly text: string; readonly hash: string; readonly met: number; readonly of: number; readonly on: Day; readonly who: string }
export const insertPublication = async (db: Db, councilId: number, { planId, snapshot, text, hash, met, of, on, who }: NewPublication): Promise<void> => {
  await db.insertInto('publication').values({
    council_id: councilId, plan_slug: snapshot.plan.slug, period: snapshot.period, edition: snapshot.edition, plan_id: planId, published_on: on,
    title: snapshot.plan.title, year: snapshot.plan.year, met, counted: of, hash, snapshot: text, who,
  }).execute()
}

export const insertWithdrawal = async (db: Db, councilId: number, w: { plan: string; period: Period; edition: number; reason: string; on: Day; who: string }): Promise<void> => {
  await db.insertInto('publication_withdrawal').values({ council_id: councilId, plan_slug: w.plan, period: w.period, edition: w.edition, reason: w.reason, on_day: w.on, who: w.who }).execute()
}

/** Every edition that a council published, the newest period and edition first. An edition is withdrawn with every later one's withdrawal. */
export const publicationsOf = async (db: Db, councilId: number): Promise<PublicationSummary[]> => {
  const gone = await db.selectFrom('publication_withdrawal').selectAll().where('council_id', '=', councilId).orderBy('edition').execute()
  const rows = await db.selectFrom('publication').select(['plan_slug as plan', 'title', 'year', 'period', 'edition', 'published_on as publishedOn', 'met', 'counted as of', 'hash'])
    .where('council_id', '=', councilId).orderBy('year', 'desc').orderBy('period', 'desc').orderBy('plan_slug').orderBy('edition', 'desc').execute()
  return rows.map((r) => {
    const w = gone.find((g) => g.plan_slug === r.plan && g.period === r.period && g.edition >= r.edition)
    return { ...r, withdrawn: w === undefined ? null : { on: w.on_day, reason: w.reason } }
  })
}

/** Councils that have published something, by name. One of the few queries that cross councils. */
export const councilsWithPublications = (db: Db): Promise<{ slug: string; name: string }[]> =>
  db.selectFrom('council').select(['slug', 'name']).where((eb) => eb.exists(eb.selectFrom('publication').select('publication.edition').whereRef('publication.council_id', '=', 'council.council_id'))).orderBy('name').execute()

/** The snapshot of an edition as it was frozen, unless it was withdrawn. */
export const snapshotOfEdition = async (db: Db, councilId: number, { plan, period, edition, withdrawn }: PublicationSummary): Promise<Published> => {
  if (withdrawn !== null) return { state: 'withdrawn', ...withdrawn, plan, period }
  const row = await db.selectFrom('publication').select(['snapshot', 'hash']).where('council_id', '=', councilId).where('plan_slug', '=', plan).where('period', '=', period)
    .where('edition', '=', edition).executeTakeFirst()
  return row === undefined ? { state: 'none' } : { state: 'published', snapshot: row.snapshot as Snapshot, hash: row.hash }
}
