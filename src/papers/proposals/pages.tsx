import type { Db } from '../../db/index.ts'
import { parsePeriod, type Period } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { plansOf } from '../../plans/index.ts'
import { NotFound, workRoutes, type Form, type Pages, type Work } from '../../web/index.ts'
import { acceptProposal, proposalView, proposePaper, rejectProposal, withdrawProposal } from './actions.ts'
import { DeskPage, nothingSent, proposalHref, type Sent } from './desk-views.tsx'
import { ProposalPage } from './proposal-views.tsx'
import { proposalById, proposalsOf } from './store.ts'
import type { ProposalView } from './types.ts'

/** The proposal that an address names; a number that is none of this council's is no page. */
export const proposalOf = async (work: Work): Promise<ProposalView> => {
  const id = Number(work.params['id'])
  if (!Number.isSafeInteger(id) || id > 2_147_483_647 || (await proposalById(work.ctx.db, work.ctx.councilId, id)) === null) throw new NotFound('There is no such proposal.')
  return proposalView(work.ctx, id)
}

const desk = async (work: Work, sent: Sent = nothingSent, refused?: string) =>
  <DeskPage work={work} plans={await plansOf(work.ctx.db, work.ctx.councilId)} proposals={await proposalsOf(work.ctx.db, work.ctx.councilId)} sent={sent} {...(refused ? { refused } : {})} />

const sentOf = (form: Form): Sent => ({ plan: form.said('plan'), period: form.said('period'), table: form.said('table') })

const periodSaid = (text: string): Period | undefined => {
  if (text === '') return undefined
  const period = parsePeriod(text)
  if (period === null) throw new Refused(`“${text}” is no period: write a quarter as 2025-26-Q1, a year as 2025-26, a month as 2025-09.`)
  return period
}

const propose = async (work: Work, form: Form): Promise<string> => {
  if (form.file === null || form.file.bytes.length === 0) throw new Refused('Choose the paper to send.')
  const { plan, period, table } = sentOf(form)
  const made = await proposePaper(work.ctx, { file: form.file.filename, bytes: form.file.bytes, plan: plan || undefined, period: periodSaid(period), table: table || undefined })
  return proposalHref(work, made.proposalId)
}

const again = async (work: Work, _form: Form, refused: string) => <ProposalPage work={work} proposal={await proposalOf(work)} refused={refused} />

/** Where papers come in: sent, looked at, taken or refused. */
export const proposalPages = (db: Db): Pages => (app, site) => {
  const { page, form } = workRoutes(app, site, db)
  page('', (work) => desk(work))
  form('/papers', async (work, sent) => ({ to: await propose(work, sent), did: 'proposed' }), (work, sent, refused) => desk(work, sentOf(sent), refused))
  page('/papers/:id', async (work) => <ProposalPage work={work} proposal={await proposalOf(work)} />)
  const decision = (path: string, act: (work: Work, id: number, reason: string) => Promise<unknown>, did: string): void => form(`/papers/:id/${path}`, async (work, sent) => {
    const { proposalId } = await proposalOf(work)
    await act(work, proposalId, sent.said('reason'))
    return { to: proposalHref(work, proposalId), did }
  }, again)
  decision('accept', (work, id) => acceptProposal(work.ctx, id), 'accepted')
  decision('reject', (work, id, reason) => rejectProposal(work.ctx, id, reason), 'rejected')
  decision('withdraw', (work, id, reason) => withdrawProposal(work.ctx, id, reason), 'withdrawn')
}
