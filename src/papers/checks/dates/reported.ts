import { monthName } from '../../../kit/day.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { printQuarter, quarterOfMonth, saidQuarters, startOfYear, type SaidQuarter } from './period-words.ts'
import { datedLines, datesOn, type SaidDate } from './said.ts'
import { saidSpans } from './span-words.ts'

/** How far down a paper says what it is about. */
const opening = 30
const titles = 8
const comparing = /\b(compar\w*|against|versus|previous|prior|last (?:quarter|year)|since|next|will|earlier|before)\b/i

/** The quarter, with its year, that the title says. */
const titleQuarter = (part: Part): { quarter: SaidQuarter; line: Line } | null => {
  for (const line of part.lines.slice(0, titles)) {
    const said = line.text.length > 160 ? [] : saidQuarters(line.text).filter((q) => q.start !== null)
    if (said.length === 1 && !comparing.test(line.text)) return { quarter: said[0]!, line }
  }
  return null
}

const speaksOfItself = /\b(position|stood|standing|picture|this (?:report|paper|review|edition|update)|report (?:tells|shows|covers|sets out)|performance|done up to)\b/i
const beforeEnd = /\b(?:at|on|to|by)\s+(?:the\s+)?(?:end of\s+)?$/i
/** The last day of a quarter but for the year's: what a year will come to is said in every quarter. */
const isQuarterEnd = (d: SaidDate, text: string): boolean =>
  d.year !== null && [6, 9, 12].includes(d.month ?? 0) && (d.date === null ? /\bend of\s+$/i.test(text.slice(0, d.index)) : d.date === (d.month === 12 ? 31 : 30))
const sentenceAround = (text: string, at: number): string => {
  const from = text.lastIndexOf('. ', at)
  const to = text.indexOf('. ', at)
  return text.slice(from < 0 ? 0 : from + 2, to < 0 ? text.length : to)
}

const parts = (paper: CheckedPaper): Part[] => packOf(paper).parts.filter((p) => p.kind === 'report' || p.kind === 'paper')
const heads = (part: Part): readonly Line[] => datedLines(part.lines.slice(0, opening)).filter((l) => l.style !== 'row')

export const positionDay: Check = defineCheck({
  code: 'dates.position-day', title: 'A report of one quarter that shows another', level: 'error',
  about: 'The title says which quarter the report is about; where its opening says on which quarter\'s last day it shows the position, that must be the same quarter. One of the two is left over from the last report.',
  right: ['Performance report: Quarter 3 2025/26\n\nThis report shows the position at 31 December 2025.\n', 'Performance report: Quarter 3 2025/26\n\nThis report compares the position at 30 September 2025 with that of today.\n'],
  wrong: ['Performance report: Quarter 3 2025/26\n\nThis report shows the position at 30 September 2025.\n', 'Performance report: Quarter 2 2025/26\n\nTo tell how performance stood at the end of December 2025.\n'],
  find: (paper) => parts(paper).flatMap((part): Fault[] => {
    const title = titleQuarter(part)
    if (!title) return []
    return heads(part).filter((l) => l !== title.line && speaksOfItself.test(l.text)).flatMap((line) => datesOn(line).filter((d) => {
      const sentence = sentenceAround(line.text, d.index)
      return isQuarterEnd(d, line.text) && beforeEnd.test(line.text.slice(0, d.index)) && speaksOfItself.test(sentence) && !comparing.test(sentence)
        && (quarterOfMonth(d.month!) !== title.quarter.quarter || startOfYear(d.year!, d.month!) !== title.quarter.start)
    }).map((d): Fault => ({
      at: line, also: [title.line], found: d.text, expected: printQuarter(title.quarter), fault: `${part.title} position`,
      message: `The paper is titled ${printQuarter(title.quarter)}, but shows the position at ${d.text}, which ends ${printQuarter({ quarter: quarterOfMonth(d.month!), start: startOfYear(d.year!, d.month!) })}. Correct the one that is wrong.`,
    })))
  }),
})

