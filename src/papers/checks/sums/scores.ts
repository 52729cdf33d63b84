import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import type { RecognisedTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'

type Line = { readonly name: string; readonly cells: Readonly<Record<string, string>>; readonly source: Source }
/** A table's rows as words by heading, whatever kind it was taken for. */
const linesOf = (table: RecognisedTable): Line[] => {
  if (table.kind === 'risks' || table.kind === 'other') return table.rows.map((row) => ({ name: Object.values(row.cells).find((c) => c.length > 3) ?? '', cells: row.cells, source: row.source }))
  if (table.kind === 'money') return table.rows.map((row) => ({ name: row.label, cells: Object.fromEntries(Object.entries(row.figures).map(([k, f]) => [k, f.text])), source: row.source }))
  return []
}

type Columns = { readonly likelihood: string; readonly impact: string; readonly score: string }
const likely = /\b(?:likelihood|probability)\b/i
const grave = /\b(?:impact|severity|consequence)\b/i
const scored = /\b(?:scores?|rating|total|risk level)\b/i
/** Likelihood, impact and score standing together, as often as the table has them (before controls, after controls). */
const triplesOf = (columns: readonly string[]): Columns[] => columns.flatMap((column, i): Columns[] => {
  const [a, b, c] = [column, columns[i + 1] ?? '', columns[i + 2] ?? '']
  if (!scored.test(c) || likely.test(c) || grave.test(c)) return []
  if (likely.test(a) && grave.test(b)) return [{ likelihood: a, impact: b, score: c }]
  return grave.test(a) && likely.test(b) ? [{ likelihood: b, impact: a, score: c }] : []
})

/** The one number of a cell: "4", "4 (likely)", "Likely 4". */
const numberIn = (text: string | undefined): number | null => {
  const all = text?.match(/\d+/g) ?? []
  return all.length === 1 ? Number(all[0]) : null
}

type Scored = { readonly line: Line; readonly at: Columns; readonly likelihood: number; readonly impact: number; readonly score: number }
const scoresIn = (table: RecognisedTable): Scored[][] => triplesOf(table.columns).map((at) => linesOf(table).flatMap((line): Scored[] => {
  const [likelihood, impact, score] = [at.likelihood, at.impact, at.score].map((c) => numberIn(line.cells[c]))
  return likelihood == null || impact == null || score == null ? [] : [{ line, at, likelihood, impact, score }]
}))
const multiplies = (s: Scored): boolean => s.likelihood * s.impact === s.score

const find = (paper: CheckedPaper): Finding[] => paper.recognised.tables.flatMap(scoresIn).flatMap((scores) => {
  const good = scores.filter(multiplies).length
  if (good < 2 || good * 2 <= scores.length) return []
  return scores.filter((s) => !multiplies(s)).map((s): Finding => ({
    level: 'error', code: 'sum.score', source: s.line.source, expected: String(s.likelihood * s.impact), found: String(s.score),
    message: `“${s.line.name.slice(0, 70)}”: a score of ${s.score} should be ${s.likelihood * s.impact}: ${s.at.likelihood} ${s.likelihood} × ${s.at.impact} ${s.impact}. The other risks are scored so.`,
  }))
})

export const scoreCheck: Check = {
  code: 'sum.score', title: 'A risk\'s score is its likelihood times its impact', level: 'error',
  about: 'Where most risks of a register are scored as likelihood times impact, every one is held to it, before and after controls alike. A wrong score can hide a risk that should be escalated.',
  right: ['Risk\tLikelihood\tImpact\tScore\nSystems fail\t4\t5\t20\nSavings come late\t3\t5\t15\nPosts stay empty\t4\t3\t12'],
  wrong: ['Risk\tLikelihood\tImpact\tScore\nSystems fail\t4\t5\t20\nSavings come late\t3\t5\t15\nPosts stay empty\t4\t3\t15'],
  find,
}
