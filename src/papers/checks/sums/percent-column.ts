import { absolute, compareQuantities, dividedBy, minus, printQuantity, quantity, times } from '../../../kit/quantity.ts'
import type { Source } from '../../../kit/source.ts'
import type { Told } from '../../facts/index.ts'
import { amountOf, type Amount } from './amounts.ts'
import { isChange, isShare, type Printed } from './share.ts'

/** A line of a table with its figures under their headings. */
export type Row = { readonly label: string; readonly terms: ReadonlySet<string>; readonly values: readonly { readonly amount: Printed; readonly money: boolean; readonly source: Source; readonly column: string }[] }
export type Off = { readonly start: number; readonly found: string; readonly expected: string; readonly also: readonly Source[]; readonly message: string }

/** "9.1% above target", "30.4% less than in 2019/20", "7.6% of the budget": what the percentage is of is a heading. */
const ofColumn = /^\s(?:(of)|above|below|(?:more|less|fewer|higher|lower) than|over|under|up on|down on)\s(?:in\s)?(?:the\s|its\s|our\s)?(?:[a-z-]+\s){0,2}?(?:(target|budget|plan|baseline|estimate)\b(?!\s(?:of|for)\b)|(?:year\s|in\s)*)(?:\s?year)?\s?(20\d\d[/-]\d\d)?/i
const joined = /^[^;.]{0,60}(?:[,(]|\b(?:is|was|were|are))\s*(?:which is |that is |or )?$/
const digits = (amount: Amount): number => amount.text.replace(/\D/g, '').length

/** A figure that a line of a table holds is so much per cent off another of the line, which its heading names. */
export const offColumn = (sentence: Told, rows: () => readonly Row[]): Off[] => sentence.figures.flatMap((percent, i): Off[] => {
  const share = percent.kind === 'percentage' ? amountOf(percent) : null
  const fact = sentence.figures.slice(0, i).findLast((f) => f.kind !== 'period' && f.kind !== 'date')
  const amount = share === null || fact === undefined || fact.kind === 'percentage' ? null : amountOf(fact)
  const m = amount === null ? null : ofColumn.exec(sentence.text.slice(percent.end))
  const heading = (m?.[3] ?? m?.[2])?.toLowerCase()
  if (share === null || amount === null || heading === undefined || digits(amount) < 3 || /point/i.test(percent.text) || !joined.test(sentence.text.slice(fact!.end, percent.start))) return []
  const test = m![1] === undefined ? isChange : (whole: Printed, part: Printed, by: Printed): boolean => isShare(part, whole, by)
  const asked: Printed = { ...amount, value: absolute(amount.value) }
  const bases = rows().flatMap((row) => {
    const own = row.values.find((v) => v.money === (amount.kind === 'amount') && compareQuantities(absolute(minus(absolute(v.amount.value), asked.value)), amount.half) <= 0)
    const named = row.values.filter((v) => v !== own && v.column.toLowerCase().includes(heading))
    return own === undefined || named.length !== 1 ? [] : [{ row, base: named[0]!.amount, source: named[0]!.source }]
  })
  const [first] = bases
  if (first === undefined || bases.some(({ base }) => base.value.digits === 0n || test(base, asked, share))) return []
  const part = m![1] === undefined ? minus(asked.value, first.base.value) : asked.value
  const expected = `${printQuantity(dividedBy(times(absolute(part), quantity(100)), absolute(first.base.value), share.value.scale)!)}%`
  return [{ start: percent.start, found: percent.text, expected, also: [first.source], message: `${percent.text} should be ${expected}: “${first.row.label}” has ${first.base.text} under that heading, against ${amount.text}.` }]
})
