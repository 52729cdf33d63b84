import { matchesIn } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { isNumberedLine, sectionHeadings } from '../pack/headings.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'

type Numbered = { readonly number: number; readonly line: Line; readonly sub: string | null }
const paragraph = /^(\d{1,3})\.(?!\d)\s*(?=\S)|^(\d{1,3})\.(\d{1,2})\.?\s+(?=[A-Z])/
/** The numbers of paragraphs; numbered headings are told of apart. */
const numberedIn = (part: Part): Numbered[] => {
  const headings = new Set(sectionHeadings(part.lines).map((s) => s.line))
  return part.lines.filter((l) => isNumberedLine(l) && !headings.has(l)).flatMap((line) => {
    const m = paragraph.exec(line.text)
    return m ? [{ number: Number(m[1] ?? m[2]), line, sub: m[3] ?? null }] : []
  })
}
const most = 3
/** Every run of paragraph numbers: a list that starts again from 1 is a run of its own, and the run around it goes on after it. */
const runsOf = (part: Part): Numbered[][] => {
  const all: Numbered[][] = [], open: Numbered[][] = []
  const lastOf = (run: readonly Numbered[]): number => run.at(-1)!.number
  for (const n of numberedIn(part).filter((x) => x.sub === null)) {
    const next = open.findLastIndex((run) => lastOf(run) + 1 === n.number)
    const near = n.number === 1 ? -1 : next >= 0 ? next : open.findLastIndex((run) => n.number >= lastOf(run) && n.number - lastOf(run) <= most + 1)
    if (near < 0) { const run = [n]; all.push(run); open.push(run); continue }
    open[near]!.push(n)
    open.length = near + 1
  }
  return all.filter((run) => run.length >= 4)
}
const isMinutes = (part: Part): boolean => part.kind === 'minutes' || (part.kind === 'paper' && part.lines.slice(0, 6).some((l) => l.text.length < 120 && /\bminutes of\b|^minutes$/i.test(l.text)))
const continuous = (part: Part): boolean => part.kind === 'report' || isMinutes(part)

export const gap: Check = defineCheck({
  code: 'wording.paragraph-gap', title: 'Gaps in the numbering', level: 'warning',
  about: 'The paragraphs of a report are numbered through. A missing number is a paragraph lost or a number skipped, and every reference after it is doubtful. Renumber, or put the paragraph back.',
  right: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. One is here.\n\n2. Two is here.\n\n3. Three is here.\n\n4. Four is here.\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. One is here.\n\n2. Two is here.\n\n4. Four is here.\n\n5. Five is here.\n'],
  find: (paper) => packOf(paper).parts.filter(continuous).flatMap((part) => runsOf(part).flatMap((run) => run.slice(1).flatMap((n, i): Fault[] => {
      const before = run[i]!
      const lost = n.number - before.number - 1
      // A number that stood twice is told of as such.
      return lost < 1 || lost > most || (lost === 1 && run[i - 1]?.number === before.number) ? [] : [{ at: n.line, found: String(n.number), expected: String(before.number + 1), message: `Paragraph ${before.number} is followed by "${brief(n.line.text, 50)}": ${lost === 1 ? `number ${before.number + 1} is` : `${lost} numbers are`} missing. Renumber, or put the paragraph back.` }]
    }))),
})

export const repeatedNumber: Check = defineCheck({
  code: 'wording.paragraph-twice', title: 'The same paragraph number twice', level: 'warning',
  about: 'Two paragraphs of a report have one number, so a reference to it is doubtful. Renumber.',
  right: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. One is here.\n\n2. Two is here.\n\n3. Three is here.\n\n4. Four is here.\n', 'Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. notes it;\n\n2. agrees it.\n\nBackground\n\n1. One is here.\n\n2. Two is here.\n\n3. Three is here.\n\n4. Four is here.\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. One is here.\n\n2. Two is here.\n\n2. Two again is here.\n\n3. Three is here.\n'],
  find: (paper) => packOf(paper).parts.filter(continuous).flatMap((part) => runsOf(part).flatMap((run) => run.slice(1).flatMap((n, i): Fault[] => (
    n.number === run[i]!.number ? [{ at: n.line, also: [run[i]!.line], found: String(n.number), message: `Two paragraphs are numbered ${n.number}: "${brief(run[i]!.line.text, 50)}" and "${brief(n.line.text, 50)}". Renumber from here.` }] : []
  )))),
})

