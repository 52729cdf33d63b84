/** Three rows of the table of distances, kept for the next pair of words. */
const rows: [number[], number[], number[]] = [[], [], []]
/** How many letters must be changed, added, dropped or swapped with a neighbour to make one word of the other; at most `most` + 1 is told. */
export const lettersApart = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let [before, last, row] = rows
  for (let j = 0; j <= b.length; j += 1) last[j] = j
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1)
    let least = i
    row[0] = i
    for (let j = 1; j <= b.length; j += 1) {
      const other = b.charCodeAt(j - 1)
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (letter === other ? 0 : 1))
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === other) steps = Math.min(steps, before[j - 2]! + 1)
      row[j] = steps
      if (steps < least) least = steps
    }
    if (least > most) return most + 1
    const free = before
    before = last
    last = row
    row = free
  }
  return last[b.length]!
}

/** One letter changed, added or dropped, or two neighbours swapped: what stands between the same beginning and the same end is that short. Quicker than to count. */
export const oneLetterOff = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false
  let [from, end] = [0, 0]
  while (from < a.length && a.charCodeAt(from) === b.charCodeAt(from)) from += 1
  while (end < Math.min(a.length, b.length) - from && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1
  const [left, right] = [a.length - from - end, b.length - from - end]
  return Math.max(left, right) === 1 || (left === 2 && right === 2 && a[from] === b[from + 1] && a[from + 1] === b[from])
}
