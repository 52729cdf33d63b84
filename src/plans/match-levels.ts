import { profileOf } from '../kit/words.ts'
import type { Item } from './items.ts'
import { bestAssignment } from './match-assign.ts'
import { likenessTable } from './match-letters.ts'
import { subjectsOf } from './subjects.ts'
import { contentWords, wordingKey } from './wording.ts'

/** A promise that one plan makes as a row and the other spells out under an item of a higher level; `texts` are the two promises. */
export type LevelPair = {
  readonly as: readonly number[]; readonly bs: readonly number[]; readonly texts: readonly [string, string]; readonly sure: boolean
  /** True where one side is a cell that holds several promises, whose figures can't be told apart. */
  readonly lumped: boolean
}
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

/** A cell whose bullets were lost holds several promises: those of the other plan whose words all stand in it. Never sure. */
const gathered = (rows: readonly Item[], left: readonly number[], others: readonly Heading[]): Found[] =>
  left.filter((i) => !rows[i]!.firm && rows[i]!.size > 16).flatMap((row) => {
    const words = new Set(contentWords(rows[row]!.text ?? ''))
    const within = others.filter((h) => { const own = [...new Set(contentWords(h.text))]; return own.length >= 5 && own.filter((w) => words.has(w)).length >= 0.85 * own.length })
    return within.length === 0 ? [] : [{ row, heading: { text: within.map((h) => h.text).join(' '), rows: within.flatMap((h) => [...h.rows]) }, sure: false }]
  })

type Found = { readonly row: number; readonly heading: Heading; readonly sure: boolean }
const rowsToHeadings = (rows: readonly Item[], left: readonly number[], others: readonly Heading[]): Found[] => {
  const subjects = subjectsOf([...left.map((i) => rows[i]!.text ?? ''), ...others.map((h) => h.text)])
  const letters = likenessTable(left.map((i) => rows[i]!.profile), others.map((h) => profileOf(h.text)))
  const keys = others.map((h) => wordingKey(h.text))
  const candidates = left.flatMap((i, a) => others.flatMap((_h, b) => {
    const score = rows[i]!.key === keys[b] ? 1 : 0.6 * letters(a, b) + 0.4 * (subjects.overlap(a, left.length + b) ?? 0)
    return rows[i]!.text !== null && score >= 0.55 ? [{ a, b, score }] : []
  }))
  return bestAssignment(candidates).map((c) => ({ row: left[c.a]!, heading: others[c.b]!, sure: c.score >= 0.78 && rows[left[c.a]!]!.firm }))
}

/** Pairs what is left over with headings of the other plan: one year's deliverable is the next year's deliverable with milestones. */
export const matchLevels = (as: readonly Item[], bs: readonly Item[], onlyA: readonly number[], onlyB: readonly number[]): LevelMatching => {
  const lost = gathered(as, onlyA, headings(bs, onlyB))
  const [freeA, freeB] = [onlyA.filter((i) => !lost.some((l) => l.row === i)), onlyB.filter((j) => !lost.some((l) => l.heading.rows.includes(j)))]
  const down = [...lost, ...rowsToHeadings(as, freeA, headings(bs, freeB))]
  const usedA = new Set(down.map((d) => d.row))
  const usedB = new Set(down.flatMap((d) => d.heading.rows))
  const [leftA, leftB] = [onlyA.filter((i) => !usedA.has(i)), onlyB.filter((j) => !usedB.has(j))]
  const up = rowsToHeadings(bs, leftB, headings(as, leftA))
  for (const u of up) { usedB.add(u.row); for (const i of u.heading.rows) usedA.add(i) }
  return {
    pairs: [
      ...down.map((d): LevelPair => ({ as: [d.row], bs: d.heading.rows, texts: [as[d.row]!.text ?? '', d.heading.text], sure: d.sure, lumped: lost.includes(d) })),
      ...up.map((u): LevelPair => ({ as: u.heading.rows, bs: [u.row], texts: [u.heading.text, bs[u.row]!.text ?? ''], sure: u.sure, lumped: false })),
    ],
    onlyA: onlyA.filter((i) => !usedA.has(i)), onlyB: onlyB.filter((j) => !usedB.has(j)),
  }
}
