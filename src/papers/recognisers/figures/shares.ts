import { isCount, related } from './gauge.ts'
import { isPercentRow, type Grid } from './grid.ts'
import { holds, type Form, type Place, type Relation } from './relation.ts'
import { saysTotal } from './roles.ts'

const claim = (grid: Grid, group: string, kind: Relation['kind'], form: Form, result: Place, part: Place, whole: Place): Relation | null => {
  const [p, a, b] = [result, part, whole].map(({ row, column }) => grid.cells[row]?.[column] ?? null)
  if (!p || !a || !b || b.amount === 0 || p.unit !== '%' || p.figure.state !== 'number' || a.unit === '%' || b.unit === '%' || a.unit !== b.unit) return null
  return related(grid, { kind, form, scale: 100, group, result, terms: [{ ...part, sign: 1 }, { ...whole, sign: -1 }] })
}

type Trial = readonly Relation[]
const counted = new WeakMap<Trial, number>()
/** How many of a trial come out without any rounding but their own. */
const sharply = (grid: Grid, trial: Trial): number => {
  const before = counted.get(trial)
  if (before !== undefined) return before
  const kept = trial.filter((r) => { const sharp = related(grid, { ...r, sharp: true }); return sharp !== null && holds(sharp) }).length
  counted.set(trial, kept)
  return kept
}
/** The reading under which most percentages come out; nothing where none explains enough of them. */
const bestTrial = (grid: Grid, trials: readonly Trial[], enough: (kept: number, of: number) => boolean): Trial => {
  let best: { trial: Trial; kept: number } | null = null
  for (const trial of trials) {
    const kept = trial.filter(holds).length
    // Of two readings that rounding lets pass, the one that comes out to the last digit.
    if (best === null || kept > best.kept || (kept === best.kept && kept > 1 && sharply(grid, trial) > sharply(grid, best.trial))) best = { trial, kept }
  }
  return best !== null && best.trial.length > 0 && enough(best.kept, best.trial.length) ? best.trial : []
}

/** A row of percentages under a row of amounts: shares of the one column that makes most of them right. */
const rowShares = (grid: Grid, row: number): Trial => {
  let above = row - 1
  while (above >= 0 && (isPercentRow(grid.cells[above]!) || grid.cells[above]!.every((c) => c === null))) above -= 1
  if (above < 0 || row - above > 2) return []
  const percents = grid.cells[row]!.flatMap((c, i) => (c !== null && c.unit === '%' && grid.cells[above]![i] ? [i] : []))
  const trials = grid.columns.map((_, base) => percents.filter((i) => i !== base).flatMap((column) => claim(grid, `share ${row}`, 'across', 'product', { row, column }, { row: above, column }, { row: above, column: base }) ?? []))
  return bestTrial(grid, trials, (n, of) => n >= 2 && n * 2 > of)
}

const nearRows = 6
/** A row of percentages that says, column by column, what one row above is of another, or how it changed: "Variance %" under budget, outturn and variance. */
const betweenRows = (grid: Grid, row: number): Trial => {
  const above = grid.rows.flatMap((r, i) => (i < row && row - i <= nearRows && r.role !== 'heading' && !isPercentRow(grid.cells[i]!) ? [i] : []))
  const columns = grid.columns.flatMap((_, c) => (grid.cells[row]![c]?.unit === '%' ? [c] : []))
  const trials = (['product', 'change'] as const).flatMap((form) => above.flatMap((a) => above.flatMap((b) => (a === b ? [] : [columns.flatMap((column) => claim(grid, `share ${row}`, 'down', form, { row, column }, { row: a, column }, { row: b, column }) ?? [])]))))
  return bestTrial(grid, trials, (n, of) => n >= 3 && n * 10 >= of * 7)
}

