import { collapse } from '../../../kit/words.ts'
import type { PaperBlock, PaperCell, PaperTable, PaperText } from '../../types.ts'
import { columnsOf, columnsOver, repeatsHeading, type Columns } from './headings.ts'
import { isCutOff, splitRef, startsLow } from './parts.ts'
import { levelNamed } from './reading.ts'

type Row = readonly PaperCell[]
/** What stands in an action table, in order: text before it, rows over its heading, rows of actions. */
export type Event = { readonly kind: 'gap'; readonly texts: readonly PaperText[] } | { readonly kind: 'preamble'; readonly rows: readonly Row[] } | { readonly kind: 'rows'; readonly columns: Columns; readonly rows: readonly Row[]; readonly headed: boolean }
/** The whole of one action table: all its pieces under successive headings and over pages. */
export type WholeTable = { readonly columns: Columns; readonly events: readonly Event[]; readonly tables: readonly PaperTable[]; readonly start: number }

const isFurniture = (t: PaperText): boolean => /^(?:page )?\d{1,3}(?: of \d{1,3})?$/i.test(t.text)

/** Rows of a table between its headings: what each part is read by. */
const partsOf = (table: PaperTable, carried: Columns | null): Event[] => {
  const events: Event[] = []
  let [columns, body, headed]: [Columns | null, Row[], boolean] = [carried, [], false]
  const end = (before: boolean): void => {
    if (columns !== null && body.length > 0 && !(before && !headed && columns === carried && events.length === 0)) events.push(...bodyEvents(body, columns, headed))
    else if (body.length > 0) events.push({ kind: 'preamble', rows: body })
    body = []
  }
  for (let i = 0; i < table.rows.length; i += 1) {
    const heads = (found: Columns | null): Columns | null => (found !== null && (columns === null || repeatsHeading(columns, found)) ? found : null)
    const alone = columnsOf(table.rows[i]!)
    const [one, two] = [heads(alone), alone === null ? heads(columnsOver(table.rows[i]!, table.rows[i + 1])) : null]
    if (one === null && two === null) { body.push(table.rows[i]!); continue }
    end(true)
    columns = one ?? two
    headed = true
    if (one === null) i += 1
    else if (isHeadingTail(table.rows[i + 1], one)) i += 1
    if (table.rows.length === i + 1) events.push({ kind: 'rows', columns: columns!, rows: [], headed })
  }
  end(false)
  return events
}

/** The second line of a heading: "responsible" under "Person/Forums". */
const isHeadingTail = (row: Row | undefined, { roles }: Columns): boolean =>
  row !== undefined && row.some((c) => c.text !== '') && row[roles.indexOf('action')]?.text === '' && row.every((c) => c.text === '' || /^(?:responsible|accountable|officer|date|by|when|team|lead)$/i.test(c.text))

/** A row that names a section ("Recommendation 9") with what follows it up to the next action stands over actions, not among them. */
const bodyEvents = (body: readonly Row[], columns: Columns, headed: boolean): Event[] => {
  const at = columns.roles.indexOf('action')
  const due = columns.roles.indexOf('due')
  const leads = columns.roles.indexOf('leads')
  const bare = (row: Row): boolean => (row[due]?.text ?? '') === '' && !/^[\p{Lu}\d]/u.test(row[leads]?.text ?? '')
  const start = body.findIndex((row) => levelNamed(row[at]?.text ?? '') !== null && bare(row))
  if (start < 0) return [{ kind: 'rows', columns, rows: body, headed }]
  let stop = start + 1
  while (stop < body.length && bare(body[stop]!) && levelNamed(body[stop]![at]?.text ?? '') === null) stop += 1
  const before: Event[] = start > 0 ? [{ kind: 'rows', columns, rows: body.slice(0, start), headed }] : []
  const rest = body.slice(stop)
  const over: Event = stop === body.length ? { kind: 'preamble', rows: body.slice(start) } : { kind: 'rows', columns, rows: body.slice(start, stop), headed: true }
  return [...before, over, ...(rest.length > 0 ? bodyEvents(rest, columns, true) : [])]
}

