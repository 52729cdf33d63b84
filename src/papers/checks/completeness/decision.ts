import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { fieldNamed, sectionNamed, type Report } from '../pack/report.ts'

const header = 'Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\n\nDecision type\n\nKey\n\n'
const notice = 'Notice has been served under the regulations of 2012.\n\n'
const body = 'Purpose\n\nTo agree the plan.\n\nRecommendation(s)\n\nThat:\n\na) the plan is agreed.\n\nAlternative options\n\n1. None.\n'

/** What the header says from the type of decision on, up to the first section. */
const afterType = (report: Report): string => {
  const field = fieldNamed(report, /^decision type/i)
  const after = field ? report.lines.slice(report.lines.indexOf(field.line), report.lines.indexOf(field.line) + 13) : []
  const end = after.findIndex((l) => /^(?:\d{1,2}\.?\s+)?(?:purpose|summary|executive summary|introduction|recommendation|decision sought)/i.test(l.text))
  return after.slice(0, end < 0 ? undefined : end).map((l) => l.text).join(' ')
}
/** The paragraph right under the type, where the reason and the notice belong. */
const besideType = (report: Report): Line[] => report.lines.slice(report.lines.indexOf(fieldNamed(report, /^decision type/i)!.line) + 1).filter((l) => l.text.split(' ').length > 3).slice(0, 1)
const isKey = (report: Report): boolean => /^(yes|key)\b/i.test(fieldNamed(report, /^decision type/i)?.value.trim() ?? '')

export const keyDecision: Check = defineCheck({
  code: 'completeness.key-decision', title: 'Key decisions without reason or notice', level: 'warning',
  about: 'A key decision needs a notice published 28 clear days before (regulations 9 to 11 of SI 2012/2089, or a general exception or special urgency), and the report should say why it is key. The notice may stand in the forward plan alone; say so, and add the reason.',
  right: [`${header}It is key because the work is likely to cost more than the threshold.\n\n${notice}${body}`],
  wrong: [`${header}${body}`, `${header}It is key because the work is likely to cost more than the threshold.\n\n${body}`],
  find: (paper) => packOf(paper).reports.filter(isKey).flatMap((report): Fault[] => {
    const said = afterType(report)
    const lacks = [...(/\b(because|significant|threshold|two or more|expenditure|spending|savings|commits?|framework)\b|£\s?\d/i.test(said) ? [] : ['why it is key']), ...(/\b(notice|forward plan|urgen|exception|published)\b/i.test(said) ? [] : ['the notice that was given'])]
    return lacks.length === 0 ? [] : [{ at: fieldNamed(report, /^decision type/i)!.line, also: besideType(report), found: 'Key', expected: lacks.join(' and '), message: `"${brief(report.title)}" is a key decision but does not say ${lacks.join(' or ')}. Add it.` }]
  }),
})

const isLettered = (line: Line): boolean => /^\(?([a-z]|[ivx]{1,4}|\d{1,2})[.)]/i.test(line.text)
/** A short heading, or the number after the section's own: "2. Recommendation", then "3. Where things stand". */
const isNextHeading = (own: Line, line: Line): boolean => {
  const number = Number(/^(\d{1,2})\b/.exec(own.text)?.[1] ?? Number.NaN)
  return new RegExp(`^${number + 1}\\.?\\s+[A-Z]`).test(line.text) && line.text.length < 80 && !/[.;]$/.test(line.text) ? true
    : line.style === 'heading' && !line.text.endsWith(':') && !isLettered(line) && line.text.split(' ').length <= 3
}
export const lettered: Check = defineCheck({
  code: 'completeness.recommendation-letters', title: 'Recommendations without letters', level: 'warning',
  about: 'Where there are several recommendations each needs a letter or number, so that the minutes can say which was agreed.',
  right: [`${header.replace('Key', 'Non-key')}Purpose\n\nTo agree the plan.\n\nRecommendation(s)\n\nThat:\n\na) the plan is agreed;\n\nb) the Director is authorised to amend it.\n\nAlternative options\n\n1. None.\n`,
    `${header.replace('Key', 'Non-key')}Purpose\n\nTo tell how things stand.\n\nRecommendation(s)\n\nThat the progress made is noted.\n\nProgress\n\nRecommendation\tOwner\tStatus\nSet a target for letting homes\tLettings\tDone\nSurvey all new tenants twice\tHousing\tLate\n\nAlternative options\n\n1. None.\n`,
    `${header.replace('Key', 'Non-key')}1. Purpose\n\nTo tell how things stand.\n\n2. Recommendation\n\nThat the Committee notes the report.\n\n3. Where the money went\n\nMost of the money went on the roads of the county.\n\n4. Options\n\nNone.\n`],
  wrong: [`${header.replace('Key', 'Non-key')}Purpose\n\nTo agree the plan.\n\nRecommendation(s)\n\nThat:\n\nThe plan is agreed.\n\nThe Director is authorised to amend it.\n\nAlternative options\n\n1. None.\n`],
  find: (paper) => packOf(paper).reports.flatMap((report): Fault[] => {
    const section = sectionNamed(report, /^recommendation/i)
    const end = section?.lines.findIndex((l) => isNextHeading(section.heading, l) || l.cells.filter(Boolean).length > 2) ?? -1
    const items = section?.lines.slice(0, end === -1 ? undefined : end).filter((l, i) => l.text.split(' ').length > 3 && !l.text.endsWith(':') && !(i > 0 && /^[a-z]/.test(l.text) && !isLettered(l))) ?? []
    return items.length > 1 && !items.some(isLettered) ? [{ at: section!.heading, message: `The ${items.length} recommendations of "${brief(report.title)}" have no letters. Letter them, so that the minutes can say which was agreed.` }] : []
  }),
})

