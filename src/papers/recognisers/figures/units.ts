import { straightened } from './figure.ts'

const forms: readonly (readonly [RegExp, string])[] = [
  [/£\s?(?:'?000s?|'000|k\b|thousands?)|£0?,?000'?s?\b|\bin thousands\b/i, '£000'],
  [/£\s?(?:m|mn|millions?)\b|\b£ ?million\b|\bin £?millions\b/i, '£m'],
  [/£\s?(?:bn|billions?)\b/i, '£bn'],
  [/%|\bper ?cent(?:age)?\b|\bproportion\b/i, '%'],
  [/\bFTEs?\b|\bfull[- ]time equivalents?\b/i, 'FTE'],
  [/\(days\)|\bno\.? of days\b|(?<!\d )\bdays$/i, 'days'],
  [/£(?!\d)/, '£'],
]

/** The unit that a heading or caption names: "£000", "£m", "%", "FTE", "days", "£"; null where it names none. */
export const unitIn = (heading: string): string | null => {
  const text = straightened(heading)
  return forms.find(([form]) => form.test(text))?.[1] ?? null
}

/** A heading that is only a unit ("£m", "£'000", "%", "No."). */
export const isUnitOnly = (heading: string): boolean =>
  /^\(?(?:£\s?(?:m|mn|million|millions|k|bn|'?000'?s?|)|%|no\.?|number|fte|days|£)\)?$/i.test(straightened(heading))

/** Pounds that one of the unit stands for, as a power of ten; null for a unit that isn't money. */
export const poundPower = (unit: string | null): number | null => powers.get(unit ?? '') ?? null
const powers: ReadonlyMap<string, number> = new Map([['£', 0], ['£000', 3], ['£m', 6], ['£bn', 9]])
