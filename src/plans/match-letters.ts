import type { Profile } from '../kit/words.ts'

/** `likeness` of every text on one side with every text on the other, all at once: each shared trigram is met once, not once a pair. */
export const likenessTable = (as: readonly Profile[], bs: readonly Profile[]): ((a: number, b: number) => number) => {
  const postings = new Map<string, number[]>()
  bs.forEach((b, j) => { for (const [gram, count] of b.grams) { const list = postings.get(gram); if (list) list.push(j, count); else postings.set(gram, [j, count]) } })
  const shared = new Uint16Array(as.length * bs.length)
  as.forEach((a, i) => {
    for (const [gram, count] of a.grams) {
      const list = postings.get(gram) ?? []
      for (let k = 0; k < list.length; k += 2) shared[i * bs.length + list[k]!]! += Math.min(count, list[k + 1]!)
    }
  })
  return (a, b) => { const size = as[a]!.size + bs[b]!.size; return size === 0 ? 1 : (2 * shared[a * bs.length + b]!) / size }
}
