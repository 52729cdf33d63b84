import { hasWords, matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { vocabularyOf } from '../pack/words.ts'
import { lettersApart } from '../wording/near.ts'
import { isOrdinary } from './ordinary.ts'

const token = /(?<![\w.@/&-])([A-Z][A-Za-z]*[A-Z](?:[a-z](?!\b|['’])[A-Za-z]*|[a-rt-z])?)(?:s|['’]s|s['’])?(?![\w@/&-]|\.\w)/g
/** At least three letters, mostly capitals, no more than eight: SEND, DfE, GOWM. */
const isAbbreviation = (word: string): boolean => {
  const capitals = word.replace(/[^A-Z]/g, '').length
  return word.length >= 3 && word.length <= 8 && capitals >= 2 && capitals * 2 >= word.length && !/^(?:M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))$/.test(word) && !/[a-z][A-Z][a-z]/.test(word) && !/^Mc|^Mac/.test(word)
}
/** Known to every reader of a council's papers. */
const common = new Set('KPI UK USA EU NHS BBC VAT GDP ICT HR IT MP MPs GP GPs CCTV AGM PLC LTD PDF TBC TBD TBA AOB RAG FAQ URL CEO TV FM HM HMRC DVLA MOT NIL ESG RSPCA UNESCO OK ID PIN SMS USB WWW HTTP HTTPS GCSE AIDS HIV DNA LED LGBT LGBTQ WW CV DIY PHD BSC BA MA QC KC OBE MBE CBE DL JP RAF NATO COVID PE RE PM AM BST GMT APR MAR JUN JUL AUG SEP OCT NOV DEC JAN FEB MON TUE WED THU FRI SAT SUN PQ'.split(' '))

/** More than twelve letters, seven in ten of them capitals. */
const capitalised = (text: string): boolean => {
  let [letters, capitals] = [0, 0]
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code >= 65 && code <= 90) capitals += 1
    if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) letters += 1
  }
  return letters > 12 && capitals > letters * 0.7
}
/** "(the WORD)", "WORD (Written Out", "WORD: Written", and a line that begins "WORD Written Out of": the words around an abbreviation that explain it. */
const inBrackets = { before: /\(\s?(?:the |or |an? )?["'‘“]?$/, after: /^s?["'’”]?(?:\s[\w&' -]{0,30})?\)/ }
const writtenOut = /^s?\s?(?:\(|[–=:-]\s)\s?[A-Z][a-z]/
/** "CFR (capital financing requirement)", "ASYE is the assessed and supported year": words that begin with its letter. */
const inSmallLetters = /^s?\s?(?:\(|\bis |\bare |\bmeans |\bstands for )(?:the |an? )?([a-z])[a-z]+[ -][a-z]/
const asEntry = /^\s+[A-Z][a-z]+\s+(?:of|[A-Z&])/
const explains = (text: string, word: string): boolean => {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 8), at), text.slice(at + word.length)]
    if ((inBrackets.after.test(after) && inBrackets.before.test(before)) || (!/\w$/.test(before) && (writtenOut.test(after) || inSmallLetters.exec(after)?.[1] === word.charAt(0).toLowerCase())) || (at === 0 && asEntry.test(after))) return true
  }
  return false
}

type Use = { readonly word: string; readonly line: Line }
/** A heading in capitals inside a line: three such words in a row are no abbreviations. */
const shouted = /\b[A-Z]{2,}(?: (?:[A-Z]{2,}|&)){2,}/g
const usesIn = (lines: readonly Line[]): Use[] => lines.filter((l) => /[A-Z][a-z]?[A-Z]/.test(l.text) && !capitalised(l.text)).flatMap((line) =>
  line.cells.filter((cell) => /[A-Z][A-Za-z]*[A-Z]/.test(cell)).flatMap((cell) => [...cell.replace(shouted, (run) => ' '.repeat(run.length)).matchAll(token)].filter((m) => isAbbreviation(m[1]!)).map((m) => ({ word: m[1]!, line }))))
