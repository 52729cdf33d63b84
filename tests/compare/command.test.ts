import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Cli } from '../../src/cli/command.ts'
import { readConfig } from '../../src/config.ts'
import { compareCommands } from '../../src/papers/compare/command.ts'

const folder = mkdtempSync(join(tmpdir(), 'compare-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string, ...lines: string[]): string => { const path = join(folder, name); writeFileSync(path, lines.join('\n')); return path }
const plan = (year: string, ...milestones: string[]): string[] => [`Delivery plan ${year}`, '', 'Place: a tidy town', '', 'Objectives\tThis year we will\tKey milestones', ...milestones.map((m, i) => `${i === 0 ? 'Look after public space' : ''}\t${i === 0 ? 'Care for parks and paths' : ''}\t${m}`)]
const approved = file('approved.txt', ...plan('2026/27', 'Plant 900 trees along the canal', 'Mend the bandstand roof by March 2027', 'Design a skate park in Westfield', 'Repaint the cricket pavilion'))
const update = file('update.txt', 'Quarter 2 2026/27 update', '', 'Place: a tidy town', '', 'Objectives\tThis year we will\tKey milestones\tRAG\tRemarks', 'Look after public space\tCare for parks and paths\tPlant 700 trees along the canal\tGreen\tGround prepared', '\t\tMend the bandstand roof by June 2027\tAmber\tSlates are late', '\t\tDesign a skate park in Westfield\tGreen\tOn site')
const later = file('later.txt', ...plan('2027/28', 'Complete a skate park in Westfield', 'Repaint the cricket pavilion'))

const noDatabase = (): Promise<never> => Promise.reject(new Error('files need no database'))
const run = async (...args: string[]): Promise<{ code: number; out: string }> => {
  let out = ''
  const options = Object.fromEntries(args.filter((a) => a.startsWith('--')).map((a) => [a.slice(2), true]))
  const cli: Cli = { config: readConfig({}), out: (t) => { out += `${t}\n` }, err: (t) => { out += `${t}\n` }, progress: () => undefined, colour: false, now: () => new Date(), db: noDatabase, database: noDatabase }
  return { code: await compareCommands[0]!.run(cli, args.filter((a) => !a.startsWith('--')), options), out }
}

const edition = (...rows: string[]): string[] => ['Repairs improvement plan', '', 'Action\tLead\tBy when', ...rows]

describe('throughline compare', () => {
  test('tells a plan and its update in a minute: how many, which targets moved, what is not sure', async () => {
    const { code, out } = await run(approved, update)
    expect(code).toBe(0)
    expect(out).toContain('2 targets, dates or stages moved: 2 to something easier.')
    expect(out).toContain('900 → 700 (easier): Plant 700 trees along the canal')
    expect(out).toContain('March 2027 → June 2027 (easier)')
    expect(out).toContain('Plant [-900-] {+700+} trees along the canal')
    expect(out).toContain('1 is not reported')
  })
  test('prints one object of summary and changes with --json', async () => {
    const { out } = await run(approved, update, '--json')
    const { summary, changes } = JSON.parse(out) as { summary: unknown; changes: { kind: string; easier: string | null }[] }
    expect(summary).toEqual({ 'target changed': 1, 're-dated': 1, unchanged: 1, 'not reported': 1 })
    expect(changes.map((c) => [c.kind, c.easier])).toEqual([['target changed', 'easier'], ['re-dated', 'easier'], ['unchanged', null], ['not reported', null]])
  })
  test('compares two editions of an improvement plan, dates in a column of their own included', async () => {
    const first = file('first.txt', ...edition('1.1 Inspect empty homes\tVoids Lead\tSept 2026', '1.2 Agree a damp policy\tHead of Repairs\tMay 2026', '1.3 Call tenants back\tManager\tMonthly'))
    const second = file('second.txt', ...edition('1.1 Inspect empty homes\tVoids Lead\tDec 2026', '1.2 Agree a damp policy\tHead of Repairs\tMay 2026', '1.4 Open a depot\tDirector\tTBC'))
    const { changes } = JSON.parse((await run(first, second, '--json')).out) as { changes: { kind: string; easier: string | null }[] }
    expect(changes.map((c) => [c.kind, c.easier])).toEqual([['re-dated', 'easier'], ['unchanged', null], ['dropped', null], ['added', null]])
  })
  test('compares plans of two years between years', async () => {
    const { out } = await run(approved, later, '--json')
    expect((JSON.parse(out) as { changes: { kind: string }[] }).changes.map((c) => c.kind)).toEqual(['not continued', 'not continued', 'next phase', 'same words'])
  })
})
