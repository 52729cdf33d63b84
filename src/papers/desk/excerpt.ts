import type { Source } from '../../kit/source.ts'
import type { PaperBlock, PaperCell, PaperContent, PaperTable } from '../types.ts'

/** The paper's own words round a place: a paragraph with its neighbours, or some rows of a table with the cell that is meant. */
export type Excerpt =
  | { readonly kind: 'text'; readonly before: string; readonly text: string; readonly after: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly { readonly text: string; readonly marked: boolean }[])[] }

const samePage = (a: Source, b: Source): boolean => a.page === null || b.page === null || a.page === b.page
const rank = ({ page, line }: Source): number => (page ?? 0) * 1_000_000 + (line ?? 0)

/** How surely a place is this one: its cell, its line, or nothing. */
const hit = (place: Source, at: Source): number => {
  if (!samePage(place, at)) return 0
  if (place.cell !== null) return place.cell === at.cell && (place.line === null || at.line === null || place.line === at.line) ? 3 : 0
  return place.line !== null && place.line === at.line ? 2 : 0
}
const hitsIn = (place: Source, block: PaperBlock): number => (block.kind === 'text' ? hit(place, block.source) : Math.max(hit(place, block.source), ...block.rows.flatMap((row) => row.map((c) => hit(place, c.source)))))

/** The block that a place is in: surely, else the last that begins before it. */
const blockAt = (blocks: readonly PaperBlock[], place: Source): number => {
  let [best, at] = [0, -1]
  for (const [i, block] of blocks.entries()) {
    const hits = hitsIn(place, block)
    if (hits > best) [best, at] = [hits, i]
  }
  return at >= 0 ? at : blocks.findLastIndex((b) => rank(b.source) <= rank(place))
}

const around = 2
/** Where only the line is known, its cells that hold what was found are marked, else all of them with words. */
const tableExcerpt = (table: PaperTable, place: Source, found: string | undefined): Excerpt => {
  const best = table.rows.reduce((n, row) => Math.max(n, ...row.map((c) => hit(place, c.source))), 1)
  const isThere = (c: PaperCell): boolean => hit(place, c.source) === best
  const holds = (c: PaperCell): boolean => found !== undefined && isThere(c) && c.text.includes(found)
  const told = best < 3 && table.rows.some((row) => row.some(holds)) ? holds : (c: PaperCell) => isThere(c) && (best > 2 || c.text !== '')
  const row = Math.max(0, table.rows.findIndex((r) => r.some(isThere)))
  const shown = table.rows.slice(Math.max(0, row - around), row + around + 1)
  return { kind: 'table', rows: [...(row > around ? [table.rows[0]!] : []), ...shown].map((r) => r.map((c) => ({ text: c.text, marked: told(c) }))) }
}

const words = (block: PaperBlock | undefined): string => (block?.kind === 'text' ? block.text : '')
/** `found` are the words at the place that are meant, where a finding tells them. null where the place is nowhere in the paper. */
export const excerptOf = ({ blocks }: PaperContent, place: Source, found?: string): Excerpt | null => {
  if (place.page === null && place.line === null && place.cell === null) return null
  const i = blockAt(blocks, place)
  const block = blocks[i]
  if (block === undefined) return null
  return block.kind === 'table' ? tableExcerpt(block, place, found) : { kind: 'text', before: words(blocks[i - 1]), text: block.text, after: words(blocks[i + 1]) }
}
