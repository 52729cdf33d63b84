import { proofReader } from '../../src/papers/checks/proof-reader.ts'
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { correctRow, proposalCommands } from '../../src/papers/proposals/index.ts'
import { peopleCommands } from '../../src/people/index.ts'
import { canonical, councilsWithPublications, draftOf, publicationCommands, publicationsOf, publish, publishedSnapshot, setHeader, setNarrative, withdrawPublication } from '../../src/reports/index.ts'
import { freshDatabase } from '../support/database.ts'
import { newCouncil, paper, period, planHead, planLines, ran, take, updateHead, updateLines } from './council.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
const folder = mkdtempSync(join(tmpdir(), 'throughline-publish-'))
beforeAll(async () => { opened = await freshDatabase() })
afterAll(async () => { await opened.close(); rmSync(folder, { recursive: true }) })
const q1 = period('2025-26-Q1')
const reported = async (slug: string) => {
  const ctx = await newCouncil(opened.db, slug)
  return { ctx, proposal: await take(ctx, 'q1.csv', q1, paper(updateHead, ...updateLines)) }
}

test('nothing accepted is public until it is published', async () => {
  const { ctx } = await reported('unpublished')
  expect(await publishedSnapshot(ctx.db, 'unpublished')).toEqual({ state: 'none' })
  expect((await councilsWithPublications(ctx.db)).map((c) => c.slug)).not.toContain('unpublished')
})

test('what is published is frozen under its hash, and a correction is a new edition that says what differs', async () => {
  const { ctx, proposal } = await reported('editions')
  const first = await publish(ctx, undefined, q1)
  expect(first).toMatchObject({ edition: 1, differs: [], met: 4, of: 6, already: false })
  expect(await publish(ctx, undefined, q1)).toMatchObject({ edition: 1, already: true })
  await correctRow(ctx, proposal.proposalId, 3, { status: 'Amber' }, 'the officer rang')
  const still = await publishedSnapshot(ctx.db, 'editions')
  expect(still).toMatchObject({ state: 'published', hash: first.hash })
  const second = await publish(ctx, undefined, q1)
  expect(second).toMatchObject({ edition: 2, differs: ['The status of “Buy two sweeping machines” is At risk; it was Off track.'] })
  const now = await publishedSnapshot(ctx.db, 'editions')
  if (now.state !== 'published') throw new Error('it is published')
  expect(now.snapshot).toMatchObject({ edition: 2, publishedOn: '2025-08-01', differs: second.differs })
  expect(createHash('sha256').update(canonical(now.snapshot)).digest('hex')).toBe(second.hash)
  expect(await publishedSnapshot(ctx.db, 'editions', 'plan-2025-26', q1, 1)).toMatchObject({ snapshot: { edition: 1 } })
})

test('a publication taken down is gone with every edition so far, says why, and a later edition is public again', async () => {
  const { ctx, proposal } = await reported('taken-down')
  await publish(ctx, undefined, q1)
  await correctRow(ctx, proposal.proposalId, 3, { remark: 'Ask Robin' }, 'as sent')
  await publish(ctx, undefined, q1)
  await expect(withdrawPublication(ctx, 'plan-2025-26', q1, '')).rejects.toThrow('Say why')
  await withdrawPublication(ctx, 'plan-2025-26', q1, 'A name stood in it.')
  for (const edition of [undefined, 1, 2]) expect(await publishedSnapshot(ctx.db, 'taken-down', 'plan-2025-26', q1, edition)).toEqual({ state: 'withdrawn', on: '2025-08-01', reason: 'A name stood in it.', plan: 'plan-2025-26', period: q1 })
  await correctRow(ctx, proposal.proposalId, 3, { remark: 'The supplier closed' }, 'without the name')
  expect(await publish(ctx, undefined, q1)).toMatchObject({ edition: 3 })
  expect((await publicationsOf(ctx.db, ctx.councilId)).map((p) => [p.edition, p.withdrawn === null])).toEqual([[3, true], [2, false], [1, false]])
})

test('the header and the prose are kept in every version, and what is unchanged is not saved again', async () => {
  const { ctx } = await reported('drafts')
  await setHeader(ctx, undefined, q1, { title: 'Progress in quarter 1' })
  await setNarrative(ctx, undefined, q1, [{ theme: null, text: 'A steady start.' }])
  await setNarrative(ctx, undefined, q1, [{ theme: null, text: 'A steady start.' }])
  expect(await draftOf(ctx.db, ctx.councilId, undefined, q1)).toEqual({ header: { title: 'Progress in quarter 1' }, narrative: [{ theme: null, text: 'A steady start.' }] })
  expect((await ctx.db.selectFrom('report_draft').select('revision').where('council_id', '=', ctx.councilId).execute()).length).toBe(2)
})

const run = (commands: typeof proposalCommands, name: string, args: readonly string[], options: Readonly<Record<string, string | boolean>>) => ran(opened.db, commands, name, args, options)
const file = (name: string, bytes: Uint8Array): string => { writeFileSync(join(folder, name), bytes); return join(folder, name) }

