import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { gather } from '../pack/gather.ts'
import { packOf } from '../pack/pack.ts'
import { linesHaving, wordCountsOf, wordsOf } from '../pack/words.ts'
import { english } from './english.ts'
import { oneLetterOff } from './near.ts'
import { isMisspelt, isPart } from './spelling.ts'

/** Words by their first letter, which is seldom wrong, and their length. */
const shelved = (words: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const shelves = new Map<string, string[]>()
  for (const word of words) gather(shelves, word[0]! + word.length, word)
  return shelves
}
const nearOn = (shelves: ReadonlyMap<string, readonly string[]>, word: string): string[] => [-1, 0, 1].flatMap((more) => (shelves.get(word[0]! + (word.length + more)) ?? []).filter((other) => oneLetterOff(word, other)))
let made: ReadonlyMap<string, readonly string[]> | undefined
const usualShelves = (): ReadonlyMap<string, readonly string[]> => (made ??= shelved([...english().usual].filter((word) => word.length >= fewestAlone - 1)))

const doubled = /(.)\1(?=(?:ed|ing|er|ers|es|or|able)$)/
/** Another form of the word, or one that some write so: "underspends", "focussed", "digitize", "advisors", a word cut off at the end. */
const isForm = (word: string, other: string): boolean => word === `${other}s` || word === `${other}d` || other.startsWith(word)
  || word.replace(doubled, '$1') === other.replace(doubled, '$1') || word.replaceAll('z', 's') === other.replaceAll('z', 's') || word.replace(/ors?$/, 'er') === other.replace(/ers?$/, 'er') || word.replace('ae', 'e') === other || word.replace('our', 'or') === other

type Use = { readonly line: Line; readonly cell: number; readonly word: string; readonly index: number }
const isWord = (word: string): boolean => word.length >= 6 && /^(?:[a-z]+|[A-Z][a-z]{7,})$/.test(word)
const isPlain = (word: string): boolean => word.length >= 5 && /^[a-z]+$/.test(word)

/** Where these words stand. */
const usesOf = (lines: readonly Line[], wanted: ReadonlySet<string>): Use[] =>
  linesHaving(lines, wanted).flatMap((line) => wordsOf(line).flatMap((words, cell) => words.filter(({ word }) => wanted.has(word)).map(({ word, index }) => ({ line, cell, word, index }))))

/** A line in another language, or one that a conversion has broken up: its other words aren't English either. */
const isForeign = (line: Line, oneIn: number): boolean => {
  const { known } = english()
  const words = wordsOf(line).flat().filter(({ word }) => word.length > 3 && /^[a-z]+$/.test(word))
  const strange = words.filter(({ word }) => !known.has(word) && !isMisspelt(word)).length
  return strange > 1 && strange * oneIn > words.length
}
/** A long word with a capital may begin a sentence; after another capital it is part of a name. */
const mayBeName = ({ word, index, line, cell }: Use): boolean => word[0] !== word[0]!.toLowerCase() && /[A-Z][\w'’.]*\s+$/.test(line.cells[cell]!.slice(0, index))
const oftenEnough = 3
/** A word that the paper has nowhere else must be long, to be meant for one word only. */
const fewestAlone = 9
const capital = (word: string): string => word[0]!.toUpperCase() + word.slice(1)
/** How often a word is printed, at the beginning of a sentence or not. */
const timesOf = (counts: ReadonlyMap<string, number>, word: string): number => (counts.get(word) ?? 0) + (counts.get(capital(word)) ?? 0)

type Misprint = { readonly found: string; readonly right: string; readonly times: number | null }
/** What an odd word is meant for: one of the paper's `own`, a word that the paper has often, or the only common word that it can be. */
const meantBy = (found: string, own: ReturnType<typeof shelved>, counts: ReadonlyMap<string, number>): Misprint[] => {
  const word = found.toLowerCase()
  const here = nearOn(own, word).filter((other) => !isForm(word, other)).sort((a, b) => timesOf(counts, b) - timesOf(counts, a))[0]
  if (here !== undefined) return [{ found, right: here, times: timesOf(counts, here) }]
  const usual = word.length >= fewestAlone && word === found ? nearOn(usualShelves(), word) : []
  return usual.length === 1 && !isForm(word, usual[0]!) ? [{ found, right: usual[0]!, times: null }] : []
}

const misprints = (paper: CheckedPaper): Fault[] => {
  const { lines } = packOf(paper)
  const counts = wordCountsOf(lines)
  const { known } = english()
  const isOdd = (word: string): boolean => counts.get(word)! <= 2 && isWord(word) && !known.has(word.toLowerCase()) && !isMisspelt(word)
  const odd = [...counts.keys()].filter(isOdd)
  const own = odd.length === 0 ? shelved([]) : shelved([...counts.keys()].filter((word) => isPlain(word) && timesOf(counts, word) >= oftenEnough && known.has(word)))
  const meant = new Map(odd.flatMap((word) => meantBy(word, own, counts)).map((m) => [m.found, m]))
  const uses = meant.size === 0 ? [] : usesOf(lines, new Set(meant.keys()))
  const silent = new Set(uses.filter((use) => mayBeName(use) || isPart(use.line.cells[use.cell]!, use.index, use.word.length) || isForeign(use.line, meant.get(use.word)!.times === null ? 40 : 12)).map((use) => use.word))
  return uses.filter(({ word }) => !silent.has(word)).map(({ line, cell, word }) => {
    const { right, times } = meant.get(word)!
    return { at: line.style === 'row' ? line.sources[cell] ?? line.source : line, found: word, expected: right, fault: word, message: `"${word}" is no word. It is most likely "${right}"${times === null ? '' : `, which the paper has ${times} times`}.` }
  })
}

const said = 'The strategy will bring capabilities together.'
export const misprint: Check = defineCheck({
  code: 'wording.misprint', title: 'Misprints', level: 'warning',
  about: 'A word that stands in no list of English words, once or twice in the paper, and is one letter away from a word that the paper has often, or from the only common word that it can be. Names, foreign words and rare words are left alone. Correct the spelling.',
  right: [`${said} Mr Strateby spoke of the counterparty. Mae'r strategae yn dangos gweledigaeth.`, 'The reletting of homes is focussed on the digitizing of records.'],
  wrong: [`${said} The strategy is new. The strategy is good. This stratefy was agreed.`, 'A review of our canabilities is under way.'],
  find: misprints,
})
