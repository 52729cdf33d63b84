import { collapse } from '../../../kit/words.ts'
import type { Due } from '../../../plans/index.ts'

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthWord = '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const numberOf = (word: string): number => names.indexOf(word.slice(0, 3)) + 1
const monthId = (year: number, month: number): string => `${year}-${String(month).padStart(2, '0')}`
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

/** A month as printed, its year not always said: "Sept" of "Sept - Dec 24" is that of December. */
type Named = { readonly month: number; readonly year: number | null; readonly at: number }
type Span = { readonly from: string; readonly to: string }

/** Takes what a pattern finds out of a text, so that nothing is read twice. */
const taking = (text: string, pattern: RegExp, read: (m: RegExpExecArray) => void): string => {
  if (text.search(pattern) < 0) return text
  for (const m of text.matchAll(pattern)) read(m)
  return text.replace(pattern, (all) => '#'.repeat(all.length))
}

const withYears = (found: readonly Named[]): string[] | null => {
  const sorted = [...found].sort((a, b) => a.at - b.at)
  const years: (number | null)[] = sorted.map((n) => n.year)
  for (let i = sorted.length - 2; i >= 0; i -= 1) {
    const [next, year] = [sorted[i + 1]!, years[i + 1]]
    if (years[i] === null && year !== null && year !== undefined) years[i] = sorted[i]!.month <= next.month ? year : year - 1
  }
  for (let i = 1; i < sorted.length; i += 1) {
    const [before, year] = [sorted[i - 1]!, years[i - 1]]
    if (years[i] === null && year !== null && year !== undefined) years[i] = sorted[i]!.month >= before.month ? year : year + 1
  }
  return years.some((y) => y === null) ? null : sorted.map((n, i) => monthId(years[i]!, n.month))
}

const financialYear = (start: number, end: number): Span => ({ from: monthId(start, 4), to: monthId(end, 3) })

/** Words without a figure and without a month name no time. */
const mayName = new RegExp(`\\d|${monthWord}`, 'i')
const monthDayYear = new RegExp(`\\b${monthWord}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (20\\d\\d)\\b`, 'g')
const monthYear = new RegExp(`\\b${monthWord}\\.?[ '’-]*(20\\d\\d|\\d\\d)\\b(?!/|\\d| ?(?:st|nd|rd|th))`, 'g')
const monthAlone = new RegExp(`\\b${monthWord}\\b`, 'g')

/** The first and last month that some words of a date column name; null where they name none, or a month whose year can't be said. */
export const spanOf = (words: string): Span | null => {
  const months: Named[] = []
  const spans: Span[] = []
  if (!mayName.test(words)) return null
  let text = collapse(words).toLowerCase().replace(/[‐‑–—−]/g, '-').replace(/(\d) (st|nd|rd|th)\b/g, '$1$2')
  text = taking(text, /\b(20\d\d)-(0[1-9]|1[0-2])-(\d\d)\b/g, (m) => months.push({ month: Number(m[2]), year: Number(m[1]), at: m.index }))
  text = taking(text, /\b(\d{1,2})[/.](0?[1-9]|1[0-2])[/.](20\d\d|\d\d)\b/g, (m) => months.push({ month: Number(m[2]), year: fullYear(m[3]!), at: m.index }))
  text = text.replace(/\b(?:q|quarter ?)([1-4]) ?(?:&|and|-|to|\/) ?(?=(?:q|quarter ?)[1-4],? ?(?:of )?((?:20)?\d\d ?[/-] ?(?:20)?\d\d)\b)/g, 'q$1 $2 ')
  text = taking(text, /\b(?:q|quarter ?)([1-4]),? ?(?:of )?(?:fy ?)?(20\d\d|\d\d) ?[/-] ?(?:20)?(\d\d)\b/g, (m) => spans.push(quarter(fullYear(m[2]!), Number(m[1]))))
  text = taking(text, /\b(20\d\d|\d\d) ?[/-] ?(?:20)?(\d\d),? (?:q|quarter ?)([1-4])\b/g, (m) => spans.push(quarter(fullYear(m[1]!), Number(m[3]))))
  text = taking(text, monthDayYear, (m) => months.push({ month: numberOf(m[1]!), year: Number(m[3]), at: m.index }))
  text = taking(text, monthYear, (m) => months.push({ month: numberOf(m[1]!), year: fullYear(m[2]!), at: m.index }))
  text = taking(text, monthAlone, (m) => { if (m[1] !== 'may' && m[1] !== 'mar' || /^[\s]*(?:$|[-/,#]|and\b|to\b)/.test(text.slice(m.index + m[0].length)) || /[-/]\s*$/.test(text.slice(0, m.index))) months.push({ month: numberOf(m[1]!), year: null, at: m.index }) })
  taking(text, /\b(20\d\d|\d\d) ?[/-] ?(20\d\d|\d\d)(?: ?[/-] ?(20\d\d|\d\d))?\b/g, (m) => { const span = years(m[1]!, m[3] ?? m[2]!, m[0].includes('-'), m[3] !== undefined); if (span) spans.push(span) })
  const known = withYears(months)
  if (known === null) return null
  if (known.length === 0 && spans.length === 0) return yearsAlone(text)
  const froms = known.length > 0 ? known : spans.map((s) => s.from)
  return { from: [...froms].sort()[0]!, to: [...known, ...spans.map((s) => s.to)].sort().at(-1)! }
}

const quarter = (start: number, q: number): Span => { const [year, first] = q === 4 ? [start + 1, 1] : [start, 3 * q + 1]; return { from: monthId(year, first), to: monthId(year, first + 2) } }

/** "24/25" and "2024-25" are a financial year, "24/25/26" two; "2024 - 2027" is what it says, January to December. */
const years = (first: string, last: string, dashed: boolean, three: boolean): Span | null => {
  const [a, b] = [fullYear(first), fullYear(last)]
  if (b <= a || b - a > 15) return null
  if (b - a === 1 || three) return financialYear(a, b)
  return dashed && first.length === 4 ? { from: monthId(a, 1), to: monthId(b, 12) } : null
}

/** "2025" or "end of 2025", with nothing beside it that makes it something else. */
const yearsAlone = (text: string): Span | null => {
  const m = /^(?:by |in |during )?(?:the )?(end of |end )?(20\d\d)$/.exec(text)
  return m === null ? null : { from: monthId(Number(m[2]), m[1] === undefined ? 1 : 12), to: monthId(Number(m[2]), 12) }
}

/** A date column's cell: its words, and the months where they can be said ("Sept - Dec 24"); "TBC" and "Monthly" name none. */
export const dueOf = (words: string): Due => {
  const span = spanOf(words)
  return { words: collapse(words), from: span?.from ?? null, to: openEnded.test(words) ? null : (span?.to ?? null) }
}
/** "from Sept 24", "April 24 - 27", "2025 onwards": the last month is not said. */
const openEnded = new RegExp(`\\b(?:onwards?|on-?going|thereafter|continu\\w+)\\b|^\\s*from\\b(?!.*\\b(?:to|until)\\b)|${monthWord} \\d\\d ?[-–] ?\\d\\d\\b`, 'i')

/** How many months with their year some words name: one for "1 April 2026", two for "June 2026 October 2026". */
export const datesIn = (words: string): number => (words.toLowerCase().match(new RegExp(`${monthWord}\\.?[ '’-]*(?:20\\d\\d|\\d\\d)\\b|\\b\\d{1,2}[/.]\\d{1,2}[/.]\\d\\d`, 'g')) ?? []).length
