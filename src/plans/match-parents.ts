import { profileOf, type Profile } from '../kit/words.ts'
import { parentRow, type Item } from './items.ts'
import { bestAssignment } from './match-assign.ts'
import { likenessTable } from './match-letters.ts'
import type { Pair } from './match.ts'
import type { PlanRow } from './types.ts'

/** An item above the rows (a deliverable, an objective), the same text being the same item wherever it stands. */
export type Parent = { readonly id: string; readonly text: string; readonly depth: number; readonly aboveId: string | null; readonly row: PlanRow; readonly profile: Profile; readonly children: readonly number[] }
export type ParentPair = { readonly a: Parent; readonly b: Parent; readonly like: number; readonly moved: boolean }
/** How the parents of two documents answer each other. `moved` tells whether a pair of rows changed its parent; null where that can't be said. */
export type ParentMatching = { readonly pairs: readonly ParentPair[]; readonly moved: (pair: Pair) => boolean | null }

const idAt = (item: Item, depth: number): string | null => item.aboveIds[depth] ?? null

const parentsOf = (items: readonly Item[]): Map<string, Parent> => {
  const found = new Map<string, { parent: Omit<Parent, 'children'>; children: number[] }>()
  items.forEach((item, i) => item.above.forEach((step, depth) => {
    const id = idAt(item, depth)!
    const known = found.get(id)
    if (known) known.children.push(i)
    else found.set(id, { parent: { id, text: step.text, depth, aboveId: idAt(item, depth - 1), row: parentRow(item, depth), profile: profileOf(step.text) }, children: [i] })
  }))
  return new Map([...found].map(([id, { parent, children }]) => [id, { ...parent, children }]))
}
const tierOf = (id: string): string => id.slice(0, id.indexOf('|'))

/** Pairs the parents by their words and by how many of their rows went from one to the other. */
const pairParents = (as: ReadonlyMap<string, Parent>, bs: ReadonlyMap<string, Parent>, votes: ReadonlyMap<string, number>): { a: Parent; b: Parent; like: number }[] => {
  const [listA, listB] = [[...as.values()], [...bs.values()]]
  const letters = likenessTable(listA.map((a) => a.profile), listB.map((b) => b.profile))
  const [tiersA, tiersB] = [listA.map((a) => tierOf(a.id)), listB.map((b) => tierOf(b.id))]
  const likeness = (i: number, j: number): number => (listA[i]!.id === listB[j]!.id ? 1 : letters(i, j))
  const candidates = listA.flatMap((a, i) => listB.flatMap((b, j) => {
    const like = likeness(i, j)
    if (like < 0.25 || tiersA[i] !== tiersB[j]) return []
    const went = (votes.get(`${a.id}\n${b.id}`) ?? 0) / Math.max(1, Math.min(a.children.length, b.children.length))
    return like >= 0.6 || went >= 0.5 ? [{ a: i, b: j, score: a.id === b.id ? 3 : like + went }] : []
  }))
  return bestAssignment(candidates).map((c) => ({ a: listA[c.a]!, b: listB[c.b]!, like: likeness(c.a, c.b) }))
}

export const matchParents = (as: readonly Item[], bs: readonly Item[], pairs: readonly Pair[]): ParentMatching => {
  const votes = new Map<string, number>()
  for (const { a, b } of pairs)
    for (const [depth] of as[a]!.above.entries()) {
      const key = `${idAt(as[a]!, depth)!}\n${idAt(bs[b]!, bs[b]!.above.length - (as[a]!.above.length - depth)) ?? ''}`
      votes.set(key, (votes.get(key) ?? 0) + 1)
    }
  const paired = pairParents(parentsOf(as), parentsOf(bs), votes)
  const [toB, toA] = [new Map(paired.map((p) => [p.a.id, p.b.id])), new Map(paired.map((p) => [p.b.id, p.a.id]))]
  const elsewhere = (a: string | null, b: string | null): boolean | null =>
    a === null || b === null || (!toB.has(a) && !toA.has(b)) ? null : toB.get(a) !== b
  return {
    pairs: paired.map((p) => ({ ...p, moved: elsewhere(p.a.aboveId, p.b.aboveId) ?? false })),
    moved: ({ a, b }) => elsewhere(idAt(as[a]!, as[a]!.above.length - 1), idAt(bs[b]!, bs[b]!.above.length - 1)),
  }
}
