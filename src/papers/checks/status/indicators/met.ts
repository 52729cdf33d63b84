import { plainWords } from '../../../../kit/words.ts'
import type { PaperCell } from '../../../types.ts'
import type { Check, CheckedPaper } from '../../check.ts'
import { brief, defineCheck, type Fault } from '../../define.ts'
import { columnsOf, numberAt, polarityOf, type Columns, type Polarity } from './columns.ts'
import { grids, type Grid } from './grid.ts'

type Row = readonly PaperCell[]
const asks = /\b(?:met|achieved|on target|passed|hit|compliant)\b|\?$/i
const verdictHead = /\b(?:met|achieved|result|status|outcome|target|passed|hit|rag|rating|performance|standing|compliant)\b|\?$/i
const yes = /^(?:(?:target )?(?:met|achieved|exceeded|hit)|on target|above target|better than target|pass(?:ed)?|ahead)$/
const no = /^(?:(?:target )?(?:not met|missed|not achieved|unmet|not hit)|off target|below target|worse than target|fail(?:ed)?|behind)$/
/** Whether a cell says that the target was met; "Yes" says it under a heading that asks. */
const verdictOf = (cell: PaperCell | undefined, head: string): boolean | null => {
  if (cell === undefined || cell.text.length > 24) return null
  const words = plainWords(cell.text)
  if (yes.test(words) || (asks.test(head) && /^(?:yes|y|✓|✔)$/.test(words))) return true
  return no.test(words) || (asks.test(head) && /^(?:no|n|✗|✘)$/.test(words)) ? false : null
}
const verdictColumn = (grid: Grid): number => grid.heads.findLastIndex((head, i) => i > 0 && verdictHead.test(head) && grid.rows.filter((r) => verdictOf(r[i], head) !== null).length * 3 >= grid.rows.length * 2)

type Judged = { readonly row: Row; readonly met: boolean; readonly says: boolean; readonly sure: boolean; readonly is: Polarity }
/** A share of what should be done is best high; where its name sounds otherwise nobody can say. */
const directionOf = (grid: Grid, columns: Columns, row: Row): { readonly is: Polarity; readonly sure: boolean } | null => {
  const named = polarityOf(row, columns)
  const isShare = [columns.target!, columns.actual!].some((i) => /%/.test(row[i]!.text) || /%/.test(grid.heads[i]!)) && (numberAt(row, columns.target) ?? 0) >= 50
  if (!isShare || named?.sure === true) return named
  return named?.is === 'low' && !/\b(?:in|on) time\b/i.test(grid.heads[columns.actual!]!) ? null : { is: 'high', sure: false }
}
const judged = (grid: Grid, columns: Columns, at: number): Judged[] => {
  const rows = grid.rows.flatMap((row) => {
    const [target, actual, says] = [numberAt(row, columns.target), numberAt(row, columns.actual), verdictOf(row[at], grid.heads[at]!)]
    return target === null || actual === null || says === null ? [] : [{ row, target, actual, says, direction: directionOf(grid, columns, row) }]
  })
  const unknown = rows.filter((r) => r.direction === null)
  // Of several that say no direction, all but one show that high is good.
  const high = unknown.length >= 4 && unknown.filter((r) => r.actual >= r.target === r.says).length === unknown.length - 1
  return rows.flatMap(({ row, target, actual, says, direction }): Judged[] => {
    const known = direction ?? (high ? { is: 'high' as const, sure: false } : null)
    if (known === null) return actual === target && !says ? [{ row, says, met: true, sure: true, is: 'high' }] : []
    return [{ row, says, met: known.is === 'high' ? actual >= target : actual <= target, ...known }]
  })
}

const head = 'Measure\tTarget\tActual\tTarget met'
export const metFigures: Check = defineCheck({
  code: 'status.met', title: 'A target that its own figures meet or miss', level: 'warning',
  about: 'A table has for each measure its target, its result and whether the target was met, and the answer of a row does not follow from its two figures. Whether high or low is good is taken from the table or the name of the measure; an error where the table itself says it. Correct the answer or the figure.',
  right: [`${head}\nCalls answered in time\t85%\t90%\tYes\nDays to re-let a home\t24\t27\tNo\nVisits\t200\t210\tYes\n`, 'Indicator\tTarget\tActual\tResult\nMissed bins (lower is better)\t40\t38\tMET\nRecycling rate (higher is better)\t50%\t48%\tNOT MET\nTrees planted (higher is better)\t90\t90\tMET\n'],
  wrong: [`${head}\nCalls answered in time\t85%\t90%\tNo\nDays to re-let a home\t24\t27\tNo\nVisits\t200\t210\tYes\n`, 'Indicator\tTarget\tActual\tResult\nMissed bins (lower is better)\t40\t44\tMET\nRecycling rate (higher is better)\t50%\t48%\tNOT MET\nTrees planted (higher is better)\t90\t92\tMET\n'],
  find: (paper: CheckedPaper) => grids(paper).filter((g) => g.rows.length >= 2 && g.heads.some((h) => verdictHead.test(h))).flatMap((grid) => {
    const at = verdictColumn(grid)
    const columns = at < 0 ? null : columnsOf(grid)
    if (columns === null || columns.target === null || columns.actual === null || columns.target === at || columns.actual === at) return []
    const all = judged(grid, columns, at), out = all.filter((j) => j.met !== j.says)
    // Where many differ, the answer follows something else.
    if (out.length > 1 && out.length * 3 > all.length) return []
    return out.map(({ row, met, sure, is }): Fault => ({
      at: row[at]!.source, found: row[at]!.text, expected: met ? 'met' : 'not met', level: sure ? 'error' : 'warning',
      message: `"${brief(row[columns.name]!.text, 70)}" says "${row[at]!.text}" under "${grid.heads[at]!}", but ${row[columns.actual!]!.text} (${grid.heads[columns.actual!]!}) ${met ? 'meets' : 'does not meet'} the target of ${row[columns.target!]!.text}${sure ? '' : `, if ${is} is good`}. Correct the answer or the figure.`,
    }))
  }),
})
