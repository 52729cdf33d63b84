import type { PaperCell } from '../../../types.ts'
import type { Check, CheckedPaper } from '../../check.ts'
import { brief, defineCheck, type Fault } from '../../define.ts'
import { columnsOf, numberAt, polarityOf, type Columns } from './columns.ts'
import { grids, type Grid } from './grid.ts'

type Row = readonly PaperCell[]
type Figures = { readonly actual: number; readonly target: number | null; readonly before: number | null; readonly polarity: 'high' | 'low' | null }
const since = String.raw`(?:(?:the )?(?:last|previous|prior) (?:year|quarter|month|period)|a year ago)`
const missed = ({ actual, target, polarity }: Figures): boolean | null => (target === null || polarity === null ? null : polarity === 'high' ? actual < target : actual > target)

/** What a remark says of the figures beside it, and whether that is so; null where it can't be said. */
type Claim = { readonly form: RegExp; readonly holds: (f: Figures) => boolean | null; readonly against: 'target' | 'before' }
const claims: readonly Claim[] = [
  { form: /\b(?:on target exactly|exactly (?:on|at) target|exactly the target|exactly met)\b/i, against: 'target', holds: (f) => (f.target === null ? null : f.actual === f.target) },
  { form: /\b(?:target (?:was |is |has been )?(?:met|achieved|exceeded|beaten)|(?:met|achieved|exceeded|beat) (?:the |its |our )?target|better than (?:the )?target)\b/i, against: 'target', holds: (f) => { const m = missed(f); return m === null ? null : !m } },
  { form: /\b(?:target (?:was |is |has been )?(?:missed|not (?:met|achieved))|(?:missed|short of|did not meet|worse than) (?:the |its |our )?target)\b/i, against: 'target', holds: missed },
  { form: /\babove (?:the )?target\b/i, against: 'target', holds: (f) => (f.target === null ? null : f.actual > f.target) },
  { form: /\bbelow (?:the )?target\b/i, against: 'target', holds: (f) => (f.target === null ? null : f.actual < f.target) },
  { form: new RegExp(String.raw`\b(?:same as|no change (?:on|from|since)|unchanged (?:on|from|since)) ${since}`, 'i'), against: 'before', holds: (f) => (f.before === null ? null : f.actual === f.before) },
  { form: new RegExp(String.raw`^(?:[\w-]+ ){0,2}(?:more|higher|up|an? (?:rise|increase)|rose|risen|increased)\b[^.;]{0,40}\b(?:than|on|from|since|over) ${since}`, 'i'), against: 'before', holds: (f) => (f.before === null ? null : f.actual >= f.before) },
  { form: new RegExp(String.raw`^(?:[\w-]+ ){0,2}(?:fewer|less|lower|down|an? (?:fall|reduction|decrease|drop)|fell|fallen|reduced|decreased)\b[^.;]{0,40}\b(?:than|on|from|since|over) ${since}`, 'i'), against: 'before', holds: (f) => (f.before === null ? null : f.actual <= f.before) },
]
const quick = /\b(?:target|last|previous|prior|year ago)\b/i
const mayClaim = ({ text }: PaperCell): boolean => text.length > 8 && text.length <= 160 && quick.test(text)

const figuresOf = (row: Row, columns: Columns): Figures | null => {
  const actual = numberAt(row, columns.actual)
  return actual === null ? null : { actual, target: numberAt(row, columns.target), before: columns.before.length === 1 ? numberAt(row, columns.before[0]!) : null, polarity: polarityOf(row, columns)?.is ?? null }
}
const faultsOf = (grid: Grid, columns: Columns, row: Row): Fault[] => columns.remarks.flatMap((i): Fault[] => {
  const remark = row[i]?.text ?? ''
  if (!row[i] || !mayClaim(row[i])) return []
  const figures = figuresOf(row, columns)
  const claim = figures && claims.find((c) => c.form.test(remark) && c.holds(figures) === false)
  if (!claim) return []
  const [said, other] = [claim.form.exec(remark)![0], claim.against === 'target' ? columns.target! : columns.before[0]!]
  return [{ at: row[i].source, found: said, message: `"${brief(row[columns.name]!.text, 70)}": the remark says "${brief(said, 60)}", but the figures are ${row[columns.actual!]!.text} (${grid.heads[columns.actual!]}) and ${row[other]!.text} (${grid.heads[other]}). Correct one.` }]
})

export const remarkFigures: Check = defineCheck({
  code: 'status.remark-figures', title: 'A remark that its own figures deny', level: 'warning',
  about: 'A remark in a table of indicators says that the target was met exactly, met or missed, or that there are more, fewer or as many as last year, and the figures of its row say otherwise. Correct the remark or the figure.',
  right: ['Indicator\tGood is\tLast year\tTarget\tThis year\tComment\nDays to re-let\tLow\t30\t25\t25\tOn target exactly\nBins missed\tLow\t40\t35\t38\tFewer than last year\n'],
  wrong: ['Indicator\tGood is\tLast year\tTarget\tThis year\tComment\nDays to re-let\tLow\t30\t25\t24\tOn target exactly\nBins missed\tLow\t40\t35\t38\tFewer than last year\n', 'Indicator\tGood is\tLast year\tTarget\tThis year\tComment\nDays to re-let\tLow\t30\t25\t25\tOn target exactly\nBins missed\tLow\t40\t35\t38\tMore than last year\n'],
  find: (paper: CheckedPaper) => grids(paper).filter((grid) => grid.rows.some((row) => row.some(mayClaim))).flatMap((grid) => {
    const columns = columnsOf(grid)
    return columns.actual === null || columns.remarks.length === 0 ? [] : grid.rows.flatMap((row) => faultsOf(grid, columns, row))
  }),
})
