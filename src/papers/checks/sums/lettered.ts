import { absolute, compareQuantities, dividedBy, minus, parseQuantity, plus, printQuantity, rounded, sum, type Quantity } from '../../../kit/quantity.ts'
import { proseOf } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'
import { amountOf, sayLike, type Amount } from './amounts.ts'

const letter = String.raw`\(?([a-z]|[ivx]{1,4})\)`
const own = new RegExp(String.raw`^\s*(?:\d+(?:\.\d+)*\.?\s*)?${letter}\s*$`, 'i')
const of = String.raw`(?:the )?(?:(?:aggregate|amount|total|sum|figure|item|line|paragraph)s? )?(?:at |in |of )?(?:\d+(?:\.\d+)*\s?)?${letter}(?: (?:above|below))?`
type Sum = (a: Amount, b: Amount) => Quantity
const less: Sum = (a, b) => absolute(minus(a.value, b.value))
const more: Sum = (a, b) => plus(a.value, b.value)
/** "(a) less (b)", "the amount by which the aggregate at 3(a) above exceeds that at 3(b)". */
const sums: readonly (readonly [RegExp, Sum, sign: string])[] = [
  [new RegExp(String.raw`\b(?:being|is|equals|=) (?:the amount by which )?${of},? (?:less|minus|exceeds|net of|−|-) (?:that )?${of}`, 'i'), less, '−'],
  [new RegExp(String.raw`\bdifference between ${of} and (?:that )?${of}`, 'i'), less, '−'],
  [new RegExp(String.raw`\b(?:total|sum|aggregate) of ${of} and (?:that )?${of}(?!,? and)`, 'i'), more, '+'],
  [new RegExp(String.raw`\b(?:being|is|equals|=) ${of} (?:plus|\+) ${of}(?!,? (?:and|plus))`, 'i'), more, '+'],
]
const divided = new RegExp(String.raw`${of},? divided by [^£\d]{0,70}?(\d[\d,]*(?:\.\d+)?)(?![\d(])`, 'i')

/** What the words after a lettered amount say it is made of, by the letters before it. */
const madeOf = (text: string, known: ReadonlyMap<string, Amount>): { readonly exact: Quantity; readonly half: Quantity; readonly why: string } | null => {
  const [parts, divides] = [/\b(?:less|plus|minus|exceeds|multiplied|difference|sum of)\b/i.test(text), /\bdivided\b/i.test(text)]
  // "(d) less (e) divided by the tax base" leaves open what is divided.
  if (parts && divides) return null
  for (const [form, make, sign] of sums) {
    const m = form.exec(text)
    const [a, b] = [known.get(m?.[1]?.toLowerCase() ?? ''), known.get(m?.[2]?.toLowerCase() ?? '')]
    if (a !== undefined && b !== undefined) return { exact: make(a, b), half: sum([a.half, b.half]), why: `${a.text} ${sign} ${b.text} is` }
  }
  const m = divided.exec(text)
  const [a, by] = [known.get(m?.[1]?.toLowerCase() ?? ''), parseQuantity(m?.[2]?.replace(/,/g, '') ?? '')]
  if (a === undefined || by === null || by.digits === 0n) return null
  const half = dividedBy(a.half, by, 8)!
  return { exact: dividedBy(a.value, by, 8)!, half, why: `${a.text} ÷ ${m![2]!} is` }
}

const find: Parameters<typeof defineCheck>[0]['find'] = (paper) => {
  const known = new Map<string, Amount>()
  return proseOf(paper.content).flatMap(({ passage, sentences }): Fault[] => {
    const fact = sentences[0]?.figures.find((f) => f.kind === 'amount')
    const name = fact === undefined || fact.start > 14 ? undefined : own.exec(passage.text.slice(0, fact.start))?.[1]?.toLowerCase()
    const amount = name === undefined ? null : amountOf(fact!)
    if (amount === null) return []
    const made = madeOf(passage.text, known)
    known.set(name!, amount)
    if (made === null || compareQuantities(absolute(minus(made.exact, absolute(amount.value))), plus(made.half, amount.half)) <= 0) return []
    const expected = sayLike(rounded(made.exact, Math.max(amount.value.scale, 0)), amount, printQuantity)
    return [{ at: passage.at(fact!.start), found: amount.text, expected, message: `${amount.text} should be ${expected}: ${made.why} ${expected}.` }]
  })
}

export const letteredCheck = defineCheck({
  code: 'sum.lettered', title: 'An amount made of lettered ones is made of them', level: 'error',
  about: 'Resolutions name their amounts by letters: "(c) £4m, being (a) less (b)", "the amount at (c) divided by the tax base of 20,000". Each is worked out from those before it.',
  right: ['(a) £9,000,000 being gross spending;\n\n(b) £5,500,000 being gross income;\n\n(c) £3,500,000 being (a) less (b);', '(a) £3,500,000 being the requirement;\n\n(b) £175.00 being the amount at (a) above divided by the tax base of 20,000.0;'],
  wrong: ['(a) £9,000,000 being gross spending;\n\n(b) £5,500,000 being gross income;\n\n(c) £3,050,000 being (a) less (b);', '(a) £3,500,000 being the requirement;\n\n(b) £157.00 being the amount at (a) above divided by the tax base of 20,000.0;'],
  find,
})
