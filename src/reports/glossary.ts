import { collapse } from '../kit/words.ts'
import type { Snapshot } from './types.ts'

export type Term = { readonly term: string; readonly meaning: string }

const pieces = (s: Snapshot): string[] => [
  s.header.purpose ?? '', ...(s.header.recommendations ?? []), ...s.narrative.map((n) => n.text),
  ...s.items.flatMap((i) => [i.text, i.update?.remark ?? '']),
]

/** Abbreviations used in the report: those that the header explains, and those that the words themselves define as "long name (LN)". In alphabetical order. */
export const glossaryOf = (snapshot: Snapshot): Term[] => {
  const texts = pieces(snapshot).map(collapse)
  const found = new Map<string, string>()
  for (const text of texts) for (const { term, meaning } of definedIn(text)) if (!found.has(term)) found.set(term, meaning)
  for (const [term, meaning] of Object.entries(snapshot.header.glossary ?? {})) if (texts.some((t) => uses(t, term))) found.set(term, meaning)
  return [...found].map(([term, meaning]) => ({ term, meaning })).toSorted((a, b) => (a.term.toUpperCase() < b.term.toUpperCase() ? -1 : 1))
}

const uses = (text: string, term: string): boolean => {
  const at = text.indexOf(term)
  return at >= 0 && !/\w/.test(text[at - 1] ?? ' ') && !/[A-Za-z0-9]/.test((text[at + term.length] ?? ' ').replace('s', ' '))
}

/** "adult social care (ASC)": each capital of the short form begins one of the words just before it, small words passed over. */
const definedIn = (text: string): Term[] =>
  [...text.matchAll(/\(([A-Z][A-Za-z&]{1,7})\)/g)].flatMap((m) => {
    const term = m[1]!
    const letters = term.replace(/[^A-Z]/g, '').toLowerCase()
    const before = text.slice(0, m.index).trim().split(' ')
    const meaning = letters.length < 2 ? null : longForm(letters, before)
    return meaning === null ? [] : [{ term, meaning }]
  })

const smallWords = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'on', 'with', 'a', '&'])
const longForm = (letters: string, before: readonly string[]): string | null => {
  let left = letters.length - 1
  for (let i = before.length - 1; i >= 0 && left >= 0; i -= 1) {
    const word = before[i]!.toLowerCase().replace(/^[^a-z0-9&]+/, '')
    if (/[.;:!?]$/.test(before[i]!) || word === '') return null
    const initials = word.split('-').map((w) => w[0] ?? '').join('')
    if (initials.length > 1 && letters.slice(0, left + 1).endsWith(initials)) left -= initials.length
    else if (word.startsWith(letters[left]!)) left -= 1
    else if (!smallWords.has(word)) return null
    if (left < 0) return before.slice(i).join(' ').replace(/^[^A-Za-z0-9]+/, '')
  }
  return null
}
