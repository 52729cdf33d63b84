import { around, type Box, type Rule } from './page.ts'

/** A table's places: `cells` are boxes with the rows and columns they reach over; merged cells are one. */
export type GridCell = Box & { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }
export type Grid = Box & { readonly rowCount: number; readonly columnCount: number; readonly cells: readonly GridCell[] }

/** Lines nearer than this (points) are one line: a double border, or the borders of two cells side by side. */
const near = 3

const other = (way: Rule['way']): Rule['way'] => (way === 'lies' ? 'stands' : 'lies')

/** Positions brought together: each becomes the mean of its cluster. */
const snapped = (positions: readonly number[]): ((position: number) => number) => {
  const clusters: number[][] = []
  for (const p of [...new Set(positions)].sort((a, b) => a - b)) {
    const last = clusters.at(-1)
    if (last !== undefined && p - (last.at(-1) ?? 0) <= near && p - (last[0] ?? 0) <= 2 * near) last.push(p)
    else clusters.push([p])
  }
  const means = new Map(clusters.flatMap((c) => { const mean = c.reduce((a, b) => a + b, 0) / c.length; return c.map((p) => [p, mean] as const) }))
  return (p) => means.get(p) ?? p
}

/** Rules of one way with pieces of the same line put together. */
const whole = (rules: readonly Rule[], way: Rule['way']): readonly Rule[] => {
  const mine = rules.filter((r) => r.way === way), snap = snapped(mine.map((r) => r.at)), found: { way: Rule['way']; at: number; from: number; to: number }[] = []
  for (const rule of mine.map((r) => ({ ...r, at: snap(r.at) })).sort((a, b) => a.at - b.at || a.from - b.from)) {
    const last = found.at(-1)
    if (last !== undefined && last.at === rule.at && rule.from <= last.to + near) last.to = Math.max(last.to, rule.to)
    else found.push({ ...rule })
  }
  return found
}

const touch = (a: Rule, b: Rule): boolean => a.way !== b.way && a.at >= b.from - near && a.at <= b.to + near && b.at >= a.from - near && b.at <= a.to + near

/** Rules that hang together. */
const networks = (rules: readonly Rule[]): readonly (readonly Rule[])[] => {
  const left = new Set(rules), found: Rule[][] = []
  for (const rule of rules) {
    if (!left.delete(rule)) continue
    const network = [rule]
    for (const one of network) for (const next of left) if (touch(one, next)) { left.delete(next); network.push(next) }
    found.push(network)
  }
  return found
}

const boxOf = (network: readonly Rule[]): Box => around(network.map((r) => (r.way === 'lies' ? { x0: r.from, x1: r.to, y0: r.at, y1: r.at } : { x0: r.at, x1: r.at, y0: r.from, y1: r.to })))

/** Standing lines that a band or a gap cuts off from the table they stand in are the table's. */
const gathered = (all: readonly (readonly Rule[])[]): readonly (readonly Rule[])[] => {
  const tables = all.filter((n) => n.some((r) => r.way === 'lies') && n.some((r) => r.way === 'stands')).map((rules) => ({ rules: [...rules], box: boxOf(rules) })), rest: (readonly Rule[])[] = []
  for (const network of all) {
    if (network.some((r) => r.way === 'lies')) { if (!network.some((r) => r.way === 'stands')) rest.push(network); continue }
    const box = boxOf(network), table = tables.find((t) => box.x0 > t.box.x0 + near && box.x1 < t.box.x1 - near && box.y0 > t.box.y0 - near && box.y1 < t.box.y1 + near)
    if (table === undefined) rest.push(network)
    else table.rules.push(...network)
  }
  return [...tables.map((t) => t.rules), ...rest]
}

/** Where a table's lines stand, or lie. An outer line may be missing: then the table reaches as far as the lines across. */
const positions = (network: readonly Rule[], way: Rule['way']): readonly number[] => {
  const at = network.filter((r) => r.way === way).map((r) => r.at), across = network.filter((r) => r.way === other(way))
  const first = Math.min(...across.map((r) => r.from)), last = Math.max(...across.map((r) => r.to))
  const open = [...(first < Math.min(...at) - 2 * near ? [first] : []), ...(last > Math.max(...at) + 2 * near ? [last] : [])]
  const found: number[] = []
  for (const p of [...at, ...open].sort((a, b) => a - b)) if (found.length === 0 || p - (found.at(-1) ?? 0) > near) found.push(p)
  return found
}

