import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { lostAppendix } from '../completeness/appendices.ts'
import { labelOf, packOf } from '../pack/pack.ts'

const code = /(?<![\w./£-])([A-Z]{1,3})(\d{1,3})(?![\w/]|\.\d)/g
/** By letters, every number that the paper prints after them: C01, C02 and C12. */
type Codes = ReadonlyMap<string, ReadonlySet<number>>
const codesOf = (texts: readonly string[]): Codes => {
  const by = new Map<string, Set<number>>()
  for (const text of texts) for (const m of text.matchAll(code)) by.set(m[1]!, (by.get(m[1]!) ?? new Set()).add(Number(m[2])))
  return by
}
const hasCode = (line: Line): boolean => /[A-Z]\d/.test(line.text)
const fewest = 3
/** The codes that are given out: each begins a row, or a line such as "R1 To keep the library". */
const givenOut = (lines: readonly Line[]): Codes => codesOf(lines.flatMap((l) => (l.style === 'row' ? l.cells.slice(0, 2) : [l.text]).flatMap((text) => /^\(?[A-Z]{1,3}\d{1,3}(?![\w/]|\.\d)/.exec(text)?.[0] ?? [])))

const nouns = 'scheme|project|saving|proposal|risk|action|measure|indicator|KPI|milestone|objective|recommendation|growth|pressure|bid|investment|mitigation|condition|question|site|asset|contract|lot|line|item|reference'
const codeCited = new RegExp(String.raw`\b(?:${nouns})s?\.?\s+\(?([A-Z]{1,3})(\d{1,3})(?![\w/]|\.\d)`, 'gi')
const span = /(?<![\w./£-])([A-Z]{1,3})(\d{1,3})\s*(?:to|[-–—])\s*\1(\d{1,3})(?![\w/]|\.\d)/g
const isPeriod = (letters: string): boolean => letters === 'Q' || letters === 'FY'
const rows = (...refs: readonly string[]): string => `Ref\tScheme\tBudget\n${refs.map((r) => `${r}\tMend the road\t50`).join('\n')}\n`

/** "the saving on scheme C12" where the schemes end at C08. */
const singles = (lines: readonly Line[], given: Codes): Fault[] => lines.flatMap((line) => [...line.text.matchAll(codeCited)].flatMap((m): Fault[] => {
  const [letters, number] = [m[1]!, Number(m[2])]
  const there = given.get(letters)
  if (!there || there.size < fewest || there.has(number) || !/^[A-Z]+$/.test(letters)) return []
  return [{ at: line, level: 'warning', found: m[0], fault: m[0], expected: `${letters}${Math.min(...there)} to ${letters}${Math.max(...there)}`, message: `"${m[0]}" is cited, but the paper has no ${letters}${m[2]}: its list goes from ${letters}${Math.min(...there)} to ${letters}${Math.max(...there)}. Correct the reference.` }]
}))
/** "R1 to R5" where R1 to R4 stand, and R5 nowhere. */
const spans = (lines: readonly Line[], given: Codes): Fault[] => lines.flatMap((line) => [...line.text.matchAll(span)].flatMap((m): Fault[] => {
  const [letters, from, to] = [m[1]!, Number(m[2]), Number(m[3])]
  const there = given.get(letters)
  if (!there || isPeriod(letters) || from >= to || to - from > 40 || there.has(to)) return []
  const before = Array.from({ length: to - from }, (_, i) => from + i)
  const lost = [...before.filter((n) => !there.has(n)), to]
  if (before.filter((n) => there.has(n)).length < fewest || lost.length > 2) return []
  return [{ at: line, found: m[0], fault: m[0], message: `"${m[0]}" is said, but there is no ${lost.map((n) => `${letters}${n}`).join(' and no ')}. Correct the span, or add what is lost.` }]
}))

export const codeReference: Check = defineCheck({
  code: 'wording.code-reference', title: 'References to coded rows that are not there', level: 'error',
  about: 'Where the rows of a table or the lines of a list have codes (C01, C02; R1, R2), "scheme C12" or "R1 to R5" must be among them. Correct the code.',
  right: [`The saving on scheme C02 pays for it. Schemes C01 to C04 go on.\n\n${rows('C01', 'C02', 'C03', 'C04')}`, `Junction J14 and the A38 are closed; size A4.\n\n${rows('A1', 'A2', 'A3', 'A5')}`],
  wrong: [`The saving on scheme C12 pays for it.\n\n${rows('C01', 'C02', 'C03', 'C04')}`, 'R1 To open the hall;\n\nR2 To mend the roof;\n\nR3 To paint the door;\n\nR4 To sweep the yard.\n\nFive recommendations (R1 to R5) go to Cabinet.\n'],
  find: (paper) => {
    const { lines } = packOf(paper)
    const coded = lines.filter(hasCode)
    const given = coded.length < fewest ? new Map<string, Set<number>>() : givenOut(coded)
    return given.size === 0 ? [] : [...singles(coded, given), ...spans(coded, given)]
  },
})

const item = /^(?:minute\s+)?(\d{1,4})(?:\/\d{2,4})?[.:]?\s+(?=[A-Z])/i
const minuteCited = /(?<!\b(?:\d+|of|in|few|ten|five|walk)\s)\bminutes?\s+(?:no\.?\s*|numbers?\s+|items?\s+)?(\d{1,4})(?![\d/:.]\d|\s*(?:%|walk|drive|journey|response|of|from|to|in|later|before|after|a\b))/gi
const isMinutes = (lines: readonly Line[]): boolean => lines.slice(0, 12).some((l) => /\bminutes\b/i.test(l.text))
/** The numbers of the minutes: the longest run that goes on by one. */
const minuteNumbers = (lines: readonly Line[]): readonly number[] => {
  const all = lines.flatMap((l) => { const m = l.style === 'row' ? null : item.exec(l.text); return m ? [Number(m[1])] : [] })
  const runs: number[][] = []
  for (const n of all) { const run = runs.find((r) => (r.at(-1) ?? n) + 1 === n); if (run) run.push(n); else runs.push([n]) }
  return runs.reduce<number[]>((a, b) => (b.length > a.length ? b : a), [])
}
export const minuteReference: Check = defineCheck({
  code: 'wording.minute-reference', title: 'References to minutes that are not there', level: 'error',
  about: 'Minutes that send the reader to "minute 49" of the same meeting must have a minute 49; a lower number may be of an earlier meeting, a higher one can be of none. Correct the number.',
  right: ['Minutes of the Roads Committee\n\n41. WELCOME\n\nAll came.\n\n42. INTERESTS\n\nOne was told (minute 44). See minute 12.\n\n43. BRIDGES\n\nOld.\n\n44. ROADS\n\nOld.\n'],
  wrong: ['Minutes of the Roads Committee\n\n41. WELCOME\n\nAll came.\n\n42. INTERESTS\n\nOne was told (minute 49).\n\n43. BRIDGES\n\nOld.\n\n44. ROADS\n\nOld.\n'],
  find: (paper) => packOf(paper).parts.filter((p) => isMinutes(p.lines)).flatMap((part) => {
    const cites = part.lines.filter((l) => /\bminutes? (?:no|num|item|\d)/i.test(l.text))
    const numbers = cites.length === 0 ? [] : minuteNumbers(part.lines)
    const last = numbers.at(-1) ?? 0
    return numbers.length < 4 ? [] : cites.flatMap((line) => [...line.text.matchAll(minuteCited)].filter((m) => Number(m[1]) > last && Number(m[1]) < last + 60).map((m): Fault => ({
      at: line, found: m[0], expected: `${numbers[0]} to ${last}`, message: `"${m[0]}" is cited, but the minutes go from ${numbers[0]} to ${last}. Correct the number.`,
    })))
  }),
})

const attached = /\b(Appendix|Annex)e?\s+([A-Z]|\d{1,2})(?![\w'’/-]|\.\d|\s*\)?\s+(?:of|to|in|from)\b)/g
const order = (label: string): number => (/\d/.test(label) ? Number(label) : label.charCodeAt(0) - 64)
const isOwn = (line: Line, index: number): boolean => index > 10 && line.style !== 'row' && line.text.length < 120 && !/[.;,]$/.test(line.text)
export const attachedNumber: Check = defineCheck({
  code: 'wording.attached-number', title: 'References to an annex after the last', level: 'warning',
  about: 'A paper that ends with Annex A and Annex B sends the reader to "Annex C". Correct the letter or number, or add the annex.',
  right: ['Roads\n\nOld.\n\nThey are in Annex B.\n\nA\n\nB\n\nC\n\nD\n\nE\n\nF\n\nG\n\nH\n\nAnnex A: Roads\n\nOld.\n\nAnnex B: Halls\n\nOld. See Annex C to the Plan.\n'],
  wrong: ['Roads\n\nOld.\n\nThe Committee agreed the plan, as told in Annex C.\n\nMinutes\n\nA\n\nB\n\nC\n\nD\n\nE\n\nF\n\nG\n\nH\n\nAnnex A: Roads\n\nOld.\n\nAnnex B: Halls\n\nOld.\n'],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'paper').flatMap((part) => {
    const own = part.lines.flatMap((l, i) => (isOwn(l, i) ? labelOf(l.text) ?? [] : [])).map((l) => l.replace(/^Annexe/, 'Annex').split(' '))
    const told = own.length === 0 ? new Set() : new Set(lostAppendix.find(paper).map((f) => f.found))
    const cites = own.length === 0 ? [] : part.lines.filter((l) => /Append|Annex/.test(l.text))
    return cites.flatMap((line) => [...line.text.matchAll(attached)].flatMap((m): Fault[] => {
      const alike = own.filter(([noun, label]) => noun === m[1] && /\d/.test(label!) === /\d/.test(m[2]!)).map(([, label]) => label!)
      const numbers = new Set(alike.map(order))
      const runsOn = numbers.size > 0 && Math.max(...numbers) === numbers.size
      return !runsOn || numbers.has(order(m[2]!)) || order(m[2]!) > numbers.size + 6 || told.has(`${m[1]} ${m[2]}`) ? [] : [{ at: line, found: m[0], fault: m[0], expected: `${m[1]} ${alike.at(-1)}`, message: `"${m[0]}" is cited, but the last in the paper is ${m[1]} ${alike.at(-1)}. Correct it, or add what is missing.` }]
    }))
  }),
})
