/** How many letters must be changed, added, dropped or swapped with a neighbour to make one word of the other; at most `most` + 1 is told. */
export const lettersApart = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : Infinity
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same, swapped))
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length]!
}

/** One letter changed, added or dropped, or two neighbours swapped: what stands between the same beginning and the same end is that short. Quicker than to count. */
export const oneLetterOff = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let [from, end] = [0, 0]
  while (from < a.length && a[from] === b[from]) from += 1
  while (end < Math.min(a.length, b.length) - from && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const [left, right] = [a.length - from - end, b.length - from - end]
  return Math.max(left, right) === 1 || (left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from])
}
