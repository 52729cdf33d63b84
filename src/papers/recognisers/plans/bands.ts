import type { PaperCell, PaperText } from '../../types.ts'
import type { Row } from './layout.ts'
import { saysTheme } from './themes.ts'

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
  return across || alone ? headingOf(first) : null
}
const headingOf = ({ text, source }: PaperCell): PaperText => ({ kind: 'text', style: 'heading', level: 2, text, source })

/** In a text, which keeps neither: words alone in the first cell over a row that prints its own top level, named as a theme or one of several such. */
const plainBands = (rows: readonly Row[]): ReadonlySet<Row> => {
  const alone = rows.filter((row, i) => row.length >= 3 && row[0]!.text !== '' && row.slice(1).every((c) => c.text === '') && (rows[i + 1]?.[0]?.text ?? '') !== '' && rows[i + 1]!.slice(1).some((c) => c.text !== ''))
  const sure = alone.some((row) => saysTheme(row[0]!.text))
  const named = !sure ? [] : rows.filter((row) => row.length >= 3 && saysTheme(row[0]!.text) && row.slice(1).every((c) => c.text === ''))
  return new Set(named.length === 0 && alone.length >= 2 && alone.every((row) => row[0]!.text.split(' ').length <= 6) ? alone : named)
}

/** A table's rows parted at its bands. The last part has no rows where the table ends with a band, whose rows stand on the next page. */
export const bandedRows = (rows: readonly Row[]): readonly Banded[] => {
  const plain = plainBands(rows)
  const parts: { rows: Row[]; over: PaperText[] }[] = [{ rows: [], over: [] }]
  for (const row of rows) {
    const band = bandOf(row) ?? (plain.has(row) ? headingOf(row[0]!) : null), open = parts.at(-1)!
    if (band === null) open.rows.push(row)
    else if (open.rows.length === 0) open.over.push(band)
    else parts.push({ rows: [], over: [band] })
  }
  return parts.filter((p, i) => p.rows.length > 0 || (p.over.length > 0 && i === parts.length - 1))
}
