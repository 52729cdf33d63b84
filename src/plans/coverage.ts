import { likeness, profileOf } from '../kit/words.ts'
import type { Item } from './items.ts'
import type { Matching } from './match.ts'

export type NotCovered = { readonly theme: string; readonly items: number }

/** Which items the update speaks of: it may be the part of one theme only, and then says nothing of the others. */
export const coverageOf = (as: readonly Item[], bs: readonly Item[], matching: Matching, wholePlan: boolean): { covered: (i: Item) => boolean; notCovered: NotCovered[] } => {
  const named = [...new Set(bs.flatMap((b) => (b.theme === null ? [] : [b.theme])))].map(profileOf)
  const paired = new Set(matching.pairs.map((p) => p.a))
  const manyPaired = (theme: string): boolean => {
    const own = as.map((a, i) => ({ a, i })).filter(({ a }) => a.theme === theme)
    return own.filter(({ i }) => paired.has(i)).length * 3 >= own.length
  }
  const listed = (theme: string | null): boolean =>
    wholePlan || theme === null || named.length === 0 || named.some((n) => likeness(n, profileOf(theme)) >= 0.75) || manyPaired(theme)
  const themes = new Map([...new Set(as.map((a) => a.theme))].map((t) => [t, listed(t)]))
  const left = as.filter((a) => !themes.get(a.theme)!)
  return {
    covered: (i) => themes.get(i.theme)!,
    notCovered: [...new Set(left.map((i) => i.theme!))].map((theme) => ({ theme, items: left.filter((i) => i.theme === theme).length })),
  }
}
