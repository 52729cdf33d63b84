import { parse } from 'csv-parse/sync'
import type { PaperContent } from '../types.ts'
import { cellName, cellOf, paragraphOf } from './cells.ts'
import { decodeText } from './encoding.ts'
import { UnreadablePaper } from './unreadable.ts'
import { contentOf } from './content.ts'

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }
export const columnLimit = 1_000

const parseWith = (text: string, delimiter: string, to = -1): readonly Parsed[] | null => {
  try {
    return parse(text, { delimiter, bom: true, info: true, relax_column_count: true, skip_empty_lines: true, to }) as unknown as readonly Parsed[]
  } catch { return null } // a quote out of place: not this delimiter
}

/** The width most records have, and the share of them that have it. */
const regularity = (records: readonly Parsed[]): { readonly width: number; readonly share: number } => {
  const counts = new Map<number, number>()
  for (const { record } of records) counts.set(record.length, (counts.get(record.length) ?? 0) + 1)
  const [width, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])
  return { width, share: count / Math.max(1, records.length) }
}

/** Whether a cell between tabs begins with a quotation mark. */
const hasQuotes = (text: string): boolean => /(^|[\t\n])"/.test(text)

/** Whether most lines have tabs between their cells and none is in quotes: how a text conversion leaves a table, whose commas stand in figures ("12,000"). */
const isTabbed = (text: string): boolean => {
  const lines = text.slice(0, 50_000).split('\n').filter((l) => l.trim() !== '')
  return !hasQuotes(text) && lines.filter((l) => l.includes('\t')).length >= 0.6 * lines.length
}

const sniffed = (text: string): string | null => {
  if (isTabbed(text)) return null
  const tabs = hasQuotes(text) ? ['\t'] : []
  const found = [',', ';', '|', ...tabs].flatMap((delimiter) => {
    const records = parseWith(text, delimiter, 500)
    const { width, share } = regularity(records ?? [])
    return width >= 3 && share >= 0.6 ? [{ delimiter, score: share * Math.log(width) }] : []
  })
  return found.sort((a, b) => b.score - a.score)[0]?.delimiter ?? null
}

/** Whether most lines have the same number, three or more, of separated values. */
export const looksLikeCsv = (text: string): boolean => sniffed(text) !== null

/** An apostrophe that a careful writer put before = + - or @, so that no spreadsheet takes the text for a formula, is no part of it. */
const unguarded = (words: string): string => (/^'+[=+\-@\t\r＝＋－＠]/.test(words) ? words.slice(1) : words)

export const readCsv = (file: string, bytes: Uint8Array): PaperContent => {
  const text = decodeText(bytes).replace(/\r\n?/g, '\n') // so that lines inside quotes are counted once
  const records = parseWith(text, sniffed(text) ?? ',')
  if (records === null) throw new UnreadablePaper(file, 'a quotation mark stands where it can\'t be, so its cells can\'t be told apart', 'Open it in a spreadsheet, look at its last rows and save it again')
  if (records.some(({ record }) => record.length > columnLimit)) throw new UnreadablePaper(file, `it has more than ${columnLimit} columns`, 'Keep the columns that matter and save it again')
  const lineOf = (i: number): number => (i === 0 ? 1 : (records[i - 1]?.info.lines ?? 0) + 1)
  const rows = records.map(({ record }, i) => record.map((words, column) => cellOf(unguarded(words).split(/\r?\n/).map((p) => paragraphOf(p)), { page: null, line: lineOf(i), cell: cellName('', lineOf(i) - 1, column).slice(1) })))
  const titles = rows.findIndex((row) => row.filter((c) => c.text !== '').length > 1)
  const above = rows.slice(0, Math.max(0, titles)).flatMap((row) => row.filter((c) => c.text !== ''))
  const table = { kind: 'table' as const, caption: null, rows: rows.slice(Math.max(0, titles)), source: { page: null, line: lineOf(Math.max(0, titles)), cell: null } }
  return contentOf(file, bytes, 'csv', [...above.map((c) => ({ kind: 'text' as const, style: 'heading' as const, level: 1, text: c.text, source: c.source })), table])
}
