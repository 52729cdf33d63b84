import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { approvedRows, readTables } from '../../src/papers/index.ts'
import { readText } from '../../src/papers/readers/text.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import { hasPapers, paper, tellSkipped } from '../support/papers.ts'
import { describeAccuracy, describePair, measure, rowsOf, type AnswerFile } from './accuracy.ts'
import { nastyPapers } from './nasty.ts'
import { wildly } from './wild.ts'

tellSkipped('Accuracy on the real papers')
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const answers = (name: string): AnswerFile => JSON.parse(readFileSync(paper(`expected/${name}`), 'utf8')) as AnswerFile

describe.skipIf(!hasPapers)('Real papers, row by row against a person\'s reading', () => {
  const [q1, q3] = [['cabinet-pack-2024-09-26.txt', 'progress-2024-25-q1.json'], ['progress-2025-26-q3-growth.txt', 'progress-2025-26-q3-growth.json']] as const
  const plans = [null, 'cabinet-pack-2025-03-27.txt', 'delivery-plan-2023-24.txt']
  for (const [name, answer] of [q1, q3]) for (const plan of plans) test(`${name} ${plan === null ? 'without a plan' : `with --plan ${plan}`}`, async () => {
    const found = rowsOf(await readTables(paper(name), plan === null ? {} : { plan: await approvedRows(paper(plan)) }))
    const accuracy = measure(answers(answer).rows, found)
    say(`${name}${plan === null ? '' : ` with --plan ${plan}`}: ${describeAccuracy(accuracy)}`)
    expect(accuracy.pairs.filter((p) => p.wrong.length > 0 && (p.found?.review.length ?? 0) === 0).map(describePair)).toEqual([])
    expect(accuracy.passes).toBe(true)
  })

  test('the first quarter\'s rows by theme and status, and nothing else of its pack is a plan or an update', async () => {
    const { tables } = await readTables(paper(q1[0]))
    const plans = tables.filter((t) => t.kind === 'plan' || t.kind === 'progress')
    expect(plans.map((t) => [t.kind, t.period, t.rows.length])).toEqual([['progress', '2024-25-Q1', 162]])
    const rows = rowsOf({ paper: { file: '', sha256: '', kind: 'text', pages: null }, tables, findings: [] })
    const count = (of: (r: (typeof rows)[number]) => string | null): Record<string, number> => rows.reduce<Record<string, number>>((n, r) => ({ ...n, [String(of(r))]: (n[String(of(r))] ?? 0) + 1 }), {})
    expect(count((r) => r.theme)).toEqual({ People: 50, Place: 52, Growth: 39, Transformation: 21 })
    expect(count((r) => r.status)).toEqual({ Blue: 23, Green: 122, Amber: 15, Red: 1, null: 1 })
  })

  test('the 2025-26 plan has 24 objectives, 113 deliverables and 256 milestones', async () => {
    const plan = (await readTables(paper('cabinet-pack-2025-03-27.txt'))).tables.filter((t) => t.kind === 'plan' || t.kind === 'progress')
    expect(plan.map((t) => [t.kind, t.period])).toEqual([['plan', '2025-26']])
    const rows = await approvedRows(paper('cabinet-pack-2025-03-27.txt'))
    expect([new Set(rows.map((r) => r.objective)).size, new Set(rows.map((r) => `${r.objective} ${r.deliverable}`)).size, rows.length]).toEqual([24, 113, 256])
    expect(rows.filter((r) => r.review.length > 0)).toEqual([])
  })

  test('the 2023/24 plan has 24 objectives, and cells that can\'t surely be split stay one row that asks', async () => {
    const rows = await approvedRows(paper('delivery-plan-2023-24.txt'))
    expect([new Set(rows.map((r) => r.objective)).size, rows.length]).toEqual([24, 24])
    expect(rows.filter((r) => r.review.length > 0).length).toBeGreaterThan(20)
  })

  test('the plan of 2006 and its action tables are no plan table', async () => {
    expect((await readTables(paper('improvement-plan-2006.txt'))).tables.filter((t) => t.kind === 'plan' || t.kind === 'progress')).toEqual([])
  })
})

describe('Layouts of other councils, as text', () => {
  for (const made of nastyPapers()) test(`${made.name}: every row is right, or asks`, () => {
    const accuracy = measure(made.rows, rowsOf(recognise(readText('paper.txt', new TextEncoder().encode(made.text)))))
    expect(accuracy.pairs.filter((p) => p.wrong.length > 0).map(describePair)).toEqual([])
    expect(accuracy.review).toBe(0)
  })
})

describe('Papers changed at random', () => {
  for (const withPlan of [false, true]) test(`thousands of changes${withPlan ? ', with the approved plan' : ''}: hardly a wrong row is silent where the page can show it`, () => {
    let [cases, rows, silent, hidden] = [0, 0, 0, 0]
    for (const wild of wildly(withPlan ? 8 : hasPapers ? 20 : 60, withPlan)) {
      cases += wild.cases
      if (wild.mutation.knowable || withPlan) { rows += wild.rows; silent += wild.silent.length } else hidden += wild.silent.length
    }
    say(`${cases} changed papers${withPlan ? ' with the approved plan' : ''}: ${silent} of ${rows} rows silently wrong (${((100 * silent) / rows).toFixed(4)}%)${withPlan ? '' : `, and ${hidden} where nothing on the page shows it`}`)
    expect(cases).toBeGreaterThan(withPlan ? 100 : 900)
    expect(silent * 5000).toBeLessThan(rows)
  }, 120_000)
})
