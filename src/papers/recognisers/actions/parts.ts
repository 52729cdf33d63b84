import { collapse } from '../../../kit/words.ts'
import type { CellParagraph, PaperCell } from '../../types.ts'

const refAhead = /^((?:[A-Z]{1,4}[- ]?)?\d+(?:\.\d+)+[a-z]?|\d+[a-z] \d+|\d{1,2}[.)](?!\d)|[A-Z]{1,4}\d+(?:\.\d+)*)(?:\s*[:–-])?(?:\s+|$)/
const bareRef = /^(?:(?:[A-Z]{1,4}[- ]?)?\d+(?:[. ]\d+)*[a-z]?[.)]?|\d+[a-z][. ]?\d*|[A-Z]{1,4}[- ]?\d+(?:\.\d+)*|\(?[a-z][.)])$/

/** The reference at the head of a text ("1.1", "5a 1", "R3"), and the words after it. */
export const splitRef = (text: string): { ref: string | null; words: string } => {
  const m = refAhead.exec(text)
  return m === null ? { ref: null, words: text } : { ref: collapse(m[1]!), words: text.slice(m[0].length).trim() }
}
export const isRef = (text: string): boolean => bareRef.test(text)
/** "3." or "10)": the number of a section, not of an action in it. */
export const isWholeNumber = (ref: string): boolean => /^\d{1,2}[.)]?$/.test(ref)

const letterAhead = /^\(?([a-z])[.)]\s+/
/** A piece of an action cell: the action's own words, a step (with its letter where it has one), or a label over steps. */
export type Piece = { readonly kind: 'words' | 'step'; readonly text: string; readonly ref: string | null }

/** "- this - that": bullets that a conversion left in the line. */
const inlineBullets = (text: string): string[] =>
  text.split(/(?:^|\s)[-•]\s+(?=\S)/).reduce<string[]>((parts, t) => (opensQuote(parts.at(-1) ?? '') ? [...parts.slice(0, -1), `${parts.at(-1)!} - ${t}`] : [...parts, t]), []).map((t) => t.trim())
/** A dash inside quotation marks is part of a name. */
const opensQuote = (text: string): boolean => (text.match(/(?<!\p{L})['"“‘](?=\p{L})/gu) ?? []).length > (text.match(/(?<=[\p{L}.!?])['"”’](?!\p{L})/gu) ?? []).length

const piecesOf = ({ text, bullet }: CellParagraph, inline: boolean): Piece[] => {
  const letter = letterAhead.exec(text)
  if (letter !== null) return [{ kind: 'step', ref: letter[1]!, text: text.slice(letter[0].length) }]
  const dashed = /^[-•]\s+/.test(text)
  if (!inline && bullet === 0 && !dashed) return [{ kind: 'words', ref: null, text }]
  const [first, ...rest] = inlineBullets(text)
  const steps = rest.map((t): Piece => ({ kind: 'step', ref: null, text: t }))
  return first === '' ? steps : [{ kind: bullet > 0 ? 'step' : 'words', ref: null, text: first! }, ...steps]
}

/** An action cell in its pieces. `inline` where the paper numbers its actions, so that a dash in the line can be told for a bullet. */
export const piecesIn = (cell: PaperCell, inline: boolean): Piece[] => cell.paragraphs.flatMap((p) => piecesOf(p, inline))

/** Names of those who lead: separated by a comma, semicolon, stroke or line. */
export const leadsOf = (paragraphs: readonly string[]): string[] =>
  paragraphs.flatMap((p) => p.split(/\s*[;,/|]\s*(?![^()]*\))/)).map((l) => l.trim()).filter((l) => l !== '' && !/^(?:tbc|tbd|n\/a|-)$/i.test(l))

const dangling = /(?:\b(?:a|an|the|and|or|of|to|in|on|at|by|for|from|with|as|into|that|which|this|these|all|its|their|our|your|is|are|be|been|will|who|we|than|not|per|upto|up to|between|within|including|in relation to|Cllr)|[,(&/–-])$/i
/** Whether words stop in the middle of a sentence: on a little word, a comma or an open bracket. */
export const isCutOff = (text: string): boolean => dangling.test(text.trim())
/** Whether a text ends as sentences do, so that what follows is something new. */
export const isEnded = (text: string): boolean => /[.!?:]["'”’)]*$/.test(text.trim())
export const startsLow = (text: string): boolean => /^[\p{Ll}(]/u.test(text) && !/^(?:e-|i[A-Z])/.test(text)

export type Joined = { readonly text: string; readonly repeated: string | null }
/** Two halves of a text over a page; the last words of the first are not said twice where the second repeats them. */
export const joinOver = (before: string, after: string): Joined => {
  if (before === '' || after === '') return { text: before + after, repeated: null }
  const starts = [...before.matchAll(/(?:^|(?<=\s))\S/g)].map((m) => m.index).filter((i) => before.length - i <= 60)
  const from = starts.find((i) => { const tail = before.slice(i); return tail.length > 2 && after.toLowerCase().startsWith(tail.toLowerCase()) })
  return from === undefined ? { text: `${before} ${after}`, repeated: null } : { text: `${before.slice(0, from)}${after}`, repeated: before.slice(from) }
}

const measureLabel = /^\W*(?:key )?(?:measures? of success|success (?:measures?|criteria)|how (?:will )?we(?:'ll| will)? (?:know|measure)\b.*|what (?:will )?success (?:will )?looks? like|we will (?:measure|know)\b[^.]*|what we will measure|outcome measures?|impact measures?)\s*:?/i
export const isMeasureLabel = (text: string): boolean => measureLabel.test(text)
export const withoutMeasureLabel = (text: string): string => text.replace(measureLabel, '')
