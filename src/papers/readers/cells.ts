import { collapse } from '../../kit/words.ts'
import type { CellParagraph, PaperCell } from '../types.ts'
import type { Source } from '../../kit/source.ts'

type Look = { readonly fill?: string | null; readonly bold?: boolean; readonly covered?: PaperCell['covered'] }

const marks = /^[•◦▪●·‣∙■□➢➤✓\uf0b7\uf0a7\uf0d8\uf06f]\s*/u
const hollow = /^[◦▪□‣\uf0a7\uf0d8\uf06f]/u

/** A paragraph as printed: a typed bullet mark becomes its level, and is gone from the text. */
export const paragraphOf = (printed: string, bullet: 0 | 1 | 2 = 0): CellParagraph => {
  const text = collapse(printed)
  if (marks.test(text)) return { text: text.replace(marks, ''), bullet: bullet === 0 ? (hollow.test(text) ? 2 : 1) : bullet }
  return { text, bullet }
}

/** White is what paper is: no fill. */
const seen = (fill: string | null): string | null => (fill === null || /^#(fff){1,2}$/i.test(fill) ? null : fill.toLowerCase())

export const cellOf = (paragraphs: readonly CellParagraph[], source: Source, look: Look = {}): PaperCell => {
  const said = paragraphs.filter((p) => p.text !== '')
  return { text: said.map((p) => p.text).join(' '), paragraphs: said, source, fill: seen(look.fill ?? null), covered: look.covered ?? null, bold: look.bold ?? false }
}

/** The place that a merged cell covers, with the merged cell's words. */
export const coveredBy = (cell: PaperCell, source: Source, covered: 'above' | 'left'): PaperCell => ({ ...cell, source, covered })

/** 0 is A, 26 is AA. */
export const columnLetters = (column: number): string => (column < 26 ? String.fromCharCode(65 + column) : columnLetters(Math.floor(column / 26) - 1) + columnLetters(column % 26))
/** "Table 2!C5" or "Updates!C5"; row and column count from 0. */
export const cellName = (where: string, row: number, column: number): string => `${where}!${columnLetters(column)}${row + 1}`
