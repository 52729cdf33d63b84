import type { Db } from '../../db/index.ts'
import { Refused } from '../../kit/refused.ts'
import { ownRows, pathTo, planBySlug, revisionsOf, treeOf } from '../../plans/index.ts'
import { statusKinds, type StatusKind } from '../../progress/index.ts'
import { NotFound, workRoutes, type Form, type Pages, type Work } from '../../web/index.ts'
import { confirmMatch, confirmRow, correctRow } from './answers.ts'
import { proposalHref } from './desk-views.tsx'
import { letterDocx } from './letter.ts'
import { LetterPage } from './letter-views.tsx'
import { proposalOf } from './pages.tsx'
import { RowPage, type Candidate, type Said } from './row-views.tsx'
import { setStatusMeaning } from './status-meaning.ts'
import { StatusPage, type MeaningSaid } from './status-views.tsx'
import { rowCells, type ProposalRow, type ProposalView } from './types.ts'

type At = { readonly proposal: ProposalView; readonly row: ProposalRow }
const rowAt = async (work: Work): Promise<At> => {
  const proposal = await proposalOf(work)
  const row = proposal.rows.find((r) => String(r.row) === work.params['row'])
  if (row === undefined) throw new NotFound('The paper has no such row.')
  return { proposal, row }
}

/** The plan's items that bear a row, with where each stands. */
const candidatesOf = async ({ ctx }: Work, { planSlug }: ProposalView): Promise<Candidate[]> => {
  const plan = await planBySlug(ctx.db, ctx.councilId, planSlug)
  if (plan === null) return []
  const tree = treeOf(await revisionsOf(ctx.db, ctx.councilId, plan.planId))
  return ownRows(tree).map((i) => ({ item: i.item, text: pathTo(tree, plan.levels, i.item).map((s) => s.text).toReversed().join(' ‹ ') }))
}

const saidOf = (form: Form): Said => ({ why: form.said('why'), cells: Object.fromEntries(rowCells.filter((c) => form.names.includes(c)).map((c) => [c, form.said(c)])) })
/** Only the cells whose words are others than those that were read. */
const changedCells = (row: ProposalRow, said: Said): Said['cells'] =>
  Object.fromEntries(Object.entries(said.cells).filter(([cell, text]) => row.confirm.includes(cell) || text !== (cell === 'status' ? (row.status ?? row.printedStatus ?? '') : (row.cells[cell as keyof Said['cells']] ?? ''))))

const rowPage = async (work: Work, said?: Said, refused?: string) => {
  const at = await rowAt(work)
  return <RowPage work={work} {...at} candidates={at.proposal.kind === 'update' ? await candidatesOf(work, at.proposal) : []} {...(said ? { said } : {})} {...(refused ? { refused } : {})} />
}

const itemSaid = (form: Form): number | null => {
  const said = form.said('item') === 'other' ? form.said('other') : form.said('item')
  if (said === 'own') return null
  if (!/^\d{1,9}$/.test(said)) throw new Refused('Choose which item of the plan the row is about.')
  return Number(said)
}

const meaningOf = (form: Form): MeaningSaid => ({ name: form.said('name'), kind: form.said('kind'), counts: form.said('counts'), meaning: form.said('meaning'), letter: form.said('letter'), why: form.said('why') })

const statusPage = async (work: Work, said?: MeaningSaid, refused?: string) => {
  const proposal = await proposalOf(work)
  const status = proposal.statuses.find((s) => s.code === work.params['code'])
  if (status === undefined) throw new NotFound('The paper has no such status.')
  return <StatusPage work={work} proposal={proposal} status={status} {...(said ? { said } : {})} {...(refused ? { refused } : {})} />
}

const explain = async (work: Work, form: Form): Promise<string> => {
  const proposal = await proposalOf(work)
  const { kind, counts, why, ...rest } = meaningOf(form)
  if (!(statusKinds as readonly string[]).includes(kind)) throw new Refused('Choose the kind of the status.')
  if (why === '') throw new Refused('Say how you know: the answer is kept with its reason.')
  await setStatusMeaning(work.ctx, proposal.planSlug, proposal.period, work.params['code'] ?? '', { ...rest, kind: kind as StatusKind, counts: counts === 'yes' }, why)
  return proposalHref(work, proposal.proposalId)
}

/** Words that are kept as they stand confirm the row. */
const correct = (work: Work, sent: Form, { proposal, row }: At): Promise<void> => {
  const cells = changedCells(row, saidOf(sent))
  const [id, why] = [proposal.proposalId, sent.said('why')]
  return Object.keys(cells).length === 0 ? confirmRow(work.ctx, id, row.row, why) : correctRow(work.ctx, id, row.row, cells, why)
}

/** Where a person answers what a paper left in doubt. */
export const answerPages = (db: Db): Pages => (app, site) => {
  const { page, form } = workRoutes(app, site, db)
  page('/papers/:id/rows/:row', (work) => rowPage(work))
  const answer = (path: string, act: (work: Work, sent: Form, at: At) => Promise<void>, did: string): void => form(`/papers/:id/rows/:row/${path}`, async (work, sent) => {
    const at = await rowAt(work)
    await act(work, sent, at)
    return { to: proposalHref(work, at.proposal.proposalId), did }
  }, (work, sent, refused) => rowPage(work, saidOf(sent), refused))
  answer('correct', correct, 'row')
  answer('confirm', (work, _sent, { proposal, row }) => confirmRow(work.ctx, proposal.proposalId, row.row), 'row')
  answer('match', (work, sent, { proposal, row }) => confirmMatch(work.ctx, proposal.proposalId, row.row, itemSaid(sent)), 'match')
  page('/papers/:id/statuses/:code', (work) => statusPage(work))
  form('/papers/:id/statuses/:code', async (work, sent) => ({ to: await explain(work, sent), did: 'status' }), (work, sent, refused) => statusPage(work, meaningOf(sent), refused))
  page('/papers/:id/to-confirm', async (work) => <LetterPage work={work} proposal={await proposalOf(work)} />)
  page('/papers/:id/to-confirm.docx', async (work) => {
    const proposal = await proposalOf(work)
    return { bytes: await letterDocx(proposal), type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', filename: `to-confirm-${proposal.proposalId}.docx` }
  })
}
