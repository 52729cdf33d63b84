import { profileOf, type Profile } from '../kit/words.ts'
import type { Item } from './items.ts'
import { bestAssignment, type Candidate } from './match-assign.ts'
import { likenessTable } from './match-letters.ts'
import { namesClash } from './match-names.ts'
import { isNextPhase } from './next-phase.ts'
import { subjectsOf } from './subjects.ts'
import { wordingKey } from './wording.ts'

export type Pair = { readonly a: number; readonly b: number; readonly own: number; readonly sure: boolean }
export type Matching = { readonly pairs: readonly Pair[]; readonly onlyA: readonly number[]; readonly onlyB: readonly number[] }
/** Within a year a milestone's place says much; between years its stage may have gone on. */
export type Manner = 'year' | 'years'

type Likeness = { readonly own: number; readonly subject: number; readonly parent: number }
type Measure = { readonly of: (a: number, b: number) => Likeness; readonly differ: (a: number, b: number) => boolean }

/** Half shared letters, half shared subject; a short text wholly inside a longer one counts nearly as much. */
const ownLikeness = (a: Profile, b: Profile, letters: number, parent: number, subject: () => number | null): Likeness => {
  const inside = (letters * (a.size + b.size)) / 2 / Math.min(a.size, b.size)
  if (letters < 0.12 || (letters < 0.3 && inside <= 0.8 && parent < 0.6)) return { own: letters, subject: 0, parent }
  const shared = subject() ?? letters
  return { own: Math.max(0.6 * letters + 0.4 * shared, Math.min(a.size, b.size) > 18 && inside > 0.8 ? 0.85 * inside * Math.max(0.6, shared) : 0), subject: shared, parent }
}

/** The distinct items above some rows, and which of them each row stands under. */
const parentsListed = (items: readonly Item[]): { at: number[]; keys: string[]; profiles: Profile[] } => {
  const keys = [...new Set(items.map((i) => i.parentKey))]
  const places = new Map(keys.map((k, n) => [k, n]))
  const texts = new Map(items.map((i) => [i.parentKey, i.parent]))
  return { keys, at: items.map((i) => places.get(i.parentKey)!), profiles: keys.map((k) => profileOf(texts.get(k)!)) }
}

/** How like the items above are, each pair of texts measured once; half where one side does not say. */
const parentLikeness = (as: readonly Item[], bs: readonly Item[]): ((a: number, b: number) => number) => {
  const [left, right] = [parentsListed(as), parentsListed(bs)]
  const like = likenessTable(left.profiles, right.profiles)
  return (a, b) => {
    const [x, y] = [left.at[a]!, right.at[b]!]
    if (left.keys[x] === '' || right.keys[y] === '') return 0.5
    return left.keys[x] === right.keys[y] ? 1 : like(x, y)
  }
}

const measures = (as: readonly Item[], bs: readonly Item[]): Measure => {
  const subjects = subjectsOf([...as, ...bs].map((i) => i.text ?? ''))
  const parent = parentLikeness(as, bs)
  const letters = likenessTable(as.map((i) => i.profile), bs.map((i) => i.profile))
  const of = (a: number, b: number): Likeness => {
    const [x, y] = [as[a]!, bs[b]!]
    const above = parent(a, b)
    if (x.key === y.key) return { own: 1, subject: 1, parent: above }
    return ownLikeness(x.profile, y.profile, letters(a, b), above, () => subjects.overlap(a, as.length + b))
  }
  return { of, differ: (a, b) => subjects.differ(a, as.length + b) }
}

/** The score of a pair that could be the same item; 0 where it could not. */
const scoreOf = (l: Likeness, x: Item, y: Item, manner: Manner): number => {
  const weight = manner === 'year' ? 0.7 : 0.8
  const score = weight * l.own + (1 - weight) * l.parent
  const plain = l.parent < 0.4 && l.own < 1 && Math.min(x.size, y.size) <= 3
  if (l.own >= (l.parent >= 0.6 ? 0.36 : 0.62)) return plain ? 0 : score - (namesClash(x.named, y.named) ? 0.15 : 0)
  return manner === 'years' && l.parent >= 0.6 && l.own >= 0.12 && isNextPhase(x.progress(), y.progress()) ? score : 0
}

