// Prints the share of silently wrong rows under thousands of mutations: `node scripts/bench.mjs tests/papers/wild.ts [cases a mutation] [--show NAME]`.
import { readFileSync } from 'node:fs'
import { readText } from '../../src/papers/readers/text.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import type { PlanRow } from '../../src/plans/index.ts'
import { describePair, measure, rowsOf, type AnswerFile } from './accuracy.ts'
import { mutate, mutations, randomFrom } from './mutations.ts'
import { plainPaper, type TextPaper } from './text-papers.ts'

const folder = '../shared/papers'
const real = (paper: string, answers: string, from: number, to: number): TextPaper => {
  const lines = readFileSync(`${folder}/${paper}`, 'utf8').split('\n').slice(from - 1, to)
  const { rows } = JSON.parse(readFileSync(`${folder}/expected/${answers}`, 'utf8')) as AnswerFile
  return { name: paper, text: lines.join('\n'), rows: rows.map((r) => ({ ...r, line: r.line! - from + 1 })) }
}
const papers = [plainPaper(), real('progress-2025-26-q3-growth.txt', 'progress-2025-26-q3-growth.json', 1, 10_000), real('cabinet-pack-2024-09-26.txt', 'progress-2024-25-q1.json', 1854, 2071)]
const cases = Number(process.argv[2] ?? 40)
const show = process.argv.includes('--show') ? process.argv[process.argv.indexOf('--show') + 1]! : null
const read = (text: string, plan?: readonly PlanRow[]): PlanRow[] => rowsOf(recognise(readText('paper.txt', new TextEncoder().encode(text)), plan ? { plan } : {}))
const key = (p: { expected: unknown; found: PlanRow | null }): string => JSON.stringify([{ ...p.expected as object, line: 0 }, p.found?.milestone])

let [allRows, allSilent, knowable, knowableSilent] = [0, 0, 0, 0]
const withPlan = process.argv.includes('--with-plan')
for (const mutation of mutations) {
  const line: string[] = []
  for (const paper of papers) {
    const base = read(paper.text)
    const plan = withPlan ? base : undefined
    const before = new Set(measure(paper.rows, base).pairs.filter((p) => p.wrong.length > 0).map(key))
    const random = randomFrom(20260401)
    let [n, silent, wrong, rows, bad] = [0, 0, 0, 0, 0]
    for (let i = 0; i < cases; i += 1) {
      const mutant = mutate(paper, mutation, random, (r) => (r as { displaced?: boolean }).displaced !== true)
      if (mutant === null) continue
      const found = measure(mutant.rows, read(mutant.text, plan))
      const fresh = found.pairs.filter((p) => p.wrong.length > 0 && !before.has(key(p)))
      const quiet = fresh.filter((p) => (p.found?.review.length ?? 0) === 0)
      n += 1; rows += mutant.rows.length; wrong += fresh.length; silent += quiet.length; bad += quiet.length > 0 ? 1 : 0
      if (show !== null && mutation.name.includes(show) && quiet.length > 0) process.stdout.write(`== ${mutant.name}\n${quiet.slice(0, 3).map(describePair).join('\n')}\n`)
    }
    line.push(`${n} cases, ${bad} with silent, ${wrong} wrong rows, ${silent} silent`)
    allRows += rows; allSilent += silent
    if (mutation.knowable) { knowable += rows; knowableSilent += silent }
  }
  process.stdout.write(`${mutation.knowable ? ' ' : '*'} ${mutation.name.padEnd(48)} ${line.map((l) => l.padEnd(58)).join('')}\n`)
}
process.stdout.write(`${allRows} rows, ${allSilent} silently wrong (${((100 * allSilent) / allRows).toFixed(3)}%); where the page can show it ${knowableSilent} of ${knowable}\n`)
