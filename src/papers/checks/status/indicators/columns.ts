import { plainWords } from '../../../../kit/words.ts'
import { readNumber } from '../../../recognisers/figures/figure.ts'
import type { PaperCell } from '../../../types.ts'
import type { Grid } from './grid.ts'

/** How well an indicator does: 0 its target is met, 1 nearly, 2 not. */
export type Grade = 0 | 1 | 2
const wordsOf = <T>(all: readonly (readonly [string, T])[]): ReadonlyMap<string, T> => new Map(all.flatMap(([words, value]) => words.split('|').map((word) => [word, value] as const)))
const lookUp = <T>(words: ReadonlyMap<string, T>, text: string): T | null => (text === '' || text.length > 26 ? null : words.get(text.toLowerCase()) ?? null)
const grades = wordsOf<Grade>([
  ['g|green|dark green|blue|on target|above target|target met|target achieved|target exceeded|exceeded|exceeding|exceeds target|exceeded target|ahead|ahead of target|better than target|achieved|✓|✔', 0],
  ['a|amber|yellow|orange|within tolerance|near target|nearly on target|close to target|slightly below target|slightly off target|just below target|just off target', 1],
  ['r|red|dark red|off target|below target|not on target|target missed|target not met|missed|worse than target|behind|behind target|not met|not achieved|✗|✘', 2],
])
export const gradeOf = (text: string): Grade | null => lookUp(grades, text)

/** Where a figure went: 1 up or better, -1 down or worse, 0 neither. `sense` says whether the sign speaks of the figure or of how good it is; null where an arrow may mean either. */
export type Move = { readonly to: 1 | 0 | -1; readonly sense: 'figure' | 'good' | null }
const moves = wordsOf<Move>([
  ['↑|▲|⬆|⬆️|⇧|↗|△', { to: 1, sense: null }], ['↓|▼|⬇|⬇️|⇩|↘|▽', { to: -1, sense: null }],
  ['↔|→|◄►|⬌|↔️|➡|➡️|►|=|◆|same|the same|no change|unchanged|stable|static|steady|maintained|level|no movement', { to: 0, sense: null }],
  ['up|gone up|risen|rising|rose|increase|increased|increasing|higher', { to: 1, sense: 'figure' }],
  ['down|gone down|fallen|falling|fell|decrease|decreased|decreasing|reduced|reducing|lower', { to: -1, sense: 'figure' }],
  ['improved|improving|improvement|better|positive|getting better', { to: 1, sense: 'good' }],
  ['worse|worsened|worsening|declined|declining|decline|deteriorated|deteriorating|deterioration|negative|getting worse', { to: -1, sense: 'good' }],
])
export const moveOf = (text: string): Move | null => lookUp(moves, text)

/** Whether a high figure is good or a low one. */
export type Polarity = 'high' | 'low'
const high = /^(?:high|higher|bigger|more|max(?:imi[sz]e)?|increase|up|↑|▲|\+)(?: is (?:good|better|best))?$|\b(?:high(?:er)?|bigger|more|up) is (?:good|better|best)\b|\bbigger is better\b/
const low = /^(?:low|lower|smaller|less|fewer|min(?:imi[sz]e)?|decrease|reduce|down|↓|▼|-)(?: is (?:good|better|best))?$|\b(?:low(?:er)?|smaller|less|fewer|down) is (?:good|better|best)\b/
const polarityIn = (text: string): Polarity | null => { const words = plainWords(text); return high.test(words) ? 'high' : low.test(words) ? 'low' : null }

const number = (cell: PaperCell | undefined): number | null => {
  const read = readNumber((cell?.text ?? '').replace(/^(?:[<>≤≥]=?|under|over|at least|max\.?|min\.?)\s*/i, ''))
  return read === null ? null : Number(read.value.digits) / 10 ** read.value.scale
}
export const numberAt = (row: readonly PaperCell[], i: number | null): number | null => (i === null ? null : number(row[i]))

