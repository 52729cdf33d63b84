import type { Check, CheckedPaper, ProseFact } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { agreeUnsigned } from '../consistency/cells.ts'
import { valueOf, type Value } from '../consistency/lines.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'

const moneyTables = (paper: CheckedPaper): MoneyTable[] => paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')

/** "£390k ... and £600": amounts of a cell, with the scale of each. */
const amount = /£\s?(\d[\d,]*(?:\.\d+)?)\s?(k|m|bn|million|thousand|'?000s?)?(?![\w.,]*\d)/gi
const slipIn = (text: string, figures: readonly number[]): string | null => {
  const said = [...text.matchAll(amount)].map((m) => ({ words: m[0].trim(), value: Number(m[1]!.replaceAll(',', '')), scale: (m[2] ?? '').toLowerCase() }))
  const bare = said.filter((s) => s.scale === '' && s.value >= 10 && s.value < 10_000)
  if (said.length < 2 || bare.length !== 1 || !said.every((s) => s === bare[0] || s.scale === 'k')) return null
  const sum = said.reduce((n, s) => n + s.value, 0)
  return figures.some((f) => Math.abs(f) === sum) ? bare[0]!.words : null
}
export const unitSlip: Check = defineCheck({
  code: 'wording.unit-slip', title: 'Thousands lost from an amount', level: 'warning',
  about: 'A remark in a table of thousands splits the line\'s figure ("£390k later and £600 saved"), and the parts make the figure only if the amount without a "k" is in thousands too. Add the "k".',
  right: ['Scheme\tBudget £000\tForecast £000\tVariance £000\tReason\nMill Road\t4,000\t3,010\t-990\t£390k is forecast for next year and £600k is saved\nHigh Street\t250\t250\t0\t'],
  wrong: ['Scheme\tBudget £000\tForecast £000\tVariance £000\tReason\nMill Road\t4,000\t3,010\t-990\t£390k is forecast for next year and £600 is saved\nHigh Street\t250\t250\t0\t'],
  find: (paper) => moneyTables(paper).flatMap((t) => t.rows.flatMap((row): Fault[] => {
    const figures = Object.values(row.figures)
    const numbers = figures.filter((f) => f.state === 'number' && f.value !== null && f.unit !== '%').map((f) => Number(f.value))
    return figures.filter((f) => f.state === 'words' && f.text.includes('£')).flatMap((f): Fault[] => {
      const slip = slipIn(f.text, numbers)
      return slip === null ? [] : [{ at: f.source, found: slip, expected: `${slip}k`, message: `"${slip}" of "${row.label}" should be "${slip}k": only so do the amounts of the remark make the line's figure.` }]
    })
  })),
})

/** The two limits on debt that every council sets, by the names that the code gives them. */
const limits = [/\bauthorised\s+(?:\w+\s+){0,2}limit\b/i, /\boperational\s+(?:\w+\s+){0,2}boundary\b/i] as const
/** The limit whose own amount this is: named in the sentence, not far before, with nothing but its description between. */
const limitOf = (fact: ProseFact): RegExp | undefined => {
  const at = fact.sentence.indexOf(fact.text)
  const before = fact.sentence.slice(Math.max(0, at - 110), at)
  const end = /\b(?:is|was|of|at|set at|remains)\s+$/i.test(before) && !/£/.test(before)
  return end ? limits.find((limit) => { const m = limit.exec(before); return m !== null && !/\b(?:against|within|under|below|towards)\s+(?:the\s+|its\s+|our\s+)?$/i.test(before.slice(0, m.index)) && !/\b(?:actual|actually|value|stood|stands|outstanding|held|level)\b/i.test(before.slice(m.index + m[0].length)) }) : undefined
}
/** `all`: every figure of the limit's row, the debt beside it among them. */
type Printed = { readonly value: Value; readonly column: string; readonly all: readonly Value[] }
const printed = (tables: readonly MoneyTable[], limit: RegExp): Printed[] => tables.flatMap((t) => t.rows.flatMap((row): Printed[] => {
  const named = limit.test(row.label) || Object.values(row.figures).some((f) => f.state === 'words' && f.text.length < 80 && limit.test(f.text))
  const column = t.columns.find((c) => /\b(?:limit|boundary|budget|indicator)\b/i.test(c) && row.figures[c]?.state === 'number')
  const value = named && column !== undefined ? valueOf(row.figures[column]) : null
  return value !== null && value.kind === '£' ? [{ value, column: column!, all: t.columns.flatMap((c) => valueOf(row.figures[c]) ?? []) }] : []
}))

export const limitTwice: Check = defineCheck({
  code: 'wording.limit', title: 'A limit on debt with two amounts', level: 'warning',
  about: 'The authorised limit or the operational boundary has one amount in the text and another in the table of indicators. Council approves one: correct the other, or say that the one leaves out leases and private finance.',
  right: ['The Authorised Borrowing Limit for the year is £420m. Under the authorised limit the actual value of debt as at 30 June is £157.0m; what counts against the authorised limit was £150.0m.\n\nIndicator\tLimit £000\tActual £000\tResult\nAuthorised limit for external debt\t420,000\t157,000\tWithin limit\nOperational boundary\t400,000\t157,000\tWithin limit'],
  wrong: ['The Authorised Borrowing Limit for the year is £350m.\n\nIndicator\tLimit £000\tActual £000\tResult\nAuthorised limit for external debt\t420,000\t157,000\tWithin limit\nOperational boundary\t400,000\t157,000\tWithin limit'],
  find: (paper) => {
    const tables = moneyTables(paper)
    return paper.facts.filter((f) => f.kind === 'amount' && /limit|boundary/i.test(f.sentence)).flatMap((fact): Fault[] => {
      const limit = limitOf(fact)
      const said = valueOf({ text: fact.text, value: fact.value, state: 'number', unit: fact.unit, source: fact.source })
      const cells = limit && said ? printed(tables, limit) : []
      if (said === null || cells.length === 0 || cells.some((c) => c.all.some((v) => agreeUnsigned(said, v)))) return []
      const cell = cells[0]!
      return [{ at: fact.source, also: [cell.value.figure.source], found: fact.text, expected: cell.value.figure.text, message: `The limit is ${fact.text} here, but ${cell.value.figure.text} (${cell.column}) in the table. Correct one, or say what the one leaves out.` }]
    })
  },
})
