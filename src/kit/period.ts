import { dayOf, monthName, type Day } from './day.ts'

/** A month `2024-09`, a quarter `2024-25-Q1` or a financial year `2024-25` (April to March). Only `parsePeriod` makes one. */
export type Period = string & { readonly period: unique symbol }

/** The period of its id, or null where the id is none or its years do not follow each other ("2024-26"). */
export const parsePeriod = (text: string): Period | null => {
  const financial = /^(\d{4})-(\d{2})(-Q[1-4])?$/.exec(text)
  if (financial && (Number(financial[1]) + 1) % 100 === Number(financial[2])) return text as Period
  const month = /^\d{4}-(\d{2})$/.exec(text)
  return month && Number(month[1]) >= 1 && Number(month[1]) <= 12 ? (text as Period) : null
}

export const quarterOf = (startYear: number, quarter: 1 | 2 | 3 | 4): Period => `${yearOf(startYear)}-Q${quarter}` as Period
export const yearOf = (startYear: number): Period => `${startYear}-${String((startYear + 1) % 100).padStart(2, '0')}` as Period

export type PeriodKind = 'month' | 'quarter' | 'year'
export const periodKind = (p: Period): PeriodKind => (p.includes('Q') ? 'quarter' : isFinancialYear(p) ? 'year' : 'month')
const isFinancialYear = (p: string): boolean => /^\d{4}-\d{2}$/.test(p) && (Number(p.slice(0, 4)) + 1) % 100 === Number(p.slice(5, 7))

/** The financial year that a period belongs to: `2024-25` for `2024-25-Q1` and for `2024-09`. */
export const financialYear = (p: Period): Period => {
  if (periodKind(p) !== 'month') return p.slice(0, 7) as Period
  const [year, month] = [Number(p.slice(0, 4)), Number(p.slice(5, 7))]
  return yearOf(month >= 4 ? year : year - 1)
}

/** First and last day of a period. */
export const daysOf = (p: Period): { from: Day; to: Day } => {
  const year = Number(p.slice(0, 4))
  switch (periodKind(p)) {
    case 'year': return { from: dayOf(year, 4, 1)!, to: dayOf(year + 1, 3, 31)! }
    case 'month': return monthSpan(year, Number(p.slice(5, 7)), 1)
    case 'quarter': return monthSpan(year, 4 + 3 * (Number(p.slice(9)) - 1), 3)
  }
}
const monthSpan = (year: number, month: number, count: number): { from: Day; to: Day } => {
  const first = (m: number): Day => dayOf(year + Math.floor((m - 1) / 12), ((m - 1) % 12) + 1, 1)!
  return { from: first(month), to: lastDayBefore(first(month + count)) }
}
const lastDayBefore = (day: Day): Day => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10) as Day

/** "Quarter 1 2024/25", "2024/25" or "September 2024". */
export const printPeriod = (p: Period): string => {
  const years = `${p.slice(0, 4)}/${p.slice(5, 7)}`
  switch (periodKind(p)) {
    case 'year': return years
    case 'quarter': return `Quarter ${p.slice(9)} ${years}`
    case 'month': return `${monthName(Number(p.slice(5, 7)))} ${p.slice(0, 4)}`
  }
}
