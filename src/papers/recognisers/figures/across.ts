import { digitsOf, evidenceOf } from './gauge.ts'
import type { Grid } from './grid.ts'
import { holds, measured, type Relation } from './relation.ts'
import { saysAbout } from './roles.ts'

type Part = { readonly column: number; readonly sign: 1 | -1 }
/** One column made of others in every row, with how it fares. */
export type ColumnRule = { readonly result: number; readonly parts: readonly Part[]; readonly relations: readonly Relation[]; readonly hinted: boolean }

const resultHeading = /\b(?:totals?|variance|difference|change|increase|decrease|movement|net|revised|current|closing|balance|surplus|deficit|remaining|range|spread|over|under|underspend|overspend|unspent|left|all|overall|scores?|updated|latest|vacan(?:t|cies)|unfilled|outstanding|shortfall|rise|fall|growth|gain|loss|saving)\b/i
const notAdded = /\b(?:rates?|average|ratio|unit price|price (?:per|each)|ref|rank|index)\b/i
/** Marks are what others make, never a part. */
const marks = /\b(?:scores?|marks)\b/i
const pointsHeading = /\b(?:variance|difference|points?|gap|change)\b/i
/** Words for how things stand: beside a column that counts all of them, they share it out. */
const standing = /^(?:no\.? |number )?(?:blue|green|amber|red|grey|gray|purple|white|black|complete|completed|closed|open|overdue|late|missed|on (?:track|time|target|schedule)|at (?:some )?risk|off track|delayed|not (?:yet )?(?:started|due|met|upheld)|in (?:place|progress|part)|partly(?: .{0,20})?|partial(?:ly)?(?: .{0,20})?|outstanding|implemented|superseded|upheld|met|achieved|conforms?|does not conform|done|to do|won|lost|high|medium|low|delivered|not achievable)$/i
const isSharedOut = (grid: Grid, { result, parts }: { result: number; parts: readonly Part[] }): boolean => !standing.test(grid.columns[result]!.trim()) && parts.every((p) => standing.test(grid.columns[p.column]!.trim()))
/** "Year 1", "Q3", "May": pieces of a time; "Five years", "Year": the whole of it. */
const piece = /^(?:year|quarter|month|week|period|phase|q) ?\d{1,2}$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*$/i
const wholeTime = /^(?:full |whole )?year$|^(?:all|[2-9]|two|three|four|five|six|seven|eight|nine|ten) (?:years|quarters|months|phases)$/i
const isTimeSum = (grid: Grid, { result, parts }: { result: number; parts: readonly Part[] }): boolean => parts.length >= 3 && wholeTime.test(grid.columns[result]!.trim()) && parts.every((p) => piece.test(grid.columns[p.column]!.trim()))
const mostColumns = 14
const enoughRows = 3

/** Every way that one column could be made of others: a sum or difference of two, or the sum of a run of neighbours. */
const candidates = (columns: readonly number[], isPart: (column: number) => boolean): { result: number; parts: Part[] }[] => {
  const runs = columns.flatMap((_, from) => columns.slice(from + 2).map((_to, more) => columns.slice(from, from + more + 3)))
  const found: { result: number; parts: Part[] }[] = []
  for (const result of columns) {
    for (const a of columns) for (const b of columns) if (a < b && a !== result && b !== result) found.push({ result, parts: [{ column: a, sign: 1 }, { column: b, sign: 1 }] })
    for (const run of runs) if (run.at(-1)! < result || run[0]! > result) found.push({ result, parts: run.map((column) => ({ column, sign: 1 })) })
  }
  return found.filter(({ parts }) => parts.every((p) => isPart(p.column)))
}

