import { absolute, compareQuantities, dividedBy, minus, plus, printQuantity, quantity, rounded, sum, times, type Quantity } from '../../../kit/quantity.ts'
import { proseOf, type Told } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'
import { sayLike, type Amount } from './amounts.ts'
import { saidIn, type Said } from './said.ts'

/** A figure of a sentence with all that stands before it and after it. */
type Figure = { readonly amount: Amount; readonly start: number; readonly lead: string; readonly follow: string }
const figuresOf = (sentence: Told): Figure[] => (['amount', 'count'] as const).flatMap((kind) => saidIn(sentence, kind).map(({ amount, fact }: Said) => ({
  amount, start: fact.start, lead: sentence.text.slice(0, fact.start), follow: sentence.text.slice(fact.start + fact.text.length),
}))).sort((a, b) => a.start - b.start)
type Wrong = { readonly start: number; readonly amount: Amount; readonly expected: string; readonly why: string }

/** A figure that ends in noughts may be rounded to them: half of the last digit that is none, and never much of the figure. */
const leeway = ({ value, half, text }: Amount): Quantity => {
  const noughts = /[1-9](0+)\D*$/.exec(text.replace(/,/g, ''))?.[1]?.length ?? 0
  const loose = noughts < 2 || text.includes('.') ? half : { digits: 5n * 10n ** BigInt(noughts - 1), scale: 0 }
  const most = times(absolute(value), { digits: 5n, scale: 3 })
  return compareQuantities(loose, half) <= 0 ? half : compareQuantities(loose, most) < 0 ? loose : most
}
const within = (a: Quantity, b: Quantity, by: Quantity): boolean => compareQuantities(absolute(minus(a, b)), by) <= 0
const most = { digits: 25n, scale: 1 }
const sorted = (q: Quantity): string => printQuantity(q).replace(/\D/g, '').split('').sort().join('')
/** Of one size, or the same digits in another order: what is another thing altogether was not meant. */
const comparable = (a: Quantity, b: Quantity): boolean => sorted(a) === sorted(b) || (compareQuantities(absolute(a), times(absolute(b), most)) <= 0 && compareQuantities(absolute(b), times(absolute(a), most)) <= 0)
const count = ({ amount }: Figure): boolean => amount.kind === 'count'

const time = /^(?:week|month|year|day|hour|night|quarter|annum)$/
const unitOf = (follow: string): string | null => /^\s(?:each|apiece)\b/i.test(follow) ? '' : /^\s(?:per|an?|for each|for every)\s([a-z]+)/i.exec(follow)?.[1]?.toLowerCase() ?? null
const comes = /\b(?:com(?:e|es|ing) to|came to|is|was|be|=|gives?|gave|giving|brought in|brings?(?: in)?|bringing in|rais(?:e|es|ed|ing)|costs?|costing|total(?:s|led|ling)?(?: of| is)?|mak(?:e|es|ing)|made|worth|or|generat(?:e|es|ed|ing)|yield(?:s|ed|ing)?)\s*(?:in all )?$/i
const things = /^\s(?:[a-z-]+\s){0,3}?[a-z-]{3,}/i
const mixed = /\b(?:discount\w*|after|less|plus|including|include[sd]?|half|instead|net of|between|respectively|as well as|further|additional|first|up to)\b|\band \d[^.]*\beach\b/i
const namesUnit = ({ follow }: Figure, unit: string): boolean => new RegExp(String.raw`^\s(?:[a-z-]+\s){0,3}?(?:${unit}|${unit.replace(/y$/, 'ie')})e?s?\b`, 'i').test(follow)

/** "For 52 weeks": how long, not how many. */
const isTerm = ({ lead, follow }: Figure): boolean => /\b(?:for|over|x)\s$/i.test(lead) && /^\s(?:weeks|months|days|years)\b/i.test(follow)

/** "21 stalls at £48 each brought in £1,008", "£450 a home, which for 60 homes is £27,000"; the number may stand in the sentence before. */
const timesIn = (sentence: Told, before: Told | undefined): Wrong[] => {
  const figures = figuresOf(sentence)
  const rates = figures.flatMap((figure) => { const unit = count(figure) ? null : unitOf(figure.follow) ?? (/\bat (?:a (?:rent|cost|price|rate|fee|charge) of )?$/i.test(figure.lead) ? '' : null); return unit === null ? [] : [{ figure, unit }] })
  const totals = figures.filter((f) => !count(f) && comes.test(f.lead) && !rates.some((r) => r.figure === f && r.unit === ''))
  const total = totals.findLast((t) => rates.some((r) => r.figure !== t && r.figure.start < t.start))
  const own = rates.filter((r) => r.figure !== total)
  const [rate] = own
  if (rate === undefined || total === undefined || own.length !== 1 || mixed.test(sentence.text)) return []
  const unit = time.test(rate.unit) && unitOf(total.follow) === rate.unit ? '' : rate.unit
  const named = (f: Figure): boolean => count(f) && things.test(f.follow) && (unit === '' || namesUnit(f, unit))
  const here = figures.filter((f) => named(f) && !isTerm(f))
  const numbers = here.length > 0 || before === undefined ? here : figuresOf(before).filter((f) => unit !== '' && named(f))
  const makes = (n: Quantity): boolean => within(times(n, rate.figure.amount.value), total.amount.value, sum([times(n, rate.figure.amount.half), leeway(total.amount)].slice(rate.figure.amount.text.includes('.') || rate.figure.amount.text.endsWith('0') ? 1 : 0)))
  const counts = figures.filter(count).map((f) => f.amount.value)
  const products = [...counts, ...counts.flatMap((a, i) => counts.slice(i + 1).map((b) => times(a, b))), ...numbers.map((f) => f.amount.value)]
  if (products.some(makes) || numbers.length !== 1 || (counts.length > 1 && !products.some((p) => comparable(times(p, rate.figure.amount.value), total.amount.value)))) return []
  const factor = counts.length === 2 && figures.some(isTerm) ? times(counts[0]!, counts[1]!) : numbers[0]!.amount.value
  const exact = times(factor, rate.figure.amount.value)
  if (!comparable(exact, total.amount.value) || makes(factor)) return []
  const expected = sayLike(roundedLike(exact, total.amount), total.amount, printQuantity)
  return [{ start: total.start, amount: total.amount, expected, why: `${printQuantity(factor)} x ${rate.figure.amount.text} is` }]
}
/** To the unit that an amount is printed in. */
const roundedLike = (exact: Quantity, like: Amount): Quantity => {
  const unit = times(like.half, quantity(2))
  return unit.digits === 0n ? rounded(exact, like.value.scale) : times(dividedBy(exact, unit, 0)!, unit)
}