const placeOf = (i: Item): string => `${wordingKey(i.theme ?? '')}|${i.parentKey}|${i.key}`

/** Items of the same words in the same place are paired outright, in their order. */
const sameInPlace = (as: readonly Item[], bs: readonly Item[]): Map<number, number> => {
  const waiting = new Map<string, number[]>()
  bs.forEach((b, j) => { if (b.text !== null) { const p = placeOf(b); waiting.set(p, [...(waiting.get(p) ?? []), j]) } })
  const paired = new Map<number, number>()
  as.forEach((a, i) => { const j = a.text === null ? undefined : waiting.get(placeOf(a))?.shift(); if (j !== undefined) paired.set(i, j) })
  return paired
}

const countKeys = (items: readonly Item[]): Map<string, number> => { const n = new Map<string, number>(); for (const { key } of items) n.set(key, (n.get(key) ?? 0) + 1); return n }

/** Pairs the items of two documents so that the whole is the likeliest, and says which pairs are beyond doubt. */
export const matchItems = (as: readonly Item[], bs: readonly Item[], manner: Manner): Matching => {
  const fixed = sameInPlace(as, bs)
  const takenB = new Set(fixed.values())
  const freeA = as.map((_, i) => i).filter((i) => !fixed.has(i) && as[i]!.text !== null)
  const freeB = bs.map((_, j) => j).filter((j) => !takenB.has(j) && bs[j]!.text !== null)
  const measure = measures(as, bs)
  const [timesA, timesB] = [countKeys(as), countKeys(bs)]
  const candidates: Candidate[] = []
  for (const a of freeA) for (const b of freeB) {
    const score = scoreOf(measure.of(a, b), as[a]!, bs[b]!, manner)
    if (score > 0) candidates.push({ a, b, score })
  }
  const chosen = bestAssignment(candidates)
  const rivals = rivalsOf(candidates)
  const unique = (key: string): boolean => timesA.get(key) === 1 && timesB.get(key) === 1
  const sure = (c: Candidate): boolean => {
    const [x, y, l] = [as[c.a]!, bs[c.b]!, measure.of(c.a, c.b)]
    if (!x.firm || !y.firm) return false
    if (x.key === y.key) return l.parent >= 0.6 || (unique(x.key) && x.key.length >= 24)
    if (namesClash(x.named, y.named) || rivals(c) > c.score - 0.06) return false
    if (Math.min(x.size, y.size) <= 4 && measure.differ(c.a, c.b)) return false
    return l.parent >= 0.6 ? l.own >= 0.55 && l.subject >= 0.6 : l.own >= 0.78 && l.subject >= 0.75
  }
  const pairs = [
    ...[...fixed].map(([a, b]): Pair => ({ a, b, own: 1, sure: true })),
    ...chosen.map((c): Pair => ({ a: c.a, b: c.b, own: measure.of(c.a, c.b).own, sure: sure(c) })),
  ].sort((p, q) => p.a - q.a)
  const [pairedA, pairedB] = [new Set(pairs.map((p) => p.a)), new Set(pairs.map((p) => p.b))]
  return { pairs, onlyA: as.map((_, i) => i).filter((i) => !pairedA.has(i)), onlyB: bs.map((_, j) => j).filter((j) => !pairedB.has(j)) }
}

/** The best score that either side of a pair would have had with somebody else. */
const rivalsOf = (candidates: readonly Candidate[]): ((c: Candidate) => number) => {
  const group = (side: 'a' | 'b'): Map<number, Candidate[]> => {
    const by = new Map<number, Candidate[]>()
    for (const c of candidates) { const list = by.get(c[side]); if (list) list.push(c); else by.set(c[side], [c]) }
    return by
  }
  const [byA, byB] = [group('a'), group('b')]
  return (c) => Math.max(0, ...[...(byA.get(c.a) ?? []), ...(byB.get(c.b) ?? [])].filter((o) => o.a !== c.a || o.b !== c.b).map((o) => o.score))
}