/** A sum of two said as the difference that the headings mean: the variance is what is worked out. */
const asMeant = (grid: Grid, { result, parts }: { result: number; parts: readonly Part[] }): { result: number; parts: readonly Part[] } => {
  const heads = (c: number): boolean => resultHeading.test(grid.columns[c]!)
  const variance = parts.length === 2 ? parts.find((p) => /\b(?:variance|difference|surplus|deficit|over|under|underspend|overspend|unspent|left|increase|decrease|range|spread|rise|fall|growth|saving|vacan(?:t|cies)|unfilled)\b/i.test(grid.columns[p.column]!)) ?? (heads(result) ? undefined : parts.find((p) => heads(p.column))) : undefined
  if (variance === undefined) return { result, parts }
  const other = parts.find((p) => p !== variance)!
  return { result: variance.column, parts: [{ column: result, sign: 1 }, { column: other.column, sign: -1 }] }
}

/** The rows that a rule may be learnt from: nothing in them is in doubt, and they are part of what is added. */
const plainRows = (grid: Grid): number[] => grid.rows.flatMap((row, i) => (row.role === 'heading' || row.review.length > 0 || saysAbout(row.label) ? [] : [i]))

/** Percentages are added to percentages only. */
const mixesPercents = (cells: Grid['cells'][number], result: number, parts: readonly Part[]): boolean => {
  const isPercent = cells[result]!.unit === '%'
  for (let k = 0; k < parts.length; k += 1) { const cell = cells[parts[k]!.column]; if (cell && (cell.unit === '%') !== isPercent) return true }
  return false
}
const rowsUnder = (grid: Grid, rows: readonly number[], { result, parts }: { result: number; parts: readonly Part[] }): Relation[] =>
  rows.flatMap((i) => {
    const cells = grid.cells[i]!
    if (!cells[result] || (parts.length === 2 && parts.some((p) => cells[p.column] === null)) || mixesPercents(cells, result, parts)) return []
    const relation = measured(grid, 'across', `across ${result}`, { row: i, column: result }, parts.map((p) => ({ row: i, ...p })))
    return relation === null ? [] : [relation]
  })
/** Two parts that aren't nought: such a row can tell one rule from another. */
const telling = (grid: Grid, relation: Relation): boolean => relation.terms.filter((t) => grid.cells[t.row]![t.column]!.amount !== 0).length >= 2

/** The rule fails by just the figure of one more column: it isn't the whole rule. */
const lacksColumn = (grid: Grid, rule: { result: number; parts: readonly Part[] }, broken: readonly Relation[]): boolean => {
  const inside = new Set([rule.result, ...rule.parts.map((p) => p.column)])
  return broken.length > 0 && grid.columns.some((_, c) => !inside.has(c) && broken.filter((r) => {
    const cell = grid.cells[r.result.row]![c]
    // What rounding would let pass must lack the very figure.
    return cell !== null && cell !== undefined && cell.amount !== 0 && Math.abs(Math.abs(r.gap) - Math.abs(cell.amount)) <= (holds(r) ? 0 : r.slack)
  }).length * 2 >= broken.length)
}

/** Whether two rows or more may keep a rule, and six in ten of those that surely tell; most candidates fall here, so nothing is built for them. */
const isWorthTrying = (grid: Grid, rows: readonly number[], { result, parts }: { result: number; parts: readonly Part[] }): boolean => {
  let [kept, told] = [0, 0]
  for (const i of rows) {
    const cells = grid.cells[i]!, whole = cells[result]
    if (!whole) continue
    let [sum, slack, terms, alike] = [0, whole.slack, 0, whole.unit === '%' ? 0 : 1]
    for (const part of parts) {
      const cell = cells[part.column]
      if (!cell) continue
      sum += part.sign * cell.amount
      slack += cell.slack
      if (cell.amount !== 0) terms += 1
      if (cell.unit === whole.unit) alike += 1
    }
    if (terms < 2) continue
    if (Math.abs(whole.amount - sum) <= slack) kept += 1
    if (alike > parts.length) told += 1
  }
  return kept >= 2 && kept * 10 >= told * 6
}

