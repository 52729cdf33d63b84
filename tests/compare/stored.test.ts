import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../src/db/index.ts'
import { addDays, dayInLondon } from '../../src/kit/day.ts'
import { compareCommands } from '../../src/papers/compare/command.ts'
import { confirmMatch, correctRow, withdrawProposal } from '../../src/papers/proposals/index.ts'
import { newCouncil, paper, planHead, planLines, propose, ran, take, updateHead, updateLines } from '../import/council.ts'
import { freshDatabase } from '../support/database.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())

type Printed = { readonly summary: Readonly<Record<string, number>>; readonly changes: readonly { readonly kind: string; readonly sure: boolean; readonly approved: readonly { readonly milestone: string }[]; readonly reported: readonly { readonly milestone: string }[] }[] }
const compared = async (slug: string, options: Record<string, string | boolean> = {}, when = '2025-26-Q1'): Promise<Printed> =>
  JSON.parse(await ran(opened.db, compareCommands, 'compare', [`${slug}/plan-2025-26`, `${slug}/plan-2025-26/${when}`], { json: true, ...options })) as Printed
/** What a comparison says of the milestones that speak of visits. */
const ofVisits = ({ changes }: Printed) => changes.filter((c) => [...c.approved, ...c.reported].some((r) => r.milestone.startsWith('Visit')))
  .map((c) => [c.kind, c.sure, c.approved.map((r) => r.milestone), c.reported.map((r) => r.milestone)])

const approved = 'Visit 70% of rented homes on the register'
const reworded = 'Visit rented homes where tenants complain'
const unlike = [...updateLines.slice(0, 2), `Homes,Safe rented homes,Inspect rented homes,${reworded},Amber,Two posts are empty`, ...updateLines.slice(3)]
const twoQuarters = async (slug: string, answer: (match: number | null) => number | null) => {
  const ctx = await newCouncil(opened.db, slug)
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const { proposalId, rows } = await take(ctx, 'q1.csv', '2025-26-Q1', paper(updateHead, ...unlike))
  const row = rows.find((r) => r.path.at(-1)!.text === reworded)!
  const plan = await ctx.db.selectFrom('item_revision').select('item').where('council_id', '=', ctx.councilId).where('wording', '=', approved).executeTakeFirstOrThrow()
  await confirmMatch(ctx, proposalId, row.row, answer(plan.item), 'asked the service')
  await take(ctx, 'q2.csv', '2025-26-Q2', paper(updateHead, ...unlike))
  return ctx
}

test('a match that a person confirmed is one sure pair in the comparison, in the next quarter too', async () => {
  await twoQuarters('confirmed-match', (item) => item)
  for (const when of ['2025-26-Q1', '2025-26-Q2']) expect(ofVisits(await compared('confirmed-match', {}, when))).toEqual([['target changed', true, [approved], [reworded]]])
})

test('a match that a person refused, or split off as an item of its own, is two items in the comparison, in the next quarter too', async () => {
  await twoQuarters('refused-match', () => null)
  for (const when of ['2025-26-Q1', '2025-26-Q2']) {
    expect(ofVisits(await compared('refused-match', {}, when)).toSorted((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([['added', true, [], [reworded]], ['not reported', true, [approved], []]])
  }
})

test('an answer is applied again to the same words when an import is taken back and sent once more', async () => {
  const ctx = await newCouncil(opened.db, 'match-again')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const first = await take(ctx, 'q1.csv', '2025-26-Q1', paper(updateHead, ...unlike))
  await confirmMatch(ctx, first.proposalId, first.rows.find((r) => r.path.at(-1)!.text === reworded)!.row, null, 'another thing')
  await withdrawProposal(ctx, first.proposalId, 'a better copy came')
  await take(ctx, 'q1-again.csv', '2025-26-Q1', paper(updateHead, ...unlike.toReversed()))
  expect(ofVisits(await compared('match-again')).map(([kind, sure]) => `${String(kind)} ${String(sure)}`).toSorted()).toEqual(['added true', 'not reported true'])
})

/** Puts everything that was said so far ten days back, as nothing but a test can. */
const tenDaysAgo = async (db: Db): Promise<void> => {
  for (const table of ['proposal_event', 'item_revision', 'item_update', 'status']) {
    await sql`alter table ${sql.table(table)} disable trigger user`.execute(db)
    await sql`update ${sql.table(table)} set at = at - interval '10 days'`.execute(db)
    await sql`alter table ${sql.table(table)} enable trigger user`.execute(db)
  }
}

test('as it stood on a day: before a correction, before a withdrawal, and before anything was known', async () => {
  const ctx = await newCouncil(opened.db, 'as-of')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const { proposalId } = await take(ctx, 'q1.csv', '2025-26-Q1', paper(updateHead, ...updateLines))
  await tenDaysAgo(ctx.db)
  await correctRow(ctx, proposalId, 3, { milestone: 'Buy three sweeping machines' }, 'misread')
  const today = dayInLondon(new Date())
  const changed = async (options: Record<string, string>): Promise<number> => (await compared('as-of', options)).summary['unchanged'] ?? 0
  expect([await changed({}), await changed({ asOf: addDays(today, -5) }), await changed({ asOf: today })]).toEqual([5, 6, 5])
  await withdrawProposal(ctx, proposalId, 'the wrong quarter')
  await expect(compared('as-of')).rejects.toThrow('has no update for')
  expect(await changed({ asOf: addDays(today, -5) })).toBe(6)
  await expect(compared('as-of', { asOf: today })).rejects.toThrow('Nothing was reported of as-of/plan-2025-26/2025-26-Q1')
  await expect(compared('as-of', { asOf: addDays(today, -30) })).rejects.toThrow('Nothing was known of as-of/plan-2025-26')
  await expect(compared('as-of', { asOf: 'yesterday' })).rejects.toThrow('"yesterday" is no day')
})

test('a match that nobody has answered is a guess, and says so', async () => {
  const ctx = await newCouncil(opened.db, 'unanswered')
  await take(ctx, 'plan.csv', '2025-26', paper(planHead, ...planLines))
  const { rows } = await propose(ctx, 'q1.csv', '2025-26-Q1', paper(updateHead, ...unlike))
  const row = rows.find((r) => r.path.at(-1)!.text === reworded)!
  expect(row.match === null || !row.match.sure || row.confirm.includes('match')).toBe(true)
})
