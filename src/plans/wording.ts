import { diffArrays } from 'diff'
import { collapse } from '../kit/words.ts'
import type { ChangedWords } from './types.ts'

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const numberWords = new Map<string, number>([...small.map((w, i): [string, number] => [w, i]), ...tens.map((w, i): [string, number] => [w, (i + 2) * 10])])
const numberWord = new RegExp(`\\b(${tens.join('|')})-(${small.slice(1, 10).join('|')})\\b|\\b(${[...numberWords.keys()].join('|')})\\b`, 'g')
const ordinals: Readonly<Record<string, string>> = { first: '1', second: '2', third: '3', fourth: '4' }

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
export const monthNumber = (name: string): number => months.findIndex((m) => m.startsWith(name.slice(0, 3))) + 1
const shortMonth = /\b(jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\b\.?(?= ?(?:\d|$|[,;)\-/]))/g

const scales: Readonly<Record<string, number>> = { k: 3, thousand: 3, m: 6, mn: 6, million: 6, bn: 9, billion: 9 }
/** "£2.5m" and "£2,500,000" are one amount: whole pounds, pence kept where printed. */
const pounds = (digits: string, scale: string): string => {
  const [whole = '', part = ''] = digits.split('.')
  const zeros = scales[scale] ?? 0
  const shifted = whole + part.padEnd(zeros, '0').slice(0, zeros)
  const rest = part.slice(zeros)
  return `£${shifted.replace(/^0+(?=\d)/, '')}${rest === '' || /^0+$/.test(rest) ? '' : `.${rest}`}`
}

const follows = (a: string, b: string): boolean => (Number(a) + 1) % 100 === Number(b.slice(-2))
const twoDigitYear = (all: string, a: string, b: string): string => (follows(a, b) && Number(a) >= 18 && Number(a) <= 45 ? `fy20${a}` : all)

/**
 * A text with everything that is one thing written one way: lower case, digits for number words, "£2.5m" as pounds, "2025/26" as
 * `fy2025`, "Quarter 1" as `q1`, whole month names. Two texts that differ only in this are the same promise.
 */
export const canonical = (text: string): string => {
  const known = recent.get(text)
  if (known !== undefined) return known
  if (recent.size >= 4000) recent.clear()
  const made = makeCanonical(text)
  recent.set(text, made)
  return made
}
/** A comparison asks for the same texts again and again. */
const recent = new Map<string, string>()

const makeCanonical = (text: string): string => {
  const plain = collapse(text).toLowerCase()
    .replace(/[‘’`´]/g, "'").replace(/[“”]/g, '"').replace(/[‐‑–—−]/g, '-').replace(/[•◦▪●·]/g, ' ')
    .replace(/&/g, ' and ').replace(/\bper ?cent\b/g, '%').replace(/(\d) +%/g, '$1%').replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(numberWord, (_all, ten: string | undefined, unit: string | undefined, one: string | undefined) =>
      String(one === undefined ? numberWords.get(ten!)! + numberWords.get(unit!)! : numberWords.get(one)!))
  return collapse(plain
    .replace(/£ ?(\d+(?:\.\d+)?) ?(k|thousand|mn|m|million|bn|billion)?\b/g, (_all, digits: string, scale: string | undefined) => pounds(digits, scale ?? ''))
    .replace(/\b(20\d\d) ?(?:-|\/|to) ?(20\d\d|\d\d)\b/g, (all, a: string, b: string) => (follows(a.slice(2), b) ? `fy${a}` : `${a}-${b.length === 2 ? `20${b}` : b}${all.endsWith(' ') ? ' ' : ''}`))
    .replace(/(?<!\b(?:age|aged|ages|between) )\b(\d\d) ?[-/] ?(\d\d)\b(?![-/ ]*(?:years? old|year-old|\d))/g, twoDigitYear)
    .replace(/\b(first|second|third|fourth) quarter\b/g, (_all, nth: string) => `q${ordinals[nth]!}`).replace(/\b(?:quarter|qtr|q) ?([1-4])\b/g, 'q$1')
    .replace(shortMonth, (_all, m: string) => months[monthNumber(m) - 1]!))
}

/** What is left of a text when case, punctuation, hyphens, spaces, the manner of writing a number and a leading "To" are taken away. */
export const wordingKey = (text: string): string => canonical(text).replace(/^\W*to (?=[a-z])/, '').replace(/(?<=\d)[^a-z0-9%£]+(?=\d)/g, '_').replace(/[^a-z0-9%£_.]|\.(?!\d)/g, '')

export const sameWording = (a: string, b: string): boolean => wordingKey(a) === wordingKey(b)

type PrintedWord = { readonly text: string; readonly key: string }
const printedWords = (text: string): PrintedWord[] => (collapse(text).match(/\S+/g) ?? []).map((word) => ({ text: word, key: wordingKey(word) }))

/** The words that are gone and new between two texts, as printed; what is only written otherwise ("five", "5") is the same. */
export const changedWords = (before: string, after: string): ChangedWords[] => {
  if (sameWording(before, after)) return after === '' ? [] : [{ op: 'same', text: collapse(after) }]
  const parts = diffArrays(printedWords(before), printedWords(after), { comparator: (a, b) => a.key === b.key })
  return parts.map((p) => ({ op: p.added ? 'new' : p.removed ? 'gone' : 'same', text: p.value.map((w) => w.text).join(' ') }))
}

const littleWords = new Set('a an the of to in on at for by with and or from as is are be will that this which its our their all through into we it including such within between across'.split(' '))

/** The words that carry meaning, ends cut so that "develop", "developed" and "development" meet. */
export const contentWords = (text: string): string[] =>
  (canonical(text).match(/[a-z0-9£%']+/g) ?? []).map((w) => w.replace(/'s?$/, '')).filter((w) => w !== '' && !littleWords.has(w)).map(stem)
const stem = (word: string): string => (/\d/.test(word) || word.length < 5 ? word : word.replace(/(?:isation|ization|ations?|ments?|ings?|ed|ies|es|s|e|y)$/, ''))
