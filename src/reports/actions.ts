import { createHash } from 'node:crypto'
import type { Db } from '../db/index.ts'
import { Refused } from '../kit/refused.ts'
import { printPeriod, type Period } from '../kit/period.ts'
import { councilById, councilBySlug, inTransaction, recordChange, type Ctx } from '../people/index.ts'
import { holdPlans, lineageOf, planBefore, plansOf, revisionsOf, treeOf, type StoredPlan } from '../plans/index.ts'
import { headline, periodsOf, statusesSaid, updatesOf } from '../progress/index.ts'
import { canonical } from './canonical.ts'
import { assemble, type EarlierPlan, type Facts } from './assemble.ts'
import { differences } from './differs.ts'
import type { YearBefore } from './earlier.ts'
import type { PublicationSummary, PublicRecord, Published } from './published.ts'
import { proseProblems } from './prose.ts'
import { planReported } from './which-plan.ts'
import { councilsWithPublications, draftFor, insertDraft, insertPublication, insertWithdrawal, papersOf, publicationsOf, snapshotOfEdition, type Draft } from './store.ts'
import type { Narrative, ReportHeader, Snapshot } from './types.ts'

/** The plans of years before, each with its own links, so that a line can be followed as far as it goes. */
const earlierPlans = async (db: Db, councilId: number, plan: StoredPlan): Promise<ReadonlyMap<number, EarlierPlan>> => {
  const earlier = (await plansOf(db, councilId)).filter((p) => p.year < plan.year)
  const all = new Map<number, EarlierPlan>()
  for (const p of earlier) all.set(p.planId, { plan: p, tree: treeOf(await revisionsOf(db, councilId, p.planId)), links: await lineageOf(db, councilId, p.planId) })
  return all
}

/** The plan of the year before with all that was reported on it. */
const yearBefore = async (db: Db, councilId: number, plan: StoredPlan, earlier: ReadonlyMap<number, EarlierPlan>): Promise<YearBefore | null> => {
  const found = planBefore(plan, [...earlier.values()].map((e) => e.plan))
  if (found === null) return null
  const { planId } = found
  return { plan: found, tree: earlier.get(planId)!.tree, updates: await updatesOf(db, councilId, planId, await periodsOf(db, councilId, planId)), said: await statusesSaid(db, councilId, planId) }
}

const factsOf = async (db: Db, councilId: number, plan: StoredPlan, period: Period): Promise<Facts> => {
  const periods = await periodsOf(db, councilId, plan.planId)
  if (!periods.includes(period)) throw new Refused(`Nothing was reported on "${plan.slug}" for ${printPeriod(period)}. ${periods.length === 0 ? 'Import an update first.' : `There is: ${periods.join(', ')}.`}`)
  const revisions = await revisionsOf(db, councilId, plan.planId)
  const earlier = await earlierPlans(db, councilId, plan)
  return {
    plan, period, revisions, tree: treeOf(revisions), links: await lineageOf(db, councilId, plan.planId), earlier, before: await yearBefore(db, councilId, plan, earlier),
    updates: await updatesOf(db, councilId, plan.planId, periods), said: await statusesSaid(db, councilId, plan.planId), papers: await papersOf(db, councilId),
  }
}

/** The facts of a period as they now stand, with the header and prose given. Refuses a period that nothing was reported for. Not published: edition 0, no day. */
export const snapshotOf = async (db: Db, councilId: number, planSlug: string | undefined, period: Period, header: ReportHeader, narrative: readonly Narrative[]): Promise<Snapshot> => {
  const council = await councilById(db, councilId)
  const plan = await planReported(db, councilId, planSlug, period)
  return {
    form: 1, council: { slug: council.slug, name: council.name, gss: council.gss }, ...assemble(await factsOf(db, councilId, plan, period)),
    edition: 0, publishedOn: null, differs: [], header, narrative,
  }
}

/** The header and prose last saved for a period. */
export const draftOf = async (db: Db, councilId: number, planSlug: string | undefined, period: Period): Promise<Draft> => {
  const { header, narrative } = await draftFor(db, councilId, (await planReported(db, councilId, planSlug, period)).planId, period)
  return { header, narrative }
}

/** The facts of a period as they now stand, with the header and prose last saved: what staff see before it is published. */
export const draftSnapshot = async (db: Db, councilId: number, planSlug: string | undefined, period: Period): Promise<Snapshot> => {
  const { header, narrative } = await draftOf(db, councilId, planSlug, period)
  return snapshotOf(db, councilId, planSlug, period, header, narrative)
}

const saveDraft = (ctx: Ctx, planSlug: string | undefined, period: Period, what: string, change: (draft: Draft) => Draft): Promise<void> => inTransaction(ctx, async (ctx) => {
  await holdPlans(ctx.db, ctx.councilId)
  const plan = await planReported(ctx.db, ctx.councilId, planSlug, period)
  const { revision, ...before } = await draftFor(ctx.db, ctx.councilId, plan.planId, period)
  const after = change(before)
  if (canonical(after) === canonical(before)) return
  await insertDraft(ctx.db, ctx.councilId, plan.planId, period, revision + 1, ctx.who, after)
  await recordChange(ctx, what, { plan: plan.slug, period })
})

/** Saves the header of a period's report. */
export const setHeader = (ctx: Ctx, planSlug: string | undefined, period: Period, header: ReportHeader): Promise<void> => saveDraft(ctx, planSlug, period, 'report.header-set', (d) => ({ ...d, header }))
/** Saves the officers' prose of a period's report. */
export const setNarrative = (ctx: Ctx, planSlug: string | undefined, period: Period, narrative: readonly Narrative[]): Promise<void> =>
  saveDraft(ctx, planSlug, period, 'report.narrative-set', (d) => ({ ...d, narrative }))

