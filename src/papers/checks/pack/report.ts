import type { Day } from '../../../kit/day.ts'
import { plainWords } from '../../../kit/words.ts'
import type { CheckSettings } from '../check.ts'
import { firstDay } from '../dates/said.ts'
import type { Line } from './lines.ts'
import { meetingDayIn, soundDay } from './meeting-day.ts'
import { entryFor, templateOf, type TemplateEntry } from './template.ts'

/** A field of a report's header: its label, what stands beside it, and where. */
export type Field = { readonly entry: TemplateEntry; readonly value: string; readonly line: Line }
export type Section = { readonly entry: TemplateEntry; readonly heading: Line; readonly lines: readonly Line[] }
/** One who signed a report off. `name` and `date` are empty where nothing but a placeholder stands. */
export type Reviewer = { readonly discipline: string; readonly name: string; readonly date: string; readonly day: Day | null; readonly line: Line; readonly approver: boolean }

/** A report to a meeting, without its appendices. */
export type Report = {
  readonly title: string
  readonly lines: readonly Line[]
  readonly fields: readonly Field[]
  readonly sections: readonly Section[]
  readonly meeting: Day | null
  readonly reviewers: readonly Reviewer[]
  /** The day on which it was approved for publication. */
  readonly approved: Day | null
}

