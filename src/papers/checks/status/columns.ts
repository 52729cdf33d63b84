import { plainWords } from '../../../kit/words.ts'
import type { PaperTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { gather } from '../pack/gather.ts'
import { threshold } from '../settings.ts'

const statusHeading = /^(?:(?:q[1-4]|quarter [1-4]|current)\s+)?(?:rag|status|rag (?:rating|status)|progress rating)\s*\*{0,2}$/i
const enough = 4
const blankStatus = (table: PaperTable): Fault[] => {
  const [head, ...rows] = table.rows
  if (!head || rows.length < enough) return []
  return head.flatMap((cell, i): Fault[] => {
    if (!statusHeading.test(cell.text) || head.length < 3) return []
    const full = rows.filter((row) => row.length === head.length && row[0]!.text !== '' && row.some((c, k) => k > 0 && k !== i && c.text !== ''))
    return full.length >= enough && full.length * 2 > rows.length && rows.every((row) => (row[i]?.text ?? '') === '') ? [{ at: cell.source, found: 'blank', message: `The column "${cell.text}" is blank in all ${rows.length} rows. Write the status in words: a colour alone is lost to many readers.` }] : []
  })
}

export const columnBlank: Check = defineCheck({
  code: 'status.column-blank', title: 'A column of statuses that is blank', level: 'warning',
  about: 'A table has a column for the status, and no row says one: never filled in, or given in a colour alone, which is lost on a copy and to a screen reader. Write the status in words.',
  right: ['Measure\tTarget\tActual\tRAG\nRoads mended\t5\t6\tGreen\nHomes built\t8\t7\tAmber\nTrees planted\t9\t9\tGreen\nBins emptied\t3\t3\tGreen\n'],
  wrong: ['Measure\tTarget\tActual\tRAG\nRoads mended\t5\t6\t\nHomes built\t8\t7\t\nTrees planted\t9\t9\t\nBins emptied\t3\t3\t\n'],
  find: (paper) => paper.content.blocks.flatMap((b) => (b.kind === 'table' ? blankStatus(b) : [])),
})

/** The explanation beside the figures of a line: its longest words. */
type Reason = { readonly text: string; readonly label: string; readonly at: Fault['at'] }
const reasonsIn = (table: MoneyTable, letters: number): Reason[] => table.rows.flatMap((row): Reason[] => {
  const said = Object.values(row.figures).find((f) => f.state === 'words' && f.text.length >= letters)
  return said && row.role === 'line' ? [{ text: said.text, label: row.label, at: said.source }] : []
})
const copies = (paper: CheckedPaper): Fault[] => paper.recognised.tables.flatMap((t) => {
  if (t.kind !== 'money') return []
  const same = new Map<string, Reason[]>()
  for (const reason of reasonsIn(t, threshold(paper.settings, 'copiedRemarkLetters'))) gather(same, plainWords(reason.text).slice(0, 60), reason)
  return [...same.values()].flatMap(([first, ...rest]): Fault[] => rest.map((r) => ({
    at: r.at, also: [first!.at], found: brief(r.text, 60), fault: plainWords(r.text).slice(0, 60),
    message: `"${brief(r.label, 60)}" has the same explanation as "${brief(first!.label, 60)}". If one was copied, say what is true of each.`,
  })))
})
export const copiedReason: Check = defineCheck({
  code: 'status.copied-reason', title: 'The same explanation of two figures', level: 'note',
  about: 'In a table of figures two lines are explained in the same words. Often right, sometimes copied from the line above and not rewritten. Check that it is true of each.',
  right: ['Scheme\tBudget £000\tForecast £000\tReason\nMill Road\t400\t300\tThe contractor began in May, later than was planned.\nHigh Street\t250\t250\tWorks go on to the end of the year as planned.\nTotal\t650\t550\t'],
  wrong: ['Scheme\tBudget £000\tForecast £000\tReason\nMill Road\t400\t300\tThe contractor began in May, later than was planned.\nHigh Street\t250\t150\tThe contractor began in May, later than was planned.\nTotal\t650\t450\t'],
  find: copies,
})
