import type { PaperCell, PaperContent } from '../types.ts'
import { cellName, cellOf, paragraphOf } from './cells.ts'
import { contentOf } from './content.ts'
import { UnreadablePaper } from './unreadable.ts'

type Printed = { readonly path: readonly { readonly text: string }[]; readonly status: string; readonly remark: string }
type OwnReport = { readonly columns: readonly string[]; readonly rows: readonly Printed[]; readonly snapshot: { readonly plan: { readonly title: string }; readonly period: string } }

const isOwnReport = (data: unknown): data is OwnReport => {
  const { columns, rows, snapshot } = (data ?? {}) as Partial<Record<keyof OwnReport, unknown>>
  return Array.isArray(columns) && Array.isArray(rows) && rows.every((r) => Array.isArray((r as Partial<Printed>).path)) && typeof (snapshot as OwnReport['snapshot'] | undefined)?.plan.title === 'string'
}

/** A JSON text is taken for a paper only where it is a report of our own. */
export const looksLikeJson = (text: string): boolean => /^\s*\{\s*"/.test(text)

const cells = (texts: readonly string[], row: number): PaperCell[] => texts.map((t, c) => cellOf([paragraphOf(t)], { page: null, line: null, cell: cellName('rows', row, c) }))

/** A report of our own as JSON: its title, its period and its rows under the plan's own headings. */
export const readJson = (file: string, bytes: Uint8Array): PaperContent => {
  const data = parsed(file, bytes)
  if (!isOwnReport(data)) throw new UnreadablePaper(file, 'it is JSON, but not a report made here', 'Give the paper that it was made from')
  const { columns, rows, snapshot } = data
  const source = { page: null, line: null, cell: 'rows' }
  return contentOf(file, bytes, 'json', [
    { kind: 'text', style: 'heading', level: 1, text: `${snapshot.plan.title}: ${snapshot.period}`, source },
    { kind: 'table', caption: null, rows: [cells(columns, 0), ...rows.map((r, i) => cells([...r.path.map((s) => s.text), r.status, r.remark], i + 1))], source },
  ])
}

const parsed = (file: string, bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown
  } catch {
    throw new UnreadablePaper(file, 'it is JSON that breaks off or is damaged', 'Download or save it again')
  }
}
