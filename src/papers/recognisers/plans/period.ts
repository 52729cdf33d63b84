import { basename } from 'node:path'
import { parsePeriod, quarterOf, type Period } from '../../../kit/period.ts'
import type { PaperBlock, PaperContent } from '../../types.ts'

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const span = /(?<!\d)(20\d\d)\s?[-/–_]\s?(?:20)?(\d\d)(?!\d)/g
const quarterWord = /\b(?:q|qtr\.?|quarter)\s?([1-4]|one|two|three|four)\b|\b(first|second|third|fourth|1st|2nd|3rd|4th)\s+quarter\b/i
const ordinal: Readonly<Record<string, 1 | 2 | 3 | 4>> = { '1': 1, '2': 2, '3': 3, '4': 4, one: 1, two: 2, three: 3, four: 4, first: 1, second: 2, third: 3, fourth: 4, '1st': 1, '2nd': 2, '3rd': 3, '4th': 4 }

/** The financial year of "2024/25", "2024-2025" or "2025 - 26"; years that don't follow each other ("2024-2028") are none. */
export const yearIn = (text: string): Period | null => {
  if (!text.includes('20')) return null
  for (const m of text.matchAll(span)) {
    const year = parsePeriod(`${m[1]}-${m[2]}`)
    if (year !== null && (Number(m[1]) + 1) % 100 === Number(m[2])) return year
  }
  return null
}
const quarterIn = (text: string): 1 | 2 | 3 | 4 | null => {
  const m = quarterWord.exec(text)
  return m ? (ordinal[(m[1] ?? m[2])!.toLowerCase()] ?? null) : null
}
const monthIn = (text: string): Period | null => {
  const m = /\b([a-z]{3,9})\s+(20\d\d)\b/i.exec(text)
  const month = m ? months.findIndex((name) => name === m[1]!.toLowerCase()) + 1 : 0
  return month > 0 ? parsePeriod(`${m![2]}-${String(month).padStart(2, '0')}`) : null
}

/** What one line says of a period; a quarter only with its year. */
const saidIn = (text: string): Period | null => {
  const year = yearIn(text)
  const quarter = year === null ? null : quarterIn(text)
  return year !== null && quarter !== null ? quarterOf(Number(year.slice(0, 4)), quarter) : null
}

/** Lines that count: the nearest above the table first, then the title and the file's name. */
export const periodOf = (content: PaperContent, before: readonly PaperBlock[], after: readonly string[], isProgress: boolean): string | null => {
  const lines = [...before].reverse().flatMap((b) => (b.kind === 'text' ? [b.text] : b.caption === null ? [] : [b.caption]))
  const name = basename(content.file).replace(/\.\w+$/, '').replace(/[_-]+(?=q[1-4]\b)/i, ' ')
  const all = [...after, ...lines, content.title ?? '', name]
  return isProgress ? progressPeriod(all) : planPeriod(all)
}
const progressPeriod = (lines: readonly string[]): string | null => {
  const whole = firstOf(lines, saidIn)
  if (whole !== null) return whole
  const [quarter, year] = [firstOf(lines, quarterIn), firstOf(lines, yearIn)]
  if (quarter !== null && year !== null) return quarterOf(Number(year.slice(0, 4)), quarter)
  return firstOf(lines.filter((l) => /\b(?:update|progress|performance|report|position|month)\b/i.test(l)), monthIn) ?? year
}
const planPeriod = (lines: readonly string[]): string | null =>
  firstOf(lines.filter((l) => /\b(?:plan|programme|strategy)\b/i.test(l)), yearIn) ?? firstOf(lines, yearIn)

const firstOf = <T>(lines: readonly string[], said: (line: string) => T | null): T | null => {
  for (const line of lines) { const found = said(line); if (found !== null) return found }
  return null
}
