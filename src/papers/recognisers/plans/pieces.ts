import type { LegendEntry, PaperBlock, PaperTable, PaperText } from '../../types.ts'
import { bandedRows } from './bands.ts'
import { isHeadingRow, isPartOf, isSameHeadings, layoutOf, type Layout, type Row } from './layout.ts'
import { isLegendHeading, legendOfTable, legendOfText } from './legend.ts'
import { isCommonStatus, isStatusLetter, statusText } from './statuses.ts'

/** A piece of a table with the words that stand between it and the piece before. */
export type Piece = { readonly table: PaperTable; readonly rows: readonly Row[]; readonly before: readonly PaperText[] }
/** A whole table: its pieces over pages and under theme headings. */
export type Whole = {
  readonly layout: Layout; readonly pieces: readonly Piece[]; readonly after: readonly PaperText[]
  readonly legend: readonly LegendEntry[]; readonly used: readonly PaperBlock[]
  /** How many of the paper's free blocks stand before it. */
  readonly start: number
}

const farApart = 60
type Found = { readonly at: number; readonly table: PaperTable; readonly layout: Layout; readonly body: readonly Row[] }

/** The plan and progress tables of a paper, each whole. */
export const wholeTables = (blocks: readonly PaperBlock[]): Whole[] => {
  const headed = blocks.flatMap((table, at): Found[] => {
    const found = table.kind === 'table' ? layoutOf(table.rows) : null
    return found === null || legendOfTable(table as PaperTable).length > 0 ? [] : [{ at, table: table as PaperTable, ...found }]
  })
  const layouts = commonLayouts(headed)
  const found = [...headed.map((f) => adopt(f, layouts)), ...unheaded(blocks, headed, layouts)].sort((a, b) => a.at - b.at)
  return gather(found, blocks).map((group) => wholeOf(group, blocks)).filter(isBelievable)
}

const commonLayouts = (headed: readonly Found[]): Layout[] => {
  const counts: { layout: Layout; n: number }[] = []
  for (const { layout } of headed) {
    const same = counts.find((c) => isSameHeadings(c.layout.headings, layout.headings))
    if (same) same.n += 1
    else if (counts.length < 50) counts.push({ layout, n: 1 })
  }
  return counts.sort((a, b) => b.n - a.n || b.layout.headings.length - a.layout.headings.length).slice(0, 8).map((c) => c.layout)
}
/** A piece whose heading row lost a cell has the columns of its fellows. */
const adopt = (found: Found, layouts: readonly Layout[]): Found => {
  const whole = layouts.find((l) => isPartOf(found.layout, l) && found.body.some((r) => r.length >= l.headings.length))
  return whole === undefined ? found : { ...found, layout: whole }
}

/** Pieces whose heading row was lost: as wide as a known layout, next to a piece of it, and with its statuses where they belong. */
const unheaded = (blocks: readonly PaperBlock[], headed: readonly Found[], layouts: readonly Layout[]): Found[] => {
  const known = new Set(headed.map((f) => f.at))
  const found: Found[] = []
  const used = new Set(headed.flatMap((f) => f.body.map((r) => (f.layout.status === null ? '' : statusText(r[f.layout.status]))).filter((t) => t !== '' && t.length <= 40)))
  let last: Found | undefined
  const byPlace = new Map(headed.map((f) => [f.at, f]))
  blocks.forEach((block, at) => {
    last = byPlace.get(at) ?? last
    if (block.kind !== 'table' || known.has(at)) return
    const layout = [...(last && at - last.at <= 8 ? [last.layout] : []), ...layouts].find((l) => fits(block.rows, l, last?.layout === l, used))
    if (layout !== undefined) found.push({ at, table: block, layout, body: block.rows })
  })
  return found
}
const fits = (rows: readonly Row[], layout: Layout, follows: boolean, used: ReadonlySet<string>): boolean => {
  const width = layout.headings.length
  if (width < 3 || layout.levels.length === 0 || rows.filter((r) => r.length === width).length * 2 < rows.length) return false
  const { status } = layout
  if (status === null) return follows && rows.every((r) => layout.levels.some((l) => (r[l]?.text ?? '').length > 12))
  const isStatus = (r: Row): boolean => { const t = statusText(r[status]); return t !== '' && (isCommonStatus(t) || isStatusLetter(t) || follows && used.has(t)) && layout.levels.some((l) => (r[l]?.text ?? '').length > 8) }
  const good = rows.filter(isStatus).length
  return good * 2 > rows.length || follows && good * 2 === rows.length
}

