import { expect, test } from 'vitest'
import type { GridCell } from './grid.ts'
import type { Run } from './page.ts'
import { agrees } from './told.ts'

const run = (text: string, x0: number): Run => ({ text, x0, x1: x0 + 40, y0: 0, y1: 10, y: 8, size: 10, bold: false, content: text, artifact: false })
const cell = (column: number): GridCell => ({ row: 0, column, rows: 1, columns: 1, x0: column * 100, x1: column * 100 + 100, y0: 0, y1: 12 })

const seated = (seats: ReadonlyMap<GridCell, readonly Run[]>) => ({ grid: { x0: 0, x1: 300, y0: 0, y1: 12, rowCount: 1, columnCount: 3, cells: [...seats.keys()] }, seats })

test('two cells of a row that the lines or words put in one do not agree with what the structure tells', () => {
  const [sweep, due, green] = [run('Sweep the square', 0), run('By when', 100), run('RAG', 145)]
  const told = { rows: [[[sweep], [due], [green]]], columnCount: 3, opens: true, isSplit: false, runs: [sweep, due, green] }
  expect(agrees(told, seated(new Map([[cell(0), [sweep]], [cell(1), [due, green]]])))).toBe(false)
  expect(agrees(told, seated(new Map([[cell(0), [sweep]], [cell(1), [due]], [cell(2), [green]]])))).toBe(true)
})
