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
  const words = known.get(line) ?? line.cells.map(wordsIn)
  known.set(line, words)
  return words
}
