import { collapse } from '../kit/words.ts'

const months = new Set('january february march april may june july august september october november december spring summer autumn winter quarter q1 q2 q3 q4'.split(' '))

const namesIn = (text: string): Set<string> =>
  new Set((collapse(text).split(/(?<=[.:;?!])\s|\s[–-]\s/).flatMap((sentence) => sentence.split(' ').slice(1)).join(' ').match(/\b(?:[A-Z][\w’'-]+|[A-Z]{1,2}\d+)\b/g) ?? []).map((n) => n.toLowerCase().replace(/[’']s$/, '')).filter((n) => !months.has(n)))

const missing = (names: ReadonlySet<string>, text: string): boolean => [...names].some((n) => !text.includes(n))

/** True when each text has a proper name that the other lacks: "works at Ashley School" is not "works at Burton School". */
export const namesClash = (a: string, b: string): boolean => missing(namesIn(a), b.toLowerCase()) && missing(namesIn(b), a.toLowerCase())
