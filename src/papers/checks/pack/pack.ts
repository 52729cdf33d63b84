import type { Day } from '../../../kit/day.ts'
import type { PaperContent } from '../../types.ts'
import type { CheckedPaper, CheckSettings } from '../check.ts'
import { firstDay } from '../dates/said.ts'
import { readLines, type Line } from './lines.ts'
import { sectionHeadings } from './headings.ts'
import { meetingDayIn } from './meeting-day.ts'
import { labelled, readReport, type Report } from './report.ts'
import { templateOf, type TemplateEntry } from './template.ts'

/** A document that stands in a pack. An `attachment` follows its report; `label` is "Appendix A" where it says so. A paper that is no pack is one `paper`. */
export type Part = {
  readonly kind: 'agenda' | 'minutes' | 'report' | 'attachment' | 'paper'
  readonly title: string
  readonly label: string | null
  readonly lines: readonly Line[]
  /** The report itself, or the one it is attached to. */
  readonly report: Report | null
  readonly meeting: Day | null
}
export type Pack = { readonly lines: readonly Line[]; readonly parts: readonly Part[]; readonly reports: readonly Report[]; readonly meeting: Day | null }

const titleLabel = /^(title of report|report title|subject of report)\b/i
const minutesStart = (line: Line): boolean => line.text.length < 300 && /^\W*minutes of (the |a )?(meeting|proceedings)\b|eeting of .{3,80} held (at|on|in)\b/i.test(line.text)

/** A report begins where its title is labelled, or where three labels of a header stand together; a date by itself, with no label right under it, is an agenda's. */
const reportStarts = (lines: readonly Line[], template: readonly TemplateEntry[]): number[] => {
  const titles = lines.flatMap((l, i) => (titleLabel.test(l.text) ? [i] : []))
  if (titles.length > 0) return titles
  const labels = lines.flatMap((l, i) => { const found = labelled(l, template); return found ? [{ i, name: found.entry.name }] : [] })
  const clusters: (typeof labels)[] = []
  for (const label of labels) {
    const last = clusters.at(-1)
    const again = last?.some((x) => x.name === label.name && /^title/i.test(x.name))
    if (last && label.i - last.at(-1)!.i <= 12 && !again) last.push(label)
    else clusters.push([label])
  }
  return clusters.map((c) => c.filter((x, n) => n > 0 || !/date/i.test(x.name) || c[1]?.i === x.i + 1)).filter((c) => new Set(c.map((x) => x.name)).size >= 3).map((c) => c[0]!.i)
}

export const attachmentHeading = /^(appendix|annexe?|schedule|enclosure)\s+([A-Z]|\d{1,2}|[IVX]{1,4})\b(?!\s*(and|to|or|of|sets|shows|is|provides|,|\))\b)/i
const isAttachmentHeading = (line: Line): boolean => line.text.length < 160 && attachmentHeading.test(line.text)
export const labelOf = (text: string): string | null => {
  const m = attachmentHeading.exec(text)
  return m ? `${m[1]![0]!.toUpperCase()}${m[1]!.slice(1).toLowerCase()} ${m[2]!.toUpperCase()}` : null
}

/** A line of the list of appendices, whose own heading comes later. */
const isListed = (lines: readonly Line[], i: number, label: string | null): boolean => {
  const beside = [lines[i - 1], lines[i + 1]].some((l) => l !== undefined && (isAttachmentHeading(l) || /^(?:\d{1,2}\.?\s+)?(?:list of )?(?:appendices|annexes|schedules)\b/i.test(l.text)))
  return beside && label !== null && lines.some((l, k) => k > i + 1 && isAttachmentHeading(l) && labelOf(l.text) === label)
}
/** Where what is attached begins. */
const attachmentStarts = (lines: readonly Line[]): number[] => lines.flatMap((l, i) => (isAttachmentHeading(l) && !isListed(lines, i, labelOf(l.text)) ? [i] : []))

const header = 25
/** A header that lists the appendices before the first of the numbered sections: the report goes on to the last of these. */
const isListedFirst = (lines: readonly Line[], list: number): boolean => {
  const [first] = list < header ? sectionHeadings(lines) : []
  return first !== undefined && first.index > list && first.index < header * 2 && !attachmentStarts(lines).some((i) => i > list && i < first.index)
}
/** Where a report's own pages end: after the signing-off, else at the first appendix after the list of background papers. */
const frontEnd = (lines: readonly Line[], report: Report): number => {
  const at = (line: Line | undefined): number => (line ? lines.indexOf(line) : -1)
  const signed = at(report.reviewers.at(-1)?.line)
  const last = at(report.sections.filter((s) => /background|appendices|review|sign/i.test(s.entry.name)).at(-1)?.heading)
  const from = Math.max(signed, last)
  if (from < 0) return lines.length
  const heading = attachmentStarts(lines).find((i) => i > from) ?? -1
  if (signed < 0 && isListedFirst(lines, from)) return heading < 0 ? lines.length : heading
  const next = lines.findIndex((l, i) => i > from + (signed >= 0 ? 0 : 3) && l.style === 'heading' && !/^date\b/i.test(l.text))
  const signedEnd = signed >= 0 && next < 0 ? signed + 3 : lines.length
  return Math.min(...[heading, next, signedEnd].filter((i) => i >= 0), lines.length)
}

