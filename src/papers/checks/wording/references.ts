import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { linesOf, sectionHeadings } from '../pack/headings.ts'
import type { Line } from '../pack/lines.ts'
import { labelOf, packOf, type Part } from '../pack/pack.ts'

/** A document with the lines of all that is attached to it. */
type Whole = { readonly part: Part; readonly attached: readonly Part[]; readonly lines: readonly Line[] }
const documents = (paper: CheckedPaper): Whole[] => {
  const { parts } = packOf(paper)
  return parts.filter((p) => p.kind === 'report' || p.kind === 'paper' || p.kind === 'attachment').map((part) => {
    const family = part.report === null ? [part] : parts.filter((p) => p.report === part.report)
    return { part, attached: family.filter((p) => p !== part), lines: family.flatMap((p) => p.lines) }
  })
}
const lastNumber = (text: string): number => Number(text.slice(text.indexOf('.') + 1))
/** "1 to 3", "2.1 to 2.3": every number between; "2 and 4": the two. */
const upTo = (from: string, to: string | undefined, joined: string): string[] => {
  const before = from.slice(0, from.indexOf('.') + 1)
  if (to === undefined || /and|&/.test(joined) || before !== to.slice(0, to.indexOf('.') + 1)) return [from, ...(to === undefined ? [] : [to])]
  return Array.from({ length: Math.max(0, Math.min(30, lastNumber(to) - lastNumber(from) + 1)) }, (_, i) => `${before}${lastNumber(from) + i}`)
}

const numbers = String.raw`\d{1,2}(?:\.\d{1,2})?`
const numberedCite = (noun: string): RegExp => new RegExp(String.raw`\b(${noun})s?\s+((?:${numbers},\s*)*)(${numbers})(?:(,?\s*(?:to|and|&|[-–])\s*)(${numbers}))?(?![\w/%]|\.\d|\s*%|\s+(?:of|to|in|from)\s+(?:the|that|its|an?|schedule|part|our)\b)`, 'g')
const caption = new RegExp(String.raw`^(Table|Figure|Chart)\s+(${numbers})(?![\w])`, 'i')
/** Every number of "Tables 2, 3 and 5". */
const allOf = (m: RegExpMatchArray): string[] => [...(m[2]!.match(/[\d.]+/g) ?? []), ...upTo(m[3]!, m[5], m[4] ?? '')]
const tableCited = numberedCite('Table|Figure|Chart')
const captions = (lines: readonly Line[]): Set<string> => new Set(lines.flatMap((l) => { const m = l.text.length < 200 && /^[TFC]/i.test(l.text) ? caption.exec(l.text) : null; return m ? [`${m[1]!.toLowerCase()} ${m[2]}`] : [] }))
const mentions = (line: Line): boolean => line.text.includes('Table') || line.text.includes('Figure') || line.text.includes('Chart')
const isCaption = (line: Line): boolean => line.text.length < 140 && caption.test(line.text) && !/[.;]$/.test(line.text)

const kindOf = (name: string): string => `${name.split(' ')[0]} ${name.includes('.')}`

export const tableReference: Check = defineCheck({
  code: 'wording.table-reference', title: 'References to tables that are not there', level: 'warning',
  about: 'A report that sends the reader to "Table 3" or "Tables 1 to 5" must have those tables. Correct the number, or caption the table.',
  right: ['The totals are shown in Table 1 below.\n\nTable 1: Totals\n\nA\tB\n', 'The shares (Tables 1 and 2) are those of Table 9 of the national survey.\n\nTable 1: Totals\n\nA\tB\n\nTable 2: Shares\n\nA\tB\n'],
  wrong: ['The totals are shown in Table 2 below.\n\nTable 1: Totals\n\nA\tB\n', 'See Tables 1 to 3.\n\nTable 1: Totals\n\nA\tB\n\nTable 2: Shares\n\nA\tB\n', 'The awards are in Tables 1, 2 and 4.\n\nTable 1: Totals\n\nA\tB\n\nTable 2: Shares\n\nA\tB\n\nTable 3: Wards\n\nA\tB\n', 'It fell by half (Table 12).\n\nTable 1: Totals\n\nA\tB\n', 'It fell by half: see Table 2.3.\n\nTable 2.1 Totals\n\nA\tB\n\nTable 2.2 Shares\n\nA\tB\n'],
  find: (paper) => documents(paper).flatMap(({ part, attached }) => {
    const cites = part.lines.filter((l) => mentions(l) && !isCaption(l))
    if (cites.length === 0) return []
    const own = captions(part.lines)
    // What is attached and counts its tables anew has other tables than those that are meant.
    const there = new Set([...own, ...attached.flatMap((p) => { const others = captions(p.lines); return [...others].some((t) => own.has(t)) ? [] : [...others] })])
    // Tables that are numbered 2.1, 2.2 tell nothing of a "Table 4", which may be a source's.
    const kinds = new Set([...there].map(kindOf))
    return cites.flatMap((line) => [...line.text.matchAll(tableCited)].filter((m) => kinds.has(kindOf(`${m[1]!.toLowerCase()} ${m[3]}`))).flatMap((m): Fault[] => {
      const lost = allOf(m).filter((n) => !there.has(`${m[1]!.toLowerCase()} ${n}`))
      return lost.length === 0 ? [] : [{ at: line, found: m[0], expected: [...there].join(', '), fault: `${m[0]} ${part.title}`, message: `"${m[0]}" is cited, but no table here has the caption "${m[1]} ${lost[0]}". Correct the number, or caption the table.` }]
    }))
  }),
})

