import type { PaperText } from '../types.ts'
import type { PaperContent } from '../types.ts'

/** A paragraph that introduces a list, with the list's items as they stand right after it. */
export type Listing = { readonly intro: PaperText; readonly items: readonly PaperText[] }

const looksListed = (block: PaperText): boolean => block.style === 'list' || /^(?:[-–•*]|[+]\s?£|\(?[a-z\d]{1,3}[.)])\s*/i.test(block.text)

/** Lists of the paper with what introduces them; a numbered paragraph of the report itself is no item of a list under it. */
export const listingsOf = (content: PaperContent): Listing[] => {
  const found: Listing[] = []
  content.blocks.forEach((block, i) => {
    if (block.kind !== 'text' || looksNumbered(content, i)) return
    const items: PaperText[] = []
    for (let k = i + 1; k < content.blocks.length; k += 1) {
      const next = content.blocks[k]!
      if (next.kind !== 'text' || !looksListed(next) || (items.length > 0 && next.level !== items[0]!.level)) break
      items.push(next)
    }
    if (items.length >= 2) found.push({ intro: block, items })
  })
  return found
}
/** Part of a list already, at the same depth as what follows. */
const looksNumbered = (content: PaperContent, i: number): boolean => {
  const [block, next] = [content.blocks[i]!, content.blocks[i + 1]]
  return block.kind === 'text' && next?.kind === 'text' && looksListed(block) && looksListed(next) && block.level >= next.level
}
