import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { labelOf, packOf } from '../pack/pack.ts'
import type { Report } from '../pack/report.ts'
import { nameKey, templateOf, type TemplateEntry } from '../pack/template.ts'

const full = 'Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\nCabinet member:\tCabinet member, finance\nReport by:\tDirector of Finance\nReport author:\tHead of Finance\n\nClassification\n\nOpen\n\nDecision type\n\nNon-key\n\nWards affected\n\nAll\n\nPurpose\n\nTo agree the plan.\n\nRecommendation(s)\n\nThat:\n\na) the plan is agreed.\n\nAlternative options\n\n1. None.\n\nKey considerations\n\n2. The plan is new.\n\nEquality duty\n\n3. Considered.\n\nResource implications\n\n4. None.\n\nLegal implications\n\n5. None.\n\nRisk management\n\n6. Low.\n\nConsultees\n\n7. None.\n\nAppendices\n\nNone\n\nBackground papers\n\nNone\n\nReport Reviewers\n\nFinance\tA Name\tDate 03/03/2025\n'

const has = (report: Report, entry: TemplateEntry): boolean => report.fields.some((f) => f.entry === entry) || report.sections.some((s) => s.entry === entry)
const isSigning = (entry: TemplateEntry): boolean => /review|sign|clearance/i.test(entry.name)

/** What the council's reports are expected to have: its template where its reports use that template's own headings, else what most reports of the pack have. */
const expectedOf = (paper: CheckedPaper, reports: readonly Report[]): readonly TemplateEntry[] => {
  const template = templateOf(paper.settings)
  const kept = template.filter((e) => !isSigning(e))
  const inItsWords = (r: Report): number => r.sections.filter((s) => kept.includes(s.entry) && nameKey(s.heading.text) === s.entry.names[0]).length
  const follows = reports.every((r) => inItsWords(r) >= kept.filter((e) => !e.field).length * 0.6)
  if (follows) return kept.filter((e) => !e.optional || reports.filter((r) => has(r, e)).length * 3 > reports.length * 2)
  return reports.length < 3 ? [] : kept.filter((e) => reports.filter((r) => has(r, e)).length * 4 >= reports.length * 3)
}

/** A report that stands alone may say in its own way what a pack's template has a label for: its title as a heading, the day in another line, its appendices by their own headings. */
const saidOtherwise = (paper: CheckedPaper, reports: readonly Report[], report: Report, { name }: TemplateEntry): boolean => reports.length === 1 && (
  (/^title/i.test(name) && report.title !== '') || (/date/i.test(name) && report.meeting !== null) || (/^report by/i.test(name) && report.fields.some((f) => /author/i.test(f.entry.name))) ||
  (/^append/i.test(name) && packOf(paper).parts.some((p) => p.kind === 'attachment' && p.report === report && p.label !== null)))

export const missingSection: Check = defineCheck({
  code: 'completeness.section-missing', title: 'Sections that a report should have', level: 'warning',
  about: 'Compares each report of a pack with the council\'s report template (a setting). Where the reports follow another template, with what three in four of them have. Add the section, if only with "None".',
  right: [full],
  wrong: [full.replace('Consultees\n\n7. None.\n\n', '')],
  find: (paper) => {
    const { reports } = packOf(paper)
    return reports.flatMap((report) => expectedOf(paper, reports).filter((e) => !e.field && !has(report, e) && !saidOtherwise(paper, reports, report, e)).map((e): Fault => ({
      at: report.lines[0]!, expected: e.name, message: `"${brief(report.title)}" has no section "${e.name}". Add it, if only with "None".`,
    })))
  },
})

export const missingField: Check = defineCheck({
  code: 'completeness.field-missing', title: 'Lines missing from a report\'s header', level: 'warning',
  about: 'The header of a report says the meeting, its date, the member, who reports, the author, the classification and the type of decision. Add what is missing. All that is missing from one header is told together.',
  right: [full],
  wrong: [full.replace('Classification\n\nOpen\n\n', '')],
  find: (paper) => {
    const { reports } = packOf(paper)
    return reports.flatMap((report): Fault[] => {
      const missing = expectedOf(paper, reports).filter((e) => e.field && !e.optional && !has(report, e) && !saidOtherwise(paper, reports, report, e)).map((e) => e.name)
      return missing.length === 0 ? [] : [{ at: report.lines[0]!, expected: missing.join(', '), message: `The header of "${brief(report.title)}" does not say: ${missing.join(', ')}. Add ${missing.length === 1 ? 'it' : 'them'}.` }]
    })
  },
})

export const doubledField: Check = defineCheck({
  code: 'completeness.field-twice', title: 'The same line twice in a header', level: 'warning',
  about: 'A label of the header stands twice, usually because one of the two was overwritten: two "Report by" and no "Cabinet member". Correct the label.',
  right: [full],
  wrong: [full.replace('Cabinet member:\tCabinet member, finance', 'Report by:\tCabinet member, finance')],
  find: (paper) => packOf(paper).reports.flatMap((report) => report.fields.filter((f, i) => report.fields.findIndex((g) => g.entry === f.entry) < i).map((f) => {
    const first = report.fields.find((g) => g.entry === f.entry)!
    return { at: first.line, also: [f.line], found: f.entry.name, message: `"${f.entry.name}" stands twice in the header: "${brief(first.value, 40)}" and "${brief(f.value, 40)}". Correct the label of one.` }
  })),
})

/** "Appendices" over "Appendix A - Fees": a list of them, or the first itself. */
const isFollowedByAppendix = (paper: CheckedPaper, heading: Line): boolean => {
  const { lines } = packOf(paper), after = lines[lines.indexOf(heading) + 1]
  return /^append/i.test(heading.text) && after !== undefined && labelOf(after.text) !== null
}

export const emptySection: Check = defineCheck({
  code: 'completeness.empty-section', title: 'Empty sections', level: 'error',
  about: 'A heading of the report with nothing under it before the next one. Write the section, or "None".',
  right: [full, `${full.slice(0, full.indexOf('Appendices'))}Appendices\n\nAppendix A - Fees\nAppendix B - Charges\n`],
  wrong: [full.replace('Appendices\n\nNone\n\n', 'Appendices\n\n')],
  find: (paper) => packOf(paper).reports.flatMap((report) => report.sections.filter((s, i) => {
    const next = report.sections[i + 1]
    if (next === undefined && isFollowedByAppendix(paper, s.heading)) return false
    return s.lines.length === 0 && (next === undefined || next.entry !== s.entry) && (next !== undefined || report.sections.length > 3)
  }).map((s) => ({ at: s.heading, found: 'nothing', message: `The section "${s.heading.text}" of "${brief(report.title)}" is empty. Write it, or "None".` }))),
})