const polarityHead = /\b(?:good|polarity|better|best|aim|desired|preferred|aim to)\b/i
const targetHead = /\b(?:targets?|standard|threshold|expected|trajectory|profile|goal|plan(?:ned)?|limit)\b/i
const otherFigure = /\b(?:var(?:iance|iation)?|diff(?:erence)?|change|rank|average|benchmark|national|regional|england|wales|scotland|nearest|family|comparator|peers?|neighbours?|tolerance|quartile|weight|score range|annual|budget|full[- ]year|year[- ]end|20(?:2[6-9]|3\d)\/\d\d target|movement|no\.?|ref|id|trend|all|total)\b|^(?:%|#|±)$/i
const actualHead = /\b(?:actual|current|latest|result|outturn|performance|achieved|position|this (?:quarter|year|month|period)|now|delivered|reported)\b/i
const beforeHead = /\b(?:previous|last|prior|baseline|before|earlier|start|original)\b/i
const remarkHead = /\b(?:comment(?:s|ary)?|remarks?|narrative|explanation|notes?|progress|reasons?)\b/i
const nameHead = /\b(?:indicators?|measures?|kpis?|metrics?|description|name|risk|title|what|outcome)\b/i

export type Columns = {
  readonly name: number
  readonly polarity: number | null
  readonly target: number | null
  readonly actual: number | null
  /** Columns that may be what the actual is compared with. */
  readonly before: readonly number[]
  readonly grade: number | null
  readonly move: number | null
  readonly remarks: readonly number[]
  /** A register of risks, where a low score is good. */
  readonly isRisks: boolean
}

const quarterName = /\bq(?:uarter)?\s?([1-4])\b/i
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const thisYear = 99 * 12
/** When a heading's figures are of, as a number that grows with time; a quarter without a year is of this year. Null where it says no period. */
const whenOf = (head: string): number | null => {
  const year = /(?:20)?(\d\d)\s?[/–-]\s?(?:20)?\d\d\b/.exec(head)?.[1] ?? /\b20(\d\d)\b/.exec(head)?.[1]
  const quarter = quarterName.exec(head)?.[1]
  const month = monthNames.indexOf((/\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/i.exec(head)?.[1] ?? '').toLowerCase())
  if (year === undefined && quarter === undefined && month < 0) return null
  return (year === undefined ? thisYear : Number(year) * 12) + (quarter === undefined ? Math.max(month, 0) : Number(quarter) * 3)
}

/** Whether six in ten of a column's cells are of a kind. A column where none of the first ten is, is taken for another without reading on. */
const share = (grid: Grid, i: number, is: (text: string) => boolean): boolean => {
  let [filled, hits] = [0, 0]
  for (const row of grid.rows) {
    const text = row[i]!.text
    if (text === '') continue
    filled += 1
    if (is(text)) hits += 1
    else if (filled === 10 && hits === 0) return false
  }
  return filled >= 2 && hits * 10 >= filled * 6
}


const actualOf = (heads: readonly string[], figures: readonly number[]): number | null => {
  const now = figures.filter((i) => actualHead.test(heads[i]!) && !beforeHead.test(heads[i]!))
  const dated = (now.length > 0 ? now : figures).filter((i) => whenOf(heads[i]!) !== null).toSorted((a, b) => whenOf(heads[b]!)! - whenOf(heads[a]!)!)
  return dated[0] ?? now.at(-1) ?? figures.findLast((i) => !beforeHead.test(heads[i]!)) ?? null
}

/** Of "Standard (10 days)" and "Target %" the target. */
const onlyTarget = (targets: readonly number[]): number | null => (targets.length === 1 ? targets[0]! : null)
/** What each column holds, by its cells where they tell and by its heading where they don't. */
const columnsIn = (grid: Grid): Columns => {
  const { heads } = grid
  const all = heads.map((_, i) => i)
  const polarity = all.find((i) => polarityHead.test(heads[i]!) && share(grid, i, (t) => polarityIn(t) !== null)) ?? null
  const grade = all.findLast((i) => i !== polarity && !remarkHead.test(heads[i]!) && share(grid, i, (t) => gradeOf(t) !== null)) ?? null
  const move = all.findLast((i) => i !== polarity && i !== grade && share(grid, i, (t) => moveOf(t) !== null)) ?? null
  const figures = all.filter((i) => i !== polarity && i !== grade && i !== move && share(grid, i, (t) => readNumber(t) !== null) && !otherFigure.test(heads[i]!.replace(targetHead, '')))
  const targets = figures.filter((i) => targetHead.test(heads[i]!))
  const others = figures.filter((i) => !targets.includes(i))
  const actual = actualOf(heads, others)
  const texts = all.filter((i) => !figures.includes(i) && i !== polarity && i !== grade && i !== move)
  const name = texts.find((i) => nameHead.test(heads[i]!)) ?? texts.find((i) => share(grid, i, (t) => t.length > 12)) ?? 0
  return { name, polarity, target: onlyTarget(targets.filter((i) => /target/i.test(heads[i]!))) ?? onlyTarget(targets), actual, before: others.filter((i) => i !== actual), grade, move, remarks: texts.filter((i) => i !== name && share(grid, i, (t) => t.length > 3 && /[a-z]{3}/i.test(t))), isRisks: heads.some((h) => /(?<!\bat )\brisks?\b|\b(?:likelihood|residual|inherent)\b/i.test(h)) }
}

const known = new WeakMap<Grid, Columns>()
export const columnsOf = (grid: Grid): Columns => {
  const columns = known.get(grid) ?? columnsIn(grid)
  known.set(grid, columns)
  return columns
}
/** Whether a table has a column of a kind at all, asked before its columns are read. */
const has = (grid: Grid, is: (text: string) => boolean): boolean => grid.heads.some((_, i) => share(grid, i, is))
export const hasGrades = (grid: Grid): boolean => has(grid, (t) => gradeOf(t) !== null)
export const hasMoves = (grid: Grid): boolean => has(grid, (t) => moveOf(t) !== null)

const lowNames = /\b(?:days? (?:to|lost|taken)|average (?:days|time|wait)|waiting|wait|time taken|missed|complaints?|vacan\w+|vacant|turnover|sickness|absence|temporary accommodation|homeless\w*|rough sleep\w*|fly-?tip\w* (?:incidents|reported)|residual waste|not in education|neet|unemploy\w*|crime|offences|re-?offend\w*|emissions?|deaths?|injur\w+|accidents?|overdue|backlog|errors?|void|arrears|exclusions?|unacceptable|delayed|refus\w+|allowed against)\b/i
const highNames = /\b(?:in time|on time|within (?:\w+ )?(?:\d+|\w+) (?:working )?(?:minutes|hours|days|weeks|months)|collected|recycl\w+|satisf\w+|completed|answered|compliant|passed|achiev\w+|solved|detected|resolved)\b/i
/** Whether high or low is good for a row: as its column says, as its name says, else as its name lets one guess; null where nobody can say. */
export const polarityOf = (row: readonly PaperCell[], { polarity, name, isRisks }: Columns): { readonly is: Polarity; readonly sure: boolean } | null => {
  const said = (polarity === null ? null : polarityIn(row[polarity]?.text ?? '')) ?? polarityIn(row[name]?.text ?? '')
  if (said !== null || isRisks) return { is: said ?? 'low', sure: true }
  const words = row[name]?.text ?? ''
  if (lowNames.test(words) === highNames.test(words)) return null
  return { is: lowNames.test(words) ? 'low' : 'high', sure: false }
}