export type PublishResult = { readonly plan: string; readonly period: Period; readonly edition: number; readonly hash: string; readonly differs: readonly string[]; readonly met: number; readonly of: number; readonly notStated: number; /** True where the last edition says the same, so that nothing was done. */ readonly already: boolean }

const lastEdition = async (db: Db, councilId: number, plan: string, period: Period): Promise<{ summary: PublicationSummary; published: Published } | null> => {
  const summary = (await publicationsOf(db, councilId)).find((p) => p.plan === plan && p.period === period)
  return summary === undefined ? null : { summary, published: await snapshotOfEdition(db, councilId, summary) }
}

/** What an edition says, without its number and day. */
const said = (s: Snapshot): string => canonical({ ...s, edition: 0, publishedOn: null, differs: [] })

/** Freezes a period's facts and makes them public. Said again without a change it does nothing; after a correction it is a new edition that tells what differs. */
export const publish = (ctx: Ctx, planSlug: string | undefined, period: Period): Promise<PublishResult> => inTransaction(ctx, async (ctx) => {
  await holdPlans(ctx.db, ctx.councilId)
  const plan = await planReported(ctx.db, ctx.councilId, planSlug, period)
  const draft = await draftSnapshot(ctx.db, ctx.councilId, plan.slug, period)
  const problems = proseProblems(draft)
  if (problems.length > 0) throw new Refused(`The report's words can't be published: ${problems.join(' ')}`)
  const last = await lastEdition(ctx.db, ctx.councilId, plan.slug, period)
  const before = last?.published.state === 'published' ? last.published.snapshot : null
  const { met, of, notStated } = headline(draft.items.flatMap((i) => (i.update === null ? [] : [i.update])), draft.vocabulary)
  if (last !== null && before !== null && said(before) === said(draft)) return { plan: plan.slug, period, edition: last.summary.edition, hash: last.summary.hash, differs: [], met, of, notStated, already: true }
  const snapshot: Snapshot = { ...draft, edition: (last?.summary.edition ?? 0) + 1, publishedOn: ctx.today, differs: before === null ? [] : sentences(differences(before, draft)) }
  const text = canonical(snapshot)
  const hash = createHash('sha256').update(text).digest('hex')
  await insertPublication(ctx.db, ctx.councilId, { planId: plan.planId, snapshot, text, hash, met, of, on: ctx.today, who: ctx.who })
  await recordChange(ctx, 'report.published', { plan: plan.slug, period, edition: snapshot.edition, hash })
  return { plan: plan.slug, period, edition: snapshot.edition, hash, differs: snapshot.differs, met, of, notStated, already: false }
})
const sentences = (found: readonly string[]): readonly string[] => (found.length === 0 ? ['Sources or history are corrected; no figure or text is changed.'] : found)

/** Takes a publication down, every edition so far, and says why. The next edition is public again. */
export const withdrawPublication = (ctx: Ctx, planSlug: string, period: Period, reason: string): Promise<void> => inTransaction(ctx, async (ctx) => {
  if (reason.trim() === '') throw new Refused('Say why it is withdrawn: --reason "...". The public sees the reason.')
  const last = await lastEdition(ctx.db, ctx.councilId, planSlug, period)
  if (last === null) throw new Refused(`Nothing is published of "${planSlug}" for ${printPeriod(period)}.`)
  if (last.summary.withdrawn !== null) throw new Refused(`The publication of "${planSlug}" for ${printPeriod(period)} was withdrawn before.`)
  await insertWithdrawal(ctx.db, ctx.councilId, { plan: planSlug, period, edition: last.summary.edition, reason: reason.trim(), on: ctx.today, who: ctx.who })
  await recordChange(ctx, 'report.withdrawn', { plan: planSlug, period, edition: last.summary.edition, reason: reason.trim() })
})

/** What the public sees of a council: the newest edition of a plan and period, the latest of those left out. */
export const publishedSnapshot = async (db: Db, councilSlug: string, plan?: string, period?: Period, edition?: number): Promise<Published> => {
  const council = await councilBySlug(db, councilSlug)
  if (council === null) return { state: 'none' }
  const found = (await publicationsOf(db, council.councilId)).filter((p) => (plan ?? p.plan) === p.plan && (period ?? p.period) === p.period && (edition ?? p.edition) === p.edition)
  const newest = (period === undefined ? found.find((p) => p.withdrawn === null) : undefined) ?? found[0]
  return newest === undefined ? { state: 'none' } : snapshotOfEdition(db, council.councilId, newest)
}

/** Those who ask the same at the same moment share one answer; it is forgotten as soon as it is given, so nobody sees an old one. */
const shared = <T>(ask: (about: string) => Promise<T>): ((about: string) => Promise<T>) => {
  const asked = new Map<string, Promise<T>>()
  return (about) => {
    const answer = asked.get(about) ?? ask(about).finally(() => asked.delete(about))
    asked.set(about, answer)
    return answer
  }
}

/** What the public pages may ask for, over the database. */
export const publicRecord = (db: Db): PublicRecord => ({
  councils: () => councilsWithPublications(db),
  council: shared(async (slug) => {
    const council = await councilBySlug(db, slug)
    const publications = council === null ? [] : await publicationsOf(db, council.councilId)
    return council === null || publications.length === 0 ? null : { slug: council.slug, name: council.name, publications }
  }),
  snapshot: (council, plan, period, edition) => publishedSnapshot(db, council, plan, period, edition),
})
