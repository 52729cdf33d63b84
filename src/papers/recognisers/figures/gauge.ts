import type { Cell, Grid } from './grid.ts'
import { cellAt, type Form, type Place, type Relation, type Term } from './relation.ts'

/** A figure as it may have been before rounding: its size, and half a printed unit. */
type Size = { readonly value: number; readonly half: number }
export type Gauge = { readonly gap: number; readonly slack: number }

const placesOf = (value: string | null): number => (value?.includes('.') ? value.length - value.indexOf('.') - 1 : 0)
/** The unit that a cell is printed to, in amounts of its grid. */
export const unitOf = (grid: Grid, cell: Cell): number => 2 * 10 ** Math.max(0, grid.places - placesOf(cell.figure.value))
/** A whole number without a unit is a count: nothing of it was rounded. */
export const isCount = (cell: Cell): boolean => cell.unit === null && placesOf(cell.figure.value) === 0
const halfOf = (grid: Grid, cell: Cell): number => (isCount(cell) ? 0 : unitOf(grid, cell) / 2)

/** Amounts beyond this are compared to within what a number of sixteen digits holds. */
const grain = 1e-9

const product = (sizes: readonly (Size & { readonly power: 1 | -1 })[], scale: number): Size => {
  let [value, low, high] = [scale, scale, scale]
  for (const { value: v, half, power } of sizes) {
    const [least, most] = [Math.max(0, Math.abs(v) - half), Math.abs(v) + half]
    value *= power > 0 ? Math.abs(v) : 1 / Math.abs(v)
    low *= power > 0 ? least : 1 / most
    high *= power > 0 ? most : 1 / least
  }
  return { value, half: Math.max(high - value, value - low) + grain * value }
}

const isAt = (a: Place, b: Place): boolean => a.row === b.row && a.column === b.column
/** What stands at a place, or would if figures found wrong were put right. */
export type Amounts = (place: Place) => number
export const asPrinted = (grid: Grid): Amounts => (place) => cellAt(grid, place)!.amount

type Shape = { readonly form: Form; readonly scale: number; readonly result: Place; readonly terms: readonly Term[]; readonly exact?: boolean; readonly sharp?: boolean }
/** How far a relation is from holding. */
export const gauge = (grid: Grid, relation: Shape, amount: Amounts = asPrinted(grid)): Gauge => {
  const whole = cellAt(grid, relation.result)!, one = 2 * 10 ** grid.places
  const halfIn = (cell: Cell): number => (relation.sharp === true || (relation.exact === true && placesOf(cell.figure.value) === 0) ? 0 : halfOf(grid, cell))
  const terms = relation.terms.map((t) => ({ value: amount(t), half: halfIn(cellAt(grid, t)!), power: t.sign }))
  const said = amount(relation.result), half = halfOf(grid, whole)
  if (relation.form === 'sum' || relation.form === 'mean') {
    const by = relation.form === 'mean' ? relation.terms.length : 1
    const slack = relation.exact ? 0 : relation.terms.reduce((n, t) => n + cellAt(grid, t)!.slack, whole.slack) / by
    return { gap: said - terms.reduce((n, t) => n + t.power * t.value, 0) / by, slack: relation.form === 'mean' ? Math.max(slack, half) + grain : slack }
  }
  if (relation.form === 'change') {
    const [to, from] = terms as [Size & { power: 1 }, Size & { power: 1 }]
    const made = product([{ value: to.value - from.value, half: to.half + from.half, power: 1 }, { ...from, power: -1 }], relation.scale)
    return { gap: Math.abs(said) - made.value * one, slack: made.half * one + Math.max(half, unitOf(grid, whole) / 2) }
  }
  const made = product(terms.map((t) => ({ ...t, value: t.value / one, half: t.half / one })), relation.scale)
  // What is divided, or brought to thousands, is printed rounded even as a whole number.
  const isRounded = relation.sharp === true || relation.scale !== 1 || relation.terms.some((t) => t.sign < 0)
  return { gap: Math.abs(said) - made.value * one, slack: made.half * one + (isRounded ? Math.max(half, unitOf(grid, whole) / 2) : half) }
}

const rounded = (amount: number, unit: number): number => Math.round(amount / unit) * unit
const sameSign = (amount: number, like: number): number => (like < 0 ? -Math.abs(amount) : Math.abs(amount))

