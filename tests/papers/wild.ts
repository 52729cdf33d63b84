import { readFileSync } from 'node:fs'
import { readText } from '../../src/papers/readers/text.ts'
import { recognisePlans } from '../../src/papers/recognisers/plans/index.ts'
import type { PlanRow } from '../../src/plans/index.ts'
import { hasPapers, paper } from '../support/papers.ts'
import { measure, planRows, type Answer, type AnswerFile, type Pair } from './accuracy.ts'
import { allMutations, mutate, mutateThrice, mutations, randomFrom, type Mutation } from './mutations.ts'
import { plainPaper, type TextPaper } from './text-papers.ts'

const part = (name: string, answers: string, from: number, to: number): TextPaper => {
  const lines = readFileSync(paper(name), 'utf8').split('\n').slice(from - 1, to)
  const { rows } = JSON.parse(readFileSync(paper(`expected/${answers}`), 'utf8')) as AnswerFile
  return { name, text: lines.join('\n'), rows: rows.map((r) => ({ ...r, line: r.line! - from + 1 })) }
}
/** Our own made-up update, and the real ones where they are present. */
export const wildPapers = (): TextPaper[] => [plainPaper(), ...(hasPapers
  ? [part('progress-2025-26-q3-growth.txt', 'progress-2025-26-q3-growth.json', 1, 10_000), part('cabinet-pack-2024-09-26.txt', 'progress-2024-25-q1.json', 1854, 2071)] : [])]

/** What one mutation did to one paper over many cases: rows that came out wrong and were not wrong before. */
export type Wild = { readonly mutation: Mutation; readonly paper: string; readonly cases: number; readonly rows: number; readonly wrong: number; readonly silent: readonly { readonly where: string; readonly pair: Pair }[] }

const read = (text: string, plan?: readonly PlanRow[]): PlanRow[] => {
  const content = readText('paper.txt', new TextEncoder().encode(text))
  return planRows(recognisePlans(content, content.blocks, plan ? { plan } : {}).tables)
}
const key = (p: Pair): string => JSON.stringify([{ ...p.expected, line: 0 }, p.found?.milestone])

const isPlain = (row: Answer): boolean => (row as { displaced?: boolean }).displaced !== true

/** Every mutation `cases` times on each paper, from a seed; with `withPlan` the paper's own rows stand for the approved plan. */
export function* wildly(cases: number, withPlan = false, seed = 20_260_401, papers: readonly TextPaper[] = wildPapers()): Generator<Wild> {
  for (const paper of papers) {
    const base = read(paper.text)
    const before = new Set(measure(paper.rows, base).pairs.filter((p) => p.wrong.length > 0).map(key))
    for (const mutation of allMutations) {
      const random = randomFrom(seed)
      const silent: { where: string; pair: Pair }[] = []
      let [n, rows, wrong] = [0, 0, 0]
      for (let i = 0; i < cases; i += 1) {
        const mutant = mutations.includes(mutation) ? mutate(paper, mutation, random, isPlain) : mutateThrice(paper, random, isPlain)
        if (mutant === null) continue
        const fresh = measure(mutant.rows, read(mutant.text, withPlan ? base : undefined)).pairs.filter((p) => p.wrong.length > 0 && !before.has(key(p)))
        n += 1
        rows += mutant.rows.length
        wrong += fresh.length
        silent.push(...fresh.filter((p) => (p.found?.review.length ?? 0) === 0).map((pair) => ({ where: mutant.name, pair })))
      }
      yield { mutation, paper: paper.name, cases: n, rows, wrong, silent }
    }
  }
}
