import { collapse } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { PaperBlock, PaperContent, PaperTable } from '../../types.ts'
import { isYear } from './figure.ts'
import { hasFigures, isHeadingAgain, isRule, readHead, sameHeading, wordsAt, type Head, type Row } from './headings.ts'
import { partsOf } from './parts.ts'

/** A whole table: its pieces over pages put together, under the headings of the first. */
export type Whole = { readonly pieces: readonly PaperTable[]; readonly source: Source; readonly head: Head; readonly rows: readonly Row[]; readonly title: string | null; readonly near: string; readonly section: string; readonly after: Whole | null }

const isCaption = (text: string): boolean => /^(?:table|figure|chart|annex|appendix|schedule)\s+[a-z0-9]{1,3}\b/i.test(text) && text.length < 160
const isFurniture = (text: string): boolean => text.length <= 30 && /^(?:page\s*)?\d{1,4}(?:\s*of\s*\d+)?$/i.test(collapse(text))

const widthOf = (rows: readonly Row[]): number => {
  let width = 0
  for (const row of rows) for (let i = row.length; i > width; i -= 1) if (wordsAt(row, i - 1) !== '') { width = i; break }
  return width
}
const bodyRows = (table: PaperTable): Row[] => closeTornYears(table.rows.filter((row) => !isRule(row) && row.some((c) => /[^\s\u200b]/.test(c.text))))

/** A year torn in two by the column rule ("202 | 4/25") over a column that is empty below is put together, and the empty column goes. */
const closeTornYears = (rows: readonly Row[]): Row[] => {
  for (const row of rows.slice(0, 4)) {
    const torn = row.findIndex((_, i) => i > 0 && /^(?:19|20)\d?$/.test(wordsAt(row, i)) && isYear(wordsAt(row, i) + wordsAt(row, i + 1)))
    if (torn < 0 || rows.some((other) => other !== row && wordsAt(other, torn) !== '')) continue
    return rows.map((other) => other.flatMap((cell, i) => (i === torn ? (other === row ? [{ ...cell, text: wordsAt(row, torn) + wordsAt(row, torn + 1) }] : []) : other === row && i === torn + 1 ? [] : [cell])))
  }
  return [...rows]
}

type Open = { pieces: PaperTable[]; source: Source; head: Head; rows: Row[]; title: string | null; near: string; section: string; after: Whole | null; width: number }

/** The parts that officers play in signing a report off, by which its list of reviewers is known. */
export const isReviewerRole = (label: string): boolean =>
  /^(?:governance|finance|legal|communications?|equality(?: duty)?|procurement|risk|approved by|monitoring officer|section 151 officer|human resources|hr)\b/i.test(label)

/** Whether a piece goes on with the table before it: no headings of its own, or the same ones, and as many columns. */
const goesOn = (open: Open, rows: readonly Row[], between: number): boolean => {
  if (between > 2 || rows.length === 0) return false
  const width = widthOf(rows)
  const first = rows[0]!
  const alike = Math.abs(width - open.width) <= 1 || (width <= open.width && width >= 2)
  if (hasFigures(first) || (between === 0 && isReviewerRole(wordsAt(first, 0)))) return alike
  return between === 0 && alike && sameTop(open, first)
}

/** Tables of the paper in order, pieces joined, each with the words that stand by it. Only pieces with some figure or several columns. */
export const wholeTables = (content: PaperContent, free: ReadonlySet<PaperBlock>): Whole[] => {
  const found: Open[] = []
  let [caption, near, section, between, open] = [null as string | null, '', '', 0, null as Open | null]
  const blocks = content.blocks.filter((b) => b.kind === 'table' || (/[^\s\u200b]/.test(b.text) && !isFurniture(b.text)))
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'text') {
      const text = collapse(block.text)
      if (isCaption(text)) {
        if (open !== null && open.title === null && between === 0 && blocks[at + 1]?.kind !== 'table') open.title = text
        else caption = text
      }
      if (block.style === 'heading') section = text
      near = text.length > 400 ? text.slice(-400) : text
      between += text.length > 160 ? 3 : 1
      continue
    }
    if (!free.has(block)) { open = null; continue }
    const rows = bodyRows(block)
    if (rows.length === 0) continue
    if (open !== null && goesOn(open, rows, between)) {
      const again = hasFigures(rows[0]!) || !sameTop(open, rows[0]!) ? 0 : 1
      open.pieces.push(block)
      // A page that ended with the headings alone: they head what follows.
      const bare = open.head.body === 0 && open.rows.length <= 3 && !open.rows.some(hasFigures) ? readHead([...open.rows, ...rows], widthOf(rows)) : null
      if (bare !== null && bare.body > 0) { open.head = bare; open.rows = [...open.rows, ...rows].slice(bare.body) }
      else for (const row of rows.slice(again)) open.rows.push(row)
    } else {
      for (const part of partsOf(rows, widthOf(rows))) {
        const width = widthOf(part)
        const head = readHead(part, width)
        // A table without headings, right after another, is read in that one's unit.
        const after: Whole | null = open !== null && between === 0 && head.body === 0 ? open : null
        const source = part[0] === rows[0] ? block.source : part[0]![0]!.source
        open = { pieces: [block], source, head, rows: part.slice(head.body), title: block.caption ?? caption, near, section, after, width }
        found.push(open)
        caption = null
      }
    }
    caption = null
    between = 0
  }
  return found
}
/** The same headings over the same columns. */
const sameTop = (open: Open, row: Row): boolean => isHeadingAgain(row, open.head.columns) && row.every((_, i) => i === 0 || wordsAt(row, i) === '' || sameHeading(wordsAt(row, i), open.head.columns[i] ?? ''))