/** A year's percentage is no sum of its quarters', and a row with a gap says nothing. */
const isWholeRow = (grid: Grid, r: Relation, { parts }: { parts: readonly Part[] }): boolean => r.terms.length === parts.length && grid.cells[r.result.row]![r.result.column]!.unit !== '%'

const tried = (grid: Grid, rows: readonly number[], candidate: { result: number; parts: readonly Part[] }): ColumnRule | null => {
  if (!isWorthTrying(grid, rows, candidate)) return null
  const relations = rowsUnder(grid, rows, candidate)
  const inTime = isTimeSum(grid, candidate)
  const told = relations.filter((r) => telling(grid, r) && (!inTime || isWholeRow(grid, r, candidate)))
  const kept = told.filter(holds).length
  if (kept < 2) return null
  const meant = asMeant(grid, candidate)
  const hinted = inTime || resultHeading.test(grid.columns[meant.result]!) || isSharedOut(grid, candidate)
  const enough = hinted ? kept >= 2 && kept * 10 >= told.length * (inTime ? 5 : 6) : (kept >= enoughRows && kept * 10 >= told.length * 8) || (kept >= 2 * enoughRows && kept * 10 >= told.length * 7) || (kept >= enoughRows && kept * 10 >= told.length * 7 && candidate.parts.length >= 3 && told.every((r) => !holds(r) || r.gap === 0))
  if (!enough || (hinted ? digitsOf(grid, told.filter(holds)) < 1.5 : evidenceOf(grid, told.filter(holds)) < 3) || lacksColumn(grid, candidate, told.filter((r) => r.gap !== 0))) return null
  const owed = rowsUnder(grid, rows, meant)
  return { ...meant, relations: inTime ? owed.filter((r) => isWholeRow(grid, r, candidate)) : owed, hinted }
}

const keyOf = (rule: ColumnRule): string => [rule.result, ...rule.parts.map((p) => p.column)].sort((a, b) => a - b).join(' ')
/** How many rows keep a rule; a sum that is only off by what rounding could explain counts for less than one that comes out. */
const keptBy = (rule: ColumnRule): number => rule.relations.reduce((n, r) => n + (r.gap === 0 ? 1 : holds(r) ? 0.75 : 0), 0)
/** Each set of columns once, in the form most rows keep; a rule within a larger one that rows keep as well is dropped. */
const sorted = (rules: readonly ColumnRule[]): ColumnRule[] => {
  const byColumns = new Map<string, ColumnRule>()
  for (const rule of rules) {
    const other = byColumns.get(keyOf(rule))
    if (other === undefined || keptBy(rule) > keptBy(other) || (keptBy(rule) === keptBy(other) && rule.hinted && !other.hinted)) byColumns.set(keyOf(rule), rule)
  }
  const all = [...byColumns.values()]
  const columnsOf = (rule: ColumnRule): number[] => [rule.result, ...rule.parts.map((p) => p.column)]
  return all.filter((rule) => !all.some((larger) => larger !== rule && larger.parts.length > rule.parts.length && keptBy(larger) * rule.relations.length >= keptBy(rule) * larger.relations.length && columnsOf(rule).every((c) => columnsOf(larger).includes(c))))
}

/** The columns of a table that are made of others, by heading where it says so and by arithmetic always. */
export const columnRules = (grid: Grid): ColumnRule[] => {
  // Percentages are told apart where a heading says so, and seldom added otherwise.
  const points = grid.columns.some((name) => pointsHeading.test(name))
  const columns = grid.columns.map((_, i) => i).filter((i) => !notAdded.test(grid.columns[i]!) && grid.cells.some((row) => row[i] !== null && (points || row[i]!.unit !== '%') && row[i]!.amount !== 0)).slice(0, mostColumns)
  if (columns.length < 3) return []
  const rows = plainRows(grid), parts = new Set(columns.filter((c) => !marks.test(grid.columns[c]!)))
  return sorted(candidates(columns, (c) => parts.has(c)).map((c) => tried(grid, rows, c)).filter((rule): rule is ColumnRule => rule !== null))
}
