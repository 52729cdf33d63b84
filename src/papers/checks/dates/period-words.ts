import { matchesIn } from '../../../kit/words.ts'
/** A quarter as a text says it; `start` is the year in which the financial year begins, null where the text doesn't say. */
export type SaidQuarter = { readonly text: string; readonly quarter: number; readonly start: number | null }

const quarterWords = /\b(?:Q|Qtr\s?|Quarter\s+)([1-4])\b/gi
const quarterSpelt = /\b(first|second|third|fourth) quarter\b/gi
const spelt: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4 }
const yearSpan = /\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/
const monthNames = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/** The quarter of the financial year, April to March, that a month falls in. */
export const quarterOfMonth = (month: number): number => Math.floor(((month + 8) % 12) / 3) + 1
/** The year in which a month's financial year began. */
export const startOfYear = (year: number, month: number): number => (month >= 4 ? year : year - 1)

const monthAndYear = new RegExp(`\\b(${monthNames.join('|')})\\s+(20\\d\\d)\\b`, 'i')
const startIn = (around: string): number | null => {
  const span = yearSpan.exec(around)
  if (span && (Number(span[1]) + 1) % 100 === Number(span[2])) return Number(span[1])
  const month = monthAndYear.exec(around)
  return month ? startOfYear(Number(month[2]), monthNames.indexOf(month[1]!.toLowerCase()) + 1) : null
}

/** Every quarter that a heading or sentence names, with its year where that stands beside it. */
export const saidQuarters = (text: string): readonly SaidQuarter[] => {
  const numbered = matchesIn(text, quarterWords).map((m) => ({ index: m.index, text: m[0], quarter: Number(m[1]) }))
  const words = matchesIn(text, quarterSpelt).map((m) => ({ index: m.index, text: m[0], quarter: spelt[m[1]!.toLowerCase()]! }))
  return [...numbered, ...words].map(({ index, text: said, quarter }) => ({ text: said, quarter, start: startIn(text.slice(Math.max(0, index - 40), index + said.length + 30)) }))
}
export const printQuarter = (q: { quarter: number; start: number | null }): string =>
  q.start === null ? `Quarter ${q.quarter}` : `Quarter ${q.quarter} ${q.start}/${String((q.start + 1) % 100).padStart(2, '0')}`
