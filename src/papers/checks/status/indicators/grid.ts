import { readNumber } from '../../../recognisers/figures/figure.ts'
import type { PaperCell, PaperTable } from '../../../types.ts'
import type { CheckedPaper } from '../../check.ts'

/** Tables of a paper under the same headings, taken together: a register over three pages, indicators theme by theme. */
export type Grid = { readonly heads: readonly string[]; readonly rows: readonly (readonly PaperCell[])[] }

const isFigure = (text: string): boolean => readNumber(text) !== null
const most = 40
/** A second row of headings ("2024/25 | Target") under merged cells. */
const isSecondHead = (first: readonly PaperCell[], second: readonly PaperCell[] | undefined): boolean =>
  second !== undefined && second.length === first.length && second.some((c) => c.covered === 'above' || c.text === '') && second.every((c) => c.text.length <= most && !isFigure(c.text)) && first.some((c) => c.covered === 'left')

const headOf = ({ rows: [first, second, ...rest] }: PaperTable): Grid | null => {
  if (!first || !second || first.length < 3 || first.length > 16) return null
  if (first.some((c) => c.text.length > 60) || first.filter((c) => c.text !== '' && !isFigure(c.text)).length * 2 <= first.length) return null
  const texts = first.map((c) => c.text)
  return isSecondHead(first, second) ? { heads: texts.map((t, i) => (second[i]!.covered === 'above' || second[i]!.text === t ? t : `${t} ${second[i]!.text}`.trim())), rows: rest } : { heads: texts, rows: [second, ...rest] }
}

const same = (a: readonly string[], b: readonly PaperCell[]): boolean => a.length === b.length && a.every((t, i) => t === b[i]!.text)
const gridsIn = ({ content }: CheckedPaper): Grid[] => {
  const by = new Map<string, { heads: readonly string[]; rows: (readonly PaperCell[])[] }>()
  let last: readonly string[] = []
  for (const block of content.blocks) {
    if (block.kind !== 'table') continue
    const own = headOf(block)
    const heads: readonly string[] = own?.heads ?? (last.length === block.rows[0]?.length ? last : [])
    last = heads
    if (heads.length === 0) continue
    const key = heads.join('|')
    const grid = by.get(key) ?? { heads, rows: [] }
    by.set(key, grid)
    for (const row of own?.rows ?? block.rows) if (row.length === heads.length && !same(heads, row)) grid.rows.push(row)
  }
  return [...by.values()]
}

const known = new WeakMap<CheckedPaper, readonly Grid[]>()
export const grids = (paper: CheckedPaper): readonly Grid[] => {
  const made = known.get(paper) ?? gridsIn(paper)
  known.set(paper, made)
  return made
}
