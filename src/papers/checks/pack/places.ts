import type { Source } from '../../../kit/source.ts'
import type { PaperContent } from '../../types.ts'

const key = ({ page, line, cell }: Source): string => `${page}/${line}/${cell}`
const isNowhere = ({ page, line, cell }: Source): boolean => page === null && line === null && cell === null

/** A Word document tells neither pages nor lines: its paragraphs are then counted, so that an author can find the place. */
export const withPlaces = (content: PaperContent): PaperContent => {
  if (!content.blocks.some((b) => isNowhere(b.source))) return content
  let paragraph = 0
  const blocks = content.blocks.map((block) => {
    if (block.kind === 'text') paragraph += 1
    return block.kind === 'text' && isNowhere(block.source) ? { ...block, source: { page: null, line: null, cell: `paragraph ${paragraph}` } } : block
  })
  return { ...content, blocks }
}

/** Where a place stands in the order of the paper. */
export const placeOrder = (content: PaperContent): ((source: Source) => number) => {
  const order = new Map<string, number>()
  let last: Source | null = null
  for (const block of content.blocks) {
    const places = block.kind === 'text' ? [block.source] : [block.source, ...block.rows.flatMap((row) => row.map((cell) => cell.source))]
    for (const place of places) {
      // The cells of a line may share their place.
      if (place === last) continue
      last = place
      const name = key(place)
      if (!order.has(name)) order.set(name, order.size)
    }
  }
  return (source) => order.get(key(source)) ?? order.get(key({ ...source, cell: null })) ?? order.size
}
