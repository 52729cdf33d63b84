import { stringify } from 'csv-stringify/sync'
import { flatRows, type FlatValue } from '../flat.ts'
import type { Snapshot } from '../types.ts'

const written = (v: FlatValue): string => (v.kind === 'empty' ? '' : v.kind === 'day' ? v.day : guarded(v.text))

/** A spreadsheet takes a text that begins with = + - or @ for a formula: an apostrophe before it stops that, and a reader takes one away again. A text that has its own apostrophe there gets a second. */
const guarded = (text: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text)

/** UTF-8 with a byte order mark, so that Excel reads the accents; lines end as RFC 4180 says. */
export const toCsv = (snapshot: Snapshot): Uint8Array => {
  const { columns, rows } = flatRows(snapshot)
  return new TextEncoder().encode(stringify([[...columns], ...rows.map((r) => r.map(written))], { bom: true, escape_formulas: true, record_delimiter: 'windows' }))
}
