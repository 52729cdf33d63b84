import { matchesIn } from '../../../kit/words.ts'
import type { MoneyRow } from '../../types.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { valueOf, type Value } from './lines.ts'

/** A figure of a row under its heading. */
export type Held = { readonly value: Value; readonly column: string }
/** A row under a name that a sentence may call it by. */
export type NamedRow = { readonly words: readonly string[]; readonly row: MoneyRow; readonly table: MoneyTable; readonly held: readonly Held[] }
/** Where a sentence names rows: all those that bear the name, and the letters from and to. */
export type Mention = { readonly rows: readonly NamedRow[]; readonly name: string; readonly start: number; readonly end: number }

const wordForm = /[a-z0-9'’]+/gi
const plain = (word: string): string => word.toLowerCase().replace(/’/g, "'")
const code = /^[A-Z]{1,4}\d{1,3}$/
const small = new Set(['the', 'of', 'and', 'to', 'in', 'for', 'a', 'an', 'on', 'at', 'by', 'from', 'with', 'or', 'other', 'total', 'all', 'net', 'per', 'year', 'years', 'end', 'budget', 'forecast'])

/** The words of a name that can be looked for: a code, or words of which two say something; footnotes and brackets left off. */
const nameWords = (label: string): string[] | null => {
  const bare = label.replace(/\s*\(.*?\)\s*/g, ' ').trim()
  if (code.test(bare)) return [plain(bare)]
  const words = bare.match(wordForm)?.map(plain) ?? []
  return words.length <= 10 && words.filter((w) => !small.has(w) && w.length > 2 && !/^\d/.test(w)).length >= 2 ? words : null
}

export type RowNames = { readonly byFirst: ReadonlyMap<string, readonly NamedRow[]> }
/** The rows of tables of figures by the first word of each name: their label, or the words beside a reference. */
export const rowNamesOf = (tables: readonly MoneyTable[]): RowNames => {
  const byFirst = new Map<string, NamedRow[]>()
  for (const table of tables) for (const row of table.rows) {
    if (row.role === 'heading' || row.review.length > 0) continue
    // Beside a reference stands the name.
    const beside = row.label.length > 8 ? [] : table.columns.slice(0, 3).flatMap((c) => (row.figures[c]?.state === 'words' ? [row.figures[c].text] : []))
    const names = [row.label, ...beside].flatMap((label) => { const words = nameWords(label); return words === null ? [] : [words] })
    const held = names.length === 0 ? [] : table.columns.flatMap((column): Held[] => { const value = valueOf(row.figures[column]); return value === null ? [] : [{ value, column }] })
    if (held.length > 0) for (const words of names) {
      const known = byFirst.get(words[0]!)
      if (known === undefined) byFirst.set(words[0]!, [{ words, row, table, held }])
      else known.push({ words, row, table, held })
    }
  }
  return { byFirst }
}

/** The rows that a sentence names in full, or by the first three words or more of a longer name; the longest name at each place. */
export const mentionsIn = (sentence: string, names: RowNames): Mention[] => {
  const words = matchesIn(sentence, wordForm).map((m) => ({ word: plain(m[0]), start: m.index, end: m.index + m[0].length }))
  const found: Mention[] = []
  for (let i = 0; i < words.length; i += 1) {
    const near = names.byFirst.get(words[i]!.word)
    if (near === undefined) continue
    const fits = near.map((row) => { let n = 0; while (n < row.words.length && words[i + n]?.word === row.words[n]) n += 1; return { row, n } }).filter(({ row, n }) => n === row.words.length || n >= 3)
    const longest = Math.max(0, ...fits.map((f) => f.n))
    if (longest === 0) continue
    const best = fits.filter((f) => f.n === longest)
    const whole = best.filter((f) => f.n === f.row.words.length)
    const rows = (whole.length > 0 ? whole : best).map((f) => f.row)
    if (new Set(rows.map((r) => r.words.join(' '))).size > 1) continue
    const [start, end] = [words[i]!.start, words[i + longest - 1]!.end]
    found.push({ rows, name: sentence.slice(start, end), start, end })
    i += longest - 1
  }
  return found
}

/** The digits of two figures that differ as slips of typing do: one digit, or two neighbours that changed places. */
export const isSlip = (a: Value, b: Value): boolean => {
  const [x, y] = [a, b].map((v) => String(Math.abs(v.amount))) as [string, string]
  if (a.kind !== b.kind || x.length !== y.length || x === y) return false
  const differ = x.split('').flatMap((digit, i) => (digit === y[i] ? [] : [i]))
  const [first, second] = differ
  return differ.length === 1 || (differ.length === 2 && second === first! + 1 && x[first!] === y[second] && x[second] === y[first!])
}
