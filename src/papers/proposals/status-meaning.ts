import { daysOf, type Period } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { plainWords } from '../../kit/words.ts'
import { holdPlans, insertDecision, planBySlug, type StoredPlan } from '../../plans/index.ts'
import { inTransaction, recordChange, type Ctx } from '../../people/index.ts'
import { insertStatuses, insertUpdates, periodsOf, statusesSaid, statusKinds, statusOf, updateNumbersUsed, updatesOf, usuallyCounts, usualName, vocabularyAt, type ItemUpdate, type StatusKind } from '../../progress/index.ts'
import { asStatus, type StatusAnswer } from './said.ts'

export type Meaning = { readonly kind: StatusKind; readonly name?: string | undefined; readonly counts?: boolean | undefined; readonly colour?: string | undefined; readonly letter?: string | undefined; readonly meaning?: string | undefined }

type Waiting = readonly (ItemUpdate & { readonly period: Period })[]

/** Rows whose printed status nobody has explained yet. */
const waitingRows = async (ctx: Ctx, plan: StoredPlan, code: string): Promise<Waiting> =>
  (await updatesOf(ctx.db, ctx.councilId, plan.planId, await periodsOf(ctx.db, ctx.councilId, plan.planId)))
    .filter((u) => u.status === null && u.printedStatus !== null && plainWords(u.printedStatus) === plainWords(code))

/** They now state it. */
const stateRows = async (ctx: Ctx, plan: StoredPlan, waiting: Waiting): Promise<void> => {
  const said = await statusesSaid(ctx.db, ctx.councilId, plan.planId)
  for (const u of waiting) {
    const used = await updateNumbersUsed(ctx.db, ctx.councilId, plan.planId, u.period)
    const status = statusOf(vocabularyAt(said, u.period), u.printedStatus)
    if (status === null) continue
    const confirm = u.confirm.filter((cell) => cell !== 'status')
    await insertUpdates(ctx.db, ctx.councilId, plan.planId, u.period, u.proposalId, ctx.who, [{ ...u, revision: (used.get(u.item) ?? 0) + 1, status: status.code, confirm, review: confirm.length === 0 ? [] : u.review, reason: 'the status was explained' }])
  }
}

/** Says what a status of a plan's key means and whether it counts. It holds from when the key first had it; kept, and applied again where the same key comes again. */
export const setStatusMeaning = (ctx: Ctx, planSlug: string, period: Period, code: string, given: Meaning, why: string): Promise<{ rows: number }> => inTransaction(ctx, async (ctx) => {
  if (!statusKinds.includes(given.kind)) throw new Refused(`"${given.kind}" is no kind of status: ${statusKinds.join(', ')}.`)
  if (code.trim() === '') throw new Refused('Say which status is meant.')
  await holdPlans(ctx.db, ctx.councilId)
  const plan = await planBySlug(ctx.db, ctx.councilId, planSlug)
  const said = plan === null ? [] : await statusesSaid(ctx.db, ctx.councilId, plan.planId)
  const before = statusOf(vocabularyAt(said, period), code)
  const waiting = plan === null ? [] : await waitingRows(ctx, plan, code)
  const answer: StatusAnswer = {
    code: before?.code ?? waiting[0]?.printedStatus ?? code.trim(), name: given.name?.trim() || before?.name || usualName[given.kind], kind: given.kind, counts: given.counts ?? usuallyCounts(given.kind),
    colour: given.colour ?? null, letter: given.letter ?? null, meaning: given.meaning ?? '', keyed: before?.meaning ?? '',
  }
  await insertDecision(ctx.db, ctx.councilId, { kind: 'status', planSlug, subject: plainWords(code), answer, reason: why, who: ctx.who })
  const from = said.findLast((s) => plainWords(s.code) === plainWords(code) && s.from <= daysOf(period).to)?.from
  if (plan !== null) await insertStatuses(ctx.db, ctx.councilId, plan.planId, plan.proposalId, ctx.who, from ?? daysOf(plan.year).from, [asStatus(answer, before)])
  if (plan !== null) await stateRows(ctx, plan, waiting)
  await recordChange(ctx, 'status.explained', { planSlug, ...answer, why, rows: waiting.length })
  return { rows: waiting.length }
})
