import { printPeriod } from '../kit/period.ts'
import { column, heading, paragraph, words, type Block, type Cell, type Column, type Section, type Table } from './document.ts'
import { keyTable } from './key.ts'
import { themesOf, unlistedOf, type ReportRow } from './rows.ts'
import { answeringNoun, markOf, shortName, slugOf } from './wording.ts'
import type { Snapshot } from './types.ts'

/** Appendix A, every row of the update in one table, and Appendix B, what the update does not list. Landscape. */
export const appendices = (snapshot: Snapshot, rows: readonly ReportRow[]): Section[] => {
  const every: Block[] = [
    heading(1, `Appendix A: every ${answeringNoun(snapshot, 1)}`, 'appendix-a'),
    paragraph(`As reported for ${printPeriod(snapshot.period)}.${rows.some((r) => r.code === null) ? ' An empty status cell means that no status was stated.' : ''}`, 'note'),
    ...keyTable(snapshot.vocabulary),
    rowsTable(snapshot, themesOf(snapshot, rows).flatMap((t) => t.rows)),
  ]
  return [{ orientation: 'landscape', blocks: [...every, ...unlistedBlocks(snapshot)] }]
}

/** As wide as what stands beside a status in its cell: its edge, its letter or shape, and the room around them. */
const besides = 'mmmmmmm'

/** The columns of a plan's rows: its levels by their own names, then Status and Remark. The more a column says, the wider it is, though not as much wider; none is too narrow for its longest word. */
const rowColumns = (snapshot: Snapshot, rows: readonly ReportRow[]): Column[] => [
  ...snapshot.plan.levels.map((name, i) => column(name, shareOf([name, ...rows.map((r) => r.path[i]!)]))),
  column('Status', shareOf(['Status', ...rows.map((r) => `${r.code ?? ''}${besides}`)])), column('Remark', shareOf(['Remark', ...rows.map((r) => r.remark)])),
]
const shareOf = (texts: readonly string[]): number => {
  const mean = texts.reduce((n, t) => n + t.length, 0) / texts.length
  const longest = Math.max(...texts.flatMap((t) => t.split(/[\s/-]+/).map((w) => w.length)))
  return Math.max(mean ** 0.6, 1 + Math.min(longest, 18) * 0.34)
}

/** Rows as cells: each row says its whole path; what repeats the row above is quiet. */
const rowsTable = (snapshot: Snapshot, rows: readonly ReportRow[]): Table => ({
  kind: 'table', caption: '', columns: rowColumns(snapshot, rows), rowHeadings: false, totalRow: false,
  rows: rows.map((row, i) => cellsOf(row, rows[i - 1])),
})

const cellsOf = (row: ReportRow, above: ReportRow | undefined): Cell[] => {
  const lowest = row.path.length - 1
  const repeats = (level: number): boolean => level < lowest && above !== undefined && row.path.slice(0, level + 1).every((text, l) => text === above.path[l])
  const status: Cell = row.status === null && row.code !== null ? words(row.code) : { kind: 'status', status: row.status === null ? null : markOf(row.status), shown: 'code' }
  return [...row.path.map((text, level): Cell => (level === 0 && lowest > 0 && !repeats(0) ? { kind: 'words', quiet: false, runs: [{ text, strong: true }] } : words(text, repeats(level)))), status, words(row.remark)]
}

const unlistedBlocks = (snapshot: Snapshot): Block[] => {
  const items = unlistedOf(snapshot)
  if (items.length === 0) return []
  const themes = [...new Set(items.map((i) => (i.item.level === 0 ? '' : i.path[0]!)))]
  return [
    heading(1, `Appendix B: ${answeringNoun(snapshot, 2)} that the update does not list`, 'appendix-b'),
    paragraph(`${items.length} of the plan's ${answeringNoun(snapshot, 2)} are not in the update for ${printPeriod(snapshot.period)}: not due yet, or not reported. They are not counted in any figure above.`, 'note'),
    ...themes.flatMap((theme): Block[] => [
      ...(theme === '' ? [] : [heading(2, theme, `b-${slugOf(shortName(theme))}`)]),
      { kind: 'list', marker: 'bullet', items: items.filter((i) => (i.item.level === 0 ? '' : i.path[0]) === theme).map((i) => [paragraph(i.item.text)]) },
    ]),
  ]
}