const besideQuarter = /\b((?:Q|Qtr\s?|Quarter\s)[1-4])\b(?:,?\s+(?:of\s+)?20\d\d\s?[/–-]\s?\d\d)?\s?[(,]\s?$/i
const quarterAfter = /^\s?\(\s?((?:Q|Quarter\s)[1-4])\b/i
export const quarterMonths: Check = defineCheck({
  code: 'dates.quarter-months', title: 'A quarter with the months of another', level: 'error',
  about: 'Where the months of a quarter stand in brackets beside it, they must be that quarter\'s of the financial year (April to March). Correct the one that is wrong.',
  right: ['Performance in Quarter 3 2025/26 (October to December 2025)', 'Quarter 1 (April to June)', 'Progress to the end of Quarter 3 (1 April to 31 December 2025)'],
  wrong: ['Performance in Quarter 3 2025/26 (July to September 2025)', 'From April to June 2025 (Quarter 2) it fell.', 'Progress at the end of Quarter 3 (1 October 2025 to 31 January 2026).'],
  find: (paper) => packOf(paper).lines.filter((l) => /\b(?:Q|Qtr\s?|Quarter\s)[1-4]\b/i.test(l.text)).flatMap((line) => saidSpans(line.text).flatMap((span): Fault[] => {
    const words = besideQuarter.exec(line.text.slice(0, span.index))?.[1] ?? quarterAfter.exec(line.text.slice(span.index + span.text.length))?.[1]
    const said = words ? saidQuarters(words)[0] : undefined
    const true3 = quarterOfMonth(span.fromMonth)
    if (!said) return []
    // "Quarter 3 (1 October to 31 January)": it begins or ends with its quarter; one from April is cumulative.
    const [begins, finishes] = [(said.quarter * 3 + 1) % 12 === span.fromMonth % 12, (said.quarter * 3 + 3) % 12 === span.toMonth % 12]
    if (begins !== finishes && span.fromMonth !== 4 && span.named) return [{ at: line, found: span.text, expected: `${monthName((said.quarter * 3) % 12 + 1)} to ${monthName((said.quarter * 3 + 2) % 12 + 1)}`, fault: span.text, message: `${said.text} of the financial year is ${monthName((said.quarter * 3) % 12 + 1)} to ${monthName((said.quarter * 3 + 2) % 12 + 1)}, not "${span.text}". Correct the days.` }]
    if (true3 !== quarterOfMonth(span.toMonth) || (span.toMonth - span.fromMonth + 12) % 12 !== 2 || true3 === said.quarter) return []
    return [{ at: line, found: `${said.text} (${span.text})`, expected: `Quarter ${true3}`, fault: `${span.text} ${said.quarter}`, message: `"${span.text}" is Quarter ${true3} of the financial year, not ${said.text}. Correct the one that is wrong.` }]
  })),
})

const yearSpan = /(?<![\d/])(20\d\d)\s?[/–-]\s?(\d\d)(?![\d/])/g
/** The one financial year that the title names, the year it begins in. */
const titleYear = (part: Part): { start: number; line: Line } | null => {
  const named = part.lines.slice(0, titles).filter((l) => l.text.length < 160).flatMap((line) => [...line.text.matchAll(yearSpan)].map((m) => ({ start: Number(m[1]), ok: (Number(m[1]) + 1) % 100 === Number(m[2]), line })))
  return named.length > 0 && named.every((n) => n.ok && n.start === named[0]!.start) ? named[0]! : null
}
const covers = /\b(?:cover(?:s|ing)|reviews?|reports? (?:on|for)|for the (?:half[- ]?year|six months|nine months|period|year)|during the period|in the period)\b/i
export const coveredYear: Check = defineCheck({
  code: 'dates.covered-year', title: 'A period of another year than the title', level: 'error',
  about: 'The title names one financial year, and the opening says that the paper covers a span that begins on 1 April of another. One is left over from last year. Correct it.',
  right: ['Mid-year review 2025/26\n\nThis review covers 1 April to 30 September 2025.\n', 'Estimates 2026/27\n\nCompared with last year, it covers 1 April to 30 September 2025.\n'],
  wrong: ['Mid-year review 2025/26\n\nThis review covers 1 April to 30 September 2024.\n'],
  find: (paper) => parts(paper).flatMap((part): Fault[] => {
    const title = titleYear(part)
    if (!title) return []
    return heads(part).filter((l) => covers.test(l.text)).flatMap((line) => saidSpans(line.text).filter((s) => {
      const sentence = sentenceAround(line.text, s.index)
      return s.year !== null && s.named && s.from.slice(5) === '04-01' && s.to > s.from && covers.test(sentence) && !comparing.test(sentence) && startOfYear(Number(s.from.slice(0, 4)), 4) !== title.start
    }).map((s): Fault => ({ at: line, also: [title.line], found: s.text, expected: `${title.start}/${(title.start + 1) % 100}`, message: `The paper is of ${title.start}/${(title.start + 1) % 100} ("${brief(title.line.text, 50)}"), but says that it covers ${s.text}. Correct the one that is wrong.` })))
  }),
})
