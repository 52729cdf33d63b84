import { basename } from 'node:path'
import type { Finding } from '../../../kit/finding.ts'
import type { PaperBlock, PaperContent, PaperText, RecognisedTable } from '../../types.ts'
import { periodOf } from '../plans/period.ts'
import type { Recogniser } from '../recogniser.ts'
import { rowOf, type Names } from './draft.ts'
import type { ActionRole } from './headings.ts'
import { recogniseLists } from './lists.ts'
import { isMeasureLabel } from './parts.ts'
import { isEven, isNumbered, wholeActionTables, type WholeTable } from './pieces.ts'
import { newReading, readLine, type Reading } from './reading.ts'
import { readGap, readPreamble } from './sections.ts'

/** Action tables: improvement plans, recommendation trackers, and strategies that list what "we will" do. */
export const recogniseActions: Recogniser = (content, free) => {
  const wholes = wholeActionTables(free)
  const lists = recogniseLists(content, free)
  return {
    tables: [...wholes.map((w) => tableOf(w, content, free)), ...lists.tables],
    findings: wholes.flatMap(leftOut), taken: [...wholes.flatMap((w) => [...w.tables]), ...lists.taken],
  }
}

/** Columns that an action row has no place for are named, so that nothing is left out unsaid. */
const leftOut = ({ columns, tables }: WholeTable): Finding[] => {
  const left = columns.headings.filter((h, i) => h !== '' && columns.roles[i] === null)
  return left.length === 0 ? [] : [{ level: 'note', code: 'read.column', source: tables[0]!.source, message: `Of this table of actions ${left.map((h) => `"${h}"`).join(', ')} ${left.length === 1 ? 'is' : 'are'} not read: a row has no place for ${left.length === 1 ? 'it' : 'them'}.` }]
}

const measured = ({ events }: WholeTable): boolean => events.some((e) =>
  e.kind === 'gap' ? e.texts.some((t) => isMeasureLabel(t.text)) : e.rows.some((row) => row.some((c) => isMeasureLabel(c.text))))

/** Reads the table's pieces in order. The first row of a piece may go on with the last of the piece before. */
const read = (whole: WholeTable): Reading => {
  const r = newReading(isNumbered(whole), isEven(whole))
  const withMeasures = measured(whole)
  let pieces = 0
  for (const event of whole.events) {
    if (event.kind === 'gap') { if (!whole.columns.roles.includes('section')) readGap(r, event.texts, withMeasures) }
    else if (event.kind === 'preamble') readPreamble(r, event.rows)
    else {
      event.rows.forEach((row, i) => readLine(r, row, event.columns, i === 0, i === 0 && pieces > 0))
      pieces += 1
    }
  }
  return r
}

/** Sections are called as any of them names itself; a heading that stands over all actions is the table's title, not a section of it. */
const sectionsTold = (r: Reading): Reading => {
  const tops = r.drafts.flatMap((d) => d.over.slice(0, 1))
  const level = tops.find((s) => s.level !== 'Section')?.level ?? 'Section'
  const title = level === 'Section' && new Set(tops.map((s) => s.text)).size === 1 && titleWords.test(tops[0]!.text)
  for (const d of r.drafts) d.over = title ? d.over.slice(1) : d.over.map((s) => (s.level === 'Section' ? { ...s, level } : s))
  return r
}

const namesOf = (whole: WholeTable): Names => {
  const heading = whole.columns.headings[whole.columns.roles.indexOf('action')] ?? ''
  return { action: /recommendation/i.test(heading) ? 'Recommendation' : 'Action', step: 'Step', measure: 'Measure' }
}

const tableOf = (whole: WholeTable, content: PaperContent, free: readonly PaperBlock[]): RecognisedTable => {
  const reading = sectionsTold(read(whole))
  const has = new Set(whole.columns.roles.filter((r): r is ActionRole => r !== null))
  const before = free.slice(Math.max(0, whole.start - 60), whole.start)
  return {
    kind: 'actions', title: titleOf(whole, before, content), period: periodOf(content, before, [], false), columns: whole.columns.headings,
    source: whole.tables[0]!.source, rows: reading.drafts.map((d) => rowOf(d, has, namesOf(whole))),
  }
}

const titleWords = /\b(?:plan|programme|actions?|recommendations?|improvement|tracker|strategy)\b/i
const titleOf = (whole: WholeTable, before: readonly PaperBlock[], content: PaperContent): string => {
  const caption = whole.tables[0]!.caption
  const heading = before.findLast((b): b is PaperText => b.kind === 'text' && b.style === 'heading' && titleWords.test(b.text) && b.text.length <= 120)
  return caption ?? heading?.text ?? (content.title !== null && content.title.length <= 120 ? content.title : basename(content.file))
}
