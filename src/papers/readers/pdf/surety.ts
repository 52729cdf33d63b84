import type { Grid, GridCell } from './grid.ts'
import { type Line, linesOf, partsOf, startsOf } from './lines.ts'
import type { Run } from './page.ts'
import { blocksOf, isCentred, isStatus, leadingOf } from './rows.ts'

type Words = { readonly parts: readonly Line[]; readonly edges: readonly number[]; /** The baseline of the headings. */ readonly head: number; /** Null where boxes show the rows. */ readonly starts: readonly number[] | null }

const spacing = 'no lines part the rows here, and its words stand too near each other to tell surely where a row ends'
const beside = 'no lines part the rows here, and a cell that stands beside several of them can\'t be told from one that stands beside one'
const columns = 'no lines part the columns here, and its words don\'t keep to those of the headings'
const statuses = 'no lines part the rows here, and some of those read have no status or several'

/** Whether lines as near to each other as those of one cell were parted between two rows: a capital is all that tells them. */
const isTight = ({ parts, edges, head, starts }: Words): boolean => {
  const body = parts.filter((p) => p.y > head)
  return starts !== null && blocksOf(body, edges, leadingOf(parts, edges)).some(({ lines }) => lines.slice(1).some((line, i) => starts.some((s) => s > (lines[i]?.y ?? 0) && s < line.y)))
}

const band = 'a line in bold stands by itself over the first column, and may name the rows under it'
/** Whether a line in bold stands by itself in a first column that has other words. */
const hasNameInColumn = ({ parts, edges, head }: Words): boolean => {
  const lines = linesOf(parts.filter((p) => p.y > head - 0.5).flatMap((p) => p.runs)), isFirst = (l: Line): boolean => l.x1 < (edges[1] ?? 0)
  const alone = lines.filter((l, i) => isFirst(l) && l.bold && i > 0), others = parts.filter((p) => p.y > head && isFirst(p) && !p.bold)
  return alone.length > 0 && (others.length > 0 || lines.length <= 3)
}

const wordsOf = (runs: readonly Run[] | undefined): string => linesOf(runs ?? []).map((l) => l.text).join(' ')

/** Whether every row that is no band and no heading has one status, where most of them have. */
const haveStatus = (grid: Grid, seats: ReadonlyMap<GridCell, readonly Run[]>): boolean => {
  const rows = Array.from({ length: grid.rowCount }, (_, r) => grid.cells.filter((c) => c.row === r)).filter((row) => row.some((c) => wordsOf(seats.get(c)) !== ''))
  const heads = rows[0] ?? [], headWords = heads.map((c) => wordsOf(seats.get(c))).join('|'), body = rows.slice(1).filter((row) => row.every((c) => c.columns === 1) && row.map((c) => wordsOf(seats.get(c))).join('|') !== headWords)
  const counts = heads.map((h) => body.filter((row) => isStatus(wordsOf(seats.get(row.find((c) => c.column === h.column) as GridCell)))).length), most = Math.max(0, ...counts)
  return most < 2 || most === body.length
}

/** Whether a column that has words lower down has none in the first row: they may stand beside the middle or the end of several rows. */
const beginsLate = (grid: Grid, seats: ReadonlyMap<GridCell, readonly Run[]>): boolean => {
  const filled = grid.cells.filter((c) => c.row > 0 && c.columns === 1 && (seats.get(c)?.length ?? 0) > 0), first = Math.min(...filled.map((c) => c.row))
  return grid.cells.some((c) => c.row === first && c.column < grid.columnCount - 1 && !filled.includes(c) && filled.some((o) => o.column === c.column))
}

/** Why rows and columns that no line shows may be other ones: null where air, statuses and headings all say the same. */
export const unsure = (words: Words, grid: Grid, seats: ReadonlyMap<GridCell, readonly Run[]>): string | null => {
  if (words.starts !== null && isCentred(words.parts, words.edges, words.head)) return beside
  if (isTight(words)) return spacing
  if (beginsLate(grid, seats)) return beside
  if (hasNameInColumn(words)) return band
  if (grid.cells.some((c) => c.row === 0 && wordsOf(seats.get(c)) === '')) return columns
  return haveStatus(grid, seats) ? null : statuses
}

/** Whether two statuses or more stand under each other in one cell: then lines are drawn between the columns, and none between the rows. */
export const isStacked = (seats: ReadonlyMap<GridCell, readonly Run[]>): boolean => [...seats.values()].some((runs) => runs.length > 1 && linesOf(runs).filter((l) => isStatus(l.text)).length >= 2)

/** Lines that no table took, though they stand in three or more columns, or in two right above or below a table. */
export const leftInColumns = (runs: readonly Run[], all: readonly Run[], tables: readonly Grid[]): readonly Line[] => {
  const starts = startsOf(all)
  return linesOf(runs).filter((l) => { const found = partsOf(l, starts).length; return found >= 3 || (found === 2 && tables.some((t) => l.y > t.y0 - 4 * l.size && l.y < t.y1 + 4 * l.size && l.x0 > t.x0 - 4 && l.x1 < t.x1 + 40)) })
}

/** A merged cell without words beside words to its left: those it goes on from are on the page before. */
export const isCutOff = ({ cells }: Grid, seats: ReadonlyMap<GridCell, readonly Run[]>): boolean =>
  cells.some((c) => c.rows > 1 && c.row <= 1 && (seats.get(c)?.length ?? 0) === 0 && cells.some((o) => o.row === c.row && o.column < c.column && (seats.get(o)?.length ?? 0) > 0))

/** Why a table whose rows only tints show may have other rows: words that run on from one into the next, a column that begins late. */
export const unsureStripes = (grid: Grid, runs: readonly Run[], seats: ReadonlyMap<GridCell, readonly Run[]>): string | null => {
  const edges = [...new Set(grid.cells.flatMap((c) => [c.x0, c.x1]))].sort((a, b) => a - b), starts = [...new Set(grid.cells.map((c) => c.y0))].sort((a, b) => a - b)
  const parts = edges.slice(1).flatMap((to, c) => linesOf(runs.filter((r) => (r.x0 + r.x1) / 2 >= (edges[c] ?? 0) && (r.x0 + r.x1) / 2 < to))), head = Math.max(...parts.filter((p) => p.y < (starts[1] ?? 0)).map((p) => p.y))
  const words: Words = { parts, edges, head, starts }
  if (isTight(words) || beginsLate(grid, seats)) return beside
  return hasNameInColumn(words) ? band : null
}
