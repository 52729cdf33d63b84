import { profileOf, likeness, plainWords } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { labelOf, packOf, type Pack, type Part } from '../pack/pack.ts'
import { sectionNamed, type Report } from '../pack/report.ts'

const report = (appendices: string, body = 'The plan is in Appendix A.'): string =>
  `Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 13 March 2025\nPurpose\n\nTo agree the plan.\n\nKey considerations\n\n1. ${body}\n\nAppendices\n\n${appendices}\n\nBackground papers\n\nNone\n`

const citation = /\b(appendix|appendices|annexe?|annex)\s+([A-Z]|\d{1,2})(?![\w'’])(?:\s?[-–]\s?([A-Z])(?![\w'’]))?/gi
type Cited = { readonly label: string; readonly line: Line; readonly words: string }
const upTo = (from: string, to: string | undefined): string[] =>
  to === undefined ? [from.toUpperCase()] : Array.from({ length: Math.max(1, to.toUpperCase().charCodeAt(0) - from.toUpperCase().charCodeAt(0) + 1) }, (_, i) => String.fromCharCode(from.toUpperCase().charCodeAt(0) + i))

/** Someone else's appendix: "Appendix B of the Council report", "appendix 1 to the minutes". */
const elsewhere = /^\s*(\)\s*)?(of|to|in|from)\s+(the|that|its|an?)\b/i
const kindOf = (word: string): string => (/^annex/i.test(word) ? 'Annex' : 'Appendix')

/** "Appendix A – The plan", alone or several on a line: an entry of a list or a heading, and no place that the text sends to. */
const isEntry = (text: string, m: RegExpExecArray): boolean =>
  /^\s*[-–—:]\s*[A-Z]/.test(text.slice(m.index + m[0].length)) && !/(?:\b(?:in|at|to|see|of|and|or|with|from|by|under|per|as|the)|[(,])\s*$/i.test(text.slice(0, m.index))
const entriesIn = (lines: readonly Line[]): string[] => lines.flatMap((line) => [...line.text.matchAll(citation)].flatMap((m) => (isEntry(line.text, m) ? [`${kindOf(m[1]!)} ${m[2]!.toUpperCase()}`] : [])))

const citedIn = (lines: readonly Line[]): Cited[] => lines.flatMap((line) => [...line.text.matchAll(citation)].flatMap((m) => {
  if (isEntry(line.text, m) || elsewhere.test(line.text.slice(m.index + m[0].length)) || (m[2] === 'a' && m[2] !== m[2].toUpperCase() && !/appendix a\b/i.test(m[0]))) return []
  return upTo(m[2]!, m[3]).map((letter) => ({ label: `${kindOf(m[1]!)} ${letter}`, line, words: m[0] }))
}))

type Listed = { readonly label: string; readonly title: string; readonly line: Line }
const plainLabel = (label: string): string => label.replace(/^Annexe/, 'Annex').replace(/^(Schedule|Enclosure)/, 'Appendix')
const listedIn = (r: Report): Listed[] => (sectionNamed(r, /^appendices/i)?.lines ?? []).flatMap((line) => {
  const label = labelOf(line.text) ?? (/^(appendix|annexe?)\s+[A-Z0-9]+\b/i.exec(line.text)?.[0] ?? null)
  return label ? [{ label: plainLabel(labelOf(label) ?? label), title: line.text.slice(label.length).replace(/^\W+/, ''), line }] : []
})
const attachedTo = (pack: Pack, r: Report): Part[] => pack.parts.filter((p) => p.kind === 'attachment' && p.report === r)
/** The report's own words: not the list of appendices, nor what is attached. */
const bodyOf = (r: Report): Line[] => { const list = sectionNamed(r, /^appendices/i)?.lines ?? []; return r.lines.filter((l) => !list.includes(l)) }

export const absent: Check = defineCheck({
  code: 'completeness.appendix-absent', title: 'Appendices that are cited but not there', level: 'error',
  about: 'An appendix that the text sends the reader to must be in the report\'s list of appendices, or stand in the pack under that name. Correct the name, or add the appendix to the list.',
  right: [report('Appendix A: The plan'), report('', 'Enclosures: Appendix A – The plan Appendix B – What it costs. See Appendix B.')],
  wrong: [report('Appendix 1: The plan'), report('Appendix A: The plan', 'The plan is in Appendix A, the costs in Appendix B.')],
  find: (paper) => {
    const pack = packOf(paper)
    return pack.reports.flatMap((r) => {
      const listed = listedIn(r)
      const there = new Set([...listed.map((l) => l.label), ...entriesIn(r.lines), ...attachedTo(pack, r).flatMap((p) => (p.label ? [plainLabel(p.label)] : []))])
      const list = listed.length > 0 ? `the list has ${listed.map((l) => l.label).join(', ')}` : 'the report lists no appendices'
      return citedIn(bodyOf(r)).filter((c) => !there.has(c.label)).map((c): Fault => ({
        at: c.line, found: c.label, fault: `${r.title} ${c.label}`, expected: listed.map((l) => l.label).join(', ') || 'a list of appendices',
        message: `"${c.label}" is cited, but ${list}. Correct the name, or add it to the list.`,
      }))
    })
  },
})

/** "RESOLVED", "That Cabinet note", "Minutes", "the purpose of this report": a report's appendices are papers of their own, and what is told of the report tells of them too. */
const decided = /^\W*(?:(?:\d{1,2}|[a-z]{1,4})[.)]\s*)?(?:resolved|recommended|that\s+(?:the\s+)?(?:[A-Z]\w+\s+){1,5}(?:notes?|approves?|agrees?|recommends?|endorses?))\b/i
const record = /^(?:agenda item|decisions?(?: details)?|(?:draft )?minutes)\b/i
const reporting = /\b(?:purpose of (?:this |the )?report|report (?:of|by) (?:the )?[A-Z]\w*|report(?:ing)? (?:author|officer)|to this report)\b/i
const ofAnother = (lines: readonly Line[]): boolean =>
  lines.slice(0, 3).some((l) => labelOf(l.text) !== null) || lines.slice(0, 12).some((l) => record.test(l.text) || reporting.test(l.text)) || lines.some((l) => decided.test(l.text))

