import type { Grid } from './grid.ts'
import { linesOf } from './lines.ts'
import type { Run } from './page.ts'
import { crosses, gridFrom, partsAt } from './unruled.ts'

const near = 3
const edgesOf = (grid: Grid): readonly number[] => [...new Set(grid.cells.flatMap((c) => [c.x0, c.x1]))].sort((a, b) => a - b)
const rowsOf = (grid: Grid): readonly number[] => [...new Set(grid.cells.flatMap((c) => [c.y0, c.y1]))].sort((a, b) => a - b)
const alike = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? 0)) <= near)

/** Whether nothing between two heights reaches over an edge of the columns. */
const keeps = (runs: readonly Run[], edges: readonly number[], from: number, to: number): boolean =>
  !linesOf(runs.filter((r) => r.y > from && r.y < to)).flatMap((l) => partsAt(l, edges)).some((p) => crosses(p, edges))

/** Below the last stripe stands one row without a tint: as far as its words go on. */
const below = (runs: readonly Run[], edges: readonly number[], from: number): number => {
  let reach = from
  for (const line of linesOf(runs.filter((r) => r.y > from && r.x0 > (edges[0] ?? 0) - 4 && r.x1 < (edges.at(-1) ?? 0) + 4))) {
    if (line.y0 - reach > 1.2 * line.size || partsAt(line, edges).some((p) => crosses(p, edges)) || (reach === from && partsAt(line, edges).length < 2)) break
    reach = line.y1
  }
  return reach
}

/** Tables of which only the headings or every second row is tinted: stripes with the same columns, and the rows between them, are one table. */
export const stripes = (grids: readonly Grid[], runs: readonly Run[]): readonly Grid[] => {
  const sets: Grid[][] = []
  for (const grid of grids.toSorted((a, b) => a.y0 - b.y0)) {
    const open = sets.at(-1), last = open?.at(-1)
    if (open !== undefined && last !== undefined && alike(edgesOf(last), edgesOf(grid)) && grid.y0 - last.y1 < 200 && keeps(runs, edgesOf(grid), last.y1, grid.y0)) open.push(grid)
    else sets.push([grid])
  }
  return sets.flatMap((set): readonly Grid[] => {
    const first = set[0] as Grid
    // One tinted row alone is the headings of a table without lines, and is read with it.
    if (set.length === 1) return first.rowCount > 1 ? [first] : []
    const edges = edgesOf(first), bottom = Math.max(...set.map((g) => g.y1)), reach = below(runs, edges, bottom)
    const ys = [...set.flatMap(rowsOf), ...(reach > bottom + 4 ? [reach + 2] : [])]
    const whole = gridFrom(edges, ys)
    return whole === null ? [] : [whole]
  })
}