const elsewhere = /^\s*(\([a-z0-9]+\)\s*)*(?:,\s*)?(of|to|in)\s+(the |that |its )?(schedule|act|regulations?|constitution|framework|nppf|code|guidance|policy|rules?|direction|order|report|appendix|annex|strategy|letter|minutes|part)\b/i
const cites = /\bparagraphs?\s+(\d{1,3})(?:\s?(?:-|–|to|and|&)\s?(\d{1,3}))?(?![\d(]|\.\d)/gi
const dotted = /^(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)\.?\s/
const dottedCites = /\b(?:paragraphs?|see)\s+(\d{1,2}\.\d{1,2}(?:\.\d{1,2})?)(?![\d(%]|\.\d|\s*(?:%|m\b|million|per cent|points?))/gi
/** The same where paragraphs are numbered 3.1, 3.2. */
const dottedReferences = (part: Part): Fault[] => {
  const there = new Set(part.lines.flatMap((l) => dotted.exec(l.text)?.[1] ?? []))
  if (there.size < 4) return []
  return part.lines.flatMap((line) => matchesIn(line.text, dottedCites).filter((m) => !there.has(m[1]!) && !elsewhere.test(line.text.slice(m.index + m[0].length))).map((m): Fault => ({
    at: line, found: m[0], message: `"${m[0]}" is cited, but the report has no paragraph ${m[1]}. Correct the number.`,
  })))
}

/** A paper that is no report of the usual form: one run of paragraphs from 1, and no other list. */
const isNumberedThrough = (part: Part, there: ReadonlySet<number>): boolean => {
  const [run, ...more] = runsOf(part)
  return run !== undefined && more.length === 0 && run.length >= 5 && run.length === there.size && there.has(1)
}

export const reference: Check = defineCheck({
  code: 'wording.cross-reference', title: 'References to paragraphs that are not there', level: 'error',
  about: 'A report that sends the reader to "paragraph 12 above" must have a paragraph 12, above. Correct the number.',
  right: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. One is here.\n\n2. Two is here.\n\n3. As paragraph 2 above says.\n\n4. Paragraph 9 of Schedule 3 applies.\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\n1. One is here.\n\n2. Two is here.\n\n3. As paragraph 12 above says.\n\n4. Four is here.\n', 'Roads Forum\n\nFor decision (paragraphs 4 and 9)\n\n1. One is told here.\n\n2. Two is told here.\n\n3. Three is told here.\n\n4. Four is told here.\n\n5. Five is told here.\n', 'Roads Forum\n\nA. Note paragraph 7.\n\n1.\tOne is told here.\n2.\tTwo is told here.\n\nRoads\n\n3.\tThree is told here.\n4.\tFour is told here.\n5.\tFive is told here.\n', 'Roads Policy\n\n1.1 One is here (see 2.5).\n\n1.2 Two is here.\n\n2.1 Three is here.\n\n2.2 Four is here.\n', 'Title of report:\tA\nMeeting:\tB\nPurpose\n\n1.1 One is here.\n\n1.2 Two is here.\n\n1.3 As paragraph 2.4 says.\n\n2.1 Four is here.\n'],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'report' || p.kind === 'paper').flatMap((part) => {
    const numbers = numberedIn(part)
    const there = new Set(numbers.map((n) => n.number))
    if (there.size < 4 || (part.kind === 'paper' && !isNumberedThrough(part, there))) return dottedReferences(part)
    return [...dottedReferences(part), ...part.lines.flatMap((line, at) => matchesIn(line.text, cites).filter((m) => !elsewhere.test(line.text.slice(m.index + m[0].length))).flatMap((m) => [m[1]!, ...(m[2] ? [m[2]] : [])].flatMap((digits): Fault[] => {
      const [number, way] = [Number(digits), /^\s*(above|below)/i.exec(line.text.slice(m.index + m[0].length))?.[1]?.toLowerCase()]
      const target = numbers.find((n) => n.number === number)
      if (!there.has(number)) return [{ at: line, found: `paragraph ${number}`, expected: `1 to ${Math.max(...there)}`, message: `"${m[0]}" is cited, but the report has no paragraph ${number}; its last is ${Math.max(...there)}. Correct the number.` }]
      const place = part.lines.indexOf(target!.line)
      return (way === 'above' && place > at) || (way === 'below' && place < at) ? [{ at: line, found: `${m[0]} ${way}`, level: 'warning', message: `Paragraph ${number} stands ${way === 'above' ? 'below' : 'above'}, not ${way}. Correct the word or the number.` }] : []
    })))]
  }),
})

const item = /^(\d{1,2})\.\s*(.*)$/
const pages = /(?<![\d-])(\d{1,4})\s?[-–]\s?(\d{1,4})(?![\d-])\s*$/
export const agendaPages: Check = defineCheck({
  code: 'wording.agenda-pages', title: 'Page numbers of the agenda', level: 'error',
  about: 'The page spans of an agenda follow one another: each begins after the one before it and runs forwards. Correct the span.',
  right: ['Agenda\n\n\tPages\n3.\tMINUTES\t11 - 28\n7.\tPLAN\t29 - 58\n8.\tBUDGET\t59 - 88\n'],
  wrong: ['Agenda\n\n\tPages\n3.\tMINUTES\t11 - 28\n7.\tPLAN\t25 - 58\n8.\tBUDGET\t59 - 88\n', 'Agenda\n\n\tPages\n3.\tMINUTES\t28 - 11\n7.\tPLAN\t29 - 58\n'],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'agenda').flatMap((part) => {
    const spans = part.lines.flatMap((line) => {
      const m = line.text.length < 120 && (line.style === 'row' || item.test(line.text) || /^\d{1,4}\s?[-–]\s?\d{1,4}$/.test(line.text)) ? pages.exec(line.text) : null
      return m && Number(m[1]) < 1900 ? [{ from: Number(m[1]), to: Number(m[2]), line }] : []
    })
    const ordered = [...spans].sort((a, b) => a.from - b.from)
    return [
      ...spans.filter((s) => s.to < s.from).map((s): Fault => ({ at: s.line, found: `${s.from} - ${s.to}`, message: `The pages ${s.from} - ${s.to} run backwards. Correct the span.` })),
      ...ordered.slice(1).flatMap((s, i): Fault[] => (s.from <= ordered[i]!.to && ordered[i]!.to >= ordered[i]!.from ? [{ at: s.line, also: [ordered[i]!.line], found: `${s.from} - ${s.to}`, expected: `from ${ordered[i]!.to + 1}`, message: `The pages ${s.from} - ${s.to} begin before the item before them ends (${ordered[i]!.from} - ${ordered[i]!.to}). Correct the span.` }] : [])),
    ]
  }),
})
