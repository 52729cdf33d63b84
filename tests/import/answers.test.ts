import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptProposal, confirmLineage, confirmMatch, confirmRow, correctRow, lineageToConfirm, proposalView, setStatusMeaning, withdrawProposal } from '../../src/papers/proposals/index.ts'
import { planBySlug } from '../../src/plans/index.ts'
import { draftSnapshot } from '../../src/reports/index.ts'
import { freshDatabase } from '../support/database.ts'
import { newCouncil, paper, period, planHead, planLines, propose, take, updateHead, updateLines } from './council.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())
const council = (slug: string) => newCouncil(opened.db, slug)
const q1 = period('2025-26-Q1')
type Ctx = Awaited<ReturnType<typeof council>>
const update = async (ctx: Ctx, words: string, when = q1) =>
  (await draftSnapshot(ctx.db, ctx.councilId, undefined, when)).items.find((i) => i.text.startsWith(words))?.update

const unknownStatus = updateLines.map((l) => l.replace('Red', 'Turquoise'))
const lostStatus = updateLines.map((l) => l.replace('Red,', ','))

test('a status that nobody can explain is not stated, waits for a person, and is stated once it is explained', async () => {
  const ctx = await council('unexplained')
  const { proposalId } = await take(ctx, 'q1.csv', q1, paper(updateHead, ...unknownStatus))
  expect(await update(ctx, 'Buy two')).toMatchObject({ status: null, confirm: ['status'] })
  expect(await setStatusMeaning(ctx, 'plan-2025-26', q1, 'turquoise', { kind: 'paused' }, 'the key is on the wall')).toEqual({ rows: 1 })
  expect(await update(ctx, 'Buy two')).toMatchObject({ status: 'Turquoise', confirm: [] })
  expect((await proposalView(ctx, proposalId)).statuses.find((s) => s.code === 'Turquoise')).toMatchObject({ kind: 'paused', name: 'Paused', assumed: false, counts: true })
})

test('the meaning of a status is kept for the same plan imported again', async () => {
  const ctx = await council('explained-again')
  const { proposalId } = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...unknownStatus))
  await setStatusMeaning(ctx, 'plan-2025-26', q1, 'Turquoise', { kind: 'discontinued', name: 'Stopped' }, 'said at the meeting')
  expect((await proposalView(ctx, proposalId)).rows[3]).toMatchObject({ status: 'Turquoise', confirm: [] })
  await acceptProposal(ctx, proposalId)
  await withdrawProposal(ctx, proposalId, 'to try again')
  const again = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...unknownStatus))
  expect(again.rows[3]).toMatchObject({ status: 'Turquoise', confirm: [] })
  expect(again.statuses.find((s) => s.code === 'Turquoise')).toMatchObject({ name: 'Stopped', counts: false })
})

test('a correction before the import is taken with it, and applied again to the same words in another copy', async () => {
  const ctx = await council('corrected-first')
  const { proposalId } = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...lostStatus))
  await correctRow(ctx, proposalId, 3, { status: 'Red', remark: 'The supplier closed in May' }, 'the officer wrote so')
  await acceptProposal(ctx, proposalId)
  expect(await update(ctx, 'Buy two')).toMatchObject({ status: 'Red', remark: 'The supplier closed in May', confirm: [] })
  await withdrawProposal(ctx, proposalId, 'a better copy came')
  const copy = await propose(ctx, 'q1-copy.csv', q1, paper(updateHead, ...[...lostStatus].reverse()))
  expect(copy.rows.find((r) => r.path.at(-1)!.text.startsWith('Buy two'))).toMatchObject({ status: 'Red', decided: true, confirm: [] })
})

test('a correction after the import is a further revision, and a reason is asked for', async () => {
  const ctx = await council('corrected-later')
  const { proposalId } = await take(ctx, 'q1.csv', q1, paper(updateHead, ...lostStatus))
  await expect(correctRow(ctx, proposalId, 3, { status: 'Red' }, '')).rejects.toThrow('Say why')
  await correctRow(ctx, proposalId, 3, { status: 'Red', milestone: 'Buy three sweeping machines' }, 'misread')
  expect(await update(ctx, 'Buy three')).toMatchObject({ status: 'Red', confirm: [] })
  expect(await update(ctx, 'Buy two')).toBeUndefined()
  await expect(correctRow(ctx, proposalId, 3, { status: 'Banana' }, 'odd')).rejects.toThrow('The key has no status "Banana": Blue, Green, Amber')
  await expect(correctRow(ctx, proposalId, 99, { status: 'Red' }, 'no such row')).rejects.toThrow('has no row 99')
})

