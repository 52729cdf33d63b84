import type { PaperCell, PaperTable } from '../../types.ts'
import type { Source } from '../../../kit/source.ts'
import { cellName, cellOf, coveredBy } from '../cells.ts'
import type { Grid, GridCell } from './grid.ts'
import { linesOf } from './lines.ts'
import { type Box, type Fill, holds, middle, overlap, type Page, type Run } from './page.ts'
import { paragraphsOf, type Vocabulary } from './paragraphs.ts'

/** The last fill painted over most of a cell; else that of a tag or a spot inside it. */
export const fillOf = (cell: Box, fills: readonly Fill[]): string | null => {
  const over = fills.findLast((f) => overlap(cell, f) > 0.4)
  const tag = fills.findLast((f) => overlap(f, cell) > 0.9 && (f.x1 - f.x0) * (f.y1 - f.y0) > 40)
  return (tag !== undefined && (over === undefined || fills.indexOf(tag) > fills.indexOf(over)) ? tag : over)?.colour ?? null
}

/** Where, in the letters of a run, the space nearest to an edge is; -1 where none is near. `before` is what the next word must begin with. */
const spaceNear = (run: Run, edge: number, reach: number, before: RegExp): number => {
  const each = (run.x1 - run.x0) / run.text.length, off = (i: number): number => Math.abs(run.x0 + i * each - edge)
  let best = -1
  for (let i = run.text.indexOf(' '); i !== -1; i = run.text.indexOf(' ', i + 1)) if (before.test(run.text.slice(i + 1)) && (best === -1 || off(i) < off(best))) best = i
  return best !== -1 && off(best) <= reach * run.size ? best : -1
}

/** Words that the library joined over a column's edge are parted at a space near it: one before a capital or a figure; where lines are drawn, any. */
export const partAt = (run: Run, edge: number, drawn: boolean): readonly Run[] => {
  if (edge - run.x0 < 2 || run.x1 - edge < 2) return [run]
  const capital = spaceNear(run, edge, 2, /^[\p{Lu}\d]/u), at = capital !== -1 || !drawn ? capital : spaceNear(run, edge, 1.5, /^/)
  if (at === -1) return [run]
  const each = (run.x1 - run.x0) / run.text.length
  return [{ ...run, text: run.text.slice(0, at).trim(), x1: Math.min(edge - 1, run.x0 + at * each) }, { ...run, text: run.text.slice(at + 1).trim(), x0: Math.max(edge + 1, run.x0 + (at + 1) * each) }]
}

/** The runs that stand inside a grid, parted at its cells' edges. */
export const runsInside = (grid: Grid, runs: readonly Run[]): readonly Run[] => runs.filter((r) => holds(grid, ...middle(r)))

/** Which runs stand in which cell. */
export const seated = (grid: Grid, runs: readonly Run[]): ReadonlyMap<GridCell, readonly Run[]> => {
  const seats = new Map<GridCell, Run[]>(grid.cells.map((c) => [c, []]))
  const seat = (run: Run): void => { const cell = grid.cells.find((c) => holds(c, ...middle(run))); if (cell !== undefined) seats.get(cell)?.push(run) }
  for (const run of runs) {
    const first = grid.cells.find((c) => holds(c, run.x0 + 1, (run.y0 + run.y1) / 2))
    for (const part of first === undefined ? [run] : partAt(run, first.x1, true)) seat(part)
  }
  return seats
}

export type TableContext = { readonly page: Page; readonly words: Vocabulary; readonly lineAt: (y: number) => number; readonly name: string }

/** A grid and its words as a table, every place filled: merged cells cover the places they reach over. */
export const tableOf = (grid: Grid, seats: ReadonlyMap<GridCell, readonly Run[]>, { page, words, lineAt, name }: TableContext): PaperTable => {
  const fills = page.fills.filter((f) => f.x0 < grid.x1 && f.x1 > grid.x0 && f.y0 < grid.y1 && f.y1 > grid.y0)
  const dots = page.dots.filter((d) => holds(grid, ...middle(d)))
  const rows: PaperCell[][] = Array.from({ length: grid.rowCount }, () => [])
  const source = (line: number, row: number, column: number): Source => ({ page: page.number, line, cell: cellName(name, row, column) })
  for (const place of grid.cells) {
    const lines = linesOf(seats.get(place) ?? []), at = lineAt(lines[0]?.y ?? place.y0 + 12)
    const cell = cellOf(paragraphsOf(lines, place, dots.filter((d) => holds(place, ...middle(d))), words), source(at, place.row, place.column), { fill: fillOf(place, fills), bold: lines.length > 0 && lines.every((l) => l.bold) })
    for (let r = place.row; r < place.row + place.rows; r += 1) for (let c = place.column; c < place.column + place.columns; c += 1) {
      const row = rows[r]
      if (row !== undefined) row[c] = r === place.row && c === place.column ? cell : coveredBy(cell, source(at, r, c), r > place.row ? 'above' : 'left')
    }
  }
  const whole = rows.map((row, r) => Array.from({ length: grid.columnCount }, (_, c) => row[c] ?? cellOf([], source(lineAt(grid.y0), r, c))))
  return { kind: 'table', caption: null, rows: whole, source: { page: page.number, line: lineAt(grid.y0 + 12), cell: name } }
}
