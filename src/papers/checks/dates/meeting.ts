import { dayOf, daysBetween, printDay, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { threshold } from '../settings.ts'
import { clearDaysBetween, publishBy } from './holidays.ts'
import { datesOn, firstDay } from './said.ts'

const head = 'Agenda\n\nCabinet\n\nDate: Thursday 27 March 2025\n\n'
const signed = (day: string): string => `Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 27 March 2025\nPurpose\n\nTo agree the plan.\n\nReport Reviewers\n\nLegal\tA Reviewer\tDate 05/03/2025\nApproved by\tA Director\tDate ${day}\n`

export const toFollow: Check = defineCheck({
  code: 'dates.to-follow', title: 'Papers that follow too late', level: 'warning',
  about: 'Agenda and reports must be open to the public five clear days before the meeting (Local Government Act 1972, section 100B; another number is the threshold `clearDays`); weekends and bank holidays are usually not counted. An item "to follow" on a later day needs the chair\'s reason for urgency; one with no day leaves the public waiting.',
  right: [`${head}7. PLAN\n\nReport to follow on 19 March 2025.\n`, 'Agenda item\n\nRates for the year (to follow)\n\nMinutes:\n\nThe Director told the Cabinet of the rates.\n\nRESOLVED to note that on 11 March 2025 the rates were set.\n'],
  wrong: [`${head}7. PLAN\n\nReport to follow on 20 March 2025.\n`, `${head}3. MINUTES\n\nThe draft minutes are to follow.\n`],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'agenda' && p.meeting !== null).flatMap((part) => part.lines.flatMap((line): Fault[] => {
    if (line.text.length > 200 || !/\bto follow\b/i.test(line.text)) return []
    const wanted = threshold(paper.settings, 'clearDays')
    const [last, day] = [publishBy(part.meeting!, wanted), firstDay(line.text)]
    if (day === null) return [{ at: line, found: line.text, expected: `a day no later than ${printDay(last)}`, message: `"${brief(line.text)}" says no day. ${wanted} clear days before ${printDay(part.meeting!)} means published by ${printDay(last)}: say when, or record why it is late.` }]
    if (day <= last) return []
    return [{ at: line, found: printDay(day), expected: `by ${printDay(last)}`, message: `A paper that follows on ${printDay(day)} leaves ${clearDaysBetween(day, part.meeting!)} clear days before the meeting of ${printDay(part.meeting!)}; ${wanted} need it by ${printDay(last)}. Publish earlier, or record the chair's reason for urgency.` }]
  })),
})

export const approvedLate: Check = defineCheck({
  code: 'dates.approved-late', title: 'Approved too late for five clear days', level: 'warning',
  about: 'A report cannot be published before it is approved. An approval later than the last day for publishing means that five clear days were not kept, unless the item was urgent.',
  right: [signed('19/03/2025')],
  wrong: [signed('24/03/2025')],
  find: (paper) => packOf(paper).reports.flatMap((report): Fault[] => {
    const line = report.reviewers.find((r) => r.approver)?.line
    if (!line || !report.approved || !report.meeting || report.approved > report.meeting) return []
    const wanted = threshold(paper.settings, 'clearDays')
    const last = publishBy(report.meeting, wanted)
    return report.approved <= last ? [] : [{ at: line, found: printDay(report.approved), expected: `by ${printDay(last)}`, message: `The report was approved on ${printDay(report.approved)}, but ${wanted} clear days before ${printDay(report.meeting)} means publishing by ${printDay(last)}. Check the date, or record why it was late.` }]
  }),
})

export const questions: Check = defineCheck({
  code: 'dates.question-deadline', title: 'Deadlines for questions', level: 'warning',
  about: 'The deadline for questions from the public must lie before the meeting and leave time to answer (the threshold `questionDays` in clear working days).',
  right: [`${head}The deadline for questions is 5pm on Friday 21 March 2025.\n`],
  wrong: [`${head}The deadline for questions is 5pm on Friday 28 March 2025.\n`],
  find: (paper) => {
    const { parts } = packOf(paper)
    return parts.filter((p) => p.kind === 'agenda' && p.meeting !== null).flatMap((part) => part.lines.flatMap((line, i): Fault[] => {
      const near = `${part.lines[i - 1]?.text ?? ''} ${line.text}`
      const day = firstDay(line.text)
      if (day === null || !/\b(deadline|submission|submit|received)\b/i.test(near) || !/question/i.test(near)) return []
      const [left, wanted] = [daysBetween(day, part.meeting!) <= 0 ? -1 : clearDaysBetween(day, part.meeting!), threshold(paper.settings, 'questionDays')]
      return left >= wanted ? [] : [{ at: line, found: printDay(day), message: `Questions are asked for by ${printDay(day)}, ${left < 0 ? 'which is not before' : `${left} clear working days before`} the meeting of ${printDay(part.meeting!)}. Check the deadline.` }]
    }))
  },
})

const past = /\b(was|were|took place|has been|have been|held|attended|presented|met|agreed)\b/i
/** The day that is meant where the year is left out: the one nearest before the meeting. */
const withYear = (day: Day, date: number, month: number): Day | null => {
  const same = dayOf(Number(day.slice(0, 4)), month, date)
  return same !== null && daysBetween(day, same) > 60 ? dayOf(Number(day.slice(0, 4)) - 1, month, date) : same
}

export const afterApproval: Check = defineCheck({
  code: 'dates.after-approval', title: 'Told as done, later than the approval', level: 'warning',
  about: 'A report that tells in the past tense of something that happened after it was approved was either changed after approval or told it too early. Check the date, and whether the approver saw it.',
  right: [signed('06/03/2025').replace('To agree the plan.', 'To agree the plan. A consultation was held on 3 March 2025.')],
  wrong: [signed('06/03/2025').replace('To agree the plan.', 'To agree the plan. A consultation was held on 14 March 2025.')],
  find: (paper) => packOf(paper).reports.flatMap((report) => (report.approved === null || report.meeting === null ? [] : report.lines.flatMap((line): Fault[] => {
    if (line.style === 'row' || report.reviewers.some((r) => r.line === line)) return []
    return datesOn(line).filter((d) => d.date !== null && d.month !== null).flatMap((d) => {
      const day = d.day ?? withYear(report.meeting!, d.date!, d.month!)
      const sentence = line.text.slice(Math.max(0, line.text.lastIndexOf('. ', d.index)), d.index)
      if (day === null || day <= report.approved! || day > report.meeting! || daysBetween(report.approved!, day) > 40 || !past.test(sentence) || /\b(will|to be|due|planned)\b/i.test(sentence)) return []
      return [{ at: line, found: d.text, expected: `on or before ${printDay(report.approved!)}`, message: `${printDay(day)} is told as past, but the report was approved on ${printDay(report.approved!)}. Check the date, and whether the approver saw it.` }]
    })
  }))),
})
