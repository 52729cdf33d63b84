import { daysBetween, printDay, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { datedLines, saidDates } from './said.ts'
import { saidSpans, wholeMonths } from './span-words.ts'

export const endsFirst: Check = defineCheck({
  code: 'dates.ends-first', title: 'Spans of days that end before they begin', level: 'error',
  about: 'A span from one day to another must end after it begins: "from 13 October 2025 to 7 October 2025" is a slip. Correct the day, the month or the year that was not changed.',
  right: ['The survey ran from 13 October 2025 to 7 November 2025.', 'Open between 1 December 2025 and 3 January 2026.'],
  wrong: ['The survey ran from 13 October 2025 to 7 October 2025.', 'Figures for 1 April 2025 to 31 March 2025.'],
  find: (paper) => datedLines(packOf(paper).lines).flatMap((line) => saidSpans(line.text).filter((s) => s.whole && s.to < s.from).map((s) => ({
    at: line, found: s.text, fault: s.text, message: `"${s.text}" ends before it begins. Correct one of the two days.`,
  }))),
})

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen']
const length = String.raw`(\d{1,3}|${numbers.join('|')})[ -](day|week|month|year)s?\b`
const before = new RegExp(String.raw`(?<!\b(?:about|over|under|nearly|almost|least|than|to|every|last|next|first|of the) )\b${length}(?:\s+\w+)?(?:,|:)?\s*(?:\(|from\s+|period\s+from\s+)?$`, 'i')
const after = new RegExp(String.raw`^\s*(?:\(|,\s*)(?:a (?:period|total) of |that is,? |or |exactly |after exactly )?${length}(?! (?:before|later|after|earlier|old))`, 'i')
type Length = { readonly count: number; readonly unit: string; readonly text: string }
const lengthOf = (m: RegExpExecArray | null): Length | null => (m ? { count: /\d/.test(m[1]!) ? Number(m[1]) : numbers.indexOf(m[1]!.toLowerCase()) + 1, unit: m[2]!.toLowerCase(), text: `${m[1]} ${m[2]}${m[1] === '1' || m[1] === 'one' ? '' : 's'}` } : null)

/** What a span comes to in a unit; null where either of two counts could be meant. */
const trueLength = (from: Day, to: Day, unit: string): readonly number[] => {
  const between = daysBetween(from, to)
  if (unit === 'day') return [between, between + 1]
  if (unit === 'week') return [Math.floor(between / 7), Math.round(between / 7), Math.ceil((between + 1) / 7)]
  const months = wholeMonths(from, to)
  if (unit === 'month') return months === null ? [Math.floor(between / 30.44), Math.round(between / 30.44), Math.ceil(between / 30.44)] : [months]
  return months === null || months % 12 !== 0 ? [Math.floor(between / 365), Math.round(between / 365), Math.ceil(between / 365)] : [months / 12]
}
type Counted = { readonly said: Length; readonly from: Day; readonly to: Day; readonly words: string }
/** "published on 5 January 2026 and taken until 16 February 2026, a period of six weeks" */
const period = new RegExp(String.raw`\ba period of ${length}`, 'i')
const apart = (text: string): Counted[] => text.split(/(?<=[a-z)\d]\.)\s+(?=[A-Z])/).flatMap((sentence) => {
  const m = period.exec(sentence)
  const said = m ? saidDates(sentence.slice(0, m.index)).filter((d) => d.day !== null) : []
  return m && said.length === 2 && saidSpans(sentence).length === 0 ? [{ said: lengthOf(m)!, from: said[0]!.day!, to: said[1]!.day!, words: `${said[0]!.text} to ${said[1]!.text}` }] : []
})
const beside = (text: string): Counted[] => saidSpans(text).flatMap((s): Counted[] => {
  const said = lengthOf(after.exec(text.slice(s.index + s.text.length))) ?? lengthOf(before.exec(text.slice(0, s.index)))
  return said && (s.year !== null || said.unit === 'month') && s.from < s.to ? [{ said, from: s.from, to: s.to, words: s.text }] : []
})

/** "borrowed on 17 June 2025 (10 years, due 17 June 2035)": what stands between a day and the day that the time runs to. */
const runsTo = new RegExp(String.raw`^,?\s*(?:\(|for )(?:a (?:term|period) of )?${length},? (?:and )?(?:due|maturing|matures|repayable|ending|ends|expiring|expires|to|until)(?: on| by)?\s+$`, 'i')
const between = (text: string): Counted[] => {
  if (!/(?:year|month|week|day)s?,? (?:and )?(?:due|matur|repayable|end|expir|to|until)/.test(text)) return []
  const days = saidDates(text).filter((d) => d.day !== null && d.year !== null)
  return days.slice(1).flatMap((to, i): Counted[] => {
    const from = days[i]!
    const said = lengthOf(runsTo.exec(text.slice(from.index + from.text.length, to.index)))
    return said && from.day! < to.day! ? [{ said, from: from.day!, to: to.day!, words: `${from.text} to ${to.text}` }] : []
  })
}

export const spanLength: Check = defineCheck({
  code: 'dates.span-length', title: 'Lengths of time that do not follow from their days', level: 'error',
  about: 'Where a span of days and its length stand together ("the seven months from 1 April to 31 October 2025", "5 January to 16 February 2026, a period of six weeks"), counts the length. Both ways of counting days are accepted. Correct the length or a day.',
  right: ['It covers the seven months from 1 April to 31 October 2025.', 'It was open from 5 January 2026 to 16 February 2026, a period of six weeks.', 'Notice was given on 5 January 2026 and replies were taken until 16 February 2026, a period of six weeks.', 'The three months to June 2025.', 'A loan was taken on 17 June 2025 (10 years, due 17 June 2035) and another on 3 July 2025 for 6 months, ending 2 January 2026.'],
  wrong: ['A loan was taken on 17 June 2025 (10 years, due 17 June 2037).', 'The lease runs from 1 May 2025 for 6 months, ending on 31 December 2025.', 'It covers the eight months from 1 April to 31 October 2025.', 'It was open from 5 January 2026 to 16 February 2026, a period of eight weeks.', 'Notice was given on 5 January 2026 and replies were taken until 16 February 2026, a period of eight weeks.', 'Sales from April to June 2025 (four months) fell.'],
  find: (paper) => packOf(paper).lines.filter((l) => /\b(day|week|month|year)s?\b/.test(l.text)).flatMap((line) => [...beside(line.text), ...apart(line.text), ...between(line.text)].flatMap(({ said, from, to, words }): Fault[] => {
    const right = trueLength(from, to, said.unit)
    return right.includes(said.count) || Math.min(...right) < 0 ? [] : [{ at: line, found: said.text, expected: `${right[0]} ${said.unit}s`, message: `"${words}" is ${right[0]} ${said.unit}${right[0] === 1 ? '' : 's'}, not ${said.text}${said.unit === 'month' || said.unit === 'year' ? '' : ` (${printDay(from)} to ${printDay(to)}: ${daysBetween(from, to)} days)`}. Correct the length or a day.` }]
  })),
})