const sectionCited = /\b([Ss]ections?)\s+(\d{1,2})(?:(\s*(?:to|and|&)\s*)(\d{1,2}))?(?![\w/(%]|\.\d|\s+(?:of|to|in|from|on|officers?|agreements?|contributions?|notices?|statements?|reports?|monies|money|funds?|funding|income|receipts?|assessments?|plans?|powers?|duty|duties|orders?|grants?|advice|enquir|inquir|homes?|payments?|obligations?|projects?|provides?|requires?|gives?)\b)/g
const ofLaw = /\b(?:under|Act|Regulations|by virtue of|pursuant to|Code|Constitution|Framework|s151)\b/
const small = 40
export const sectionReference: Check = defineCheck({
  code: 'wording.section-reference', title: 'References to sections that are not there', level: 'error',
  about: 'Where the sections of a paper are numbered, "see section 12" must be one of them. A section of an Act or of another document is not meant. Correct the number.',
  right: ['1 Roads\n\nThe costs are in section 3.\n\n2 Law\n\nThe duty is in section 41 of the Highways Act 1980.\n\n3 Costs\n\nThey are low.\n\n4 Risk\n\nThere is none.\n', '1. That Cabinet note the plan\nwith its costs.\n\n2. That Cabinet note the gap\nof £4m.\n\n3. That Cabinet note the roads\nset out in Section 6.\n\n4. That Cabinet note the risk\nof flood.\n'],
  wrong: ['Section 1\tRoads\n\nThey are old. The costs are in section 8.\n\nSection 2\tLaw\n\nThe duty is clear.\n\nSection 3\tCosts\n\nThey are low.\n\nSection 4\tRisk\n\nThere is none.\n', '1 Roads\n\nThe costs are in section 13.\n\n2 Law\n\nThe duty is clear.\n\n3 Costs\n\nThey are low.\n\n4 Risk\n\nThere is none.\n'],
  find: (paper) => documents(paper).filter((d) => d.part.kind !== 'attachment').flatMap(({ part }) => {
    const sections = sectionHeadings(part.lines)
    if (sections.length === 0) return []
    const there = new Set(sections.map((s) => String(s.number)))
    return part.lines.filter((l) => /[Ss]ections? \d/.test(l.text)).flatMap((line) => [...line.text.matchAll(sectionCited)].flatMap((m): Fault[] => {
      const around = line.text.slice(Math.max(0, m.index - 40), m.index + m[0].length + 60).split(/\.\s/).find((s) => s.includes(m[0])) ?? ''
      const lost = upTo(m[2]!, m[4], m[3] ?? '').filter((n) => !there.has(n) && Number(n) < small)
      return lost.length === 0 || ofLaw.test(around) ? [] : [{ at: line, found: m[0], expected: `1 to ${sections.at(-1)!.number}`, message: `"${m[0]}" is cited, but the paper has no section ${lost[0]}; its last is ${sections.at(-1)!.number}. Correct the number.` }]
    }))
  }),
})

const asksFor = /^(?:\d{1,2}(?:\.\d)?[.)]?\s+)?(?:recommendations?|recommendation\(s\)|recommended decisions?|decisions? (?:sought|recommended|required)|proposed decisions?)\b.{0,20}$/i
const itemLabel = /^(?:\(?([a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2})?)\)|([a-zA-Z])\.\s|(\d{1,2}(?:\.\d{1,2})?)\.?\s)/
const label = (line: Line): string | null => { const m = itemLabel.exec(line.text); return m ? (m[1] ?? m[2] ?? m[3])! : null }
const recommendationsIn = (lines: readonly Line[]): Set<string> => {
  const from = lines.findIndex((l) => l.style !== 'row' && asksFor.test(l.text))
  if (from < 0) return new Set()
  const own = lines.slice(from + 1, from + 40)
  const sections = new Set(sectionHeadings(lines).map((s) => s.line))
  const end = own.findIndex((l) => l.style === 'row' || sections.has(l) || (l.style === 'heading' && !/[:;]$|\band$/.test(l.text) && label(l) === null))
  return new Set(own.slice(0, end < 0 ? own.length : end).flatMap((l) => label(l) ?? []))
}
const shape = (text: string): string => (/^\d+\.\d+$/.test(text) ? 'dotted' : /^\d+$/.test(text) ? 'number' : /^[A-Z]$/.test(text) ? 'capital' : 'letter')
const cited = /\b[Rr]ecommendations?\s+(?:\(([a-z]|[ivx]{1,4}|\d{1,2})\)|([a-z])\)|(\d{1,2}(?:\.\d{1,2})?)|([A-Z]))(?![\w/%]|\.\d|\s+(?:of|from|in|by|to|on)\s+(?:the|that|its|an?|last|our)\b)/g
export const recommendationReference: Check = defineCheck({
  code: 'wording.recommendation-reference', title: 'References to recommendations that are not there', level: 'error',
  about: 'A report that speaks of "recommendation d)" must have a recommendation d). Correct the letter or number.',
  right: ['Recommendations\n\nThat:\n\na) the plan is agreed;\nb) the award is delegated.\n\nLaw\n\nThe delegation in recommendation b) is lawful.\n'],
  wrong: ['Recommendations\n\nThat:\n\na) the plan is agreed;\nb) the award is delegated.\n\nLaw\n\nThe delegation in recommendation d) is lawful.\n', '2 Recommendations\n\n2.1 approves the plan;\n\n2.2 delegates the award.\n\n3 Law\n\nThe delegation in recommendation 2.4 is lawful.\n'],
  find: (paper) => documents(paper).filter((d) => d.part.kind !== 'attachment').flatMap(({ part, lines }) => {
    const there = recommendationsIn(part.lines)
    if (there.size < 2) return []
    const rows = new Set(lines.flatMap((l) => (l.style === 'row' ? [l.cells[0] ?? ''] : [])))
    return lines.filter((l) => /ecommendations? [\d(A-Za-z]/.test(l.text)).flatMap((line) => [...line.text.matchAll(cited)].flatMap((m): Fault[] => {
      const said = (m[1] ?? m[2] ?? m[3] ?? m[4])!
      return there.has(said) || rows.has(said) || ![...there].some((t) => shape(t) === shape(said)) ? [] : [{ at: line, found: m[0], expected: [...there].join(', '), message: `"${m[0]}" is cited, but the recommendations are ${[...there].join(', ')}. Correct it.` }]
    }))
  }),
})

const nouns = 'action|condition|milestone|objective|measure|step|risk|saving|project|proposal'
const numberColumn = new RegExp(String.raw`^(?:no\.?|ref\.?|number|#|id|(?:${nouns})(?: (?:no|ref|number)\.?))$`, 'i')
const nounColumn = new RegExp(String.raw`^(${nouns})s?\b`, 'i')
/** The numbers of the rows of each table whose first column counts actions, conditions or the like. */
const countedRows = (lines: readonly Line[]): Map<string, Set<string>> => {
  const by = new Map<string, Set<string>>()
  let heads: readonly string[] = [], block = -1
  for (const line of lines.filter((l) => l.style === 'row')) {
    if (line.block !== block) { heads = []; block = line.block }
    if (numberColumn.test(line.cells[0] ?? '')) heads = line.cells.slice(1).flatMap((c) => (c.length < 40 ? nounColumn.exec(c)?.[1]?.toLowerCase() ?? [] : []))
    else if (/^\d{1,2}(\.\d{1,2})?$/.test(line.cells[0] ?? '')) for (const noun of heads) by.set(noun, (by.get(noun) ?? new Set()).add(line.cells[0]!))
  }
  return by
}
const rowCited = new RegExp(String.raw`\b(${nouns})s?\s+(\d{1,2}(?:\.\d{1,2})?)(?![\w/%,]|\.\d|\s*%|\s+(?:of|on|from|in)\s+(?:the|that|its|last|our)\b|\s+(?:million|per|years?|months?|weeks?|days?|hours?))`, 'gi')
export const rowReference: Check = defineCheck({
  code: 'wording.row-reference', title: 'References to numbered actions or conditions that are not there', level: 'error',
  about: 'A paper that speaks of "action 4.5" or "condition 3" must have a row of that number in its table of actions or conditions. Correct the number.',
  right: ['The events (action 1.2) go on.\n\nNo.\tAction\tLead\n1.1\tOpen the hub\tHead of Hubs\n1.2\tHold six events\tHead of Events\n1.3\tClose the gate\tHead of Gates\n'],
  wrong: ['The events (action 1.5) go on.\n\nNo.\tAction\tLead\n1.1\tOpen the hub\tHead of Hubs\n1.2\tHold six events\tHead of Events\n1.3\tClose the gate\tHead of Gates\n'],
  find: (paper) => documents(paper).flatMap(({ part, lines }) => {
    const by = countedRows(lines)
    if (by.size === 0) return []
    return part.lines.flatMap((line) => [...line.text.matchAll(rowCited)].flatMap((m): Fault[] => {
      const there = by.get(m[1]!.toLowerCase())
      const alike = [...(there ?? [])].filter((t) => shape(t) === shape(m[2]!))
      return !there || there.has(m[2]!) || alike.length < 3 ? [] : [{ at: line, found: m[0], expected: `${alike[0]} to ${alike.at(-1)}`, message: `"${m[0]}" is cited, but the table of ${m[1]!.toLowerCase()}s has ${alike.join(', ')}. Correct the number.` }]
    }))
  }),
})

const scheduleCited = /\b(Schedule)\s+(\d{1,2}|[A-Z])(?![\w/]|\.\d|\s+(?:of|to)\b)/g
const sheetNumber = /\b(?:[Ss]heet|[Ww]orksheet|[Tt]ab)s?\s+(\d{1,2})(?![\d.]\d|\s+of\b)/g
const sheetCited = /\b(?:sheet|worksheet|tab)\s+["“‘']([^"”’']{2,40})["”’']/g
export const attachedReference: Check = defineCheck({
  code: 'wording.attached-reference', title: 'References to schedules and sheets that are not there', level: 'error',
  about: 'A paper with schedules of its own must have the schedule that it cites, and a workbook the sheet. Correct the name.',
  right: ['The scores are in Schedule 2.\n\nSchedule 1: Awards\n\nA\tB\n\nSchedule 2: Scores\n\nA\tB\n', 'Schedule 12 to the Local Government Act 1972 applies.\n\nSchedule 1: Awards\n\nA\tB\n'],
  wrong: ['The scores are in Schedule 3.\n\nSchedule 1: Awards\n\nA\tB\n\nSchedule 2: Scores\n\nA\tB\n'],
  find: (paper) => {
    const sheets = paper.content.format === 'xlsx' ? new Set(paper.content.blocks.flatMap((b) => (b.source.cell ? [b.source.cell.split('!')[0]!.toLowerCase()] : []))) : null
    const lost = (m: RegExpExecArray): boolean => (/^\d/.test(m[1]!) ? Number(m[1]) > sheets!.size && ![...sheets!].some((name) => name.includes(m[1]!)) : !sheets!.has(m[1]!.toLowerCase()))
    const inSheets = sheets === null ? [] : packOf(paper).lines.flatMap((line) => [...line.text.matchAll(sheetCited), ...line.text.matchAll(sheetNumber)].filter(lost).map((m): Fault => ({ at: line, found: m[0], expected: [...sheets].join(', '), message: `${m[0]} is cited, but the workbook has no such sheet. Correct it.` })))
    return [...inSheets, ...documents(paper).flatMap(({ part, lines }) => {
      const there = new Set(lines.flatMap((l) => (l.text.length < 160 && /^schedule/i.test(l.text) ? labelOf(l.text) ?? [] : [])))
      return there.size === 0 ? [] : part.lines.filter((l) => l.text.includes('Schedule ') && !/\bAct\b|Regulations/.test(l.text)).flatMap((line) => [...line.text.matchAll(scheduleCited)].filter((m) => !there.has(`Schedule ${m[2]}`)).map((m): Fault => ({
        at: line, found: m[0], expected: [...there].join(', '), message: `"${m[0]}" is cited, but the paper has ${[...there].join(', ')}. Correct the number.`,
      })))
    })]
  },
})

const tableOf = new RegExp(String.raw`^Table\s+(${numbers})\b[\s:.–-]*(.*)$`)
const stem = (word: string): string => word.toLowerCase().replace(/(?:ies|y)$/, 'i').replace(/(?:es|s)$/, '')
const stems = (text: string): Set<string> => new Set(text.split(/[^A-Za-z]+/).filter((w) => w.length > 3).map(stem))
const place = String.raw`(Table|section)\s+(${numbers})(?![\w/]|\.\d|\s+of\b)`
const sentAt = new RegExp(String.raw`\b([A-Za-z]{4,}(?:\s+[A-Za-z]+){0,2})\s+(?:(?:in|shown in|set out in|given in|listed in|at)\s+|\((?:see\s+)?)${place}`, 'g')
const opens = new RegExp(String.raw`(?:^|\.\s+)${place}\s+(?:shows?|gives?|sets? out|has|lists?|compares?|tells?)\b([^.]*)`, 'g')
type Subject = { readonly line: Line; readonly said: string; readonly name: string; readonly words: Set<string>; readonly whole: boolean }
/** What is said of a table: the words before "(Table 2)", or the sentence before "Table 2 shows", in which a `whole` heading must then stand. */
const subjectsOn = (line: Line): Subject[] => [
  ...[...line.text.matchAll(sentAt)].map((m) => ({ line, said: m[0], name: `${m[2]} ${m[3]}`, words: stems(m[1]!), whole: false })),
  ...[...line.text.matchAll(opens)].filter((m) => m.index > 0).map((m) => ({ line, said: `${m[1]} ${m[2]}`, name: `${m[1]} ${m[2]}`, words: stems(line.text.slice(0, m.index).split(/[.;]\s+/).at(-1)!), whole: true })),
]
/** Each table or section that can be cited: the words of its heading, and all words that stand in it. */
type Place = { readonly name: string; readonly head: Set<string>; readonly all: () => Set<string> }
const placesOf = (part: Part): Place[] => {
  const sections = sectionHeadings(part.lines)
  const found = part.lines.flatMap((l, i): Place[] => {
    const m = l.style === 'row' || l.text.length > 140 ? null : tableOf.exec(l.text)
    if (!m || /[.;]$/.test(l.text)) return []
    const next = part.lines.slice(i + 1), end = next.findIndex((x) => x.style !== 'row')
    return [{ name: `Table ${m[1]}`, head: stems(m[2]!), all: () => stems([l, ...next.slice(0, end < 0 ? next.length : end)].map((x) => x.text).join(' ')) }]
  })
  return [...found, ...sections.map((s): Place => ({ name: `section ${s.number}`, head: stems(s.title), all: () => stems([s.line, ...linesOf(part.lines, sections, s)].map((x) => x.text).join(' ')) }))]
}
export const referenceSubject: Check = defineCheck({
  code: 'wording.reference-subject', title: 'References to a table or section about something else', level: 'warning',
  about: '"The indicators in Table 3" sends the reader to a table that says nothing of indicators, while the heading of another does. Correct the number.',
  right: ['Members note the indicators in Table 2.\n\nTable 1: Loans\n\nLender\tSum\nBank\t5\n\nTable 2: Indicators\n\nName\tLimit\nDebt\t7\n'],
  wrong: ['Members note the indicators in Table 1.\n\nTable 1: Loans\n\nLender\tSum\nBank\t5\n\nTable 2: Indicators\n\nName\tLimit\nDebt\t7\n', 'Ten loans were made. Table 2 shows that four are repaid.\n\nTable 1: Loans\n\nLender\tSum\nBank\t5\n\nTable 2: Indicators\n\nName\tLimit\nDebt\t7\n'],
  find: (paper) => documents(paper).filter((d) => d.part.kind !== 'attachment').flatMap(({ part }) => {
    const cites = part.lines.filter((l) => /(?:Table|section) \d/.test(l.text)).flatMap(subjectsOn)
    const places = cites.length === 0 ? [] : placesOf(part)
    return cites.flatMap(({ line, said, name, words, whole }): Fault[] => {
      const has = (own: ReadonlySet<string>): boolean => [...words].some((w) => own.has(w))
      const isNamed = (own: ReadonlySet<string>): boolean => (whole ? own.size > 0 && [...own].every((w) => words.has(w)) : has(own))
      const [there, ...more] = places.filter((p) => p.name === name)
      const meant = places.filter((p) => p !== there && p.name.split(' ')[0] === name.split(' ')[0] && isNamed(p.head))
      if (!there || more.length > 0 || meant.length === 0 || meant.length > 2 || has(whole ? there.head : there.all())) return []
      return [{ at: line, found: said, expected: meant[0]!.name, message: `"${brief(said, 60)}": ${name} says nothing of that, but ${meant.map((p) => p.name).join(' and ')} does. Correct the number.` }]
    })
  }),
})
