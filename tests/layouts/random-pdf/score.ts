import { collapse } from '../../../src/kit/words.ts'
import { readPdf } from '../../../src/papers/readers/pdf/index.ts'
import { recognise } from '../../../src/papers/recognisers/index.ts'
import type { PlanRow } from '../../../src/plans/index.ts'
import type { RandomRow } from './paper.mjs'

/** Of the rows a paper has: read right, read wrong and saying so, read wrong in silence, not read at all; and rows made of nothing. `asks`: how many ask for review. */
export type Tally = { readonly wanted: number; readonly right: number; readonly told: number; readonly silent: number; readonly missing: number; readonly extra: number; readonly asks: number; readonly faults: readonly string[] }

const fields = ['theme', 'objective', 'deliverable', 'milestone', 'status', 'remark'] as const
const same = (got: string | null, want: string | null): boolean => collapse(got ?? '') === collapse(want ?? '')

/** Reads the bytes of a printed paper and holds its rows against those that were drawn; rows pair by milestone, else by deliverable and remark. */
export const tallyOf = async (name: string, bytes: Uint8Array, wanted: readonly RandomRow[]): Promise<Tally> => {
  const { tables, findings } = recognise(await readPdf(name, bytes)), rows: readonly PlanRow[] = tables.flatMap((t) => (t.kind === 'plan' || t.kind === 'progress' ? t.rows : []))
  const left = new Set(rows), faults: string[] = []
  // Rows that are not there are told where the paper says that a table can't be read surely.
  const isUnsure = findings.some((f) => f.code === 'paper.table-unsure' || f.code === 'paper.words-in-columns')
  let right = 0, told = 0, silent = 0, missing = 0
  const pairs = wanted.map((want) => { const row = [...left].find((r) => same(r.milestone, want.milestone)); if (row !== undefined) left.delete(row); return { want, row } })
  for (const pair of pairs) {
    // A row in doubt has its doubtful cells empty: it stands for the first row that nothing else is.
    const { want } = pair, row = pair.row ?? [...left].find((r) => r.review.length > 0)
    if (row === undefined) { if (isUnsure) { told += 1; continue } missing += 1; faults.push(`missing: ${want.milestone}`); continue }
    left.delete(row)
    const wrong = fields.filter((f) => !same(row[f], want[f]))
    if (wrong.length === 0) right += 1
    else if (row.review.length > 0) told += 1
    else { silent += 1; faults.push(wrong.map((f) => `${f}: "${row[f]}" for "${want[f]}"`).join('; ')) }
  }
  const extra = [...left].filter((r) => r.review.length === 0)
  for (const row of extra) faults.push(`not wanted: ${row.milestone}`)
  return { wanted: wanted.length, right, told, silent, missing, extra: extra.length, asks: rows.filter((r) => r.review.length > 0).length, faults }
}
