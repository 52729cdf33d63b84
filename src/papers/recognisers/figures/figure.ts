import type { Figure } from '../../types.ts'
import { parseQuantity, type Quantity } from '../../../kit/quantity.ts'
import type { Source } from '../../../kit/source.ts'
import { collapse } from '../../../kit/words.ts'

/** The exact decimal as JSON keeps it: "-13865", "0.270"; printed precision kept, no thousands separators. */
export const decimal = (q: Quantity): string => {
  const digits = (q.digits < 0n ? -q.digits : q.digits).toString().padStart(q.scale + 1, '0')
  const whole = digits.slice(0, digits.length - q.scale)
  return `${q.digits < 0n ? '-' : ''}${whole}${q.scale > 0 ? `.${digits.slice(-q.scale)}` : ''}`
}

const scales: readonly (readonly [RegExp, string])[] = [
  [/^(?:bn|billions?)$/i, 'bn'],
  [/^(?:m|mn|million|millions|mill|mil)$/i, 'm'],
  [/^(?:k|thousands?|'?000s?|'?000's)$/i, '000'],
]
const measuresOf: readonly (readonly [RegExp, string])[] = [
  [/^(?:%|per ?cent|percent|pp|percentage points?)$/i, '%'],
  [/^(?:f\.?t\.?e\.?s?)$/i, 'FTE'],
  [/^(?:days?|dys)$/i, 'days'],
  [/^(?:hours?|hrs?|weeks?|months?|years?|yrs?|miles?|kg|kgs|tonnes?|km|sq ?m|ha|hectares?|p|pence)$/i, ''],
]
const scaleOf = (suffix: string): string | null => scales.find(([form]) => form.test(suffix))?.[1] ?? null
const measureOf = (suffix: string): string | null => {
  const hit = measuresOf.find(([form]) => form.test(suffix))
  return hit === undefined ? null : hit[1] || suffix.toLowerCase()
}

const unitOf = (currency: boolean, suffix: string): string | null | undefined => {
  if (suffix === '') return currency ? '£' : null
  const scale = scaleOf(suffix)
  if (scale !== null) return currency ? `£${scale}` : scale
  return currency ? undefined : measureOf(suffix) ?? undefined
}

const number = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+`
const shape = new RegExp(String.raw`^([-+])?(£)?\s?([-+])?(\()?\s?([-+])?(£)?([-+])?\s?(${number})\s?([%a-zA-Z'][a-zA-Z0-9'. ]*)?(\))?\s?([a-zA-Z%]+)?[*†‡^#]*$`)

/** A cell's printing put straight before it is read: mark-up gone, odd minus signs, and a comma that drifted off its digits ("3 , 985"). */
export const straightened = (text: string): string => (plain.test(text) ? text : mendedText(text))
/** Most cells have nothing to mend. */
const plain = /^[\w(£%.)][\w£%.()&:;!?"+@#-]*(?: [\w£%.()&:;!?"+@#-]+)*$/
const mendedText = (text: string): string => {
  const straight = collapse(text.replace(/<\/?[a-z][^>]*>/gi, '').replace(/[−–—‑]/g, '-').replace(/[‘’´`]/g, "'"))
  return straight.includes(', ') || straight.includes(' ,') ? straight.replace(/(\d)\s*,\s+(?=\d{3}\b)|(\d)\s+,\s*(?=\d{3}\b)/g, '$1$2,') : straight
}

type Read = { readonly value: Quantity; readonly unit: string | null }

/** The one number that a cell prints, with the unit that the cell itself names; null where it isn't just one number. A leading nought ("01000") is no figure: a telephone number, a code, or a "£'000" that was misread. */
export const readNumber = (printed: string): Read | null => numberIn(straightened(printed))
const numberIn = (text: string): Read | null => {
  if (text.length > 40 || !/\d/.test(text)) return null
  const m = shape.exec(text)
  if (!m || (m[4] === undefined) !== (m[10] === undefined)) return null
  const unit = unitOf(m[2] !== undefined || m[6] !== undefined, collapse(`${m[9] ?? ''}${m[11] ?? ''}`))
  const value = parseQuantity(m[8] ?? '')
  if (unit === undefined || value === null || /^0[\d,]/.test(m[8] ?? '')) return null
  const minus = (m[1] === '-' || m[3] === '-' || m[5] === '-' || m[7] === '-') !== (m[4] !== undefined)
  return { value: minus ? { digits: -value.digits, scale: value.scale } : value, unit }
}

/** What stands in a figure's place. "-", blank, NIL, N/A and 0 are five different things; only a number has a value. */
export const readFigure = (printed: string, source: Source, unit: string | null): Figure => figureIn(collapse(printed), straightened(printed), source, unit)
/** The same of words that have been straightened: `text` is what was printed. */
export const figureIn = (text: string, said: string, source: Source, unit: string | null): Figure => {
  const read = numberIn(said)
  return read === null ? { text, value: null, state: stateWithout(said), unit, source } : { text, value: decimal(read.value), state: 'number', unit: read.unit ?? unit, source }
}
const stateWithout = (said: string): Figure['state'] => {
  if (said === '') return 'blank'
  if (said.length > 20) return /^[-_. ]+$/.test(said) ? 'dash' : 'words'
  if (/^[-_. ]+$|^£ ?-$|^- ?%$/.test(said)) return 'dash'
  if (/^(?:nil|none|zero)$/i.test(said)) return 'nil'
  return /^(?:n\s?\/\s?a|n\.a\.?|not applicable|tbc|tba|not available)$/i.test(said) ? 'not-applicable' : 'words'
}

/** True of a bare year or financial year, which heads a column rather than counts something: "2024", "2024/25", "2025-2026". */
export const isYear = (text: string): boolean => /^(?:FY ?)?(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d))?$/.test(straightened(text))