/** A paper that has appendices of its own is sure to mean them; one that has none may be an appendix, a record or a report with its appendices elsewhere. */
const keepsItsOwn = (lines: readonly Line[], there: ReadonlySet<string>): boolean => there.size > 1 && !lines.slice(0, 3).some((l) => labelOf(l.text) !== null) && !lines.some((l) => decided.test(l.text) || (l.text.length < 40 && record.test(l.text)))
/** "Annexes: A - Equality impact assessment; B - Objections": a list on one line, by letter or number alone. */
const listLine = /^(annexe?s|appendices|attachments|enclosures)\s*:\s*(?=[A-Z\d]{1,2}\s*[:.)–-])/i
const onOneLine = ({ text }: Line): string[] => {
  const list = text.length > 400 ? null : listLine.exec(text)
  return list === null ? [] : text.slice(list[0].length).split(/;\s*(?:and\s+)?/).flatMap((entry) => { const mark = /^([A-Z]|\d{1,2})\s*[:.)–-]/.exec(entry)?.[1]; return mark === undefined ? [] : [`${kindOf(list[1]!)} ${mark}`] })
}
export const lostAppendix: Check = defineCheck({
  code: 'completeness.appendix-lost', title: 'Appendices that a plan sends to and does not have', level: 'warning',
  about: 'A plan or strategy that stands by itself sends the reader to an appendix, and no heading in it has that name. Name the appendix, or say where it is.',
  right: ['The Roads Strategy\n\nThe figures are in Appendix 1.\n\nAppendix 1: Figures\n\nRoad\tMiles\n', 'Appendix 2\n\nThe Roads Strategy\n\nThe costs are in Appendix 3.\n', 'Roads Strategy\n\n1. That Cabinet note the progress, as set out in Annex A.\n', 'Minutes\n\nThe Strategy at Appendix B to the report was debated, and that in Appendix A.\n\nRESOLVED: to adopt both.\n', 'Report of the Director of Roads\n\nThe Strategy is attached as Appendix 1.\n', 'The Roads Strategy\n\nObjections are in Annex B.\n\nAnnexes: A - Map; B - Objections to orders\n'],
  wrong: ['The Roads Strategy\n\nThe figures are in Appendix 1.\n\nFigures\n\nRoad\tMiles\n'],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'paper').flatMap((part) => {
    const there = new Set(part.lines.flatMap((l) => { const label = l.text.length < 160 ? labelOf(l.text) : null; return label ? [plainLabel(label)] : onOneLine(l) }))
    if (ofAnother(part.lines) && !keepsItsOwn(part.lines, there)) return []
    return citedIn(part.lines).filter((c) => !there.has(c.label)).map((c): Fault => ({ at: c.line, found: c.label, fault: c.label, message: `"${c.label}" is cited, but no heading of the paper has that name. Name the appendix, or say where it is.` }))
  }),
})

