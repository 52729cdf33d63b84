import { describe, expect, test } from 'vitest'
import { checkedText } from '../../../../tests/support/checked.ts'
import { nowhere } from '../../../kit/source.ts'
import { readFigure, readNumber, decimal } from './figure.ts'
import { gridOf, type MoneyTable } from './grid.ts'
import { castings } from './cast.ts'
import { unitIn } from './units.ts'

const tablesOf = (text: string) => checkedText(text).recognised.tables
const money = (text: string): MoneyTable => tablesOf(text).find((t): t is MoneyTable => t.kind === 'money')!

describe('a figure', () => {
  for (const [text, value, unit] of [
    ['1,602', '1602', null], ['(13,865)', '-13865', null], ['-2,000', '-2000', null], ['−0.5', '-0.5', null], ['£1.370m', '1.370', '£m'], ['£(2.6)m', '-2.6', '£m'],
    ['70.4%', '70.4', '%'], ['471.03kg', '471.03', 'kg'], ['182 days', '182', 'days'], ['£88,324.35', '88324.35', '£'], ['+£4.5 million', '4.5', '£m'], ['3 , 985', '3985', null], ['12.5 FTE', '12.5', 'FTE'],
  ] as const) test(`"${text}" is ${value} ${unit ?? ''}`, () => {
    const read = readNumber(text)!
    expect([decimal(read.value), read.unit]).toEqual([value, unit])
  })
  for (const text of ['01432 260176', '0-10%', '12/03/2024', '959 338', '£10m in total, £5m this year', 'Q1', '(5', '01000']) test(`"${text}" is not one number`, () => { expect(readNumber(text)).toBeNull() })
  for (const [text, state] of [['', 'blank'], ['-', 'dash'], ['–', 'dash'], ['NIL', 'nil'], ['N/A', 'not-applicable'], ['0', 'number'], ['Within limit', 'words']] as const) test(`"${text}" is ${state}, and only a number has a value`, () => {
    const figure = readFigure(text, nowhere, '£m')
    expect(figure.state).toBe(state)
    expect(figure.value === null).toBe(state !== 'number')
  })
})

describe('units', () => {
  for (const [heading, unit] of [['Budget £m', '£m'], ["Budget £'000", '£000'], ['Current £000s', '£000'], ['Cost (£ thousands)', '£000'], ['% spent', '%'], ['Posts (FTE)', 'FTE'], ['Amount (£)', '£'], ['Scheme', null]] as const)
    test(`"${heading}" is in ${unit ?? 'no unit'}`, () => { expect(unitIn(heading)).toBe(unit) })
  test('a column that names no unit has that of the others, a cell its own', () => {
    const table = money(" | Budget £'000 | Outturn £'000 | Variance\nParks | 120 | 130 | 10\nShare | 40% | 45% | 5%")
    expect(table.unit).toBe('£000')
    expect(table.rows[0]!.figures['Variance']!.unit).toBe('£000')
    expect(table.rows[1]!.figures['Variance']!.unit).toBe('%')
  })
})

describe('headings', () => {
  test('several rows of headings are read downwards as one, with the title apart', () => {
    const table = money('Table 4: Spending\n\nSpending by service | |\n | Revised | Actual\n | budget | \n | £m | £m\nParks | 1.2 | 1.3\nPools | 2.2 | 2.0')
    expect(table.columns).toEqual(['', 'Revised budget £m', 'Actual £m'])
    expect(table.title).toContain('Table 4')
    expect(table.rows.map((r) => r.label)).toEqual(['Parks', 'Pools'])
  })
  test('years over columns are headings, not figures', () => { expect(money('Ages | 2021 | 2022 | 2023\nUnder 16 | 340 | 350 | 360').columns).toEqual(['Ages', '2021', '2022', '2023']) })
  test('a year torn in two by the column rule is put together', () => {
    const table = money('Grants added | | | | |\n | 202 | 4/25 | 2025/26 | £000\nRoads |  | 296 | 10 | 306\nHomes |  | 165 | 20 | 185')
    expect(table.columns.slice(1)).toEqual(['2024/25', '2025/26', '£000'])
    expect(table.rows[0]!.figures['2024/25']!.value).toBe('296')
  })
  test('a caption below the table is the title where no table follows it', () => { expect(money('Item | £m\nOne | 1.5\nTwo | 2.5\n\nTable 7: What it costs\n\nThe cost has risen over the last two years and will go on rising.').title).toContain('Table 7') })
  test('a table goes on over a page without its headings', () => {
    const tables = tablesOf('Scheme | £000\nOne | 15\nTwo | 25\n\nThree | 30\nTotal | 70')
    expect(tables).toHaveLength(1)
    expect(money('Scheme | £000\nOne | 15\nTwo | 25\n\nThree | 30\nTotal | 70').rows.map((r) => r.source.line)).toEqual([2, 3, 5, 6])
  })
})

