import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptProposal, proposalsOf, proposePaper, proposalView, rejectProposal, withdrawProposal } from '../../src/papers/proposals/index.ts'
import { inTransaction, trailOf } from '../../src/people/index.ts'
import { lineageOf, planBySlug, planRows, plansOf } from '../../src/plans/index.ts'
import { headline, updateRows, vocabularyFor } from '../../src/progress/index.ts'
import { draftSnapshot } from '../../src/reports/index.ts'
import { parseDay } from '../../src/kit/day.ts'
import { freshDatabase } from '../support/database.ts'
import { newCouncil, paper, period, planHead, planLines, propose, take, updateHead, updateLines } from './council.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())
const council = (slug: string) => newCouncil(opened.db, slug)
const q1 = period('2025-26-Q1')
const counted = async (ctx: Awaited<ReturnType<typeof council>>) => {
  const s = await draftSnapshot(ctx.db, ctx.councilId, 'plan-2025-26', q1)
  return headline(s.items.flatMap((i) => (i.update ? [i.update] : [])), s.vocabulary)
}

test('an update whose plan was never imported makes the plan from its rows', async () => {
  const ctx = await council('update-first')
  const proposal = await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  expect(proposal).toMatchObject({ planExists: false, kind: 'update', counts: { rows: 6, new: 6, flagged: 0 } })
  const plan = (await planBySlug(ctx.db, ctx.councilId, 'plan-2025-26'))!
  expect(plan).toMatchObject({ title: 'Plan 2025/26', levels: ['Theme', 'Objective', 'This year we will', 'Milestone'], roles: ['theme', 'objective', 'deliverable', 'milestone'] })
  expect((await updateRows(ctx.db, ctx.councilId, plan, q1)).map((r) => [r.milestone, r.status, r.source.line]))
    .toContainEqual(['Buy two sweeping machines', 'Red', 5])
  expect(await counted(ctx)).toMatchObject({ met: 4, of: 6, notStated: 0 })
})

test('nothing stands before a proposal is accepted', async () => {
  const ctx = await council('only-proposed')
  await propose(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  expect(await plansOf(ctx.db, ctx.councilId)).toEqual([])
})

test('a changed target is shown beside what was approved, and becomes an amendment without an authority', async () => {
  const ctx = await council('softened')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const lines = updateLines.map((l) => l.replace('Bring 60', 'Bring 45'))
  const proposal = await take(ctx, 'q1.csv', q1, paper(updateHead, ...lines))
  expect(proposal.rows[0]).toMatchObject({ match: { text: 'Bring 60 empty homes back into use by March', sure: true }, before: { wording: 'Bring 60 empty homes back into use by March' } })
  const snapshot = await draftSnapshot(ctx.db, ctx.councilId, undefined, q1)
  expect(snapshot.changes.map((c) => [c.kind, c.easier])).toEqual([['target changed', 'easier']])
  expect(snapshot.items.find((i) => i.text.startsWith('Bring 45'))?.amendments).toEqual([
    { on: '2025-06-30', kind: 'target changed', authority: '', reason: '', before: 'Bring 60 empty homes back into use by March', after: 'Bring 45 empty homes back into use by March' }])
  const plan = (await planBySlug(ctx.db, ctx.councilId, 'plan-2025-26'))!
  expect((await planRows(ctx.db, ctx.councilId, plan))[0]!.milestone).toBe('Bring 60 empty homes back into use by March')
})

const safety = paper(planHead, 'Safety,Fewer fires,Visit homes,Fit two hundred alarms', 'Safety,Fewer fires,Visit homes,Visit every care home')

test('an update goes to the plan of its year that has its rows', async () => {
  const ctx = await council('several-plans')
  const fire = await proposePaper(ctx, { file: 'safety.csv', bytes: safety, plan: 'fire-plan', period: period('2025-26'), title: 'Fire plan' })
  await acceptProposal(ctx, fire.proposalId)
  expect((await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))).planSlug).toBe('plan-2025-26')
  expect((await propose(ctx, 'q2.csv', '2025-26-Q2', paper(updateHead, ...updateLines))).planSlug).toBe('plan-2025-26')
  expect((await plansOf(ctx.db, ctx.councilId)).map((p) => p.title)).toEqual(['Fire plan', 'Plan 2025/26'])
})

test('an update that fits no plan of its year is not guessed into one', async () => {
  const ctx = await council('no-plan-fits')
  await take(ctx, 'safety.csv', '2025-26', safety)
  await expect(propose(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))).rejects.toThrow('Say it with --plan: plan-2025-26, or a new name')
})

