import { statusBars, type Bar, type Part } from '../charts/index.ts'
import type { Vocabulary } from '../progress/index.ts'
import { column, heading, number, paragraph, words, type Block, type Cell, type Entry } from './document.ts'
import { headlineOf } from './headline.ts'
import type { ReportRow, ThemeRows } from './rows.ts'
import { answeringNoun, headlineSentence, listed, markOf, nounOf, notStatedSentence, shortName, slugOf, statusWords } from './wording.ts'
import type { Snapshot } from './types.ts'

/** Counts by status in the vocabulary's order; statuses outside it and rows without one come last, so that the parts sum to the rows. */
export const partsOf = (rows: readonly ReportRow[], vocabulary: Vocabulary): Part[] => {
  const known = vocabulary.statuses.map((s): Part => ({ word: s.name, colour: s.colour, mark: s.kind, count: rows.filter((r) => r.status === s).length }))
  const unknown = [...new Set(rows.filter((r) => r.code !== null && r.status === null).map((r) => r.code!))].map((code): Part => ({ word: code, colour: null, mark: null, count: rows.filter((r) => r.code === code).length }))
  return [...known, ...unknown, { word: 'Not stated', colour: null, mark: null, count: rows.filter((r) => r.code === null).length }]
}

const said = (parts: readonly Part[]): string => listed(parts.filter((p) => p.count > 0).map((p) => `${p.count} ${p.word.toLowerCase()}`))
const figure = (title: string, bars: readonly Bar[]): Block => {
  const description = bars.map((b) => `${b.label === '' ? '' : `${b.label}: `}${said(b.parts)}`).join('. ')
  return { kind: 'figure', title, description, ...statusBars({ title, description, bars }) }
}

/** Rows that nobody gave a status: there is nothing to draw. */
const isSilent = (rows: readonly ReportRow[]): boolean => rows.every((r) => r.code === null)

/** The chart of all themes with the table that it stands for; left out where the plan has one theme only, or no statuses. */
export const overview = (snapshot: Snapshot, themes: readonly ThemeRows[]): Block[] => {
  if (themes.length < 2 || themes.every((t) => isSilent(t.rows))) return []
  const bars = themes.map((t) => ({ label: shortName(t.name) || 'Other', parts: partsOf(t.rows, snapshot.vocabulary) }))
  const [noun, top] = [answeringNoun(snapshot, 2), snapshot.plan.levels[0]!]
  return [figure(`Status of ${noun} by ${nounOf(top, 1)}`, bars), countsTable(bars, noun, top)]
}

const countsTable = (bars: readonly Bar[], noun: string, top: string): Block => {
  const used = bars[0]!.parts.map((p) => p.word).filter((word) => bars.some((b) => countOf(b, word) > 0))
  const lines = bars.map((b) => used.map((word) => countOf(b, word)))
  return {
    kind: 'table', caption: `Number of ${noun} by ${nounOf(top, 1)} and status`, rowHeadings: true, totalRow: true,
    columns: [column(top, 20), ...used.map((word) => column(word, headingShare(word), 'end')), column('All', 6, 'end')],
    rows: [...bars.map((b, i) => row(b.label, lines[i]!)), row('All', used.map((_, i) => lines.reduce((n, l) => n + l[i]!, 0)))],
  }
}
/** Room for a heading, or for its longest word where it is long. */
const headingShare = (heading: string): number => 3.6 + 1.3 * (heading.length <= 10 ? heading.length : Math.max(...heading.split(' ').map((w) => w.length)))
const row = (label: string, counts: readonly number[]): Cell[] => [words(label), ...counts.map(number), number(counts.reduce((a, b) => a + b, 0))]
const countOf = (bar: Bar, word: string): number => bar.parts.find((p) => p.word === word)?.count ?? 0

const needsWords: ReadonlySet<string> = new Set(['at risk', 'off track', 'paused'])
const isException = (r: ReportRow): boolean => r.status === null || needsWords.has(r.status.kind)
const order = ['off track', 'at risk', 'paused']
const gravity = (r: ReportRow): number => (r.status === null ? order.length : order.indexOf(r.status.kind))

/** A theme: its own headline, the officer's words, its chart, and each row that is behind or silent, the gravest first. */
export const themeBlocks = (snapshot: Snapshot, { name, rows }: ThemeRows, prose: readonly Block[]): Block[] => {
  const title = name === '' ? `Every ${answeringNoun(snapshot, 1)}` : name
  const h = headlineOf(rows, snapshot.vocabulary)
  const noun = (n: number): string => answeringNoun(snapshot, n)
  const parts = partsOf(rows, snapshot.vocabulary)
  const exceptions = rows.filter(isException).toSorted((a, b) => gravity(a) - gravity(b))
  const slug = slugOf(shortName(title))
  const opening = heading(1, title, `theme-${slug}`)
  if (isSilent(rows)) return [opening, ...prose, paragraph(`None of the ${rows.length} has a status; Appendix A has them all.`)]
  const sentence = headlineSentence(h, noun, snapshot.period)
  // A theme whose name is a sentence stands in the heading just above.
  const where = name === '' || shortName(name).length > 40 ? sentence : `In ${shortName(name)}, ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`
  return [
    opening, paragraph([`${where}.`, notStatedSentence(h)].filter(Boolean).join(' ')),
    ...prose, figure(`${shortName(title)}: status of ${noun(2)}`, [{ label: '', parts }]),
    heading(2, 'Behind, paused or without a status', `behind-${slug}`),
    ...(exceptions.length === 0 ? [paragraph(`None of the ${rows.length}.`)] : [{ kind: 'entries' as const, entries: exceptions.map(entryOf) }]),
  ]
}

/** A row as an exception. */
export const entryOf = (r: ReportRow): Entry => ({
  status: r.status === null ? null : markOf(r.status),
  said: r.status !== null ? statusWords(r.status) : r.code === null ? (r.confirm.includes('status') ? 'Not stated: to be confirmed' : 'Not stated') : `${r.code} (not in the key)`,
  text: r.item.text || 'Its wording is to be confirmed', where: r.path.slice(1, r.item.level).filter(Boolean).join(' › '),
  remark: r.remark === '' ? (r.confirm.includes('remark') ? 'Remark to be confirmed.' : 'No remark was given.') : r.remark,
})
