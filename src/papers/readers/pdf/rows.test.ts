import { expect, test } from 'vitest'
import { linesOf } from './lines.ts'
import type { Run } from './page.ts'
import { anchorsOf } from './rows.ts'

const run = (text: string, x0: number, y: number): Run => ({ text, x0, x1: x0 + 60, y0: y - 8, y1: y + 2, y, size: 10, bold: false, content: text, artifact: false })
/** A table of two columns without lines: what is to be done over two lines, and a status in the middle of its row. */
const rows = (statuses: readonly string[]) => statuses.flatMap((status, i) => [run('Mend the mill race', 0, 40 + 30 * i), run('and tell the miller', 0, 52 + 30 * i), run(status, 200, 46 + 30 * i)])
const anchors = (statuses: readonly string[]) => anchorsOf(rows(statuses).flatMap((r) => linesOf([r])), [0, 150, 300], 20).map((l) => l.text)

test('a status that is no known word begins a row among those that are', () => {
  expect(anchors(['Complete', 'Overdue', 'In progress', 'Amber'])).toEqual(['Complete', 'Overdue', 'In progress', 'Amber'])
})

test('the second line of a status begins no row', () => {
  const twoLines = [...rows(['Complete', 'Amber']), run('Awaiting', 200, 100), run('Council', 200, 112)]
  expect(anchorsOf(twoLines.flatMap((r) => linesOf([r])), [0, 150, 300], 20).map((l) => l.text)).toEqual(['Complete', 'Amber'])
})
