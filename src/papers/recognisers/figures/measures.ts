import type { MeasureRow } from '../../types.ts'
import { wordsAt, type Row } from './headings.ts'
import type { Whole } from './pieces.ts'
import { readNumber } from './figure.ts'
import { unitIn } from './units.ts'

type Column = 'name' | 'previous' | 'expected' | 'actual' | 'status' | 'unit'
const forms: readonly (readonly [Column, RegExp])[] = [
  ['status', /\b(?:rag|status|rating|on track)\b/i],
  ['expected', /\b(?:targets?|projections?|expected|plan(?:ned)?|trajectory)\b/i],
  ['previous', /\b(?:previous|prior|last|baseline|position)\b|\b20\d\d\s?[/-]\s?\d\d\s+(?:actual|outturn|result)|\b(?:actual|outturn|result)\s+20\d\d\s?[/-]\s?\d\d/i],
  ['actual', /\b(?:actual|outturn|result|current|latest|achieved|performance in|end of|value)\b/i],
  ['unit', /^units?$/i],
  ['name', /\b(?:indicators?|measures?|kpis?|metrics?|performance|description)\b/i],
]

/** Which column is which. Where several could be the actual (month after month), the last is the latest. */
const columnsOf = (columns: readonly string[]): Partial<Record<Column, number>> => {
  const found: Partial<Record<Column, number>> = {}
  columns.forEach((heading, i) => {
    const kind = forms.find(([, form]) => form.test(heading))?.[0]
    if (kind === 'actual') found.actual = i
    else if (kind !== undefined) found[kind] ??= i
  })
  return found
}

/** Rows of indicators: their figures as printed, the unit said by the figures or the name. */
export const measureRows = (whole: Whole): MeasureRow[] => {
  const at = columnsOf(whole.head.columns)
  return whole.rows.map((row) => measureRow(row, at))
}
const measureRow = (row: Row, at: Partial<Record<Column, number>>): MeasureRow => {
  const words = (column: Column): string | null => (at[column] === undefined ? null : wordsAt(row, at[column]))
  const name = words('name')
  const said = [words('actual'), words('expected'), words('previous')].map((w) => readNumber(w ?? '')?.unit ?? null).find((u) => u !== null) ?? null
  return {
    name, previous: words('previous'), expected: words('expected'), actual: words('actual'), status: words('status'),
    unit: words('unit') ?? said ?? unitIn(name ?? ''), source: row[0]!.source,
    review: name === '' ? ['the measure has no name'] : [], repaired: [],
  }
}