export const unlisted: Check = defineCheck({
  code: 'completeness.appendix-name', title: 'Appendices under another name than in the list', level: 'warning',
  about: 'The report lists an appendix that does not follow it, and an appendix follows that it does not list: most likely one and the same. Use one name.',
  right: [`${report('Appendix A: The plan')}\nAppendix A: The plan\n\nRoad\tMiles\nMill Road\t3\n`],
  wrong: [`${report('Appendix B: The plan')}\nAppendix A: The plan\n\nRoad\tMiles\nMill Road\t3\n`],
  find: (paper) => {
    const pack = packOf(paper)
    return pack.reports.flatMap((r): Fault[] => {
      const [listed, parts] = [listedIn(r), attachedTo(pack, r).filter((p) => p.label !== null)]
      const stray = parts.filter((p) => !listed.some((l) => l.label === plainLabel(p.label!)) && !p.label!.startsWith('Annex'))
      const lost = listed.filter((l) => !parts.some((p) => plainLabel(p.label!) === l.label))
      return stray.length > 0 && lost.length > 0 ? [{ at: lost[0]!.line, also: stray.map((p) => p.lines[0]!), found: lost.map((l) => l.label).join(', '), expected: stray.map((p) => p.label!).join(', '), message: `The list has ${lost.map((l) => l.label).join(', ')}, but what follows is ${stray.map((p) => p.label!).join(', ')}. Use one name.` }] : []
    })
  },
})

export const titleDiffers: Check = defineCheck({
  code: 'completeness.appendix-title', title: 'Appendices with another title than in the list', level: 'note',
  about: 'The heading of an appendix and its title in the report\'s list each have words that the other has not, so the reader can\'t be sure that it is the right one. Use one title.',
  right: [`${report('Appendix A: Outturn by service')}\nAppendix A: Outturn by service, Quarter 1\n\nService\tAmount\nRoads\t5\n`],
  wrong: [`${report('Appendix A: Parks outturn')}\nAppendix A: Parks update for Quarter 1\n\nService\tAmount\nRoads\t5\n`, `${report('Appendix A: Outturn by service')}\nAppendix A: Long list of schools\n\nSchool\tAmount\nRoads\t5\n`],
  find: (paper) => {
    const pack = packOf(paper)
    return pack.reports.flatMap((r) => listedIn(r).flatMap((listed): Fault[] => {
      const part = attachedTo(pack, r).find((p) => p.label !== null && plainLabel(p.label) === listed.label)
      const heading = part?.title.replace(/^\S+\s+\S+\s*[-–:.]?\s*/, '') ?? ''
      if (!part || heading.length < 8 || listed.title.length < 8 || shares(listed.title, heading)) return []
      return [{ at: part.lines[0]!, also: [listed.line], found: brief(heading), expected: brief(listed.title), message: `${listed.label} is called "${brief(heading, 60)}" here and "${brief(listed.title, 60)}" in the report's list. Use one title.` }]
    }))
  },
})
const contentWords = (title: string): string[] => plainWords(title).split(/\W+/).filter((w) => w.length > 3)
/** One title says all that the other says, or they are all but the same. */
const shares = (a: string, b: string): boolean => {
  const [own, other] = [contentWords(a), contentWords(b)]
  return own.every((w) => other.includes(w)) || other.every((w) => own.includes(w)) || likeness(profileOf(a), profileOf(b)) > 0.75
}
