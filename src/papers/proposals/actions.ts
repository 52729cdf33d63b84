import type { Day } from '../../kit/day.ts'
import { Refused } from '../../kit/refused.ts'
import { daysOf, financialYear, printPeriod, type Period } from '../../kit/period.ts'
import { decisionsOf, endOfTime, holdPlans, insertItems, insertPlan, insertRevisions, numbersUsed, planBySlug, revisionsOf, type NewRevision, type StoredPlan } from '../../plans/index.ts'
import { insertStatuses, insertUpdates, statusesSaid, updateNumbersUsed, updatesOf, vocabularyAt } from '../../progress/index.ts'
import { inTransaction, recordChange, type Ctx } from '../../people/index.ts'
import type { PaperContent, Recognised } from '../types.ts'
import { chooseTables, type Chosen, type Wanted } from './choose.ts'
import { contentOf } from './content.ts'
import { linkYears } from './lineage.ts'
import { propose, type Outcome, type Standing } from './propose.ts'
import { firstReading, readWithPlan } from './reading.ts'
import { insertEvent, insertProposal, keepPaper, proposalById, proposalsOf, proposalsOnItemsOf } from './store.ts'
import type { Content, ProposalSummary, ProposalView } from './types.ts'
import { whichPlan } from './which-plan.ts'

export type PaperToImport = Wanted & { readonly file: string; readonly bytes: Uint8Array; readonly plan?: string | undefined; /** The plan's title, where the paper's own will not do. */ readonly title?: string | undefined }
/** A proposal with what was read. */
export type Loaded = ProposalSummary & { readonly content: Content }

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1)!

/** What stands before a proposal is taken; for one that was taken, what stood then. */
const standingFor = async ({ db, councilId }: Ctx, { planSlug, period, kind, takenAt, proposalId }: Pick<Loaded, 'planSlug' | 'period' | 'kind' | 'takenAt' | 'proposalId'>): Promise<Standing> => {
  const [found, decisions] = [await planBySlug(db, councilId, planSlug), await decisionsOf(db, councilId)]
  const plan = found?.proposalId === proposalId ? null : found
  if (plan === null) return { plan, decisions, revisions: [], used: new Map(), updates: [], updatesUsed: new Map(), statuses: [] }
  const before = takenAt ?? endOfTime
  return {
    plan, decisions, revisions: await revisionsOf(db, councilId, plan.planId, before), used: await numbersUsed(db, councilId, plan.planId),
    updates: kind === 'update' ? await updatesOf(db, councilId, plan.planId, [period], before) : [], updatesUsed: await updateNumbersUsed(db, councilId, plan.planId, period),
    statuses: vocabularyAt(await statusesSaid(db, councilId, plan.planId, before), period).statuses,
  }
}

/** Refuses a plan that is of another year than the paper, or that hasn't got all its levels: rows would lose a heading. */
const refuseUnfit = async (ctx: Ctx, planSlug: string, period: Period, { levels }: Content): Promise<void> => {
  const plan = await planBySlug(ctx.db, ctx.councilId, planSlug)
  if (plan === null) return
  if (plan.year !== financialYear(period)) throw new Refused(`"${planSlug}" is the plan of ${printPeriod(plan.year)}, and ${printPeriod(period)} is not in that year. Name another with --plan.`)
  if (levels.length > plan.levels.length) throw new Refused(`"${planSlug}" has the levels ${plan.levels.join(' > ')}, and this paper goes deeper: ${levels.join(' > ')}. Import it as a plan of its own with --plan and a new name.`)
}

type Reading = { readonly chosen: Chosen; readonly planSlug: string; readonly content: Content }

/** What of a paper is imported, and into which plan; where that stands, its wording helps to read the paper. Refuses a paper with a fault that stops its import. */
const readingOf = async (ctx: Ctx, paper: PaperToImport, first: { content: PaperContent; recognised: Recognised }): Promise<Reading> => {
  const error = first.recognised.findings.find((f) => f.level === 'error')
  if (error) throw new Refused(`${nameOf(paper.file)} can't be imported: ${error.message}`)
  const chosen = chooseTables(first.recognised, paper)
  const planSlug = await whichPlan(ctx, chosen, paper.plan)
  const plan = chosen.kind === 'update' ? await planBySlug(ctx.db, ctx.councilId, planSlug) : null
  const again = plan === null ? null : await readWithPlan(ctx, first.content, plan)
  const taken = again === null ? chosen : chooseTables(again, paper)
  return { chosen: taken, planSlug, content: contentOf(taken, again ?? first.recognised, paper.title?.trim() || null) }
}

