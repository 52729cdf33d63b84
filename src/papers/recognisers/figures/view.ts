import { saysAbout, saysTotal } from './roles.ts'
import type { Cell, Grid } from './grid.ts'
import { cellAt, type Place } from './relation.ts'

/** A table seen along its rows or along its columns: each line has a figure at each step, and the steps follow one another. */
export type View = {
  readonly along: 'rows' | 'columns'
  readonly grid: Grid
  readonly lines: readonly number[]
  readonly steps: readonly number[]
  readonly at: (line: number, step: number) => Place
  readonly nameOf: (line: number) => string
}

const mostLines = 40
const summed = /\b(?:totals?|variance|difference|change|movement|share|average)\b|%/i
const isAmount = (cell: Cell | null): boolean => cell !== null && cell.unit !== '%'

/** Rows that follow one another as years or quarters do: no totals, no averages, nothing doubtful. */
const stepRows = (grid: Grid, all: boolean): number[] => grid.rows.flatMap((row, i) => (row.role !== 'heading' && (all || (row.role === 'line' && !saysTotal(row.label))) && row.review.length === 0 && !saysAbout(row.label) && grid.cells[i]!.some((c) => c !== null) ? [i] : []))
/** Lines are columns, steps are rows; with `all`, totals too. */
export const downward = (grid: Grid, all = false): View => ({
  along: 'rows', grid, steps: stepRows(grid, all), at: (line, step) => ({ row: step, column: line }), nameOf: (line) => grid.columns[line]!,
  lines: grid.columns.flatMap((_, c) => (grid.cells.some((row) => isAmount(row[c] ?? null)) ? [c] : [])),
})
/** Lines are rows, steps are columns. Only tables of a size that people read across. */
export const sideways = (grid: Grid, all = false): View => ({
  along: 'columns', grid, at: (line, step) => ({ row: line, column: step }), nameOf: (line) => grid.rows[line]!.label,
  lines: grid.rows.length > mostLines ? [] : grid.rows.flatMap((row, i) => (row.role !== 'heading' && row.review.length === 0 && grid.cells[i]!.some((c) => isAmount(c)) ? [i] : [])),
  steps: grid.columns.flatMap((name, c) => (!all && summed.test(name) ? [] : [c])),
})
export const amountIn = ({ grid, at }: View, line: number, step: number): Cell | null => { const cell = cellAt(grid, at(line, step)); return cell !== null && cell.unit !== '%' ? cell : null }
