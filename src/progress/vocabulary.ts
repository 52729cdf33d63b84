import { collapse, plainWords } from '../kit/words.ts'
import { colourIn, meaningOfWords, usualColour, usuallyCounts, usualMeaning, usualName } from './meanings.ts'
import { statusKinds, type Status, type StatusKind } from './types.ts'

/** A line of a paper's key: "Green - on target", or words alone. */
export type KeyEntry = { readonly name: string; readonly colour: string | null; readonly meaning: string }
type Read = { readonly entry: KeyEntry; readonly colour: string | null; readonly words: string; readonly kind: StatusKind | null; readonly sure: boolean }

const same = (a: string, b: string): boolean => plainWords(a) === plainWords(b)
const longest = 30

/** The words of an entry without its colour: what it says the status means. */
const wordsOf = ({ name, meaning }: KeyEntry): string => {
  const own = collapse(name.replace(/^\s*\S+\s*[-–—:=]\s*/, (head) => (colourIn(head) === null ? head : '')))
  const named = colourIn(name) !== null && own.split(' ').length <= 2 && meaningOfWords(own) === null
  return collapse(named ? meaning : meaning === '' ? own : meaning)
}

/** The entry's name without its colour: "On target" of "Green - On target", "" of "Green". */
const ownName = ({ name }: KeyEntry): string => (colourIn(name) === null ? name : collapse(name.replace(/^\s*\S+\s*(?:[-–—:=]\s*)?/, '')))

const readEntry = (entry: KeyEntry): Read => {
  const colour = entry.colour === null ? colourIn(entry.name) : (colourIn(entry.colour) ?? entry.colour)
  const words = wordsOf(entry)
  // A status that is itself a word ("On track") means what it says, whatever else its explanation mentions ("it will be finished").
  const said = meaningOfWords(ownName(entry)) ?? meaningOfWords(words)
  const usual = colour === null ? null : usualMeaning(colour)
  return { entry, colour, words, kind: said?.kind ?? usual, sure: said?.sure ?? false }
}

/** Whether a printed code stands for an entry of the key: by its colour, its letter or its words. */
const standsFor = (code: string, { entry, colour, words }: Read): boolean =>
  same(code, entry.name) || (words !== '' && same(code, words)) || (colour !== null && [code, colourIn(code) ?? code].some((c) => same(c, colour)))

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
const status = (code: string, kind: StatusKind, words: string, colour: string | null, assumed: boolean): Status => ({
  code, kind, assumed, counts: usuallyCounts(kind), letter: '', colour: colour ?? usualColour[kind],
  name: colourIn(code) === null && meaningOfWords(code) !== null ? capital(code) : words !== '' && words.length <= longest ? capital(words) : usualName[kind],
  meaning: words === '' ? usualName[kind] : words,
})

/** The statuses of one line of the key that names its colour or whose code was seen. */
const ofEntry = (read: Read, seen: readonly string[]): Status[] => {
  const kind = read.kind
  if (kind === null) return []
  const codes = seen.filter((code) => standsFor(code, read))
  if (codes.length === 0 && read.colour === null) return []
  return (codes.length === 0 ? [read.colour ?? read.entry.name] : codes).map((code) => status(code, kind, read.words, read.colour, !read.sure))
}

/** A status that no line of the key names: the usual meaning of its colour, in the words of the key's line that means the same; or what its own words say. */
const unnamed = (code: string, unplaced: readonly Read[]): Status[] => {
  const colour = colourIn(code)
  const said = meaningOfWords(code)
  const kind = said?.kind ?? (colour === null ? null : usualMeaning(colour))
  if (kind === null) return []
  const line = unplaced.find((read) => read.kind === kind)
  return [status(code, kind, line?.words ?? (said ? collapse(code) : ''), colour, !(said?.sure ?? false))]
}

/** Every status gets a letter of its own: the first of its colour or name that is still free. */
const lettered = (statuses: readonly Status[]): Status[] => {
  const taken = new Set<string>()
  return statuses.map((s) => {
    const letter = Array.from(`${s.colour}${s.name}${s.code}ABCDEFGHIJKLMNOPQRSTUVWXYZ`.toUpperCase()).find((c) => /[A-Z]/.test(c) && !taken.has(c)) ?? '?'
    taken.add(letter)
    return { ...s, letter }
  })
}

/**
 * The vocabulary of a paper from its key and the codes its rows print. The key's words give the meaning; a colour that the key
 * does not name takes the usual meaning, marked as assumed. A code that nobody can explain is left out: its rows ask for review.
 */
export const statusesFrom = (key: readonly KeyEntry[], seen: readonly string[]): Status[] => {
  const codes = [...new Map(seen.map((code) => [plainWords(code), code])).values()]
  const reads = key.map(readEntry)
  const placed = reads.flatMap((read) => ofEntry(read, codes))
  const free = codes.filter((code) => !placed.some((s) => same(s.code, code)))
  const unplaced = reads.filter((read) => read.kind !== null && !placed.some((s) => s.meaning === read.words))
  const assumed = free.flatMap((code) => unnamed(code, unplaced))
  const unseen = unplaced.filter((read) => ![...placed, ...assumed].some((s) => s.kind === read.kind))
    .map((read) => status(read.entry.name, read.kind!, read.words, null, !read.sure))
  const all = [...placed, ...assumed, ...unseen]
  return lettered(all.filter((s, i) => all.findIndex((other) => same(other.code, s.code)) === i).sort((a, b) => statusKinds.indexOf(a.kind) - statusKinds.indexOf(b.kind)))
}

/** Those of `found` that `known` lacks, or has with another meaning: what a new paper adds to a plan's vocabulary. A mere assumption adds no second meaning. */
export const newStatuses = (known: readonly Status[], found: readonly Status[]): Status[] =>
  found.filter((f) => {
    const before = known.find((k) => same(k.code, f.code))
    return before === undefined || (!f.assumed && before.kind !== f.kind) || (!f.assumed && !same(before.meaning, f.meaning))
  })
