import { around, type Box, type Run } from './page.ts'

/** Words on one baseline. */
export type Line = Box & { readonly runs: readonly Run[]; readonly y: number; readonly size: number; readonly text: string; readonly bold: boolean }

const joined = (runs: readonly Run[]): string => runs.map((run, i) => {
  const before = runs[i - 1]
  return before !== undefined && run.x0 - before.x1 > 0.12 * run.size ? ` ${run.text}` : run.text
}).join('')

export const lineOf = (runs: readonly Run[]): Line => {
  const across = runs.toSorted((a, b) => a.x0 - b.x0), longest = across.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  return { ...around(across), runs: across, y: longest.y, size: longest.size, text: joined(across), bold: across.every((r) => r.bold) }
}

/** Runs gathered to lines, from the top down. A raised or lowered letter stays in its line. */
export const linesOf = (runs: readonly Run[]): readonly Line[] => {
  const groups: Run[][] = []
  for (const run of runs.toSorted((a, b) => a.y - b.y)) {
    const group = groups.at(-1), last = group?.at(-1)
    if (group !== undefined && last !== undefined && run.y - last.y < 0.45 * Math.min(run.size, last.size)) group.push(run)
    else groups.push([run])
  }
  return groups.map(lineOf)
}

/** Places, in points from the left, where runs on three lines or more begin: columns that are set to the left begin so. */
export type Starts = { readonly has: (x: number) => boolean }
export const startsOf = (runs: readonly Run[]): Starts => {
  const counts = new Map<number, Set<number>>()
  for (const r of runs) for (const x of [Math.floor(r.x0), Math.ceil(r.x0)]) counts.set(x, (counts.get(x) ?? new Set()).add(Math.round(r.y)))
  return { has: (x) => Math.max(counts.get(Math.floor(x))?.size ?? 0, counts.get(Math.ceil(x))?.size ?? 0) >= 3 }
}

/** A gap this wide (in letter heights) parts columns; words of one sentence stand nearer. A narrower one does where a column begins. */
const columnGap = 0.7, narrowGap = 0.2

/** A line parted where the gap is wider than between words. */
export const partsOf = (line: Line, starts: Starts): readonly Line[] => {
  const parts: Run[][] = []
  for (const run of line.runs) {
    const last = parts.at(-1)?.at(-1), gap = last === undefined ? 0 : (run.x0 - last.x1) / line.size
    if (last !== undefined && gap < columnGap && !(gap >= narrowGap && starts.has(run.x0))) parts.at(-1)?.push(run)
    else parts.push([run])
  }
  return parts.map(lineOf)
}
