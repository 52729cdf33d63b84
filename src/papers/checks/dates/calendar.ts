import { dayOf, monthName, printDay, weekdayOf } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { datedLines, datesOn, weekdayFits, type SaidDate } from './said.ts'

const lastOf = (year: number, month: number): number => [31, 30, 29, 28].find((d) => dayOf(year, month, d) !== null)!
const isImpossible = (d: SaidDate): boolean => d.date !== null && d.month !== null && d.day === null && (d.year === null || d.year <= 9999) && dayOf(d.year ?? 2024, Math.min(d.month, 12), d.date) === null
const impossibleMessage = (d: SaidDate): string =>
  d.month! > 12 ? `"${d.text}" has no such month: there are twelve.` : `"${d.text}" is no day: ${monthName(d.month!)}${d.year === null ? '' : ` ${d.year}`} ends on the ${lastOf(d.year ?? 2024, d.month!)}th.`

export const impossible: Check = defineCheck({
  code: 'dates.impossible', title: 'Days that do not exist', level: 'error',
  about: 'Looks for days that the calendar does not have, such as 31 June. A reader cannot know which day is meant. Put the day that was meant.',
  right: ['The consultation closes on 30 June 2024.', 'Signed 29/02/2024'],
  wrong: ['The consultation closes on 31 June 2024.', 'Signed 30/02/2024'],
  find: (paper) => datedLines(packOf(paper).lines).flatMap((line) => datesOn(line).filter(isImpossible).map((d) => ({ at: line, message: `${impossibleMessage(d)} Put the day that was meant.`, found: d.text }))),
})

export const misspelt: Check = defineCheck({
  code: 'dates.misspelt', title: 'Misspelt months', level: 'error',
  about: 'Looks for the name of a month with one letter wrong, missing or swapped. Correct the spelling.',
  right: ['The new site opens in September 2025.', 'The match in 2025 was moved.'],
  wrong: ['The new site opens in Setpember 2025.', 'Approved on 4 Febuary 2025.'],
  find: (paper) => datedLines(packOf(paper).lines).flatMap((line) => datesOn(line).filter((d) => d.misspelt !== null).map((d) => ({
    at: line, found: d.misspelt!, expected: monthName(d.month!), message: `The month in "${d.text}" is misspelt. Write ${monthName(d.month!)}.`,
  }))),
})

/** A council's paper talks of the two centuries around it; anything else is a slip of the keyboard. */
const isNoYear = (d: SaidDate): boolean => d.yearDigits !== null && (d.yearDigits.length > 4 || (d.yearDigits.length === 4 && d.date !== null && (d.year! < 1800 || d.year! > 2150)))

export const year: Check = defineCheck({
  code: 'dates.year', title: 'Years that cannot be', level: 'error',
  about: 'Looks for a year with five digits, or one that no council paper can mean. Correct the year.',
  right: ['Meeting date: Thursday 26 September 2024'],
  wrong: ['Meeting date: Thursday 26 September 20244', 'Agreed on 3 May 0224.'],
  find: (paper) => datedLines(packOf(paper).lines).flatMap((line) => datesOn(line).filter(isNoYear).map((d) => ({
    at: line, found: d.text, message: `"${d.text}" has a year that cannot be: ${d.yearDigits}. Correct the year.`, expected: `a year such as ${d.yearDigits!.slice(0, 4)}`,
  }))),
})

export const weekday: Check = defineCheck({
  code: 'dates.weekday', title: 'Weekdays that do not fit their date', level: 'error',
  about: 'Works out the weekday of each full date and compares it with the weekday printed beside it. One of the two is wrong, and people will come on the wrong day.',
  right: ['The meeting is on Thursday 26 September 2024.'],
  wrong: ['The meeting is on Friday 26 September 2024.'],
  find: (paper) => datedLines(packOf(paper).lines).flatMap((line) => datesOn(line).filter((d) => !weekdayFits(d)).map((d) => ({
    at: line, found: d.text, expected: `${weekdayOf(d.day!)} ${printDay(d.day!)}`, fault: d.text,
    message: `${printDay(d.day!)} is a ${weekdayOf(d.day!)}, not a ${d.weekday}. Correct the weekday or the date.`,
  }))),
})