/** "Meeting date: Thursday..." as label and value, in one cell or two, or null. */
export const labelled = (line: Line, template: readonly TemplateEntry[]): { entry: TemplateEntry; value: string } | null => {
  const whole = line.cells.filter(Boolean)
  const byCell = whole.length > 1 ? entryFor(template, whole[0]!) : null
  if (byCell?.field) return { entry: byCell, value: whole.slice(1).join(' ') }
  const colon = /^([A-Za-z' /-]{3,40}):\s*(.*)$/s.exec(line.text)
  const byColon = colon ? entryFor(template, colon[1]!) : null
  return byColon?.field ? { entry: byColon, value: colon![2]! } : null
}

/** "Classification Open": a label that stands before its value without a colon, or alone. */
const looselyLabelled = (line: Line, template: readonly TemplateEntry[]): { entry: TemplateEntry; value: string } | null => {
  if (line.text.length > 60) return null
  const words = line.text.split(' ')
  for (let n = Math.min(4, words.length); n > 0; n -= 1) {
    const entry = entryFor(template, words.slice(0, n).join(' '))
    if (entry?.field && words.length - n <= 1) return { entry, value: words.slice(n).join(' ') }
  }
  return null
}

const fieldsOf = (head: readonly Line[], template: readonly TemplateEntry[]): Field[] =>
  head.flatMap((line, i) => {
    const found = labelled(line, template) ?? looselyLabelled(line, template)
    if (!found) return []
    const next = head[i + 1]
    return [{ entry: found.entry, line, value: found.value || (next && !labelled(next, template) ? next.text : '') }]
  })

type Heading = { readonly entry: TemplateEntry; /** What follows the heading on its own line. */ readonly rest: string }
const isHeading = (line: Line, template: readonly TemplateEntry[]): Heading | null => {
  if (line.cells.length > 1 && line.cells.filter(Boolean).length > 1) return null
  const entry = entryFor(template, /used for /i.test(line.text) ? line.text.replace(/\bUsed for .*$/i, '').trim() : line.text)
  if (entry && !entry.field) return { entry, rest: '' }
  const [, name, rest] = /^((?:\d+(?:\.\d+)*\s+)?[A-Z][A-Za-z ]{3,30}):\s+(.+)$/s.exec(line.text) ?? []
  const inline = name && (name === name.toUpperCase() || /^(appendices|background (papers|documents))$/i.test(name)) ? entryFor(template, name) : null
  return inline && !inline.field ? { entry: inline, rest: rest! } : null
}

const sectionsOf = (lines: readonly Line[], template: readonly TemplateEntry[]): Section[] => {
  const starts = lines.flatMap((line, i) => {
    const found = isHeading(line, template)
    return found ? [{ ...found, i, line }] : []
  })
  return starts.map(({ entry, rest, i, line }, n) => {
    const own = lines.slice(i + 1, starts[n + 1]?.i ?? lines.length)
    return { entry, heading: line, lines: rest === '' ? own : [{ ...line, text: rest, cells: [rest] }, ...own] }
  })
}

const placeholder = /^(click|tap|choose|select|enter|insert|\[|<|tbc|xx|n\/?a$|dd\/mm)/i
const isDateCell = (cell: string): boolean => /^date\b/i.test(cell) || firstDay(cell) !== null
const nameIn = (cells: readonly string[]): string => cells.find((c) => c !== '' && !isDateCell(c) && !placeholder.test(c)) ?? ''

type Discipline = { readonly said: string; readonly plain: string }
const signer = (line: Line, disciplines: readonly Discipline[], next: Line | undefined): Reviewer | null => {
  const first = line.cells.find(Boolean) ?? ''
  if (first.length > 90) return null
  const approver = /^(report )?(approved|cleared|authorised|signed off) by\b/i.test(line.text)
  const plain = plainWords(first)
  const discipline = approver ? 'Approved by' : disciplines.find((d) => plain === d.plain || plain.startsWith(`${d.plain} date`))?.said
  if (!discipline) return null
  const rest = line.cells.length > 1 ? line.cells.slice(line.cells.indexOf(first) + 1) : [line.text.slice(discipline.length).trim()]
  const all = approver && next && /^date\b/i.test(next.text) ? [...rest, next.text] : rest
  const date = all.find((c) => firstDay(c) !== null) ?? ''
  return { discipline, name: nameIn(all), date, day: firstDay(date), line, approver }
}

const reviewersOf = (sections: readonly Section[], settings: CheckSettings): Reviewer[] => {
  const disciplines = settings.reviewers.flatMap((r) => r.split('|')).map((said): Discipline => ({ said, plain: plainWords(said) }))
  return sections.filter((s) => /review|sign|clearance|approval/i.test(s.entry.name)).flatMap((s) => {
    const signed = s.lines.flatMap((line, i) => signer(line, disciplines, s.lines[i + 1]) ?? [])
    const approver = signed.findIndex((r) => r.approver)
    return approver < 0 ? signed : signed.slice(0, approver + 1)
  })
}

/** The day beside "Meeting date"; where its weekday doesn't fit, another place must say the day. */
const saidMeeting = (value: string, head: readonly Line[], lines: readonly Line[], called: Day | null): Day | null =>
  soundDay(value, lines) ?? called ?? (firstDay(value) !== null ? null : meetingDayIn(head) ?? head.map((l) => soundDay(l.text, lines)).find((d) => d !== null) ?? null)

const noTitle = /\b(?:council|authority)$|^(?:report (?:to|of|by)|agenda item|cabinet|executive|committee|council|date|meeting|item \d)\b|^.{0,8}$/i
/** The title of a report that does not label it: the first line that is not the council's name. */
const titleIn = (head: readonly Line[]): string => (head.find((l) => l.style !== 'row' && !noTitle.test(l.text)) ?? head[0])?.text ?? ''

/** What a report's lines are: header, sections, who signed. */
export const readReport = (lines: readonly Line[], settings: CheckSettings, meeting: Day | null): Report => {
  const template = templateOf(settings)
  const sections = sectionsOf(lines, template)
  const head = lines.slice(0, sections[0] ? lines.indexOf(sections[0].heading) : 20)
  const fields = fieldsOf(head, template)
  const value = (name: RegExp): string => fields.find((f) => name.test(f.entry.name))?.value ?? ''
  const reviewers = reviewersOf(sections, settings)
  return {
    title: value(/^title/i) || titleIn(head), lines, fields, sections, reviewers,
    meeting: saidMeeting(value(/date/i), head, lines, meeting),
    approved: reviewers.find((r) => r.approver)?.day ?? null,
  }
}

export const sectionNamed = (report: Report, name: RegExp): Section | null => report.sections.find((s) => name.test(s.entry.name)) ?? null
export const fieldNamed = (report: Report, name: RegExp): Field | null => report.fields.find((f) => name.test(f.entry.name)) ?? null
