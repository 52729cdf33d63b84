import { daysBetween, printDay } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { fieldNamed, sectionNamed, type Report } from '../pack/report.ts'
import { datedLines, datesOn } from './said.ts'

const clearDays = 28
const answered = /\bkey decision\b[^.]{0,20}?[?:]?\s*yes\b/i
const isKey = (report: Report): boolean => /^(yes|key)\b/i.test(fieldNamed(report, /^decision type/i)?.value.trim() ?? '') || report.lines.slice(0, 20).some((l) => l.text.length < 200 && answered.test(l.text))
const notice = /\b(?:notice|forward (?:work )?plan|forward programme|key decisions? (?:list|notice))\b/i
const excused = /\burgen|\bexception\b|\bwaive/i
const head = (day: string): string => `Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\nDecision type:\tKey\n\nIt is key because of what it costs. Notice was published on ${day}.\n\nPurpose\n\nTo agree the plan.\n`

export const lateNotice: Check = defineCheck({
  code: 'dates.notice', title: 'Notice of a key decision given too late', level: 'warning',
  about: 'A key decision needs a notice that is published at least 28 clear days before it is made (regulation 9 of SI 2012/2089), unless the general exception or special urgency is used. Where the header of a report dates its notice, counts the days. Correct the date, or say which exception is used.',
  right: [head('10 February 2025'), head('5 March 2025, under the general exception')],
  wrong: ['Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\n\nIs this a key decision? Yes. Notice of it was published on 12 March 2025.\n', head('5 March 2025'), head('20 March 2025')],
  find: (paper) => packOf(paper).reports.filter(isKey).flatMap((report) => {
    const purpose = sectionNamed(report, /^purpose/i)
    const lines = datedLines(report.lines.slice(0, purpose ? report.lines.indexOf(purpose.heading) : 20))
    return report.meeting === null ? [] : lines.filter((l) => notice.test(l.text) && !excused.test(l.text)).flatMap((line): Fault[] => {
      const said = datesOn(line).find((d) => d.day !== null)
      const clear = said ? daysBetween(said.day!, report.meeting!) - 1 : clearDays
      return clear >= clearDays || clear < -60 ? [] : [{ at: line, found: said!.text, message: `Notice is dated ${printDay(said!.day!)}, ${clear < 0 ? 'not before' : `${clear} clear days before`} the meeting of ${printDay(report.meeting!)}; a key decision needs ${clearDays}. Correct the date, or say which exception is used.` }]
    })
  }),
})
