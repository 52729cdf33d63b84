import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReportFile } from '../../src/papers/checks/own-report.ts'
import { confirmLineage, confirmRow, lineageToConfirm, proposalView } from '../../src/papers/proposals/index.ts'
import type { Ctx } from '../../src/people/index.ts'
import { draftSnapshot, publicPages, publicRecord, publish, render, type Snapshot } from '../../src/reports/index.ts'
import { buildServer } from '../../src/web/server.ts'
import { freshDatabase } from '../support/database.ts'
import { closedDoors } from '../support/doors.ts'
import { newCouncil, paper, period, planHead, planLines, take, updateHead } from './council.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())

const homes = 'Homes,More homes that people can afford,Bring empty homes back'
const places = 'Places,Clean streets,Sweep more often'
const lastYear = [
  `${homes},Write to every owner of a long-empty home`, `${homes},Bring 60 empty homes back into use by March`, 'Homes,Safe rented homes,Inspect rented homes,Draft the landlord scheme',
  `${places},Buy two sweeping machines`, `${places},Agree a sweeping rota with each parish`, 'Places,Parks for everyone,Renew playgrounds,Open the playground at Mill Lane',
]
const statuses = ['Green', 'Amber', 'Green', 'Blue', 'Red', 'Green']
const thisYear = [
  `${homes},Write to every owner of a long-empty home`, `${homes},Bring 45 empty homes back into use by March`, 'Homes,Safe rented homes,Inspect rented homes,Publish the landlord scheme',
  'Places,Parks for everyone,Renew playgrounds,Open the playground at Mill Lane', 'Places,Parks for everyone,Look after trees,Plant an orchard beside the canal',
]
const years = async (slug: string, now: readonly string[] = thisYear): Promise<Ctx> => {
  const ctx = await newCouncil(opened.db, slug)
  await take(ctx, 'plan-24.csv', '2024-25', paper(planHead, ...lastYear))
  await take(ctx, 'q3-24.csv', '2024-25-Q3', paper(updateHead, ...lastYear.map((l, i) => `${l},${statuses[i]!},As it stood in December`)))
  await take(ctx, 'plan-25.csv', '2025-26', paper(planHead, ...now))
  await take(ctx, 'q1-25.csv', '2025-26-Q1', paper(updateHead, ...now.map((l) => `${l},Green,Under way`)))
  return ctx
}
const drafted = ({ db, councilId }: Ctx): Promise<Snapshot> => draftSnapshot(db, councilId, 'plan-2025-26', period('2025-26-Q1'))
const counted = ({ earlier }: Pick<Snapshot, 'earlier'>): number => Object.values(earlier!.carried).reduce((a, b) => a + b, 0) + earlier!.notContinued.length + earlier!.toConfirm.length

test('a plan tells what became of the year before’s: every item of that is counted once, and what is gone has its last status', async () => {
  const { earlier, ...rest } = await drafted(await years('two-years'))
  expect(earlier).toMatchObject({ plan: { year: '2024-25', level: 'Milestone' }, items: 6 })
  expect(counted({ earlier })).toBe(6)
  expect(earlier!.carried['same words']).toBe(2)
  expect(earlier!.notContinued).toMatchObject([
    { text: 'Buy two sweeping machines', above: ['Places', 'Clean streets', 'Sweep more often'], last: { period: '2024-25-Q3', kind: 'complete' } },
    { text: 'Agree a sweeping rota with each parish', last: { kind: 'off track' } },
  ])
  expect(earlier!.new.map((id) => rest.items.find((i) => i.id === id)!.text)).toEqual(['Plant an orchard beside the canal'])
})

test('an unsure link counts neither as continued nor as not continued, until a person has answered', async () => {
  const ctx = await years('unsure-years', [planLines[1]!, 'Places,Clean streets,Sweep more often,Publish a rota of street sweeping'])
  const links = await lineageToConfirm(ctx, 'plan-2025-26')
  expect(links.length).toBeGreaterThan(0)
  const before = await drafted(ctx)
  expect(before.earlier!.toConfirm).toEqual(links.map((l) => ({ text: l.earlierText, now: l.text })))
  expect(before.earlier!.notContinued.map((n) => n.text)).not.toContain(links[0]!.earlierText)
  expect(before.earlier!.new).toEqual([])
  for (const l of links) await confirmLineage(ctx, 'plan-2025-26', l.item, { plan: l.earlierPlan, item: l.earlierItem }, false)
  const after = await drafted(ctx)
  expect(after.earlier!.toConfirm).toEqual([])
  expect(after.earlier!.notContinued.map((n) => n.text)).toContain(links[0]!.earlierText)
  expect(after.earlier!.newToConfirm).toEqual([])
  expect([counted(before), counted(after)]).toEqual([6, 6])
})

test('the public page and the report tell it, and the report stands its own proof-reading', async () => {
  const ctx = await years('told-years')
  await publish(ctx, 'plan-2025-26', period('2025-26-Q1'))
  const app = await buildServer({ doors: closedDoors, now: () => new Date('2025-08-01T12:00:00Z'), fault: (e) => { throw e }, log: null }, [publicPages(publicRecord(ctx.db))])
  const page = (await app.inject('/told-years/plan-2025-26/2025-26-Q1/changes')).body
  for (const words of ['1 is not continued', '1 had been completed and is not continued', 'Agree a sweeping rota with each parish', 'New in this plan (1)', 'Last reported in Quarter 3 2024/25']) expect(page).toContain(words)
  await app.close()
  const html = await render(await drafted(ctx), 'html')
  expect(new TextDecoder().decode(html)).toContain('Not continued, and not reported complete:')
  expect((await checkReportFile('report.html', html)).refusedFor).toEqual([])
})

test('where no earlier plan is stored nothing is told of it', async () => {
  const ctx = await newCouncil(opened.db, 'one-year')
  const { proposalId } = await take(ctx, 'q1.csv', '2025-26-Q1', paper(updateHead, ...thisYear.map((l) => `${l},Green,Under way`)))
  for (const r of (await proposalView(ctx, proposalId)).rows.filter((r) => r.confirm.length > 0)) await confirmRow(ctx, proposalId, r.row)
  expect(await draftSnapshot(ctx.db, ctx.councilId, undefined, period('2025-26-Q1'))).not.toHaveProperty('earlier')
})
