import type { PlanRow } from '../../../plans/index.ts'
import { statusesFrom, type Status, type StatusKind } from '../../../progress/index.ts'
import { plainWords } from '../../../kit/words.ts'
import type { RecognisedTable } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'

type ProgressTable = Extract<RecognisedTable, { kind: 'plan' | 'progress' }>
export type StatusRow = { readonly row: PlanRow; readonly kind: StatusKind | null; readonly table: ProgressTable }

const known = new WeakMap<CheckedPaper['recognised'], readonly StatusRow[]>()
const isProgress = (t: RecognisedTable): t is ProgressTable => t.kind === 'progress'

const kindsOf = (table: ProgressTable): StatusRow[] => {
  const codes = table.rows.flatMap((r) => (r.status ? [r.status] : []))
  const vocabulary: readonly Status[] = statusesFrom(table.legend ?? [], codes)
  const kind = new Map(vocabulary.map((s) => [plainWords(s.code), s.kind]))
  return table.rows.map((row) => ({ row, table, kind: row.status ? kind.get(plainWords(row.status)) ?? null : null }))
}

/** Every row of every update of a paper, with what its status means by the paper's own key. */
export const statusRows = ({ recognised }: CheckedPaper): readonly StatusRow[] => {
  const rows = known.get(recognised) ?? recognised.tables.filter(isProgress).flatMap(kindsOf)
  known.set(recognised, rows)
  return rows
}

/** A row's own words, to name it by. */
export const nameOf = (row: PlanRow): string => row.milestone || row.deliverable || row.objective || row.path.at(-1)?.text || 'this row'
/** A row's status as printed, with what it means where the word itself does not say it: "Blue, completed". */
export const standing = (row: PlanRow, meaning: string): string => (plainWords(row.status ?? '') === meaning ? row.status! : `${row.status}, ${meaning}`)
/** Where the table has a column of remarks that most rows fill. */
export const usesRemarks = (table: ProgressTable): boolean => table.rows.filter((r) => (r.remark ?? '') !== '').length * 2 > table.rows.length
/** Where the text kept the statuses: a conversion that lost the colours lost them all. */
export const keepsStatuses = (table: ProgressTable): boolean => table.rows.filter((r) => (r.status ?? '') !== '').length * 2 > table.rows.length
