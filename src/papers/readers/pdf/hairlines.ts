import { gridOf, type Grid } from './grid.ts'
import { type Line, linesOf, partsOf, startsOf } from './lines.ts'
import type { Rule, Run } from './page.ts'
import { bandsOf, crosses, edgesOf, isCentredBand, leastColumns, partsAt } from './unruled.ts'

const near = 3
/** Lying lines at one height, in the pieces they were drawn in: under a table's cells, pieces end at the edges of its columns. */
type Level = { readonly at: number; readonly pieces: readonly Rule[]; readonly from: number; readonly to: number }

const levelsOf = (rules: readonly Rule[]): readonly Level[] => {
  const rows: Rule[][] = []
  for (const r of rules.toSorted((a, b) => a.at - b.at)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && Math.abs(row[0].at - r.at) <= near) row.push(r)
    else rows.push([r])
  }
  return rows.map((pieces) => ({ at: pieces[0]?.at ?? 0, pieces, from: Math.min(...pieces.map((p) => p.from)), to: Math.max(...pieces.map((p) => p.to)) }))
}

/** The edges of columns that the pieces of several levels have in common. */
const jointsOf = (levels: readonly Level[]): readonly number[] => {
  const ends = levels.flatMap((l) => l.pieces.flatMap((p) => [p.from, p.to])).sort((a, b) => a - b), found: { at: number; times: number }[] = []
  for (const e of ends) {
    const last = found.at(-1)
    if (last !== undefined && e - last.at <= near) last.times += 1
    else found.push({ at: e, times: 1 })
  }
  return found.filter((f) => f.times >= Math.max(2, 0.3 * levels.length)).map((f) => f.at)
}

const fits = (piece: Rule, edges: readonly number[]): boolean => [piece.from, piece.to].every((end) => edges.some((e) => Math.abs(e - end) <= near))

type Set_ = { readonly levels: Level[]; edges: readonly number[] }
type Words = { readonly lines: readonly Line[] }
const between = ({ lines }: Words, above: number, below: number): readonly Line[] => lines.filter((l) => l.y > above && l.y < below)

/** Words across the columns, between two levels, with other words that keep to them: the name of the next table and its headings. */
const parts = (words: Words, above: Level, below: Level, edges: readonly number[]): boolean => {
  const inside = between(words, above.at, below.at).map((l) => partsAt(l, edges)), across = inside.filter((l) => l.some((p) => crosses(p, edges)))
  return across.length > 0 && across.length < inside.length
}

/** Whether a level's pieces end where the columns of the levels above it do; a merged cell leaves its part out. */
const isWithin = (level: Level, { levels, edges }: Set_): boolean =>
  level.from > (edges[0] ?? 0) - near && (Math.abs(level.to - (edges.at(-1) ?? 0)) <= near || (levels.length >= 2 && level.to < (edges.at(-1) ?? 0))) && level.pieces.every((p) => levels.length < 2 || fits(p, edges))

const setsOf = (levels: readonly Level[], words: Words): readonly Set_[] => {
  const sets: Set_[] = []
  for (const level of levels) {
    const open = sets.at(-1), last = open?.levels.at(-1)
    const edges = open === undefined ? [] : jointsOf([...open.levels, level])
    if (open !== undefined && last !== undefined && level.at - last.at < 300 && isWithin(level, open) && !parts(words, last, level, edges.length > leastColumns ? edges : open.edges)) { open.levels.push(level); if (open.levels.length <= 3) open.edges = union(open) }
    else sets.push({ levels: [level], edges: union({ levels: [level] }) })
  }
  return sets.filter((s) => s.levels.length >= 3)
}
const union = ({ levels }: { readonly levels: readonly Level[] }): readonly number[] => {
  const found: number[] = []
  for (const e of levels.flatMap((l) => l.pieces.flatMap((p) => [p.from, p.to])).sort((a, b) => a - b)) if (found.length === 0 || e - (found.at(-1) ?? 0) > near) found.push(e)
  return found
}

/** Standing lines that nobody drew: at every edge of a column, except beside words that reach over them. */
const standing = (edges: readonly number[], ys: readonly number[], words: Words): readonly Rule[] =>
  ys.slice(1).flatMap((below, i) => {
    const above = ys[i] ?? below, inside = between(words, above, below), [line] = inside
    const over = inside.flatMap((l) => partsAt(l, edges)).some((p) => crosses(p, edges)) || (inside.length === 1 && line !== undefined && isCentredBand(line, edges[0] ?? 0, edges.at(-1) ?? 0))
    return edges.filter((_, c) => c === 0 || c === edges.length - 1 || !over).map((at): Rule => ({ way: 'stands', at, from: above, to: below }))
  })

const wholeWidth = (at: number, edges: readonly number[]): Rule => ({ way: 'lies', at, from: edges[0] ?? 0, to: edges.at(-1) ?? 0 })

/** Where the last row ends: below its line where a merged cell, cut off by the page's end, goes on under it. */
const endOf = (last: Level, edges: readonly number[], words: Words): number => {
  if (last.from <= (edges[0] ?? 0) + near) return last.at
  let end = last.at
  for (const line of words.lines.filter((l) => l.y > last.at)) {
    if (line.y0 - end > 0.9 * line.size || line.x1 > last.from || partsAt(line, edges).some((p) => crosses(p, edges))) break
    end = line.y1
  }
  return end
}

/** Tables with lines between their rows only. The headings often stand over the first line; what merges rows has no line across it. */
export const hairlineTables = (rules: readonly Rule[], runs: readonly Run[]): readonly Grid[] => {
  const words: Words = { lines: linesOf(runs) }, columns = startsOf(runs)
  return setsOf(levelsOf(rules), words).flatMap((set) => {
    const [first, last] = [set.levels[0] as Level, set.levels.at(-1) as Level], inside = between(words, first.at, last.at)
    const drawn = union(set), keeping = inside.flatMap((l) => partsOf(l, columns))
    const above = between(words, first.at - 60, first.at).findLast((l) => (drawn.length > leastColumns ? partsAt(l, drawn).filter((p) => !crosses(p, drawn)) : partsOf(l, columns)).length >= leastColumns)
    const edges = drawn.length > leastColumns ? drawn : [first.from, ...edgesOf(above === undefined ? keeping : [...keeping, ...partsOf(above, columns)]).slice(1, -1), first.to]
    if (edges.length <= leastColumns || (drawn.length <= leastColumns && bandsOf(keeping).length < leastColumns)) return []
    const tops = above === undefined ? [] : [Math.min(...between(words, above.y - 2.2 * above.size, first.at).filter((l) => !partsAt(l, edges).some((p) => crosses(p, edges)) && Math.abs(l.size - above.size) < 0.6).map((l) => l.y0)) - 2]
    const end = endOf(last, edges, words), levels = end === last.at ? set.levels : [...set.levels.slice(0, -1), { ...last, at: end, pieces: [wholeWidth(end, edges)] }]
    const ys = [...tops, ...levels.map((l) => l.at)]
    const grid = gridOf([...standing(edges, ys, words), ...tops.map((y) => wholeWidth(y, edges)), ...levels.flatMap((l) => (l.pieces.length === 1 ? [wholeWidth(l.at, edges)] : l.pieces))])
    return grid === null ? [] : [grid]
  })
}
