import { expect, test } from 'vitest'
import { checkedText } from '../../../tests/support/checked.ts'
import type { ProseFact } from '../checks/check.ts'

const facts = (text: string): readonly ProseFact[] => checkedText(text).facts
const brief = (text: string): string[] => facts(text).map((f) => `${f.kind} ${f.value ?? '?'} ${f.unit ?? ''}`.trim())

test('amounts keep their printed precision and unit; a minus in brackets is one', () => {
  expect(brief('Spending of £8.20 million, a change of (£2.6) million, against £1,250 and £40k.')).toEqual(['amount 8.20 £m', 'amount -2.6 £m', 'amount 1250 £', 'amount 40 £000'])
})
test('a share is said of what follows its bracket', () => {
  const [amount, percent] = facts('We saved £3.2 million (41%) of the total target this year.')
  expect(amount!.of).toContain('of the total target')
  expect(percent!.of).toContain('of the total target')
})
test('counts, shares of counts and number words', () => { expect(brief('In all 90 out of 100 milestones (90%) and five reviews were done.')).toEqual(['count 90', 'count 100', 'percentage 90 %', 'count 5']) })
test('days, times and periods', () => {
  expect(brief('Questions close at 5pm on Friday 18 July 2025; the report covers Quarter 1 2025/26 and June 2025.')).toEqual(['time 17:00', 'date 2025-07-18', 'period 2025-26-Q1', 'period 2025-06'])
})
test('a sentence that begins with its count, and one torn over two cells', () => {
  expect(brief('It is done. 90 out of 100 milestones were met.')).toEqual(['count 90', 'count 100'])
  expect(brief('5pm | on Friday 18 July 2025.')).toEqual(['time 17:00', 'date 2025-07-18'])
})
test('numbers that point at something count nothing', () => { expect(brief('Under section 149 of the Act and paragraph 7 above, see page 12 and Appendix 3.')).toEqual([]) })
test("what belongs to somebody is counted, a section of an Act is not", () => { expect(brief("To let the council's four pools under s 19 of the Act.")).toEqual(['count 4']) })
test('a sentence cut by a page break is one, each fact with its own line', () => {
  const found = facts('The board agreed to spend £62.6\n\nmillion on bridges and £3 million on paths.').filter((f) => f.kind === 'amount')
  expect(found.map((f) => [f.value, f.unit, f.source.line])).toEqual([['62.6', '£m', 1], ['3', '£m', 3]])
})
