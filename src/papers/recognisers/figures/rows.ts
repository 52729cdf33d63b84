import { collapse } from '../../../kit/words.ts'
import type { Figure, MoneyRow } from '../../types.ts'
import { readFigure, straightened } from './figure.ts'
import { distinct, figureAt, isHeadingAgain, stateAt, wordsAt, type Row } from './headings.ts'
import type { Whole } from './pieces.ts'
import { roleByLabel, saysTotal } from './roles.ts'
import { isUnitOnly, unitIn } from './units.ts'

export type FigureTable = { readonly columns: readonly string[]; readonly unit: string | null; readonly rows: readonly MoneyRow[]; readonly figureColumns: readonly number[] }

/** Columns that number the lines rather than count anything. */
const numbering = /^(?:refs?\.?|reference|no\.?|id|#|items?|line|rank|row|para\.?|code)(?:\s(?:no\.?|number))?$/i
/** Columns where most filled cells are figures. */
export const figureColumnsOf = (rows: readonly Row[], columns: readonly string[]): number[] =>
  columns.map((_, i) => i).filter((column) => {
    if (numbering.test(columns[column]!)) return false
    let [figures, numbers, words] = [0, 0, 0]
    for (const row of rows) {
      const state = stateAt(row, column)
      if (state === 'number') numbers += 1
      // "0-10%" is a figure's range: it speaks neither for nor against.
      if (state === 'words') words += /^\d[\d.,]*\s?%?\s?(?:-|to)\s?\d[\d.,]*\s?%?$/.test(wordsAt(row, column)) ? 0 : 1
      else if (state !== 'blank') figures += 1
    }
    return numbers > 0 && figures > words
  })

/** The column of labels: the first of words that is more than a reference. */
const labelColumnOf = (rows: readonly Row[], figures: readonly number[]): number => {
  const width = rows.reduce((n, row) => Math.max(n, row.length), 0)
  const before = Array.from({ length: width }, (_, i) => i).filter((i) => !figures.includes(i) && (figures[0] === 0 || i < (figures[0] ?? 1)))
  const lengthOf = (column: number): number => rows.reduce((n, row) => n + wordsAt(row, column).length, 0) / Math.max(1, rows.filter((row) => wordsAt(row, column) !== '').length)
  return before.find((column) => lengthOf(column) > 5) ?? 0
}

const severalFigures = /\d[\d,.]{0,30}\)?\s+[-(£]*\d/
/** Why a cell in a column of figures can't be read as one; null where it can, or is plainly words. */
const doubtOf = (words: string, column: string): string | null => {
  if (/^(?:average|avg|mean|approx\.?|up to|under|over|below|above|c\.)\b/i.test(words) || /\d\s?(?:-|to)\s?\d/.test(words)) return null
  if (severalFigures.test(words)) return `"${words}" under "${column}" holds several figures`
  return /^£?'?0*'?000\s/.test(words) || (/\d/.test(words) && /£'0/.test(words)) ? `"${words}" under "${column}" is mixed with a heading` : null
}

const mended = (row: Row): string[] =>
  row.filter((cell) => /\d/.test(cell.text) && /\d\s+,\s*\d|\d\s*,\s+\d{3}\b/.test(cell.text) && straightened(cell.text) !== collapse(cell.text) && readFigure(cell.text, cell.source, null).state === 'number')
    .map((cell) => `a figure printed apart was closed up: ${straightened(cell.text)}`)

type Layout = { readonly names: readonly string[]; readonly label: number; readonly figures: readonly number[]; readonly units: readonly (string | null)[]; readonly left: ReadonlySet<number> }

const rowOf = (row: Row, at: Layout, lastTotal: Row | undefined): MoneyRow => {
  const first = at.figures[0] ?? 1
  const label = collapse(wordsAt(row, at.label) || row.slice(0, first).map((_, i) => wordsAt(row, i)).filter(Boolean).join(' '))
  const unitOfRow = unitIn(label)
  const figures: Record<string, Figure> = {}
  const review: string[] = []
  const placeOfRow = row.find((c) => c.text !== '')?.source ?? row[0]!.source
  at.names.forEach((name, i) => {
    if (i === at.label || at.left.has(i)) return
    const isFigure = at.figures.includes(i)
    figures[name] = figureAt(row, i, isFigure ? at.units[i] ?? unitOfRow : null, placeOfRow)
    const doubt = isFigure && figures[name].state === 'words' ? doubtOf(figures[name].text, name) : null
    if (doubt !== null) review.push(doubt)
  })
  const again = isHeadingAgain(row, at.names)
  const hasNumber = at.figures.some((i) => ['number', 'dash', 'nil'].includes(figures[at.names[i]!]?.state ?? ''))
  const said = at.figures.some((i) => figures[at.names[i]!]?.state === 'words' && /\d/.test(figures[at.names[i]!]!.text))
  const role = again ? 'heading' : roleByLabel(label, hasNumber || said, row === lastTotal)
  return { label, role, figures, source: placeOfRow, review: again ? [] : review, repaired: mended(row) }
}

/** Lines numbered from a number other than one, with no line before: the rows above were lost on the way here. */
const flagLostRows = (rows: readonly MoneyRow[]): MoneyRow[] => {
  let previous: { prefix: string; number: number } | null = null
  let starting = true
  return rows.map((row) => {
    const code = /^([A-Z]{1,3})\s?(\d{1,3})\b/.exec(row.label)
    const [first, before] = [starting, previous]
    if (row.role !== 'line') { starting = true; return row }
    starting = false
    if (code === null) { previous = null; return row }
    previous = { prefix: code[1]!, number: Number(code[2]) }
    const lost = first && previous.number > 1 && (before === null || before.prefix !== previous.prefix || before.number + 1 !== previous.number)
    return lost ? { ...row, review: [...row.review, `the lines before ${code[1]}${code[2]} seem to be missing`] } : row
  })
}

/** A label that runs over two rows: words alone, then small letters with the figures. The row of words stays as it is, the label below is whole. */
const joinLabels = (rows: readonly MoneyRow[]): MoneyRow[] => rows.map((row, i) => {
  const above = rows[i - 1]
  return row.role === 'line' && above?.role === 'heading' && /^[a-z]/.test(row.label) && /[a-z,]$/.test(above.label) ? { ...row, label: `${above.label} ${row.label}` } : row
})

/** Columns that a merged heading repeats and no row fills: they are width, not columns. */
const mergedAway = (headings: readonly string[], rows: readonly Row[]): ReadonlySet<number> =>
  new Set(headings.flatMap((name, i) => (i > 0 && (name === '' || name === headings[i - 1]) && rows.every((row) => wordsAt(row, i) === '') ? [i] : [])))

/** A whole table's rows, each figure with its state, unit and place. */
export const figureTable = (whole: Whole, context: string): FigureTable => {
  const headings = whole.head.columns
  const names = distinct(headings)
  const body = whole.rows
  const figures = figureColumnsOf(body, names)
  const unit = unitIn(headings.find((name) => isUnitOnly(name) && unitIn(name) !== '%') ?? '') ?? moneyIn(context) ?? (/\(£\)|£\s*$/.test(whole.title ?? whole.head.title ?? '') ? '£' : null) ?? (whole.after === null ? null : sharedUnit(whole.after))
  const common = unit ?? shared(figures.map((i) => headings[i] ?? ''))
  const units = headings.map((name) => unitIn(name) ?? common)
  const at: Layout = { names, label: labelColumnOf(body, figures), figures, units, left: mergedAway(headings, body) }
  const totals = body.filter((row) => saysTotal(wordsAt(row, at.label)))
  const rows = flagLostRows(joinLabels(body.map((row) => rowOf(row, at, totals.at(-1)))))
  // A heading that isn't printed is no heading; only columns of figures need a name of their own.
  const columns = names.flatMap((name, i) => (at.left.has(i) ? [] : [i === at.label ? headings[i]! : name]))
  return { columns, unit: tableUnit(figures.map((i) => units[i] ?? null)) ?? tableUnit(rows.flatMap((row) => Object.values(row.figures).flatMap((f) => (f.state === 'number' ? [f.unit] : [])))), rows, figureColumns: figures }
}
/** The unit of the table that this one follows on. */
const sharedUnit = (whole: Whole): string | null => shared(whole.head.columns.filter((name) => unitIn(name) !== null))
/** The unit that most columns of figures name serves those that name none. */
const shared = (columns: readonly string[]): string | null => {
  const said = columns.map(unitIn).filter((u): u is string => u !== null && u !== '%')
  return said.length > 0 && said.every((u) => u === said[0]) && said.length * 2 >= columns.length ? said[0]! : null
}
const moneyIn = (context: string): string | null => {
  const unit = unitIn(context)
  return unit !== null && unit.startsWith('£') && unit !== '£' ? unit : null
}
/** The unit of at least half, null where there is none. */
const tableUnit = (units: readonly (string | null)[]): string | null => {
  const counts = new Map<string, number>()
  for (const unit of units) if (unit !== null) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most !== undefined && most[1] * 2 >= units.length ? most[0] : null
}
