import { absolute, compareQuantities, dividedBy, minus, printQuantity, quantity, rounded, times, type Quantity } from '../../../kit/quantity.ts'
import { parseQuantity } from '../../../kit/quantity.ts'
import { proseOf, type Found, type Prose, type Told } from '../../facts/index.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { valueOf as cellValue } from '../consistency/lines.ts'
import { termsOf } from '../consistency/terms.ts'
import { amountOf, sayLike, type Amount } from './amounts.ts'
import { offColumn, type Row } from './percent-column.ts'
import { isChange, isShare, type Printed } from './share.ts'

/** An amount that may be the whole, with the words that say what it is. */
type Whole = { readonly amount: Amount; readonly terms: ReadonlySet<string> }
const asPrinted = (a: Amount): Printed => ({ value: a.value, half: a.half, text: a.text })
const percentOf = (fact: Found): Printed | null => { const value = parseQuantity(fact.value ?? ''); return value === null ? null : { value, half: { digits: 5n, scale: value.scale + 1 }, text: fact.text } }

/** "a net budget of £198.4m", "the CFR is £81.4m": what amounts of the text are said to be. */
const wholesSaid = (prose: readonly Prose[]): Whole[] => prose.flatMap(({ sentences }) => sentences.flatMap(({ text, figures }) => figures.flatMap((fact): Whole[] => {
  const amount = fact.kind === 'amount' ? amountOf(fact) : null
  const lead = /((?:[a-z]+\s+){1,6})(?:(?:for|in)\s+20\d\d[/-]\d\d\s+)?(?:of|is|was|stands at|stood at|at)\s+$/i.exec(text.slice(Math.max(0, fact.start - 70), fact.start))?.[1]
  return amount === null || lead === undefined ? [] : [{ amount, terms: termsOf(lead) }]
})))
const wholesOfTables = (paper: CheckedPaper): Whole[] => paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').flatMap((table) => table.rows.flatMap((row) => {
  const terms = termsOf(row.label)
  return terms.size === 0 ? [] : table.columns.flatMap((column): Whole[] => {
    const value = cellValue(row.figures[column])
    if (value === null || value.kind !== '£' || value.amount <= 0) return []
    return [{ amount: { value: quantity(value.amount, 4), half: quantity(value.half, 4), text: value.figure.text, kind: 'amount' }, terms }]
  })
}))
const named = (wholes: readonly Whole[], phrase: string): Amount[] => {
  const terms = termsOf(phrase)
  return terms.size === 0 ? [] : wholes.filter((w) => [...terms].every((t) => w.terms.has(t))).map((w) => w.amount)
}

