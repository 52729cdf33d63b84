import { stagesOf } from './stages.ts'
import { contentWords } from './wording.ts'

/** What texts are about: their words without stages and figures, the rare ones weighing more. */
export type Subjects = { readonly overlap: (i: number, j: number) => number }

const subjectWords = (text: string): string[] => {
  const stages = new Set(stagesOf(text).flatMap((s) => contentWords(s.verb)))
  return [...new Set(contentWords(text))].filter((w) => !stages.has(w) && !/^£?\d/.test(w))
}

/** The share of two texts' weight that they have in common, 0 to 1; texts without any subject of their own share nothing. */
export const subjectsOf = (texts: readonly string[]): Subjects => {
  const words = texts.map(subjectWords)
  const counts = new Map<string, number>()
  for (const list of words) for (const w of list) counts.set(w, (counts.get(w) ?? 0) + 1)
  const weight = (w: string): number => Math.log(1 + texts.length / counts.get(w)!)
  const profiles = words.map((list) => { const weights = new Map(list.map((w) => [w, weight(w)])); return { weights, total: [...weights.values()].reduce((a, b) => a + b, 0) } })
  return {
    overlap: (i, j) => {
      const [a, b] = [profiles[i]!, profiles[j]!]
      let shared = 0
      for (const [word, w] of a.weights) if (b.weights.has(word)) shared += w
      return a.total + b.total === 0 ? 0 : (2 * shared) / (a.total + b.total)
    },
  }
}