/** A grid from where lines stand and lie; places without a line between them are one merged cell. */
export const gridOf = (network: readonly Rule[]): Grid | null => {
  const xs = positions(network, 'stands'), ys = positions(network, 'lies'), columnCount = xs.length - 1, rowCount = ys.length - 1
  if (columnCount < 1 || rowCount < 1 || columnCount * rowCount > 200_000) return null
  const parent = Array.from({ length: rowCount * columnCount }, (_, i) => i)
  const root = (i: number): number => { let r = i; while (parent[r] !== r) r = parent[r] ?? r; parent[i] = r; return r }
  const drawn = (way: Rule['way'], at: number, from: number, to: number): boolean =>
    network.reduce((sum, r) => (r.way === way && Math.abs(r.at - at) <= near ? sum + Math.max(0, Math.min(r.to, to) - Math.max(r.from, from)) : sum), 0) > 0.6 * (to - from)
  for (let r = 0; r < rowCount; r += 1) for (let c = 0; c < columnCount; c += 1) {
    const [x0, x1, y0, y1] = [xs[c], xs[c + 1], ys[r], ys[r + 1]] as [number, number, number, number]
    if (c + 1 < columnCount && !drawn('stands', x1, y0, y1)) parent[root(r * columnCount + c + 1)] = root(r * columnCount + c)
    if (r + 1 < rowCount && !drawn('lies', y1, x0, x1)) parent[root((r + 1) * columnCount + c)] = root(r * columnCount + c)
  }
  const groups = new Map<number, number[]>()
  for (let i = 0; i < parent.length; i += 1) { const r = root(i); const group = groups.get(r); if (group === undefined) groups.set(r, [i]); else group.push(i) }
  const cells = [...groups.values()].map((places): GridCell => {
    const rows = places.map((p) => Math.floor(p / columnCount)), columns = places.map((p) => p % columnCount)
    const [top, bottom, left, right] = [Math.min(...rows), Math.max(...rows), Math.min(...columns), Math.max(...columns)]
    return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1, x0: xs[left] ?? 0, x1: xs[right + 1] ?? 0, y0: ys[top] ?? 0, y1: ys[bottom + 1] ?? 0 }
  })
  return { ...around(cells), rowCount, columnCount, cells }
}

export type Ruled = {
  readonly grids: readonly Grid[]
  /** Lying lines that no standing one meets, in the pieces they were drawn in. */
  readonly loose: readonly Rule[]
}

/** The ruled tables of a page. A box with a single place in it is a frame, not a table. */
export const ruledTables = (rules: readonly Rule[]): Ruled => {
  const all = gathered(networks([...whole(rules, 'lies'), ...whole(rules, 'stands')]))
  const grids = all.filter((n) => n.some((r) => r.way === 'stands')).map(gridOf).filter((g): g is Grid => g !== null && g.cells.length > 1)
  const met = all.filter((n) => n.some((r) => r.way === 'stands')).flat().filter((r) => r.way === 'lies')
  return { grids, loose: rules.filter((r) => r.way === 'lies' && !met.some((m) => Math.abs(m.at - r.at) <= 2 * near && r.from >= m.from - near && r.to <= m.to + near)) }
}

const outline = ({ x0, y0, x1, y1 }: Box): readonly Rule[] => [
  { way: 'lies', at: y0, from: x0, to: x1 }, { way: 'lies', at: y1, from: x0, to: x1 }, { way: 'stands', at: x0, from: y0, to: y1 }, { way: 'stands', at: x1, from: y0, to: y1 },
]

/** Tables, or columns of boxes, that are drawn by their fills alone: boxes of a cell's size, side by side. */
export const filledTables = (fills: readonly Box[]): readonly Grid[] => {
  const cells = fills.filter((f) => f.x1 - f.x0 >= 6 && f.y1 - f.y0 >= 5 && f.y1 - f.y0 <= 300).flatMap(outline)
  return cells.length > 2_000 * 4 ? [] : networks([...whole(cells, 'lies'), ...whole(cells, 'stands')]).map(gridOf).filter((g): g is Grid => g !== null && g.cells.length > 1)
}