const averageBefore = /\b(?:(?:an|the|or an|at an) average (?:cost |price |award |grant |payment |value |claim |sum )?(?:of|is|was|being)|averag(?:e|ing|ed)|on average,?|or|, (?:that|which) is)\s*$/i
const averageAfter = /^\s(?:(?:each|apiece|an? [a-z]+|per [a-z]+|for each [a-z]+),?\s(?:on average|in all)|each|apiece|on average|(?:per|an?) [a-z]+)/i
const saysAverage = (f: Figure): boolean => {
  const led = averageBefore.exec(f.lead)?.[0] ?? ''
  return /averag/i.test(led) || (/^\s(?:[a-z]+ )?(?:(?:each|apiece|an? [a-z]+|per [a-z]+) )?on average\b/i.test(f.follow)) || (/^or\s*$|is\s*$/i.test(led) && averageAfter.test(f.follow) && /,\s(?:or|(?:that|which) is)\s*$/i.test(f.lead))
}
/** "£186,000 went to 31 halls, an average of £6,000": the last number and the last amount before it, or two counts. */
const meansIn = (sentence: Told): Wrong[] => {
  const figures = figuresOf(sentence)
  return figures.flatMap((mean, i): Wrong[] => {
    if (!saysAverage(mean) || /\b(?:against|compared|than|target|reduc\w+|from|saving)\b[^,]*$/i.test(mean.lead.slice(-40))) return []
    const near = figures.slice(Math.max(0, i - 2), i)
    const far = near.length < 2 && /\b(?:in all|in total|altogether)\b/i.test(sentence.text) ? figures.slice(i + 1, i + 3) : near
    if (far.length !== 2 || !far.some(count)) return []
    const [a, b] = far as [Figure, Figure]
    const [whole, number] = !count(a) ? [a, b] : !count(b) ? [b, a] : compareQuantities(a.amount.value, b.amount.value) > 0 ? [a, b] : [b, a]
    if (whole.amount.kind !== mean.amount.kind || number.amount.value.digits <= 1n || !things.test(number.follow) || unitOf(whole.follow) !== null) return []
    const exact = dividedBy(whole.amount.value, number.amount.value, 6)!
    const slack = plus(leeway(mean.amount).digits === 0n ? { digits: 5n, scale: mean.amount.value.scale + 1 } : leeway(mean.amount), dividedBy(leeway(whole.amount), number.amount.value, 6)!)
    const all = figures.filter((f) => f !== mean)
    const fits = all.some((x) => all.some((y) => x !== y && count(y) && y.amount.value.digits > 0n && within(dividedBy(x.amount.value, y.amount.value, 6)!, mean.amount.value, slack)))
    if (fits || !comparable(exact, mean.amount.value) || within(exact, mean.amount.value, slack)) return []
    const expected = sayLike(rounded(exact, mean.amount.value.scale), mean.amount, printQuantity)
    return [{ start: mean.start, amount: mean.amount, expected, why: `${whole.amount.text} over ${number.amount.text} is` }]
  })
}

const asked = /\b(?:each|apiece|per|an?|averag\w+|at)\b/i
export const eachCheck = defineCheck({
  code: 'sum.each', title: 'So many at so much each come to so much', level: 'error',
  about: 'Where a sentence gives a number, a price or an average for each, and what they come to, the three are worked out from each other. Correct the one that is wrong. Numbers that are rounded to noughts are given their leeway.',
  right: ['The 240 stalls at £35 each brought in £8,400.', 'Grants of £48,000 went to 16 clubs, an average of £3,000.', 'The least is £250 a home, which for 1,200 homes is £300k.'],
  wrong: ['The 240 stalls at £35 each brought in £4,800.', 'Grants of £48,000 went to 16 clubs, an average of £3,200.', 'The least is £250 a home, which for 1,200 homes is £330k.'],
  find: (paper) => proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence, n) => (sentence.figures.length < 2 || !asked.test(sentence.text) ? [] :
    [...timesIn(sentence, sentences[n - 1]), ...(/\baverag|,\s(?:or|which is|that is)\s/.test(sentence.text) ? meansIn(sentence) : [])].map(({ start, amount, expected, why }): Fault => ({
      at: passage.at(sentence.start + start), found: amount.text, expected, message: `${amount.text} should be ${expected}: ${why} ${expected}.`,
    }))))),
})
