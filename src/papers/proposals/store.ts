import type { Db, ProposalEvent } from '../../db/index.ts'
import type { Period } from '../../kit/period.ts'
import type { Content, ProposalKind, ProposalSummary } from './types.ts'

export type PaperFacts = { readonly sha256: string; readonly file: string; readonly title: string; readonly format: string; readonly pages: number | null }

/** The number of a paper, kept once however often it is imported. */
export const keepPaper = async (db: Db, councilId: number, paper: PaperFacts): Promise<number> => {
  const known = await db.selectFrom('paper').select('paper_id').where('council_id', '=', councilId).where('sha256', '=', paper.sha256).executeTakeFirst()
  return known?.paper_id ?? (await db.insertInto('paper').values({ council_id: councilId, ...paper }).returning('paper_id').executeTakeFirstOrThrow()).paper_id
}

export const insertProposal = async (db: Db, councilId: number, given: { paperId: number; planSlug: string; period: Period; kind: ProposalKind; content: Content; who: string }): Promise<number> =>
  (await db.insertInto('proposal').values({
    council_id: councilId, paper_id: given.paperId, plan_slug: given.planSlug, period: given.period, kind: given.kind, content: JSON.stringify(given.content), who: given.who,
  }).returning('proposal_id').executeTakeFirstOrThrow()).proposal_id

export const insertEvent = async (db: Db, councilId: number, proposalId: number, event: ProposalEvent, who: string, reason: string): Promise<void> => {
  await db.insertInto('proposal_event').values({ council_id: councilId, proposal_id: proposalId, event, who, reason }).execute()
}

const summaries = (db: Db, councilId: number) => db.selectFrom('proposal as p')
  .innerJoin('paper', (on) => on.onRef('paper.council_id', '=', 'p.council_id').onRef('paper.paper_id', '=', 'p.paper_id'))
  .select(['p.proposal_id as proposalId', 'p.paper_id as paperId', 'paper.file', 'paper.sha256', 'p.plan_slug as planSlug', 'p.period', 'p.kind', 'p.made_at as madeAt', 'p.who', 'p.title'])
  .select((eb) => eb.selectFrom('proposal_event as e').select((e) => e.fn.agg<string[]>('array_agg', ['e.event']).as('events'))
    .whereRef('e.council_id', '=', 'p.council_id').whereRef('e.proposal_id', '=', 'p.proposal_id').as('events'))
  .select((eb) => eb.selectFrom('proposal_event as e').select('e.at').whereRef('e.council_id', '=', 'p.council_id').whereRef('e.proposal_id', '=', 'p.proposal_id').where('e.event', '=', 'accepted').as('takenAt'))
  .where('p.council_id', '=', councilId)

type Row = Omit<ProposalSummary, 'state'> & { readonly events: readonly string[] | null }
const summary = ({ events, ...row }: Row): ProposalSummary =>
  ({ ...row, state: events === null ? 'open' : events.includes('withdrawn') ? 'withdrawn' : events.includes('rejected') ? 'rejected' : 'accepted' })

/** The proposals of a council, the newest first. */
export const proposalsOf = async (db: Db, councilId: number): Promise<ProposalSummary[]> => (await summaries(db, councilId).orderBy('p.proposal_id', 'desc').execute()).map(summary)

export const proposalById = async (db: Db, councilId: number, proposalId: number): Promise<(ProposalSummary & { readonly content: Content }) | null> => {
  const row = await summaries(db, councilId).where('p.proposal_id', '=', proposalId).select('p.content').executeTakeFirst()
  if (row === undefined) return null
  const { content, ...rest } = row
  return { ...summary(rest), content: content as Content }
}

/** Whose proposal a number is: the command line names proposals by number alone. One of the few queries that cross councils. */
export const councilOfProposal = async (db: Db, proposalId: number): Promise<number | null> =>
  (await db.selectFrom('proposal').select('council_id').where('proposal_id', '=', proposalId).executeTakeFirst())?.council_id ?? null

/** Proposals that stand whose facts hang on items that another proposal made. */
export const proposalsOnItemsOf = async (db: Db, councilId: number, proposalId: number): Promise<number[]> => {
  const facts = (table: 'item_revision' | 'item_update') => db.selectFrom(table).innerJoin('item', (on) => on
    .onRef('item.council_id', '=', `${table}.council_id`).onRef('item.plan_id', '=', `${table}.plan_id`).onRef('item.item', '=', `${table}.item`))
    .select(`${table}.proposal_id as id`).where(`${table}.council_id`, '=', councilId).where('item.proposal_id', '=', proposalId).where(`${table}.proposal_id`, '!=', proposalId)
  const rows = await facts('item_revision').union(facts('item_update')).execute()
  const gone = await db.selectFrom('proposal_event').select('proposal_id').where('council_id', '=', councilId).where('event', '=', 'withdrawn').execute()
  return rows.map((r) => r.id).filter((id) => !gone.some((g) => g.proposal_id === id)).sort((a, b) => a - b)
}
