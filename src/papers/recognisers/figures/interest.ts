import { evidenceOf, related } from './gauge.ts'
import type { Grid } from './grid.ts'
import { holds, type Relation } from './relation.ts'

const yearDays = 365
const scales = [1, 1000, 1_000_000, 1 / 1000, 1 / 1_000_000] as const

/** Interest that a table works out day by day: principal × rate × days ÷ 365, where its rows show it. */
export const interest = (grid: Grid): Relation[] => {
  const find = (heading: RegExp, isRate: boolean): number => grid.columns.findIndex((name, c) => heading.test(name) && grid.cells.some((row) => row[c] !== null && (row[c]!.unit === '%') === isRate && row[c]!.amount !== 0))
  const [rate, days] = [find(/\b(?:rate|yield|return)\b/i, true), find(/\bdays\b/i, false)]
  const earned = find(/\b(?:interest|earned|return)\b/i, false), principal = find(/\b(?:principal|amount|balance|invested|sum|loan|deposit)\b/i, false)
  if ([rate, days, earned, principal].some((c) => c < 0) || new Set([rate, days, earned, principal]).size < 4) return []
  const trials = scales.map((scale) => grid.rows.flatMap((row, i) => (row.role === 'line' && row.review.length === 0
    ? related(grid, { kind: 'across', form: 'product', exact: true, scale: scale / 100 / yearDays, group: `interest ${earned}`, result: { row: i, column: earned }, terms: [principal, rate, days].map((column) => ({ row: i, column, sign: 1 as const })) }) ?? [] : [])))
  return trials.find((relations) => {
    const kept = relations.filter(holds)
    return kept.length >= 2 && kept.length * 10 >= relations.length * 6 && evidenceOf(grid, kept) >= 3
  }) ?? []
}
