import { dayOf, weekdayOf, type Day, type Weekday } from '../../../kit/day.ts'
import { matchesIn } from '../../../kit/words.ts'
import type { Line } from '../pack/lines.ts'

/** A day or month as a text says it. `day` is null where the calendar has none, where only a month is said, or where the year is missing; `month` counts from 1. */
export type SaidDate = {
  readonly text: string
  readonly index: number
  readonly weekday: Weekday | null
  readonly date: number | null
  readonly month: number | null
  readonly year: number | null
  /** The digits of the year as printed: "24", "2024", "20244". */
  readonly yearDigits: string | null
  readonly day: Day | null
  /** The month's name where it is misspelt, else null. */
  readonly misspelt: string | null
}

const names = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'] as const
const short: Readonly<Record<string, number>> = { jan: 1, feb: 2, mar: 3, apr: 4, jun: 6, jul: 7, aug: 8, sep: 9, sept: 9, oct: 10, nov: 11, dec: 12 }
const weekdays: readonly Weekday[] = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** Words that look like a month but are not one. */
const innocent = new Set(['match', 'marsh', 'mar', 'arch', 'march', 'june', 'jury', 'july', 'duly', 'tune', 'dune', 'prune', 'jane', 'member', 'members', 'matched', 'octobers', 'marches', 'larch', 'starch', 'decembers', 'remember', 'mach'])

/** One letter wrong, missing, doubled or swapped with its neighbour. */
const nearly = (word: string, name: string): boolean => {
  // One slip leaves the beginning or the end as it was.
  if (Math.abs(word.length - name.length) > 1 || word === name || (word[0] !== name[0] && word.at(-1) !== name.at(-1))) return false
  let i = 0
  while (i < word.length && word[i] === name[i]) i += 1
  const [w, n] = [word.slice(i), name.slice(i)]
  return w.slice(1) === n.slice(1) || w.slice(1) === n || w === n.slice(1) || (w[0] === n[1] && w[1] === n[0] && w.slice(2) === n.slice(2))
}

const monthOf = (word: string): { month: number; misspelt: boolean } | null => {
  const lower = word.toLowerCase().replace(/\.$/, '')
  const exact = names.indexOf(lower as (typeof names)[number]) + 1 || short[lower]
  if (exact) return { month: exact, misspelt: false }
  if (lower.length < 5 || innocent.has(lower)) return null
  const near = names.findIndex((name) => name.length > 3 && nearly(lower, name)) + 1
  return near ? { month: near, misspelt: true } : null
}

const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))
const asWeekday = (word: string | undefined): Weekday | null => weekdays.find((w) => word !== undefined && w.slice(0, 3).toLowerCase() === word.slice(0, 3).toLowerCase()) ?? null

const weekday = String.raw`(?:\b(Mon|Tues?|Wednes|Wed|Thurs?|Thu|Fri|Satur|Sat|Sun)(?:day)?,?\s+(?:the\s+)?)?`
const dayMonth = new RegExp(String.raw`${weekday}\b(\d{1,2})\s?(?:st|nd|rd|th)?(?:\s+of)?\s+([A-Za-z]{3,10})\b\.?(?:,?\s+['’]?(\d{4,6}|\d{2})(?![\d/]|[-–]\d|\s?%|:\d|\.\d))?`, 'g')
const monthYear = /\b([A-Za-z]{3,10})\b\.?,?\s+(\d{4,6}|['’]\d{2}|\d{2})(?![\d/%]|:\d|[-–]\d|\.\d|\s?%)/g
const figures = /(?<![\d/.£-])(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/]|\.\d)/g

const make = (text: string, index: number, day: string | null, month: { month: number; misspelt: boolean }, word: string | null, year: string | null, named: Weekday | null): SaidDate => {
  const [date, fully] = [day === null ? null : Number(day), year === null ? null : fullYear(year)]
  return {
    text, index, weekday: named, date, month: month.month, year: fully, yearDigits: year, misspelt: month.misspelt ? word : null,
    day: date === null || fully === null || fully > 9999 ? null : dayOf(fully, month.month, date),
  }
}

const inWords = (text: string): SaidDate[] =>
  matchesIn(text, dayMonth).flatMap((m) => {
    const month = monthOf(m[3]!)
    if (!month || (month.misspelt && m[4] === undefined) || Number(m[2]) === 0) return []
    return [make(m[0].trim(), m.index, m[2]!, month, m[3]!, m[4] ?? null, asWeekday(m[1]))]
  })

const inFigures = (text: string): SaidDate[] =>
  matchesIn(text, figures).map((m) => make(m[0], m.index, m[1]!, { month: Number(m[3]), misspelt: false }, null, m[4]!, null))

const inMonths = (text: string): SaidDate[] =>
  matchesIn(text, monthYear).flatMap((m) => {
    const month = monthOf(m[1]!)
    const year = m[2]!.replace(/\D/g, '')
    return month && !(month.misspelt && year.length < 4) ? [make(m[0], m.index, null, month, m[1]!, year, null)] : []
  })

const none: readonly SaidDate[] = []
/** Every day and month that a text says, in order, each once. A rule that asks for whole lines takes `datesOn`, of the lines that `datedLines` gives. */
export const saidDates = (text: string): readonly SaidDate[] => (/\d/.test(text) ? datesIn(text) : none)

const known = new WeakMap<Line, readonly SaidDate[]>()
/** Every day and month that a line of a paper says, read once for all checks. */
export const datesOn = (line: Line): readonly SaidDate[] => {
  const before = known.get(line)
  if (before !== undefined) return before
  const said = saidDates(line.text)
  known.set(line, said)
  return said
}
const dated = new WeakMap<readonly Line[], readonly Line[]>()
/** Those of the lines that say a day or month: one in four, and found once for all checks of dates. */
export const datedLines = (lines: readonly Line[]): readonly Line[] => {
  const before = dated.get(lines)
  if (before !== undefined) return before
  const found = lines.filter((line) => datesOn(line).length > 0)
  dated.set(lines, found)
  return found
}
const datesIn = (text: string): readonly SaidDate[] => {
  const days = [...inWords(text), ...inFigures(text)].sort((a, b) => a.index - b.index)
  if (days.length === 0) return inMonths(text)
  let [next, end] = [0, 0]
  const months = inMonths(text).filter(({ index }) => {
    for (; next < days.length && days[next]!.index <= index; next += 1) end = Math.max(end, days[next]!.index + days[next]!.text.length)
    return index >= end
  })
  return [...days, ...months].sort((a, b) => a.index - b.index)
}

/** The first whole day that a text says. */
export const firstDay = (text: string): Day | null => saidDates(text).find((d) => d.day !== null)?.day ?? null
export const weekdayFits = (said: SaidDate): boolean => said.weekday === null || said.day === null || weekdayOf(said.day) === said.weekday
