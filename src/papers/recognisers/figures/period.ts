import { parsePeriod, quarterOf, yearOf } from '../../../kit/period.ts'

/** The one period that a title names ("Quarter 1 2024/25", "2024/25"), null where it names none or several years. */
export const periodIn = (text: string): string | null => {
  const years = [...text.matchAll(/\b(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/g)].filter((m) => (Number(m[1]) + 1) % 100 === Number(m[2]))
  const starts = new Set(years.map((m) => Number(m[1])))
  if (starts.size !== 1) return null
  const [start] = [...starts] as [number]
  const quarter = /\b(?:Q|Quarter\s*)([1-4])\b/i.exec(text)
  return parsePeriod(quarter ? quarterOf(start, Number(quarter[1]) as 1 | 2 | 3 | 4) : yearOf(start))
}