/** Reads a paper and proposes its import. The same paper for the same plan and period is not proposed twice: the proposal that there is is given again. */
export const proposePaper = async (ctx: Ctx, paper: PaperToImport): Promise<ProposalView> => {
  const first = await firstReading(nameOf(paper.file), paper.bytes)
  const facts = first.recognised.paper
  return inTransaction(ctx, async (ctx) => {
    await holdPlans(ctx.db, ctx.councilId)
    const { chosen, planSlug, content } = await readingOf(ctx, paper, first)
    const { kind, period } = chosen
    const same = (p: ProposalSummary): boolean => p.sha256 === facts.sha256 && p.planSlug === planSlug && p.period === period && (paper.table === undefined || p.title === content.title)
    const before = (await proposalsOf(ctx.db, ctx.councilId)).find((p) => same(p) && (p.state === 'open' || p.state === 'accepted'))
    if (before) return proposalView(ctx, before.proposalId)
    await refuseUnfit(ctx, planSlug, period, content)
    const paperId = await keepPaper(ctx.db, ctx.councilId, { sha256: facts.sha256, file: nameOf(paper.file), title: first.content.title ?? content.title, format: facts.kind, pages: facts.pages })
    const proposalId = await insertProposal(ctx.db, ctx.councilId, { paperId, planSlug, period, kind, content, who: ctx.who })
    await recordChange(ctx, 'proposal.made', { proposalId, file: nameOf(paper.file), planSlug, period, kind })
    return proposalView(ctx, proposalId)
  })
}

/** The proposal of a number. Refuses a number that is no proposal of this council. */
export const requireProposal = async (ctx: Pick<Ctx, 'db' | 'councilId'>, proposalId: number): Promise<Loaded> => {
  const found = await proposalById(ctx.db, ctx.councilId, proposalId)
  if (found === null) throw new Refused(`There is no proposal ${proposalId}. "throughline list proposals" shows them.`)
  return found
}

/** What taking a proposal does, its corrections applied: as things stand now, or stood when it was taken. */
export const outcomeOf = async (ctx: Ctx, proposal: Loaded): Promise<{ outcome: Outcome; standing: Standing }> => {
  const standing = await standingFor(ctx, proposal)
  return { standing, outcome: propose({ ...proposal, planSlug: proposal.planSlug }, standing) }
}

/** A proposal as a person looks at it. */
export const proposalView = async (ctx: Ctx, proposalId: number): Promise<ProposalView> => {
  const { content, ...summary } = await requireProposal(ctx, proposalId)
  const { outcome, standing } = await outcomeOf(ctx, { ...summary, content })
  const { rows, counts, notListed, statuses, findings } = outcome
  return { ...summary, planExists: standing.plan !== null, levels: standing.plan?.levels ?? content.levels, statuses, rows, counts, notListed, findings, others: content.others }
}

/** The title of a plan: as given, else as its paper has it, else "delivery-plan-2024-25" as words. */
const titleOf = ({ planSlug, kind, content }: Loaded): string => {
  if (content.named !== null) return content.named
  if (kind === 'plan' && content.title !== '') return content.title
  const words = planSlug.replace(/-(\d{4})-(\d{2})$/, ' $1/$2').replaceAll('-', ' ')
  return words[0]!.toUpperCase() + words.slice(1)
}

const planFor = async (ctx: Ctx, proposal: Loaded, standing: Standing): Promise<StoredPlan> => standing.plan ?? insertPlan(ctx.db, ctx.councilId, {
  slug: proposal.planSlug, title: titleOf(proposal), year: financialYear(proposal.period), levels: proposal.content.levels, roles: proposal.content.roles, proposalId: proposal.proposalId,
})

/** Writes what was proposed. A key holds from the first day of the period that it was printed for. */
const write = async (ctx: Ctx, { proposalId, period }: Loaded, plan: StoredPlan, outcome: Outcome): Promise<void> => {
  await insertItems(ctx.db, ctx.councilId, plan.planId, proposalId, outcome.items)
  await insertRevisions(ctx.db, ctx.councilId, plan.planId, proposalId, ctx.who, outcome.revisions)
  await insertUpdates(ctx.db, ctx.councilId, plan.planId, period, proposalId, ctx.who, outcome.updates)
  await insertStatuses(ctx.db, ctx.councilId, plan.planId, proposalId, ctx.who, daysOf(period).from, outcome.said)
}

