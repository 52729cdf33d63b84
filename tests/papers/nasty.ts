import { themes } from '../layouts/plan.mjs'
import { byTheme, newPage, paperOf, put, putRow, title, type TextPaper } from './text-papers.ts'

/** Layouts of text that councils might print, none of them like another: each with the rows a person reads. */
export const nastyPapers = (): TextPaper[] => [
  letters(), wordStatuses(), statusFirst(), themeAfterTable(), themeColumn(), fiveLevels(), leadsBetween(), recommendations(), lastQuarterToo(),
  remarkFirst(), twoLevels(), repeatedParents(), numberedItems(), smallLetters(), ownStatuses(), headingTwice(), bandRows(), notUpdates(),
]

const letterOf: Readonly<Record<string, string>> = { Blue: 'B', Green: 'G', Amber: 'A', Red: 'R', Grey: 'N' }
const wordOf: Readonly<Record<string, string>> = { Blue: 'Complete', Green: 'On track', Amber: 'At risk', Red: 'Off track', Grey: 'Not started' }

const letters = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '', 'Key: B = finished; G = on course; A = slipping; R = will not be met; N = starts later', '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme} - we promise: ${promise}`.replace(' - we promise', ''), '')
    put(page, 'Aim', 'Project', 'Action', 'R/A/G', 'Commentary')
    for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, letterOf[m.status]!, m.remark], { status: letterOf[m.status]! })
    page.lines.push('')
  }
  return paperOf('letters as statuses, the key before', page)
}
const wordStatuses = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, rows } of byTheme()) {
    page.lines.push(`Priority ${themes.findIndex(([t]) => t === theme) + 1}: ${theme}`, '')
    put(page, 'Outcome', 'What we will do', 'Key step', 'Delivery status', 'Latest position')
    for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, wordOf[m.status]!, m.remark], { status: wordOf[m.status]! })
    page.lines.push('')
  }
  return paperOf('words as statuses under numbered priorities', page)
}
const statusFirst = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Status', 'Objective', 'Deliverable', 'Milestone', 'Comments')
    for (const m of rows) putRow(page, m, [m.status, m.shown.objective, m.shown.deliverable, m.milestone, m.remark])
    page.lines.push('')
  }
  return paperOf('the status first', page)
}
/** Each theme's table is cut in two by a page, and the heading stands between the halves. */
const themeAfterTable = (): TextPaper => {
  const page = newPage()
  const head = ['Objective', 'We will', 'Milestone', 'RAG', 'Remarks']
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    put(page, ...head)
    rows.forEach((m, i) => {
      if (i === 2) { page.lines.push('', `${theme}: ${promise}`, ''); put(page, ...head) }
      putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark])
    })
    page.lines.push('')
  }
  return paperOf('the theme after the start of its table', page)
}
const themeColumn = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  put(page, 'Theme', 'Objective', 'Deliverable', 'Milestone', 'BRAG', 'Update')
  for (const { theme, rows } of byTheme()) rows.forEach((m, i) => putRow(page, m, [i === 0 ? theme : '', m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark]))
  return paperOf('the theme in a column', page)
}
const fiveLevels = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  put(page, 'Ambition', 'Outcome', 'Commitment', 'Action', 'Task', 'Rating', 'Notes')
  for (const { theme, rows } of byTheme()) rows.forEach((m, i) => putRow(page, m, [i === 0 && theme === 'Homes' ? 'A fair and green Averling' : '', i === 0 ? theme : '', m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark], { theme: 'A fair and green Averling', objective: m.theme, deliverable: m.objective }))
  return paperOf('five levels', page)
}
const leadsBetween = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Ref', 'Objective', 'Deliverable', 'Lead officer', 'Milestone', 'Due date', 'Measure of success', 'RAG status', 'Progress update')
    rows.forEach((m, i) => putRow(page, m, [`${theme[0]}${i + 1}`, m.shown.objective, m.shown.deliverable, 'Head of Works', m.milestone, `${(i % 12) + 1}/2031`, m.measure, m.status, m.remark]))
    page.lines.push('')
  }
  return paperOf('references, leads, dates and measures between', page)
}
const recommendations = (): TextPaper => {
  const page = newPage()
  page.lines.push('Inspection follow-up, Quarter 3 2031/32', '')
  put(page, 'Recommendation', 'Measure', 'Action', 'Status', 'Evidence')
  for (const { rows } of byTheme()) for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark], { theme: m.objective, objective: m.deliverable, deliverable: null })
  return paperOf('recommendations, measures and actions', page)
}
const lastQuarterToo = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Objective', 'Deliverable', 'Milestone', 'Previous RAG', 'Current RAG', 'Commentary')
    rows.forEach((m, i) => putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, ['Green', 'Grey', 'Amber'][i % 3]!, m.status, m.remark]))
    page.lines.push('')
  }
  return paperOf('last quarter\'s status beside this one\'s', page)
}
const remarkFirst = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Objective', 'Deliverable', 'Milestone', 'Narrative', 'RAG')
    for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, m.remark, m.status])
    page.lines.push('')
  }
  return paperOf('the remark before the status', page)
}
const twoLevels = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Outcome', 'Action', 'RAG')
    for (const m of rows) putRow(page, m, [m.shown.objective, m.milestone, m.status], { deliverable: null, remark: null })
    page.lines.push('')
  }
  return paperOf('two levels and no remark', page)
}
const repeatedParents = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`## ${theme}: ${promise}`, '')
    put(page, 'Objective', 'Deliverable', 'Milestone', 'RAG', 'Remarks')
    page.lines.push('---\t---\t---\t---\t---')
    for (const m of rows) putRow(page, m, [m.objective, m.deliverable, `**${m.milestone}**`, `_${m.status}_`.replaceAll('_', '__'), m.remark])
    page.lines.push('')
  }
  return paperOf('parents printed on each row, with mark-up', page)
}
const numberedItems = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  let number = 0
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'No.', 'Objective', 'Deliverable', 'Milestone', 'RAG', 'Remarks')
    for (const m of rows) putRow(page, m, [String((number += 1)), m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark])
    page.lines.push('')
  }
  return paperOf('rows with numbers', page)
}
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)
const smallLetters = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Objective', 'This year we will', 'by means of these milestones', 'RAG', 'Remarks')
    for (const m of rows) putRow(page, m, [lower(m.shown.objective), lower(m.shown.deliverable), lower(m.milestone), m.status, m.remark], { objective: lower(m.objective), deliverable: lower(m.deliverable), milestone: lower(m.milestone) })
    page.lines.push('')
  }
  return paperOf('items that begin with a small letter', page)
}
const ownStatuses = (): TextPaper => {
  const own: Readonly<Record<string, string>> = { Blue: 'Harvested', Green: 'Growing', Amber: 'Wilting', Red: 'Withered', Grey: 'In the shed' }
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Objective', 'Deliverable', 'Milestone', 'Status', 'Remarks')
    for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, own[m.status]!, m.remark], { status: own[m.status]! })
    page.lines.push('')
  }
  return paperOf('statuses of the council\'s own', page)
}
const headingTwice = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  for (const { theme, promise, rows } of byTheme()) {
    page.lines.push(`${theme}: ${promise}`, '')
    put(page, 'Objective', 'Deliverable', 'Milestone', 'RAG', 'Remarks')
    rows.forEach((m, i) => {
      if (i === 3) { page.lines.push('', 'Averling District Council', 'Page 7', ''); put(page, 'Objective', 'Deliverable', 'Milestone', 'RAG', 'Remarks') }
      putRow(page, m, [i === 3 ? m.objective : m.shown.objective, i === 3 ? m.deliverable : m.shown.deliverable, m.milestone, m.status, m.remark])
    })
    page.lines.push('')
  }
  return paperOf('page furniture and parents repeated after a page', page)
}
const bandRows = (): TextPaper => {
  const page = newPage()
  page.lines.push(title, '')
  put(page, 'Objective', 'Deliverable', 'Milestone', 'RAG', 'Remarks')
  for (const { theme, promise, rows } of byTheme()) {
    put(page, `${theme}: ${promise}`, '', '', '', '')
    for (const m of rows) putRow(page, m, [m.shown.objective, m.shown.deliverable, m.milestone, m.status, m.remark])
  }
  return paperOf('themes as rows of the table', page)
}
/** A paper with no plan in it: budgets, risks, minutes, measures and reviewers must give no plan rows. */
const notUpdates = (): TextPaper => {
  const page = newPage()
  put(page, 'Service', 'Budget £000', 'Outturn £000', 'Variance £000', 'RAG')
  put(page, 'Waste', '1,200', '1,350', '150', 'Red')
  put(page, 'Parks', '800', '790', '(10)', 'Green')
  page.lines.push('')
  put(page, 'Risk', 'Mitigation', 'Score')
  put(page, 'Costs rise faster than planned', 'Monthly review with the project board', '12')
  page.lines.push('')
  put(page, 'Indicator', 'Target', 'Actual', 'Status')
  put(page, 'Calls answered in a minute', '80%', '77%', 'Amber')
  put(page, 'Bins missed in each thousand', '5', '3', 'Green')
  page.lines.push('')
  put(page, 'Outcome', 'Measure', 'Target', 'Actual', 'RAG', 'Comments')
  put(page, 'Streets are clean', 'Bins missed in each thousand', '5', '3', 'Green', 'Better than last year')
  put(page, 'Calls are answered', 'Calls answered in a minute', '80%', '77%', 'Amber', 'Two people are off sick')
  page.lines.push('')
  put(page, 'Project', 'Budget', 'Forecast cost', 'RAG', 'Comments')
  put(page, 'New depot', '£2.1m', '£2.4m', 'Red', 'Steel costs more than planned')
  put(page, 'Market roof', '£0.8m', '£0.8m', 'Green', 'Within budget')
  page.lines.push('')
  put(page, 'Risk', 'Further actions', 'Owner', 'RAG', 'Comments')
  put(page, 'The supplier fails', 'Agree a second supplier by the summer', 'Head of Works', 'Amber', 'Talks have begun')
  put(page, 'Staff leave', 'Train two people for each post', 'Head of People', 'Green', 'Half are trained')
  page.lines.push('')
  put(page, 'Governance', 'Reviewed by the monitoring officer', 'Date 04/05/2031')
  put(page, 'Finance', 'Reviewed by the finance lead', 'Date 05/05/2031')
  return paperOf('no plan at all', page)
}