test('a corrected theme moves the item under it, made where it is not there yet', async () => {
  const ctx = await council('corrected-theme')
  const { proposalId } = await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines))
  await correctRow(ctx, proposalId, 5, { theme: 'Leisure' }, 'it stands under the wrong heading')
  const { items } = await draftSnapshot(ctx.db, ctx.councilId, undefined, q1)
  const above = (id: string | null | undefined): string[] => { const i = items.find((x) => x.id === id); return i === undefined ? [] : [...above(i.parent), i.text] }
  expect(above(items.find((i) => i.text.startsWith('Open the playground'))?.id)).toEqual(['Leisure', 'Parks for everyone', 'Renew playgrounds', 'Open the playground at Mill Lane'])
})

test('a confirmed row no longer waits, and stays as it is', async () => {
  const ctx = await council('confirmed')
  const { proposalId, rows } = await take(ctx, 'q1.csv', q1, paper(updateHead, ...unknownStatus.map((l) => l.replace('Turquoise', ''))))
  const waiting = rows.filter((r) => r.confirm.length > 0)
  for (const r of waiting) await confirmRow(ctx, proposalId, r.row)
  expect((await proposalView(ctx, proposalId)).counts.flagged).toBe(0)
  expect(await update(ctx, 'Buy two')).toMatchObject({ status: null, confirm: [] })
})

const guess = 'Homes,Safe rented homes,Inspect rented homes,Visit rented homes where tenants complain,Amber,Two posts are empty'
const unsure = [...updateLines.slice(0, 2), guess, ...updateLines.slice(3)]

test('a row matched to another item by a person is put there, and the next quarter follows', async () => {
  const ctx = await council('matched')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const { proposalId, rows } = await take(ctx, 'q1.csv', q1, paper(updateHead, ...unsure))
  const plan = (await planBySlug(ctx.db, ctx.councilId, 'plan-2025-26'))!
  expect(plan.title).not.toBe('')
  const { items } = await draftSnapshot(ctx.db, ctx.councilId, undefined, q1)
  const visit = Number(items.find((i) => i.text.startsWith('Visit 70%'))?.id ?? items.find((i) => i.text.startsWith('Visit rented'))!.id)
  const row = rows.find((r) => r.path.at(-1)!.text.startsWith('Visit rented'))!
  await confirmMatch(ctx, proposalId, row.row, visit)
  const after = await draftSnapshot(ctx.db, ctx.councilId, undefined, q1)
  expect(after.items.find((i) => i.id === String(visit))).toMatchObject({ text: 'Visit rented homes where tenants complain', update: { status: 'Amber', confirm: [] } })
  expect(after.items.filter((i) => i.update !== null)).toHaveLength(6)
  const q2 = await propose(ctx, 'q2.csv', '2025-26-Q2', paper(updateHead, ...unsure))
  expect(q2.rows.find((r) => r.path.at(-1)!.text.startsWith('Visit rented'))).toMatchObject({ match: { item: visit, sure: true }, confirm: [] })
})

test('a row that a person says is an item of its own becomes one, once', async () => {
  const ctx = await council('own-item')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const { proposalId, rows } = await propose(ctx, 'q1.csv', q1, paper(updateHead, ...unsure))
  await confirmMatch(ctx, proposalId, rows.find((r) => r.path.at(-1)!.text.startsWith('Visit rented'))!.row, null)
  await acceptProposal(ctx, proposalId)
  await take(ctx, 'q2.csv', '2025-26-Q2', paper(updateHead, ...unsure))
  const { items } = await draftSnapshot(ctx.db, ctx.councilId, undefined, period('2025-26-Q2'))
  expect(items.filter((i) => i.text.startsWith('Visit'))).toMatchObject([{ update: null }, { update: { status: 'Amber' }, history: [{ status: 'Amber' }] }])
})

test('an unsure link between years waits, and a refused one is not made again', async () => {
  const ctx = await council('links')
  await take(ctx, 'plan-24.csv', '2024-25', paper(planHead, ...planLines))
  const next = await propose(ctx, 'plan-25.csv', '2025-26', paper(planHead, ...planLines.slice(0, 2), 'Homes,Safe rented homes,Inspect rented homes,Visit rented homes where tenants complain'))
  await acceptProposal(ctx, next.proposalId)
  for (const link of await lineageToConfirm(ctx, 'plan-2025-26')) await confirmLineage(ctx, 'plan-2025-26', link.item, { plan: link.earlierPlan, item: link.earlierItem }, false)
  expect(await lineageToConfirm(ctx, 'plan-2025-26')).toEqual([])
  await withdrawProposal(ctx, next.proposalId, 'to try again')
  await take(ctx, 'plan-25.csv', '2025-26', paper(planHead, ...planLines.slice(0, 2), 'Homes,Safe rented homes,Inspect rented homes,Visit rented homes where tenants complain'))
  expect(await lineageToConfirm(ctx, 'plan-2025-26')).toEqual([])
})
