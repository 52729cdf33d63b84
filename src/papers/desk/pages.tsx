import type { Db } from '../../db/index.ts'
import { parsePeriod } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { planBySlug, type Change } from '../../plans/index.ts'
import { periodsOf } from '../../progress/index.ts'
import { draftSnapshot } from '../../reports/index.ts'
import { NotFound, workRoutes, type Form, type Pages, type Work } from '../../web/index.ts'
import { checkApart } from '../checks/check-file.ts'
import { defaultSettings, judge, type Judged } from '../checks/index.ts'
import { proposalsOf, proposalView } from '../proposals/index.ts'
import type { PaperContent } from '../types.ts'
import { ComparePage, type AnswerAt } from './compare-views.tsx'
import { summaryFile } from './summary-file.ts'
import { shownIn } from './views.tsx'
import { CheckedPage, CheckPage } from './work-views.tsx'

type Checked = { readonly content: PaperContent; readonly judged: readonly Judged[] }
const checked = async (file: string, bytes: Uint8Array): Promise<Checked> => {
  const { content, findings } = await checkApart({ file, bytes, against: [], settings: defaultSettings })
  return { content, judged: judge(content, findings, []) }
}

const check = async (work: Work, form: Form) => {
  if (form.file === null || form.file.bytes.length === 0) throw new Refused('Choose the paper to check.')
  const found = await checked(form.file.filename, form.file.bytes)
  return { page: form.said('as') === 'docx' ? await summaryFile(found.content.file, found.judged) : <CheckedPage work={work} file={found.content.file} findings={shownIn(found.content, found.judged)} />, status: 200 as const }
}

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
  const { page, form } = workRoutes(app, site, db)
  page('/check', (work) => <CheckPage work={work} />)
  form('/check', check, (work, _form, refused) => <CheckPage work={work} refused={refused} />)
  page('/compare/:plan/:period', compare)
}
