import type { Grid, GridCell } from './grid.ts'
import { lineOf } from './lines.ts'
import { around, type Box, type Page, type Rule, type Run } from './page.ts'
import { toldTables } from './structure.ts'
import { isCentredBand } from './unruled.ts'

/** A table that the paper's structure tells: its rows on this page, the words of each cell; `columnCount` is the whole table's, over all pages. */
export type Told = { readonly rows: readonly (readonly (readonly Run[])[])[]; readonly columnCount: number; readonly opens: boolean; /** Whether its first row here began on the page before. */ readonly isSplit: boolean; readonly runs: readonly Run[] }
export type Seated = { readonly grid: Grid; readonly seats: ReadonlyMap<GridCell, readonly Run[]> }

/** More columns than this are left to where the words stand. */
const mostColumns = 14

/** The tables that the structure tells, where all their words are found on the page. */
export const toldOn = (page: Page): readonly Told[] => {
  const byContent = new Map<string, Run[]>()
  for (const r of page.runs) if (r.content !== null) { const same = byContent.get(r.content); if (same === undefined) byContent.set(r.content, [r]); else same.push(r) }
  return toldTables(page).flatMap((table): readonly Told[] => {
    const all = table.map((row) => row.map((ids) => ids.flatMap((id) => byContent.get(id) ?? [])))
    const first = all.findIndex((row) => row.some((c) => c.length > 0)), last = all.findLastIndex((row) => row.some((c) => c.length > 0))
    const columnCount = Math.max(0, ...table.map((row) => row.length)), rows = first === -1 ? [] : all.slice(first, last + 1)
    return rows.length === 0 || columnCount < 2 || columnCount > mostColumns ? [] : [{ rows, columnCount, opens: first === 0, isSplit: first > 0 && (rows[0] ?? []).some((c) => c.length === 0), runs: rows.flat(2) }]
  })
}

/** Whether a table found by its lines or its words has the told cells: one for each, in rows from the top down. */
export const agrees = ({ rows }: Told, { grid, seats }: Seated): boolean => {
  const seatOf = new Map<Run, GridCell>()
  for (const [cell, runs] of seats) for (const r of runs) seatOf.set(r, cell)
  const claimed = new Map<GridCell, readonly Run[]>()
  let above = -1
  return rows.every((cells) => {
    const seatsHere = cells.filter((c) => c.length > 0).map((c) => new Set(c.map((r) => seatOf.get(r))))
    const places = seatsHere.map((s) => [...s][0]), row = places[0]?.row
    if (row === undefined) return cells.every((c) => c.length === 0)
    const alike = seatsHere.every((s) => s.size === 1) && new Set(places).size === places.length && places.every((p) => p !== undefined && p.row === row && !claimed.has(p)) && row > above
    for (const p of places) if (p !== undefined) claimed.set(p, [])
    above = row
    const [alone] = cells.length === 1 && cells[0] !== undefined && cells[0].length > 0 && places[0] !== undefined && places[0].columns < grid.columnCount ? cells : []
    return alike && (alone === undefined || !isCentredBand(lineOf(alone), grid.x0, grid.x1))
  })
}

type Band = { readonly x0: number; readonly x1: number } | null
const widened = (band: Band, box: Box): Band => (band === null ? { x0: box.x0, x1: box.x1 } : { x0: Math.min(band.x0, box.x0), x1: Math.max(band.x1, box.x1) })

/** How well words stand in a column: within it, beginning in it, or not at all. */
const fit = (box: Box | null, band: Band): number => {
  if (box === null || band === null) return 0
  if (box.x0 >= band.x0 - 3 && box.x1 <= band.x1 + 3) return 3
  if (box.x0 >= band.x0 - 3 && box.x0 <= band.x1) return 1
  return box.x1 > band.x0 && box.x0 < band.x1 ? 0.5 : -10
}

