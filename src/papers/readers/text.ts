import { collapse } from '../../kit/words.ts'
import type { CellParagraph, PaperBlock, PaperCell, PaperContent, PaperText } from '../types.ts'
import { contentOf } from './content.ts'
import { decodeText } from './encoding.ts'

/**
 * A plain text as a PDF-to-text conversion leaves it: tabs between cells, a table row a line, form feeds between pages.
 * Gives every line's number (from 1); pages only where the text has form feeds.
 */
export const readText = (file: string, bytes: Uint8Array): PaperContent => {
  const text = decodeText(bytes)
  const blocks = blocksOf(text)
  const title = blocks.find((b): b is PaperText => b.kind === 'text')?.text ?? null
  return contentOf(file, bytes, 'text', blocks, { title, pages: text.includes('\f') ? text.split('\f').length : null })
}

type Place = { readonly page: number | null; readonly line: number }

const blocksOf = (text: string): PaperBlock[] => {
  const lines = text.includes('\r') ? text.split(/\r\n|\n|\r/) : text.split('\n')
  const paged = text.includes('\f')
  const blocks: PaperBlock[] = []
  let rows: PaperCell[][] = []
  let page = 1
  const endTable = (): void => {
    if (rows.length > 0) blocks.push({ kind: 'table', caption: null, rows, source: rows[0]![0]!.source })
    rows = []
  }
  lines.forEach((raw, index) => {
    const line = paged ? raw.replaceAll('\f', '') : raw
    if (paged && raw.startsWith('\f')) { page += 1; endTable() }
    const place = { page: paged ? page : null, line: index + 1 }
    if (line.includes('\t')) {
      if (!isRule(line)) rows.push(cellsOf(line, place))
    } else {
      endTable()
      if (line.trim() !== '' && !isRule(line)) blocks.push(paragraphOf(line, place, isAlone(lines, index)))
    }
    if (paged && raw.length > 1 && raw.endsWith('\f')) { page += 1; endTable() }
  })
  endTable()
  return blocks
}

const isAlone = (lines: readonly string[], index: number): boolean => (lines[index - 1] ?? '').trim() === '' && (lines[index + 1] ?? '').trim() === ''
/** "---" and "---<tab>------": rules that a conversion draws. */
const isRule = (line: string): boolean => line.includes('--') && /^[\s|:]*-{2,}[\s|:-]*$/.test(line)

const cellsOf = (line: string, place: Place): PaperCell[] => {
  const source = { ...place, cell: null }
  return line.split('\t').map((raw) => {
    const paragraphs = raw === '' ? none : paragraphsOf(raw)
    const text = paragraphs.length === 1 ? paragraphs[0]!.text : paragraphs.map((p) => p.text).join(' ')
    return { text, paragraphs, source, fill: null, covered: null, bold: isBold(raw) }
  })
}
const none: readonly CellParagraph[] = []

const isBold = (raw: string): boolean => (raw.includes('**') || raw.includes('<')) && /^\s*(?:\*\*.+\*\*|<b>.+<\/b>)\s*$/i.test(raw)
/** Mark-up of words inside a paragraph, and that which begins or ends one; what an address or arithmetic has is neither. */
const wordTags = /<\/?(?:i|b|u|em|strong|span|sub|sup|font|a)(?:\s[^<>]{0,200})?>/gi
const blockTags = /<\/?(?:ul|ol|li|p|br|div)(?:\s[^<>]{0,200})?\/?>/gi
/** Printed bullets, and those of symbol fonts (a private-use character). */
const bulletMark = /[\u2022\u25aa\u25cf\u25e6\u25a0\u2043\u2219\uf000-\uf0ff]/u
const parts = new RegExp(`(${blockTags.source}|${bulletMark.source})`, 'giu')
const withoutMarks = (text: string): string => collapse(text.includes('**') || text.includes('__') ? text.replaceAll('**', '').replaceAll('__', '') : text)

/** The paragraphs of a cell: bullets begin one, a list in a list is one level down. */
const paragraphsOf = (raw: string): CellParagraph[] => {
  if (!raw.includes('<') && !bulletMark.test(raw)) {
    const dashed = /^\s*[-–*]\s+(?=\S)/.test(raw)
    const text = withoutMarks(dashed ? raw.replace(/^\s*[-–*]\s+/, '') : raw)
    return text === '' ? [] : [{ text, bullet: dashed ? 1 : 0 }]
  }
  const paragraphs: CellParagraph[] = []
  let depth = 0
  let bullet: 0 | 1 | 2 = 0
  const pieces = raw.replace(wordTags, '').split(parts)
  for (const piece of pieces) {
    if (/^<(?:ul|ol)\b/i.test(piece)) depth = depth === 0 && paragraphs.some((p) => p.bullet === 1) ? 2 : depth + 1
    else if (/^<\/(?:ul|ol)/i.test(piece)) { depth = Math.max(0, depth - 1); bullet = 0 }
    else if (/^<li/i.test(piece) || bulletMark.test(piece) && piece.length <= 2) bullet = depth > 1 || /[\u25e6]/.test(piece) && paragraphs.some((p) => p.bullet === 1) ? 2 : 1
    else if (/^<(?:br|\/?p|\/?div|\/li)\b/i.test(piece)) bullet = 0
    else addWords(paragraphs, piece, bullet)
  }
  return paragraphs
}

const addWords = (paragraphs: CellParagraph[], piece: string, bullet: 0 | 1 | 2): void => {
  const text = withoutMarks(piece)
  if (text !== '') paragraphs.push({ text, bullet })
}

const paragraphOf = (line: string, place: Place, alone: boolean): PaperText => {
  const marked = /^\s*(#{1,6})\s+(.*)$/.exec(line)
  const list = /^\s*(?:[-–•*\uf0b7]|\d{1,2}[.)]|[a-z][.)])\s+/.test(line)
  const text = withoutMarks((marked?.[2] ?? line).replace(wordTags, '').replace(blockTags, ' ').replace(/^\s*[-–•*\uf0b7]\s+/, ''))
  const source = { ...place, cell: null }
  if (marked) return { kind: 'text', style: 'heading', level: marked[1]!.length, text, source }
  if (list) return { kind: 'text', style: 'list', level: /^\s+/.test(line) ? 2 : 1, text, source }
  const heading = alone && isHeadingShape(text)
  return { kind: 'text', style: heading ? 'heading' : 'paragraph', level: heading ? 2 : 0, text, source }
}
/** A short line on its own that is no sentence; a text keeps no other sign of a heading. */
const isHeadingShape = (text: string): boolean => text.length <= 90 && /^[\p{Lu}\d]/u.test(text) && !/[.;,]$/.test(text) && text.split(' ').length <= 14 && !/^\d+$/.test(text)
