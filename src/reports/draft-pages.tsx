import type { Db } from '../db/index.ts'
import { parsePeriod, type Period } from '../kit/period.ts'
import { Refused } from '../kit/refused.ts'
import { planBySlug, plansOf } from '../plans/index.ts'
import { inTransaction, recordChange } from '../people/index.ts'
import { periodsOf } from '../progress/index.ts'
import { NotFound, workRoutes, type Form, type Pages, type Work } from '../web/index.ts'
import { draftSnapshot, publish, setHeader, setNarrative, withdrawPublication } from './actions.ts'
import { lineFields, proseFields, readDraft, saidIn, type DraftProblem, type DraftSaid } from './draft-form.ts'
import { DraftPage, draftHref, ReportsPage } from './draft-views.tsx'
import { madeReport, type ProofReader } from './proof-reading.ts'
import type { PublicationSummary } from './published.ts'
import { formats, render } from './render/index.ts'
import { reportFile } from './report-file.ts'
import { publicationsOf } from './store.ts'
import type { Snapshot } from './types.ts'

type At = { readonly plan: string; readonly period: Period }

/** The plan and period of an address; what this council doesn't have is no page. */
const at = async ({ ctx, params }: Work): Promise<At> => {
  const [slug, period] = [params['plan'] ?? '', parsePeriod(params['period'] ?? '')]
  const plan = await planBySlug(ctx.db, ctx.councilId, slug)
  if (plan === null || period === null || !(await periodsOf(ctx.db, ctx.councilId, plan.planId)).includes(period)) throw new NotFound('Nothing was reported under that address.')
  return { plan: slug, period }
}
const draftAt = async (work: Work): Promise<Snapshot> => {
  const { plan, period } = await at(work)
  return draftSnapshot(work.ctx.db, work.ctx.councilId, plan, period)
}
const lastOf = async ({ ctx }: Work, { plan, period }: Pick<PublicationSummary, 'plan' | 'period'>): Promise<PublicationSummary | undefined> =>
  (await publicationsOf(ctx.db, ctx.councilId)).find((p) => p.plan === plan && p.period === period)

type Shown = { readonly said?: DraftSaid; readonly problems?: readonly DraftProblem[]; readonly refused?: string }
const draftPage = async (work: Work, { said, problems = [], refused }: Shown = {}) => {
  const snapshot = await draftAt(work)
  return <DraftPage work={work} snapshot={snapshot} said={said ?? saidIn(snapshot)} problems={problems} publication={await lastOf(work, { plan: snapshot.plan.slug, period: snapshot.period })} {...(refused ? { refused } : {})} />
}

const saidOf = (form: Form, snapshot: Snapshot): DraftSaid =>
  Object.fromEntries([...lineFields.map(([name]) => name), 'purpose', 'recommendations', 'glossary', ...proseFields(snapshot).map((p) => p.field)].map((name) => [name, form.said(name)]))

const save = async (work: Work, form: Form) => {
  const { plan, period } = await at(work)
  const snapshot = await draftSnapshot(work.ctx.db, work.ctx.councilId, plan, period)
  const said = saidOf(form, snapshot)
  const { header, narrative, problems } = readDraft(said, snapshot)
  if (problems.length > 0) return { page: await draftPage(work, { said, problems }), status: 422 as const }
  await inTransaction(work.ctx, async (ctx) => {
    await setHeader(ctx, plan, period, header)
    await setNarrative(ctx, plan, period, narrative)
  })
  return { to: draftHref(work, plan, period), did: 'saved' }
}

/** Refuses words that no longer fit the figures, and a report in which proof-reading finds an error, unless the person says why it may stand. */
const proofRead = async (work: Work, proofReader: ProofReader, waived: string): Promise<void> => {
  const snapshot = await draftAt(work)
  const { problems } = readDraft(saidIn(snapshot), snapshot)
  if (problems.length > 0) throw new Refused(`The saved words no longer fit the figures: ${problems.map((p) => p.message).join(' ')}`)
  const found = await proofReader.read(work.ctx, madeReport(snapshot, await render(snapshot, 'html')))
  const errors = typeof found === 'string' ? [] : found.own
  if (errors.length > 0 && waived === '') throw new Refused(`Proof-reading found ${errors.length === 1 ? 'an error' : `${errors.length} errors`} in the report, so it was not published: ${errors.map((e) => e.message).join(' ')} Mend it, or say below why it may stand.`)
  await inTransaction(work.ctx, async (ctx) => {
    for (const error of errors) await proofReader.letStand(ctx, error, waived)
    if (errors.length > 0) await recordChange(ctx, 'report.errors-waived', { plan: snapshot.plan.slug, period: snapshot.period, errors: errors.map((e) => e.message), reason: waived })
  })
}

/** Where a period's report is written, looked at, made public and taken down. */
export const draftPages = (db: Db, proofReader: ProofReader): Pages => (app, site) => {
  const { page, form } = workRoutes(app, site, db)
  page('/reports', async (work) => {
    const plans = await plansOf(db, work.ctx.councilId)
    const periods = await Promise.all(plans.map((plan) => periodsOf(db, work.ctx.councilId, plan.planId)))
    return <ReportsPage work={work} plans={plans.map((plan, i) => ({ plan, periods: periods[i]! }))} publications={await publicationsOf(db, work.ctx.councilId)} />
  })
  page('/reports/:plan/:period', (work) => draftPage(work))
  form('/reports/:plan/:period', save)
  page('/reports/:plan/:period/:file', async (work) => {
    const format = formats.find((f) => work.params['file'] === `preview.${f}`)
    if (format === undefined) throw new NotFound(`A preview can be had as ${formats.join(', ')}.`)
    return reportFile(await draftAt(work), format)
  })
  form('/reports/:plan/:period/publish', async (work, sent) => {
    const { plan, period } = await at(work)
    await proofRead(work, proofReader, sent.said('waive'))
    const { already } = await publish(work.ctx, plan, period)
    return { to: draftHref(work, plan, period), did: already ? 'already' : 'published' }
  }, (work, _form, refused) => draftPage(work, { refused }))
  form('/reports/:plan/:period/withdraw', async (work, sent) => {
    const { plan, period } = await at(work)
    await withdrawPublication(work.ctx, plan, period, sent.said('reason'))
    return { to: draftHref(work, plan, period), did: 'taken' }
  }, (work, _form, refused) => draftPage(work, { refused }))
}