const known = new WeakMap<readonly Line[], Map<string, Line[]>>()
/** Every abbreviation of a paper with the lines it stands on. */
const abbreviations = (lines: readonly Line[]): Map<string, Line[]> => {
  const before = known.get(lines)
  if (before) return before
  const all = new Map<string, Line[]>()
  for (const { word, line } of usesIn(lines)) gather(all, word, line)
  known.set(lines, all)
  return all
}
const judged = new WeakMap<readonly Line[], boolean>()
const isExplained = (uses: readonly Line[], word: string): boolean => {
  const before = judged.get(uses)
  if (before !== undefined) return before
  const explained = uses.some((line) => explains(line.text, word))
  judged.set(uses, explained)
  return explained
}
/** Those of the words that the paper also prints in small letters: emphasis, not abbreviations. */
const ordinaryWords = (lines: readonly Line[], wanted: ReadonlySet<string>): Set<string> => {
  const found = new Set<string>()
  for (const word of vocabularyOf(lines)) for (const part of /[^A-Za-z]/.test(word) ? word.split(/[^A-Za-z]+/) : [word]) if (wanted.has(part)) found.add(part)
  return found
}
const partOf = (paper: CheckedPaper, line: Line): Part | undefined => packOf(paper).parts.find((p) => p.lines.includes(line))

/** The words around a word, whole ones. */
const around = (text: string, word: string): string => {
  const at = text.indexOf(word), end = at + word.length + 25
  return text.slice(at < 25 ? 0 : text.indexOf(' ', at - 25) + 1, end >= text.length ? undefined : Math.max(text.lastIndexOf(' ', end), at + word.length))
}
export const undefinedAbbreviation: Check = defineCheck({
  code: 'completeness.abbreviation', title: 'Abbreviations that nobody explains', level: 'note',
  about: 'An abbreviation that stands in the running text and is nowhere explained: neither "Special Educational Needs (SEN)" nor in a glossary. Told once for each, at its first use. Write it out there.',
  right: ['The Medium Term Financial Strategy (MTFS) is new. The MTFS holds for the NHS too.', 'It was RESOLVED that OPTION 2 be AGREED for the FULL year at WIDBROOK.'],
  wrong: ['The GOWM has asked for a report on the roads.'],
  find: (paper) => {
    const all = abbreviations(packOf(paper).lines)
    const candidates = [...all.entries()].filter(([word, uses]) => !common.has(word) && !common.has(word.toUpperCase()) && !isOrdinary(word) && !isExplained(uses, word) && uses.some((l) => hasWords(l.text, 5)))
    const words = ordinaryWords(packOf(paper).lines, new Set(candidates.map(([word]) => word.toLowerCase())))
    const forms = new Map<string, (readonly [string, readonly Line[]])[]>()
    for (const form of all) gather(forms, form[0].toUpperCase(), form)
    const otherForm = (word: string, uses: readonly Line[]): boolean => forms.get(word.toUpperCase())!.some(([o, more]) => o !== word && (more.length >= uses.length || isExplained(more, o)))
    return candidates.filter(([word, uses]) => !words.has(word.toLowerCase()) && !otherForm(word, uses)).map(([word, uses]) => ({
      at: uses[0]!, found: word, message: `"${word}" is nowhere explained${new Set(uses).size > 1 ? ` (it stands on ${new Set(uses).size} lines)` : ''}. Write it out at its first use: "${around(uses[0]!.text, word)}".`,
    }))
  },
})

