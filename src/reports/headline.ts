import { percentOf } from '../kit/percent.ts'
import type { Headline } from '../progress/index.ts'
import type { ReportRow } from './rows.ts'

/** Met: complete or on track. Of: rows whose status counts, and rows without one. A status outside the vocabulary counts and is not met. */
export const headlineOf = (rows: readonly ReportRow[]): Headline => {
  const counted = rows.filter((r) => r.code === null || r.status === null || r.status.counts)
  const met = counted.filter((r) => r.status?.kind === 'complete' || r.status?.kind === 'on track').length
  const byStatus: Record<string, number> = {}
  for (const { code, status } of rows) if (code !== null) byStatus[status?.code ?? code] = (byStatus[status?.code ?? code] ?? 0) + 1
  return { met, of: counted.length, percent: percentOf(met, counted.length), notStated: rows.filter((r) => r.code === null).length, byStatus }
}
