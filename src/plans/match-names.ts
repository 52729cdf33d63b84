import { collapse } from '../kit/words.ts'

const months = new Set('january february march april may june july august september october november december spring summer autumn winter quarter q1 q2 q3 q4'.split(' '))

/** The proper names of a text, its first word apart, which is a capital in any case. */
export const namesIn = (text: string): Set<string> =>
  new Set((collapse(text).split(/(?<=[.:;?!])\s|\s[–-]\s/).flatMap((sentence) => sentence.split(' ').slice(1)).join(' ').match(/\b(?:[A-Z][\w’'-]+|[A-Z]{1,2}\d+)\b/g) ?? []).map((n) => n.toLowerCase().replace(/[’']s$/, '')).filter((n) => !months.has(n)))

/** What a text's names are held against: its names and all its words, in small letters. */
export type Named = { readonly names: ReadonlySet<string>; readonly low: string }
const lacks = ({ names }: Named, { low }: Named): boolean => { for (const n of names) if (!low.includes(n)) return true; return false }

/** True when each text has a proper name that the other lacks: "works at Ashley School" is not "works at Burton School". */
export const namesClash = (a: Named, b: Named): boolean => lacks(a, b) && lacks(b, a)