test('from the command line: a council, a plan, an update, corrections, a publication and its withdrawal', async () => {
  expect(await run(peopleCommands, 'council add', ['by-hand'], { name: 'By Hand Council' })).toBe('Added By Hand Council as "by-hand".')
  await run(proposalCommands, 'import', [file('plan.csv', paper(planHead, ...planLines))], { council: 'by-hand', period: '2025-26', accept: true })
  const shown = await run(proposalCommands, 'import', [file('q1.csv', paper(updateHead, ...updateLines.map((l) => l.replace('Red', 'Puce'))))], { council: 'by-hand', period: '2025-26-Q1', accept: true })
  expect(shown).toContain('nobody has said what the status "Puce" means')
  const id = /^Proposal (\d+)/.exec(shown)![1]!
  const corrections = file('c.yml', new TextEncoder().encode('- { status: Puce, means: paused, why: asked }\n- { line: 6, cell: remark, read: Eleven agreed, as: Twelve agreed, why: one more since }\n'))
  expect(await run(proposalCommands, 'accept', [id], { corrections })).toContain('2 corrections are kept')
  expect(await run(publicationCommands(proofReader), 'publish', [], { council: 'by-hand', period: '2025-26-Q1' })).toContain('4 of 6 complete or on track')
  expect(await run(proposalCommands, 'list', ['publications'], { council: 'by-hand' })).toContain('1 publication')
  expect(JSON.parse(await run(proposalCommands, 'list', ['proposals'], { council: 'by-hand', json: true }))).toHaveLength(2)
  expect(await run(proposalCommands, 'withdraw', [], { council: 'by-hand', plan: 'plan-2025-26', period: '2025-26-Q1', reason: 'a name' })).toContain('is withdrawn')
  const [open] = [await run(proposalCommands, 'import', [file('q2.csv', paper(updateHead, ...updateLines))], { council: 'by-hand', period: '2025-26-Q2', json: true })]
  const { proposalId } = JSON.parse(open) as { proposalId: number }
  expect(JSON.parse(await run(proposalCommands, 'withdraw', [String(proposalId)], { reason: 'sent twice', json: true }))).toEqual({ proposal: proposalId, was: 'open', now: 'rejected', file: 'q2.csv', period: '2025-26-Q2', reason: 'sent twice' })
  expect(await run(proposalCommands, 'withdraw', [id], { reason: 'the wrong quarter' })).toContain('no longer counts')
})

for (const [what, name, args, options, says] of [
  ['a council that was never added', 'import', [''], { council: 'nowhere' }, 'There is no council "nowhere"'],
  ['a plan called as a page is', 'import', [''], { council: 'by-hand', period: '2025-26', plan: 'search' }, '"search" is a page\'s own address'],
  ['a period that is none', 'import', [''], { council: 'by-hand', period: 'Q1' }, '"Q1" is no period'],
  ['a proposal that is none', 'accept', ['99999'], {}, 'There is no proposal 99999'],
  ['a number that is none', 'accept', ['seven'], {}, '"seven" is no proposal\'s number'],
  ['a corrections file that is not there', 'accept', ['1'], { corrections: '/nowhere.yml' }, "can't be opened"],
  ['something that can not be listed', 'list', ['things'], {}, '"things" can\'t be listed'],
  ['nothing to withdraw', 'withdraw', [], { reason: 'why' }, 'Say what to withdraw'],
] as const) test(`refused: ${what}`, async () => {
  const plan = file('refused.csv', paper(planHead, ...planLines))
  await expect(run(proposalCommands, name, args.map((a: string) => a || plan), options)).rejects.toThrow(says)
})

for (const [text, says] of [['status: x', 'is no list of corrections'], ['- { line: 2, cell: colour, as: Red, why: x }', "correction 1 can't be understood"], ['- { line: 999, cell: status, as: Red, why: x }', 'names 0 rows'],
  ['- { line: 6, cell: remark, read: Nothing, as: Red, why: x }', 'reads "Eleven agreed" and not "Nothing"'], ['- {', 'is no YAML']] as const) {
  test(`a corrections file is refused whole: ${text}`, async () => {
    const { proposal } = await reported(`c-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`)
    await expect(run(proposalCommands, 'accept', [String(proposal.proposalId)], { corrections: file('bad.yml', new TextEncoder().encode(text)) })).rejects.toThrow(says)
  })
}

for (const [slug, name, says] of [['North Vale', 'x', "can't be a council's short name"], ['health', 'x', "is a page's own address"], ['ok', '  ', 'needs a name'], ['editions', 'x', 'There is a council "editions" already']] as const) {
  test(`a council is refused: ${slug} "${name}"`, async () => { await expect(run(peopleCommands, 'council add', [slug], { name })).rejects.toThrow(says) })
}

test('words that name no figure, or type a count, are not published', async () => {
  const { ctx } = await reported('faulty-words')
  await setNarrative(ctx, undefined, q1, [{ theme: null, text: 'We end with {{headlines}}.' }])
  await expect(publish(ctx, undefined, q1)).rejects.toThrow('there is no figure called "headlines"')
  await setNarrative(ctx, undefined, q1, [{ theme: null, text: 'We end with {{headline.met}} of {{headline.of}}.' }])
  expect(await publish(ctx, undefined, q1)).toMatchObject({ edition: 1 })
})
