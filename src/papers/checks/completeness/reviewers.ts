import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import type { Report, Reviewer } from '../pack/report.ts'
import { signaturesIn } from '../pack/signatures.ts'

const head = 'Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\nPurpose\n\nTo agree the plan.\n\nReport Reviewers\n\n'
const lacks = (r: Reviewer): string[] => [...(r.name === '' ? ['name'] : []), ...(r.date === '' ? ['date'] : [])]
const isBlank = (r: Reviewer): boolean => lacks(r).length === 2
const reviewersOf = (report: Report): Reviewer[] => report.reviewers.filter((r) => !r.approver)
const allBlank = (report: Report): boolean => reviewersOf(report).length > 1 && reviewersOf(report).every(isBlank)

export const allReviewersBlank: Check = defineCheck({
  code: 'completeness.no-reviewers', title: 'No reviewer has signed', level: 'error',
  about: 'Every reviewer of the report is blank: neither a name nor a date. A report must be appraised before it is published. Get the sign-offs, or take the report off the agenda.',
  right: [`${head}Finance\tA Name\tDate 03/03/2025\nLegal\tB Name\tDate 04/03/2025\n`],
  wrong: [`${head}Finance\tDate\nLegal\tDate Click or tap to enter a date.\nRisk\tDate\n`],
  find: (paper) => packOf(paper).reports.filter(allBlank).map((report) => {
    const [first, ...rest] = reviewersOf(report)
    return { at: first!.line, also: rest.map((r) => r.line), found: 'no name and no date', expected: 'a name and a date for each', message: `All ${reviewersOf(report).length} reviewers of "${brief(report.title)}" are blank. Get the sign-offs before it is published.` }
  }),
})

/** Rows of a list of clearances that have no date, where most have one. */
const unsigned = (paper: CheckedPaper): Fault[] => packOf(paper).parts.flatMap((part): Fault[] => {
  const signatures = signaturesIn(part.lines).filter((s) => s.line.style === 'row' && !part.report?.reviewers.some((r) => r.line === s.line))
  const blank = signatures.filter((s) => s.day === null && !/\d/.test(s.line.text) && !/\b(n\/?a|none|not (needed|required|applicable))\b/i.test(s.line.text))
  return blank.length * 2 > signatures.length - blank.length ? [] : blank.map((s) => ({ at: s.line, found: 'no date', expected: 'a date', message: `"${brief(s.who, 60)}" has no date beside it; the others who cleared the paper have. Complete the line.` }))
})

export const reviewerBlank: Check = defineCheck({
  code: 'completeness.reviewer', title: 'A reviewer without name or date', level: 'error',
  about: 'Each reviewer and the approver of a report need a name and a date; a template\'s "Click or tap" is neither. Complete the line, or say that the review was not needed.',
  right: [`${head}Finance\tA Name\tDate 03/03/2025\nApproved by\tC Name\tDate 05/03/2025\n`],
  wrong: [`${head}Finance\tA Name\tDate 03/03/2025\nLegal\tClick or tap here to enter text.\tDate 04/03/2025\nRisk\tC Name\tDate Click or tap to enter a date.\n`, `${head}Finance\tA Name\tDate 03/03/2025\nApproved by\n\nDate 18/09/2024\n`, 'Roads of the county\n\n1. They are old.\n\n2. Cleared by\n\nFinance\tAccountant\t1 October 2025\nLegal\tSolicitor\t2 October 2025\nUnions\tSecretary\t\n'],
  find: (paper) => [...unsigned(paper), ...packOf(paper).reports.flatMap((report) => report.reviewers
    .filter((r) => lacks(r).length > 0 && !(allBlank(report) && !r.approver))
    .map((r) => ({ at: r.line, found: `no ${lacks(r).join(' and no ')}`, expected: 'a name and a date', message: `${r.approver ? '"Approved by"' : `The ${r.discipline} reviewer`} of "${brief(report.title)}" has no ${lacks(r).join(' and no ')}. Complete the line.` })))],
})

export const reviewersMissing: Check = defineCheck({
  code: 'completeness.reviewers-missing', title: 'A report without its sign-offs', level: 'warning',
  about: 'Other reports of the pack list who reviewed and approved them; this one has no such list. Add it, or check that the page was not lost.',
  right: [`${head}Finance\tA Name\tDate 03/03/2025\n\n${head}Finance\tA Name\tDate 03/03/2025\n`],
  wrong: [`${head}Finance\tA Name\tDate 03/03/2025\n\nTitle of report:\tBudget\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\nPurpose\n\nTo set it.\n`],
  find: (paper) => {
    const { reports } = packOf(paper)
    if (!reports.some((r) => r.reviewers.length > 0)) return []
    return reports.filter((r) => r.reviewers.length === 0).map((report): Fault => ({ at: report.lines[0]!, message: `"${brief(report.title)}" has no list of reviewers and no approval, though other reports of the pack have. Add it.` }))
  },
})
