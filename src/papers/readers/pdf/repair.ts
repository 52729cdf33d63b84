import type { Grid, GridCell } from './grid.ts'
import { linesOf } from './lines.ts'
import { type Fill, holds, middle, type Run } from './page.ts'
import { anchorsOf } from './rows.ts'
import { unsure } from './surety.ts'
import { seated } from './tables.ts'
import { crosses, hung, partsAt, startsBetween, withBands } from './unruled.ts'

type Repaired = { readonly grid: Grid; readonly seats: ReadonlyMap<GridCell, readonly Run[]>; readonly doubt?: string }

const columnEdges = (grid: Grid): readonly number[] => [...new Set(grid.cells.flatMap((c) => [c.x0, c.x1]))].sort((a, b) => a - b)
const runsIn = (cell: GridCell, runs: readonly Run[]): readonly Run[] => runs.filter((r) => holds(cell, ...middle(r)))

/** A cell over several columns whose words all keep to them is as many cells: every second row of a tinted table has no edges drawn. */
const parted = (grid: Grid, runs: readonly Run[]): Grid => {
  const edges = columnEdges(grid)
  if (edges.length !== grid.columnCount + 1) return grid
  const cells = grid.cells.flatMap((cell): readonly GridCell[] => {
    const inner = edges.slice(cell.column, cell.column + cell.columns + 1), words = runsIn(cell, runs)
    const across = words.some((r) => inner.slice(1, -1).some((e) => r.x0 < e - 2 && r.x1 > e + 2))
    const used = new Set(words.map((r) => inner.findLastIndex((e) => (r.x0 + r.x1) / 2 >= e)))
    if (cell.columns === 1 || across || used.size < 2) return [cell]
    return inner.slice(1).map((x1, i) => ({ ...cell, column: cell.column + i, columns: 1, x0: inner[i] ?? cell.x0, x1 }))
  })
  return { ...grid, cells }
}

/** The tops of filled boxes that are stacked in one column of a row. */
const stackIn = (row: GridCell, edges: readonly number[], fills: readonly Fill[]): readonly number[] => {
  const inside = fills.filter((f) => f.y0 > row.y0 - 3 && f.y1 < row.y1 + 3 && f.y1 - f.y0 > 5 && f.y1 - f.y0 < 0.9 * (row.y1 - row.y0))
  const columns = edges.slice(1).map((x1, c) => inside.filter((f) => Math.abs(f.x0 - (edges[c] ?? 0)) < 4 && Math.abs(f.x1 - x1) < 4).map((f) => f.y0))
  return columns.reduce((best, next) => (next.length > best.length ? next : best), []).toSorted((a, b) => a - b)
}

/** A table with lines between its columns only: its one tall row is parted where its words begin new rows. */
const rowed = (grid: Grid, runs: readonly Run[], fills: readonly Fill[]): Repaired => {
  const edges = columnEdges(grid)
  if (grid.rowCount > 3 || grid.columnCount < 3 || edges.length !== grid.columnCount + 1 || grid.cells.some((c) => c.rows > 1)) return { grid, seats: seated(grid, runs) }
  const tall = Array.from({ length: grid.rowCount }, (_, r) => grid.cells.find((c) => c.row === r)).find((c) => c !== undefined && c.y1 - c.y0 > 0.5 * (grid.y1 - grid.y0))
  if (tall === undefined || grid.cells.some((c) => c.row === tall.row && c.columns > 1)) return { grid, seats: seated(grid, runs) }
  const inside = runs.filter((r) => r.y > tall.y0 && r.y < tall.y1), lines = linesOf(inside), bands = lines.filter((l) => partsAt(l, edges).some((p) => crosses(p, edges)))
  const parts = lines.filter((l) => !bands.includes(l)).flatMap((l) => partsAt(l, edges))
  // Headings inside the tall row stand first, in bold.
  const first = lines[0], head = tall.row === 0 && first !== undefined && first.bold && !(lines.at(-1)?.bold ?? false) ? first.y : tall.y0
  const boxes = stackIn(tall, edges, fills), told = boxes.length >= 2 || anchorsOf(parts, edges, head).length >= 2
  const starts = !told ? [] : boxes.length >= 2 ? [...boxes, ...bands.map((b) => b.y0 - 2)].sort((a, b) => a - b) : startsBetween(parts, edges, head, bands)
  if (starts.length < 2) return { grid, seats: seated(grid, runs) }
  const ys = [tall.y0, ...starts.slice(head === tall.y0 ? 1 : 0), tall.y1], more = ys.length - 2
  const cells = grid.cells.flatMap((cell): readonly GridCell[] => {
    if (cell.row < tall.row) return [cell]
    if (cell.row > tall.row) return [{ ...cell, row: cell.row + more }]
    return ys.slice(1).flatMap((y1, i): readonly GridCell[] => {
      const y0 = ys[i] ?? cell.y0, isBand = bands.some((b) => b.y > y0 && b.y < y1)
      if (isBand && cell.column > 0) return []
      return [{ ...cell, row: cell.row + i, y0, y1, ...(isBand ? { columns: grid.columnCount, x1: grid.x1 } : {}) }]
    })
  })
  const whole = { ...grid, cells, rowCount: grid.rowCount + more }
  const seats = new Map([...seated(whole, runs.filter((r) => !inside.includes(r))), ...[...withBands(whole, hung(whole, parts, edges, starts), bands)].filter(([, words]) => words.length > 0)])
  const doubt = unsure({ parts, edges, head, starts: boxes.length < 2 ? starts : null }, whole, seats)
  return { grid: whole, seats, ...(doubt === null ? {} : { doubt }) }
}

/** A grid with the edges that its words show and nobody drew, and the words in its cells. */
export const repaired = (grid: Grid, runs: readonly Run[], fills: readonly Fill[]): Repaired => rowed(parted(grid, runs), runs, fills)
