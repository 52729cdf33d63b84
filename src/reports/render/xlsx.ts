import { writeXlsx, type Cell, type CellStyle, type WriteSheet } from 'hucre/xlsx'
import { brand, shadeOf } from '../../charts/index.ts'
import { printPeriod } from '../../kit/period.ts'
import { statusOf } from '../../progress/index.ts'
import { flatRows, type FlatRows, type FlatValue } from '../flat.ts'
import { headlineOf } from '../headline.ts'
import { keyHeadings, keyWords } from '../key.ts'
import { rowsOf, themesOf } from '../rows.ts'
import { partsOf } from '../themes.ts'
import { answeringNoun, headlineSentence, notStatedSentence, shortName } from '../wording.ts'
import type { Snapshot } from '../types.ts'
import { settledXlsx } from './settled.ts'

const hex = (colour: string): string => colour.slice(1).toUpperCase()
const hairline = { style: 'thin' as const, color: { rgb: hex(brand.hairline) } }
const body: CellStyle = { font: { name: 'Arial', size: 10, color: { rgb: hex(brand.ink) } }, alignment: { vertical: 'top', wrapText: true }, border: { bottom: hairline } }
const head: CellStyle = { ...body, font: { ...body.font!, bold: true, color: { rgb: 'FFFFFF' } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: hex(brand.green) } }, alignment: { vertical: 'center', wrapText: true } }
const date: CellStyle = { ...body, numFmt: 'd mmm yyyy', alignment: { vertical: 'top', horizontal: 'left' } }
const figure: CellStyle = { ...body, numFmt: '#,##0', alignment: { vertical: 'top', horizontal: 'right' } }
const strong = (style: CellStyle): CellStyle => ({ ...style, font: { ...style.font!, bold: true } })

type Cells = Map<string, Partial<Cell>>
const put = (cells: Cells, row: number, column: number, value: string | number | Date | null, style: CellStyle): void => {
  cells.set(`${row},${column}`, { value, type: value === null ? 'empty' : typeof value === 'number' ? 'number' : value instanceof Date ? 'date' : 'string', style })
}

/** Typed cells, a header that stays, filters, a drop-down of the statuses; a summary and the key on sheets of their own. Text is stored as text, so nothing in it can run as a formula. */
export const toXlsx = async (snapshot: Snapshot): Promise<Uint8Array> => {
  const bytes = await writeXlsx({
    properties: { title: `${snapshot.plan.title}: ${printPeriod(snapshot.period)}`, creator: snapshot.council.name },
    sheets: [updateSheet(snapshot), summarySheet(snapshot), keySheet(snapshot)],
  })
  return settledXlsx(bytes, snapshot.publishedOn ?? snapshot.vocabulary.from)
}

const valueOf = (v: FlatValue): string | Date | null => (v.kind === 'empty' ? null : v.kind === 'day' ? new Date(`${v.day}T00:00:00Z`) : v.text)

