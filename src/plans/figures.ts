import { dayOf, type Day } from '../kit/day.ts'
import { daysOf, quarterOf, yearOf } from '../kit/period.ts'
import { parseQuantity, type Quantity } from '../kit/quantity.ts'
import { canonical, monthNumber } from './wording.ts'

/** A number that a promise states: an amount of something, or how often or how fast. */
export type Amount = { readonly kind: 'number' | 'percent' | 'money' | 'days' | 'times a year'; readonly value: Quantity; readonly of: string; readonly before: string; readonly text: string }
/** A day, month, quarter or year that a promise states. `end` is its last day; null for a month or quarter without a year. `bound`: a day, month or quarter, or "by" a year, binds firmly; "in 2025/26" loosely; a year in a name not at all. */
export type Time = { readonly kind: 'time'; readonly end: Day | null; readonly order: number; readonly bound: 'firmly' | 'loosely' | null; readonly text: string }
/** A number that is a name: "phase 2", "Regulation 18", "A465", "aged 18-25". */
export type Label = { readonly kind: 'label'; readonly text: string; readonly series: string; readonly number: number | null }
export type Figures = { readonly amounts: readonly Amount[]; readonly times: readonly Time[]; readonly labels: readonly Label[] }

const month = '(january|february|march|april|may|june|july|august|september|october|november|december)'
const seasons: Readonly<Record<string, number>> = { spring: 5, summer: 8, autumn: 11, winter: 12 }
const firmBefore = /\b(by|before|until|till|due|end of|no later than)(?: (?:the|end|of|early|late|mid|start|beginning))* ?\(?$/
const looseBefore = /\b(in|during|from|on|for|since|throughout|over|early|late|mid|start|beginning|of)(?: (?:the|of|early|late|mid|start|beginning))* ?\(?$/
const frequencies: Readonly<Record<string, string>> = { daily: '365', weekly: '52', fortnightly: '26', monthly: '12', quarterly: '4', termly: '3', 'six-monthly': '2', 'bi-annual': '2', 'bi-annually': '2', annual: '1', annually: '1', yearly: '1' }
const perYear: Readonly<Record<string, number>> = { day: 365, week: 52, month: 12, year: 1 }
const daysIn: Readonly<Record<string, number>> = { hour: 0, day: 1, week: 7, month: 30, year: 365 }

const lastOfMonth = (year: number, m: number): Day => [31, 30, 29, 28].map((d) => dayOf(year, m, d)).find((d) => d !== null)!
const financialOrder = (m: number): number => ((m + 8) % 12) + 1
const amount = (kind: Amount['kind'], digits: string, m: Match, of = ''): Amount[] => {
  const value = parseQuantity(digits)
  return value === null ? [] : [{ kind, value, of, before: m.before, text: m.text }]
}
const time = (end: Day | null, order: number, m: Match, always: boolean): Time => ({ kind: 'time', end, order, bound: always || firmBefore.test(m.before) ? 'firmly' : looseBefore.test(m.before) ? 'loosely' : null, text: m.text })

type Match = { readonly groups: readonly string[]; readonly before: string; readonly after: string; readonly text: string }
type Found = Amount | Time | Label
type Pattern = { readonly at: RegExp; readonly read: (m: Match) => readonly Found[] }
const n = (text: string | undefined): number => Number(text)

/** In order: the longest way of saying it first, so that "31 March 2026" is not also a number, a month and a year. */
const patterns: readonly Pattern[] = [
  { at: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${month},? (20\\d\\d)\\b`, 'g'), read: (m) => { const d = dayOf(n(m.groups[2]), monthNumber(m.groups[1]!), n(m.groups[0])); return d === null ? [] : [time(d, 0, m, true)] } },
  { at: /\b(\d{1,2})[/.](\d{1,2})[/.](20\d\d|\d\d)\b/g, read: (m) => { const d = dayOf(n(m.groups[2]) % 2000 + 2000, n(m.groups[1]), n(m.groups[0])); return d === null ? [] : [time(d, 0, m, true)] } },
  { at: new RegExp(`\\b${month},? (20\\d\\d)\\b`, 'g'), read: (m) => [time(lastOfMonth(n(m.groups[1]), monthNumber(m.groups[0]!)), 0, m, true)] },
  { at: /\bq([1-4])(?: of)? fy(\d{4})\b/g, read: (m) => [time(daysOf(quarterOf(n(m.groups[1]), n(m.groups[0]) as 1)).to, 0, m, true)] },
  { at: /\bfy(\d{4}) q([1-4])\b/g, read: (m) => [time(daysOf(quarterOf(n(m.groups[0]), n(m.groups[1]) as 1)).to, 0, m, true)] },
  { at: /\b(spring|summer|autumn|winter)(?: of)? (20\d\d)\b/g, read: (m) => [time(lastOfMonth(n(m.groups[1]), seasons[m.groups[0]!]!), 0, m, true)] },
  { at: /\bq([1-4])\b/g, read: (m) => [time(null, n(m.groups[0]) * 3, m, true)] },
  { at: new RegExp(`\\b(?<=(?:by|in|until|end of|before|during|from) )${month}\\b`, 'g'), read: (m) => [time(null, financialOrder(monthNumber(m.groups[0]!)), m, true)] },
  { at: /\bfy(\d{4})\b/g, read: (m) => [time(daysOf(yearOf(n(m.groups[0]))).to, 0, m, false)] },
  { at: /\b(20\d\d)-(20\d\d)\b/g, read: (m) => [{ kind: 'label', text: m.text, series: 'years', number: null }] },
  { at: /\b((?:19|20)\d\d)\b(?! (?:\w+ )?(?:pupils|people|homes|children|residents|households|visits|properties|businesses))/g, read: (m) => [time(dayOf(n(m.groups[0]), 12, 31), 0, m, false)] },
  { at: /£(\d+(?:\.\d+)?)/g, read: (m) => amount('money', m.groups[0]!, m) },
  { at: /\b(\d+(?:\.\d+)?)%/g, read: (m) => amount('percent', m.groups[0]!, m, nextWord(m.after)) },
  { at: /\b(?:aged|ages?)(?: of| between| from)? (\d+)(?:(?: ?- ?| to | and )(\d+))?\b|\b(\d+)-(\d+)\b|\b\d+[- ]years?[- ]old/g, read: (m) => [{ kind: 'label', text: m.text, series: 'range', number: null }] },
  { at: /\b(phase|stage|tranche|level|year|part|regulation|reg|section|grade|band|round|wave|cohort|lot|version|tier|step|zone|block|junction|type)s? ?(\d+)\b/g, read: (m) => [{ kind: 'label', text: m.text, series: m.groups[0]!, number: n(m.groups[1]) }] },
  { at: /\b(?:[a-z]{1,2}\d{1,4}|\d+[a-z]{1,2})\b(?<!\d(?:st|nd|rd|th))/g, read: (m) => [{ kind: 'label', text: m.text, series: 'code', number: null }] },
  { at: /\bevery (?:(\d+) )?(day|week|month|year)s?\b/g, read: (m) => amount('times a year', String(perYear[m.groups[1]!]! / Math.max(1, n(m.groups[0] || '1'))).slice(0, 8), m) },
  { at: /\b(daily|weekly|fortnightly|monthly|quarterly|termly|six-monthly|bi-annual(?:ly)?|annual(?:ly)?|yearly)\b/g, read: (m) => amount('times a year', frequencies[m.groups[0]!]!, m) },
  { at: /\b(\d+)[ -](?:working |calendar |school )?(day|week|month|year)s?\b/g, read: (m) => amount('days', String(n(m.groups[0]) * daysIn[m.groups[1]!]!), m) },
  { at: /(?<![\w.])(\d+(?:\.\d+)?)(?![\w.]*\d)/g, read: (m) => amount('number', m.groups[0]!, m, nextWord(m.after)) },
]
const nextWord = (after: string): string => (/^ *(?:new |further |additional |more )?([a-z]+)/.exec(after)?.[1] ?? '').replace(/s$/, '')

/** Every number, percentage, amount of money, date, period, frequency and numbered name that a text states. */
export const figuresOf = (text: string): Figures => {
  let left = canonical(text)
  const whole = left
  const found: Found[] = []
  for (const { at, read } of patterns)
    left = left.replace(at, (all: string, ...rest: unknown[]) => {
      const place = rest.find((r) => typeof r === 'number') as number
      const groups = rest.slice(0, rest.indexOf(place)).map((g) => (typeof g === 'string' ? g : ''))
      found.push(...read({ groups, before: whole.slice(0, place), after: whole.slice(place + all.length), text: all.trim() }))
      return '#'.repeat(all.length)
    })
  const isAmount = (f: Found): f is Amount => f.kind !== 'time' && f.kind !== 'label'
  return { amounts: found.filter(isAmount), times: found.filter((f): f is Time => f.kind === 'time'), labels: found.filter((f): f is Label => f.kind === 'label') }
}
