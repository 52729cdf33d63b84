import { type Line, linesOf } from './lines.ts'

/** Lines of one column that follow each other without air. */
export type Block = { readonly column: number; readonly lines: Line[] }

const columnOf = (line: Line, edges: readonly number[]): number => {
  const middle = (line.x0 + line.x1) / 2
  return Math.max(0, edges.findLastIndex((e) => middle >= e))
}

export const blocksOf = (parts: readonly Line[], edges: readonly number[], leading: number): readonly Block[] =>
  edges.slice(1).flatMap((_, column) => {
    const blocks: Block[] = []
    for (const line of linesOf(parts.filter((p) => columnOf(p, edges) === column).flatMap((p) => p.runs))) {
      const last = blocks.at(-1)?.lines.at(-1)
      if (last !== undefined && line.y - last.y <= leading) blocks.at(-1)?.lines.push(line)
      else blocks.push({ column, lines: [line] })
    }
    return blocks
  })

/** Points by which browsers move lines to whole pixels. */
const rounding = 0.85

/** The distance between two lines of one cell: the smallest that is common, and a little more. */
export const leadingOf = (parts: readonly Line[], edges: readonly number[]): number => {
  const gaps = blocksOf(parts, edges, Infinity).flatMap(({ lines }) => lines.slice(1).map((l, i) => l.y - (lines[i]?.y ?? l.y))).filter((g) => g > 1).sort((a, b) => a - b)
  const size = parts[0]?.size ?? 10
  return Math.min(gaps[Math.floor(gaps.length * 0.1)] ?? 1.2 * size, 1.6 * size) + rounding
}

/** Words that stand alone in a cell as a status, in most councils' papers. */
const status = /^(blue|green|amber|red|grey|gray|purple|teal|black|yellow|orange|white|[bgarn]|complete[d]?|achieved|finished|on (track|target|course)|at risk|off (track|target)|behind|delayed|slipping|not (yet )?(due|started)|in progress|paused|on hold|deferred|cancelled|discontinued|dropped)\.?$/i
export const isStatus = (text: string): boolean => status.test(text.trim())
const shortest = 16

/**
 * The lines that tell rows apart, one each: the statuses; else the column of short words (dates, references) with the fewest lines, since a cell
 * of it may go on over two. The headings' line is not among them.
 */
export const anchorsOf = (parts: readonly Line[], edges: readonly number[], head: number): readonly Line[] => {
  const body = parts.filter((p) => p.y > head), columns = blocksOf(body, edges, Infinity).map((b) => b.lines)
  const statuses = columns.map((lines) => lines.filter((l) => status.test(l.text)))
  const most = statuses.reduce((best, next, i) => (next.length > (statuses[best]?.length ?? 0) ? i : best), 0)
  const known = statuses[most] ?? []
  if (known.length >= 2) {
    // A status that isn't known stands alone in its cell among those that are.
    const alone = blocksOf(body.filter((p) => columnOf(p, edges) === columnOf(known[0] as Line, edges)), edges, leadingOf(parts, edges)).flatMap((b) => (b.lines.length === 1 ? b.lines : []))
    return [...known, ...alone.filter((l) => /^\p{Lu}/u.test(l.text) && l.text.length <= shortest && known.every((k) => Math.abs(k.y - l.y) > 1))].sort((a, b) => a.y - b.y)
  }
  const short = columns.map((lines) => lines.filter((l) => /^[\p{Lu}\d]/u.test(l.text))).filter((lines) => lines.length >= 1 && lines.reduce((n, l) => n + l.text.length, 0) / lines.length <= 12 && lines.every((l) => l.text.length <= shortest))
  return short.reduce((best, next) => (best.length === 0 || next.length < best.length ? next : best), [])
}

/** Where rows begin if each is one anchor's and cells hang from their row's top; null where anchors stand in the middle of their rows. */
const hanging = (anchors: readonly Line[], parts: readonly Line[], head: number): readonly number[] | null => {
  const first = anchors[0], topmost = Math.min(...parts.filter((p) => p.y > head).map((p) => p.y))
  if (first === undefined || first.y - topmost > 0.4 * first.size) return null
  const beside = anchors.filter((a) => parts.some((p) => p !== a && Math.abs(p.y - a.y) < 0.3 * a.size && (p.x1 < a.x0 || p.x0 > a.x1)))
  return beside.length >= 0.9 * anchors.length ? anchors.map((a) => a.y0 - 1) : null
}

/** Where rows begin if anchors stand in their middle: a row reaches as far above its anchor as below it, and a wider gap shows where it ends. */
const centred = (anchors: readonly Line[], parts: readonly Line[], top: number): readonly number[] => {
  const starts = [top]
  for (let i = 0; i + 1 < anchors.length; i += 1) {
    const [above, below] = [anchors[i] as Line, anchors[i + 1] as Line], mirrored = above.y0 + above.y1 - (starts[i] ?? top)
    const between = parts.filter((p) => p.y >= above.y - 1 && p.y <= below.y + 1).toSorted((a, b) => a.y - b.y)
    let reach = above.y1, edge = mirrored, widest = 0
    for (const part of between) {
      if (part.y0 - reach > widest + 0.5) { widest = part.y0 - reach; edge = (part.y0 + reach) / 2 }
      reach = Math.max(reach, part.y1)
    }
    starts.push(widest > 0.25 * above.size ? edge : Math.max(above.y1, Math.min(below.y0, mirrored)))
  }
  return starts
}

/** Where two columns or more begin a block on one line. */
const startsTogether = (parts: readonly Line[], blocks: readonly Block[]): readonly Line[] =>
  linesOf(parts.flatMap((p) => p.runs)).filter((line) => new Set(blocks.filter((b) => b.lines[0] !== undefined && Math.abs(b.lines[0].y - line.y) < 0.4 * line.size).map((b) => b.column)).size >= 2)

/** Where rows begin, from the top down, by how their words stand; `head` is the baseline of the headings, above which there are no rows. */
export const rowStarts = (parts: readonly Line[], edges: readonly number[], head: number): readonly number[] => {
  const leading = leadingOf(parts, edges), blocks = blocksOf(parts, edges, leading), body = parts.filter((p) => p.y > head)
  const anchors = anchorsOf(parts, edges, head), top = Math.min(...body.map((p) => p.y0)) - 1
  const together = startsTogether(body, blocks.filter((b) => (b.lines[0]?.y ?? 0) > head))
  if (anchors.length >= 2) {
    const hung = hanging(anchors, parts, head)
    if (hung === null) return centred(anchors, body, top)
    const more = together.map((l) => l.y0 - 1).filter((y) => hung.every((h) => Math.abs(h - y) > 4))
    return [...hung, ...more].sort((a, b) => a - b)
  }
  const lines = linesOf(body.flatMap((p) => p.runs))
  return lines.filter((line, i) => i === 0 || together.includes(line) || together.some((t) => Math.abs(t.y - line.y) < 1) || line.y - (lines[i - 1]?.y ?? 0) > leading).map((l) => l.y0 - 1)
}

/** Whether cells stand in the middle of their rows, so that a cell merged over several rows can't be told from one that stands beside one of them. */
export const isCentred = (parts: readonly Line[], edges: readonly number[], head: number): boolean => {
  const anchors = anchorsOf(parts, edges, head)
  return anchors.length >= 2 && hanging(anchors, parts, head) === null
}
