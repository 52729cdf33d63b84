import { dayOf } from '../../kit/day.ts'
import { parsePeriod, quarterOf, yearOf } from '../../kit/period.ts'
import { matchesIn } from '../../kit/words.ts'
import { decimal, readNumber } from '../recognisers/figures/figure.ts'
import type { ProseFact } from '../checks/check.ts'

export type Said = Pick<ProseFact, 'kind' | 'value' | 'unit'>

const months = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec'
const weekdays = 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday'
const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`
const words = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty'

const forms = {
  date: String.raw`(?:(?:${weekdays})\s+)?\b\d{1,2}(?:\s?(?:st|nd|rd|th))?\s+(?:of\s+)?(?:${months})\b\.?(?:,?\s+\d{2,5}\b)?|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b`,
  time: String.raw`\b\d{1,2}(?:[.:]\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|noon)(?![a-z])|\b\d{1,2}:\d{2}\b`,
  period: String.raw`\b(?:Q|Quarter\s)[1-4](?:,?\s(?:of\s)?20\d\d\s?[/–-]\s?(?:20)?\d\d\b)?(?!\d)|\b20\d\d\s?[/–-]\s?(?:20)?\d\d\b|\b(?:${months})\s+20\d\d\b`,
  amount: String.raw`[-+]?\(?[-+]?£\s?[-+]?\(?(?:${number})\)?\s?(?:billions?|millions?|thousands?|bn|mn|m|k|'?000s?)?(?![a-zA-Z])\)?`,
  percentage: String.raw`[-+]?(?:${number})\s?(?:%|per\s?cent\b|percentage points?\b)`,
  count: String.raw`(?<![\w£.,/#-])(?:${number})(?![\w/%]|[.,]\d|\s?(?:st|nd|rd|th)\b)|\b(?:${words})\b`,
} as const
const kinds = Object.keys(forms)
const anyFact = new RegExp(Object.values(forms).map((form) => `(${form})`).join('|'), 'gi')
/** All that words without a digit can say. */
const anyWord = new RegExp(String.raw`\b(?:${words})\b`, 'gi')

const monthNumber = (name: string): number => 'janfebmaraprmayjunjulaugsepoctnovdec'.indexOf(name.slice(0, 3).toLowerCase()) / 3 + 1
const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text))