/** "4.5% of the net budget, that is £8,928k"; "4.6% on the full amount would be £1,872k". */
const forward = /^\s(?:of|on)\s(?:the\s|our\s|its\s|a\s)?((?:[a-z'’-]+\s){0,4}[a-z'’-]+?),?\s(?:or|that is|which is|i\.e\.|equal to|equivalent to|is|was|would be|comes to|amounts to|gives)\s(?:equal to |equivalent to )?$/i
const sameSum = /^(?:full |whole |total |same )?(?:amount|sum)$/i
const third = { digits: 35n, scale: 2 }

type Checked = { readonly start: number; readonly amount: Amount; readonly percent: Found; readonly whole: Amount; readonly expected: string }
const checkedIn = (sentence: Told, before: readonly Amount[], wholes: () => readonly Whole[]): Checked[] => sentence.figures.flatMap((percent, i): Checked[] => {
  const fact = sentence.figures[i + 1]
  const [share, amount] = [percent.kind === 'percentage' ? percentOf(percent) : null, fact?.kind === 'amount' ? amountOf(fact) : null]
  if (share === null || amount === null || share.value.digits === 0n) return []
  const phrase = forward.exec(sentence.text.slice(percent.end, fact!.start))?.[1]
  const candidates = phrase === undefined ? [] : sameSum.test(phrase) ? before : named(wholes(), phrase)
  if (candidates.length === 0 || candidates.some((w) => isShare(asPrinted(amount), asPrinted(w), share))) return []
  const made = candidates.map((whole) => ({ whole, exact: dividedBy(times(whole.value, share.value), quantity(100), 4)! }))
  const near = made.sort((a, b) => compareQuantities(absolute(minus(a.exact, amount.value)), absolute(minus(b.exact, amount.value))))[0]!
  if (compareQuantities(absolute(minus(near.exact, amount.value)), times(amount.value, third)) > 0) return []
  return [{ start: fact!.start, amount, percent, whole: near.whole, expected: sayLike(roundedLike(near.exact, amount), amount, printQuantity) }]
})
/** "£0.9m, or 1.8% of the net budget". */
const backward = /^\sof\s(?:the\s|our\s|its\s)((?:[a-z'’-]+\s){0,3}[a-z'’-]+?)(?:[.,;)]|$)/i
const restated = /^(?:,|\s\()?\s?(?:or|which is|that is|equal to|equivalent to)\s$/i
const saidShares = (sentence: Told, wholes: () => readonly Whole[]): { readonly start: number; readonly found: string; readonly expected: string; readonly why: string }[] => sentence.figures.flatMap((percent, i) => {
  const fact = sentence.figures[i - 1]
  const [share, amount] = [percent.kind === 'percentage' ? percentOf(percent) : null, fact?.kind === 'amount' ? amountOf(fact) : null]
  if (share === null || amount === null || share.value.digits === 0n || !restated.test(sentence.text.slice(fact!.end, percent.start))) return []
  const phrase = backward.exec(sentence.text.slice(percent.end))?.[1]
  const all = phrase === undefined ? [] : named(wholes(), phrase).filter((w) => w.value.digits > 0n)
  if (all.some((w) => isShare(asPrinted(amount), asPrinted(w), share))) return []
  const made = all.map((whole) => ({ whole, exact: dividedBy(times(absolute(amount.value), quantity(100)), whole.value, share.value.scale)! }))
  const near = made.find(({ exact }) => compareQuantities(absolute(minus(exact, share.value)), times(share.value, third)) <= 0)
  return near === undefined ? [] : [{ start: percent.start, found: percent.text, expected: `${printQuantity(near.exact)}%`, why: `${amount.text} of ${near.whole.text}` }]
})
/** To the printed unit of an amount: "£8,928k" for 8,928,000. */
const roundedLike = (exact: Quantity, like: Amount): Quantity => {
  const unit = times(like.half, quantity(2))
  const count = unit.digits === 0n ? null : dividedBy(exact, unit, 0)
  return count === null ? rounded(exact, 0) : times(count, unit)
}

/** "fallen by 93, or 43.5%": the two figures of a line that differ by so much say of what. */
const by = /^\s?(?:,\s?(?:or\s)?|\sor\s|\s\()$/
const changing = /\b(?:fall|fell|fallen|falls|ris\w+|rose|increas\w+|decreas\w+|reduc\w+|grown|grew|up|down|drop\w*)\b/i
const rowsOf = (paper: CheckedPaper): Row[] => paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').flatMap((table) => table.rows.map((row) => ({
  label: row.label, terms: termsOf(row.label),
  values: table.columns.flatMap((c) => { const v = cellValue(row.figures[c]); return v === null || v.kind === '%' ? [] : [{ amount: { value: quantity(v.amount, 4), half: v.figure.value?.includes('.') || v.kind === '£' ? quantity(v.half, 4) : quantity(0), text: v.figure.text }, money: v.kind === '£', source: v.figure.source, column: c }] }),
})))
const changesIn = (sentence: Told, passage: string, rows: () => readonly Row[]): (Omit<Fault, 'at'> & { readonly start: number })[] => sentence.figures.flatMap((percent, i) => {
  const size = sentence.figures[i - 1]
  const [share, amount] = [percent.kind === 'percentage' ? percentOf(percent) : null, size === undefined ? null : amountOf(size)]
  if (share === null || amount === null || amount.kind === 'percentage' || !by.test(sentence.text.slice(size!.end, percent.start)) || !/\b(?:by|of)\s$/i.test(sentence.text.slice(0, size!.start)) || !changing.test(sentence.text.slice(Math.max(0, size!.start - 40), size!.start)) || /\bfrom\b/i.test(sentence.text.slice(Math.max(0, size!.start - 60), size!.start))) return []
  const words = termsOf(passage)
  // Four digits hardly differ by so much by chance: then the line need not be named.
  const long = amount.text.replace(/\D/g, '').length >= 4
  const pairs = rows().filter((r) => long || [...r.terms].filter((t) => words.has(t)).length * 2 >= Math.max(1, r.terms.size)).flatMap((row) => row.values.flatMap((a, k) => row.values.slice(k + 1)
    .filter((b) => a.money === b.money && a.money === (amount.kind === 'amount') && compareQuantities(absolute(minus(absolute(minus(a.amount.value, b.amount.value)), amount.value)), amount.half) <= 0).map((b) => ({ row, a, b }))))
  if (pairs.length === 0 || pairs.some(({ a, b }) => isChange(a.amount, b.amount, share) || isChange(b.amount, a.amount, share))) return []
  const { row, a, b } = pairs[0]!
  const exact = dividedBy(times(absolute(minus(b.amount.value, a.amount.value)), quantity(100)), absolute(a.amount.value), share.value.scale)
  return exact === null ? [] : [{ start: percent.start, found: percent.text, expected: `${printQuantity(exact)}%`, also: [a.source], message: `${percent.text} should be ${printQuantity(exact)}%: “${row.label}” went from ${a.amount.text} to ${b.amount.text}.` }]
})