test('a plan approved again with other words is amended by those who decided it', async () => {
  const ctx = await council('amended')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const { proposalId } = await propose(ctx, 'plan-july.csv', '2025-26', paper(planHead, ...planLines.map((l) => l.replace('Visit 70%', 'Visit 75%'))))
  expect(await acceptProposal(ctx, proposalId, { authority: 'Chief Executive with the Leader', on: parseDay('2025-07-17')!, reason: 'two more inspectors' })).toMatchObject({ items: 0, amended: 1 })
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  const snapshot = await draftSnapshot(ctx.db, ctx.councilId, undefined, q1)
  expect(snapshot.items.find((i) => i.text.startsWith('Visit'))?.amendments[0]).toEqual(
    { on: '2025-07-17', kind: 'target changed', authority: 'Chief Executive with the Leader', reason: 'two more inspectors', before: 'Visit 70% of rented homes on the register', after: 'Visit 75% of rented homes on the register' })
})

test('the same paper twice changes nothing, under another name too', async () => {
  const ctx = await council('twice')
  const first = await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  const again = await propose(ctx, 'q1-copy.csv', q1, paper(updateHead, ...updateLines))
  expect(again).toMatchObject({ proposalId: first.proposalId, state: 'accepted', counts: { new: 6 } })
  expect((await proposalsOf(ctx.db, ctx.councilId))).toHaveLength(1)
})

test('another paper with equal rows adds no item and no revision', async () => {
  const ctx = await council('equal-rows')
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  const other = await propose(ctx, 'q1-word.csv', q1, paper(updateHead, ...updateLines, ''))
  expect(other.counts).toMatchObject({ same: 6, new: 0, changed: 0 })
  expect(await acceptProposal(ctx, other.proposalId)).toMatchObject({ items: 0, amended: 0, updates: 0 })
})

test('a corrected paper changes what it says otherwise, and what it does not list stays', async () => {
  const ctx = await council('corrected-paper')
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  const second = await take(ctx, 'q1-corrected.csv', q1, paper(updateHead, updateLines[3]!.replace('Red', 'Amber'), updateLines[4]!))
  expect(second.counts).toMatchObject({ changed: 1, same: 1, new: 0, notListed: 4 })
  expect(await counted(ctx)).toMatchObject({ of: 6, byStatus: { Red: 0, Amber: 2 } })
})

test('withdrawing an import reverses it, and the paper can be taken again', async () => {
  const ctx = await council('reversed')
  const plan = await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const update = await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await expect(withdrawProposal(ctx, plan.proposalId, 'wrong year')).rejects.toThrow(`Proposal ${update.proposalId} stands on what proposal ${plan.proposalId} brought`)
  await withdrawProposal(ctx, update.proposalId, 'wrong quarter')
  await expect(draftSnapshot(ctx.db, ctx.councilId, undefined, q1)).rejects.toThrow('Nothing was reported')
  await withdrawProposal(ctx, plan.proposalId, 'wrong year')
  expect(await plansOf(ctx.db, ctx.councilId)).toEqual([])
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  expect(await counted(ctx)).toMatchObject({ met: 4, of: 6 })
  expect((await proposalsOf(ctx.db, ctx.councilId)).map((p) => p.state)).toEqual(['accepted', 'withdrawn', 'withdrawn'])
})

test('an import that is cut off leaves nothing', async () => {
  const ctx = await council('killed')
  const proposal = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await expect(inTransaction(ctx, async (inside) => {
    await acceptProposal(inside, proposal.proposalId)
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(inside.db)
  })).rejects.toThrow()
  expect(await plansOf(ctx.db, ctx.councilId)).toEqual([])
  expect((await proposalView(ctx, proposal.proposalId)).state).toBe('open')
})