/** The columns that a row's cells stand in, in their order; null where there is no way for them to stand. */
const placed = (boxes: readonly (Box | null)[], bands: readonly Band[]): number[] | null => {
  if (boxes.length === bands.length) return bands.map((_, c) => c)
  let best: { readonly at: number[]; readonly score: number } | null = null
  const go = (i: number, from: number, at: number[], score: number): void => {
    if (i === boxes.length) { if (best === null || score > best.score) best = { at, score }; return }
    for (let c = bands.length - (boxes.length - i); c >= from; c -= 1) { const more = fit(boxes[i] ?? null, bands[c] ?? null); if (more > -10) go(i + 1, c + 1, [...at, c], score + more) }
  }
  go(0, 0, [], 0)
  return (best as { readonly at: number[] } | null)?.at ?? null
}

type Draft = { readonly row: number; readonly column: number; rows: number; columns: number; readonly runs: readonly Run[]; readonly box: Box | null }
const boxOf = (runs: readonly Run[]): Box | null => (runs.length === 0 ? null : around(runs))

/** Bands of words that each column has; null where two columns' words stand over each other. */
const bandsOf = ({ rows, columnCount }: Told): readonly Band[] | null => {
  const bands: Band[] = Array.from({ length: columnCount }, () => null)
  for (const cells of rows.filter((r) => r.length === columnCount)) cells.forEach((runs, c) => { const box = boxOf(runs); if (box !== null) bands[c] = widened(bands[c] ?? null, box) })
  const known = bands.filter((b) => b !== null)
  return known.length * 2 >= columnCount && known.every((b, i) => i === 0 || b.x0 >= (known[i - 1]?.x1 ?? 0) - 2) ? bands : null
}

/** The columns' edges: between their words; columns without any share the room that is left. */
const edgesOf = (bands: readonly Band[]): readonly number[] => {
  const known = bands.flatMap((b, c) => (b === null ? [] : [{ ...b, c }])), left = known[0], right = known.at(-1)
  const before = (c: number): { readonly at: number; readonly c: number } => { const b = known.findLast((k) => k.c < c); return b === undefined ? { at: (left?.x0 ?? 0) - 60, c: -1 } : { at: b.x1, c: b.c } }
  const after = (c: number): { readonly at: number; readonly c: number } => { const b = known.find((k) => k.c >= c); return b === undefined ? { at: (right?.x1 ?? 0) + 60, c: bands.length } : { at: b.x0, c: b.c } }
  return Array.from({ length: bands.length + 1 }, (_, c) => {
    if (c === 0 && left?.c === 0) return left.x0 - 4
    if (c === bands.length && right?.c === c - 1) return right.x1 + 4
    const [b, a] = [before(c), after(c)]
    return a.c - b.c === 1 ? (a.at + b.at) / 2 : b.at + ((a.at - b.at) * (c - b.c - 0.5)) / (a.c - b.c - 1 || 1)
  })
}

/** Whether a cell without words goes on from the one above: its words reach down to here, or a line parts the rows beside it and not between the two. */
const goesOn = (over: Draft, from: number, to: number, rules: readonly Rule[]): boolean => {
  if (over.box === null) return false
  if (over.box.y1 > to + 2) return true
  const between = rules.filter((r) => r.way === 'lies' && r.at > from && r.at < to + 2), centre = (over.box.x0 + over.box.x1) / 2
  return between.length > 0 && !between.some((r) => r.from < centre && r.to > centre)
}

type Row = { readonly row: number; readonly cells: readonly (readonly Run[])[]; readonly isHead: boolean }
const topOf = (cells: readonly (readonly Run[])[]): number => Math.min(...cells.flat().map((r) => r.y0))