const signature = ({ roles }: Columns): string => roles.filter((r) => r !== null).join(',')

/** A cell broken over lines: its first line stands before the table's row as a paragraph, with no empty line on either side. */
const withSplitCell = (above: PaperTable, gap: readonly PaperText[], table: PaperTable): PaperTable => {
  const [text, first] = [gap.length === 1 ? gap[0]! : undefined, table.rows[0]![0]!]
  const before = above.rows.at(-1)![0]!.source.line
  const adjacent = text !== undefined && before !== null && text.source.line === before + 1 && first.source.line === before + 2
  if (!adjacent || text.style === 'list' || !(startsLow(first.text) || isCutOff(text.text))) return table
  const whole = collapse(`${text.text} ${first.text}`)
  const mended: PaperCell = { ...first, text: whole, paragraphs: [{ text: whole, bullet: 0 }] }
  return { ...table, rows: [[mended, ...table.rows[0]!.slice(1)], ...table.rows.slice(1)] }
}

/** All action tables of a paper. Pieces with the same columns are one table unless much else stands between. */
export const wholeActionTables = (blocks: readonly PaperBlock[]): WholeTable[] => {
  const wholes: { columns: Columns; latest: Columns; events: Event[]; tables: PaperTable[]; start: number }[] = []
  let gap: PaperText[] = []
  let other = 0
  blocks.forEach((given, index) => {
    if (given.kind === 'text') { gap.push(given); return }
    const last = wholes.at(-1)
    const block = last === undefined ? given : withSplitCell(last.tables.at(-1)!, gap, given)
    if (block !== given) gap = []
    const texts = gap.filter((t) => !isFurniture(t))
    const near = last !== undefined && other === 0 && texts.length <= 40
    const follows = near && texts.length === 0 && block.rows[0]!.length === last.latest.headings.length
    const parts = partsOf(block, follows ? last.latest : null)
    const own = parts.flatMap((p) => (p.kind === 'rows' ? [p] : []))
    if (own.length === 0) { other += 1; gap = []; return }
    const events: Event[] = [...(texts.length > 0 ? [{ kind: 'gap' as const, texts: texts.slice(-30) }] : []), ...parts]
    if (near && signature(last.columns) === signature(own[0]!.columns)) { last.events.push(...events); last.tables.push(given); last.latest = own.at(-1)!.columns }
    else wholes.push({ columns: own[0]!.columns, latest: own.at(-1)!.columns, events, tables: [given], start: index })
    gap = []
    other = 0
  })
  return wholes.filter((w) => w.events.some((e) => e.kind === 'rows' && e.rows.length > 0))
}

/** Whether a paper numbers its actions: most rows with somebody or some date beside them begin with a reference. */
export const isNumbered = ({ events }: WholeTable): boolean => {
  const rows = events.flatMap((e) => (e.kind === 'rows' ? e.rows.map((row) => ({ row, roles: e.columns.roles })) : []))
  const acting = rows.filter(({ row, roles }) => ['leads', 'due'].some((role) => (row[roles.indexOf(role as 'due')]?.text ?? '') !== ''))
  const withRef = acting.filter(({ row, roles }) => (row[roles.indexOf('ref')]?.text ?? '') !== '' || splitRef(row[roles.indexOf('action')]?.text ?? '').ref !== null)
  return withRef.length >= 2 && withRef.length >= 0.4 * acting.length
}

/** Whether nearly all rows have as many cells as their heading. */
export const isEven = ({ events }: WholeTable): boolean => {
  const rows = events.flatMap((e) => (e.kind === 'rows' ? e.rows.map((row) => row.length === e.columns.headings.length) : []))
  return rows.filter(Boolean).length >= 0.85 * rows.length
}
