import type { Check, CheckedPaper } from '../check.ts'
import { usual } from './blank-cells.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { isNumberedLine, sectionHeadings } from '../pack/headings.ts'
import type { Line } from '../pack/lines.ts'
import { attachmentHeading, labelOf, packOf, type Part } from '../pack/pack.ts'
import { entryFor, templateOf, type TemplateEntry } from '../pack/template.ts'

const field = /^((?:(?:\d{1,2}|[A-Z])[.)]?\d{0,2}\.?\s+)?(?:[-•]\s)?)([A-Z][A-Za-z0-9 ,&'’/()-]{2,50}):\s*(.*)$/s
type Field = { readonly mark: string; readonly name: string; readonly rest: string }
const fieldOf = (line: Line | undefined): Field | null => {
  const m = line && isNumberedLine(line) ? field.exec(line.text) : null
  return m ? { mark: m[1]!.replace(/\d+/g, '1').trim(), name: m[2]!, rest: m[3]! } : null
}
/** "8.3 Equality:" with nothing after it, between "8.2 Legal: none" and "8.4 Risk: low". */
const emptyFields = (part: Part): Fault[] => part.lines.flatMap((line, i): Fault[] => {
  if (!line.text.endsWith(':') || line.text.length > 64) return []
  const own = fieldOf(line)
  if (own?.rest !== '' || (!/\d/.test(own.mark) && !usual.test(own.name))) return []
  const [before, after] = [fieldOf(part.lines[i - 1]), fieldOf(part.lines[i + 1])]
  const alike = [before, after].filter((f) => f !== null && f.mark === own.mark && f.rest !== '')
  const goesOn = part.lines[i + 1] !== undefined && after === null && !isHeading(part, part.lines[i + 1]!)
  return alike.length === 0 || goesOn ? [] : [{ at: line, found: 'nothing', message: `"${line.text}" has nothing after it; "${brief(alike[0]!.name, 40)}" beside it has. Write it, or "None".` }]
})

const isHeading = (part: Part, line: Line): boolean => line.style === 'heading' || attachmentHeading.test(line.text) || sectionHeadings(part.lines).some((s) => s.line === line)
const closing = /^(?:\d{1,2}\.?\s+)?(?:officers? consulted|sign-?off|signed|clearances?|cleared (?:by|for).{0,20}|approvals?|contacts?|contact (?:officer|details)|documents relied on|background (?:papers|documents)|appendices|annexes|schedules|sources)$/i
const isNamed = (line: Line, template: readonly TemplateEntry[]): boolean => {
  if (line.style === 'row' || line.text.endsWith(':') || line.text.length > 60) return false
  const entry = entryFor(template, line.text)
  return (entry !== null && !entry.field) || closing.test(line.text)
}
/** Known headings, and the numbered ones, with the next heading right under them. Reports with a header have a rule of their own. */
const emptySections = (part: Part, template: readonly TemplateEntry[]): Fault[] => {
  const sections = sectionHeadings(part.lines)
  const at = new Map(sections.map((s) => [s.line, s]))
  const known = new Set(part.report?.sections.map((s) => s.heading) ?? [])
  return part.lines.flatMap((line, i): Fault[] => {
    const next = part.lines[i + 1]
    if (next === undefined || i < 2 || known.has(line) || (!at.has(line) && !isNamed(line, template)) || /^(?:\d{1,2}\.?\s+)?(?:append|annex|schedules)/i.test(line.text)) return []
    const [own, other] = [at.get(line), at.get(next)]
    const empty = own && other ? other.number === own.number + 1 : !own && (isNamed(next, template) || (attachmentHeading.test(next.text) && line.style === 'heading'))
    return empty ? [{ at: line, found: 'nothing', message: `The section "${line.text}" is empty: "${brief(next.text, 50)}" follows at once. Write it, or "None".` }] : []
  })
}

/** An appendix of which only the heading is there, where others have more. */
const emptyAttachments = (parts: readonly Part[]): Fault[] => {
  const attached = parts.filter((p) => p.kind === 'attachment' && p.label !== null)
  const last = attached.at(-1)
  return attached.filter((p) => p.lines.length === 1 && p !== last && attached.filter((q) => q.label === p.label).length === 1 && attached.some((q) => q.lines.length > 2 && attached.indexOf(q) < attached.indexOf(p)) && !/\b(?:exempt|confidential|not published|separate|to follow|link)\b/i.test(p.title))
    .map((p) => ({ at: p.lines[0]!, found: 'nothing', message: `Under "${brief(p.title, 70)}" there is nothing. Add what belongs there, or take the heading out.` }))
}

const implications = (equality: string): string => `Roads of the county\n\n1. Roads\n\nThey are old.\n\n8. Implications\n\n8.1 Legal: none.\n\n8.2 Equality:${equality}\n\n8.3 Climate: none.\n`
export const empty: Check = defineCheck({
  code: 'completeness.empty', title: 'Headings and labels with nothing under them', level: 'error',
  about: 'A numbered or well-known heading that the next heading follows at once, a label such as "8.3 Equality:" with nothing after it beside others that are filled, or an appendix that is only its heading. Write it, or "None".',
  right: [implications(' none.'), implications('\n\nNo group is affected by the works.'), 'Roads of the county\n\nThey are old.\n\nBackground papers\n\nNone\n\nSign-off\n\nFinance\tAccountant\t1 May 2025\n'],
  wrong: [implications(''), 'Roads of the county\n\n1.\tMoney: the roads cost £4m.\n2.\tImplications:\n3.\tPapers relied on: the roads plan.\n', 'Roads of the county\n\nThey are old.\n\nBackground papers\n\nOfficers consulted\n\nFinance\tAccountant\t1 May 2025\n'],
  find: (paper: CheckedPaper) => {
    const { parts } = packOf(paper)
    const told = parts.filter((p) => p.kind === 'report' || p.kind === 'paper' || p.kind === 'attachment')
    return [...told.flatMap((part) => [...emptyFields(part), ...emptySections(part, templateOf(paper.settings))]), ...emptyAttachments(parts)]
  },
})

const entry = /^(Appendix|Annexe?|Schedule)\s+([A-Z]|\d{1,2})\s*[:.–-]\s*(\S.{2,100})$/
type Entry = { readonly label: string; readonly title: string; readonly line: Line }
const entriesOn = (line: Line): Entry[] => (line.text.length > 300 ? [] : line.cells.flatMap((cell) => cell.replace(/^(?:enclosures?|attachments?|attached|annexes|appendices|schedules)\s*:\s*/i, '').split(/;\s*/)).flatMap((piece) => {
  const m = entry.exec(piece.trim())
  return m && !/[.]$/.test(m[3]!) ? [{ label: labelOf(m[0]) ?? `${m[1]} ${m[2]}`, title: m[3]!.toLowerCase(), line }] : []
}))
const notHere = /\b(?:exempt|confidential|not published|restricted|separate|to follow|available|link|circulated|part ii|part 2|https?)\b/i
const report = (...after: readonly string[]): string => `Roads of the county\n\nThey are old.\n\nAppendices\n\nAppendix 1: Miles of road\nAppendix 2: Bridges\n\n${after.join('\n\n')}\n`
const miles = 'Appendix 1: Miles of road\n\nRoad\tMiles\nMill Road\t3'

export const listedAppendix: Check = defineCheck({
  code: 'completeness.appendix-list', title: 'Appendices that do not follow their list', level: 'warning',
  about: 'The paper lists its appendices, and most of them follow. One that is listed and does not follow was forgotten, or follows under another number. Add it, or correct its name.',
  right: [report(miles, 'Appendix 2: Bridges\n\nBridge\tAge\nMill Bridge\t90'), `Roads of the county\n\nEnclosures: Appendix 1 - Miles of road; Appendix 2 - Bridges\n\nThey are old.\n\n${miles.replace(': ', ' - ')}\n\nAppendix 2 - Bridges\n\nBridge\tAge\nMill Bridge\t90\n`, report('The appendices are kept apart.')],
  wrong: [report(miles), report(miles, 'Appendix 3: Bridges\n\nBridge\tAge\nMill Bridge\t90')],
  find: (paper) => {
    const { parts } = packOf(paper)
    const reports = [...new Set(parts.map((p) => p.report))]
    const families = reports.flatMap((r) => (r === null ? parts.filter((p) => p.kind === 'paper').map((p) => p.lines) : [parts.flatMap((p) => (p.report === r ? p.lines : []))]))
    return families.flatMap((lines): Fault[] => {
      const all = lines.filter((l) => /(?:Appendix|Annex|Schedule)/.test(l.text)).flatMap(entriesOn)
      const times = (e: Entry): number => all.filter((o) => o.label === e.label).length
      const heads = all.filter((e, i) => all.findIndex((o) => o.label === e.label) < i)
      const once = all.filter((e) => times(e) === 1)
      if (heads.length === 0 || once.length === 0 || once.length > 2) return []
      const first = all.indexOf(heads[0]!)
      const [listed, stray] = [once.filter((e) => all.indexOf(e) < first && !notHere.test(e.line.text)), once.filter((e) => all.indexOf(e) > first)]
      const same = listed.flatMap((e) => stray.filter((s) => s.title === e.title).map((s) => ({ e, s })))
      return [
        ...same.map(({ e, s }): Fault => ({ at: s.line, also: [e.line], level: 'error', found: s.label, expected: e.label, message: `"${brief(s.line.text, 70)}" is ${e.label} in the list. Use one number.` })),
        ...listed.filter((e) => !same.some((x) => x.e === e) && stray.length === 0).map((e): Fault => ({ at: e.line, found: e.label, message: `"${e.label}: ${brief(e.title, 60)}" is listed, but does not follow; the others do. Add it, or take it off the list.` })),
      ]
    })
  },
})