const find = (paper: CheckedPaper): Fault[] => {
  const prose = proseOf(paper.content)
  // Most papers never ask.
  let [knownWholes, knownRows]: [readonly Whole[] | null, readonly Row[] | null] = [null, null]
  const wholes = (): readonly Whole[] => { knownWholes ??= [...wholesSaid(prose), ...wholesOfTables(paper)]; return knownWholes }
  const rows = (): readonly Row[] => { knownRows ??= rowsOf(paper); return knownRows }
  return prose.flatMap(({ passage, sentences }) => {
    const before: Amount[] = []
    return sentences.flatMap((sentence): Fault[] => {
      if (!sentence.figures.some((f) => f.kind === 'percentage')) { before.push(...sentence.figures.flatMap((f) => (f.kind === 'amount' ? amountOf(f) ?? [] : []))); return [] }
      const found = checkedIn(sentence, before, wholes)
      before.push(...sentence.figures.flatMap((f) => (f.kind === 'amount' ? amountOf(f) ?? [] : [])))
      return [
        ...found.map(({ start, amount, percent, whole, expected }): Fault => ({ at: passage.at(sentence.start + start), found: amount.text, expected, message: `${amount.text} should be ${expected}: ${percent.text} of ${whole.text}.` })),
        ...saidShares(sentence, wholes).map(({ start, why, ...fault }): Fault => ({ at: passage.at(sentence.start + start), ...fault, message: `${fault.found} should be ${fault.expected}: ${why}.` })),
        ...[...changesIn(sentence, passage.text, rows), ...offColumn(sentence, rows)].map(({ start, ...fault }): Fault => ({ at: passage.at(sentence.start + start), ...fault })),
      ]
    })
  })
}

export const percentOfCheck = defineCheck({
  code: 'sum.percent-of', title: 'A percentage of an amount comes to the amount said', level: 'warning',
  about: '"4.5% of the net budget, that is £8.9m" is worked out from every amount that the paper gives for the net budget, and "fallen by 93, or 44%" from the line of a table that fell by 93; "7,200 tonnes, 30% less than in the baseline year 2019/20" from the line that holds 7,200 and what it has under that heading. Told where none fits.',
  right: ['The net budget is £150.0m. The minimum is 4.0% of the net budget, that is £6.0m.', 'The net budget is £150.0m. The gap is £6.0m, or 4.0% of the net budget.', 'Overdue reviews have fallen by 30, or 25%.\n\nMeasure\tMay\tJuly\nOverdue reviews\t120\t90\nOpen cases\t300\t310',
    'Emissions were 7,800 tonnes, 22.0% less than in the baseline year 2020/21.\n\nSource\t2020/21\t2024/25\t2025/26\nGas\t4,100\t3,400\t3,000\nFleet\t5,900\t5,200\t4,800\nAll\t10,000\t8,600\t7,800'],
  wrong: ['The net budget is £150.0m. The minimum is 4.0% of the net budget, that is £6.6m.', 'The net budget is £150.0m. The gap is £6.0m, or 4.6% of the net budget.', 'Overdue reviews have fallen by 30, or 52%.\n\nMeasure\tMay\tJuly\nOverdue reviews\t120\t90\nOpen cases\t300\t310',
    'Emissions were 7,800 tonnes, 28.2% less than in the baseline year 2020/21.\n\nSource\t2020/21\t2024/25\t2025/26\nGas\t4,100\t3,400\t3,000\nFleet\t5,900\t5,200\t4,800\nAll\t10,000\t8,600\t7,800'],
  find,
})
