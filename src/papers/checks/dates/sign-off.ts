import { daysBetween, printDay, weekdayOf, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import type { Report, Reviewer } from '../pack/report.ts'
import { threshold } from '../settings.ts'

const head = 'Title of report:\tWaste contract\nMeeting:\tCabinet\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nTo agree the contract.\n\nReport Reviewers\n\n'
const dated = (report: Report): (Reviewer & { day: Day })[] => report.reviewers.filter((r): r is Reviewer & { day: Day } => r.day !== null)
const who = (r: Reviewer): string => (r.approver ? 'The approval' : `The ${r.discipline} sign-off`)

export const signOff: Check = defineCheck({
  code: 'dates.sign-off', title: 'Sign-offs after the meeting or long before it', level: 'error',
  about: 'Compares the date of each reviewer and of the approval with the meeting: a sign-off after the meeting, or more than a year before it (the threshold `signOffMonths`), is a slip. Put the day on which it was given.',
  right: [`${head}Legal\tA Reviewer\tDate 05/09/2024\n`],
  wrong: [`${head}Legal\tA Reviewer\tDate 05/09/2004\n`, `${head}Legal\tA Reviewer\tDate 05/10/2024\n`],
  find: (paper) => {
    const days = threshold(paper.settings, 'signOffMonths') * 31
    return packOf(paper).reports.flatMap((report) => (report.meeting === null ? [] : dated(report).flatMap((r) => {
      const before = daysBetween(r.day, report.meeting!)
      if (before >= 0 && before <= days) return []
      const when = before < 0 ? `${-before} ${before === -1 ? 'day' : 'days'} after the meeting` : `${Math.floor(before / 365)} years before the meeting`
      return [{ at: r.line, found: r.date, expected: `a day before ${printDay(report.meeting!)}`, message: `${who(r)} is dated ${printDay(r.day)}, ${before > 0 && before < 365 ? 'long before the meeting' : when} of ${printDay(report.meeting!)}. Put the day on which it was given.` }]
    })))
  },
})

export const reviewedAfterApproval: Check = defineCheck({
  code: 'dates.reviewed-late', title: 'Reviews dated after the approval', level: 'warning',
  about: 'A report is approved once its reviewers have looked at it. A review that is dated later was either not seen by the approver or has the wrong date.',
  right: [`${head}Legal\tA Reviewer\tDate 05/09/2024\nApproved by\tA Director\tDate 06/09/2024\n`],
  wrong: [`${head}Legal\tA Reviewer\tDate 09/09/2024\nApproved by\tA Director\tDate 06/09/2024\n`],
  find: (paper) => packOf(paper).reports.flatMap((report) => (report.approved === null ? [] : dated(report)
    .filter((r) => !r.approver && r.day > report.approved! && (report.meeting === null || r.day <= report.meeting))
    .map((r) => ({ at: r.line, found: r.date, expected: `on or before ${printDay(report.approved!)}`, message: `${who(r)} is dated ${printDay(r.day)}, after the approval on ${printDay(report.approved!)}. Check both dates.` })))),
})

export const weekendSignOff: Check = defineCheck({
  code: 'dates.weekend-sign-off', title: 'Sign-offs on a Saturday or Sunday', level: 'note',
  about: 'A sign-off dated on a weekend is possible, but more often the day is a slip. Check the date.',
  right: [`${head}Legal\tA Reviewer\tDate 05/09/2024\n`],
  wrong: [`${head}Legal\tA Reviewer\tDate 07/09/2024\n`],
  find: (paper) => packOf(paper).reports.flatMap((report) => dated(report).filter((r) => ['Saturday', 'Sunday'].includes(weekdayOf(r.day)) && report.meeting !== null && daysBetween(r.day, report.meeting) < 366)
    .map((r) => ({ at: r.line, found: r.date, message: `${who(r)} is dated ${printDay(r.day)}, a ${weekdayOf(r.day)}. Check the date.` }))),
})
