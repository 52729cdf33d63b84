import { describeFinding } from '../kit/finding.ts'
import { describeSource } from '../kit/source.ts'
import { counted } from '../kit/words.ts'
import type { ActionRow, PlanRow } from '../plans/index.ts'
import type { MeasureRow, MoneyRow, OtherRow, Recognised, RecognisedTable } from './types.ts'

/** What a person reads of a recognised paper on a terminal: each table with its rows, where each stands, and what is flagged. */
export const listingOf = (recognised: Recognised, width: number): string => {
  const { paper, tables, findings } = recognised
  const pages = paper.pages === null ? '' : `, ${counted(paper.pages, 'page')}`
  return [`${paper.file} (${paper.kind}${pages})`, ...tables.flatMap((t) => ['', ...listTable(t, width)]), ...(findings.length > 0 ? ['', ...findings.map(describeFinding)] : []), '', summaryOf(recognised)].join('\n')
}

const cut = (text: string, length: number): string => (text.length <= length ? text : `${text.slice(0, Math.max(1, length - 1)).trimEnd()}…`)

/** "3 tables: 1 progress, 2 money; 210 rows, 29 asking for review." */
export const summaryOf = ({ tables, findings }: Recognised): string => {
  const kinds = new Map<string, number>()
  for (const t of tables) kinds.set(t.kind, (kinds.get(t.kind) ?? 0) + 1)
  const rows = tables.reduce((n, t) => n + t.rows.length, 0)
  const review = tables.reduce((n, t) => n + t.rows.filter((r) => r.review.length > 0).length, 0)
  if (tables.length === 0) return 'No table was recognised in it.'
  const found = findings.length > 0 ? `, ${counted(findings.length, 'finding')}` : ''
  return `${counted(tables.length, 'table')}: ${[...kinds].map(([kind, n]) => `${n} ${kind}`).join(', ')}; ${counted(rows, 'row')}, ${review} asking for review${found}.`
}

const listTable = (table: RecognisedTable, width: number): string[] => {
  const head = `${table.kind.toUpperCase()}  ${cut(table.title, width - 40)}${table.period === null ? '' : `  ${table.period}`}  ${counted(table.rows.length, 'row')}, ${describeSource(table.source)}`
  const key = table.legend && table.legend.length > 0 ? [cut(`Key: ${table.legend.map((e) => (e.name === e.meaning ? e.name : `${e.name} = ${e.meaning}`)).join('; ')}`, width)] : []
  return [head, ...key, ...rowsOf(table, width)]
}

const rowsOf = (table: RecognisedTable, width: number): string[] => {
  switch (table.kind) {
    case 'plan': case 'progress': return planLines(table.rows, width)
    case 'actions': return table.rows.flatMap((r) => flagged(r, `${place(r)}  ${cut([r.ref, r.step ?? r.action ?? r.target, r.leads?.join(', '), r.due?.words].filter(Boolean).join('  '), width - 12)}`))
    case 'measures': return table.rows.flatMap((r: MeasureRow) => flagged(r, `${place(r)}  ${cut([r.name, r.expected, r.actual, r.status].map((c) => c ?? '').join('  '), width - 12)}`))
    case 'money': return table.rows.flatMap((r: MoneyRow) => flagged(r, `${place(r)}  ${cut(`${r.label}  ${Object.values(r.figures).map((f) => f.text).join('  ')}`, width - 12)}`))
    case 'risks': case 'reviewers': case 'other': return table.rows.flatMap((r: OtherRow) => flagged(r, `${place(r)}  ${cut(Object.values(r.cells).join('  '), width - 12)}`))
  }
}

type Flagged = { readonly source: PlanRow['source']; readonly review: readonly string[]; readonly repaired: readonly string[] }
const place = ({ source }: Flagged): string => (source.cell ?? (source.line === null ? (source.page === null ? '' : `p${source.page}`) : String(source.line))).padStart(8)
const flagged = (row: Flagged | ActionRow, line: string): string[] => [line, ...row.review.map((why) => `${' '.repeat(10)}? ${why}`), ...row.repaired.map((what) => `${' '.repeat(10)}~ ${what}`)]

/** Parents once, as headings; then the status and the milestone of each row under them. */
const planLines = (rows: readonly PlanRow[], width: number): string[] => {
  const statusWidth = Math.min(24, Math.max(0, ...rows.map((r) => (r.status ?? '?').length)))
  let over: readonly string[] = []
  return rows.flatMap((row) => {
    const parents = [row.theme, row.objective, row.deliverable].map((p) => p ?? '')
    const from = parents.findIndex((p, i) => p !== over[i])
    const heads = from === -1 ? [] : parents.slice(from).flatMap((p, i) => (p === '' ? [] : [`${' '.repeat(10 + 2 * (from + i))}${cut(p, width - 12 - 2 * (from + i))}`]))
    over = parents
    const status = (row.status ?? '?').padEnd(statusWidth)
    const words = row.milestone ?? (row.deliverable !== null && row.path.at(-1)?.text === row.deliverable ? '' : '?')
    return [...heads, ...flagged(row, `${place(row)}  ${cut(`      ${status}  ${words}${row.remark ? `  (${row.remark})` : ''}`, width - 10).trimEnd()}`)]
  })
}
