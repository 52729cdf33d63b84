import type { Source } from '../../../kit/source.ts'
import { castings } from '../../recognisers/figures/cast.ts'
import { gridOf, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { saysTotal } from '../../recognisers/figures/roles.ts'
import type { RecognisedTable } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'
import { packOf } from '../pack/pack.ts'
import { nameOfTable } from '../sums/say.ts'
import { termsOf } from './terms.ts'

/** Things that a table lists one a row: what they are called, and how many there are. */
export type Listed = { readonly things: ReadonlySet<string>; readonly terms: ReadonlySet<string>; readonly count: number; /** Rows of its parts, down to each subtotal. */ readonly groups: readonly number[]; readonly table: RecognisedTable; readonly columns: string; readonly name: string; readonly source: Source; readonly part: number; readonly order: number }

/** "centre" of "centres", "priority" of "priorities". */
export const singular = (word: string): string => word.toLowerCase().replace(/ies$/, 'y').replace(/(?<=ss|x|ch|sh)es$/, '').replace(/(?<=[^s])s$/, '')
const about = /^(?:all|overall|whole|average|mean|median|grand total)\b/i
/** The word that a heading is about: "scheme" of "Name of scheme", "head" of "Budget head". */
const thingOf = (heading: string): string => (/^(?:column \d+|no\.?|ref\.?|date|name|item|total|year|period|month|quarter|number|status|owner|lead|value|type)$/i.test(heading.trim()) ? '' : singular(/([a-z]{3,})[^a-z]*$/i.exec(heading.replace(/\(.*?\)|,.*$/g, '').trim())?.[1] ?? ''))

/** What a column says of each row; empty where it is the one that names them. */
const valuesIn = (table: RecognisedTable, column: string): readonly string[] =>
  table.rows.flatMap((row): string[] => { const text = 'figures' in row ? row.figures[column]?.text : 'cells' in row ? row.cells[column] : undefined; return text === undefined || text === '' ? [] : [text] })
/** A column names what its table lists where each row has its own words in it: neither numbers of the thing nor the same thing over and over. */
const namesRows = (table: RecognisedTable, column: string): boolean => {
  const values = valuesIn(table, column)
  return new Set(values).size === values.length && (values.length === 0 || column === table.columns[0] || values.filter((v) => /^\W*\d/.test(v)).length * 2 < values.length)
}
const spans = new Set(['year', 'month', 'week', 'day', 'hour', 'minute', 'quarter'])
/** Rows that gather what is left: "Other", "Unparished area", "Not known". */
const leftOver = /^(?:others?\b|unparished|unallocated|unassigned|unknown|unspecified|not (?:known|stated|given|recorded)|rest of|remaind|remaining|misc|elsewhere|none\b|outside)/i
/** What a caption says its rows are: "Recovery actions", "Capital programme by scheme"; "Cases by kind" lists kinds. A table of plain numbers counts its things, it doesn't list them. */
const captioned = (table: RecognisedTable): string => {
  if (table.kind === 'money' && !(table.unit ?? '').startsWith('£')) return ''
  const caption = table.title.replace(/^(?:Table|Figure|Annex|Appendix|Schedule)\s+[A-Z]?\d*[A-Z]?\s*[:.–-]\s*/i, '').replace(/\s[–-]\s.*$/, '')
  const by = /^[^,:(]*?\bby (?:[a-z]+ ){0,2}?([a-z]{4,})(?:\s*\(|,|$| and\b)/i.exec(caption)?.[1]
  const first = /^((?:(?!(?:of|for|in|to|on|and|from|with)\b)[A-Za-z-]+ ){0,2}?[A-Za-z-]{3,}s)\b(?! by\b)/.exec(caption)?.[1]
  return by !== undefined ? singular(by) : first === undefined || /\bby\b/.test(caption) ? '' : singular(first.split(' ').at(-1)!)
}

const isTotal = (label: string): boolean => saysTotal(label) || about.test(label)
/** Whether a row is the sum of those from another on: in most columns, or in one whose figures are too long to agree by chance. */
const isSumOf = (table: MoneyTable, row: number, from: number): boolean => {
  const { cells, columns } = gridOf(table)
  const sums = columns.flatMap((_, c) => {
    const parts = cells.slice(from, row).map((r) => r[c] ?? null)
    const whole = cells[row]![c] ?? null
    return whole === null || whole.unit === '%' || parts.some((p) => p === null) ? [] : [{ long: parts.length > 2 && whole.figure.text.replace(/\D/g, '').length >= 4, holds: Math.abs(parts.reduce((n, p) => n + p!.amount, 0) - whole.amount) <= parts.reduce((n, p) => n + p!.slack, whole.slack) }]
  })
  const good = sums.filter((s) => s.holds)
  return (good.length >= 2 && good.length * 3 >= sums.length * 2) || good.some((s) => s.long)
}
type Group = { readonly row: number; readonly terms: ReadonlySet<string>; readonly thing: string; readonly count: number; readonly source: Source }
const groupsIn = new WeakMap<MoneyTable, readonly Group[]>()
/** The rows over each subtotal, by its label or its arithmetic, back to the one before; it may say what they are ("Earmarked reserves"). */
const groupsOf = (table: MoneyTable): readonly Group[] => {
  const known = groupsIn.get(table)
  if (known !== undefined) return known
  const cast = new Map(castings(gridOf(table)).map((c) => [c.total, c.members.length]))
  const found: Group[] = []
  let from = 0
  table.rows.forEach((row, i) => {
    const closes = cast.has(i) || row.role === 'total' || row.role === 'subtotal' || isTotal(row.label) || (i - from >= 2 && i - from <= 30 && row.role === 'line' && isSumOf(table, i, from))
    if (closes && i - from >= 2) found.push({ row: i, terms: termsOf(row.label), thing: singular(/([a-z]{4,}s)$/i.exec(row.label)?.[1] ?? ''), count: i - from, source: row.source })
    if (closes || row.role === 'heading') from = i + 1
  })
  groupsIn.set(table, found)
  return found
}
const linesOf = (table: MoneyTable): MoneyTable['rows'] => {
  const totals = new Set(groupsOf(table).map((g) => g.row))
  return table.rows.filter((r, i) => r.role === 'line' && r.label !== '' && !isTotal(r.label) && !totals.has(i))
}
/** A row of words that closes the table: "All actions". */
const closes = (row: object): boolean => {
  const first = Object.values('cells' in row ? row.cells as object : row).find((v) => typeof v === 'string' && v !== '')
  return typeof first === 'string' && /^(?:grand total|totals?|all [a-z]+)$/i.test(first)
}
const countOf = (table: RecognisedTable): number | null => {
  if (table.kind === 'reviewers' || table.rows.some((r) => r.review.length > 0)) return null
  return table.kind === 'money' ? linesOf(table).length : table.rows.filter((row) => !closes(row)).length
}

const kept = new WeakMap<CheckedPaper, readonly Listed[]>()
/** All that the tables of a paper list. Tables that follow one another under the same headings, with other things between them at most, also count together. */
export const listedIn = (paper: CheckedPaper): readonly Listed[] => {
  const known = kept.get(paper)
  if (known !== undefined) return known
  const partOf = partsOf(paper)
  const orders = new Map(paper.content.blocks.map((b, i) => [b.source, i]))
  const listed = paper.recognised.tables.flatMap((table): Listed[] => {
    const count = countOf(table)
    if (count === null || count < 2) return []
    const order = orders.get(table.source) ?? -1
    const common = { table, columns: table.columns.join('|'), name: nameOfTable(table.title), part: partOf(order), order }
    const things = new Set([...table.columns.slice(0, 3).filter((c) => namesRows(table, c)).map(thingOf), captioned(table)].filter((t) => t.length > 2 && !spans.has(t)))
    const parts = table.kind === 'money' ? groupsOf(table) : []
    // Without what is left over, and with what adds up by chance.
    const others = table.kind === 'money' ? [linesOf(table).filter((r) => !leftOver.test(r.label)).length, table.rows.filter((r) => r.role === 'line' && r.label !== '' && !isTotal(r.label)).length] : []
    const whole: Listed = { ...common, things, terms: new Set([...termsOf(table.title), ...things]), count, groups: [...parts.map((g) => g.count), ...others], source: table.source }
    return [whole, ...parts.filter((g) => g.thing !== '').map((g) => ({ ...common, things: new Set([g.thing]), terms: g.terms, count: g.count, groups: [], source: g.source }))]
  })
  kept.set(paper, listed)
  return listed
}

/** Which report of a pack, its appendices with it, a block belongs to; all of a paper with one report is one. */
export const partsOf = (paper: CheckedPaper): ((order: number) => number) => {
  const { parts, reports } = packOf(paper)
  if (reports.length <= 1) return () => 0
  const starts = parts.filter((p) => p.kind === 'report' || p.kind === 'minutes').map((p) => p.lines[0]?.block ?? 0)
  return (order) => starts.findLastIndex((start) => start <= order)
}
