import { collapse } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../types.ts'

/**
 * A line of a paper as a proof-reader sees it: a paragraph, or a row of a table with its cells. `block` tells which block of the paper it belongs to.
 * Rules take the lines of `packOf`, always the same ones, so that what is worked out of a line (its pieces, words, dates) can be kept by it.
 */
export type Line = {
  readonly text: string
  readonly cells: readonly string[]
  readonly sources: readonly Source[]
  readonly style: 'heading' | 'paragraph' | 'list' | 'row'
  readonly source: Source
  readonly block: number
}

/** A paragraph, or one cell of a row, with the place it stands in. */
export type Piece = { readonly text: string; readonly at: Line | Source; readonly line: Line }

const leadingMark = /^[-–•◦▪●*>]\s+/
const link = /\[([^\][]+)\]\((?:#|https?:)[^)]{0,2000}\)/g
/** The words without the bullets and links that a conversion left in. */
const bare = (text: string): string => (/^[-–•◦▪●*>]|\]\(/.test(text) ? collapse(text.replace(link, '$1').replace(leadingMark, '')) : text)

const rowsOf = (table: PaperTable, block: number): Line[] =>
  table.rows.flatMap((row) => {
    const own = row.filter((cell) => cell.covered === null)
    const cells = own.map((cell) => bare(cell.text))
    const first = own.find((cell) => cell.text !== '')
    return first ? [{ text: cells.filter(Boolean).join(' '), cells, sources: own.map((c) => c.source), style: 'row' as const, source: first.source, block }] : []
  })

const linesOf = (block: PaperBlock, index: number): Line[] => {
  if (block.kind === 'table') return rowsOf(block, index)
  const text = bare(block.text)
  return text === '' ? [] : [{ text, cells: [text], sources: [block.source], style: block.style, source: block.source, block: index }]
}

/** Everything that is printed, in reading order. */
export const readLines = (content: PaperContent): readonly Line[] => content.blocks.flatMap(linesOf)

const pieces = new WeakMap<Line, readonly Piece[]>()
/** The paragraph or the cells of a line that have words, taken apart once for all checks. */
export const piecesOf = (line: Line): readonly Piece[] => {
  const before = pieces.get(line)
  if (before !== undefined) return before
  const made = line.cells.flatMap((text, i) => (text === '' ? [] : [{ text, line, at: line.style === 'row' ? line.sources[i] ?? line.source : line }]))
  pieces.set(line, made)
  return made
}
