import { compose } from '../compose.ts'
import type { Snapshot } from '../types.ts'
import { toCsv } from './csv.ts'
import { toDocx } from './docx.ts'
import { toHtml } from './html.tsx'
import { toJson } from './json.ts'
import { toPdf } from './pdf.ts'
import { toXlsx } from './xlsx.ts'

export const formats = ['html', 'docx', 'pdf', 'xlsx', 'csv', 'json'] as const
export type ReportFormat = (typeof formats)[number]

export const contentTypes: Readonly<Record<ReportFormat, string>> = {
  html: 'text/html; charset=utf-8', docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8',
}

/** "delivery-plan-2025-26-q2.docx" */
export const fileName = (snapshot: Snapshot, format: ReportFormat): string => `${snapshot.council.slug}-${snapshot.plan.slug}-${snapshot.period.toLowerCase()}${snapshot.edition > 1 ? `-edition-${snapshot.edition}` : ''}.${format}`

/** The report in one format. The same snapshot gives the same bytes. */
export const render = async (snapshot: Snapshot, format: ReportFormat): Promise<Uint8Array> => {
  switch (format) {
    case 'html': return toHtml(compose(snapshot))
    case 'docx': return toDocx(compose(snapshot))
    case 'pdf': return toPdf(compose(snapshot))
    case 'xlsx': return toXlsx(snapshot)
    case 'csv': return toCsv(snapshot)
    case 'json': return toJson(snapshot)
  }
}

/** Several formats at once; the PDF's own process works beside the rest. */
export const renderAll = async (snapshot: Snapshot, wanted: readonly ReportFormat[]): Promise<Map<ReportFormat, Uint8Array>> => {
  const document = compose(snapshot)
  const pdf = wanted.includes('pdf') ? toPdf(document) : null
  pdf?.catch(() => undefined)
  const made = new Map<ReportFormat, Uint8Array>()
  for (const format of wanted) if (format !== 'pdf') made.set(format, format === 'html' ? toHtml(document) : format === 'docx' ? await toDocx(document) : await render(snapshot, format))
  if (pdf !== null) made.set('pdf', await pdf)
  return made
}
