import { related } from './gauge.ts'
import { isPercentRow, type Grid } from './grid.ts'
import { holds, type Relation } from './relation.ts'

const mean = /^(?:the )?(?:average|mean|avg)\b(?!.*\bweighted\b)/i

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
/** "Average of the five" over five rows. */
const saysHowMany = (label: string, count: number): boolean => new RegExp(String.raw`\b(?:of|for) (?:the |all |these )?(?:${count}|${numbers[count] ?? count})\b`, 'i').test(label)

/** A row that is the mean of the rows above it, where it says so: of all of them since the last heading, or of those that are lines. */
export const means = (grid: Grid): Relation[] => grid.rows.flatMap((row, i) => {
  if (!mean.test(row.label)) return []
  const from = grid.rows.findLastIndex((r, k) => k < i && (r.role === 'heading' || mean.test(r.label)))
  const lines = grid.rows.map((_, k) => k).slice(from + 1, i).filter((k) => grid.rows[k]!.role === 'line' && grid.rows[k]!.review.length === 0 && !isPercentRow(grid.cells[k]!))
  if (lines.length < 3) return []
  const relations = grid.columns.flatMap((_, column) => {
    const made = related(grid, { kind: 'down', form: 'mean', scale: 1, group: `mean ${i}`, result: { row: i, column }, terms: lines.map((k) => ({ row: k, column, sign: 1 })) })
    return made === null ? [] : [made]
  })
  // Weighted averages lie near the mean, too: only a row that keeps it in some column, or says of how many it is the mean, is held to it.
  return relations.some(holds) || saysHowMany(row.label, lines.length) ? relations : []
})
