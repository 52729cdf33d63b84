import { matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { linesHaving, linesWith, vocabularyOf, wordsOf, type CellWord } from '../pack/words.ts'
import { english } from './english.ts'
import { lettersApart, oneLetterOff } from './near.ts'

const joins = new Set(['of', 'and', 'for', 'the'])
/** Small words that a name has with a capital or without. */
const small = new Set([...joins, 'to', 'in', 'on', 'at', 'by', 'with', 'a', 'an', 'as', 'or'])
const isCapital = (word: string): boolean => word.charCodeAt(0) >= 65 && word.charCodeAt(0) <= 90
const isSmall = (code: number): boolean => code >= 97 && code <= 122
const isLetter = (code: number): boolean => isSmall(code | 32)
/** RESOLVED, or the NHS: no part of a name that is told by its capitals. */
const isShouted = (word: string): boolean => word.length > 1 && !isSmall(word.charCodeAt(1)) && word === word.toUpperCase()
const plain = (word: string): string => { const low = word.toLowerCase(); return low.includes('’') || low.includes("'") ? low.replaceAll('’', "'").replace(/^'+|'+$/g, '') : low }

/** Whether a word follows the one before it with nothing but a space or an ampersand between. */
const follows = (cell: string, before: CellWord, word: CellWord): boolean => {
  const gap = word.index - before.index - before.word.length
  return (gap === 1 && cell[word.index - 1] === ' ') || (gap === 3 && cell.slice(word.index - 3, word.index) === ' & ')
}
const opening = new Set(['The', 'This', 'That', 'Our', 'A', 'An', 'In', 'For', 'With', 'By', 'To', 'New', 'Draft', 'Each', 'All', 'As', 'At', 'On', 'From', 'And', 'Deliver', 'Develop', 'Review', 'Update', 'Agree', 'Approve', 'Support', 'Implement', 'Cllr', 'Cllrs', 'Councillor', 'Councillors', 'Mr', 'Mrs', 'Ms', 'Dr', 'Sir', 'Dame'])
/** From `from` on, the words of one name: capitals, and small joining words between them. */
const nameEnd = (cell: string, words: readonly CellWord[], from: number): number => {
  let end = from + 1
  for (let i = end; i < words.length && follows(cell, words[i - 1]!, words[i]!); i += 1) {
    if (isCapital(words[i]!.word) && !isShouted(words[i]!.word)) end = i + 1
    else if (!joins.has(words[i]!.word)) break
  }
  return end
}
const fewestWords = 3
const mostWords = 7
const content = (words: readonly string[]): number => words.filter((w) => !joins.has(w)).length

const keyed = (text: string): string => text.replaceAll(' & ', ' ').split(' ').map(plain).join(' ')
/** Every name of three words or more that is printed. */
const namesIn = (lines: readonly Line[]): readonly Name[] => {
  const printed = new Map<string, number>()
  for (const line of lines) for (const [c, words] of wordsOf(line).entries()) for (let i = 0; i + 2 < words.length; i += 1) {
    const { word } = words[i]!
    if (!isCapital(word) || isShouted(word) || opening.has(word)) continue
    const end = nameEnd(line.cells[c]!, words, i)
    if (end - i >= fewestWords && end - i <= mostWords) {
      const text = words.slice(i, end).map((w) => w.word).join(' ')
      printed.set(text, (printed.get(text) ?? 0) + 1)
    }
    i = end - 1
  }
  // The commonest form of each stands for all.
  const names = [...printed].sort((x, y) => x[1] - y[1]).map(([text]): [string, Name] => [keyed(text), { text, words: text.split(' ').map(plain) }])
  return [...new Map(names).values()].filter(({ words }) => content(words) >= fewestWords)
}

type Name = { readonly text: string; readonly words: readonly string[] }
/** Words that are nearly the name. */
type Variant = { readonly name: Name; readonly found: string; readonly at: Fault['at']; readonly level: 'warning' | 'note' }
const placeOf = (line: Line, cell: number): Fault['at'] => (line.style === 'row' ? line.sources[cell] ?? line.source : line)

const roles = /^(?:members?|officers?|directors?|directorates?|councils?|councillors?|services?|managers?|authority|authorities|leaders?|groups?|reports?|plans?)$/
const isPlural = (a: string, b: string): boolean => a.replace(/(?:ie|y)?s?$|'s$|s'$/, '') === b.replace(/(?:ie|y)?s?$|'s$|s'$/, '')
const kinds = /^(?:strategy|partnership|board|committee|forum|programme|scheme|fund|trust|framework|alliance|commission|project|plan)$/
const beginAlike = (a: string, b: string): boolean => {
  for (let i = 4; i >= 0; i -= 1) if (a.charCodeAt(i) !== b.charCodeAt(i)) return false
  return true
}
/** One word for another: a letter wrong, or another ending of the same stem ("procedural" for "procedure"). */
const isNear = (right: string, wrong: string): boolean => (oneLetterOff(right, wrong)
  || (right.length > 5 && wrong.length >= 5 && beginAlike(right, wrong) && lettersApart(right, wrong, 3) <= 3)) && !roles.test(right) && !roles.test(wrong)
/** The s of a plural matters only inside a name that ends in what it is; a letter more or less that makes another English word, only in a long one. */
const slipOf = (right: string, wrong: string): IsSlip => {
  if (isPlural(right, wrong)) return ({ name, place }, isName) => isName && place > 0 && place < name.words.length - 1 && kinds.test(name.words.at(-1)!)
  if (!oneLetterOff(right, wrong)) return () => true
  const isSure = !english().known.has(wrong)
  return ({ name }, isName) => right.length >= 5 && (isSure || (isName && name.words.length > 3))
}

type Part = { readonly name: Name; readonly place: number }
type IsSlip = (part: Part, isName: boolean) => boolean
/** The words of the names by their beginning, each with the names it is in. */
const partsOf = (names: readonly Name[]): ReadonlyMap<string, ReadonlyMap<string, readonly Part[]>> => {
  const shelves = new Map<string, Map<string, Part[]>>()
  for (const name of names) for (const [place, word] of name.words.entries()) {
    if (word.length < 5 || small.has(word)) continue
    const shelf = shelves.get(word.slice(0, 3)) ?? new Map<string, Part[]>()
    shelves.set(word.slice(0, 3), shelf)
    gather(shelf, word, { name, place })
  }
  return shelves
}
/** The words of the paper that may be a slip for a word of a name. */
const suspects = (lines: readonly Line[], names: readonly Name[]): ReadonlyMap<string, readonly Part[]> => {
  const parts = partsOf(names)
  const wanted = new Map<string, readonly Part[]>()
  for (const printed of vocabularyOf(lines)) {
    if (printed.length < 5) continue
    const word = plain(printed)
    const near: Part[] = []
    parts.get(word.slice(0, 3))?.forEach((own, right) => {
      if (Math.abs(right.length - word.length) > 3 || right === word || !isNear(right, word)) return
      const isSlip = slipOf(right, word)
      for (const part of own) if (isSlip(part, true)) near.push(part)
    })
    if (near.length > 0) wanted.set(printed, near)
  }
  return wanted
}

/** Whether a word is printed for a plain one; its length and first letter tell of nearly every other word. */
const isPrinted = (word: string, right: string): boolean => word.length >= right.length && ((word.charCodeAt(0) | 32) === right.charCodeAt(0) || !isLetter(word.charCodeAt(0))) && plain(word) === right
/** The name with another word at one place, as it is printed here; null where the other words aren't the name's. */
const variantAt = (cell: string, words: readonly CellWord[], at: number, part: Part): string | null => {
  const { name, place } = part
  const start = at - place
  if (start < 0 || start + name.words.length > words.length) return null
  for (let k = 0; k < name.words.length; k += 1) {
    if (k !== place && !isPrinted(words[start + k]!.word, name.words[k]!)) return null
    if (k > 0 && !follows(cell, words[start + k - 1]!, words[start + k]!)) return null
  }
  const cased = words.slice(start, start + name.words.length).filter((w) => !small.has(w.word))
  const capitals = cased.filter((w) => isCapital(w.word)).length
  const isName = capitals === cased.length
  return (isName || capitals <= 1) && slipOf(name.words[place]!, plain(words[at]!.word))(part, isName) ? printedAs(cell, words, start, name.words.length) : null
}
const printedAs = (cell: string, words: readonly CellWord[], start: number, length: number): string => cell.slice(words[start]!.index, words[start + length - 1]!.index + words[start + length - 1]!.word.length)

const variantsOf = (lines: readonly Line[], names: readonly Name[]): Variant[] => {
  const wanted = suspects(lines, names)
  const variants: Variant[] = []
  for (const line of linesHaving(lines, wanted.keys())) for (const [c, words] of wordsOf(line).entries()) for (let i = 0; words.length >= fewestWords && i < words.length; i += 1) {
    for (const part of wanted.get(words[i]!.word) ?? none) {
      const found = variantAt(line.cells[c]!, words, i, part)
      if (found !== null) variants.push({ name: part.name, found, at: placeOf(line, c), level: 'warning' })
    }
  }
  return variants
}
const none: readonly Part[] = []

const lost = /\b[A-Z][a-z]+ [a-z]+ (?:Strategy|Partnership|Board|Committee|Forum|Programme|Scheme|Fund|Trust|Framework|Alliance|Commission|Project|Plan)\b/g
const mayLack = /[A-Z][a-z]+ [a-z]+ [A-Z]/
/** A small letter inside a name: "Scrutiny management Board". */
const lostCapitals = (lines: readonly Line[], names: readonly Name[]): Variant[] => {
  const known = new Map(names.filter((n) => n.words.length === 3).map((name) => [name.words.join(' '), name]))
  return lines.filter(({ text }) => mayLack.test(text)).flatMap((line) => line.cells.flatMap((cell, c) => matchesIn(cell, lost).flatMap(([found]): Variant[] => {
    const name = known.get(found.toLowerCase())
    return name ? [{ name, found, at: placeOf(line, c), level: 'note' }] : []
  })))
}

type Places = ReadonlyMap<Name, readonly Fault['at'][]>
const longest = (name: Name): string => name.words.reduce((a, b) => (b.length > a.length ? b : a))
/** Where each of the names stands, in capitals or not. */
const placesOf = (lines: readonly Line[], names: ReadonlySet<Name>): Places => {
  const telling = new Set([...names].map(longest))
  const wanted = [...names].map((name) => ({ name, words: name.words.join(' ') }))
  const places = new Map<Name, Fault['at'][]>()
  for (const line of linesWith(lines, (word) => word.length > 4 && telling.has(plain(word)))) for (const [c, cell] of line.cells.entries()) {
    const said = cell.toLowerCase().replaceAll('’', "'").replaceAll(' & ', ' ')
    for (const { name, words } of wanted) if (said.includes(words)) gather(places, name, placeOf(line, c))
  }
  return places
}
const tell = (rare: readonly Fault['at'][], found: string, usual: readonly Fault['at'][], expected: string, level: Variant['level']): Fault => ({
  at: rare[0]!, also: [...rare.slice(1), ...(usual.length === 1 ? usual : [])], found, expected, fault: keyed(found), level,
  message: `"${found}" is elsewhere "${expected}"${usual.length > 1 ? ` (${usual.length} times)` : ''}. ${level === 'warning' ? 'Use one name.' : 'Use the same capitals.'}`,
})
/** The form that is printed seldom is told, with the usual one; where each stands once, both places. */
const compared = (variant: readonly Variant[], places: Places): Fault[] => {
  const { found, level } = variant[0]!
  const here = [...new Set(variant.map((v) => v.at))]
  const [first, ...others] = [...new Set(variant.map((v) => v.name))].map((name) => ({ name, there: places.get(name) ?? [] })).sort((a, b) => b.there.length - a.there.length)
  const { name, there } = others.reduce((a, b) => (b.there.length === a.there.length && b.name.text.length > a.name.text.length ? b : a), first!)
  if (there.length === 0 || Math.min(here.length, there.length) > 2) return []
  return [here.length > there.length ? tell(there, name.text, here, found, level) : tell(here, found, there, name.text, level)]
}
const find = (paper: CheckedPaper): Fault[] => {
  const { lines } = packOf(paper)
  const names = namesIn(lines)
  const all = [...variantsOf(lines, names), ...lostCapitals(lines, names)]
  const places = placesOf(lines, new Set(all.map((v) => v.name)))
  const variants = new Map<string, Variant[]>()
  for (const v of all) gather(variants, v.level === 'note' ? v.found : keyed(v.found), v)
  const told = new Set<string>()
  return [...variants.values()].flatMap((own) => compared(own, places)).filter((fault) => {
    const pair = [keyed(fault.found!), keyed(fault.expected!)].sort().join(' / ')
    return !told.has(pair) && told.add(pair)
  })
}

const usual = 'The Local Nature Recovery Forum met. The Local Nature Recovery Forum agreed. The Local Nature Recovery Forum will go on.'
export const nameForm: Check = defineCheck({
  code: 'wording.name-form', title: 'A name with another ending, or other capitals', level: 'warning',
  about: 'The paper has a name three times or more in one form, and once or twice with a word that is nearly the same ("Local Natural Recovery Forum"), or with a capital left out. Use one form.',
  right: [`${usual} The local nature recovery forum is new.`, 'The Contract Award Rules are new. See the Contract Award Rules. Under the Contract Award Rules we award contracts. Contracts award rules apply to all.'],
  wrong: [`${usual} The Local Natural Recovery Forum is new.`, 'The Nature Recovery Forum met. The Nature recovery Forum agreed.', 'The Contract Procedure Rules are new. See the Contract Procedure Rules. Under the Contract Procedure Rules we bought it. It follows contract procedural rules.'],
  find,
})
