import type { PaperContent } from '../../types.ts'
import { factsIn, listingsOf } from '../../facts/index.ts'
import type { Claim } from './percent-claims.ts'
import { printed } from './share.ts'

const item = /^\W*([\d,]{1,12})\s[^()%\d]{2,80}\((less than |under |over |about )?([\d.]{1,6})\s?%\)/i

/** "There were 40 actions:" and a list whose items begin "30 are done (75%)": the whole is what the items' counts make, and the paragraph before says. */
export const claimsOfLists = (content: PaperContent): Claim[] => listingsOf(content).flatMap(({ intro, items }): Claim[] => {
  const found = items.flatMap(({ text, source }) => { const m = item.exec(text); return m ? [{ count: m[1]!, vague: m[2] !== undefined, percent: m[3]!, source }] : [] })
  const made = found.reduce((n, f) => n + Number(f.count.replaceAll(',', '')), 0)
  const said = factsIn(intro.text).some((f) => f.kind === 'count' && Number(f.value) === made)
  if (found.length !== items.length || !said || made === 0) return []
  return found.filter((f) => !f.vague).flatMap(({ count, percent, source }): Claim[] => {
    const [part, whole, share] = [printed(count, count, true), printed(String(made), String(made), true), printed(percent, `${percent}%`)]
    return part && whole && share ? [{ kind: 'share', part, whole, percent: share, source, of: String(made), power: -99, from: [] }] : []
  })
})
