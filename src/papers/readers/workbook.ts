import { type Cell, type CellStyle, type Color, formatValue, readXlsx, type Sheet } from 'hucre'

/** What we need of a workbook, whatever library reads it. Rows and columns count from 0. */
export type WorkbookCell = { readonly text: string; readonly fill: string | null; readonly bold: boolean }
export type WorkbookSheet = {
  readonly name: string
  readonly hidden: boolean
  /** Cells by row and column; null where a cell has neither words nor fill. */
  readonly rows: readonly (readonly (WorkbookCell | null)[])[]
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  readonly merges: readonly { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }[]
}
export type WorkbookFile = { readonly title: string | null; readonly sheets: readonly WorkbookSheet[] }

/** Excel's old palette: the colours that hand-made status sheets use. */
const indexed: Readonly<Record<number, string>> = { 2: '#ff0000', 3: '#00ff00', 4: '#0000ff', 5: '#ffff00', 10: '#ff0000', 11: '#00ff00', 12: '#0000ff', 13: '#ffff00', 17: '#008000', 20: '#800080', 21: '#008080', 22: '#c0c0c0', 23: '#808080', 50: '#99cc00', 51: '#ffcc00', 52: '#ff9900', 53: '#ff6600', 57: '#339966' }

const tinted = (hex: string, tint: number): string => `#${[1, 3, 5].map((i) => {
  const part = Number.parseInt(hex.slice(i, i + 2), 16)
  return Math.round(tint < 0 ? part * (1 + tint) : part + (255 - part) * tint).toString(16).padStart(2, '0')
}).join('')}`

const colourOf = (colour: Color | undefined, theme: readonly string[]): string | null => {
  const plain = colour?.rgb !== undefined ? `#${colour.rgb.slice(-6)}` : colour?.indexed !== undefined ? (indexed[colour.indexed] ?? null) : colour?.theme !== undefined ? `#${(theme[colour.theme] ?? '').replace('#', '').slice(-6)}` : null
  if (plain === null || !/^#[0-9a-f]{6}$/i.test(plain)) return null
  return colour?.tint === undefined || colour.tint === 0 ? plain : tinted(plain, colour.tint)
}

const fillOf = (style: CellStyle | undefined, theme: readonly string[]): string | null =>
  style?.fill?.type === 'pattern' && style.fill.pattern !== 'none' ? colourOf(style.fill.fgColor, theme) : null

const isDay = (value: Date): boolean => value.getUTCHours() + value.getUTCMinutes() + value.getUTCSeconds() === 0
const printedDate = (value: Date): string => (isDay(value) ? value.toISOString().slice(0, 10).split('-').reverse().join('/') : value.toISOString().slice(0, 16).replace('T', ' '))

/** The words that Excel shows in a cell; a date as dd/mm/yyyy where its own format can't be applied. */
const shown = ({ value: raw, formulaResult, style }: Cell): string => {
  const value = formulaResult ?? raw
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return printedDate(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  const format = style?.numFmt
  if (typeof value === 'string' || format === undefined || format === 'General') return String(value)
  return formatValue(value, format)
}

const sheetOf = (sheet: Sheet, theme: readonly string[]): WorkbookSheet => {
  const rows: (WorkbookCell | null)[][] = sheet.rows.map((row) => row.map((value) => (value === null ? null : { text: shown({ value, type: 'string' }), fill: null, bold: false })))
  for (const [key, cell] of sheet.cells ?? []) {
    const [row, column] = key.split(',').map(Number) as [number, number]
    const words = shown(cell), fill = fillOf(cell.style, theme)
    while (rows.length <= row) rows.push([])
    const line = rows[row] ?? []
    while (line.length <= column) line.push(null)
    if (words !== '' || fill !== null) line[column] = { text: words, fill, bold: cell.style?.font?.bold ?? false }
  }
  return {
    name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, rows,
    hiddenRows: [...(sheet.rowDefs ?? [])].filter(([, d]) => d.hidden === true).map(([row]) => row),
    hiddenColumns: (sheet.columns ?? []).flatMap((c, i) => (c?.hidden === true ? [i] : [])),
    merges: (sheet.merges ?? []).map((m) => ({ top: m.startRow, left: m.startCol, bottom: m.endRow, right: m.endCol })),
  }
}

export const readWorkbook = async (bytes: Uint8Array): Promise<WorkbookFile> => {
  const book = await readXlsx(bytes, { readStyles: true })
  return { title: book.properties?.title ?? null, sheets: book.sheets.map((s) => sheetOf(s, book.themeColors ?? [])) }
}
