import { hasFigures, isHeadingRow, readHead, sameHeading, stateAt, wordsAt, type Row } from './headings.ts'
import { isYear } from './figure.ts'
import { isUnitOnly } from './units.ts'

const filled = (row: Row): number[] => row.flatMap((_, i) => (wordsAt(row, i) === '' ? [] : [i]))
const soon = 3

/** Headings over figures that come: words over at least two columns, each with a figure in one of the next rows. */
const isHead = (rows: readonly Row[], at: number): boolean => {
  const row = rows[at]!
  if (hasFigures(row)) return false
  const over = filled(row).filter((i) => i > 0)
  if (over.length < 2 || !isHeadingRow(row)) return false
  const next = rows.slice(at + 1, at + 1 + soon)
  return over.filter((i) => next.some((r) => stateAt(r, i) === 'number')).length >= 2
}
/** The headings of the table so far, said again. */
const isAgain = (row: Row, columns: readonly string[]): boolean =>
  filled(row).filter((i) => i > 0).every((i) => isUnitOnly(wordsAt(row, i)) || sameHeading(wordsAt(row, i), columns[i] ?? '') || (isYear(wordsAt(row, i)) && (columns[i] ?? '').includes(wordsAt(row, i))))

/** Rows of one sheet or piece cut where new headings begin a table of its own; lines of words right above them are its title. */
export const partsOf = (rows: readonly Row[], width: number): Row[][] => {
  const parts: Row[][] = []
  let from = 0
  let head = readHead(rows, width)
  for (let at = head.body + 1; at < rows.length; at += 1) {
    if (head.body === 0 || !isHead(rows, at) || isAgain(rows[at]!, head.columns)) continue
    let start = at
    while (start - 1 > from + head.body && filled(rows[start - 1]!).length === 1 && wordsAt(rows[start - 1]!, 0) !== '') start -= 1
    parts.push(rows.slice(from, start))
    from = start
    head = readHead(rows.slice(from), width)
    at = from + head.body
  }
  return [...parts, rows.slice(from)]
}
