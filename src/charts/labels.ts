/** A label below a bar: where it would like to begin, and how wide it is. */
export type Wish = { readonly left: number; readonly width: number }

/** Left edges of labels in their order so that none overlaps, each as near to its wish as the others allow; may end beyond `to` only where the labels together are wider than the row. */
export const placed = (wishes: readonly Wish[], from: number, to: number, gap: number): number[] => {
  const lefts: number[] = []
  let free = from
  for (const w of wishes) {
    const left = Math.max(free, w.left)
    lefts.push(left)
    free = left + w.width + gap
  }
  let limit = to
  for (let i = lefts.length - 1; i >= 0; i -= 1) {
    lefts[i] = Math.max(from, Math.min(lefts[i]!, limit - wishes[i]!.width))
    limit = lefts[i]! - gap
  }
  return lefts
}

/** The wishes shared among as few rows as hold them, in order. */
export const inRows = <T extends Wish>(wishes: readonly T[], width: number, gap: number): T[][] => {
  const rows: T[][] = [[]]
  let used = 0
  for (const w of wishes) {
    if (used > 0 && used + w.width > width) { rows.push([]); used = 0 }
    rows.at(-1)!.push(w)
    used += w.width + gap
  }
  return rows
}
