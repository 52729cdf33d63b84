import { collapse } from '../../../kit/words.ts'
import type { OtherRow, PaperBlock, RecognisedTable } from '../../types.ts'
import type { Recogniser } from '../recogniser.ts'
import { castings } from './cast.ts'
import { gridOf, type MoneyTable } from './grid.ts'
import { distinct, wordsAt } from './headings.ts'
import { kindOf } from './kinds.ts'
import { measureRows } from './measures.ts'
import { holds } from './relation.ts'
import { periodIn } from './period.ts'
import { wholeTables, type Whole } from './pieces.ts'
import { figureTable } from './rows.ts'

/** Registered last: every table that no other recogniser took, as figures, measures, risks, reviewers or plain cells. */
export const figures: Recogniser = (content, free) => {
  const wholes = wholeTables(content, new Set<PaperBlock>(free))
  return { tables: wholes.map(tableOf), findings: [], taken: wholes.flatMap((w) => w.pieces) }
}

const titleOf = (whole: Whole): string => {
  const { corner } = whole.head
  return collapse([whole.title, whole.head.title, corner.length > 2 && corner.length < 120 ? corner : null].filter((t) => t !== null && t !== '').join(' – ')) || whole.section
}

const tableOf = (whole: Whole): RecognisedTable => {
  const title = titleOf(whole)
  const read = figureTable(whole, `${whole.title ?? ''} ${whole.head.title ?? ''} ${whole.near}`)
  const kind = kindOf(whole, read.figureColumns)
  const base = { title, period: periodIn(`${title} ${whole.section}`), columns: read.columns, source: whole.source }
  switch (kind) {
    case 'money': return withTotals({ ...base, kind, unit: read.unit, rows: read.rows })
    case 'measures': return { ...base, kind, rows: measureRows(whole) }
    case 'reviewers': return { ...base, kind, rows: reviewerRows(whole) }
    case 'risks':
    case 'other': return { ...base, kind, rows: plainRows(whole) }
  }
}

/** Totals that don't say so in their label are known by arithmetic: a last one is a total, others subtotals. */
const withTotals = (table: MoneyTable): MoneyTable => {
  const silent = new Set(castings(gridOf(table)).filter((c) => c.proven && !c.labelled && c.relations.every(holds)).map((c) => c.total))
  if (silent.size === 0) return table
  const last = table.rows.findLastIndex((r) => r.role !== 'heading')
  return { ...table, rows: table.rows.map((row, i) => (silent.has(i) && row.role === 'line' ? { ...row, role: i === last ? 'total' : 'subtotal' } : row)) }
}

const plainRows = (whole: Whole): OtherRow[] => {
  const names = distinct(whole.head.columns)
  return whole.rows.map((row) => ({ cells: Object.fromEntries(names.map((name, i) => [name, wordsAt(row, i)])), source: row[0]!.source, review: [], repaired: [] }))
}
/** Who read the report before it was published, for what, and when; blanks stay blank. */
const reviewerRows = (whole: Whole): OtherRow[] =>
  whole.pieces.flatMap((p) => p.rows).filter((row) => wordsAt(row, 0) !== '').map((row) => {
    const rest = row.map((_, i) => wordsAt(row, i)).slice(1).filter((words) => words !== '')
    const date = rest.find((words) => /\d/.test(words)) ?? ''
    return { cells: { role: wordsAt(row, 0), name: rest.find((words) => words !== date) ?? '', date: date.replace(/^date:?\s*/i, '') }, source: row[0]!.source, review: [], repaired: [] }
  })
