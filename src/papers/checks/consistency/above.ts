import type { Source } from '../../../kit/source.ts'
import { absolute, compareQuantities, minus, plus, printQuantity, quantity, times, type Quantity } from '../../../kit/quantity.ts'
import { proseOf, type Prose, type Told } from '../../facts/index.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { amountOf, sayLike } from '../sums/amounts.ts'
import { saidIn, type Said } from '../sums/said.ts'
import { mentionsIn, rowNamesOf, type RowNames } from './row-names.ts'
import { termsOf } from './terms.ts'

/** "168, which is 18 above the target", "£53k, £13k more than the budget of the round": a figure, how far it is off, and what from. */
type Off = { readonly figure: Said; readonly by: Said; readonly more: boolean; readonly base: string }
const off = /^\s(above|more than|higher than|over|below|less than|fewer than|lower than|under|short of)\s(?:the|its|our)\s((?:[a-z-]+\s){0,2}?(?:target|budget|limit|plan|standard|minimum|maximum|estimate|threshold|cap|average))\b(?!\sof £)/i
const offIn = (sentence: Told): Off[] => (!/\b(?:above|than|over|below|under|short of) (?:the|its|our) /.test(sentence.text) ? [] : (['amount', 'count'] as const).flatMap((kind) => saidIn(sentence, kind).flatMap((by, i, all): Off[] => {
  const [figure, m] = [all[i - 1], off.exec(by.follow)]
  return figure === undefined || m === null || !/(?:,|\bwhich is|\bthat is|\()\s*$/i.test(by.lead) || by.lead.length > 60 ? [] : [{ figure, by, more: /above|more|higher|over/i.test(m[1]!), base: m[2]! }]
})))

type Base = { readonly value: Quantity; readonly half: Quantity; readonly source: Source; readonly text: string }
/** What the line that the sentence names has under such a heading. */
const inRow = (sentence: string, base: string, names: RowNames): Base[] => mentionsIn(sentence, names).flatMap((m) => m.rows.flatMap((row) => row.held.filter((h) => { const heading = termsOf(h.column); return [...termsOf(base)].every((t) => heading.has(t)) })
  .map((h) => ({ value: quantity(h.value.amount, 4), half: h.value.kind === '£' ? quantity(h.value.half, 4) : quantity(0), source: h.value.figure.source, text: h.value.figure.text }))))
/** "The budget of the first round is £40,000": the only amounts that the text gives it. */
const inProse = (prose: readonly Prose[], base: string, kind: string): Base[] => {
  const terms = [...termsOf(base)]
  const found = prose.flatMap(({ passage, sentences }) => sentences.flatMap((s) => s.figures.flatMap((fact): Base[] => {
    const lead = fact.kind === kind ? new RegExp(String.raw`\b(?:the|a|our|its)\s((?:[a-z-]+\s){1,7})(?:of|is|was)\s$`, 'i').exec(s.text.slice(Math.max(0, fact.start - 70), fact.start))?.[1] : undefined
    const amount = lead !== undefined && terms.every((t) => termsOf(lead).has(t)) ? amountOf(fact) : null
    return amount === null ? [] : [{ ...amount, source: passage.at(s.start + fact.start) }]
  })))
  return new Set(found.map((b) => printQuantity(b.value))).size === 1 ? found.slice(0, 1) : []
}

const faultIn = ({ figure, by, more, base }: Off, bases: readonly Base[]): Omit<Fault, 'at'> | null => {
  const gaps = bases.map((b) => ({ b, gap: more ? minus(figure.amount.value, b.value) : minus(b.value, figure.amount.value) }))
  const fits = gaps.some(({ b, gap }) => compareQuantities(absolute(minus(gap, by.amount.value)), plus(plus(figure.amount.half, b.half), by.amount.half)) <= 0)
  const [first] = gaps
  if (fits || first === undefined || first.gap.digits <= 0n || compareQuantities(first.gap, times(by.amount.value, quantity(3))) > 0 || compareQuantities(by.amount.value, times(first.gap, quantity(3))) > 0) return null
  const expected = sayLike(first.gap, by.amount, printQuantity).replace(/\.0+$/, '')
  return { found: by.fact.text, expected, also: [first.b.source], message: `${by.fact.text} should be ${expected}: ${figure.fact.text} against the ${base} of ${first.b.text}.` }
}

const find = (paper: CheckedPaper): Fault[] => {
  const prose = proseOf(paper.content)
  let known: RowNames | null = null
  return prose.flatMap(({ passage, sentences }) => sentences.flatMap((sentence) => (sentence.figures.length < 2 ? [] : offIn(sentence).flatMap((said): Fault[] => {
    known ??= rowNamesOf(paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money'))
    const row = inRow(sentence.text, said.base, known)
    const fault = faultIn(said, row.length > 0 ? row : inProse(prose, said.base, said.by.fact.kind))
    return fault === null ? [] : [{ at: passage.at(sentence.start + said.by.fact.start), ...fault }]
  }))))
}

export const aboveCheck = defineCheck({
  code: 'same.above', title: 'So much above the target is so much above it', level: 'warning',
  about: '"168, which is 18 above the target" is held to the target of the line that the sentence names, and "£13k more than the budget" to the one budget that the text gives.',
  right: ['Homes in temporary use rose to 168, which is 18 above the target.\n\nMeasure\tLast year\tTarget\tNow\nHomes in temporary use\t155\t150\t168\nCalls\t300\t310\t320'],
  wrong: ['Homes in temporary use rose to 168, which is 28 above the target.\n\nMeasure\tLast year\tTarget\tNow\nHomes in temporary use\t155\t150\t168\nCalls\t300\t310\t320', 'The budget of the round is £40,000. To grant all would cost £52,650, which is £13,650 more than the budget.'],
  find,
})
