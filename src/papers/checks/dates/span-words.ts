import { dayOf, type Day } from '../../../kit/day.ts'

/** "1 April to 31 October 2025", "July to September 2025": from the first day to the last. `whole` where both years are printed. */
export type SaidSpan = { readonly text: string; readonly index: number; readonly from: Day; readonly to: Day; readonly fromMonth: number; readonly toMonth: number; readonly year: number | null; readonly whole: boolean; readonly named: boolean }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const month = String.raw`(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?`
const weekday = String.raw`(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?`
const span = new RegExp(String.raw`(?<![\w/])${weekday}(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?${month}(?:,?\s+((?:19|20)\d\d)(?!\d))?\s*(?:to|until|till|and|[-–—])\s*(?:the end of\s+|noon on\s+)?${weekday}(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?${month}(?:,?\s+((?:19|20)\d\d)(?!\d))?`, 'g')
const lastOf = (year: number, m: number): number => [31, 30, 29, 28].find((d) => dayOf(year, m, d) !== null)!
const monthOf = (word: string): number => months.indexOf(word.slice(0, 3).toLowerCase()) + 1

/** "and" joins two ends only after "between". */
const joins = (text: string, m: RegExpExecArray): boolean => !/\sand\s/.test(m[0]) || /\bbetween\s+$/i.test(text.slice(0, m.index))

const noYear = 2001
/** The spans of days or months that a text says; those without a year are told by their months alone. */
export const saidSpans = (text: string): SaidSpan[] => {
  if (!/[a-y]\b\.?(?:,?\s+\d{4})?\s*(?:to|until|till|and|[-–—])\s/.test(text)) return []
  return [...text.matchAll(span)].filter((m) => joins(text, m)).flatMap((m) => {
    const [fromMonth, toMonth] = [monthOf(m[2]!), monthOf(m[5]!)]
    const year = m[6] === undefined ? null : Number(m[6])
    const end = year ?? noYear
    const start = m[3] === undefined ? end - (fromMonth > toMonth ? 1 : 0) : Number(m[3])
    const from = dayOf(start, fromMonth, Number(m[1] ?? 1))
    const to = dayOf(end, toMonth, m[4] === undefined ? lastOf(end, toMonth) : Number(m[4]))
    return from && to ? [{ text: m[0], index: m.index, from, to, fromMonth, toMonth, year, whole: m[3] !== undefined && m[6] !== undefined, named: m[1] !== undefined && m[4] !== undefined }] : []
  })
}

/** How many whole months lie between two days, where they begin and end with a month; else null. */
export const wholeMonths = (from: Day, to: Day): number | null => {
  const [year, m] = [Number(to.slice(0, 4)), Number(to.slice(5, 7))]
  const count = (year - Number(from.slice(0, 4))) * 12 + m - Number(from.slice(5, 7))
  if (from.endsWith('-01') && Number(to.slice(8)) === lastOf(year, m)) return count + 1
  return from.slice(8) === to.slice(8) ? count : null
}
