import type { Grid } from './grid.ts'
import type { Fill, Rule } from './page.ts'
import type { Hints } from './unruled.ts'

const near = 3

/** Pieces that meet end to end at one height: where they meet, columns meet. */
const meeting = (pieces: readonly { readonly y: number; readonly from: number; readonly to: number }[]): Hints['joints'] => {
  const rows: { y: number; pieces: { from: number; to: number }[] }[] = []
  for (const p of pieces) {
    const row = rows.find((r) => Math.abs(r.y - p.y) <= near)
    if (row === undefined) rows.push({ y: p.y, pieces: [p] })
    else row.pieces.push(p)
  }
  return rows.flatMap(({ y, pieces: across }) => {
    const sorted = across.toSorted((a, b) => a.from - b.from), meets = sorted.every((p, i) => i === 0 || Math.abs(p.from - (sorted[i - 1]?.to ?? 0)) <= near)
    return sorted.length >= 3 && meets ? [{ y, edges: [sorted[0]?.from ?? 0, ...sorted.map((p) => p.to)] }] : []
  })
}

/** Whether only some columns of a grid have rows drawn: headings and a column of statuses, with nothing between the other columns' rows. */
export const isSparse = (grid: Grid): boolean => grid.cells.filter((c) => c.rows >= 3).reduce((n, c) => n + c.columns, 0) * 2 > grid.columnCount

/** Boxes stacked in one column of a grid. */
const stackOf = (grid: Grid, column: number): Hints['stacks'] => {
  const boxes = grid.cells.filter((c) => c.column === column && c.columns === 1 && c.rows === 1).toSorted((a, b) => a.row - b.row), first = boxes[0]
  return first === undefined || boxes.length < 2 ? [] : [{ x0: first.x0, x1: first.x1, ys: [first.y0, ...boxes.map((c) => c.y1)] }]
}

/** What lines that no table took and boxes in one column say of the columns and rows around them. */
export const hintsOf = (loose: readonly Rule[], fills: readonly Fill[], boxes: readonly Grid[]): Hints => ({
  joints: [...meeting(loose.map((r) => ({ y: r.at, from: r.from, to: r.to }))), ...meeting(fills.map((f) => ({ y: (f.y0 + f.y1) / 2, from: f.x0, to: f.x1 })))],
  stacks: boxes.filter((g) => g.columnCount === 1 || isSparse(g)).flatMap((g) => Array.from({ length: g.columnCount }, (_, c) => stackOf(g, c)).flat()),
})