const expansion = (text: string, at: number): string[] => text.slice(Math.max(0, at - 120), at).replace(/[^\w'’& -]/g, ' ').trim().split(/\s+/)
const small = new Set(['and', 'of', 'the', 'for', 'in', 'to', 'with', 'a', 'an', '&', 'on', 'or', 'at'])
/** The first letters of the words before the bracket, small words left out, as many as the abbreviation has. */
const initials = (words: readonly string[], count: number): string => words.flatMap((w) => w.split('-')).filter((w) => w !== '' && !small.has(w.toLowerCase())).slice(-count).map((w) => w[0]!.toUpperCase()).join('')
const letters = (word: string): string => Array.from(word).sort().join('')
const swapped = (a: string, b: string): boolean => a !== b && a.length === b.length && letters(a) === letters(b) && lettersApart(a, b, 1) === 1
const bracketed = /\(([A-Z]{4,7})s?\)/g

export const abbreviationLetters: Check = defineCheck({
  code: 'completeness.abbreviation-letters', title: 'Abbreviations with their letters swapped', level: 'warning',
  about: 'The letters in the brackets are those of the words before them, but two are swapped: "child and adolescent mental health services (CAHMS)". Correct the abbreviation.',
  right: ['The child and adolescent mental health services (CAMHS) are open.'],
  wrong: ['The child and adolescent mental health services (CAHMS) are open.'],
  find: (paper) => packOf(paper).lines.flatMap((line) => matchesIn(line.text, bracketed).flatMap((m): Fault[] => {
    const should = initials(expansion(line.text, m.index), m[1]!.length)
    return swapped(should, m[1]!) ? [{ at: line, found: m[1]!, expected: should, fault: m[1]!, message: `The words before "(${m[1]})" make ${should}. Correct the abbreviation.` }] : []
  })),
})

const bare = (word: string): string => word.replace(/[a-z]/g, '')
/** The form that is meant: it is explained, or stands more often. */
const twins = (paper: CheckedPaper): Fault[] => {
  const all = [...abbreviations(packOf(paper).lines).entries()].sort((a, b) => b[1].length - a[1].length).map(([word, uses]) => ({ word, uses, explained: isExplained(uses, word), upper: word.toUpperCase(), letters: letters(word), bare: bare(word) }))
  return all.flatMap((rare, i): Fault[] => {
    const usual = all.find((other, j) => other !== rare && (
      (j < i && rare.upper === other.upper) ||
      (j < i && rare.word.length >= 4 && rare.letters === other.letters && swapped(rare.word, other.word) && !rare.explained && initialsFit(other)) ||
      (other.explained && !rare.explained && other.bare.length >= 3 && other.bare.length < other.word.length && rare.word === other.bare)))
    return usual ? [{ at: rare.uses[0]!, also: rare.uses.slice(1), found: rare.word, expected: usual.word, message: `"${rare.word}" is elsewhere "${usual.word}"${usual.explained ? ', which is explained' : ''}. Use one.` }] : []
  })
}
/** False where the explained form itself has its letters swapped: that is told of it. */
const initialsFit = ({ word, uses }: { word: string; uses: readonly Line[] }): boolean => !uses.some((l) => { const at = l.text.indexOf(`(${word})`); return at > 0 && swapped(initials(expansion(l.text, at), word.length), word) })

export const abbreviationTwin: Check = defineCheck({
  code: 'wording.abbreviation', title: 'One abbreviation in two forms', level: 'warning',
  about: 'The same abbreviation with other capitals (DfE, DFE) or with two letters swapped (HSCP, HCSP). Use one form.',
  right: ['The Department for Education (DfE) pays. The DfE agreed. The NHS and the HSN met.'],
  wrong: ['The Department for Education (DfE) pays. The DfE agreed.\n\nThe DFE wrote again.', 'The Safeguarding Children Partnership (HSCP) met. The HSCP agreed.\n\nIt is watched by the HCSP.'],
  find: twins,
})

const glossaryEntry = /^([A-Z][A-Za-z]{1,7})(?:\s+[–=:-]?\s*|\t)([A-Z][a-z]+.*)$/
const glossary = (part: Part): { word: string; line: Line }[] => {
  const from = part.lines.findIndex((l) => /^(glossary|abbreviations|acronyms|list of abbreviations)\b/i.test(l.text) && l.text.length < 60)
  if (from < 0) return []
  const own = part.lines.slice(from + 1)
  const end = own.findIndex((l) => !glossaryEntry.test(l.text))
  return own.slice(0, end < 0 ? own.length : end).map((line) => ({ word: glossaryEntry.exec(line.text)![1]!, line })).filter(({ word }) => isAbbreviation(word) || /^[A-Z]{2}$/.test(word))
}
/** A report is read with all that is attached to it. */
const linesTogether = (paper: CheckedPaper, part: Part): readonly Line[] => (part.report === null ? part.lines : packOf(paper).parts.flatMap((p) => (p.report === part.report ? p.lines : [])))
export const glossaryUnused: Check = defineCheck({
  code: 'completeness.glossary', title: 'Glossary entries that are never used', level: 'note',
  about: 'The glossary explains an abbreviation that the paper does not use. Delete it, or look where it was meant to stand.',
  right: ['The DoR leads.\n\nGLOSSARY\n\nDoR Director of Resources\n\nHoC Head of Communications\n\nEnd of list. The HoC helps.\n', 'Two DoRs lead, as the HoC asked.\n\nGLOSSARY\n\nDoR Director of Resources\n\nHoC Head of Communications\n'],
  wrong: ['The DoR leads.\n\nGLOSSARY\n\nDoR Director of Resources\n\nHoC Head of Communications\n\nEnd of list.\n'],
  find: (paper) => packOf(paper).parts.flatMap((part) => glossary(part).filter(({ word, line }) => !linesTogether(paper, part).some((l) => l !== line && new RegExp(`\\b${word}(?:s|['’]s)?\\b`).test(l.text)) && partOf(paper, line) === part)
    .map(({ word, line }) => ({ at: line, found: word, message: `"${word}" stands in the glossary, but nowhere else in the paper. Delete it, or use it.` }))),
})
