import type { Item } from './items.ts'
import type { Matching, Pair } from './match.ts'
import { contentWords } from './wording.ts'

/** One item that became several (or several that became one): `whole` on one side, `parts` on the other. */
export type Join = { readonly whole: number; readonly parts: readonly number[]; readonly sure: boolean }

type Words = ReadonlySet<string>
const share = (part: Words, whole: Words): number => (part.size === 0 ? 0 : [...part].filter((w) => whole.has(w)).length / part.size)
const union = (sets: readonly Words[]): Words => new Set(sets.flatMap((s) => [...s]))
/** Each text's words, cut once however often it is asked for. */
const remembered = (): ((text: string) => Words) => {
  const known = new Map<string, Words>()
  return (text) => { const words = known.get(text) ?? new Set(contentWords(text)); known.set(text, words); return words }
}

/**
 * The items of `wholes` that are covered only by their own partner and items left over on the other side together: each part's
 * words are the whole's, and each covers words of it that the others don't.
 */
const joinsOf = (wholes: readonly Item[], parts: readonly Item[], pairs: readonly (readonly [whole: number, part: number])[], left: readonly number[]): Join[] => {
  const words = remembered()
  const of = (i: Item): Words => words(i.text ?? '')
  const near = (a: Item, b: Item): boolean => a.parentKey === b.parentKey || Math.min(share(words(a.parent), words(b.parent)), share(words(b.parent), words(a.parent))) >= 0.5
  const free = new Set(left.filter((p) => parts[p]!.text !== null))
  return pairs.flatMap(([w, first]): Join[] => {
    const whole = wholes[w]!
    if (whole.key === parts[first]!.key || share(of(parts[first]!), of(whole)) < 0.6) return []
    const chosen = [first]
    const within = [...free].filter((p) => share(of(parts[p]!), of(whole)) >= 0.75 && near(whole, parts[p]!))
    for (const p of within) {
      const covered = union(chosen.map((c) => of(parts[c]!)))
      const gain = share(of(whole), union([covered, of(parts[p]!)])) - share(of(whole), covered)
      const nearlyWhole = share(of(parts[p]!), of(whole)) === 1 && share(of(whole), of(parts[p]!)) >= 0.7
      if (gain >= (nearlyWhole ? 0.01 : 0.12)) chosen.push(p)
    }
    const covers = share(of(whole), union(chosen.map((c) => of(parts[c]!))))
    if (chosen.length < 2 || covers < 0.7) return []
    for (const p of chosen) free.delete(p)
    const all = chosen.map((c) => parts[c]!)
    const sure = covers >= 0.85 && all.every((p) => share(of(p), of(whole)) >= 0.8 && p.firm) && whole.firm
    return [{ whole: w, parts: chosen.sort((a, b) => a - b), sure }]
  })
}

export type Joins = { readonly splits: readonly Join[]; readonly merges: readonly Join[] }

/** The splits and merges of a matching. Its pairs and leftovers that they use are no longer pairs and leftovers. */
export const findJoins = (as: readonly Item[], bs: readonly Item[], m: Matching): Joins => {
  const splits = joinsOf(as, bs, m.pairs.map((p) => [p.a, p.b] as const), m.onlyB)
  const split = new Set(splits.map((s) => s.whole))
  const merges = joinsOf(bs, as, m.pairs.filter((p) => !split.has(p.a)).map((p) => [p.b, p.a] as const), m.onlyA)
  return { splits, merges }
}

/** A matching without what its splits and merges took. */
export const withoutJoins = (m: Matching, { splits, merges }: Joins): Matching => {
  const a = new Set([...splits.map((s) => s.whole), ...merges.flatMap((j) => j.parts)])
  const b = new Set([...merges.map((s) => s.whole), ...splits.flatMap((j) => j.parts)])
  return { pairs: m.pairs.filter((p: Pair) => !a.has(p.a) && !b.has(p.b)), onlyA: m.onlyA.filter((i) => !a.has(i)), onlyB: m.onlyB.filter((j) => !b.has(j)) }
}