const hinted = /%|\b(?:increase|decrease|change|growth|share|proportion|percent|per cent|of total|reduction|spent|achieved|completed?|collected|saved?|saving|growth|fall|vacan(?:t|cy)|turnover|rate|variance|movement|rise)\b/i
const mostColumns = 10
const isHundred = (grid: Grid, row: number, column: number): boolean => /^100(?:\.0+)?$/.test(grid.cells[row]![column]?.figure.value ?? '')
/** Rows that may be the whole that a column's percentages are shares of: the one at 100%, the last that says it is a total, the last of all. */
const wholes = (grid: Grid, column: number): number[] => {
  const hundred = grid.rows.findLastIndex((r, i) => r.role !== 'heading' && grid.cells[i]![column]?.unit === '%' && isHundred(grid, i, column))
  const total = grid.rows.findLastIndex((r, i) => saysTotal(r.label) && grid.cells[i]!.some((c) => c !== null && c.unit !== '%'))
  const last = grid.rows.findLastIndex((r, i) => r.role !== 'heading' && grid.cells[i]!.some((c) => c !== null && c.unit !== '%'))
  return [...new Set([hundred, total, last].filter((i) => i >= 0))]
}
/** A column of percentages: of one column in another, of a column's total, or the change between two. */
const columnShares = (grid: Grid, column: number): Trial => {
  const rows = grid.rows.flatMap((r, i) => (r.role !== 'heading' && r.review.length === 0 && grid.cells[i]![column]?.unit === '%' ? [i] : []))
  if (rows.length < 2) return []
  const others = grid.columns.map((_, i) => i).filter((i) => i !== column && grid.cells.some((c) => c[i] && c[i].unit !== '%')).slice(0, mostColumns)
  const trials: Trial[] = []
  const tryAll = (form: Form, part: (row: number) => Place, whole: (row: number) => Place): void => {
    trials.push(rows.flatMap((row) => { const [a, b] = [part(row), whole(row)]; return a.row === b.row && a.column === b.column ? [] : claim(grid, `share of ${column}`, 'across', form, { row, column }, a, b) ?? [] }))
  }
  for (const a of others) {
    for (const total of wholes(grid, column)) tryAll('product', (row) => ({ row, column: a }), () => ({ row: total, column: a }))
    for (const b of others) if (a !== b) for (const form of ['product', 'change'] as const) tryAll(form, (row) => ({ row, column: a }), (row) => ({ row, column: b }))
  }
  const hint = hinted.test(grid.columns[column]!)
  const whole = grid.rows.some((_, i) => grid.cells[i]![column]?.unit === '%' && isHundred(grid, i, column))
  const named = isNamed(grid, column)
  const best = bestTrial(grid, trials, (n, of) => (hint ? (n >= 2 || (named && of === 2 && n === 1)) && n * 10 >= of * (whole || named ? 5 : 6) : n >= 3 && n * 10 >= of * 8))
  return [...best, ...ownShare(grid, column, best)]
}
const withoutUnit = (heading: string): string => heading.toLowerCase().replace(/%|per ?cent(?:age)?|£\s?(?:000|m|k)?|[^a-z ]/g, ' ').replace(/\s+/g, ' ').trim()
/** "Collected %" beside "Collected £m": what is divided is named. */
const isNamed = (grid: Grid, column: number): boolean => {
  const name = withoutUnit(grid.columns[column]!)
  return name.length > 3 && grid.columns.some((other, c) => c !== column && withoutUnit(other) === name)
}
/** The whole is all of itself: beside the shares of a total stands 100%. */
const ownShare = (grid: Grid, column: number, trial: Trial): Trial => {
  const total = trial[0]?.terms[1]
  if (total === undefined || trial[0]!.form !== 'product' || total.row === trial[0]!.result.row || !rowsAlike(trial, total)) return []
  const own = claim(grid, `share of ${column}`, 'across', 'product', { row: total.row, column }, total, total)
  return own === null ? [] : [own]
}
const rowsAlike = (trial: Trial, total: Place): boolean => trial.length >= 3 && trial.every((r) => r.terms[1]!.row === total.row)

/** What a column of percentages says of the row before: "Change on year". */
const yearOnYear = (grid: Grid, column: number): Trial => {
  if (!/\b(?:change|increase|decrease|growth|year|movement|rise|fall|reduction)\b/i.test(grid.columns[column]!)) return []
  const rows = grid.rows.flatMap((r, i) => (r.role === 'line' && r.review.length === 0 ? [i] : []))
  const trials = grid.columns.map((_, a) => rows.slice(1).flatMap((row, i) => claim(grid, `year on year ${column}`, 'chain', 'change', { row, column }, { row, column: a }, { row: rows[i]!, column: a }) ?? []))
  return bestTrial(grid, trials, (n, of) => n >= 2 && n * 10 >= of * 6)
}

/** Shares that are printed with a total of 100%. */
const hundreds = (grid: Grid, column: number): Trial => grid.rows.flatMap((row, i) => {
  if (grid.cells[i]![column]?.unit !== '%' || !isHundred(grid, i, column) || !(saysTotal(row.label) || /^(?:all|whole|overall)\b/i.test(row.label))) return []
  const from = grid.rows.findLastIndex((r, k) => k < i && (r.role === 'heading' || saysTotal(r.label)))
  const parts = grid.rows.map((_, k) => k).slice(from + 1, i).filter((k) => grid.cells[k]![column]?.unit === '%')
  if (parts.length < 3) return []
  const made = related(grid, { kind: 'down', form: 'sum', scale: 1, group: `hundred ${column}`, result: { row: i, column }, terms: parts.map((k) => ({ row: k, column, sign: 1 })) })
  return made === null ? [] : [made]
})

/** What a column of percentages says: a change on the row before, if its heading says change and that explains as many; else shares or changes within the row. */
const columnClaims = (grid: Grid, column: number): Trial => {
  const inRow = columnShares(grid, column), onYear = yearOnYear(grid, column)
  const kept = (trial: Trial): number => trial.filter(holds).length
  if (onYear.length > 0 && kept(onYear) >= kept(inRow) && inRow.every((r) => r.form !== 'change')) return onYear
  return inRow.length > 0 ? inRow : unprintedWhole(grid, column)
}

