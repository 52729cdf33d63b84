import type { MadeTable } from './figure-tables.ts'

/** A small generator of repeatable chance. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => { state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; return state / 2 ** 32 }
}
const pick = <T>(next: () => number, all: readonly T[]): T => all[Math.floor(next() * all.length)]!

const isFigure = (cell: string): boolean => /\d/.test(cell) && /^[-(]?£?[\d,.]+\)?%?$/.test(cell)
type Grid = string[][]
const cells = (grid: Grid): [number, number][] => grid.flatMap((row, r) => (r === 0 ? [] : row.flatMap((cell, c): [number, number][] => (c > 0 && isFigure(cell) ? [[r, c]] : []))))
const amount = (cell: string): number => Number(cell.replace(/[^\d.]/g, '')) * (/[(-]/.test(cell) ? -1 : 1)

/** Another leading digit of a number of two or more: beyond what rounding could explain. */
const changeDigit = (grid: Grid, next: () => number): string | null => {
  const open = cells(grid).filter(([r, c]) => /[1-9][^\d]?\d/.test(grid[r]![c]!) && !grid[r]![c]!.endsWith('%'))
  if (open.length === 0) return null
  const [r, c] = pick(next, open)
  const cell = grid[r]![c]!
  const at = cell.search(/[1-9]/)
  const other = String((Number(cell[at]) % 9) + 1)
  grid[r]![c] = cell.slice(0, at) + other + cell.slice(at + 1)
  return `${cell} became ${grid[r]![c]}`
}
/** A row of figures that isn't a total goes. */
const dropRow = (grid: Grid, next: () => number): string | null => {
  const rows = grid.flatMap((row, r) => (r > 0 && row.slice(1).some((c) => isFigure(c) && amount(c) !== 0) && row[0] !== '' && !/total|all staff|average|net expenditure|budget|underspend|^20\d\d/i.test(row[0]!) ? [r] : []))
  if (rows.length < 3 || !grid.some((row) => /total|all staff|net expenditure/i.test(row[0]!))) return null
  const r = pick(next, rows)
  const [gone] = grid.splice(r, 1)
  return `the row ${gone![0]} went`
}
/** Two unlike figures of one row change places. */
const swapCells = (grid: Grid, next: () => number): string | null => {
  if (!grid.some((row) => /total|all staff|net expenditure/i.test(row[0]!))) return null
  const all = cells(grid).filter(([r, c]) => !grid[r]![c]!.endsWith('%'))
  const pairs = all.flatMap(([r, a]) => all.filter(([s, b]) => s === r && b > a && Math.abs(amount(grid[r]![a]!) - amount(grid[r]![b]!)) * 5 > Math.abs(amount(grid[r]![a]!))).map(([, b]) => [r, a, b] as const))
  if (pairs.length === 0) return null
  const [r, a, b] = pick(next, pairs)
  const [x, y] = [grid[r]![a]!, grid[r]![b]!]
  grid[r]![a] = y
  grid[r]![b] = x
  return `${x} and ${y} changed places`
}

/** A copy of the table with one fault, and what it is; null where the table offers no place for it. */
export const damaged = (table: MadeTable, seed: number): { text: string; what: string } | null => {
  const next = chance(seed * 7919 + 17)
  const grid = table.text.split('\n').map((line) => line.split('\t'))
  const what = pick(next, [changeDigit, dropRow, swapCells])(grid, next)
  return what === null ? null : { text: grid.map((row) => row.join('\t')).join('\n'), what }
}
