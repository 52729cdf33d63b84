import type { Figure, MoneyRow, RecognisedTable } from '../../types.ts'

export type MoneyTable = Extract<RecognisedTable, { kind: 'money' }>

/**
 * A figure made ready for adding: whole numbers, all of a table in one scale and doubled, so that half a printed unit is whole too. Exact.
 * `slack` is half the unit that was printed: what rounding may have taken or given. A nought, a dash and NIL are exact.
 */
export type Cell = { readonly amount: number; readonly slack: number; readonly unit: string | null; readonly figure: Figure }
export type Grid = {
  readonly table: MoneyTable
  readonly rows: readonly MoneyRow[]
  readonly columns: readonly string[]
  /** Decimal places of the scale that amounts are in. */
  readonly places: number
  readonly cells: readonly (readonly (Cell | null)[])[]
  /** The unit of most figures of each column: what stands in another is no part of a sum down the column. */
  readonly units: readonly (string | null)[]
}

const placesOf = (value: string): number => (value.includes('.') ? value.length - value.indexOf('.') - 1 : 0)

const cellOf = (figure: Figure | undefined, places: number): Cell | null => {
  if (figure === undefined) return null
  if (figure.state === 'dash' || figure.state === 'nil') return { amount: 0, slack: 0, unit: figure.unit, figure }
  if (figure.state !== 'number' || figure.value === null) return null
  const slack = 10 ** (places - placesOf(figure.value))
  // Up to the last safe whole number this is exact; beyond it, it stays beyond.
  const amount = Number(figure.value.replace('.', '')) * slack * 2
  if (!Number.isSafeInteger(amount)) return null
  return { amount: amount === 0 ? 0 : amount, slack: amount === 0 ? 0 : slack, unit: figure.unit, figure }
}

/** The unit of most figures of a column; percentages among amounts stand for themselves. */
const columnUnit = (rows: readonly MoneyRow[], column: string): string | null => {
  const counts = new Map<string, number>()
  for (const row of rows) {
    const figure = row.figures[column]
    if (figure?.state === 'number' && figure.unit !== '%') counts.set(figure.unit ?? '', (counts.get(figure.unit ?? '') ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] || null
}
const isNumeric = (rows: readonly MoneyRow[], column: string): boolean => rows.some((row) => row.figures[column]?.state === 'number')

const kept = new WeakMap<MoneyTable, Grid>()
/** A table's figures laid out for adding, once for all that ask. Places are kept to nine, beyond which nothing a council prints goes. */
export const gridOf = (table: MoneyTable): Grid => {
  const grid = kept.get(table) ?? laidOut(table)
  kept.set(table, grid)
  return grid
}
const laidOut = (table: MoneyTable): Grid => {
  const columns = table.columns.filter((column) => isNumeric(table.rows, column)).slice(0, 40)
  let places = 0
  for (const row of table.rows) for (const column of columns) places = Math.max(places, placesOf(row.figures[column]?.value ?? ''))
  places = Math.min(places, 9)
  const units = columns.map((column) => columnUnit(table.rows, column))
  const cells = table.rows.map((row) => columns.map((column) => (row.role === 'heading' ? null : cellOf(row.figures[column], places))))
  return { table, rows: table.rows, columns, places, cells, units }
}

/** An amount of the grid printed again, to at most the places that `like` was printed with where that loses nothing. */
export const printAmount = (amount: number, places: number): string => {
  const sign = amount < 0 ? '-' : ''
  const digits = Math.abs(amount / 2).toFixed(0).padStart(places + 1, '0')
  const [whole, part] = [digits.slice(0, digits.length - places), digits.slice(digits.length - places).replace(/0+$/, '')]
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === '' ? '' : `.${part}`}`
}
export const isPercent = (cell: Cell | null): boolean => cell !== null && cell.unit === '%'
/** A row of percentages says what the row above it comes to; it is no part of any sum. */
export const isPercentRow = (cells: readonly (Cell | null)[]): boolean => cells.some((c) => c !== null) && cells.every((c) => c === null || c.amount === 0 || isPercent(c)) && cells.some(isPercent)
