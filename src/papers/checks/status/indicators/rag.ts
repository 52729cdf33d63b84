import type { PaperCell } from '../../../types.ts'
import type { Check, CheckedPaper } from '../../check.ts'
import { brief, defineCheck, type Fault } from '../../define.ts'
import { packOf } from '../../pack/pack.ts'
import { linesWith } from '../../pack/words.ts'
import { columnsOf, gradeOf, hasGrades, numberAt, polarityOf, type Columns, type Grade } from './columns.ts'
import { grids, type Grid } from './grid.ts'

/** An indicator with its target: `miss` by what share of the target it was missed, 0 or less where it was met; `points` the same without dividing. */
type Judged = { readonly row: readonly PaperCell[]; readonly grade: Grade; readonly miss: number; readonly points: number; readonly sure: boolean; readonly target: string; readonly actual: string; readonly isPercent: boolean }
const growing = /\b(?:cumulative|year to date|ytd|so far|to date)\b/i
const judgedIn = (grid: Grid, columns: Columns): Judged[] => grid.rows.flatMap((row): Judged[] => {
  const [target, actual, grade, polarity] = [numberAt(row, columns.target), numberAt(row, columns.actual), gradeOf(row[columns.grade!]?.text ?? ''), polarityOf(row, columns)]
  if (target === null || actual === null || grade === null || polarity === null) return []
  const points = polarity.is === 'high' ? target - actual : actual - target
  // What grows through the year has its target at the end of it.
  if (points > 0 && polarity.is === 'high' && growing.test(row[columns.name]!.text)) return []
  const text = (i: number): string => row[i]!.text
  return [{ row, grade, points, miss: target === 0 ? Math.sign(points) : points / Math.abs(target), sure: polarity.sure, target: text(columns.target!), actual: text(columns.actual!), isPercent: /%/.test(text(columns.actual!)) }]
})

const tolerance = /\b(?:within|by (?:no more than|up to|less than)|no more than|up to|less than)\s+(\d{1,2}(?:\.\d+)?)\s?(%|per ?cent|percentage points?|points?)( of (?:the |its )?target)?/i
type Key = { readonly share: number; readonly inPoints: boolean | null }
/** What the paper says of amber: "missed by no more than 5% of the target", "within 2 percentage points". */
const keySaid = (paper: CheckedPaper): Key | null => {
  const said = linesWith(packOf(paper).lines, (w) => /^amber$/i.test(w)).flatMap((line) => {
    const from = line.text.search(/\bamber\b/i)
    const m = tolerance.exec(line.text.slice(from, from + 160))
    return m ? [{ share: Number(m[1]) / 100, inPoints: /point/i.test(m[2]!) ? true : m[3] ? false : null }] : []
  })
  return new Set(said.map((k) => k.share)).size === 1 ? said[0]! : null
}

/** By how much a target is missed, as the key counts: the nearer of both readings where it leaves that open. */
const missBy = (j: Judged, key: Key | null): readonly number[] => (key === null || key.inPoints === false || !j.isPercent ? [j.miss] : key.inPoints ? [j.points / 100] : [j.miss, j.points / 100])
const gradeFor = (miss: number, green: number, amber: number): Grade => (miss <= green ? 0 : miss <= amber ? 1 : 2)
const slack = 1e-9

/** The bounds of green and amber under which the fewest rows are out of place; as the key says where it does, else as the rows themselves show. */
const boundsOf = (all: readonly Judged[], key: Key | null): (readonly [number, number])[] => {
  if (key !== null) return [[0, key.share]]
  const missed = all.filter((j) => j.miss > 0)
  const greens = missed.filter((j) => j.grade === 0).map((j) => j.miss)
  const green = greens.length >= 2 ? Math.max(...greens) : 0
  const ambers = [green, ...missed.map((j) => j.miss)].filter((m) => m >= green)
  const wrong = (amber: number): number => all.filter((j) => gradeFor(j.miss, green + slack, amber + slack) !== j.grade).length
  const fewest = Math.min(...ambers.map(wrong))
  return ambers.filter((a) => wrong(a) === fewest).map((a) => [green, a])
}
const colours: readonly string[] = ['green', 'amber', 'red']
const inWords: readonly string[] = ['a target met', 'a target nearly met', 'a target missed']
const isColour = (text: string): boolean => /^(?:[gar]|(?:dark )?(?:green|blue|amber|yellow|orange|red))$/i.test(text)

const find = (paper: CheckedPaper): Fault[] => {
  const tables = grids(paper).filter(hasGrades).flatMap((grid) => { const columns = columnsOf(grid); return columns.grade === null || columns.target === null || columns.actual === null ? [] : [{ grid, columns, all: judgedIn(grid, columns) }] })
  if (tables.length === 0) return []
  const key = keySaid(paper)
  return tables.flatMap(({ grid, columns, all }) => {
    const bounds = boundsOf(all, key)
    const rightly = (j: Judged): Grade[] => bounds.flatMap(([green, amber]) => missBy(j, key).map((miss) => gradeFor(miss, green + slack, amber + slack)))
    const out = all.filter((j) => !rightly(j).includes(j.grade))
    if (all.length < 4 || out.length * 4 > all.length + 3) return []
    return out.map((j): Fault => {
      const names = isColour(j.row[columns.grade!]!.text) ? colours : inWords
      const right = [...new Set(rightly(j))].map((g) => names[g]!).join(' or ')
      const how = j.points <= 0 ? 'meets it' : `misses it by ${(j.miss * 100).toFixed(1)}%`
      return { at: j.row[columns.grade!]!.source, found: j.row[columns.grade!]!.text, expected: right, level: key !== null && j.sure ? 'error' : 'warning',
        message: `"${brief(j.row[columns.name]!.text, 70)}" is ${j.row[columns.grade!]!.text}, but ${j.actual} (${grid.heads[columns.actual!]}) against the target of ${j.target} ${how}, which is ${right} ${key === null ? 'as the other rows are marked' : 'by the key'}. Correct the status or the figure.` }
    })
  })
}

export const ragFigures: Check = defineCheck({
  code: 'status.rag', title: 'A colour that does not follow from the figures', level: 'warning',
  about: 'In a table of indicators with a target, an actual and a status, the status is held to the two figures: met is green, missed by little amber, by more red. Whether high or low is good is taken from the table or from the indicator\'s name, how little is little from the paper\'s key ("within 5%") or from the other rows. Rows that differ from the rest are told; where many do, the status follows something else and nothing is said.',
  right: ['Indicator\tGood is\tTarget\tActual\tRAG\nHomes let on time\tHigh\t80%\t85%\tGreen\nDays to re-let\tLow\t30\t31\tAmber\nBins missed\tLow\t40\t60\tRed\nCalls answered\tHigh\t90%\t91%\tGreen\n'],
  wrong: ['Indicator\tGood is\tTarget\tActual\tRAG\nHomes let on time\tHigh\t80%\t85%\tGreen\nDays to re-let\tLow\t30\t31\tAmber\nBins missed\tLow\t40\t60\tRed\nCalls answered\tHigh\t90%\t91%\tRed\n', 'Amber means within 5% of the target.\n\nIndicator\tGood is\tTarget\tActual\tRAG\nHomes let on time\tHigh\t80%\t85%\tGreen\nDays to re-let\tLow\t30\t31\tGreen\nBins missed\tLow\t40\t60\tRed\nCalls answered\tHigh\t90%\t91%\tGreen\n'],
  find,
})