const attachmentsOf = (lines: readonly Line[], report: Report): Part[] => {
  const starts = [...new Set([0, ...attachmentStarts(lines)])]
  return starts.map((start, n) => {
    const own = lines.slice(start, starts[n + 1] ?? lines.length)
    return { kind: 'attachment' as const, title: own[0]?.text ?? '', label: own[0] ? labelOf(own[0].text) : null, lines: own, report, meeting: report.meeting }
  }).filter((part) => part.lines.length > 0)
}

const reportParts = (lines: readonly Line[], settings: CheckSettings, meeting: Day | null): Part[] => {
  const end = frontEnd(lines, readReport(lines, settings, meeting))
  const report = readReport(lines.slice(0, end), settings, meeting)
  return [{ kind: 'report', title: report.title, label: null, lines: report.lines, report, meeting: report.meeting }, ...attachmentsOf(lines.slice(end), report)]
}

/** What was done at some meeting tells its day, not this one's. */
const toldLater = /\b(?:minutes of|was|were|had|noted?|resolved)\b.*\d/i
/** Before the first report: an agenda, then minutes that are put for approval. A paper without agenda words is simply a paper. */
const frontParts = (lines: readonly Line[], alone: boolean): Part[] => {
  const minutes = lines.flatMap((l, i) => (minutesStart(l) ? [i] : []))
  const agenda = lines.slice(0, minutes[0] ?? lines.length)
  const called = agenda.slice(0, 60).some((l) => /^agenda\b(?!\s+item(?:\s+(?:no\.?\s*)?\d+)?\s*$)/i.test(l.text))
  const part = (kind: Part['kind'], own: readonly Line[]): Part => ({ kind, title: own[0]?.text ?? '', label: null, lines: own, report: null, meeting: kind === 'paper' ? meetingDayIn(own) : firstOf(own) })
  const firstOf = (own: readonly Line[]): Day | null => own.slice(0, called ? 40 : 3).map((l) => (toldLater.test(l.text) ? null : firstDay(l.text))).find((d) => d !== null) ?? null
  return [
    ...(agenda.length > 0 ? [part(called ? 'agenda' : alone ? 'paper' : 'agenda', agenda)] : []),
    ...minutes.map((start, n) => part('minutes', lines.slice(start, minutes[n + 1] ?? lines.length))),
  ]
}

const fewLines = 8
/** The few lines above a first report that are no agenda are its title. */
const withTitle = (lines: readonly Line[], starts: readonly number[]): readonly number[] => {
  const [first = 0] = starts
  return first > 0 && first <= fewLines && !lines.slice(0, first).some((l) => /^agenda\b/i.test(l.text) || minutesStart(l)) ? [0, ...starts.slice(1)] : starts
}

/** A paper split into the documents it holds. */
export const splitPack = (content: PaperContent, settings: CheckSettings): Pack => {
  const lines = readLines(content)
  const starts = withTitle(lines, reportStarts(lines, templateOf(settings)))
  const front = frontParts(lines.slice(0, starts[0] ?? lines.length), starts.length === 0)
  const called = front.find((p) => p.kind === 'agenda')?.meeting ?? null
  const parts = [...front, ...starts.flatMap((start, n) => reportParts(lines.slice(start, starts[n + 1] ?? lines.length), settings, called))]
  const reports = parts.filter((p) => p.kind === 'report').map((p) => p.report!)
  const meeting = parts.find((p) => p.kind === 'agenda')?.meeting ?? reports.find((r) => r.meeting !== null)?.meeting ?? parts.find((p) => p.kind === 'paper')?.meeting ?? null
  return { lines, parts, reports, meeting }
}

const split = new WeakMap<PaperContent, { settings: CheckSettings; pack: Pack }>()
/** The pack of a paper that is being checked; split once for all checks. */
export const packOf = ({ content, settings }: CheckedPaper): Pack => {
  const known = split.get(content)
  if (known && known.settings === settings) return known.pack
  const pack = splitPack(content, settings)
  split.set(content, { settings, pack })
  return pack
}
