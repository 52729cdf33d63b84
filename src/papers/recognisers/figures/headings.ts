import { collapse } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { Figure, PaperCell } from '../../types.ts'
import { figureIn, isYear, readFigure, straightened } from './figure.ts'
import { isUnitOnly, unitIn } from './units.ts'

export type Row = readonly PaperCell[]

/** `counts`: a figure that is no bare year. */
type ReadCell = { readonly words: string; readonly figure: Figure; readonly counts: boolean }
const kept = new WeakMap<PaperCell, ReadCell>()
/** A cell's words and what they are, worked out once: a table asks its cells many times. */
const readCell = (cell: PaperCell): ReadCell => {
  const known = kept.get(cell)
  if (known !== undefined) return known
  const words = cell.covered === 'left' || cell.text === '' ? '' : straightened(cell.text)
  const figure = figureIn(words, words, cell.source, null)
  const read = { words, figure, counts: figure.state === 'number' && !isYear(words) }
  kept.set(cell, read)
  return read
}
/** A cell's words; a place that a merged cell covers says nothing of its own. */
export const wordsAt = (row: Row, column: number): string => (row[column] === undefined ? '' : readCell(row[column]).words)
export const stateAt = (row: Row, column: number): Figure['state'] => (row[column] === undefined ? 'blank' : readCell(row[column]).figure.state)
/** What a cell prints, in the unit of its column unless it names its own; blank at `place` where the row is too short. */
export const figureAt = (row: Row, column: number, unit: string | null, place: Source): Figure => {
  if (row[column] === undefined) return readFigure('', place, unit)
  const { figure } = readCell(row[column])
  return figure.unit === unit || figure.unit !== null ? figure : { ...figure, unit }
}
const filled = (row: Row): number => { let n = 0; for (let i = 0; i < row.length; i += 1) if (wordsAt(row, i) !== '') n += 1; return n }
const isFigureCell = (row: Row, column: number): boolean => row[column] !== undefined && readCell(row[column]).counts
export const hasFigures = (row: Row): boolean => row.some((_, i) => i > 0 && isFigureCell(row, i))
const hasDashes = (row: Row): boolean => row.some((_, i) => i > 0 && /^(?:-|nil|n\/a)$/i.test(wordsAt(row, i)))

/** A row that only rules off ("-----"). */
export const isRule = (row: Row): boolean => row.every((_, i) => /^[-_=|: ]*$/.test(wordsAt(row, i))) && row.some((_, i) => wordsAt(row, i).length > 1)

/** A row of headings: several cells, none a figure or an amount; or units alone; years count as headings. */
export const isHeadingRow = (row: Row): boolean => {
  if (hasFigures(row) || filled(row) < 1) return false
  const after = row.map((_, i) => wordsAt(row, i)).slice(1).filter((words) => words !== '')
  if (after.length === 0 || after.some((words) => /£\s?(?!0,?00)\d/.test(words))) return false
  return after.every((words) => isYear(words) || isUnitOnly(words)) || (!hasDashes(row) && (filled(row) >= 2 || wordsAt(row, 0) === ''))
}

/** Headings in the middle of a table name the columns again: units or years in most of the filled cells, or the same words as above. */
export const isHeadingAgain = (row: Row, columns: readonly string[]): boolean => {
  if (hasFigures(row)) return false
  const after = row.map((_, i) => [wordsAt(row, i), columns[i] ?? ''] as const).slice(1).filter(([words]) => words !== '')
  if (after.length < 2) return false
  const naming = after.filter(([words, column]) => isYear(words) || isUnitOnly(words) || unitIn(words) !== null || sameHeading(words, column))
  return naming.length * 2 > after.length
}
export const headingWords = (heading: string): string => collapse(heading.toLowerCase().replace(/£\s?'?[0m][0s']*|£|\(.*?\)|[^a-z0-9/ ]/g, ' '))
export const sameHeading = (a: string, b: string): boolean => {
  const [x, y] = [headingWords(a), headingWords(b)]
  return x !== '' && (x === y || y.includes(x))
}

export type Head = { readonly title: string | null; readonly corner: string; readonly columns: readonly string[]; readonly body: number }

const mostHeadRows = 5

/** Title and headings of a table's first rows; several rows of headings are read downwards as one. `body` is the first row of figures. */
export const readHead = (rows: readonly Row[], width: number): Head => {
  const titles: string[] = []
  const heads: Row[] = []
  let body = 0
  // Without figures only the first row can be told from the rest.
  const most = rows.some(hasFigures) ? mostHeadRows : rows.length > 1 ? 1 : 0
  for (; body < rows.length && heads.length < most; body += 1) {
    const row = rows[body]!
    if (filled(row) === 0) continue
    if (filled(row) === 1 && heads.length === 0 && !hasFigures(row)) { if (wordsAt(row, 0) !== '') titles.push(wordsAt(row, 0)); else heads.push(row); continue }
    if (!isHeadingRow(row) || (heads.length > 0 && isWordy(row))) break
    heads.push(row)
  }
  if (heads.length === 0) { body = 0; titles.length = 0 }
  const corner = heads.map((row) => wordsAt(row, 0)).find((words) => words !== '') ?? ''
  return { title: titles.length > 0 ? titles.join(' ') : null, corner, columns: Array.from({ length: width }, (_, i) => columnName(heads, i)), body: heads.length === 0 ? 0 : body }
}
/** A row of prose among headings is a body row that happens to have no figure. */
const isWordy = (row: Row): boolean => row.some((_, i) => i > 0 && wordsAt(row, i).length > 90)
const columnName = (heads: readonly Row[], column: number): string => {
  const parts: string[] = []
  for (const row of heads) {
    const words = collapse(row[column]?.text ?? '')
    if (words !== '' && words !== '_' && !parts.includes(words)) parts.push(words)
  }
  return parts.join(' ')
}

/** Every column gets a name of its own, so that a row can be keyed by it. */
export const distinct = (columns: readonly string[]): string[] => {
  const seen = new Map<string, number>()
  return columns.map((name, i) => {
    const base = name === '' ? `column ${i + 1}` : name
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    return count === 1 ? base : `${base} (${count})`
  })
}
