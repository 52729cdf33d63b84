import type { MoneyRow } from '../../types.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { valueOf, type Value } from './lines.ts'
import { termsOf } from './terms.ts'

/** A figure of a table with the words that name it: those of its line and column, the title's too where it stands for the whole table. */
export type Cell = { readonly value: Value; readonly row: MoneyRow; readonly column: string; readonly words: ReadonlySet<string>; readonly heading: ReadonlySet<string>; readonly title: ReadonlySet<string>; readonly table: MoneyTable }

export const cellsOf = (table: MoneyTable): Cell[] => {
  const title = termsOf(table.title), headings = table.columns.map(termsOf)
  return table.rows.filter((row) => row.role !== 'heading' && row.review.length === 0).flatMap((row) => {
    const label = termsOf(row.label)
    return table.columns.flatMap((column, i): Cell[] => {
      const value = valueOf(row.figures[column]), heading = headings[i]!
      if (value === null || value.kind !== '£' || value.amount === 0) return []
      return [{ value, row, column, heading, title, words: new Set([...label, ...heading, ...(row.role === 'line' ? [] : title)]), table }]
    })
  })
}

/** Equal but for the sign, which prose says in words. */
export const agreeUnsigned = (a: Value, b: Value): boolean => {
  const gap = Math.abs(Math.abs(a.amount) - Math.abs(b.amount))
  return gap <= (a.half === b.half ? 0 : a.half + b.half)
}
export const overlap = (words: ReadonlySet<string>, cell: Cell): { all: number; heading: number } => {
  let [all, heading] = [0, 0]
  for (const w of words) { if (cell.words.has(w)) all += 1; if (cell.heading.has(w)) heading += 1 }
  return { all, heading }
}

const mostRows = 12
/** A word that stands by more figures than this tells none of them. */
const commonest = 150
/** The cells that any of the words stands by, but for the commonest words. */
export const nearby = (words: ReadonlySet<string>, index: ReadonlyMap<string, readonly Cell[]>): ReadonlySet<Cell> => {
  const cells = new Set<Cell>()
  for (const w of words) { const near = index.get(w); if (near !== undefined && near.length <= commonest) for (const cell of near) cells.add(cell) }
  return cells
}
type Named = { readonly cell: Cell; readonly all: number }
/** Cells of small tables by each word of their line and column. */
export const byWord = (cells: readonly Cell[]): ReadonlyMap<string, readonly Cell[]> => {
  const found = new Map<string, Cell[]>()
  for (const cell of cells) if (cell.table.rows.length <= mostRows) for (const w of cell.words) {
    const known = found.get(w)
    if (known === undefined) found.set(w, [cell])
    else known.push(cell)
  }
  return found
}
/**
 * The one cell that three quarters of the words name, at least three of them, the title's among them, when no figure of its line or of a total is the amount:
 * then the amount contradicts it.
 */
export const contradicted = (said: Value, words: ReadonlySet<string>, index: ReadonlyMap<string, readonly Cell[]>): Cell | null => {
  if (words.size < 3 || words.size > 8) return null
  const named: Named[] = []
  for (const cell of nearby(words, index)) {
    let all = 0
    for (const w of words) if (cell.words.has(w) || cell.title.has(w)) all += 1
    if (all >= 3 && all * 4 >= words.size * 3) named.push({ cell, all })
  }
  const most = Math.max(0, ...named.map((n) => n.all))
  const top = named.filter((n) => n.all === most)
  if (top.length !== 1) return null
  const { cell } = top[0]!
  const own = cell.table.rows.filter((row) => row === cell.row || row.role === 'total' || row.role === 'subtotal')
  return own.some((row) => cell.table.columns.some((c) => { const v = valueOf(row.figures[c]); return v !== null && agreeUnsigned(v, said) })) ? null : cell
}
