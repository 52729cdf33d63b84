import type { Db } from '../../db/index.ts'
import { parsePeriod } from '../../kit/period.ts'
import { planBySlug, type Change } from '../../plans/index.ts'
import { periodsOf } from '../../progress/index.ts'
import { draftSnapshot } from '../../reports/index.ts'
import { NotFound, workRoutes, type Pages, type Work } from '../../web/index.ts'
import { proposalsOf, proposalView } from '../proposals/index.ts'
import { addCheckPages } from './check-pages.tsx'
import { ComparePage, type AnswerAt } from './compare-views.tsx'

/** Rows of the period's papers by their words, so that a change leads to the row that it was read from. */
const answersFor = async (work: Work, plan: string, period: string): Promise<AnswerAt> => {
  const { ctx, council } = work
  const taken = (await proposalsOf(ctx.db, ctx.councilId)).filter((p) => p.planSlug === plan && p.period === period && p.kind === 'update' && p.state === 'accepted')
  const views = await Promise.all(taken.map((p) => proposalView(ctx, p.proposalId)))
  const rows = new Map(views.toReversed().flatMap((v) => v.rows.map((r) => [r.path.map((s) => s.text).join('\n'), `/${council.slug}/work/papers/${v.proposalId}/rows/${r.row}`] as const)))
  return (change: Change) => rows.get(change.reported[0]?.path.map((s) => s.text).join('\n') ?? '') ?? null
}

const compare = async (work: Work) => {
  const [slug, period] = [work.params['plan'] ?? '', parsePeriod(work.params['period'] ?? '')]
  const plan = await planBySlug(work.ctx.db, work.ctx.councilId, slug)
  if (plan === null || period === null || !(await periodsOf(work.ctx.db, work.ctx.councilId, plan.planId)).includes(period)) throw new NotFound('Nothing was reported under that address.')
  return <ComparePage work={work} snapshot={await draftSnapshot(work.ctx.db, work.ctx.councilId, slug, period)} answerAt={await answersFor(work, slug, period)} />
}

/** Where a paper is checked without being kept, and an update is held against its plan. */
export const deskPages = (db: Db): Pages => (app, site) => {
  addCheckPages(workRoutes(app, site, db))
  workRoutes(app, site, db).page('/compare/:plan/:period', compare)
}
