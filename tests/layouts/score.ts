import { readdirSync, readFileSync } from 'node:fs'
import { collapse } from '../../src/kit/words.ts'
import { readPaper } from '../../src/papers/readers/index.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import type { PlanRow } from '../../src/plans/index.ts'

const folder = 'tests/layouts/made'
const fields = ['theme', 'objective', 'deliverable', 'milestone', 'status', 'remark'] as const
type Field = (typeof fields)[number]
type Wanted = Readonly<Record<Field, string | null>> & { readonly path?: readonly string[] }
type Answers = { readonly paper: string; readonly how: string; readonly rows: readonly Wanted[] }

/** `silent`: rows that are wrong and don't say so. `asks`: rows that ask for review. */
export type Score = { readonly name: string; readonly how: string; readonly wanted: number; readonly got: number; readonly right: number; readonly silent: number; readonly asks: number; readonly faults: readonly string[] }

export const layoutNames = (): readonly string[] => readdirSync(folder).filter((f) => f.endsWith('.json')).map((f) => f.replace('.json', ''))
export const answersOf = (name: string): Answers => JSON.parse(readFileSync(`${folder}/${name}.json`, 'utf8')) as Answers
export const rowsOf = async (paper: string): Promise<readonly PlanRow[]> => {
  const { tables } = recognise(await readPaper(paper, readFileSync(`${folder}/${paper}`)))
  return tables.flatMap((t) => (t.kind === 'plan' || t.kind === 'progress' ? t.rows : []))
}

const same = (a: string | null | undefined, b: string | null): boolean => (a == null || b == null ? a === b || (a ?? '') === (b ?? '') : collapse(a) === collapse(b))
const wrongFields = (wanted: Wanted, got: PlanRow): readonly string[] => (wanted.path === undefined
  ? fields.filter((f) => !same(got[f], wanted[f])).map((f) => `${f}: "${got[f]}" for "${wanted[f]}"`)
  : [...(['milestone', 'status', 'remark'] as const).filter((f) => !same(got[f], wanted[f])).map((f) => `${f}: "${got[f]}" for "${wanted[f]}"`), ...(got.path.map((p) => p.text).join(' > ') === wanted.path.join(' > ') ? [] : [`path: ${got.path.map((p) => p.text).join(' > ')}`])])

/** Rows paired by milestone, in order; what has no pair is wrong. */
export const scoreOf = async (name: string): Promise<Score> => {
  const { paper, how, rows: wanted } = answersOf(name), left = [...(await rowsOf(paper))], got = left.length, faults: string[] = []
  let right = 0, silent = 0
  for (const want of wanted) {
    const at = left.findIndex((r) => same(r.milestone, want.milestone)), row = at === -1 ? undefined : left.splice(at, 1)[0]
    const wrong = row === undefined ? [`missing: ${want.milestone}`] : wrongFields(want, row)
    if (wrong.length === 0) { right += 1; continue }
    if (row === undefined || row.review.length === 0) silent += 1
    faults.push(`${wrong.join('; ')}${row === undefined ? '' : ` [review: ${row.review.join(', ')}]`}`)
  }
  for (const row of left) { if (row.review.length === 0) silent += 1; faults.push(`not wanted: ${row.milestone ?? row.deliverable} [review: ${row.review.join(', ')}]`) }
  return { name, how, wanted: wanted.length, got, right, silent, asks: (await rowsOf(paper)).filter((r) => r.review.length > 0).length, faults }
}