const signature = (layout: Layout): string => layout.roles.join(' ')
const startsReport = (block: PaperBlock): boolean => block.kind === 'text' && /^(?:title of report\b|report title\b)/i.test(block.text)
const startsAppendix = (block: PaperBlock): boolean => block.kind === 'text' && block.style !== 'list' && /^(?:appendix|annex)\b/i.test(block.text)

const gather = (found: readonly Found[], blocks: readonly PaperBlock[]): Found[][] => {
  const groups: Found[][] = []
  for (const f of found) {
    const open = groups.at(-1)
    const last = open?.at(-1)
    if (open && last && signature(last.layout) === signature(f.layout) && isOneTable(blocks.slice(last.at + 1, f.at))) open.push(f)
    else groups.push([f])
  }
  return groups
}
const isOneTable = (between: readonly PaperBlock[]): boolean =>
  between.length <= farApart && !between.some((b) => startsReport(b) || startsAppendix(b)) && between.filter((b) => b.kind === 'table' && b.rows.length > 2 && legendOfTable(b).length === 0).length <= 1

const isText = (block: PaperBlock): block is PaperText => block.kind === 'text'

const wholeOf = (group: readonly Found[], blocks: readonly PaperBlock[]): Whole => {
  const used = new Set<PaperBlock>()
  const legend: LegendEntry[] = []
  const note = (part: readonly PaperBlock[]): void => part.forEach((b) => {
    const entries = b.kind === 'table' ? legendOfTable(b) : legendOfText(b)
    if (entries.length > 0 || isLegendHeading(b)) { used.add(b); legend.push(...entries.filter((e) => !legend.some((l) => l.name === e.name))) }
  })
  let waiting: readonly PaperText[] = []
  const pieces = group.flatMap((f, i): readonly Piece[] => {
    const from = i === 0 ? Math.max(sinceTable(blocks, f.at), f.at - 12) : group[i - 1]!.at + 1
    const gap = blocks.slice(from, f.at)
    note(gap)
    used.add(f.table)
    const words = [...waiting, ...gap.filter(isText).filter((b) => !used.has(b))]
    waiting = []
    const rows = f.body.filter((r) => !isHeadingRow(r, f.layout))
    if (rows.length === 0) { waiting = words; return [] }
    const banded = bandedRows(rows), last = banded.at(-1)
    if (last?.rows.length === 0) waiting = [...(banded.length === 1 ? words : []), ...last.over]
    return banded.filter((b) => b.rows.length > 0).map(({ rows, over }, part) => ({ table: f.table, rows, before: part === 0 ? [...words, ...over] : over }))
  })
  const end = group.at(-1)!.at
  const following = blocks.slice(end + 1, end + 9)
  note(following.slice(0, 1 + following.findIndex((b) => b.kind === 'table' || startsReport(b)) || following.length))
  const stop = following.findIndex((b) => b.kind === 'table' && !used.has(b) || startsReport(b))
  const layout = group[0]!.layout
  return { layout, pieces, legend, used: [...used], after: following.slice(0, stop === -1 ? following.length : stop).filter(isText).filter((b) => !used.has(b)), start: group[0]!.at }
}
/** Words before a first piece belong to it only after the last other table that is no key. */
const sinceTable = (blocks: readonly PaperBlock[], at: number): number => {
  for (let i = at - 1; i >= Math.max(0, at - 12); i -= 1) { const b = blocks[i]!; if (b.kind === 'table' && legendOfTable(b).length === 0) return i + 1 }
  return 0
}

/** Headings alone don't make an update: half the rows or more have a status somewhere, and a plan's rows have words. */
const isBelievable = ({ layout, pieces, legend }: Whole): boolean => {
  const rows = pieces.flatMap((p) => p.rows)
  if (rows.length === 0) return false
  if (layout.status === null) return rows.some((r) => layout.levels.filter((l) => (r[l]?.text ?? '').length > 3).length >= 2)
  const keyed = new Set(legend.map((e) => e.name.toLowerCase()))
  const isStatus = (t: string): boolean => t !== '' && (isCommonStatus(t) || isStatusLetter(t) || keyed.has(t.toLowerCase()))
  const own = rows.map((r) => statusText(r[layout.status!])).filter((t) => t !== '')
  const short = own.filter((t) => t.length <= 40 && /\p{L}/u.test(t))
  const worded = rows.some((r) => layout.levels.some((l) => (r[l]?.text ?? '').split(' ').length >= 2))
  return worded && (own.some(isStatus) && own.filter(isStatus).length * 3 >= own.length || rows.filter((r) => r.some((c) => isCommonStatus(c.text))).length * 2 >= rows.length
    || short.length >= 6 && new Set(short).size * 3 <= short.length && short.length * 10 >= own.length * 8)
}
