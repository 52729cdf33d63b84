/** White space collapsed and trimmed; a non-breaking space is a space. */
export const collapse = (text: string): string => (isTidy(text) ? text : text.replace(/[\s\u00a0\u200b]+/g, ' ').trim())
/** Most text is tidy already, and most of that is plain letters: looking letter by letter is cheaper than a pattern, and that than replacing. */
const isTidy = (text: string): boolean => {
  let spaced = true
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code < 33 || code > 126) {
      if (code !== 32 && code !== 163) return !untidy.test(text)
      if (code === 32 && spaced) return false
      spaced = code === 32
    } else spaced = false
  }
  return !spaced || text === ''
}
const untidy = /[^\S ]|\u200b| {2}|^ | $/

/** The text for comparing wording: lower case, straight quotes and hyphens, no bullets, no closing full stop. */
export const plainWords = (text: string): string => {
  const lower = text.toLowerCase()
  return withoutStop(collapse(dressed.test(lower) ? lower.replace(/[‘’`´]/g, "'").replace(/[“”]/g, '"').replace(/[‐‑–—−]/g, '-').replace(/[•◦▪●·]/g, ' ') : lower))
}
const dressed = /[‘’`´“”‐‑–—−•◦▪●·]/
/** From the end, letter by letter: a pattern would begin anew at each dot of a row of leaders. */
const withoutStop = (text: string): string => {
  let end = text.length
  while (end > 0 && '.;,:'.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const trigrams = (text: string): Map<string, number> => {
  const padded = `  ${plainWords(text)} `
  const counts = new Map<string, number>()
  for (let i = 0; i + 3 <= padded.length; i += 1) counts.set(padded.slice(i, i + 3), (counts.get(padded.slice(i, i + 3)) ?? 0) + 1)
  return counts
}
const size = (grams: ReadonlyMap<string, number>): number => { let n = 0; for (const c of grams.values()) n += c; return n }

/** A text prepared once for many comparisons. */
export type Profile = { readonly grams: ReadonlyMap<string, number>; readonly size: number }
export const profileOf = (text: string): Profile => { const grams = trigrams(text); return { grams, size: size(grams) } }

/** Trigram Dice similarity, 0 (nothing shared) to 1 (the same words). */
export const likeness = (a: Profile, b: Profile): number => {
  if (a.size + b.size === 0) return 1
  const [few, many] = a.grams.size <= b.grams.size ? [a.grams, b.grams] : [b.grams, a.grams]
  let shared = 0
  for (const [gram, count] of few) shared += Math.min(count, many.get(gram) ?? 0)
  return (2 * shared) / (a.size + b.size)
}
export const similarity = (a: string, b: string): number => likeness(profileOf(a), profileOf(b))

/** "1 row", "3 rows". `many` where an s doesn't make the plural. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`

const noMatches: readonly RegExpExecArray[] = []
/** Every match of a global pattern, as `matchAll` gives them, without its copy of the pattern. Most texts have none, and for those nothing is built: a third of the time. */
export const matchesIn = (text: string, pattern: RegExp): readonly RegExpExecArray[] => {
  pattern.lastIndex = 0
  let match = pattern.exec(text)
  if (match === null) return noMatches
  const found: RegExpExecArray[] = []
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return found
}

/** Whether a text has so many words or more, told by its spaces; nothing is built to count them. */
export const hasWords = (text: string, count: number): boolean => {
  let words = 1
  for (let at = text.indexOf(' '); at >= 0 && words < count; at = text.indexOf(' ', at + 1)) words += 1
  return words >= count
}
