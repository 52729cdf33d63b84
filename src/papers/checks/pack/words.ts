import type { Line } from './lines.ts'

/** A word of a cell and where it begins in it. */
export type CellWord = { readonly word: string; readonly index: number }

const known = new WeakMap<Line, readonly (readonly CellWord[])[]>()
/** 1 for each character up to the right quotation mark that belongs to a word: a letter, an apostrophe, a hyphen. */
const letters = new Uint8Array(0x2020)
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'’-") letters[letter.charCodeAt(0)] = 1

const wordsIn = (text: string): CellWord[] => {
  const words: CellWord[] = []
  const { length } = text
  let start = -1
  for (let i = 0; i < length; i += 1) {
    if (letters[text.charCodeAt(i)] === 1) { if (start < 0) start = i } else if (start >= 0) { words.push({ word: text.slice(start, i), index: start }); start = -1 }
  }
  if (start >= 0) words.push({ word: text.slice(start), index: start })
  return words
}

/** The words of each cell of a line, taken apart once for all checks. Apostrophes and hyphens belong to a word; figures are none. */
export const wordsOf = (line: Line): readonly (readonly CellWord[])[] => {
  const before = known.get(line)
  if (before !== undefined) return before
  const words = line.cells.map(wordsIn)
  known.set(line, words)
  return words
}

/** How often a word is printed, and the numbers of the lines it stands on, each once. */
type Entry = { times: number; readonly lines: number[] }
const indexes = new WeakMap<readonly Line[], ReadonlyMap<string, Entry>>()
/** The index of a paper: every different word as printed, some thousands, where the paper has tens of thousands. */
const indexOf = (lines: readonly Line[]): ReadonlyMap<string, Entry> => {
  const before = indexes.get(lines)
  if (before !== undefined) return before
  const index = new Map<string, Entry>()
  for (let n = 0; n < lines.length; n += 1) for (const words of wordsOf(lines[n]!)) for (let i = 0; i < words.length; i += 1) {
    const entry = index.get(words[i]!.word)
    if (entry === undefined) { index.set(words[i]!.word, { times: 1, lines: [n] }); continue }
    entry.times += 1
    if (entry.lines[entry.lines.length - 1] !== n) entry.lines.push(n)
  }
  indexes.set(lines, index)
  return index
}

const counted = new WeakMap<readonly Line[], ReadonlyMap<string, number>>()
/** Every different word of a paper as printed, and how often it is. */
export const wordCountsOf = (lines: readonly Line[]): ReadonlyMap<string, number> => {
  const before = counted.get(lines)
  if (before !== undefined) return before
  const all = new Map<string, number>()
  for (const [word, { times }] of indexOf(lines)) all.set(word, times)
  counted.set(lines, all)
  return all
}

const listed = new WeakMap<readonly Line[], ReadonlySet<string>>()
/** Every different word of a paper as printed. A rule that looks for words asks here first, or takes `linesWith`. */
export const vocabularyOf = (lines: readonly Line[]): ReadonlySet<string> => {
  const before = listed.get(lines)
  if (before !== undefined) return before
  const all = new Set(indexOf(lines).keys())
  listed.set(lines, all)
  return all
}

/** The lines, in order, on which one of these words stands, written just so. */
export const linesHaving = (lines: readonly Line[], words: Iterable<string>): readonly Line[] => {
  const index = indexOf(lines)
  const wanted = new Set<number>()
  for (const word of words) for (const n of index.get(word)?.lines ?? none) wanted.add(n)
  return [...wanted].sort((a, b) => a - b).map((n) => lines[n]!)
}
const none: readonly number[] = []

/** The lines, in order, on which a word stands that `isWanted`: each different word of the paper is asked about once. */
export const linesWith = (lines: readonly Line[], isWanted: (word: string) => boolean): readonly Line[] => {
  const wanted: string[] = []
  for (const word of indexOf(lines).keys()) if (isWanted(word)) wanted.push(word)
  return linesHaving(lines, wanted)
}
