import { collapse } from '../../src/kit/words.ts'
import type { Recognised } from '../../src/papers/types.ts'
import type { PlanRow } from '../../src/plans/index.ts'

/** An answer file: what a person read from a paper, row by row. `line` may be missing where the format has none. */
export type Answer = { readonly line?: number | null; readonly theme: string | null; readonly objective: string | null; readonly deliverable: string | null; readonly milestone: string | null; readonly status: string | null; readonly remark: string | null }
export type AnswerFile = { readonly paper: string; readonly period?: string; readonly rows: readonly Answer[] }

export const cellNames = ['theme', 'objective', 'deliverable', 'milestone', 'status', 'remark'] as const
type CellName = (typeof cellNames)[number]

/** A pair of a person's row and ours; one of the two is missing where a row has no partner. */
export type Pair = { readonly expected: Answer | null; readonly found: PlanRow | null; readonly wrong: readonly CellName[] }

/** Figures of one paper. `silent`: wrong rows that ask for no review. Allowed counts are rounded down in the paper's favour. */
export type Accuracy = {
  readonly rows: number; readonly found: number
  readonly statusAndMilestone: number; readonly allSix: number; readonly silent: number; readonly review: number
  readonly passes: boolean; readonly pairs: readonly Pair[]
}

const plain = (text: string | null): string | null => (text === null ? null : collapse(text.replace(/[•◦▪●·\uf0b7]/gu, ' ')))
const differing = (expected: Answer, found: PlanRow): CellName[] => cellNames.filter((name) => plain(expected[name]) !== plain(found[name]))

/** The rows of a recognised paper that an answer file is about: those of its update, else of its plan. */
export const rowsOf = (recognised: Recognised): PlanRow[] => planRows(recognised.tables)
export const planRows = (tables: Recognised['tables']): PlanRow[] => {
  const progress = tables.flatMap((t) => (t.kind === 'progress' ? [...t.rows] : []))
  return progress.length > 0 ? progress : tables.flatMap((t) => (t.kind === 'plan' ? [...t.rows] : []))
}

/** Pairs by source line, then by order; without lines by order alone. */
export const pairRows = (expected: readonly Answer[], found: readonly PlanRow[]): Pair[] => {
  const pairs: Pair[] = []
  const pair = (e: Answer | null, f: PlanRow | null): void => void pairs.push({ expected: e, found: f, wrong: e && f ? differing(e, f) : [...cellNames] })
  if (expected.every((e) => (e.line ?? null) === null)) {
    for (let i = 0; i < Math.max(expected.length, found.length); i += 1) pair(expected[i] ?? null, found[i] ?? null)
    return pairs
  }
  const byLine = new Map<number | null, PlanRow[]>()
  for (const row of found) byLine.set(row.source.line, [...(byLine.get(row.source.line) ?? []), row])
  for (const e of expected) pair(e, byLine.get(e.line ?? null)?.shift() ?? null)
  for (const rest of byLine.values()) for (const row of rest) pair(null, row)
  return pairs
}

const least = (rows: number, percent: number): number => Math.floor((rows * percent) / 100)

export const measure = (expected: readonly Answer[], found: readonly PlanRow[]): Accuracy => {
  const pairs = pairRows(expected, found)
  const whole = pairs.filter((p) => p.expected && p.found)
  const statusAndMilestone = whole.filter((p) => !p.wrong.includes('status') && !p.wrong.includes('milestone')).length
  const allSix = whole.filter((p) => p.wrong.length === 0).length
  const silent = pairs.filter((p) => p.wrong.length > 0 && (p.found?.review.length ?? 0) === 0).length
  const review = found.filter((r) => r.review.length > 0).length
  const rows = expected.length
  const passes = statusAndMilestone >= least(rows, 99) && allSix >= least(rows, 97) && silent === 0 && review <= Math.floor(found.length / 3)
  return { rows, found: found.length, statusAndMilestone, allSix, silent, review, passes, pairs }
}

/** "162 rows: status and milestone right in 161 (160 wanted), all six cells in 158 (157 wanted), 0 wrong without review, 41 asking for review (54 at most): passes" */
export const describeAccuracy = (a: Accuracy): string =>
  `${a.rows} rows, ${a.found} found: status and milestone right in ${a.statusAndMilestone} (${least(a.rows, 99)} wanted), all six cells in ${a.allSix} (${least(a.rows, 97)} wanted), ` +
  `${a.silent} wrong without review (0 wanted), ${a.review} asking for review (${Math.floor(a.found / 3)} at most): ${a.passes ? 'passes' : 'FAILS'}`

/** One wrong pair, cell by cell, for the person who mends the reader. */
export const describePair = ({ expected, found, wrong }: Pair): string => {
  if (expected === null) return `line ${found?.source.line ?? '?'}: a row that the person does not have: ${found?.milestone ?? found?.deliverable ?? ''}`
  if (found === null) return `line ${expected.line ?? '?'}: not found: ${expected.milestone ?? expected.deliverable ?? ''}`
  const cells = wrong.map((name) => `    ${name}: expected ${JSON.stringify(expected[name])}\n    ${' '.repeat(name.length)}  found    ${JSON.stringify(found[name])}`)
  return `line ${expected.line ?? '?'}${found.review.length > 0 ? ` (review: ${found.review.join('; ')})` : ' SILENT'}\n${cells.join('\n')}`
}
