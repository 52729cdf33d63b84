import type { PaperCell, PaperTable } from '../../types.ts'
import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'

const withComma = /^[-(]?£?\d{1,3}(?:,\d{3})+(?:\.\d+)?\)?$/
const without = /^[-(]?£?[1-9]\d{3,6}(?:\.\d+)?\)?$/
const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)
const noAmount = /\b(?:ref|refs?\.?|code|year|no\.?|number|id|cost cent(?:re|er)|account|page|phone|tel)\b/i

const columnsOf = (table: PaperTable): PaperCell[][] => {
  const columns: PaperCell[][] = []
  for (const row of table.rows) for (const [c, cell] of row.entries()) (columns[c] ??= []).push(cell)
  return columns
}
const spaced = (text: string): string => text.replace(/\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','))
const fewest = 4

export const lostComma: Check = defineCheck({
  code: 'wording.lost-comma', title: 'A figure without its comma', level: 'note',
  about: 'One figure of a column is printed without the comma that parts its thousands, where four or more have it ("5097" among "4,120"). Put it in: a slip of the digits is then easier to see.',
  right: ['Ward\tHomes\nNorth\t4,120\nSouth\t5,097\nEast\t3,410\nWest\t2,998\nHill\t2024', 'Ward\tRef\nNorth\t4,120\nSouth\t5097\nEast\t3,410\nWest\t2,998\nHill\t1,204'],
  wrong: ['Ward\tHomes\nNorth\t4,120\nSouth\t5097\nEast\t3,410\nWest\t2,998\nHill\t1,204'],
  find: (paper) => paper.content.blocks.flatMap((block): Fault[] => (block.kind !== 'table' || block.rows.length <= fewest ? [] : columnsOf(block).flatMap((column): Fault[] => {
    const bare = column.filter((cell) => without.test(cell.text) && !isYear(cell.text))
    const [cell] = bare
    if (!cell || bare.length > 1 || column.filter((other) => withComma.test(other.text)).length < fewest || noAmount.test(column[0]!.text)) return []
    return [{ at: cell.source, found: cell.text, expected: spaced(cell.text), message: `"${cell.text}" stands without the comma that the other figures of its column have: ${spaced(cell.text)}.` }]
  }))),
})
