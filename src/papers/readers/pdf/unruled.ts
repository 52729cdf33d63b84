import { gridOf, type Grid, type GridCell } from './grid.ts'
import { type Line, linesOf, partsOf, startsOf, type Starts } from './lines.ts'
import { around, type Rule, type Run } from './page.ts'
import { blocksOf, leadingOf, rowStarts } from './rows.ts'
import { unsure } from './surety.ts'
import { partAt } from './tables.ts'

type Band = { x0: number; x1: number }
export const leastColumns = 3

/** What is drawn in a table without lines of its own: where columns meet under or behind its headings, and boxes stacked in one column, a row each. */
export type Hints = { readonly joints: readonly { readonly y: number; readonly edges: readonly number[] }[]; readonly stacks: readonly { readonly x0: number; readonly x1: number; readonly ys: readonly number[] }[] }

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
export const edgesOf = (parts: readonly Line[]): readonly number[] => {
  const bands = bandsOf(parts)
  return [(bands[0]?.x0 ?? 0) - 4, ...bands.slice(1).map((b, i) => ((bands[i]?.x1 ?? b.x0) + b.x0) / 2), (bands.at(-1)?.x1 ?? 0) + 4]
}

/** Whether words reach over the edge of a column. */
export const crosses = (part: Line, edges: readonly number[]): boolean => edges.slice(1, -1).some((e) => part.x0 < e - 2 && part.x1 > e + 2)
/** Whether a line in bold stands in the middle of the whole table: it names the rows under it, whichever column lies there. */
export const isCentredBand = (line: Line, from: number, to: number): boolean => line.bold && Math.abs((line.x0 + line.x1) / 2 - (from + to) / 2) < 3
/** A line parted at known columns; words that the library joined over an edge are parted there too, but not words over several columns. */
export const partsAt = (line: Line, edges: readonly number[]): readonly Line[] => {
  const runs = line.runs.flatMap((run): readonly Run[] => {
    const over = edges.slice(1, -1).filter((e) => run.x0 < e - 2 && run.x1 > e + 2)
    return over.length === 1 && over[0] !== undefined ? partAt(run, over[0], false) : [run]
  })
  return edges.slice(1).flatMap((to, c) => linesOf(runs.filter((r) => (r.x0 + r.x1) / 2 >= (edges[c] ?? 0) && (r.x0 + r.x1) / 2 < to)))
}

type Region = { readonly lines: Line[]; parts: Line[]; readonly edges: readonly number[] | null; /** Lines across the columns that name the rows under them. */ readonly bands: Line[] }

const goesOn = (region: Region, line: Line, parts: readonly Line[]): boolean => {
  const last = region.lines.at(-1) as Line
  const heading = parts.length === 1 && (line.size > 1.15 * last.size || (line.y - last.y > 3 * line.size && line.bold))
  if (heading || line.y - last.y > 8 * line.size) return false
  if (region.edges !== null) return !parts.some((p) => crosses(p, region.edges ?? []))
  return bandsOf([...region.parts, ...parts]).length >= Math.max(leastColumns, bandsOf(region.parts).length)
}

/** Whether a line across the columns stands in a table and not over the next one's headings: as large as its words, in bold, from its left edge, and near. */
const isBand = ({ lines }: Region, line: Line, next: Line | undefined): boolean => {
  const last = lines.at(-1) as Line
  return next !== undefined && !next.bold && line.bold && line.size < 1.1 * last.size && Math.abs(line.x0 - Math.min(...lines.map((l) => l.x0))) < 4 && line.y - last.y < 3.5 * line.size
}

/** Stretches of lines that stand in the same three or more columns. A line across the columns ends the stretch. */
const regionsOf = (lines: readonly Line[], columns: Starts, hints: Hints): readonly Region[] => {
  const regions: Region[] = []
  let open = null as Region | null
  for (const [i, line] of lines.entries()) {
    const drawn: readonly number[] | null = open?.edges ?? hints.joints.find((j) => Math.abs(j.y - line.y) < 2.5 * line.size && j.edges.length > leastColumns && partsAt(line, j.edges).length >= leastColumns && !partsAt(line, j.edges).some((p) => crosses(p, j.edges)))?.edges ?? null
    const parts = drawn === null ? partsOf(line, columns) : partsAt(line, drawn)
    // The same headings again begin another table.
    if (open !== null && line.text === open.lines[0]?.text) open = null
    if (open !== null && parts.length === 1 && line.y - (open.lines.at(-1)?.y ?? 0) > 1.45 * line.size && isBand(open, line, lines[i + 1])) { open.lines.push(line); open.bands.push(line); continue }
    if (open !== null && goesOn(open, line, parts)) { open.lines.push(line); open.parts.push(...parts); continue }
    if (open !== null && parts.length === 1 && isBand(open, line, lines[i + 1])) { open.lines.push(line); open.bands.push(line); continue }
    open = null
    const own = partsOf(line, columns)
    if ((drawn === null ? own : parts).length >= leastColumns) { open = { lines: [line], parts: [...(drawn === null ? own : parts)], edges: drawn, bands: [] }; regions.push(open) }
  }
  return regions.filter((r) => r.lines.length - r.bands.length >= 2)
}

