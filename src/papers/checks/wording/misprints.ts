import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { gather } from '../pack/gather.ts'
import { packOf } from '../pack/pack.ts'
import { vocabularyOf, wordsOf } from '../pack/words.ts'
import { english } from './english.ts'
import { isMisspelt, isPart } from './spelling.ts'

/** One letter changed, added or dropped, or two neighbours swapped: what stands between the same beginning and the same end is that short. */
const oneLetterOff = (a: string, b: string): boolean => {
  let [from, end] = [0, 0]
  while (from < a.length && a[from] === b[from]) from += 1
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [left, right] = [a.length - from - end, b.length - from - end]
  return Math.max(left, right) === 1 || (left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from])
}
/** Words by their first letter, which is seldom wrong, and their length. */
const shelved = (words: Iterable<string>): ReadonlyMap<string, readonly string[]> => {
  const shelves = new Map<string, string[]>()
  for (const word of words) gather(shelves, word[0]! + word.length, word)
  return shelves
}
const nearOn = (shelves: ReadonlyMap<string, readonly string[]>, word: string): string[] => [-1, 0, 1].flatMap((more) => (shelves.get(word[0]! + (word.length + more)) ?? []).filter((other) => oneLetterOff(word, other)))
let usualShelves: ReadonlyMap<string, readonly string[]> | undefined

const doubled = /(.)\1(?=(?:ed|ing|er|ers|es|or|able)$)/
/** Another form of the word, or one that some write so: "underspends", "focussed", "digitize", "advisors", a word cut off at the end. */
const isForm = (word: string, other: string): boolean => word === `${other}s` || word === `${other}d` || other.startsWith(word)
  || word.replace(doubled, '$1') === other.replace(doubled, '$1') || word.replaceAll('z', 's') === other.replaceAll('z', 's') || word.replace(/ors?$/, 'er') === other.replace(/ers?$/, 'er') || word.replace('ae', 'e') === other || word.replace('our', 'or') === other

type Use = { readonly line: Line; readonly cell: number; readonly word: string; readonly index: number }
const isWord = (word: string): boolean => word.length >= 6 && /^(?:[a-z]+|[A-Z][a-z]{7,})$/.test(word)
const isPlain = (word: string): boolean => word.length >= 5 && /^[a-z]+$/.test(word)

/** Where the odd words stand, of those that stand once or twice. */
const rareUses = (lines: readonly Line[], odd: ReadonlySet<string>): Use[][] => {
  const uses = new Map<string, Use[]>()
  for (const line of lines) for (const [cell, words] of wordsOf(line).entries()) for (const { word, index } of words) if (odd.has(word)) gather(uses, word, { line, cell, word, index })
  return [...uses.values()].filter((all) => all.length <= 2)
}
/** How often each of the words stands in the paper, at the beginning of a sentence too. */
const countsOf = (lines: readonly Line[], wanted: ReadonlySet<string>): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const line of lines) for (const words of wordsOf(line)) for (const { word } of words) if (wanted.has(word)) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
  return counts
}

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

const misprints = (paper: CheckedPaper): Fault[] => {
  const { lines } = packOf(paper)
  const vocabulary = vocabularyOf(lines)
  const { known, usual } = english()
  const rare = rareUses(lines, new Set([...vocabulary].filter((word) => isWord(word) && !known.has(word.toLowerCase()) && !isMisspelt(word))))
  const own = shelved([...vocabulary].filter((word) => isPlain(word) && known.has(word)))
  usualShelves ??= shelved([...usual].filter((word) => word.length >= fewestAlone - 1))
  const meant = rare.map((uses) => {
    const word = uses[0]!.word.toLowerCase()
    const alone = word.length >= fewestAlone && word === uses[0]!.word ? nearOn(usualShelves!, word) : []
    return { uses, word, here: nearOn(own, word).filter((other) => !isForm(word, other)), alone: alone.length === 1 && !isForm(word, alone[0]!) ? alone[0]! : null }
  }).filter(({ here, alone }) => here.length > 0 || alone !== null)
  const counts = countsOf(lines, new Set(meant.flatMap(({ here }) => here.flatMap((word) => [word, capital(word)]))))
  return meant.flatMap(({ uses, word, here, alone }): Fault[] => {
    const often = here.filter((other) => counts.get(other)! >= oftenEnough).sort((a, b) => counts.get(b)! - counts.get(a)!)[0]
    const right = often ?? alone
    if (right === null || uses.some((use) => mayBeName(use) || isPart(use.line.cells[use.cell]!, use.index, word.length) || isForeign(use.line, often === undefined ? 40 : 12))) return []
    return uses.map(({ line, cell, word: found }) => ({ at: line.style === 'row' ? line.sources[cell] ?? line.source : line, found, expected: right, fault: word, message: `"${found}" is no word. It is most likely "${right}"${often === undefined ? '' : `, which the paper has ${counts.get(right)} times`}.` }))
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
