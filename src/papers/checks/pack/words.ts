import type { Line } from './lines.ts'

/** A word of a cell and where it begins in it. */
export type CellWord = { readonly word: string; readonly index: number }

const known = new WeakMap<Line, readonly (readonly CellWord[])[]>()
const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 39 || code === 0x2019 || code === 45

const wordsIn = (text: string): CellWord[] => {
  const words: CellWord[] = []
  let start = -1
  for (let i = 0; i <= text.length; i += 1) {
    const letter = i < text.length && isLetter(text.charCodeAt(i))
    if (letter && start < 0) start = i
    if (!letter && start >= 0) { words.push({ word: text.slice(start, i), index: start }); start = -1 }
  }
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

const counted = new WeakMap<readonly Line[], ReadonlyMap<string, number>>()
/** Every different word of a paper as printed, and how often it is: some thousands, where the paper has tens of thousands. */
export const wordCountsOf = (lines: readonly Line[]): ReadonlyMap<string, number> => {
  const before = counted.get(lines)
  if (before !== undefined) return before
  const all = new Map<string, number>()
  for (const line of lines) for (const words of wordsOf(line)) for (let i = 0; i < words.length; i += 1) all.set(words[i]!.word, (all.get(words[i]!.word) ?? 0) + 1)
  counted.set(lines, all)
  return all
}

const listed = new WeakMap<readonly Line[], ReadonlySet<string>>()
/** Every different word of a paper as printed. A rule that looks for words asks here first, or takes `linesWith`. */
export const vocabularyOf = (lines: readonly Line[]): ReadonlySet<string> => {
  const before = listed.get(lines)
  if (before !== undefined) return before
  const all = new Set(wordCountsOf(lines).keys())
  listed.set(lines, all)
  return all
}

/** The lines, in order, on which a word stands that `isWanted`: each different word of the paper is asked about once. */
export const linesWith = (lines: readonly Line[], isWanted: (word: string) => boolean): readonly Line[] => {
  const wanted = new Set([...vocabularyOf(lines)].filter(isWanted))
  return wanted.size === 0 ? [] : lines.filter((line) => wordsOf(line).some((words) => words.some(({ word }) => wanted.has(word))))
}