const rule = (way: Rule['way'], at: number, from: number, to: number): Rule => ({ way, at, from, to })
/** A grid of columns and rows; a row that holds a band is one cell. */
export const gridFrom = (xs: readonly number[], ys: readonly number[], bands: readonly Line[] = []): Grid | null => {
  const [left, right] = [xs[0] ?? 0, xs.at(-1) ?? 0]
  const standing = ys.slice(1).flatMap((below, i) => {
    const above = ys[i] ?? below, isBand = bands.some((b) => b.y > above && b.y < below)
    return xs.filter((x) => !isBand || x === left || x === right).map((x) => rule('stands', x, above, below))
  })
  return gridOf([...standing, ...ys.map((y) => rule('lies', y, left, right))])
}

/** Where rows begin between the bands, and the bands themselves. */
export const startsBetween = (parts: readonly Line[], edges: readonly number[], head: number, bands: readonly Line[]): readonly number[] => {
  const cuts = [-Infinity, ...bands.map((b) => b.y), Infinity]
  const sections = cuts.slice(1).map((to, i) => parts.filter((p) => p.y > Math.max(cuts[i] ?? -Infinity, head) && p.y < to))
  return [...bands.map((b) => b.y0 - 1), ...sections.flatMap((section) => (section.length === 0 ? [] : rowStarts(section, edges, -Infinity)))].sort((a, b) => a - b)
}

export type Found = { readonly grid: Grid; readonly seats: ReadonlyMap<GridCell, readonly Run[]>; readonly runs: readonly Run[]; readonly doubt: string | null }

/** The baseline of the headings: the first line, and those that follow it as close as lines of one cell. */
const headOf = (region: Region, edges: readonly number[]): number => {
  const leading = leadingOf(region.parts, edges), [first] = region.lines
  let head = first?.y ?? 0
  for (const line of region.lines) if (line.y > head && line.y - head <= leading && line.bold && (first?.bold ?? false)) head = line.y
  return head
}

/** Whether words of one line stand apart in one column: lines set to both edges, or two columns taken for one. */
const isWide = ({ lines, edges }: Region, columns: readonly number[]): boolean => {
  const columnOf = (p: Line): number => columns.findLastIndex((e) => (p.x0 + p.x1) / 2 >= e), none: Starts = { has: () => false }
  const torn = lines.filter((l) => { const at = partsOf(l, none).map(columnOf); return new Set(at).size < at.length })
  return edges === null && torn.length > 2 && torn.length > 0.05 * lines.length
}

/** Why columns that no line shows may be read wrongly. */
const doubtOf = (region: Region, edges: readonly number[]): string | null => {
  return isWide(region, edges) ? 'no lines part the columns here, and its words stand too far apart to tell them surely' : null
}

/** The boxes stacked in one column of a region, those apart from each other (a band stands between them) together. */
const stackIn = ({ lines }: Region, { stacks }: Hints): Hints['stacks'][number] | undefined => {
  const box = around(lines), inside = stacks.filter((s) => s.x0 > box.x0 && s.x1 < box.x1 + 60 && (s.ys[0] ?? 0) > box.y0 - 4 && (s.ys.at(-1) ?? 0) < box.y1 + 40)
  const most = inside.reduce<Hints['stacks'][number] | undefined>((best, s) => (best === undefined || s.ys.length > best.ys.length ? s : best), undefined)
  if (most === undefined) return undefined
  const ys = [...new Set(inside.filter((s) => Math.abs(s.x0 - most.x0) < 3 && Math.abs(s.x1 - most.x1) < 3).flatMap((s) => s.ys))].sort((a, b) => a - b)
  return ys.length >= 3 ? { ...most, ys: ys.filter((y, i) => i === 0 || y - (ys[i - 1] ?? 0) > 3) } : undefined
}