const enoughShares = 4
/** Shares of a whole that the table doesn't print: the one number that makes most of them right, where they are many. */
const unprintedWhole = (grid: Grid, column: number): Trial => {
  const rows = grid.rows.flatMap((r, i) => (r.role === 'line' && r.review.length === 0 && grid.cells[i]![column]?.unit === '%' && grid.cells[i]![column].amount > 0 && !isHundred(grid, i, column) ? [i] : []))
  if (rows.length < 3) return []
  const owns = new Map<Trial, Trial>()
  const one = 2 * 10 ** grid.places, allOfIt = grid.rows.flatMap((r, i) => (r.role !== 'heading' && grid.cells[i]![column]?.unit === '%' && isHundred(grid, i, column) ? [i] : []))
  const trials = grid.columns.map((_, a): Trial => {
    const unit = grid.cells[rows[0]!]![a]?.unit ?? null
    const ranges = rows.flatMap((row) => {
      const [p, part] = [grid.cells[row]![column]!, grid.cells[row]![a]]
      if (a === column || !part || part.unit === '%' || part.amount <= 0) return []
      const half = isCount(part) ? 0 : part.slack
      return [{ low: (part.amount - half) / (p.amount + p.slack) * 100, high: (part.amount + half) / Math.max(p.amount - p.slack, p.slack) * 100 }]
    })
    if (ranges.length < 3) return []
    const starts = ranges.map(({ low }) => ({ low, held: ranges.filter((r) => r.low <= low && low <= r.high) })).sort((x, y) => y.held.length - x.held.length)
    const [low, high] = [starts[0]!.low, Math.min(...starts[0]!.held.map((r) => r.high))]
    // One that stands somewhere in the table ("more than the lowest") needs fewer shares to be believed.
    const printed = grid.cells.flat().find((cell) => cell !== null && cell.unit === unit && cell.amount / one >= low && cell.amount / one <= high)
    if (!printed && ranges.length < enoughShares) return []
    const whole = printed ? printed.amount / one : Math.ceil(low) <= high ? Math.round((Math.ceil(low) + Math.floor(high)) / 2) : (low + high) / 2
    // A row at 100% is the whole itself, and told if it can't be.
    const own = allOfIt.filter((row) => { const part = grid.cells[row]![a]; return part !== null && part !== undefined && part.unit === unit && (part.amount / one < low || part.amount / one > high) })
    const claimed = (at: readonly number[]): Relation[] => at.flatMap((row) => related(grid, { kind: 'across', form: 'product', scale: 100 / whole, group: `share of ${column}`, result: { row, column }, terms: [{ row, column: a, sign: 1 }] }) ?? [])
    const trial = claimed(rows)
    owns.set(trial, claimed(own))
    return trial
  })
  const best = bestTrial(grid, trials, (n, of) => n >= 3 && n * 4 >= of * 3)
  // Marks of four beside weights of 10% are no shares: parts must differ to tell.
  return new Set(best.filter(holds).map((r) => grid.cells[r.terms[0]!.row]![r.terms[0]!.column]!.amount)).size >= 3 ? [...best, ...(owns.get(best) ?? [])] : []
}

/** The same without rounding of what is divided, where the percentages come out to the last digit far oftener than rounded figures would let them. */
const sharpened = (grid: Grid, trial: Trial): Trial => {
  const pairs = trial.map((loose) => ({ loose, sharp: loose.form === 'sum' || loose.exact ? loose : related(grid, { ...loose, sharp: true }) ?? loose }))
  const kept = pairs.filter(({ sharp }) => holds(sharp)), lost = pairs.filter(({ loose, sharp }) => holds(loose) && !holds(sharp))
  if (lost.length === 0 || lost.length > Math.max(1, pairs.length / 6)) return trial
  const gain = kept.reduce((n, { loose, sharp }) => n + (isWhole(grid, loose) ? 0 : Math.log10(Math.max(1, loose.slack / sharp.slack))), 0)
  return gain >= 2.5 ? pairs.map(({ sharp }) => sharp) : trial
}
/** Nought or all of something is so however it is rounded. */
const isWhole = (grid: Grid, r: Relation): boolean => {
  const [a, b] = r.terms.map((t) => grid.cells[t.row]![t.column]!.amount)
  return a === 0 || (b !== undefined && a === b)
}

/** All that the percentages of a table claim, as far as its figures show what they are shares of. */
export const shares = (grid: Grid): Relation[] => [
  ...grid.rows.flatMap((_, i) => {
    if (!isPercentRow(grid.cells[i]!)) return []
    const under = rowShares(grid, i)
    return under.length > 0 ? under : betweenRows(grid, i)
  }),
  ...grid.columns.flatMap((_, column) => {
    if (!grid.cells.some((row) => row[column]?.unit === '%')) return []
    const relations = sharpened(grid, columnClaims(grid, column))
    // That the shares make 100 is only evidence beside what they are shares of.
    return relations.length > 0 ? [...relations, ...hundreds(grid, column)] : []
  }),
]
