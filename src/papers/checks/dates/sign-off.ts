import { daysBetween, printDay, weekdayOf, type Day } from '../../../kit/day.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import type { Report, Reviewer } from '../pack/report.ts'
import { signaturesIn } from '../pack/signatures.ts'
import { threshold } from '../settings.ts'

const head = 'Title of report:\tWaste contract\nMeeting:\tCabinet\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nTo agree the contract.\n\nReport Reviewers\n\n'
const dated = (report: Report): (Reviewer & { day: Day })[] => report.reviewers.filter((r): r is Reviewer & { day: Day } => r.day !== null)
const who = (r: Reviewer): string => (r.approver ? 'The approval' : `The ${r.discipline} sign-off`)

type Dated = { readonly who: string; readonly date: string; readonly day: Day; readonly line: Line; readonly meeting: Day }
/** Everybody who signed a part of the paper that knows its meeting, in a list of reviewers or in any other layout. */
const signed = (paper: CheckedPaper): Dated[] => packOf(paper).parts.flatMap((part): Dated[] => {
  const { meeting } = part
  if (meeting === null || part.kind === 'minutes' || part.kind === 'agenda') return []
  const reviewers = part.kind === 'report' ? dated(part.report!) : []
  const listed = reviewers.map((r) => ({ who: who(r), date: r.date, day: r.day, line: r.line, meeting }))
  const others = signaturesIn(part.lines).flatMap((s) => (s.day === null || reviewers.some((r) => r.line === s.line) ? [] : [{ who: `The date of "${brief(s.who, 50)}"`, date: s.date, day: s.day, line: s.line, meeting }]))
  return [...listed, ...others]
})
const isSlip = (s: Dated, days: number): boolean => s.day > s.meeting || daysBetween(s.day, s.meeting) > days
/** "3 days after the meeting", "20 years before the meeting". */
const howFar = (s: Dated): string => {
  const before = daysBetween(s.day, s.meeting)
  return before < 0 ? `${-before} ${before === -1 ? 'day' : 'days'} after the meeting` : before < 365 ? 'long before the meeting' : `${Math.floor(before / 365)} ${before < 730 ? 'year' : 'years'} before the meeting`
}

export const signOff: Check = defineCheck({
  code: 'dates.sign-off', title: 'Sign-offs after the meeting or long before it', level: 'error',
  about: 'Compares the date of each reviewer, clearance and approval with the meeting: a sign-off after the meeting, or more than a year before it (the threshold `signOffMonths`), is a slip. Put the day on which it was given.',
  right: [`${head}Legal\tA Reviewer\tDate 05/09/2024\n`, 'Roads Committee, Tuesday 14 October 2025\n\n1. The roads are old.\n\n9. Clearance\n\nFinance\tAccountant\t1 October 2025\nLegal\tSolicitor\t2 October 2025\n'],
  wrong: [`${head}Legal\tA Reviewer\tDate 05/09/2004\n`, `${head}Legal\tA Reviewer\tDate 05/10/2024\n`,
    'Roads Committee, Tuesday 14 October 2025\n\n1. The roads are old.\n\n9. Clearance\n\nFinance\tAccountant\t1 October 2025\nLegal\tSolicitor\t2 November 2025\n', 'Committee: Roads Committee   Date of meeting: 14 October 2025\n\nThe roads are old.\n\nFinance comments: the cost of the works is met from the budget for roads. Date: 20 October 2025\n', 'Report to Cabinet\n\nDate\tTuesday 14 October 2025\n\nThe roads are old.\n\nApproved for publication: Director of Roads, 20 October 2025\n'],
  find: (paper) => {
    const days = threshold(paper.settings, 'signOffMonths') * 31
    return signed(paper).filter((s) => isSlip(s, days)).map((s) => ({
      at: s.line, found: s.date, expected: `a day before ${printDay(s.meeting)}`, message: `${s.who} is dated ${printDay(s.day)}, ${howFar(s)} of ${printDay(s.meeting)}. Put the day on which it was given.`,
    }))
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