/** What a cell would have to be for the relation to hold, as it would be printed; null where no figure does. */
export const needed = (grid: Grid, relation: Relation, place: Place, amount: Amounts): number | null => {
  const cell = cellAt(grid, place)!, now = amount(place), one = 2 * 10 ** grid.places
  const own = isAt(place, relation.result)
  const term = own ? null : relation.terms.find((t) => isAt(t, place)) ?? null
  const { gap } = gauge(grid, relation, amount)
  if (relation.form === 'sum') return own ? now - gap : now + (term?.sign ?? 1) * gap
  if (relation.form === 'mean') return rounded(own ? now - gap : now + gap * relation.terms.length, unitOf(grid, cell))
  const said = Math.abs(amount(relation.result)), made = said - gap
  if (own) return rounded(sameSign(made, now), unitOf(grid, cell))
  if (relation.form === 'change') {
    const [to, from] = relation.terms.map(amount) as [number, number]
    const times = 1 + amount(relation.result) / one / relation.scale
    return rounded(isAt(place, relation.terms[0]!) ? from * times : to / times, unitOf(grid, cell))
  }
  if (made === 0 || said === 0 || now === 0) return null
  return rounded(now * (term?.sign === 1 ? said / made : made / said), unitOf(grid, cell))
}

/** A relation of any form, measured; null where one of its figures is missing, or is nought where it divides. */
export const related = (grid: Grid, shape: Pick<Relation, 'kind' | 'form' | 'scale' | 'result' | 'terms' | 'group' | 'exact' | 'sharp'>): Relation | null => {
  if (cellAt(grid, shape.result) === null || shape.terms.some((t) => cellAt(grid, t) === null)) return null
  if (shape.form === 'product' && shape.terms.some((t) => t.sign < 0 && cellAt(grid, t)!.amount === 0)) return null
  if (shape.form === 'change' && cellAt(grid, shape.terms[1]!)!.amount === 0) return null
  return { ...shape, ...gauge(grid, shape) }
}

/**
 * How unlikely it is that figures keep a relation by chance, as a power of ten: the figures that the result could have been, for each one that would have kept it.
 * What is added to a large figure that is nearly the result says only as much as itself. Nought where a part of a product is nought.
 */
export const evidence = (grid: Grid, relation: Relation): number => Math.max(0, Math.log10(tellingSize(grid, relation) / widthOf(grid, relation)))

const tellingSize = (grid: Grid, relation: Relation): number => {
  const all = relation.terms.map((t) => Math.abs(cellAt(grid, t)!.amount)), whole = Math.abs(cellAt(grid, relation.result)!.amount)
  // Nought adds nothing, for or against.
  const sizes = relation.form === 'sum' ? all.filter((size) => size !== 0).sort((a, b) => b - a) : all
  if (sizes.length < Math.min(2, all.length) || sizes.some((size) => size === 0)) return 0
  return relation.form === 'sum' && sizes.length >= 2 ? Math.min(whole, sizes[1]!) : whole
}
const widthOf = (grid: Grid, relation: Relation): number => {
  const whole = cellAt(grid, relation.result)!
  const isExact = relation.form === 'sum' && relation.gap === 0 && isCount(whole) && relation.terms.every((t) => isCount(cellAt(grid, t)!))
  return isExact ? unitOf(grid, whole) : 2 * Math.max(relation.slack, unitOf(grid, whole) / 2)
}

/** How many digits of results a rule explains in all; enough where a heading says the same. */
export const digitsOf = (grid: Grid, relations: readonly Relation[]): number =>
  relations.reduce((n, r) => n + Math.max(0, Math.log10(Math.abs(cellAt(grid, r.result)!.amount) / widthOf(grid, r))), 0)

/** What moves from one relation of a rule to the next: the second greatest of the moves, for the others must follow it. */
const movedBetween = (grid: Grid, a: Relation, b: Relation): number => {
  const at = (r: Relation): number[] => [r.result, ...r.terms].map((place) => Math.abs(cellAt(grid, place)!.amount))
  const [x, y] = [at(a), at(b)]
  const moves = x.length === y.length ? x.map((amount, i) => Math.abs(amount - y[i]!)).sort((m, n) => n - m) : [Math.abs(x[0]! - y[0]!)]
  return moves[Math.min(1, moves.length - 1)]!
}
/** The evidence of all relations of a rule: where one is near another, it says only as much as has moved between them. */
export const evidenceOf = (grid: Grid, relations: readonly Relation[]): number => relations.reduce((n, r, i) => {
  const apart = Math.min(Infinity, ...relations.slice(0, i).map((other) => movedBetween(grid, r, other)))
  return n + Math.max(0, Math.min(evidence(grid, r), Math.log10(apart / widthOf(grid, r))))
}, 0)