test('several tables on one sheet are several tables, each with its title', () => {
  const tables = tablesOf('Budget | £m | Last year £m\nParks | 1.2 | 1.1\nPools | 2.3 | 2.0\nTotal | 3.5 | 3.1\nStaff in post | | \nTeam | Men | Women\nParks | 12 | 15\nPools | 20 | 31')
  expect(tables.map((t) => [t.source.line, t.rows.length])).toEqual([[1, 3], [6 - 1, 2]])
  expect(tables[1]!.title).toContain('Staff in post')
})

describe('rows', () => {
  test('totals and subtotals are told by their labels', () => {
    expect(money('Line | £m | Last year £m\nA | 1.0 | 2.0\nSub total | 1.0 | 2.0\nB | 2.0 | 2.0\nTotal parks | 2.0 | 2.0\nTotal | 3.0 | 4.0').rows.map((r) => r.role)).toEqual(['line', 'subtotal', 'line', 'subtotal', 'total'])
  })
  test('several figures run together in a cell are not read, and the row asks for review', () => {
    const row = money('Line | Target | Done\nA | 100 | 50\nB | 959 338 | 40\nC | 30 | 20').rows[1]!
    expect(row.figures['Target']!.value).toBeNull()
    expect(row.review.join()).toContain('several figures')
  })
  test('lines that begin in the middle of their numbering ask for review', () => { expect(money('Saving | £000\nS7 Bins | 80\nS8 Parks | 20').rows[0]!.review.join()).toContain('before S7') })
  test('a comma that drifted off its digits is closed up and said', () => {
    const row = money('Line | £000\nA | 3 , 985\nB | 12').rows[0]!
    expect(row.figures['£000']!.value).toBe('3985')
    expect(row.repaired).toHaveLength(1)
  })
})

const membersOf = (text: string): number[] => castings(gridOf(money(text))).map((c) => c.members.length)
describe('totals', () => {
  test('rows printed after their total are found', () => { expect(membersOf('Line | £000 | Last\nE | 50 | 30\nF | 40 | 50\nTotal two | 90 | 80\nA | 100 | 300\nB | 250 | 400\nTotal one | 850 | 1,600\nC | 200 | 400\nD | 300 | 500\nTotal | 940 | 1,680')).toContain(4) })
  test('a total that does not say so is known by arithmetic', () => { expect(membersOf('Line | 2025 £m | 2026 £m\nApproved | 160.0 | 50.8\nRemoved | (2.6) | -\nAdded | 3.1 | 23.7\nRevised budget | 160.5 | 74.5')).toEqual([3]) })
  test('a line "of which" is no part of the sum', () => { expect(membersOf('Line | £m\nRoads | 10.4\nof which grant | 6.2\nSchools | 8.3\nTotal | 18.7')).toEqual([2]) })
})

test('other tables keep their cells: measures, reviewers, risks', () => {
  const tables = tablesOf('Performance indicator | 2023-24 Actual | Target | Q1 Actual | RAG\nCalls answered | 70% | 80% | 77% | Amber\n\nThe report was read by these officers before it was published.\n\nGovernance | A Person | Date 04/09/2024\nFinance |  | \nLegal | B Person | Date 05/09/2024\n\nThese are the risks.\n\nRisk | Mitigation\nIt may rain | Tents')
  expect(tables.map((t) => t.kind)).toEqual(['measures', 'reviewers', 'risks'])
  expect(tables[0]!.rows[0]).toMatchObject({ name: 'Calls answered', previous: '70%', expected: '80%', actual: '77%', status: 'Amber', unit: '%' })
  expect(tables[1]!.rows[1]).toMatchObject({ cells: { role: 'Finance', name: '', date: '' } })
})
