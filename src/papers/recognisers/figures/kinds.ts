import type { TableKind } from '../../types.ts'
import { hasFigures, wordsAt, type Row } from './headings.ts'
import { isReviewerRole, type Whole } from './pieces.ts'

const any = (columns: readonly string[], form: RegExp): boolean => columns.some((c) => form.test(c))

const isReviewers = (rows: readonly Row[]): boolean =>
  rows.filter((row) => isReviewerRole(wordsAt(row, 0))).length >= 3 && !rows.some(hasManyFigures)
const hasManyFigures = (row: Row): boolean => hasFigures(row) && !row.some((c) => /date/i.test(c.text))

const isMeasures = (columns: readonly string[]): boolean =>
  any(columns, /\b(?:indicators?|measures?|kpis?|pis?|metrics?|performance)\b/i)
  && any(columns, /\b(?:actual|outturn|result|position|end of|performance in|latest)\b/i)
  && any(columns, /\b(?:targets?|projections?|expected|rag|status|benchmark)\b/i)
  && !any(columns, /£/)

/** Risks are told in words; "Risk (30)" over marks out of thirty is a score. */
const isRisks = (columns: readonly string[], figureColumns: readonly number[]): boolean =>
  any(columns.filter((c, i) => c.length <= 60 && !figureColumns.includes(i)), /\brisks?\b/i) && any(columns, /\b(?:mitigations?|controls?|likelihood|impact|score|owner|actions?)\b/i)

/** What a table is about; figures in a column make it a table of figures whatever its words. */
export const kindOf = (whole: Whole, figureColumns: readonly number[]): Extract<TableKind, 'reviewers' | 'measures' | 'risks' | 'money' | 'other'> => {
  if (isReviewers(whole.pieces.flatMap((p) => p.rows))) return 'reviewers'
  if (isMeasures(whole.head.columns)) return 'measures'
  if (isRisks(whole.head.columns, figureColumns)) return 'risks'
  const counted = whole.rows.filter(hasFigures).length
  return figureColumns.some((i) => i > 0) && counted >= 1 && counted * 3 >= whole.rows.length ? 'money' : 'other'
}
