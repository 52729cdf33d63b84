import { compareQuantities, dividedBy, minus, absolute, parseQuantity, plus, printQuantity, quantity, rounded, times, type Quantity } from '../../../kit/quantity.ts'
import { matchesIn } from '../../../kit/words.ts'
import { proseOf, type Told } from '../../facts/index.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { sayLike } from './amounts.ts'
import { saidIn, type Said } from './said.ts'

const number = String.raw`£?\d[\d,]*(?:\.\d+)?`
const equation = new RegExp(String.raw`(?<![\d.,£/x×*+–-]\s?)(${number})((?:\s?[x×*+]\s?${number}){1,6})\s?=\s?(${number})(?!\s?[x×*+/%kKmb\d])`, 'g')
/** What a cell must hold for a closer look: figures on either side of the sign. */
const hint = /[\d,]\s?=\s?£?\d/
const valueOf = (text: string): Quantity | null => parseQuantity(text.replace('£', ''))

/** "4 x 4", "12 + 3 + 5": worked out; null of mixed signs, which would need brackets to be sure. */
const workedOut = (first: string, rest: string): Quantity | null => {
  const signs = new Set(rest.match(/[x×*+]/g))
  const values = [first, ...rest.split(/\s?[x×*+]\s?/).slice(1)].map(valueOf)
  if (values.some((v) => v === null) || (signs.has('+') && signs.size > 1)) return null
  return (values as Quantity[]).reduce(signs.has('+') ? plus : times)
}
const tooFar = (said: Quantity, exact: Quantity): boolean => compareQuantities(absolute(minus(said, exact)), { digits: said.scale === exact.scale ? 0n : 5n, scale: said.scale + 1 }) > 0

const equationsIn = (paper: CheckedPaper): Fault[] => packOf(paper).lines.filter((line) => line.text.includes('=')).flatMap((line) => line.cells.flatMap((cell, c) => (hint.test(cell) ? matchesIn(cell, equation) : []).flatMap((m): Fault[] => {
  const [exact, said] = [workedOut(m[1]!, m[2]!), valueOf(m[3]!)]
  if (exact === null || said === null || !tooFar(said, exact)) return []
  const expected = `${m[3]!.startsWith('£') ? '£' : ''}${printQuantity(exact)}`
  return [{ at: line.sources[c] ?? line, expected, found: m[0], message: `“${m[0]}”: ${m[1]}${m[2]} is ${expected}.` }]
})))

export const equationCheck = defineCheck({
  code: 'sum.equation', title: 'A sum that is printed comes out', level: 'error',
  about: 'Sums and products that are written out ("3 x 4 = 12", a risk\'s likelihood times its impact) are worked out again, in sentences and in tables. Correct the result, or the figure that was changed after it.',
  right: ['The risk is scored 4 x 3 = 12.', 'Stalls: 12 + 8 + 5 = 25.'], wrong: ['The risk is scored 4 x 3 = 16.', 'Stalls: 12 + 8 + 5 = 26.'],
  find: equationsIn,
})

/** How many of each period make a year; a year of weeks is 52 or a little more. */
const periods: readonly (readonly [RegExp, least: Quantity, most: Quantity, name: string])[] = [
  [/^(?:\s[\w ]{1,20}?)?\s?(?:a|an|per|each|every)\s(?:financial )?year\b|^\s?(?:p\.?a\.?\b|per annum|annually)/i, quantity(1), quantity(1), 'a year'],
  [/^(?:\s[\w ]{1,20}?)?\s?(?:a|per|each|every)\squarter\b/i, quantity(4), quantity(4), 'a quarter'],
  [/^(?:\s[\w ]{1,20}?)?\s?(?:(?:a|per|each|every)\s(?:calendar )?month\b|monthly\b)/i, quantity(12), quantity(12), 'a month'],
  [/^(?:\s[\w ]{1,20}?)?\s?(?:(?:a|per|each|every)\sweek\b|weekly\b)/i, quantity(52), { digits: 5218n, scale: 2 }, 'a week'],
]
type Rate = { readonly said: Said; readonly least: Quantity; readonly most: Quantity; readonly name: string }
const ratesIn = (sentence: Told): Rate[] => saidIn(sentence, 'amount').flatMap((said) => {
  const period = periods.find(([form]) => form.test(said.follow.slice(0, 40)))
  return period === undefined ? [] : [{ said, least: period[1], most: period[2], name: period[3] }]
})
const same = /^[\s,;(–-]*(?:(?:at Band D|each|per \w+|in all|in total)\s*)?[,;(–-]?\s*(?:or|which is|that is|i\.e\.|is|equal to|equivalent to|equates to|the equivalent of|this is|it is|making|=|about)?\s*$/i
const words = /^(?:\s[\w ]{1,20}?)?\s?(?:a|an|per|each|every)\s(?:financial |calendar )?(?:year|quarter|month|week)\b|^\s?(?:p\.?a\.?|per annum|annually|monthly|weekly)/i

/** Whether two rates can be one, for some figures that round to those printed. */
const agree = (a: Rate, b: Rate): boolean => {
  const [lowA, highA, lowB, highB] = [a, b].flatMap(({ said: { amount }, least, most }) => [times(minus(amount.value, amount.half), least), times(plus(amount.value, amount.half), most)]) as [Quantity, Quantity, Quantity, Quantity]
  return compareQuantities(lowA, highB) <= 0 && compareQuantities(lowB, highA) <= 0
}
/** "20 garages at £10 a week are £10,400 a year": one of the rates is for all of them. */
const ofMany = (sentence: Told, a: Rate, b: Rate): boolean => saidIn(sentence, 'count').some(({ amount: { value } }) => {
  const all = { ...a, said: { ...a.said, amount: { ...a.said.amount, value: times(a.said.amount.value, value), half: times(a.said.amount.half, value) } } }
  return agree(all, b)
})
const convertedIn = (sentence: Told): { said: Said; expected: string; why: string }[] => {
  const rates = ratesIn(sentence)
  return rates.flatMap((b, i) => {
    const a = rates[i - 1]
    if (a === undefined || a.name === b.name || agree(a, b)) return []
    const between = sentence.text.slice(a.said.fact.end, b.said.fact.start).replace(words, '')
    if (!same.test(between) || ofMany(sentence, a, b)) return []
    const exact = dividedBy(times(a.said.amount.value, a.least), b.least, b.said.amount.value.scale + 4)!
    const places = b.said.amount.value.scale
    const expected = sayLike(rounded(exact, places), b.said.amount, printQuantity)
    return [{ said: b.said, expected, why: `${a.said.fact.text} ${a.name} is ${expected} ${b.name}` }]
  })
}

export const rateCheck = defineCheck({
  code: 'sum.rate', title: 'So much a month is twelve times as much a year', level: 'error',
  about: 'Where a sentence gives one cost for a week, a month, a quarter and a year ("£2,000 a month, or £24,000 a year"), the two are worked out from each other. A year of weeks may be taken as 52 or a little more.',
  right: ['The lease costs £2,150 a month, or £25,800 a year.', 'The rise of £52.20 a year is £1.00 a week.'], wrong: ['The lease costs £2,150 a month, or £28,500 a year.', 'The rise of £52.20 a year is £4.35 a week.'],
  find: (paper) => proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence) => (sentence.figures.length < 2 ? [] : convertedIn(sentence).map(({ said, expected, why }): Fault => ({
    at: passage.at(sentence.start + said.fact.start), expected, found: said.fact.text, message: `${said.fact.text} should be ${expected}: ${why}.`,
  }))))),
})