export type Accepted = { readonly plan: string; readonly items: number; readonly amended: number; readonly updates: number; readonly toConfirm: number; readonly lineage: { readonly kept: number; readonly toConfirm: number } }

/** Who decided the amendments that an import brings, since when they hold and why; what is left out is not stated. */
export type Authority = { readonly authority?: string | undefined; readonly on?: Day | undefined; readonly reason?: string | undefined }

/** The amendments with who decided them; what a plan says for the first time is no amendment. */
const decidedBy = (revisions: readonly NewRevision[], { authority, on, reason }: Authority): NewRevision[] =>
  revisions.map((r) => (r.kind === 'approved' || r.kind === 'reported' ? r : { ...r, authority: authority ?? r.authority, reason: reason ?? r.reason, onDay: on ?? r.onDay }))

/** Takes a proposal whole: its items, updates, statuses and links to the earlier year's plan. Doubtful cells stay empty, to be confirmed. Refuses one that is not open. */
export const acceptProposal = (ctx: Ctx, proposalId: number, by: Authority = {}): Promise<Accepted> => inTransaction(ctx, async (ctx) => {
  await holdPlans(ctx.db, ctx.councilId)
  const proposal = await requireProposal(ctx, proposalId)
  if (proposal.state !== 'open') throw new Refused(`Proposal ${proposalId} was ${proposal.state} before.`)
  if (proposal.content.levels.length === 0) throw new Refused(`No row of ${proposal.file} could be placed in a plan: correct its rows first.`)
  const { outcome, standing } = await outcomeOf(ctx, proposal)
  const plan = await planFor(ctx, proposal, standing)
  await write(ctx, proposal, plan, { ...outcome, revisions: decidedBy(outcome.revisions, by) })
  await insertEvent(ctx.db, ctx.councilId, proposalId, 'accepted', ctx.who, '')
  const lineage = outcome.items.length === 0 ? { kept: 0, toConfirm: 0 } : await linkYears(ctx, plan, proposalId)
  const accepted = { plan: plan.slug, items: outcome.items.length, amended: outcome.revisions.length - outcome.items.length, updates: outcome.updates.length, toConfirm: outcome.counts.flagged, lineage }
  await recordChange(ctx, 'proposal.accepted', { proposalId, ...accepted })
  return accepted
})

const needsReason = (reason: string): string => {
  if (reason.trim() === '') throw new Refused('Say why: --reason "...".')
  return reason.trim()
}

/** Refuses a proposal for good; its paper can be proposed again. */
export const rejectProposal = (ctx: Ctx, proposalId: number, reason: string): Promise<void> => inTransaction(ctx, async (ctx) => {
  const why = needsReason(reason)
  await holdPlans(ctx.db, ctx.councilId)
  const { state } = await requireProposal(ctx, proposalId)
  if (state !== 'open') throw new Refused(`Proposal ${proposalId} was ${state} before.`)
  await insertEvent(ctx.db, ctx.councilId, proposalId, 'rejected', ctx.who, why)
  await recordChange(ctx, 'proposal.rejected', { proposalId, reason: why })
})

/** Takes back an import: what it said stays on record and no longer counts. Refuses while a later import stands on its items. */
export const withdrawProposal = (ctx: Ctx, proposalId: number, reason: string): Promise<void> => inTransaction(ctx, async (ctx) => {
  const why = needsReason(reason)
  await holdPlans(ctx.db, ctx.councilId)
  const { state } = await requireProposal(ctx, proposalId)
  if (state !== 'accepted') throw new Refused(`Proposal ${proposalId} is ${state}: only what was accepted can be withdrawn.`)
  const above = await proposalsOnItemsOf(ctx.db, ctx.councilId, proposalId)
  if (above.length > 0) throw new Refused(`Proposal ${above.join(', ')} stands on what proposal ${proposalId} brought. Withdraw ${above.length === 1 ? 'it' : 'them'} first.`)
  await insertEvent(ctx.db, ctx.councilId, proposalId, 'withdrawn', ctx.who, why)
  await recordChange(ctx, 'proposal.withdrawn', { proposalId, reason: why })
})
