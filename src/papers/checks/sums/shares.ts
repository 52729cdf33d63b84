import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import { absolute, compareQuantities, minus, parseQuantity, quantity, sum, type Quantity } from '../../../kit/quantity.ts'
import { proseOf } from '../../facts/index.ts'
import { decimal } from '../../recognisers/figures/figure.ts'
import { gridOf, isPercentRow, type Grid, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { saysTotal } from '../../recognisers/figures/roles.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { isTold, tableFindings } from './tables.ts'

type Shares = { readonly parts: readonly { readonly value: Quantity; readonly text: string }[]; readonly source: Source; readonly of: string; readonly at?: { readonly grid: Grid; readonly row: number; readonly column: number } }

const hundred = quantity(100)
const total = (shares: Shares): Quantity => sum(shares.parts.map((p) => p.value))
/** Half a printed unit for each share. */
const slack = (shares: Shares): Quantity => sum(shares.parts.map((p) => ({ digits: 5n, scale: p.value.scale + 1 })))
const makesHundred = (shares: Shares): boolean => compareQuantities(absolute(minus(total(shares), hundred)), slack(shares)) <= 0

/** Far from 100 they are no shares: a rate year after year that has reached 100%. */
const isNearHundred = (shares: Shares): boolean => compareQuantities(absolute(minus(total(shares), hundred)), quantity(20)) <= 0

const partsAt = (grid: Grid, places: readonly [number, number][]): Shares['parts'] => places.flatMap(([row, column]) => {
  const cell = grid.cells[row]![column]
  const value = cell?.unit === '%' ? parseQuantity(cell.figure.value ?? '') : null
  return value === null || cell === null || cell === undefined ? [] : [{ value, text: cell.figure.text }]
})
const isHundred = (grid: Grid, row: number, column: number): boolean => {
  const cell = grid.cells[row]![column]
  return cell?.unit === '%' && compareQuantities(parseQuantity(cell.figure.value ?? '0') ?? quantity(0), hundred) === 0
}

/** A row of percentages with its own 100%: the others are its shares. */
const rowShares = (grid: Grid): Shares[] => grid.rows.flatMap((row, i) => {
  const whole = isPercentRow(grid.cells[i]!) ? grid.columns.findIndex((_, c) => isHundred(grid, i, c)) : -1
  if (whole < 0) return []
  const parts = partsAt(grid, grid.columns.flatMap((_, c): [number, number][] => (c === whole ? [] : [[i, c]])))
  const shares = { parts, source: row.source, of: 'the row', at: { grid, row: i, column: -1 } }
  return parts.length >= 3 && isNearHundred(shares) ? [shares] : []
})
/** A column of percentages with a total of 100%. */
const columnShares = (grid: Grid): Shares[] => grid.columns.flatMap((name, c) => grid.rows.flatMap((row, i) => {
  if (!saysTotal(row.label) || !isHundred(grid, i, c)) return []
  const from = grid.rows.findLastIndex((r, k) => k < i && (r.role === 'heading' || saysTotal(r.label)))
  const parts = partsAt(grid, grid.rows.flatMap((r, k): [number, number][] => (k > from && k < i && r.review.length === 0 ? [[k, c]] : [])))
  return parts.length >= 3 ? [{ parts, source: grid.cells[i]![c]!.figure.source, of: `“${name}”`, at: { grid, row: -1, column: c } }] : []
}))

const percents = /%|\bper ?cent/i
/** Rows that share out the whole from left to right: most of them make 100, so all do. */
const rowsOfHundred = (grid: Grid): Shares[] => {
  const isPercent = (row: number, column: number): boolean => { const cell = grid.cells[row]![column]; return cell !== null && cell !== undefined && cell.figure.state === 'number' && (cell.unit === '%' || (cell.unit === null && percents.test(grid.table.title))) }
  const all = grid.rows.flatMap((row, i): Shares[] => {
    if (row.role === 'heading' || row.review.length > 0 || !grid.columns.every((_, c) => isPercent(i, c))) return []
    const parts = grid.cells[i]!.map((cell) => ({ value: parseQuantity(cell!.figure.value!)!, text: cell!.figure.text }))
    return parts.length < 2 ? [] : [{ parts, source: row.source, of: `“${row.label}”`, at: { grid, row: i, column: -1 } }]
  })
  const kept = all.filter(makesHundred)
  return kept.length >= 3 && kept.length * 4 >= all.length * 3 ? all.filter(isNearHundred) : []
}

const sharing = /\b(?:structure|profile|shares?|split|breakdown|mix|proportion|distribution|composition|by age|of total)\b/i
/** Percentages under a heading that says they share something out ("Maturity structure"), though no 100% is printed. */
const headedShares = (grid: Grid): Shares[] => grid.rows.flatMap((head, i) => {
  if (head.role !== 'heading' || !sharing.test(head.label)) return []
  const end = grid.rows.findIndex((r, k) => k > i && (r.role === 'heading' || saysTotal(r.label)))
  const rows = grid.rows.map((_, k) => k).slice(i + 1, end < 0 ? undefined : end)
  return grid.columns.flatMap((_, c) => {
    const parts = partsAt(grid, rows.map((k): [number, number] => [k, c]))
    return parts.length >= 4 && parts.length === rows.length ? [{ parts, source: head.source, of: `“${head.label}”` }] : []
  })
})

/** Neighbouring paragraphs that each share something out in as many percentages: one makes 100 and the other doesn't. */
const proseShares = (paper: CheckedPaper): Shares[] => {
  const all = proseOf(paper.content).map(({ passage, sentences }) => {
    const parts = sentences.flatMap((s) => s.facts).flatMap((f) => (f.kind === 'percentage' && f.value !== null ? [{ value: parseQuantity(f.value)!, text: f.text }] : []))
    return { parts, source: passage.at(0), of: 'the sentence', order: passage.order }
  }).filter((s) => s.parts.length >= 3)
  return all.filter((shares) => !makesHundred(shares) && compareQuantities(absolute(minus(total(shares), hundred)), quantity(10)) <= 0
    && all.some((other) => Math.abs(other.order - shares.order) === 1 && other.parts.length === shares.parts.length && compareQuantities(total(other), hundred) === 0))
}

const listed = (shares: Shares): string => shares.parts.length > 8 ? `its ${shares.parts.length} shares` : shares.parts.map((p) => p.text).join(' + ')
const findingOf = (shares: Shares, level: Finding['level']): Finding => ({
  level, code: 'sum.shares', source: shares.source, expected: '100%', found: `${decimal(total(shares))}%`,
  message: `The shares in ${shares.of} make ${decimal(total(shares))}%, not 100%: ${listed(shares)}.${level === 'warning' ? ' A share that is not named could explain it; say which.' : ''}`,
})

const find = (paper: CheckedPaper): Finding[] => {
  const grids = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').map((t) => gridOf(t))
  // A share that is named as the wrong one is told there.
  const faults = tableFindings(paper).tables.flatMap((t) => t.faults.filter(isTold))
  const isNamed = ({ at }: Shares): boolean => faults.some((f) => f.grid === at?.grid && (f.place.row === at.row || f.place.column === at.column))
  const inTables = grids.flatMap((g) => [...rowShares(g), ...columnShares(g), ...rowsOfHundred(g)]).filter((s) => !makesHundred(s) && !isNamed(s))
  const headed = grids.flatMap(headedShares).filter((s) => !makesHundred(s) && isNearHundred(s))
  return [...inTables.map((s) => findingOf(s, 'error')), ...headed.map((s) => findingOf(s, 'warning')), ...proseShares(paper).map((s) => findingOf(s, 'warning'))]
}

export const sharesCheck: Check = {
  code: 'sum.shares', title: 'Shares make 100%', level: 'error',
  about: 'Percentages that share out one whole are added up, with half a printed unit of rounding allowed for each. Told where the table prints the 100% itself; and, as a warning, where one sentence of a pair makes 100% and its neighbour does not.',
  right: ['Source\tShare\nTax\t58%\nRates\t24%\nGrants\t12%\nFees\t5%\nTotal\t100%'],
  wrong: ['Source\tShare\nTax\t58%\nRates\t24%\nGrants\t12%\nFees\t9%\nTotal\t100%'],
  find,
}
