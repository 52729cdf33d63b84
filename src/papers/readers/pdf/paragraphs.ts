import type { CellParagraph } from '../../types.ts'
import { paragraphOf } from '../cells.ts'
import type { Line } from './lines.ts'
import type { Box } from './page.ts'

const mark = /^([•◦▪●·‣∙■□➢➤\uf0b7\uf0a7\uf0d8\uf06f]|[-–o](?=\s))\s*/u
/** Whether the words of a paper hold a word, so that a hyphen at a line's end can be told from one that belongs there. */
export type Vocabulary = { readonly has: (word: string) => boolean }

const wordEnd = /([\p{L}]+)[-\u00ad\u2010]$/u, wordStart = /^\p{Ll}[\p{L}]*/u

/** Two lines of one paragraph. A hyphen at the end goes where the paper has the whole word elsewhere, or where it is one that only a line's end makes. */
export const joinLines = (above: string, below: string, words: Vocabulary): string => {
  const head = wordEnd.exec(above)?.[1], rest = wordStart.exec(below)?.[0]
  if (head === undefined || rest === undefined) return /[-/]$/.test(above) && /\S[-/]$/.test(above) ? `${above}${below}` : `${above} ${below}`
  const made = /[\u00ad\u2010]$/.test(above) || words.has((head + rest).toLowerCase())
  return made ? `${above.slice(0, -1)}${below}` : `${above}${below}`
}

/** The dot that was drawn, not typed, in front of a line. */
const dotOf = (line: Line, dots: readonly Box[]): Box | undefined =>
  dots.find((d) => d.x1 <= line.x0 + 1 && line.x0 - d.x1 < 2.5 * line.size && d.y0 > line.y - line.size && d.y1 < line.y + 0.3 * line.size)

/** Whether the first word of `below` would have fitted behind `above`: then the break was meant. */
const brokeEarly = (above: Line, below: Line, within: Box): boolean => {
  const word = below.text.split(' ')[0] ?? '', wide = ((below.x1 - below.x0) / Math.max(1, below.text.length)) * (word.length + 1)
  const margin = Math.max(2, Math.min(8, Math.min(above.x0, below.x0) - within.x0))
  return above.x1 + wide + 0.4 * below.size < within.x1 - margin && Math.abs(above.x0 - below.x0) < 1.5 && !/[,;–-]$/.test(above.text)
}

type Draft = { text: string; bullet: boolean; hollow: boolean; x0: number }

/** The paragraphs of a cell or a stretch of text. Deeper bullets are those further in, or hollow. */
export const paragraphsOf = (lines: readonly Line[], within: Box, dots: readonly Box[], words: Vocabulary): readonly CellParagraph[] => {
  const drafts: Draft[] = []
  lines.forEach((line, i) => {
    const above = lines[i - 1], dot = dotOf(line, dots), typed = mark.exec(line.text), last = drafts.at(-1)
    const isBullet = dot !== undefined || typed !== null
    const gap = above === undefined ? 0 : line.y - above.y
    const starts = last === undefined || isBullet || gap > 1.75 * line.size || (!last.bullet && above !== undefined && brokeEarly(above, line, within))
    if (!starts) { last.text = joinLines(last.text, line.text, words); return }
    drafts.push({ text: typed === null ? line.text : line.text.slice(typed[0].length), bullet: isBullet, hollow: typed !== null && /^[◦▪□o]/.test(typed[0]), x0: dot?.x0 ?? line.x0 })
  })
  const left = Math.min(...drafts.filter((d) => d.bullet).map((d) => d.x0))
  return drafts.map((d) => (d.bullet ? { ...paragraphOf(d.text), bullet: d.x0 - left > 6 || (d.hollow && drafts.some((o) => o.bullet && !o.hollow)) ? 2 : 1 } : paragraphOf(d.text)))
}
