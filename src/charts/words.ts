/** Width of a text in the report's typeface at `size`, in the same unit, from the mean widths of its letters: near enough to place a label. */
export const textWidth = (text: string, size: number): number => {
  let ems = 0
  for (const c of text) ems += emsOf(c)
  return ems * size
}
const emsOf = (c: string): number => {
  if (/[ilj.,:;'|!I ]/.test(c)) return 0.27
  if (/[mwMW%]/.test(c)) return 0.82
  if (/[A-Z]/.test(c)) return 0.6
  return /[frt()-]/.test(c) ? 0.36 : 0.52
}

/** The text cut to fit `width` with an ellipsis. */
export const fitted = (text: string, size: number, width: number): string => {
  if (textWidth(text, size) <= width) return text
  let cut = text
  while (cut.length > 1 && textWidth(`${cut}…`, size) > width) cut = cut.slice(0, -1)
  return `${cut.trimEnd()}…`
}
