import type { PaperText } from '../../types.ts'
import type { Row } from './layout.ts'

/** Rows of a table under one band, and the words of the bands over them. */
export type Banded = { readonly rows: readonly Row[]; readonly over: readonly PaperText[] }

/**
 * The words of a row that is one cell across the whole table, as a theme's name is set between the rows that belong to it. Without merged cells it
 * is a first cell in bold or on a fill with nothing beside it.
 */
const bandOf = (row: Row): PaperText | null => {
  const [first, ...rest] = row
  if (first === undefined || first.text === '' || rest.length < 2) return null
  const across = rest.every((c) => c.covered === 'left' && c.text === first.text)
  const alone = (first.bold || first.fill !== null) && first.covered === null && rest.every((c) => c.text === '' && c.covered === null && c.fill === first.fill)
  return across || alone ? { kind: 'text', style: 'heading', level: 2, text: first.text, source: first.source } : null
}

/** A table's rows parted at its bands. */
export const bandedRows = (rows: readonly Row[]): readonly Banded[] => {
  const parts: { rows: Row[]; over: PaperText[] }[] = [{ rows: [], over: [] }]
  for (const row of rows) {
    const band = bandOf(row), open = parts.at(-1)!
    if (band === null) open.rows.push(row)
    else if (open.rows.length === 0) open.over.push(band)
    else parts.push({ rows: [], over: [band] })
  }
  return parts.filter((p) => p.rows.length > 0)
}
