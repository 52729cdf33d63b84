import type { PlanRow } from '../../../plans/index.ts'
import { statusesFrom, type Status, type StatusKind } from '../../../progress/index.ts'
import { plainWords } from '../../../kit/words.ts'
import type { RecognisedTable } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'
import { keyOf } from './key.ts'

type ProgressTable = Extract<RecognisedTable, { kind: 'plan' | 'progress' }>
export type StatusRow = { readonly row: PlanRow; readonly kind: StatusKind | null; readonly table: ProgressTable }

const known = new WeakMap<CheckedPaper['recognised'], readonly StatusRow[]>()
const isProgress = (t: RecognisedTable): t is ProgressTable => t.kind === 'progress'

const answer = /\b(?:responses?|outcomes?|answers?|evidence|narrative|notes?|details?|latest|feedback|result)\b/i
/** Where a table has no column that its heading calls remarks, the column of answers says what a remark would. */
const withRemarks = (rows: readonly PlanRow[]): readonly PlanRow[] => {
  if (rows.some((r) => r.remark !== null)) return rows
  const heading = rows.flatMap((r) => Object.keys(r.fields ?? {})).find((name) => answer.test(name))
  return heading === undefined ? rows : rows.map((r) => ({ ...r, remark: r.fields?.[heading] ?? '' }))
}
const kindsOf = (paper: CheckedPaper, table: ProgressTable): StatusRow[] => {
  const codes = table.rows.flatMap((r) => (r.status ? [r.status] : []))
  const vocabulary: readonly Status[] = statusesFrom(keyOf(paper, table).entries, codes)
  const kind = new Map(vocabulary.map((s) => [plainWords(s.code), s.kind]))
  return withRemarks(table.rows).map((row) => ({ row, table, kind: row.status ? kind.get(plainWords(row.status)) ?? null : null }))
}

/** Every row of every update of a paper, with what its status means by the paper's own key. */
export const statusRows = (paper: CheckedPaper): readonly StatusRow[] => {
  const rows = known.get(paper.recognised) ?? paper.recognised.tables.filter(isProgress).flatMap((t) => kindsOf(paper, t))
  known.set(paper.recognised, rows)
  return rows
}

/** A row's own words, to name it by. */
export const nameOf = (row: PlanRow): string => row.milestone || row.deliverable || row.objective || row.path.at(-1)?.text || 'this row'
/** A row's status as printed, with what it means where the word itself does not say it: "Blue, completed". */
export const standing = (row: PlanRow, meaning: string): string => (plainWords(row.status ?? '').startsWith(meaning.slice(0, 8)) ? row.status! : `${row.status}, ${meaning}`)
/** Where the table has a column of remarks that most rows fill. */
export const usesRemarks = (table: ProgressTable): boolean => table.rows.filter((r) => (r.remark ?? '') !== '').length * 2 > table.rows.length
/** Where the text kept the statuses: a conversion that lost the colours lost them all. */
export const keepsStatuses = (table: ProgressTable): boolean => table.rows.filter((r) => (r.status ?? '') !== '').length * 2 > table.rows.length

const dueHeading = /\b(?:due|by when|when|deadline|timescales?|timeframe|target date|completion date|end date|plan(?:ned)? (?:date|completion|finish|end)|complete by|revised date|finish)\b|^(?:date|by)$/i
const notDueHeading = /\b(?:original|old|previous|baseline|start|actual|completed on|status|from)\b/i
/** When a row is due, as its own column prints it; the revised date before the first. Null where the table has no such column or the cell is blank. */
export const dueOf = ({ fields }: PlanRow): string | null => {
  const dates = Object.entries(fields ?? {}).filter(([name]) => dueHeading.test(name))
  return (dates.find(([name]) => /\b(?:revised|new|current|forecast)\b/i.test(name)) ?? dates.find(([name]) => !notDueHeading.test(name)))?.[1] ?? null
}
