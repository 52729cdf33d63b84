import { monthName, printDay, type Day } from '../../../kit/day.ts'
import { matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { datedLines, datesOn, type SaidDate } from './said.ts'
import { printQuarter, quarterOfMonth, saidQuarters, startOfYear, type SaidQuarter } from './period-words.ts'

const captionLike = /^(appendix|annexe?|schedule|table|figure|chart)\b/i
const comparing = /\b(compar\w*|against|versus|vs\.?|previous|prior|last|from|since|to|between|and|trend|history)\b/i
const isCaption = (line: Line): boolean => line.text.length < 140 && captionLike.test(line.text)

/** A report and what is attached to it, told together. */
const families = (paper: CheckedPaper): Part[][] => {
  const parts = packOf(paper).parts.filter((p) => p.kind !== 'agenda' && p.kind !== 'minutes')
  const all: Part[][] = []
  for (const part of parts) (part.report && all.at(-1)?.[0]?.report === part.report ? all.at(-1)! : (all.push([]), all.at(-1)!)).push(part)
  return all
}
const titleQuarter = (family: readonly Part[]): SaidQuarter | null => {
  const opening = [family[0]!.title, ...family[0]!.lines.slice(0, 25).map((l) => l.text)]
  return opening.flatMap(saidQuarters).find((q) => q.start !== null) ?? null
}

const otherPeriod = (main: SaidQuarter, line: Line): SaidQuarter | null => {
  const said = saidQuarters(line.text)
  const dayYear = datesOn(line).find((d) => d.year !== null && d.month !== null)
  const told = said.map((q) => ({ ...q, start: q.start ?? (dayYear && quarterOfMonth(dayYear.month!) === q.quarter ? startOfYear(dayYear.year!, dayYear.month!) : null) }))
  if (told.length !== 1) return null
  const [only] = told
  return only!.quarter !== main.quarter || (only!.start !== null && only!.start !== main.start) ? only! : null
}

export const headingPeriod: Check = defineCheck({
  code: 'dates.heading-period', title: 'Headings of another quarter', level: 'error',
  about: 'Compares the quarter in the heading of each appendix, annex and table with the quarter that the report is about. A heading left over from the last report makes the reader doubt the figures under it. Correct the heading, or say that it is a comparison.',
  right: ['Q1 2024/25 Budget report\n\nThe position at Quarter 1.\n\nAnnex 1: Savings at 30 June 2024 (Quarter 1)\n\nSaving\tAmount'],
  wrong: ['Q1 2024/25 Budget report\n\nThe position at Quarter 1.\n\nAnnex 1: Savings at 31 December 2023 (Quarter 3)\n\nSaving\tAmount'],
  find: (paper) => families(paper).flatMap((family) => {
    const main = titleQuarter(family)
    if (!main) return []
    return family.flatMap((p) => p.lines).filter((line) => isCaption(line) && !comparing.test(line.text)).flatMap((line): Fault[] => {
      const other = otherPeriod(main, line)
      return other ? [{ at: line, found: printQuarter(other), expected: printQuarter(main), message: `The heading "${brief(line.text)}" is of ${printQuarter(other)}, but the report is about ${printQuarter(main)}. Correct the heading.` }] : []
    })
  }),
})

const endOf = (quarter: number): { month: number; date: number } => ({ month: [6, 9, 12, 3][quarter - 1]!, date: [30, 30, 31, 31][quarter - 1]! })
/** "30 June 2024 (Quarter 1)", "Quarter 1 (June 2024)": a quarter and a day or month that explain each other. */
const beside = (line: Line): { said: SaidDate; quarter: SaidQuarter }[] =>
  datesOn(line).filter((d) => d.month !== null && d.month <= 12).flatMap((said) => {
    const after = /^\W{0,3}\(\s?((?:Q|Quarter\s)[1-4])\b/i.exec(line.text.slice(said.index + said.text.length, said.index + said.text.length + 20))
    const before = /\b((?:Q|Quarter\s)[1-4])(?:\s20\d\d\/\d\d)?\s?\(\s?$/i.exec(line.text.slice(Math.max(0, said.index - 25), said.index))
    const words = after?.[1] ?? before?.[1]
    return words ? [{ said, quarter: saidQuarters(words)[0]! }] : []
  })

export const quarterDay: Check = defineCheck({
  code: 'dates.quarter-day', title: 'A quarter that does not hold its date', level: 'error',
  about: 'Where a quarter stands in brackets beside a date, or a date beside a quarter, the date must fall in that quarter of the financial year (April to March). Correct the one that is wrong.',
  right: ['The position at 30 June 2024 (Quarter 1).', 'Outturn at Quarter 1 (June 2024)'],
  wrong: ['The position at 30 September 2024 (Quarter 1).', 'Outturn at Quarter 2 (June 2024)'],
  find: (paper) => datedLines(packOf(paper).lines).filter((line) => /Q[1-4]|Quarter/i.test(line.text)).flatMap((line) => beside(line).filter(({ said, quarter }) => quarterOfMonth(said.month!) !== quarter.quarter).map(({ said, quarter }) => ({
    at: line, found: `${said.text} (${quarter.text})`, expected: `Quarter ${quarterOfMonth(said.month!)}`, fault: `${said.text} ${quarter.quarter}`,
    message: `${said.text} falls in Quarter ${quarterOfMonth(said.month!)} (which ends on ${endOf(quarterOfMonth(said.month!)).date} ${monthName(endOf(quarterOfMonth(said.month!)).month)}), not in ${quarter.text}. Correct the one that is wrong.`,
  }))),
})

const span = /(?<![\d/-])(20\d\d)\s?([/–-])\s?(20\d\d|\d\d)(?![\d/-])/g
const ends = (from: number, to: string): number => (to.length === 4 ? Number(to) : Math.floor(from / 100) * 100 + Number(to))

export const backwards: Check = defineCheck({
  code: 'dates.backwards', title: 'Years that run backwards', level: 'error',
  about: 'A span of years must end after it begins: 2024/23 and 2025-2024 are slips. Correct the span.',
  right: ['The plan for 2024/25 follows the strategy 2024-2029.'],
  wrong: ['The plan for 2025/24 follows.', 'The strategy 2029-2024 is new.'],
  find: (paper) => packOf(paper).lines.flatMap((line) => matchesIn(line.text, span)
    .filter((m) => ends(Number(m[1]), m[3]!) <= Number(m[1]) && !(m[2] === '-' && m[3]!.length === 2 && Number(m[3]) <= 12) && Number(m[3]) < 2100)
    .map((m) => ({ at: line, found: m[0], fault: m[0], message: `"${m[0]}" ends before it begins. Correct the years.` }))),
})

const purposeVerb = /\bfor (?:its |their |formal )?(endorsement|approval|decision|adoption|consideration|agreement|noting)(?:\s+on)?\s*[,:(]?\s*$/i
const presentedOn = (line: Line): { what: string; said: SaidDate; day: Day }[] =>
  datesOn(line).flatMap((said) => {
    const what = purposeVerb.exec(line.text.slice(0, said.index))?.[1]
    return what && said.day ? [{ what, said, day: said.day }] : []
  })

export const presented: Check = defineCheck({
  code: 'dates.presented', title: 'Put to another day than the meeting', level: 'error',
  about: 'A report that says it is presented for approval or endorsement on a day must name the day of its meeting. Another day is left over from an earlier draft.',
  right: ['Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nTo present the plan for endorsement on 26 September 2024.'],
  wrong: ['Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nTo present the plan for endorsement on 13 July 2024.'],
  find: (paper) => {
    const pack = packOf(paper)
    return pack.parts.filter((p) => p.kind === 'agenda' || p.kind === 'report').flatMap((part) => part.lines.flatMap((line) => presentedOn(line)
      .filter(({ day }) => (part.meeting ?? pack.meeting) !== null && day !== (part.meeting ?? pack.meeting))
      .map(({ what, said, day }) => ({
        at: line, found: said.text, expected: printDay((part.meeting ?? pack.meeting)!), fault: `${day} ${what}`,
        message: `It is put for ${what.toLowerCase()} on ${printDay(day)}, but the meeting is on ${printDay((part.meeting ?? pack.meeting)!)}. Put the day of the meeting, or leave the date out.`,
      }))))
  },
})
