import type { Finding } from '../../kit/finding.ts'
import { nowhere, type Source } from '../../kit/source.ts'
import type { PaperBlock, PaperCell, PaperContent } from '../types.ts'
import { cellName, cellOf, columnLetters, coveredBy, paragraphOf } from './cells.ts'
import { contentOf } from './content.ts'
import { UnreadablePaper } from './unreadable.ts'
import { readWorkbook, type WorkbookSheet } from './workbook.ts'
import { openZip } from './zip.ts'

const columnLimit = 1_000, rowLimit = 100_000
type Row = { readonly number: number; readonly cells: readonly PaperCell[] }

const isEmpty = ({ cells }: Row): boolean => cells.every((c) => c.text === '' && c.fill === null)
const said = ({ cells }: Row): readonly PaperCell[] => cells.filter((c) => c.text !== '' && c.covered === null)

/** The sheet's cells with every place that a merged range covers. */
const laidOut = (sheet: WorkbookSheet): readonly Row[] => {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const place = (row: number, column: number): Source => ({ page: null, line: row + 1, cell: cellName(sheet.name, row, column) })
  const grid = sheet.rows.map((row, r) => Array.from({ length: width }, (_, c) => {
    const cell = row[c]
    return cellOf((cell?.text ?? '').split(/\r?\n/).map((line) => paragraphOf(line)), place(r, c), { fill: cell?.fill ?? null, bold: cell?.bold ?? false })
  }))
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = grid[top]?.[left]
    if (first === undefined) continue
    for (let r = top; r <= Math.min(bottom, grid.length - 1); r += 1) for (let c = left; c <= Math.min(right, width - 1); c += 1) {
      const row = grid[r]
      if (row !== undefined && (r > top || c > left)) row[c] = coveredBy(first, place(r, c), r > top ? 'above' : 'left')
    }
  }
  const hidden = new Set(sheet.hiddenRows), out = new Set(sheet.hiddenColumns)
  return grid.map((cells, number) => ({ number, cells: cells.filter((_, c) => !out.has(c)) })).filter((row) => !hidden.has(row.number))
}

/** Rows between empty rows. One empty row inside a table is only air, unless a title or a new set of headings follows it. */
const pieces = (rows: readonly Row[]): readonly (readonly Row[])[] => {
  const found: Row[][] = []
  let air = 2
  for (const row of rows) {
    if (isEmpty(row)) { air += 1; continue }
    const last = found.at(-1), starts = air >= 2 || (air === 1 && (said(row).length === 1 || said(row).every((c) => c.bold)))
    if (last === undefined || starts) found.push([row])
    else last.push(row)
    air = 0
  }
  return found
}

const words = (row: Row): string => row.cells.map((c) => c.text).join('\n')

/** Parts a piece where its row of headings comes again, so that the title between them stands above its own table. */
const atHeadings = (piece: readonly Row[]): readonly (readonly Row[])[] => {
  const headings = piece.find((row) => said(row).length > 1), found: Row[][] = [[]]
  for (const row of piece) {
    const last = found.at(-1) ?? [], again = headings !== undefined && row !== headings && words(row) === words(headings)
    const titles = again ? last.length - (last.findLastIndex((r) => said(r).length > 1) + 1) : 0
    if (again) found.push(titles > 0 ? last.splice(-titles) : [])
    found.at(-1)?.push(row)
  }
  return found
}

/** Drops the columns that are empty in the whole piece at either side. */
const trimmed = (rows: readonly Row[]): readonly (readonly PaperCell[])[] => {
  const used = (c: number): boolean => rows.some((row) => { const cell = row.cells[c]; return cell !== undefined && (cell.text !== '' || cell.fill !== null) })
  const width = rows[0]?.cells.length ?? 0
  let first = 0, last = width - 1
  while (first < width && !used(first)) first += 1
  while (last > first && !used(last)) last -= 1
  return rows.map((row) => row.cells.slice(first, last + 1))
}

const blocksOf = (piece: readonly Row[], level: number): readonly PaperBlock[] => {
  const start = piece.findIndex((row) => said(row).length > 1)
  const titles = start === -1 ? piece : piece.slice(0, start), rest = start === -1 ? [] : piece.slice(start)
  const heading = titles.flatMap(said).map((c): PaperBlock => ({ kind: 'text', style: 'heading', level, text: c.text, source: c.source }))
  return rest.length === 0 ? heading : [...heading, { kind: 'table', caption: null, rows: trimmed(rest), source: said(rest[0] as Row)[0]?.source ?? nowhere }]
}

const hiddenFindings = (sheet: WorkbookSheet): readonly Finding[] => {
  const at: Source = { page: null, line: null, cell: sheet.name }
  const warn = (message: string): Finding => ({ level: 'warning', code: 'paper.hidden', message, source: at })
  if (sheet.hidden) return [warn(`The sheet "${sheet.name}" is hidden and is not read`)]
  return [
    ...(sheet.hiddenRows.length > 0 ? [warn(`${sheet.hiddenRows.length} hidden rows are not read: ${sheet.hiddenRows.slice(0, 10).map((r) => r + 1).join(', ')}`)] : []),
    ...(sheet.hiddenColumns.length > 0 ? [warn(`${sheet.hiddenColumns.length} hidden columns are not read: ${sheet.hiddenColumns.slice(0, 10).map(columnLetters).join(', ')}`)] : []),
  ]
}

/** A workbook: every sheet that isn't hidden, with merged ranges, fills, and numbers and dates as Excel shows them. */
export const readXlsxPaper = async (file: string, bytes: Uint8Array): Promise<PaperContent> => {
  const zip = await openZip(file, bytes)
  for (const part of zip.names.filter((n) => /^xl\/(workbook|styles|sharedStrings|worksheets\/[^/]*)(\.xml)?$/.test(n))) {
    if (/<!DOCTYPE/i.test(((await zip.text(part)) ?? '').slice(0, 10_000))) throw new UnreadablePaper(file, 'it declares an XML document type, which no Excel file needs', 'Open it in Excel and save it as a new file')
  }
  const book = await readWorkbook(bytes).catch(() => { throw new UnreadablePaper(file, 'its inside is damaged', 'Open it in Excel and save it again') })
  for (const { name, rows } of book.sheets) {
    if (rows.length > rowLimit || rows.some((row) => row.length > columnLimit)) throw new UnreadablePaper(file, `the sheet "${name}" has more than ${columnLimit} columns or ${rowLimit} rows`, 'Keep the rows and columns that matter and save it again')
  }
  const shown = book.sheets.filter((s) => !s.hidden)
  const blocks = shown.flatMap((sheet): readonly PaperBlock[] => [
    ...(shown.length > 1 ? [{ kind: 'text' as const, style: 'heading' as const, level: 1, text: sheet.name, source: { page: null, line: null, cell: sheet.name } }] : []),
    ...pieces(laidOut(sheet)).flatMap(atHeadings).flatMap((piece) => blocksOf(piece, shown.length > 1 ? 2 : 1)),
  ])
  const macros: readonly Finding[] = zip.names.some((n) => n.endsWith('vbaProject.bin')) ? [{ level: 'note', code: 'paper.macros', message: 'It has macros, which are never run', source: nowhere }] : []
  return contentOf(file, bytes, 'xlsx', blocks, { title: book.title, findings: [...book.sheets.flatMap(hiddenFindings), ...macros] })
}
