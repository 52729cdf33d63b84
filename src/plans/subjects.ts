import { stagesOf } from './stages.ts'
import { contentWords } from './wording.ts'

/** What texts are about: their words without stages and figures, the rare ones weighing more. */
export type Subjects = {
  /** The share of two texts' weight that they have in common, 0 to 1; null where one has no subject of its own ("Commence delivery"). */
  readonly overlap: (i: number, j: number) => number | null
  /** True when each is about something that the other is not: "a staff survey", "a tree survey". */
  readonly differ: (i: number, j: number) => boolean
}

const times = new Set(contentWords('january february march april may june july august september october november december spring summer autumn winter quarter month year week'))

const subjectWords = (text: string): string[] => {
  const stages = new Set(stagesOf(text).flatMap((s) => contentWords(s.verb)))
  return [...new Set(contentWords(text))].filter((w) => !stages.has(w) && !/^(?:£?\d|q\d|fy\d)/.test(w) && !times.has(w))
}

export const subjectsOf = (texts: readonly string[]): Subjects => {
  const words = texts.map(subjectWords)
  const counts = new Map<string, number>()
  for (const list of words) for (const w of list) counts.set(w, (counts.get(w) ?? 0) + 1)
  const weight = (w: string): number => Math.log(1 + texts.length / counts.get(w)!)
  const profiles = words.map((list) => { const weights = new Map(list.map((w) => [w, weight(w)])); return { list, weights, total: [...weights.values()].reduce((a, b) => a + b, 0) } })
  const lacks = (i: number, j: number): boolean => [...profiles[i]!.weights.keys()].some((w) => !profiles[j]!.weights.has(w))
  return {
    differ: (i, j) => lacks(i, j) && lacks(j, i),
    overlap: (i, j) => {
      const [a, b] = [profiles[i]!, profiles[j]!]
      let shared = 0
      for (const word of a.list) shared += b.weights.get(word) ?? 0
      return a.total === 0 || b.total === 0 ? null : (2 * shared) / (a.total + b.total)
    },
  }
}
