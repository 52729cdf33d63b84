import { sum, compareQuantities } from '../../../kit/quantity.ts'
import { poundPower } from '../../recognisers/figures/units.ts'
import type { Source } from '../../../kit/source.ts'
import type { Found } from '../../facts/index.ts'
import type { Claim } from './percent-claims.ts'
import { amountOf } from './amounts.ts'
import { printed, type Printed } from './share.ts'

/** A figure where it stands. */
export type At = { readonly found: Found; readonly sentence: string; readonly source: Source }
/** A figure with its percentage in brackets after it. */
export type Pair = { readonly part: At; readonly percent: At }

const vague = /\b(?:about|around|approximately|approx\.?|nearly|almost|over|more than|less than|up to|at least|circa|c\.|some|roughly|just under|just over)\s*$/i
export const isVague = ({ found, sentence }: At): boolean => vague.test(sentence.slice(Math.max(0, found.start - 16), found.start))

const unitPower = (at: At): number => poundPower(at.found.unit) ?? -99
/** As printed, or in pounds where the two figures are printed in different units. */
const printedAs = ({ found }: At, same: boolean): Printed | null => { const amount = same ? null : amountOf(found); return same ? printed(found.value ?? '', found.text, found.kind === 'count') : amount }
export const claim = (kind: Claim['kind'], part: At, whole: At, percent: At): Claim[] => {
  if (part.found.kind !== whole.found.kind || isVague(part) || isVague(whole) || isVague(percent)) return []
  const same = unitPower(part) === unitPower(whole)
  const [a, b, p] = [printedAs(part, same), printedAs(whole, same), printedAs(percent, true)]
  return a && b && p && b.value.digits !== 0n ? [{ kind, part: a, whole: b, percent: p, source: percent.source, of: whole.found.text, power: unitPower(part), from: [] }] : []
}
const between = (a: At, b: At): string => a.sentence.slice(a.found.end, b.found.start)
const after = (at: At): string => at.sentence.slice(at.found.end)
const isPercent = (at: At | undefined): at is At => at?.found.kind === 'percentage'
const isNumber = (at: At | undefined): at is At => at !== undefined && at.found.kind !== 'percentage'

/** "£41.3m of £42.8m (96.5%)", "£381k was paid and £262k of it was drawn, 68.8%". */
const partOfWhole = (facts: readonly At[]): Claim[] => facts.flatMap((percent, i) => {
  const [a, b] = [facts[i - 2], facts[i - 1]]
  if (!isPercent(percent) || !isNumber(a) || !isNumber(b)) return []
  const [one, two] = [between(a, b), between(b, percent)]
  const closes = two.endsWith('(') ? /^\s?\)/.test(after(percent)) : /,\s(?:or\s)?$/.test(two) && /^(?:[.;,]|$)/.test(after(percent))
  if (!closes || two.length > 60) return []
  if (a.found.kind === 'amount' && /^\s(?:[a-z]+\s)?(?:out of|of|of the|of a|of its|of our)\s(?:[a-z]+\s){0,4}?$/i.test(one) && !/[.;]/.test(two)) return claim('share', a, b, percent)
  return /\b(?:and|of which|;)\s$/.test(one) && /^\s(?:of (?:it|this|that|them|these)\b)/.test(two) && !two.includes(';') ? claim('share', b, a, percent) : []
})

const changeWords = /\b(?:increase|rise|growth|decrease|fall|reduction|drop|decline|up|down)\b[^%]*$/i
/** "from 38 in spring to 52 in summer, an increase of 14 (36.8%)": the percentage of the change, its size said before it. */
const sizedChange = (facts: readonly At[]): Claim[] => facts.flatMap((percent, i) => {
  const [from, to, by] = [facts[i - 3], facts[i - 2], facts[i - 1]]
  if (!isPercent(percent) || !isNumber(from) || !isNumber(to) || !isNumber(by)) return []
  const lead = from.sentence.slice(Math.max(0, from.found.start - 10), from.found.start)
  if (!/\bfrom\s$/i.test(lead) || !/\bto\s$/i.test(between(from, to)) || !(changeWords.test(between(to, by)) || /\bby\s$/.test(between(to, by))) || !/^\s?(?:\(|,? or )$/.test(between(by, percent))) return []
  return claim('change', to, from, percent)
})

/** "Of 60 purchases tested 17 (28%) had no receipt", "Of the 17 measures 9 are green (53%)". */
const countedWhole = (sentence: string, pairs: readonly Pair[], facts: readonly At[]): Claim[] => {
  const first = facts[0]
  if (first?.found.kind !== 'count' || !/^(?:.*[,;:.]\s)?of (?:the |all |our |these )?$/i.test(sentence.slice(0, first.found.start)) || !/^\s[a-z][a-z ,-]{3,50}$/i.test(between(first, facts[1] ?? first))) return []
  return pairs.filter((p) => p.part !== first && p.part.found.kind === 'count' && Number(p.part.found.value) <= Number(first.found.value)).flatMap((p) => claim('share', p.part, first, p.percent))
}

/** "There were 88 replies: 58 (65.9%) agreed, 21 (23.9%) disagreed and 9 (10.2%) had no view": parts that make a count said just before are shares of it. */
const madeWhole = (pairs: readonly Pair[], earlier: readonly At[]): Claim[] => {
  if (pairs.length < 2) return []
  const values = pairs.flatMap((p) => printed(p.part.found.value ?? '', '')?.value ?? [])
  const whole = earlier.find((at) => at.found.kind === pairs[0]!.part.found.kind && !pairs.some((p) => p.part === at) && compareQuantities(sum(values), printed(at.found.value ?? '', '')?.value ?? sum([])) === 0)
  return whole === undefined ? [] : pairs.flatMap((p) => claim('share', p.part, whole, p.percent))
}

/** More ways in which a sentence says what its percentages are of. `earlier` are the figures of its passage so far, its own too. */
export const claimsSaid = (sentence: string, facts: readonly At[], pairs: readonly Pair[], earlier: readonly At[]): Claim[] =>
  facts.some(isPercent) ? [...partOfWhole(facts), ...sizedChange(facts), ...countedWhole(sentence, pairs, facts), ...madeWhole(pairs, earlier)] : []
