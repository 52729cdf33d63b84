import { absolute, compareQuantities, dividedBy, minus, parseQuantity, plus, quantity, rounded, times, type Quantity } from '../../../kit/quantity.ts'
import { decimal } from '../../recognisers/figures/figure.ts'

/** A number as printed: what it may have been before rounding is half a printed unit either way, nothing where it is a count. */
export type Printed = { readonly value: Quantity; readonly half: Quantity; readonly text: string }

export const printed = (value: string, text: string, exact = false): Printed | null => {
  const q = parseQuantity(value)
  return q === null ? null : { value: q, half: exact ? quantity(0) : { digits: 5n, scale: q.scale + 1 }, text }
}

const hundred = quantity(100)
const low = (p: Printed): Quantity => minus(absolute(p.value), p.half)
const high = (p: Printed): Quantity => plus(absolute(p.value), p.half)
const atMost = (a: Quantity, b: Quantity): boolean => compareQuantities(a, b) <= 0

/** Whether `percent` can be the share of `part` in `whole` for some numbers that round to those printed. */
export const isShare = (part: Printed, whole: Printed, percent: Printed): boolean =>
  atMost(times(low(part), hundred), times(high(percent), high(whole))) && atMost(times(low(percent), low(whole)), times(high(part), hundred))

/** Whether `percent` can be the rise or fall from `from` to `to`. */
export const isChange = (from: Printed, to: Printed, percent: Printed): boolean => {
  const difference = minus(to.value, from.value)
  return isShare({ value: difference, half: plus(from.half, to.half), text: '' }, from, percent)
}

/** The share to as many places as `like` was printed with; null of nothing. */
export const shareOf = (part: Printed, whole: Printed, like: Printed): Quantity | null => {
  const exact = dividedBy(times(absolute(part.value), hundred), absolute(whole.value), like.value.scale + 4)
  return exact === null ? null : rounded(exact, like.value.scale)
}
/** "42.05%": the share with two places more than are printed, for showing one's work. */
export const working = (part: Printed, whole: Printed, like: Printed): string => {
  const exact = dividedBy(times(absolute(part.value), hundred), absolute(whole.value), like.value.scale + 2)
  return exact === null ? '' : `${decimal(exact)}%`
}
