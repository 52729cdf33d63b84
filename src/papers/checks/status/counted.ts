import { plainWords } from '../../../kit/words.ts'
import type { PaperCell } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import { grids, type Grid } from './indicators/grid.ts'
import { keyOf, keyWord } from './key.ts'
import { statusRows, type StatusRow } from './rows.ts'

const plan = (homes: string): string =>
  `Plan update, Quarter 2 2025/26\n\nTheme\tComplete\tOn track\tDelayed\tAll\nHomes\t${homes}\t3\nRoads\t1\t1\t1\t3\n\nThe rows follow.\n\nTheme: Homes\n\nMilestone\tLead\tDue\tStatus\tRemarks\nBuild six homes\tHead of Homes\tMay 2025\tComplete\tAll six are let\nMend ten roofs\tHead of Homes\tMarch 2026\tOn track\tFour are mended\nOpen a hostel\tHead of Homes\tMarch 2026\tOn track\tThe keys are due in May\n\nTheme: Roads\n\nMilestone\tLead\tDue\tStatus\tRemarks\nSurvey the roads\tHead of Roads\tJune 2025\tComplete\tThe map is published\nMend the bridges\tHead of Roads\tMarch 2026\tDelayed\tThe steel is late\nClear the paths\tHead of Roads\tMarch 2026\tOn track\tTwo are clear\n`

/** Every word that a status goes by: its own, and its name and meaning in the key. */
const namesOf = (paper: CheckedPaper, { row, table }: StatusRow): string[] => {
  const own = keyWord(row.status ?? '')
  if (own === '') return []
  const entry = keyOf(paper, table).entries.find((e) => [e.name, e.colour, e.meaning].some((w) => w !== null && keyWord(w) === own))
  return [own, ...(entry ? [keyWord(entry.name), keyWord(entry.meaning)] : [])]
}
const columnFor = (paper: CheckedPaper, heads: readonly string[], row: StatusRow): number => { const names = namesOf(paper, row); return heads.findIndex((h, i) => i > 0 && names.includes(h)) }

type Counts = { readonly row: readonly PaperCell[]; readonly wrong: readonly { readonly head: string; readonly said: number; readonly counted: number }[]; readonly cells: number; readonly rows: readonly StatusRow[] }
const number = (cell: PaperCell | undefined): number | null => (/^\d+$/.test(cell?.text ?? '') ? Number(cell!.text) : /^[-–]?$/.test(cell?.text ?? '') ? 0 : null)
const themeKey = (text: string): string => plainWords(text.replace(/^\s*(?:theme|priority|ambition|aim|pillar)?\s*\d*\s*[:.–-]?\s*/i, ''))

/** The rows of one theme held against the line of a table that counts them; null where a row's status has no column of its own. */
const countsOf = (paper: CheckedPaper, grid: Grid, row: readonly PaperCell[], rows: readonly StatusRow[]): Counts | null => {
  const heads = grid.heads.map(keyWord)
  const columns = rows.map((r) => columnFor(paper, heads, r))
  if (columns.some((c) => c < 0)) return null
  const compared = grid.heads.flatMap((head, i) => {
    const said = number(row[i])
    const isCounted = i > 0 && said !== null && (columns.includes(i) || said > 0)
    const all = /^(?:all|total)$/.test(heads[i]!)
    return isCounted && (all || !/%|^(?:all|total)\b/i.test(head)) ? [{ head, said, counted: all ? rows.length : columns.filter((c) => c === i).length }] : []
  })
  return { row, rows, cells: compared.length, wrong: compared.filter((c) => c.said !== c.counted) }
}

const find = (paper: CheckedPaper): Fault[] => {
  const themes = new Map<string, StatusRow[]>()
  for (const r of statusRows(paper)) if (r.row.theme) gather(themes, themeKey(r.row.theme), r)
  if (themes.size < 2) return []
  return grids(paper).flatMap((grid) => {
    const lines = grid.rows.flatMap((row): Counts[] => { const rows = themes.get(themeKey(row[0]!.text)); const counts = rows && grid.heads.length >= 4 ? countsOf(paper, grid, row, rows) : null; return counts ? [counts] : [] })
    const [cells, wrong] = [lines.reduce((n, l) => n + l.cells, 0), lines.reduce((n, l) => n + l.wrong.length, 0)]
    if (lines.length < 2 || cells < 6 || wrong * 2 > cells) return []
    return lines.filter((l) => l.wrong.length > 0).map((l): Fault => ({
      at: l.row[0]!.source, also: l.rows.map((r) => r.row.source), found: l.wrong.map((w) => `${w.head} ${w.said}`).join(', '), expected: l.wrong.map((w) => `${w.head} ${w.counted}`).join(', '),
      message: `"${brief(l.row[0]!.text, 50)}": the table counts ${l.wrong.map((w) => `${w.said} "${w.head}"`).join(', ')}, its ${l.rows.length} rows make ${l.wrong.map((w) => w.counted).join(', ')}. Correct the table, or the status of a row.`,
    }))
  })
}

export const themeCounts: Check = defineCheck({
  code: 'status.theme-counts', title: 'Statuses counted by theme', level: 'warning',
  about: 'A table counts how many milestones of each theme are complete, on track or late. Each line is counted again from the rows of that theme in the same paper; a theme with a row whose status is blank or has no column is left alone.',
  right: [plan('1\t2\t0')],
  wrong: [plan('2\t1\t0')],
  find,
})
