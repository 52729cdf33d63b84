import { gridOf, type Grid, type GridCell } from './grid.ts'
import { type Line, linesOf, partsOf, startsOf, type Starts } from './lines.ts'
import { around, type Rule, type Run } from './page.ts'

type Band = { x0: number; x1: number }

/** The stretches of a page's width that the lines' parts stand over. */
export const bandsOf = (parts: readonly Line[]): readonly Band[] => {
  const bands: Band[] = []
  for (const part of parts.toSorted((a, b) => a.x0 - b.x0)) {
    const last = bands.at(-1)
    if (last !== undefined && part.x0 <= last.x1 + 1) last.x1 = Math.max(last.x1, part.x1)
    else bands.push({ x0: part.x0, x1: part.x1 })
  }
  return bands
}

type Region = { readonly lines: Line[]; parts: Line[] }
export const leastColumns = 3

/** Stretches of lines that stand in the same three or more columns. A line across the columns ends the stretch. */
const regionsOf = (lines: readonly Line[], columns: Starts): readonly Region[] => {
  const regions: Region[] = []
  let open: Region | null = null
  for (const line of lines) {
    const parts = partsOf(line, columns), last: Line | undefined = open?.lines.at(-1)
    if (open !== null && last !== undefined) {
      const together = bandsOf([...open.parts, ...parts]), before = bandsOf(open.parts).length
      const heading = parts.length === 1 && (line.size > 1.15 * last.size || (line.y - last.y > 3 * line.size && line.bold))
      if (together.length >= Math.max(leastColumns, before) && !heading && line.y - last.y < 8 * line.size) { open.lines.push(line); open.parts.push(...parts); continue }
      open = null
    }
    if (parts.length >= leastColumns) { open = { lines: [line], parts: [...parts] }; regions.push(open) }
  }
  return regions.filter((r) => r.lines.length >= 2)
}

/** Lines of one column that follow each other without air. */
type Block = { readonly column: number; readonly lines: Line[] }

const blocksOf = (parts: readonly Line[], edges: readonly number[], leading: number): readonly Block[] =>
  edges.slice(1).flatMap((_, column) => {
    const mine = parts.filter((p) => (p.x0 + p.x1) / 2 >= (edges[column] ?? 0) && (p.x0 + p.x1) / 2 < (edges[column + 1] ?? 0)), blocks: Block[] = []
    for (const line of linesOf(mine.flatMap((p) => p.runs))) {
      const last = blocks.at(-1)?.lines.at(-1)
      if (last !== undefined && line.y - last.y <= leading) blocks.at(-1)?.lines.push(line)
      else blocks.push({ column, lines: [line] })
    }
    return blocks
  })

/** The distance between two lines of one cell: the smallest that is common, and a little more. */
const leadingOf = (region: Region, edges: readonly number[]): number => {
  const gaps = blocksOf(region.parts, edges, Infinity).flatMap(({ lines }) => lines.slice(1).map((l, i) => l.y - (lines[i]?.y ?? l.y))).filter((g) => g > 1).sort((a, b) => a - b)
  const size = region.lines[0]?.size ?? 10
  return Math.min(gaps[Math.floor(gaps.length * 0.1)] ?? 1.2 * size, 1.6 * size) * 1.08 + 0.5
}

/** Where rows begin: where two columns or more begin a block on one line, and wherever a line of air crosses all columns. */
const rowStarts = (region: Region, blocks: readonly Block[], leading: number): readonly number[] => {
  const starts = region.lines.filter((line, i) => {
    if (i === 0) return true
    const begin = new Set(blocks.filter((b) => b.lines[0] !== undefined && Math.abs(b.lines[0].y - line.y) < 0.4 * line.size).map((b) => b.column))
    return begin.size >= 2 || line.y - (region.lines[i - 1]?.y ?? 0) > leading
  })
  return starts.map((l) => l.y0)
}

const rule = (way: Rule['way'], at: number, from: number, to: number): Rule => ({ way, at, from, to })

export const edgesOf = (parts: readonly Line[]): readonly number[] => {
  const bands = bandsOf(parts)
  return [(bands[0]?.x0 ?? 0) - 4, ...bands.slice(1).map((b, i) => ((bands[i]?.x1 ?? b.x0) + b.x0) / 2), (bands.at(-1)?.x1 ?? 0) + 4]
}

export type Found = { readonly grid: Grid; readonly seats: ReadonlyMap<GridCell, readonly Run[]>; readonly runs: readonly Run[] }

export const gridFrom = (xs: readonly number[], ys: readonly number[]): Grid | null => {
  const [left, right, top, bottom] = [xs[0] ?? 0, xs.at(-1) ?? 0, ys[0] ?? 0, ys.at(-1) ?? 0]
  return gridOf([...xs.map((x) => rule('stands', x, top, bottom)), ...ys.map((y) => rule('lies', y, left, right))])
}

/** A table from a region: a cell's lines belong where its first line stands, even where they run on beside the next rows. */
const tableFrom = (region: Region): Found | null => {
  const edges = edgesOf(region.parts), leading = leadingOf(region, edges), blocks = blocksOf(region.parts, edges, leading)
  const box = around(region.lines), starts = rowStarts(region, blocks, leading)
  const grid = gridFrom(edges, [...starts.map((y) => y - 1), box.y1 + 2])
  if (grid === null) return null
  const seats = new Map<GridCell, readonly Run[]>(grid.cells.map((c) => [c, []]))
  for (const block of blocks) {
    const first = block.lines[0], cell = first === undefined ? undefined : grid.cells.find((c) => c.column === block.column && first.y >= c.y0 && first.y < c.y1)
    if (cell !== undefined) seats.set(cell, [...(seats.get(cell) ?? []), ...block.lines.flatMap((l) => l.runs)])
  }
  return { grid, seats, runs: region.lines.flatMap((l) => l.runs) }
}

/** Tables without any line, by where their words stand. */
export const unruledTables = (runs: readonly Run[]): readonly Found[] =>
  regionsOf(linesOf(runs), startsOf(runs)).map(tableFrom).filter((t): t is Found => t !== null)