export const noRecommendation: Check = defineCheck({
  code: 'completeness.no-recommendation', title: 'No recommendation under the heading', level: 'error',
  about: 'The section of recommendations holds nothing that could be decided. Say what the meeting is asked to do.',
  right: [header.replace('Key', 'Non-key') + body],
  wrong: [`${header.replace('Key', 'Non-key')}${body.replace('a) the plan is agreed.\n\n', '')}`],
  find: (paper) => packOf(paper).reports.flatMap((report): Fault[] => {
    const section = sectionNamed(report, /^recommendation/i)
    return section && section.lines.length > 0 && section.lines.every((l) => l.text.split(' ').length <= 3) ? [{ at: section.heading, message: `"${brief(report.title)}" recommends nothing. Say what the meeting is asked to do.` }] : []
  }),
})

const deciding = /\b(approv|adopt|agree|authoris|delegat|award|endors|consent|accept|grant|establish|commission|recommend|commit)/i
const noting = /\b(note|notes|noted|receive|receives|review|consider)\b/i
export const purposeMatch: Check = defineCheck({
  code: 'completeness.recommendation-purpose', title: 'Recommendations that do not match the purpose', level: 'warning',
  about: 'A report whose purpose is to have something approved must recommend that; one that only informs cannot ask for approval. Make the two say the same.',
  right: [header.replace('Key', 'Non-key') + body],
  wrong: [header.replace('Key', 'Non-key') + body.replace('the plan is agreed', 'the plan is noted'), header.replace('Key', 'Non-key') + body.replace('To agree the plan.', 'To note the plan.')],
  find: (paper) => packOf(paper).reports.flatMap((report): Fault[] => {
    const [purpose, wanted] = [sectionNamed(report, /^purpose/i), sectionNamed(report, /^recommendation/i)]
    if (!purpose || !wanted || wanted.lines.length === 0) return []
    const [why, what] = [purpose.lines.map((l) => l.text.replace(/^\d+(\.\d+)*[.)]?\s+/, '')).join(' '), wanted.lines.map((l) => l.text).join(' ')]
    const asks = /^(the purpose of this report is )?to (seek )?(approv|adopt|agree|authoris|award)/i.test(why)
    const informs = /^(the purpose of this report is )?to (note|inform|update|share)\b/i.test(why) && !/\b(approv|agree|endors|consent|decid|delegat)/i.test(why)
    if (asks && !deciding.test(what)) return [{ at: wanted.heading, also: [purpose.heading], found: brief(what), message: `The purpose of "${brief(report.title)}" is to have something decided, but the recommendations only ${noting.exec(what)?.[0] ?? 'inform'}. Make the two say the same.` }]
    return informs && /\b(approv|adopt|agreed|authoris|delegat|award)/i.test(what) ? [{ at: wanted.heading, also: [purpose.heading], found: brief(what), message: `The purpose of "${brief(report.title)}" is only to inform, but the recommendations ask for a decision. Make the two say the same.` }] : []
  }),
})
