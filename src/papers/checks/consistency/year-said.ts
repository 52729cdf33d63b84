import { yearOf } from '../../../kit/period.ts'
import { proseOf, type Found, type Told } from '../../facts/index.ts'
import { isYear } from '../../recognisers/figures/figure.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { nameOfTable } from '../sums/say.ts'
import { agreeUnsigned } from './cells.ts'
import { faultyIn } from './faulty.ts'
import { digitsOf, valueOf, type Value } from './lines.ts'

/** A figure in a column of a year. */
type Yearly = { readonly value: Value; readonly year: string; readonly label: string; readonly table: MoneyTable }
const headed = /\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/
const yearIn = (column: string): string | null => { const m = headed.exec(column); return m !== null && (Number(m[1]) + 1) % 100 === Number(m[2]) && (isYear(column) || column.length < 25) ? yearOf(Number(m[1])) : null }

const yearlyOf = (tables: readonly MoneyTable[]): Yearly[] => tables.flatMap((table) => table.columns.flatMap((column) => {
  const year = yearIn(column)
  return year === null ? [] : table.rows.flatMap((row): Yearly[] => { const value = valueOf(row.figures[column]); return value === null || value.kind !== '£' || digitsOf(value) < 4 ? [] : [{ value, year, label: row.label, table }] })
}))

/** "in 2027/28 at £37,250k", "£37,250k in 2027/28": an amount and the one year beside it. */
const pairsIn = ({ text, figures }: Told): { readonly amount: Found; readonly year: Found }[] => figures.flatMap((amount, i) => {
  if (amount.kind !== 'amount') return []
  const [before, after] = [figures[i - 1], figures[i + 1]]
  if (before?.kind === 'period' && /^\s(?:at|is|was|to|with|of|by)\s$/.test(text.slice(before.end, amount.start)) && /\b(?:in|of|for|during)\s$/i.test(text.slice(0, before.start))) return [{ amount, year: before }]
  return after?.kind === 'period' && /^\s(?:in|of|for|during)\s$/.test(text.slice(amount.end, after.start)) ? [{ amount, year: after }] : []
})

const find = (paper: CheckedPaper): Fault[] => {
  const cells = yearlyOf(paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money'))
  if (cells.length === 0) return []
  const isFaulty = faultyIn(paper)
  const years = new Set(cells.map((c) => c.year))
  return proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence) => pairsIn(sentence).flatMap(({ amount, year }): Fault[] => {
    const value = valueOf({ text: amount.text, value: amount.value, state: 'number', unit: amount.unit, source: passage.at(sentence.start) })
    if (value === null || digitsOf(value) < 4 || year.value === null || !years.has(year.value)) return []
    const same = cells.filter((c) => agreeUnsigned(c.value, value))
    const [cell] = same
    if (cell === undefined || same.some((c) => c.year !== cell.year) || cell.year === year.value || same.every((c) => isFaulty(c.value.figure)) || !cells.some((c) => c.table === cell.table && c.year === year.value)) return []
    const right = cell.year.replace('-', '/')
    return [{ at: passage.at(sentence.start + year.start), found: year.text, expected: right, also: [cell.value.figure.source], message: `${amount.text} is said of ${year.text}, but in ${nameOfTable(cell.table.title) || 'the table'} it is the figure of ${right} (${cell.label}). Correct the year or the amount.` }]
  })))
}

export const yearSaidCheck = defineCheck({
  code: 'same.year', title: 'An amount is said of the year that the table gives it', level: 'warning',
  about: 'An amount in a sentence that stands in a table under one year only, and is said of another, has the wrong year or was not moved when the table was.',
  right: ['Spending is highest in 2026/27 at £3,725k.\n\nTable 1: Programme\n\nScheme\t2025/26 £000\t2026/27 £000\t2027/28 £000\nBridge\t1,210\t2,250\t1,150\nDepot\t907\t1,475\t1,431\nTotal\t2,117\t3,725\t2,581'],
  wrong: ['Spending is highest in 2027/28 at £3,725k.\n\nTable 1: Programme\n\nScheme\t2025/26 £000\t2026/27 £000\t2027/28 £000\nBridge\t1,210\t2,250\t1,150\nDepot\t907\t1,475\t1,431\nTotal\t2,117\t3,725\t2,581'],
  find,
})