const dayMonthYear = new RegExp(String.raw`(\d{1,2})\D*?\s(?:of\s+)?(${months})\.?,?\s+(\d{2}|\d{4})$`, 'i')
const dateSaid = (text: string): string | null => {
  const numeric = /(\d{1,2})[/.](\d{1,2})[/.](\d{2}|\d{4})$/.exec(text)
  if (numeric) return dayOf(fullYear(numeric[3]!), Number(numeric[2]), Number(numeric[1]))
  const m = dayMonthYear.exec(text)
  return m ? dayOf(fullYear(m[3]!), monthNumber(m[2]!), Number(m[1])) : null
}
const timeSaid = (text: string): string | null => {
  const m = /(\d{1,2})(?:[.:](\d{2}))?\s?(a|p|noon)?/i.exec(text)
  if (!m) return null
  const hour = Number(m[1]) % 12 + (/^p|noon/i.test(m[3] ?? '') ? 12 : m[3] === undefined && Number(m[1]) >= 12 ? 12 : 0)
  return hour < 24 && Number(m[2] ?? 0) < 60 ? `${String(hour).padStart(2, '0')}:${m[2] ?? '00'}` : null
}
const monthYear = new RegExp(String.raw`^(${months})\s+(20\d\d)$`, 'i')
const periodSaid = (text: string): string | null => {
  const years = /(20\d\d)\s?[/–-]\s?(?:20)?(\d\d)$/.exec(text)
  const follows = years !== null && (Number(years[1]) + 1) % 100 === Number(years[2])
  const quarter = /^(?:Q|Quarter\s)([1-4])/i.exec(text)
  if (quarter) return follows ? quarterOf(Number(years[1]), Number(quarter[1]) as 1 | 2 | 3 | 4) : null
  if (years) return follows ? yearOf(Number(years[1])) : null
  const month = monthYear.exec(text)
  return month ? parsePeriod(`${month[2]}-${String(monthNumber(month[1]!)).padStart(2, '0')}`) : null
}
const amountSaid = (text: string): Said | null => {
  // "(£2.6) million" is a minus in brackets; "(£2.6 million)" only stands in brackets.
  const minus = /^-|^\(\s?-|£\s?-|£\s?\([\d,.]+\)|^\(£\s?[\d,.]+\)\s?\w/.test(text)
  const read = readNumber(text.replace(/[-+()\s]/g, ''))
  return read === null ? null : { kind: 'amount', value: `${minus ? '-' : ''}${decimal(read.value)}`, unit: read.unit }
}
const countSaid = (text: string): string | null => {
  const word = words.split('|').indexOf(text.toLowerCase())
  if (word >= 0) return String(word + 1)
  const read = readNumber(text)
  return read === null ? null : decimal(read.value)
}

const saidBy = (kind: string, text: string): Said | null => {
  switch (kind) {
    case 'date': return { kind, value: dateSaid(text), unit: null }
    case 'time': return { kind, value: timeSaid(text), unit: null }
    case 'period': return { kind, value: periodSaid(text), unit: null }
    case 'amount': return amountSaid(text)
    case 'percentage': { const read = readNumber(text.replace(/\s?(?:per\s?cent|percentage points?)$/i, '%')); return read === null ? null : { kind, value: decimal(read.value), unit: '%' } }
    default: { const value = countSaid(text); return value === null ? null : { kind: 'count', value, unit: null } }
  }
}

/** Numbers that count nothing: of a section, page, paragraph or item. */
const pointer = /\b(?:sections?|paragraphs?|paras?|pages?|items?|appendix|annex|table|figure|part|stage|phase|level|schedule|article|regulations?|recommendations?|step|version|band|grade|key stage|ks|(?<!['’])s)\.?\s*$/i
/** The same of a number that ends a run of them: "Tables 1 to 5", "levels 4 and 6". */
const pointers = /\b(?:sections?|paragraphs?|paras?|pages?|items?|appendices|annexe?s|tables?|figures?|parts?|stages?|phases?|levels?|schedules?|articles?|steps?|bands?|grades?)\.?\s+(?:\d+[a-z]?(?:,\s?|\s(?:to|and|or|&)\s|\s?[-–]\s?))*$/i
/** Names with a number, told by their capital: "Year 9" is a class, "last year 9" are nine. */
const named = /\b(?:Years?|Days?|Periods?|Wards?|Zones?|KPIs?|Nos?|Objectives?|Priorit(?:y|ies)|Themes?|Risks?|Options?)\.?\s+(?:\d+(?:,\s?|\s(?:to|and|or|&)\s|\s?[-–]\s?))*$/
const isYearAlone = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

/** A number that counts the thing named after it, or an end of "from 400 to 500". */
const isCount = (sentence: string, at: number, text: string): boolean => {
  const [before, after] = [sentence.slice(Math.max(0, at - 20), at), sentence.slice(at + text.length, at + text.length + 12)]
  if (isYearAlone(text) || pointer.test(before) || (at === 0 && /^\d{1,3}[.)]\s/.test(sentence))) return false
  return /^\s+(?:out of\s+)?[a-z(\d]/i.test(after) || (/\b(?:from|to|by)\s+$/i.test(before) && /^[,.;)]/.test(after))
}

export type Found = Said & { readonly text: string; readonly start: number; readonly end: number }

/** The number of a paragraph or heading at its beginning: "4.2 People are ...", "3. Parks". */
const ownNumber = /^\d{1,3}(?:(?:\.\d{1,2})*[.)]?\s+[A-Z]|\.\d{1,2}\s|[.)]\s)/
/** Any plain number but a year, a pointer or the paragraph's own; "four-year" and "one of them" count nothing. */
const isFigure = (sentence: string, at: number, text: string): boolean => {
  const [before, after] = [sentence.slice(Math.max(0, at - 30), at), sentence.slice(at + text.length, at + text.length + 10)]
  if (isYearAlone(text) || pointer.test(before) || pointers.test(before) || named.test(before) || (at === 0 && ownNumber.test(sentence))) return false
  return !/^-[a-z\d]/i.test(after) && !/[a-z]-$/i.test(before) && !(/^one$/i.test(text) && /^\s+of\b/i.test(after))
}

const numbersIn = (sentence: string): Found[] => {
  const found: Found[] = []
  const figures = /\d/.test(sentence)
  for (const m of matchesIn(sentence, figures ? anyFact : anyWord)) {
    const kind = figures ? kinds.find((_, i) => m[i + 1] !== undefined)! : 'count'
    const said = saidBy(kind, m[0].trim())
    if (said !== null) found.push({ ...said, text: m[0].trim(), start: m.index, end: m.index + m[0].trimEnd().length })
  }
  return found
}
/** All facts of one sentence, left to right; and its figures: the same with every number that counts something, whatever follows it. */
export const readSentence = (sentence: string): { readonly facts: readonly Found[]; readonly figures: readonly Found[] } => {
  const all = numbersIn(sentence)
  const those = (counts: typeof isCount): Found[] => all.filter((f) => f.kind !== 'count' || counts(sentence, f.start, f.text))
  return all.length === 0 ? { facts: all, figures: all } : { facts: those(isCount), figures: those(isFigure) }
}
export const factsIn = (sentence: string): readonly Found[] => readSentence(sentence).facts