/** A table from a region: a cell's lines belong where its first line stands, even where they run on beside the next rows. */
const tableFrom = (region: Region, hints: Hints): Found | null => {
  const edges = region.edges ?? edgesOf(region.parts), box = around(region.lines), head = headOf(region, edges)
  const stack = stackIn(region, hints), ys = stack?.ys.filter((y) => y > head) ?? []
  const starts = stack === undefined ? [box.y0 - 1, ...startsBetween(region.parts, edges, head, region.bands)] : [box.y0 - 1, ...[...ys.slice(0, -1), ...region.bands.map((b) => b.y0 - 2)].sort((a, b) => a - b)]
  const columns = stack === undefined ? edges : withStack(edges, stack, region.parts)
  const grid = gridFrom(columns, [...starts, Math.max(box.y1 + 2, stack?.ys.at(-1) ?? 0)], region.bands)
  if (grid === null) return null
  const seats = withBands(grid, hung(grid, region.parts, columns, stack === undefined ? starts : null), region.bands)
  return { grid, seats, runs: region.lines.flatMap((l) => l.runs), doubt: doubtOf(region, edges) ?? unsure({ parts: region.parts, edges, head, starts: stack === undefined ? starts : null }, grid, seats) }
}

/** A table whose lines part its columns and not its rows, read by where its words stand. */
export const rowsByWords = (drawn: Grid, runs: readonly Run[]): Found | null => {
  const edges = [...new Set(drawn.cells.flatMap((c) => [c.x0, c.x1]))].sort((a, b) => a - b), lines = linesOf(runs)
  const bands = lines.filter((l, i) => i > 0 && (partsAt(l, edges).some((p) => crosses(p, edges)) || (l.bold && (partsAt(l, edges).length === 1) && l.x1 < (edges[1] ?? 0) + 4 && !(lines[i + 1]?.bold ?? true)) || (l.runs.length === 1 && isCentredBand(l, drawn.x0, drawn.x1))))
  const parts = lines.filter((l) => !bands.includes(l)).flatMap((l) => partsAt(l, edges))
  if (edges.length <= 2 || lines.length < 2) return null
  const found = tableFrom({ lines: [...lines], parts, edges, bands }, { joints: [], stacks: [] })
  return found === null ? null : { ...found, doubt: found.doubt ?? 'lines part the columns here, and none the rows' }
}

/** Words seated where their block begins, even where it runs on beside the next rows; `starts` null where every row is as high as its words. */
export const hung = (grid: Grid, parts: readonly Line[], columns: readonly number[], starts: readonly number[] | null): ReadonlyMap<GridCell, readonly Run[]> => {
  const leading = leadingOf(parts, columns), seats = new Map<GridCell, readonly Run[]>(grid.cells.map((c) => [c, []]))
  for (const block of blocksOf(parts, columns, leading)) {
    let at = block.lines[0]?.y ?? 0
    for (const line of block.lines) {
      // A capital on the first line of a row begins that row's own words; other lines go on with the cell above.
      if (starts === null || (starts.some((s) => line.y0 - 1 >= s - 2 && line.y0 - 1 < s + 0.5 * line.size) && /^[\p{Lu}\d"'‘“(£]/u.test(line.text))) at = line.y
      const cell = grid.cells.find((c) => block.column >= c.column && block.column < c.column + c.columns && at >= c.y0 && at < c.y1)
      if (cell !== undefined) seats.set(cell, [...(seats.get(cell) ?? []), ...line.runs])
    }
  }
  return seats
}

export const withBands = (grid: Grid, seats: ReadonlyMap<GridCell, readonly Run[]>, bands: readonly Line[]): ReadonlyMap<GridCell, readonly Run[]> =>
  new Map([...seats, ...bands.flatMap((b) => { const cell = grid.cells.find((c) => b.y > c.y0 && b.y < c.y1); return cell === undefined ? [] : [[cell, b.runs] as const] })])

/** Columns with one more where boxes without words are stacked between two of them; an edge that only air parts from the boxes is theirs. */
const withStack = (edges: readonly number[], { x0, x1 }: { readonly x0: number; readonly x1: number }, parts: readonly Line[]): readonly number[] => {
  const empty = (from: number, to: number): boolean => !parts.some((p) => (p.x0 + p.x1) / 2 > from && (p.x0 + p.x1) / 2 < to)
  const kept = edges.filter((e) => (e <= x0 ? !empty(e, x0) && x0 - e > 8 : e >= x1 ? !empty(x1, e) && e - x1 > 8 : false))
  return [...kept, x0, x1].sort((a, b) => a - b)
}

/** Tables without any line, by where their words stand. */
export const unruledTables = (runs: readonly Run[], hints: Hints): readonly Found[] =>
  regionsOf(linesOf(runs), startsOf(runs), hints).map((r) => tableFrom(r, hints)).filter((t): t is Found => t !== null)