const updateSheet = (snapshot: Snapshot): WriteSheet => {
  const flat = flatRows(snapshot)
  const cells: Cells = new Map()
  flat.columns.forEach((c, i) => put(cells, 0, i, c, head))
  flat.rows.forEach((row, r) => row.forEach((v, c) => put(cells, r + 1, c, valueOf(v), c === flat.statusColumn ? statusStyle(snapshot, flat.codes[r] ?? null) : v.kind === 'day' ? date : body)))
  const last = flat.rows.length + 1
  const column = letterOf(flat.statusColumn)
  const widths = flat.columns.map((heading, i) => widthOf(flat, heading, i))
  return {
    name: 'Update', cells, columns: flat.columns.map((_, i) => ({ width: widths[i]! })), rowDefs: new Map(flat.rows.map((row, r) => [r + 1, { height: heightOf(row, widths) }])), freezePane: { rows: 1 }, autoFilter: { range: `A1:${letterOf(flat.columns.length - 1)}${last}` },
    ...(snapshot.vocabulary.statuses.length === 0 || flat.rows.length === 0 ? {} : {
      dataValidations: [{ type: 'list', formula1: `Key!$A$2:$A$${snapshot.vocabulary.statuses.length + 1}`, range: `${column}2:${column}${last}`, allowBlank: true, showErrorMessage: true, errorStyle: 'stop', errorTitle: 'Status', errorMessage: 'Choose a status of the key.' }],
    }),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  }
}
const widthOf = (flat: FlatRows, heading: string, i: number): number => (heading === 'Remark' ? 50 : i === flat.statusColumn ? 13 : i > flat.statusColumn ? 12 : i === 0 && flat.statusColumn > 1 ? 16 : 30)
/** In points: what the longest cell needs where its column is so many letters wide. */
const heightOf = (row: readonly FlatValue[], widths: readonly number[]): number => 4 + 12.8 * Math.max(1, ...row.map((v, i) => (v.kind === 'text' ? Math.ceil((v.text.length * 0.98) / widths[i]!) : 1)))
/** A column's letters: A, Z, AA. */
const letterOf = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26))

const statusStyle = (snapshot: Snapshot, code: string | null): CellStyle => {
  const status = statusOf(snapshot.vocabulary, code)
  if (status === null) return body
  const { tint, ink, line } = shadeOf(status.colour, status.kind)
  return { ...body, font: { ...body.font!, color: { rgb: hex(ink) } }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: hex(tint) } }, border: { bottom: hairline, left: { style: 'thick', color: { rgb: hex(line) } } } }
}

const summarySheet = (snapshot: Snapshot): WriteSheet => {
  const rows = rowsOf(snapshot)
  const h = headlineOf(rows, snapshot.vocabulary)
  const groups = [...themesOf(snapshot, rows).map((t) => ({ name: shortName(t.name) || 'All', parts: partsOf(t.rows, snapshot.vocabulary) })), { name: 'All', parts: partsOf(rows, snapshot.vocabulary) }]
  const used = groups.at(-1)!.parts.filter((p) => p.count > 0).map((p) => p.word)
  const cells: Cells = new Map()
  put(cells, 0, 0, `${headlineSentence(h, (n) => answeringNoun(snapshot, n), snapshot.period)}.`, { font: { name: 'Arial', size: 14, bold: true } })
  put(cells, 1, 0, notStatedSentence(h) || (h.notStated === 0 ? 'Every row has a status.' : ''), { font: { name: 'Arial', size: 10 } })
  const headings = [snapshot.plan.levels[0]!, ...used, 'All']
  headings.forEach((c, i) => put(cells, 3, i, c, i === 0 ? head : { ...head, alignment: { horizontal: 'right', vertical: 'center', wrapText: true } }))
  groups.forEach(({ name, parts }, r) => {
    const style = r === groups.length - 1 ? strong : (s: CellStyle) => s
    put(cells, r + 4, 0, name, style(body))
    const counts = used.map((word) => parts.find((p) => p.word === word)?.count ?? 0)
    for (const [i, n] of [...counts, counts.reduce((a, b) => a + b, 0)].entries()) put(cells, r + 4, i + 1, n, style(figure))
  })
  return { name: 'Summary', cells, columns: headings.map((_, i) => ({ width: i === 0 ? 26 : 14 })), pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }
}

const keySheet = (snapshot: Snapshot): WriteSheet => {
  const cells: Cells = new Map()
  keyHeadings.forEach((c, i) => put(cells, 0, i, c, head))
  snapshot.vocabulary.statuses.forEach((s, r) => {
    put(cells, r + 1, 0, s.code, statusStyle(snapshot, s.code))
    keyWords(s).forEach((v, i) => put(cells, r + 1, i + 1, v, body))
  })
  return { name: 'Key', cells, columns: [14, 24, 80].map((width) => ({ width })), freezePane: { rows: 1 }, pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }
}
