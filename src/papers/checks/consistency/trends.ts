import type { Finding } from '../../../kit/finding.ts'
import { proseOf } from '../../facts/index.ts'
import { isYear } from '../../recognisers/figures/figure.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { MoneyRow } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { valueOf } from './lines.ts'

const steady = /\b(?:steadily|consistently|continuously|year[- ]on[- ]year|each year|every year)\b/i
const up = /\b(?:increas\w*|ris(?:e|es|en|ing)|rose|grow\w*|grew|grown)\b/i
const down = /\b(?:decreas\w*|fall(?:s|en|ing)?|fell|declin\w*|reduc\w*|drop\w*)\b/i

/** The figures of a row over three years or more, in the order of the years. */
const overYears = (table: MoneyTable, row: MoneyRow): number[] => table.columns.filter((c) => isYear(c)).flatMap((c) => valueOf(row.figures[c])?.amount ?? [])
const keeps = (series: readonly number[], direction: 1 | -1): boolean => series.every((n, i) => i === 0 || (n - series[i - 1]!) * direction >= 0)

const find = (paper: CheckedPaper): Finding[] => {
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money' && t.columns.filter((c) => isYear(c)).length >= 3)
  if (tables.length === 0) return []
  return proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence): Finding[] => {
    if (!steady.test(sentence.text) || up.test(sentence.text) === down.test(sentence.text)) return []
    const direction = up.test(sentence.text) ? 1 : -1
    const next = paper.content.blocks.slice(passage.order + 1, passage.order + 5).filter((b) => b.kind === 'table')
    const rows = tables.filter((t) => next.some((b) => b.source === t.source)).flatMap((t) => t.rows.map((row) => ({ row, series: overYears(t, row) }))).filter((r) => r.series.length >= 3)
    const against = rows.filter((r) => !keeps(r.series, direction))
    if (rows.length < 2 || against.length === 0) return []
    return [{ level: 'warning', code: 'same.trend', source: passage.at(sentence.start), also: against.map((r) => r.row.source),
      message: `A steady ${direction > 0 ? 'rise' : 'fall'} is said, but the table below goes the other way in at least one year for ${against.map((r) => `“${r.row.label}”`).join(', ')}.` }]
  }))
}

export const trendCheck: Check = {
  code: 'same.trend', title: 'A steady rise is one in every year', level: 'warning',
  about: 'A sentence that says figures rise or fall steadily, or every year, is held to the table over the years that follows it.',
  right: ['Visits have risen steadily in all the centres.\n\nCentre\t2022\t2023\t2024\nNorth\t100\t120\t130\nSouth\t80\t90\t95'],
  wrong: ['Visits have risen steadily in all the centres.\n\nCentre\t2022\t2023\t2024\nNorth\t100\t120\t130\nSouth\t80\t90\t85'],
  find,
}
