import type { Db } from '../../db/index.ts'
import { Refused } from '../../kit/refused.ts'
import { planBySlug, type StoredPlan } from '../../plans/index.ts'
import { NotFound, workRoutes, type Form, type Pages, type Work } from '../../web/index.ts'
import { confirmLineage, lineageToConfirm } from './lineage.ts'
import { YearsPage } from './lineage-views.tsx'

const planAt = async ({ ctx, params }: Work): Promise<StoredPlan> => {
  const plan = await planBySlug(ctx.db, ctx.councilId, params['plan'] ?? '')
  if (plan === null) throw new NotFound('There is no such plan.')
  return plan
}

const numberSaid = (form: Form, name: string): number => {
  const said = form.said(name)
  if (!/^\d{1,9}$/.test(said)) throw new Refused('The form was incomplete: reload the page and answer again.')
  return Number(said)
}

/** Where a person says which items continue those of the year before. */
export const lineagePages = (db: Db): Pages => (app, site) => {
  const { page, form } = workRoutes(app, site, db)
  page('/years/:plan', async (work) => {
    const plan = await planAt(work)
    return <YearsPage work={work} plan={plan} links={await lineageToConfirm(work.ctx, plan.slug)} />
  })
  form('/years/:plan', async (work, sent) => {
    const plan = await planAt(work)
    await confirmLineage(work.ctx, plan.slug, numberSaid(sent, 'item'), { plan: sent.said('earlierPlan'), item: numberSaid(sent, 'earlierItem') }, sent.said('keep') === 'yes')
    return { to: `/${work.council.slug}/work/years/${plan.slug}`, did: 'match' }
  })
}
