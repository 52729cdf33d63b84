/** An exact decimal: `digits` x 10^-`scale`. 1,602 is {1602n, 0}; 12.50 is {1250n, 2}, its printed precision kept. */
export type Quantity = { readonly digits: bigint; readonly scale: number }

/** A printed plain number ("1,602", "-3.5", "(1.2)" as minus 1.2); null for anything else: blank, "-", NIL and N/A are not numbers. */
export const parseQuantity = (text: string): Quantity | null => {
  const trimmed = text.trim()
  const bracketed = trimmed.startsWith('(') ? /^\((.+)\)$/.exec(trimmed) : null
  const body = (bracketed?.[1]?.trim() ?? trimmed).replace(/[−–]/, '-')
  const m = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?$/.exec(body)
  if (!m || (m[2] === undefined && m[3] === undefined)) return null
  const digits = BigInt((m[2] ?? '0').replaceAll(',', '') + (m[3] ?? ''))
  return { digits: (m[1] === '-') !== (bracketed !== null) ? -digits : digits, scale: m[3]?.length ?? 0 }
}

export const quantity = (digits: bigint | number, scale = 0): Quantity => ({ digits: BigInt(digits), scale })
const rescaled = (q: Quantity, scale: number): bigint => q.digits * 10n ** BigInt(scale - q.scale)
const pair = (a: Quantity, b: Quantity): [bigint, bigint, number] => {
  const scale = Math.max(a.scale, b.scale)
  return [rescaled(a, scale), rescaled(b, scale), scale]
}

export const plus = (a: Quantity, b: Quantity): Quantity => { const [x, y, scale] = pair(a, b); return { digits: x + y, scale } }
export const minus = (a: Quantity, b: Quantity): Quantity => plus(a, negated(b))
export const times = (a: Quantity, b: Quantity): Quantity => ({ digits: a.digits * b.digits, scale: a.scale + b.scale })
export const negated = (q: Quantity): Quantity => ({ digits: -q.digits, scale: q.scale })
export const absolute = (q: Quantity): Quantity => (q.digits < 0n ? negated(q) : q)
export const compareQuantities = (a: Quantity, b: Quantity): -1 | 0 | 1 => { const [x, y] = pair(a, b); return x < y ? -1 : x > y ? 1 : 0 }
export const equalQuantities = (a: Quantity, b: Quantity): boolean => compareQuantities(a, b) === 0
export const sum = (all: readonly Quantity[]): Quantity => all.reduce(plus, quantity(0))

/** a / b to `scale` places, rounded half up (half away from zero); null when b is zero. */
export const dividedBy = (a: Quantity, b: Quantity, scale: number): Quantity | null => {
  if (b.digits === 0n) return null
  const [x, y] = pair(a, b)
  return { digits: divideHalfUp(x * 10n ** BigInt(scale), y), scale }
}
/** The quantity to `scale` places, rounded half up (half away from zero). */
export const rounded = (q: Quantity, scale: number): Quantity =>
  q.scale <= scale ? { digits: rescaled(q, scale), scale } : { digits: divideHalfUp(q.digits, 10n ** BigInt(q.scale - scale)), scale }
const divideHalfUp = (x: bigint, y: bigint): bigint => {
  const [a, b, sign] = [x < 0n ? -x : x, y < 0n ? -y : y, x < 0n !== y < 0n ? -1n : 1n]
  return sign * ((2n * a + b) / (2n * b))
}

/** From the right, in threes. */
const thousands = (digits: string): string => [digits.slice(0, digits.length % 3), ...(digits.slice(digits.length % 3).match(/\d{3}/g) ?? [])].filter(Boolean).join(',')
/** "1,602", "-12.50": thousands separated, printed precision kept. */
export const printQuantity = (q: Quantity): string => {
  const digits = (q.digits < 0n ? -q.digits : q.digits).toString().padStart(q.scale + 1, '0')
  const whole = thousands(digits.slice(0, digits.length - q.scale))
  return `${q.digits < 0n ? '-' : ''}${whole}${q.scale > 0 ? `.${digits.slice(-q.scale)}` : ''}`
}
