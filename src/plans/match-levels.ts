import { profileOf } from '../kit/words.ts'
import type { Item } from './items.ts'
import { bestAssignment } from './match-assign.ts'
import { likenessTable } from './match-letters.ts'
import { subjectsOf } from './subjects.ts'
import { wordingKey } from './wording.ts'

/** A promise that one plan makes as a row and the other spells out under an item of a higher level; `texts` are the two promises. */
export type LevelPair = { readonly as: readonly number[]; readonly bs: readonly number[]; readonly texts: readonly [string, string]; readonly sure: boolean }
export type LevelMatching = { readonly pairs: readonly LevelPair[]; readonly onlyA: readonly number[]; readonly onlyB: readonly number[] }

type Heading = { readonly text: string; readonly rows: readonly number[] }
const headings = (items: readonly Item[], left: readonly number[]): Heading[] => {
  const by = new Map<string, { text: string; rows: number[] }>()
  for (const i of left) {
    const text = items[i]!.parent
    const known = by.get(wordingKey(text))
    if (known) known.rows.push(i)
    else if (text !== '') by.set(wordingKey(text), { text, rows: [i] })
  }
  return [...by.values()]
}

type Found = { readonly row: number; readonly heading: Heading; readonly sure: boolean }
const rowsToHeadings = (rows: readonly Item[], left: readonly number[], others: readonly Heading[]): Found[] => {
  const subjects = subjectsOf([...left.map((i) => rows[i]!.text ?? ''), ...others.map((h) => h.text)])
  const letters = likenessTable(left.map((i) => rows[i]!.profile), others.map((h) => profileOf(h.text)))
  const keys = others.map((h) => wordingKey(h.text))
  const candidates = left.flatMap((i, a) => others.flatMap((_h, b) => {
    const score = rows[i]!.key === keys[b] ? 1 : 0.6 * letters(a, b) + 0.4 * subjects.overlap(a, left.length + b)
    return rows[i]!.text !== null && score >= 0.55 ? [{ a, b, score }] : []
  }))
  return bestAssignment(candidates).map((c) => ({ row: left[c.a]!, heading: others[c.b]!, sure: c.score >= 0.78 && rows[left[c.a]!]!.firm }))
}

/** Pairs what is left over with headings of the other plan: one year's deliverable is the next year's deliverable with milestones. */
export const matchLevels = (as: readonly Item[], bs: readonly Item[], onlyA: readonly number[], onlyB: readonly number[]): LevelMatching => {
  const down = rowsToHeadings(as, onlyA, headings(bs, onlyB))
  const usedA = new Set(down.map((d) => d.row))
  const usedB = new Set(down.flatMap((d) => d.heading.rows))
  const [leftA, leftB] = [onlyA.filter((i) => !usedA.has(i)), onlyB.filter((j) => !usedB.has(j))]
  const up = rowsToHeadings(bs, leftB, headings(as, leftA))
  for (const u of up) { usedB.add(u.row); for (const i of u.heading.rows) usedA.add(i) }
  return {
    pairs: [
      ...down.map((d): LevelPair => ({ as: [d.row], bs: d.heading.rows, texts: [as[d.row]!.text ?? '', d.heading.text], sure: d.sure })),
      ...up.map((u): LevelPair => ({ as: u.heading.rows, bs: [u.row], texts: [u.heading.text, bs[u.row]!.text ?? ''], sure: u.sure })),
    ],
    onlyA: onlyA.filter((i) => !usedA.has(i)), onlyB: onlyB.filter((j) => !usedB.has(j)),
  }
}
