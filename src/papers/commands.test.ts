import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Cli, ExitCode } from '../cli/command.ts'
import { readConfig } from '../config.ts'
import { Refused } from '../kit/refused.ts'
import { paperCommands } from './commands.ts'
import type { Recognised } from './types.ts'

const [read] = paperCommands
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'papers-'))
  writeFileSync(join(folder, 'update.txt'), ['Quarter 1 2031/32 update', '', 'Town: We will look after the town.', '', 'Objective\tWe will\tMilestone\tRAG\tRemarks', 'Keep the market alive\tMend the roof\tAppoint a builder\tGreen\tThree bids.', '\tOpen the stalls\t\tAmber\tIn May.'].join('\n'))
  writeFileSync(join(folder, 'plan.txt'), ['Town: We will look after the town.', '', 'Objective\tWe will\tMilestones', 'Keep the market alive\tMend the roof\t• Appoint a builder • Open the stalls'].join('\n'))
  writeFileSync(join(folder, 'letter.txt'), 'Dear resident, thank you for writing to us.\n')
})
afterAll(() => { rmSync(folder, { recursive: true }) })

const db = (): Promise<never> => Promise.reject(new Error('reading needs no database'))
const run = async (papers: readonly string[], options: Readonly<Record<string, string | boolean>> = {}): Promise<{ code: ExitCode; out: string[]; err: string[] }> => {
  const [out, err]: [string[], string[]] = [[], []]
  const cli: Cli = { config: readConfig({}), out: (t) => { out.push(t) }, err: (t) => { err.push(t) }, progress: () => undefined, colour: false, now: () => new Date(0), db, database: db }
  return { code: await read!.run(cli, papers.map((p) => join(folder, p)), options), out, err }
}

describe('read', () => {
  test('--json prints one object a paper, one a line', async () => {
    const { code, out } = await run(['update.txt', 'plan.txt'], { json: true })
    const papers = out.map((line) => JSON.parse(line) as Recognised)
    expect([code, out.some((line) => line.includes('\n'))]).toEqual([0, false])
    expect(papers.map((p) => [p.paper.kind, p.tables.map((t) => [t.kind, t.period, t.rows.length])])).toEqual([['text', [['progress', '2031-32-Q1', 2]]], ['text', [['plan', null, 2]]]])
  })

  test('lists rows under their parents with place and flags, and sums up in the last line', async () => {
    const lines = (await run(['update.txt'])).out[0]!.split('\n')
    expect(lines.some((l) => /^ +6 +Green +Appoint a builder +\(Three bids\.\)$/.test(l))).toBe(true)
    expect(lines.some((l) => l.trim().startsWith('? '))).toBe(true)
    expect(lines.at(-1)).toBe('1 table: 1 progress; 2 rows, 1 asking for review.')
  })

  test('--plan settles what the wording of the approved plan proves', async () => {
    const { out } = await run(['update.txt'], { plan: join(folder, 'plan.txt') })
    expect(out[0]!.split('\n').at(-1)).toBe('1 table: 1 progress; 2 rows, 0 asking for review.')
  })

  test('a missing paper is one line that says what to do, and the others are still read', async () => {
    const { code, out, err } = await run(['nowhere.txt', 'update.txt'])
    expect([code, out.length, err]).toEqual([1, 1, [expect.stringMatching(/nowhere\.txt: there is no such file\. Check the name/)]])
  })

  test('a folder is refused', async () => {
    expect((await run([''])).err[0]).toMatch(/it is a folder/)
  })

  test('a plan file without a plan is refused before anything is read', async () => {
    await expect(run(['update.txt'], { plan: join(folder, 'letter.txt') })).rejects.toThrow(Refused)
  })

  test('a paper without tables says so', async () => {
    const { code, out } = await run(['letter.txt'])
    expect([code, out[0]!.split('\n').at(-1)]).toEqual([0, 'No table was recognised in it.'])
  })
})
