import { compareQuantities, minus, parseQuantity, plus, absolute, sum, times, quantity, type Quantity } from '../../../kit/quantity.ts'
import type { Found } from '../../facts/index.ts'
import { poundPower } from '../../recognisers/figures/units.ts'

/** A sum of money, a count or a percentage, in single units, with what rounding may have hidden: half a printed unit; nothing for a whole count. */
export type Amount = { readonly value: Quantity; readonly half: Quantity; readonly text: string; readonly kind: 'amount' | 'count' | 'percentage' }

export const amountOf = (fact: Found): Amount | null => {
  const value = parseQuantity(fact.value ?? '')
  if (value === null || (fact.kind !== 'amount' && fact.kind !== 'count' && fact.kind !== 'percentage')) return null
  if (fact.kind !== 'amount') return { value, half: fact.kind === 'count' && value.scale === 0 ? quantity(0) : { digits: 5n, scale: value.scale + 1 }, text: fact.text, kind: fact.kind }
  const power = poundPower(fact.unit)
  if (power === null) return null
  const unit = quantity(10n ** BigInt(power))
  return { value: times(value, unit), half: times({ digits: 5n, scale: value.scale + 1 }, unit), text: fact.text, kind: 'amount' }
}

/** Whether the parts make the whole, give or take the rounding of each. */
export const makes = (parts: readonly Amount[], whole: Amount): boolean =>
  compareQuantities(absolute(minus(sum(parts.map((p) => p.value)), whole.value)), sum([...parts, whole].map((p) => p.half))) <= 0
export const isDifference = (a: Amount, b: Amount, difference: Amount): boolean => {
  const gap = minus(absolute(minus(a.value, b.value)), absolute(difference.value))
  return compareQuantities(absolute(gap), plus(plus(a.half, b.half), difference.half)) <= 0
}

/** The value said the way `like` is: "£19.5 million" for 19500000 beside "£7.9 million". */
export const sayLike = (value: Quantity, like: Amount, print: (q: Quantity) => string): string => {
  if (like.kind === 'percentage') return `${print(value)}${/\s?(?:%|per ?cent\b|percentage points?)/i.exec(like.text)?.[0] ?? ''}`
  const suffix = /(?:\s?(?:bn|billion|millions?|mn|m|k|thousands?|'000s?)|\s000s?)$/i.exec(like.text)?.[0] ?? ''
  const power = /b/i.test(suffix) ? 9 : /m/i.test(suffix) ? 6 : suffix === '' ? 0 : 3
  const scaled: Quantity = { digits: value.digits, scale: value.scale + power }
  let { digits, scale } = scaled
  while (scale > 0 && digits % 10n === 0n) { digits /= 10n; scale -= 1 }
  // "£7.90" is not said "£7.9".
  if (like.kind === 'amount' && suffix === '' && scale === 1) { digits *= 10n; scale = 2 }
  return `${like.kind === 'amount' ? '£' : ''}${print({ digits, scale })}${suffix}`
}