/** Cells of a row put in their columns. Printers leave cells without words out: such a place is empty, or goes on from the cell to its left or above. */
const draft = ({ row, cells, isHead }: Row, bands: readonly Band[], above: readonly Draft[], aboveTop: number, rules: readonly Rule[]): readonly Draft[] | null => {
  const at = placed(cells.map(boxOf), bands)
  if (at === null) return null
  const only = cells.length === 1 ? cells[0] : undefined, [left, right] = [bands[0]?.x0, bands.at(-1)?.x1]
  if (only !== undefined && only.length > 0 && left !== undefined && right !== undefined && isCentredBand(lineOf(only), left, right)) at[0] = 0
  const across = cells.length === 1 && at[0] === 0, top = topOf(cells), places: Draft[] = []
  for (let column = 0; column < bands.length; column += 1) {
    const runs = cells[at.indexOf(column)], beside = places[column - 1], over = above[column], band = bands[column] ?? null
    if (runs !== undefined) { places.push({ row, column, rows: 1, columns: 1, runs, box: boxOf(runs) }); continue }
    const reaches = beside?.row === row && beside.box !== null && (across || isHead || beside.box.x1 > (band?.x0 ?? Infinity) + 2)
    if (reaches) { beside.columns += 1; places.push(beside) }
    else if (over !== undefined && goesOn(over, aboveTop, top, rules)) { over.rows = row - over.row + 1; places.push(over) }
    else places.push({ row, column, rows: 1, columns: 1, runs: [], box: null })
  }
  return places
}

/** The heights that rows begin and end at; null where a row's words don't stand under those of the row above. */
const heights = (drafts: readonly Draft[], rowCount: number): readonly number[] | null => {
  const spans = Array.from({ length: rowCount }, (_, r) => {
    const here = drafts.filter((d) => d.row === r && d.box !== null), own = here.filter((d) => d.rows === 1)
    return (own.length > 0 ? own : here).length === 0 ? null : around((own.length > 0 ? own : here).map((d) => d.box as Box))
  })
  if (spans.some((s) => s === null)) return null
  const rows = spans as readonly Box[], ys: number[] = [(rows[0]?.y0 ?? 0) - 4]
  for (let r = 1; r < rows.length; r += 1) {
    const [over, own] = [rows[r - 1] as Box, rows[r] as Box]
    if (own.y0 < over.y0 - 2 || own.y1 < over.y0) return null
    ys.push(over.y1 <= own.y0 + 1 ? (over.y1 + own.y0) / 2 : own.y0 - 1)
  }
  ys.push((rows.at(-1)?.y1 ?? 0) + 4)
  return ys
}

/** Headings that come again on a later page are told as furniture: they stand right above the first row, in its columns. */
const headAgain = (page: Page, top: number, edges: readonly number[]): readonly (readonly Run[])[] | null => {
  const above = page.runs.filter((r) => r.artifact && r.y < top && r.y > top - 60), within = above.every((r) => r.x0 > (edges[0] ?? 0) - 6 && r.x1 < (edges.at(-1) ?? 0) + 60)
  const cells = edges.slice(1).map((to, c) => above.filter((r) => r.x0 + 2 >= (edges[c] ?? 0) && r.x0 + 2 < to))
  return within && cells.filter((c) => c.length > 0).length >= 3 ? cells : null
}

/** The grid of a told table and the words in its cells; null where its words don't stand as a table's do. */
export const gridTold = (page: Page, told: Told): Seated | null => {
  const bands = bandsOf(told)
  if (bands === null) return null
  const edges = edgesOf(bands), again = told.opens ? null : headAgain(page, Math.min(...told.runs.map((r) => r.y0)), edges)
  const rows = (again === null ? told.rows : [again, ...told.rows]).filter((cells) => cells.some((c) => c.length > 0))
  const drafts = new Set<Draft>()
  let above: readonly Draft[] = []
  for (const [row, cells] of rows.entries()) {
    const places = draft({ row, cells, isHead: row === 0 && (told.opens || again !== null) }, bands, above, topOf(rows[row - 1] ?? []), page.rules)
    if (places === null) return null
    for (const d of places) drafts.add(d)
    above = places
  }
  const ys = heights([...drafts], rows.length)
  if (ys === null) return null
  const cells = [...drafts].map((d): readonly [GridCell, readonly Run[]] => [{ row: d.row, column: d.column, rows: d.rows, columns: d.columns, x0: edges[d.column] ?? 0, x1: edges[d.column + d.columns] ?? 0, y0: ys[d.row] ?? 0, y1: ys[d.row + d.rows] ?? 0 }, d.runs])
  return { grid: { ...around(cells.map(([c]) => c)), rowCount: rows.length, columnCount: bands.length, cells: cells.map(([c]) => c) }, seats: new Map(cells) }
}
