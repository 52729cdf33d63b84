/** Whole percent of `part` in `whole`, rounded half up; null when there is nothing to be a part of. Counts, not money. */
export const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 200 + whole) / (whole * 2))
