import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Cli } from '../../src/cli/command.ts'
import { readConfig } from '../../src/config.ts'
import type { Opened } from '../../src/db/index.ts'
import { letStand, setSettings, withSettings } from '../../src/papers/checks/index.ts'
import { proofReader } from '../../src/papers/checks/proof-reader.ts'
import { acceptProposal, proposePaper } from '../../src/papers/proposals/index.ts'
import { addCouncil, type Ctx } from '../../src/people/index.ts'
import { draftOf, publicationCommands, publicationsOf, reportCommands } from '../../src/reports/index.ts'
import { dayOf } from '../../src/kit/day.ts'
import { quarterOf } from '../../src/kit/period.ts'
import { freshDatabase } from '../support/database.ts'

const [report] = reportCommands(proofReader)
const [publication] = publicationCommands(proofReader)
let db: Opened
let folder: string
let ctx: Ctx
const printed: string[] = []
const cli = (): Cli => ({ config: readConfig({}), out: (t) => void printed.push(t), err: (t) => void printed.push(t), progress: () => undefined, colour: false, now: () => new Date('2025-11-14T12:00:00Z'), db: () => Promise.resolve(db.db), database: () => Promise.resolve(db) })
const file = (name: string, text: string): string => { writeFileSync(join(folder, name), text); return join(folder, name) }
const make = (options: Record<string, string | boolean>): Promise<number> => report!.run(cli(), [], { council: 'wenbridge', period: '2025-26-Q2', out: join(folder, 'out'), ...options })
const publishIt = (options: Record<string, string> = {}): Promise<number> => publication!.run(cli(), [], { council: 'wenbridge', period: '2025-26-Q2', ...options })

const update = `Theme,Objective,Deliverable,Milestone,RAG,Remarks
Homes,Safe homes for renters,Start a landlord register,Write the scheme,Green,Going well and the draft is with the lawyers.
Homes,Safe homes for renters,Start a landlord register,Visit 40 homes,Amber,"The officer's post is empty until January, so visits wait."
Roads,Pavements that all can use,Mend the school routes,Survey the routes,Green,Half of the survey is in.
`
beforeAll(async () => {
  db = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'throughline-report-'))
  const council = await addCouncil(db.db, 'test', { slug: 'wenbridge', name: 'Wenbridge Council' })
  ctx = { db: db.db, councilId: council.councilId, who: 'test', today: dayOf(2025, 11, 14)! }
  const proposal = await proposePaper(ctx, { file: 'quarter-2.csv', bytes: new TextEncoder().encode(update), period: quarterOf(2025, 2) })
  await acceptProposal(ctx, proposal.proposalId)
})
afterAll(async () => { await db.close(); rmSync(folder, { recursive: true, force: true }) })

test('the files are written whole, and what was given is kept for publishing', async () => {
  const facts = file('facts.yml', 'title: Progress on the plan\nmeeting: Cabinet\npurpose: To note that {{headline.met}} of {{headline.of}} are on course.\n')
  const narrative = file('words.md', 'All in all a good quarter.\n\n# Homes\n\nWork on {{homes.rows}} pieces of work goes on.\n')
  expect(await make({ facts, narrative }), printed.join('\n')).toBe(0)
  expect(readdirSync(join(folder, 'out')).map((f) => f.split('.').at(-1)!).toSorted()).toEqual(['csv', 'docx', 'html', 'json', 'pdf', 'xlsx'])
  const html = readFileSync(join(folder, 'out', readdirSync(join(folder, 'out')).find((f) => f.endsWith('.html'))!), 'utf8')
  for (const words of ['2 of 3 milestones (67%) due this quarter are completed or on track.', 'To note that 2 of 3 are on course.', 'Work on 2 pieces of work goes on.']) expect(html).toContain(words)
  expect(printed.at(-1)).toBe('6 files written.')
  expect((await draftOf(ctx.db, ctx.councilId, undefined, quarterOf(2025, 2))).header).toMatchObject({ title: 'Progress on the plan', meeting: 'Cabinet' })
})

