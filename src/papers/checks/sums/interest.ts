import type { Finding } from '../../../kit/finding.ts'
import { compareQuantities, dividedBy, minus, parseQuantity, plus, quantity, times, type Quantity } from '../../../kit/quantity.ts'
import { daysBetween, dayOf } from '../../../kit/day.ts'
import type { Check, CheckedPaper } from '../check.ts'
import type { Figure, MoneyRow } from '../../types.ts'
import { decimal } from '../../recognisers/figures/figure.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { rounded } from '../../../kit/quantity.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** Days of the month that a row is named after ("Apr 24", "February 2025"); February of an unknown year has 28. Null for another label. */
const daysOfRow = (label: string): number | null => {
  const m = /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\s'’-]*(\d{4}|\d{2})?$/i.exec(label.trim())
  if (!m) return null
  const month = months.indexOf(m[1]!.toLowerCase()) + 1
  const year = m[2] === undefined ? 2023 : Number(m[2].padStart(4, '20'))
  const [first, next] = [dayOf(year, month, 1), month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)]
  return first && next ? daysBetween(first, next) : null
}

type Columns = { readonly balance: string; readonly rate: string; readonly interest: string }
const columnsOf = (table: MoneyTable): Columns | null => {
  const isRate = (c: string): boolean => table.rows.some((r) => r.figures[c]?.unit === '%' && r.figures[c].state === 'number') && /\b(?:rate|yield|return)\b/i.test(c)
  const rate = table.columns.find(isRate)
  const interest = table.columns.find((c) => c !== rate && /\binterest\b/i.test(c) && !/\brate\b/i.test(c))
  const balance = table.columns.find((c) => c !== rate && c !== interest && /\b(?:balance|average|invested|principal|borrowed|borrowing|held|investments?|loans?)\b/i.test(c))
  return rate !== undefined && interest !== undefined && balance !== undefined ? { balance, rate, interest } : null
}

const half = (q: Quantity): Quantity => ({ digits: 5n, scale: q.scale + 1 })
const interestOf = (balance: Quantity, rate: Quantity, days: number, year: number): Quantity => dividedBy(times(times(balance, rate), quantity(days)), quantity(year * 100), 8)!

type Line = { readonly row: MoneyRow; readonly balance: Figure; readonly rate: Figure; readonly interest: Figure; readonly days: number }
const value = (f: Figure): Quantity => parseQuantity(f.value!)!
/** The least and most that the printed balance and rate can have earned, on a year of 365 or 366 days or in a twelfth of it. */
const earned = ({ balance, rate, days }: Line): { least: Quantity; most: Quantity } => {
  const at = (sign: (a: Quantity, b: Quantity) => Quantity, part: number, year: number): Quantity => interestOf(sign(value(balance), half(value(balance))), sign(value(rate), half(value(rate))), part, year)
  const [least, twelfth] = [at(minus, days, 366), at(minus, 1, 12)]
  const [most, month] = [at(plus, days, 365), at(plus, 1, 12)]
  return { least: compareQuantities(least, twelfth) < 0 ? least : twelfth, most: compareQuantities(most, month) > 0 ? most : month }
}
const follows = (line: Line): boolean => {
  const { least, most } = earned(line)
  const q = value(line.interest)
  return compareQuantities(least, plus(q, half(q))) <= 0 && compareQuantities(minus(q, half(q)), most) <= 0
}

const linesOf = (table: MoneyTable, at: Columns): Line[] => table.rows.flatMap((row) => {
  const days = daysOfRow(row.label)
  const [balance, rate, interest] = [row.figures[at.balance], row.figures[at.rate], row.figures[at.interest]]
  if (days === null || balance?.state !== 'number' || rate?.state !== 'number' || interest?.state !== 'number' || balance.unit !== interest.unit) return []
  return [{ row, balance, rate, interest, days }]
})

const findingOf = (line: Line): Finding => {
  const right = rounded(interestOf(value(line.balance), value(line.rate), line.days, 365), value(line.interest).scale)
  return {
    level: 'warning', code: 'sum.interest', source: line.interest.source, expected: decimal(right), found: line.interest.text,
    message: `${line.row.label}: interest of ${line.interest.text} doesn't follow from its balance and rate: ${line.balance.text} × ${line.rate.text} × ${line.days} ÷ 365 = ${decimal(right)}. The other months do. Check the balance, the rate or the days.`,
  }
}

const find = (paper: CheckedPaper): Finding[] => paper.recognised.tables.flatMap((table) => {
  const at = table.kind === 'money' ? columnsOf(table) : null
  if (table.kind !== 'money' || at === null) return []
  const lines = linesOf(table, at)
  const good = lines.filter(follows).length
  return good >= 2 && good * 2 > lines.length ? lines.filter((l) => !follows(l)).map(findingOf) : []
})

export const interestCheck: Check = {
  code: 'sum.interest', title: 'Interest follows from balance, rate and days', level: 'warning',
  about: 'Where a table gives month by month an average balance, a rate and the interest earned or paid, the interest is worked out again (balance × rate × days ÷ 365; a 366-day year or a twelfth of a year will do as well). A month that does not follow while most do is told. A part month or a late rate could explain it, so it is a warning.',
  right: ['Month\tAverage invested £m\tAverage rate\tInterest earned £m\nApril 2025\t60.0\t5.00%\t0.247\nMay 2025\t60.0\t5.00%\t0.255\nJune 2025\t64.0\t5.00%\t0.263'],
  wrong: ['Month\tAverage invested £m\tAverage rate\tInterest earned £m\nApril 2025\t60.0\t5.00%\t0.217\nMay 2025\t60.0\t5.00%\t0.255\nJune 2025\t64.0\t5.00%\t0.263'],
  find,
}
