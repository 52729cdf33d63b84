import { spawnSync } from 'node:child_process'
import { build } from 'esbuild'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { freshDatabase } from '../support/database.ts'

/** The program as `npx throughline` runs it, beside the programs that it starts. */
const program = resolve(`dist/journey-${process.pid}.js`)
let db: Opened & { readonly url: string }
let folder: string
beforeAll(async () => {
  await build({ entryPoints: ['src/main.ts'], outfile: program, bundle: true, format: 'esm', platform: 'node', target: 'node20', packages: 'external', jsx: 'automatic', jsxImportSource: 'hono/jsx', logLevel: 'silent' })
  db = await freshDatabase()
  folder = mkdtempSync(join(tmpdir(), 'throughline a quarter é-'))
})
afterAll(async () => { await db.close(); rmSync(program, { force: true }); rmSync(folder, { recursive: true, force: true }) })

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }
const throughline = (args: readonly string[], env: Readonly<Record<string, string>> = { DATABASE_URL: db.url }): Ended => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', ...env } })
  return { code: status, out: stdout, err: stderr }
}
const here = ['--council', 'thornmere']
const quarter = [...here, '--period', '2025-26-Q3']

test('a quarter from the approved plan to the published report, and back', () => {
  expect(throughline(['council', 'add', 'thornmere', '--name', 'Thornmere District Council'])).toMatchObject({ code: 0, err: '' })
  expect(throughline(['import', 'demo/papers/delivery-plan-2025-26.docx', ...here, '--accept'])).toMatchObject({ code: 0 })
  const proposed = throughline(['import', 'demo/papers/progress-2025-26-q3.pdf', ...quarter])
  expect(proposed.out).toContain('Take it with: throughline accept 2')
  expect(throughline(['publish', ...quarter]).code).toBe(1)
  expect(throughline(['accept', '2'])).toMatchObject({ code: 0 })
  expect(throughline(['accept', '2'])).toMatchObject({ code: 1, out: '' })
  expect(throughline(['publish', ...quarter]).out).toMatch(/edition 1: \d+ of \d+ complete or on track/)
  const { code, out } = throughline(['report', ...quarter, '--out', join(folder, 'the report'), '--formats', 'csv,json'])
  expect([code, out]).toEqual([0, expect.stringContaining('2 files written.')])
  const files = readdirSync(join(folder, 'the report')).map((name) => join(folder, 'the report', name))
  const read = throughline(['read', ...files, '--json'], {}).out.trim().split('\n').map((line) => JSON.parse(line) as { tables: { rows: { milestone: string; status: string }[] }[] })
  const [first, second] = read.map(({ tables }) => tables[0]!.rows.map((r) => [r.milestone, r.status]))
  expect(first!.length).toBeGreaterThan(100)
  expect(second).toEqual(first)
  expect(throughline(['withdraw', ...quarter, '--plan', 'plan-2025-26', '--reason', 'a name stood in it']).code).toBe(0)
  expect(throughline(['list', 'publications']).out).toContain('withdrawn')
}, 60_000)

for (const [what, args, env] of [
  ['no command', [], {}], ['a command that is not', ['reed'], {}], ['an option that is not', ['read', '--plam', 'x', 'y'], {}], ['no paper', ['check'], {}], ['no council', ['import', 'x.docx'], {}],
  ['a period that is none', ['report', '--council', 'x', '--period', '2024-25-Q9', '--out', 'x'], {}], ['a port that is none', ['serve'], { PORT: 'eighty' }], ['a database that is none', ['list'], { DATABASE_URL: 'the server' }],
] as const) {
  test(`called wrongly, it says how in a few lines and ends with 2: ${what}`, () => {
    const { code, err } = throughline(args, env)
    expect([code, err]).toEqual([2, expect.not.stringContaining('    at ')])
    expect(err).not.toBe('')
  })
}

for (const [what, args, env] of [
  ['a paper that is not there', ['read', 'nowhere.docx'], {}], ['a data folder that is a file', ['list'], { THROUGHLINE_DATA: resolve('package.json') }],
  ['a data folder where none can be made', ['list'], { THROUGHLINE_DATA: '/dev/null/here' }], ['a database that does not answer', ['list'], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }],
] as const) {
  test(`refused, it says what to do in a line and ends with 1: ${what}`, () => {
    const { code, err } = throughline(args, env)
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
}

test('the demo council’s reports pass their own proof-reading', async () => {
  const demo = await freshDatabase()
  const env = { DATABASE_URL: demo.url }
  expect(throughline(['demo', '--load-only'], env).code).toBe(0)
  for (const period of ['2025-26-Q1', '2025-26-Q2', '2025-26-Q3', '2025-26-Q4']) {
    const { code, out, err } = throughline(['report', ...here, '--period', period, '--out', join(folder, period), '--formats', 'html'], env)
    expect([period, code], out + err).toEqual([period, 0])
  }
  await demo.close()
}, 120_000)