for (const [what, options, words] of [
  ['an unknown figure, at its line and column', { narrative: 'Well.\n\nThere were {{homes.emerald}} of them.\n' }, 'line 3, column 12: there is no figure called "homes.emerald"'],
  ['a typed count', { narrative: 'We finished 2 of the 3 milestones.\n' }, '"2" is typed beside "milestones"'],
  ['a typed count in the purpose', { facts: 'purpose: To note 3 milestones.\n' }, 'purpose, line 1, column 9'],
  ['a part of the header that is not known', { facts: 'titel: X\n' }, 'did you mean title?'],
  ["an error in the report's own words", { narrative: 'The survey closed on 31 June 2025.\n' }, 'an error stands in the report'],
] as const) {
  test(`refused, with nothing written or kept: ${what}`, async () => {
    const given = Object.fromEntries(Object.entries(options).map(([name, text]) => [name, file(`${name}-bad`, text)]))
    await expect(make({ ...given, out: join(folder, 'none') })).rejects.toThrow(words)
    expect(readdirSync(folder)).not.toContain('none')
    expect((await draftOf(ctx.db, ctx.councilId, undefined, quarterOf(2025, 2))).header.title).toBe('Progress on the plan')
  })
}

test('an error that stands with a reason is let through', async () => {
  printed.length = 0
  const narrative = file('june.md', 'The survey closed on 31 June 2025.\n')
  await expect(make({ narrative })).rejects.toThrow()
  const fingerprint = /\[dates\.impossible\s+([0-9a-f]{12})\]/.exec(printed.join('\n'))![1]!
  const waivers = file('waivers.yml', `- { fingerprint: ${fingerprint}, reason: quoted as the letter had it, who: Head of Policy, on: 2025-11-14 }\n`)
  expect(await make({ narrative, waivers, formats: 'csv' })).toBe(0)
})

test('the names that prose can bind are listed', async () => {
  printed.length = 0
  expect(await make({ names: true })).toBe(0)
  expect(printed.some((l) => /^\{\{homes\.amber\}\}\s+1 {2}Amber in Homes$/.test(l)), printed.join('\n')).toBe(true)
})

test('what the council lets stand serves the report and its publication, beside a waivers file; without it neither is made', async () => {
  const narrative = file('two.md', 'The survey closed on 31 June 2025.\n\nThe fair was on 30 February 2025.\n')
  const fingerprints = async (): Promise<string[]> => {
    printed.length = 0
    await expect(make({ narrative })).rejects.toThrow('Nothing was written')
    return [...printed.join('\n').matchAll(/\[dates\.impossible\s+([0-9a-f]{12})\]/g)].map((m) => m[1]!)
  }
  const [first, second] = await fingerprints()
  await letStand(ctx, { fingerprint: first!, reason: 'quoted as the letter had it' })
  expect(await fingerprints()).toEqual([second])
  const waivers = file('second.yml', `- { fingerprint: ${second!}, reason: a joke, who: Head of Policy, on: 2025-11-14 }\n`)
  expect(await make({ narrative, waivers, formats: 'csv' })).toBe(0)
  await expect(publishIt()).rejects.toThrow('Nothing was published: an error stands in the report')
  expect(await publicationsOf(ctx.db, ctx.councilId)).toEqual([])
  expect(await publishIt({ waivers })).toBe(0)
  expect(await publicationsOf(ctx.db, ctx.councilId)).toHaveLength(1)
})

test('a rule that the council switched off stops no report', async () => {
  const narrative = file('off.md', 'The market closed on 31 June 2025.\n')
  await expect(make({ narrative })).rejects.toThrow('Nothing was written')
  await setSettings(ctx, withSettings({ off: ['dates.impossible'] }), 'tried')
  expect(await make({ narrative, formats: 'csv' })).toBe(0)
})