test('two at once: one takes the proposal, the other is told so', async () => {
  const ctx = await council('at-once')
  const { proposalId } = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  const both = await Promise.allSettled([acceptProposal(ctx, proposalId), acceptProposal(ctx, proposalId)])
  expect(both.map((b) => b.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(await counted(ctx)).toMatchObject({ of: 6 })
})

test('two councils side by side never see each other', async () => {
  const [one, other] = [await council('here'), await council('there')]
  const proposal = await take(one, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await take(other, 'q1.csv', q1, paper(updateHead, updateLines[0]!))
  expect(await plansOf(other.db, other.councilId)).toHaveLength(1)
  expect(await counted(other)).toMatchObject({ of: 1 })
  expect(await counted(one)).toMatchObject({ of: 6 })
  await expect(proposalView(other, proposal.proposalId)).rejects.toThrow('There is no proposal')
  await expect(withdrawProposal(other, proposal.proposalId, 'not mine')).rejects.toThrow('There is no proposal')
  expect((await trailOf(other.db, other.councilId, 50)).map((e) => (e.detail as { proposalId?: number }).proposalId)).not.toContain(proposal.proposalId)
})

test('a refused proposal can not be taken, and refusing needs a reason', async () => {
  const ctx = await council('refused')
  const { proposalId } = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await expect(rejectProposal(ctx, proposalId, ' ')).rejects.toThrow('Say why')
  await rejectProposal(ctx, proposalId, 'a draft')
  await expect(acceptProposal(ctx, proposalId)).rejects.toThrow('was rejected before')
})

test('an update of another year is refused, and says which plan was meant', async () => {
  const ctx = await council('other-year')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  await expect(proposePaper(ctx, { file: 'q1.csv', bytes: paper(updateHead, ...updateLines), plan: 'plan-2025-26', period: period('2024-25-Q1') })).rejects.toThrow('is the plan of 2025/26')
})

test('an update that goes deeper than its plan is refused, since its rows would lose a heading', async () => {
  const ctx = await council('deeper')
  const upper = paper('Theme,Objective,Milestone', 'Homes,More homes,Bring empty homes back', 'Places,Clean streets,Sweep more often')
  await acceptProposal(ctx, (await proposePaper(ctx, { file: 'plan.csv', bytes: upper, plan: 'p', period: period('2025-26') })).proposalId)
  await expect(proposePaper(ctx, { file: 'q1.csv', bytes: paper(updateHead, ...updateLines), plan: 'p', period: q1 })).rejects.toThrow('this paper goes deeper')
})

test('a paper that says another period than the one it is imported for is said', async () => {
  const ctx = await council('other-period')
  const html = `<!doctype html><title>Update</title><h1>Progress in Quarter 2 2025/26</h1><table><tr>${updateHead.split(',').map((h) => `<th>${h}</th>`).join('')}</tr>${updateLines.map((l) => `<tr>${l.split(',').map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`
  const { findings } = await propose(ctx, 'q2.html', q1, new TextEncoder().encode(html))
  expect(findings.find((f) => f.code === 'import.period')).toMatchObject({ level: 'warning', found: '2025-26-Q2', expected: '2025-26-Q1' })
})

test('a plan for a quarter, and a paper without any plan, are refused with what to do', async () => {
  const ctx = await council('unfit')
  await expect(propose(ctx, 'plan.csv', q1, paper(planHead, ...planLines))).rejects.toThrow('--period 2025-26')
  await expect(propose(ctx, 'notes.csv', q1, paper('Name,Telephone', 'Depot,01234'))).rejects.toThrow('no table of a plan')
})

test('items of the next year are linked to those they continue', async () => {
  const ctx = await council('years')
  await take(ctx, 'plan-24.csv', '2024-25', paper(planHead, ...planLines))
  const next = await propose(ctx, 'plan-25.csv', '2025-26', paper(planHead, ...planLines.slice(0, 3), 'Places,Clean streets,Sweep more often,Publish the sweeping days of every street'))
  expect((await acceptProposal(ctx, next.proposalId)).lineage.kept).toBe(3)
  const plan = (await planBySlug(ctx.db, ctx.councilId, 'plan-2025-26'))!
  expect((await lineageOf(ctx.db, ctx.councilId, plan.planId)).filter((l) => l.state === 'kept').map((l) => l.kind)).toEqual(['same words', 'same words', 'same words'])
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines.slice(0, 3)))
  const { items } = await draftSnapshot(ctx.db, ctx.councilId, 'plan-2025-26', q1)
  expect(items.find((i) => i.text.startsWith('Write to'))?.lineage).toMatchObject([{ year: '2024-25', kind: 'same words' }])
})

test('the links are made whichever year is imported first', async () => {
  const ctx = await council('years-back')
  await take(ctx, 'plan-25.csv', '2025-26', paper(planHead, ...planLines))
  const before = await propose(ctx, 'plan-24.csv', '2024-25', paper(planHead, ...planLines.slice(0, 2)))
  expect((await acceptProposal(ctx, before.proposalId)).lineage.kept).toBe(2)
})

test('an item keeps what was said of it in earlier periods, in the words of their key', async () => {
  const ctx = await council('history')
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await take(ctx, 'q2.csv', '2025-26-Q2', paper(updateHead, ...updateLines.map((l) => l.replace('Amber', 'Green'))))
  const { items } = await draftSnapshot(ctx.db, ctx.councilId, undefined, period('2025-26-Q2'))
  expect(items.find((i) => i.text.startsWith('Visit 70%'))).toMatchObject({ update: { status: 'Green' }, history: [{ period: q1, status: 'Amber', kind: 'at risk', statusName: 'At risk', remark: 'Two posts are empty' }] })
  const plan = (await planBySlug(ctx.db, ctx.councilId, 'plan-2025-26'))!
  expect((await vocabularyFor(ctx.db, ctx.councilId, plan.planId, q1)).statuses.map((s) => s.code)).toEqual(['Blue', 'Green', 'Amber', 'Red'])
})

test('the database itself refuses to overwrite or delete what was said', async () => {
  const ctx = await council('append-only')
  await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await expect(sql`update item_update set remark = 'better' where council_id = ${ctx.councilId}`.execute(ctx.db)).rejects.toThrow('never overwritten')
  for (const table of ['item_update', 'item_revision', 'audit', 'proposal', 'decision', 'publication']) {
    await expect(sql`truncate ${sql.table(table)} cascade`.execute(ctx.db)).rejects.toThrow('never overwritten')
  }
})
