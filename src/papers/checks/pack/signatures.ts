import type { Day } from '../../../kit/day.ts'
import { saidDates } from '../dates/said.ts'
import type { Line } from './lines.ts'

/** One who cleared, approved or was consulted on a paper, in whatever layout the council has. `day` is null where no date stands. */
export type Signature = { readonly who: string; readonly date: string; readonly day: Day | null; readonly line: Line }

const number = String.raw`(?:(?:[A-Z]|\d{1,2}(?:\.\d)?)[.)]?\s+)?`
const heading = new RegExp(String.raw`^${number}(?:report |officer |statutory |final )?(?:sign(?:ed)?[- ]?offs?|clearances?|cleared (?:by|for)\b.*|approvals?|officers? (?:consulted|clearance)|(?:report )?reviewers?|statutory officers?|consulted)(?: (?:by|for|of|from|used|officers?|and|report|publication|issue)\b.*)?:?$`, 'i')
const isHeading = (line: Line): boolean => line.text.length < 64 && line.cells.filter(Boolean).length === 1 && heading.test(line.text)
const dateColumn = /^(?:date(?: (?:cleared|signed|approved|of (?:sign|clear|approv)\S*|received))?|signed|cleared(?: on)?|signed off)$/i
const whoColumn = /^(?:reviewer|(?:statutory |chief )?officer|discipline|role|service|name|post|sign-?off|approver|cleared by|clearance|consultee|department|signed by)\b/i
const isColumns = (line: Line): boolean => line.style === 'row' && line.cells.some((c) => dateColumn.test(c)) && line.cells.some((c) => whoColumn.test(c))

const signatureOf = (line: Line, who: string): Signature => {
  const said = saidDates(line.text).find((d) => d.day !== null)
  return { who, date: said?.text ?? '', day: said?.day ?? null, line }
}
const most = 14
/** The rows or short lines under a heading of signing, up to the first that is neither. */
const under = (lines: readonly Line[], from: number): Signature[] => {
  const found: Signature[] = []
  for (const line of lines.slice(from, from + most)) {
    if (isColumns(line)) continue
    if (line.cells.some((c) => /^dates?$/i.test(c)) && line.cells.length > 2) break
    const days = saidDates(line.text).filter((d) => d.day !== null)
    const who = line.style === 'row' ? line.cells.find(Boolean)! : line.text.slice(0, days[0]?.index ?? 0).replace(/[\s:,–-]+$/, '')
    if (days.length > 1 || (line.style === 'row' ? line.cells.length < 2 : days.length === 0 || line.text.length > 110)) break
    found.push(signatureOf(line, who))
  }
  return found
}

const inline = /^(?:report |paper )?(?:approved|cleared|authorised|signed(?: off)?|agreed|reviewed|checked)(?: for (?:publication|issue|submission))?(?: by\b|:)|^(?:report )?author:|^(?:finance|legal|financial|equalit\w+|procurement|human resources|monitoring officer|s(?:ection )?151(?: officer)?)(?: officer)? (?:comments?|clearance|approval|sign-?off)\b.*\bdate\b/i
const discipline = /^(?:comments (?:of|from) (?:the )?)?(?:finance|financial|legal|section 151|s151|monitoring officer|chief (?:finance|executive|officer)|equalit\w+|procurement|human resources|hr|risk|communications|director|head of)\b/i
const datedEnd = /\b(?:date(?: cleared| signed)?|cleared(?: on)?|signed(?: off)?(?: on)?)\s*:?\s*$/i
/** "Finance comments: the costs are met from the budget. Officer: accountant. Date: 3 May 2025", at whatever length. */
const comment = (line: Line): Signature[] => {
  if (line.style === 'row' || !discipline.test(line.text)) return []
  const said = saidDates(line.text).findLast((d) => d.day !== null)
  const ends = said !== undefined && line.text.length - said.index - said.text.length < 3 && datedEnd.test(line.text.slice(0, said.index))
  return ends ? [{ who: line.text.split(/[:.]/)[0]!.slice(0, 50), date: said.text, day: said.day, line }] : []
}
const lastWords = (lines: readonly Line[]): Signature[] => {
  const line = lines.at(-1), who = lines.at(-2)
  const said = line && line.style !== 'row' && line.text.length < 40 ? saidDates(line.text)[0] : undefined
  return said?.day && said.text === line!.text.trim() && who && who.text.length < 60 ? [{ who: who.text, date: said.text, day: said.day, line: line! }] : []
}

/** A row of two cells, "Cleared by" and who, is a signature only at the head of a paper. */
const header = 20
const known = new WeakMap<readonly Line[], readonly Signature[]>()
/** All who signed, in the order of the lines. Rows without a date are among them. */
export const signaturesIn = (lines: readonly Line[]): readonly Signature[] => {
  const before = known.get(lines)
  if (before !== undefined) return before
  const all = lines.flatMap((line, i): Signature[] => {
    if (isHeading(line) || (isColumns(line) && !isHeading(lines[i - 1] ?? line))) return under(lines, i + 1)
    const isField = line.style !== 'row' || (i < header && line.cells.filter(Boolean).length === 2)
    return line.text.length < 160 && isField && inline.test(line.text) && saidDates(line.text).filter((d) => d.day !== null).length === 1 ? [signatureOf(line, line.text.split(/[:,]/)[0]!)] : comment(line)
  })
  const signed = [...new Map([...all, ...lastWords(lines)].map((s) => [s.line, s])).values()]
  known.set(lines, signed)
  return signed
}
