import type { Grid } from './grid.ts'
import { type Line, linesOf, partsOf, startsOf, type Starts } from './lines.ts'
import type { Rule, Run } from './page.ts'
import { bandsOf, edgesOf, gridFrom, leastColumns } from './unruled.ts'

/** A lying line, and where the pieces it was drawn in meet: under a table's cells, at the edges of its columns. */
type Lying = { readonly at: number; readonly from: number; readonly to: number; readonly joints: readonly number[] }
const near = 3

const lyingOf = (rules: readonly Rule[]): readonly Lying[] => {
  const rows: Rule[][] = []
  for (const r of rules.toSorted((a, b) => a.at - b.at || a.from - b.from)) {
    const row = rows.find((w) => w[0] !== undefined && Math.abs(w[0].at - r.at) <= near && r.from <= Math.max(...w.map((o) => o.to)) + near)
    if (row === undefined) rows.push([r])
    else row.push(r)
  }
  return rows.map((row) => {
    const from = Math.min(...row.map((r) => r.from)), to = Math.max(...row.map((r) => r.to))
    return { at: row[0]?.at ?? 0, from, to, joints: row.map((r) => r.from).filter((x) => x > from + near).sort((a, b) => a - b) }
  })
}

const sameJoints = (a: Lying, b: Lying): boolean => a.joints.length === b.joints.length && a.joints.every((x, i) => Math.abs(x - (b.joints[i] ?? 0)) <= near)
const sameReach = (a: Lying, b: Lying): boolean => Math.abs(a.from - b.from) < 2 * near && Math.abs(a.to - b.to) < 2 * near

type Under = { readonly lines: readonly Line[]; readonly columns: Starts }
const between = ({ lines }: Under, above: number, below: number): readonly Line[] => lines.filter((l) => l.y > above && l.y < below)

/** Lines that lie over each other with nothing but columns of words between them. */
const sets = (lying: readonly Lying[], words: Under): readonly (readonly Lying[])[] => {
  const found: { lines: Lying[]; parts: Line[] }[] = []
  for (const line of lying) {
    const open = found.find((s) => { const last = s.lines.at(-1); return last !== undefined && sameReach(last, line) && sameJoints(last, line) && line.at - last.at < 300 })
    const inside = open === undefined ? [] : between(words, open.lines.at(-1)?.at ?? 0, line.at).flatMap((l) => partsOf(l, words.columns))
    if (open !== undefined && inside.length > 0 && bandsOf([...open.parts, ...inside]).length >= leastColumns) { open.lines.push(line); open.parts.push(...inside) }
    else { if (open !== undefined) found.splice(found.indexOf(open), 1, { lines: [...open.lines], parts: open.parts }); found.unshift({ lines: [line], parts: [] }) }
  }
  return found.map((s) => s.lines).filter((s) => s.length >= 3)
}

/** Tables with lines between their rows only. The headings often stand over the first line. */
export const hairlineTables = (rules: readonly Rule[], runs: readonly Run[]): readonly Grid[] => {
  const words: Under = { lines: linesOf(runs), columns: startsOf(runs) }
  return sets(lyingOf(rules), words).flatMap((set) => {
    const [first, last] = [set[0] as Lying, set.at(-1) as Lying]
    const parts = between(words, first.at, last.at).flatMap((l) => partsOf(l, words.columns))
    const above = between(words, first.at - 40, first.at).findLast((l) => partsOf(l, words.columns).length >= leastColumns)
    const edges = first.joints.length > 0 ? [first.from, ...first.joints, first.to] : edgesOf(above === undefined ? parts : [...parts, ...partsOf(above, words.columns)])
    const grid = gridFrom(edges, [...(above === undefined ? [] : [above.y0 - 2]), ...set.map((l) => l.at)])
    return grid === null || grid.columnCount < leastColumns ? [] : [grid]
  })
}
