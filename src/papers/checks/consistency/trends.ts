import type { Finding } from '../../../kit/finding.ts'
import { proseOf } from '../../facts/index.ts'
import { isYear } from '../../recognisers/figures/figure.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { MoneyRow } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { valueOf } from './lines.ts'

const rises = String.raw`(?:increas(?:ed|es|ing|e)|ris(?:es|en|ing)|rose|rise|grow(?:s|n|ing)?|grew|gone up|went up)`
const falls = String.raw`(?:decreas(?:ed|es|ing|e)|fall(?:s|en|ing)?|fell|declin(?:ed|es|ing|e)|reduc(?:ed|es|ing)|drop(?:s|ped|ping)?|gone down|went down)`
const always = String.raw`(?:steadily|consistently|continuously|year[- ]on[- ]year|each year|every year|in (?:each|every) year|in every one of)`
/** The word for the change and the word that makes it one of every year, side by side: "has risen steadily", "a steady fall". */
const steady = (change: string): RegExp => new RegExp(String.raw`\b${change}\s+(?:[a-z]+\s+){0,2}?${always}|\b${always}\s+(?:[a-z]+\s+)?${change}|\b(?:steady|consistent|continuous|year[- ]on[- ]year|continuing)\s+${change}|\b(?:steady|consistent|year[- ]on[- ]year)\s+(?:increase|rise|growth|decrease|decline|reduction|fall)`, 'i')
/** Before a closer look. */
const hint = /stead|consisten|continu|year[- ]on|(?:each|every) year|every one of/i
const [up, down] = [steady(rises), steady(falls)]
const [upWords, downWords] = [/\b(?:increas\w*|ris(?:e|es|en|ing)|rose|grow\w*|grew)\b/i, /\b(?:decreas\w*|fall(?:s|en|ing)?|fell|declin\w*|reduc\w*|drop\w*)\b/i]

/** The figures of a row over three years or more, in the order of the years. */
const overYears = (table: MoneyTable, row: MoneyRow): number[] => table.columns.filter((c) => isYear(c)).flatMap((c) => valueOf(row.figures[c])?.amount ?? [])
const keeps = (series: readonly number[], direction: 1 | -1): boolean => series.every((n, i) => i === 0 || (n - series[i - 1]!) * direction >= 0)

const find = (paper: CheckedPaper): Finding[] => {
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money' && t.columns.filter((c) => isYear(c)).length >= 3)
  if (tables.length === 0) return []
  return proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence): Finding[] => {
    if (!hint.test(sentence.text) || !(up.test(sentence.text) || down.test(sentence.text)) || upWords.test(sentence.text) === downWords.test(sentence.text)) return []
    const direction = upWords.test(sentence.text) ? 1 : -1
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
