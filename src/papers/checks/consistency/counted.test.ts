import { describe, expect, test } from 'vitest'
import { checkedText } from '../../../../tests/support/checked.ts'
import type { Finding } from '../../../kit/finding.ts'
import { consistencyChecks } from './index.ts'

const find = (text: string): Finding[] => { const paper = checkedText(text); return consistencyChecks.flatMap((c) => [...c.find(paper)]) }
const codes = (text: string): string[] => find(text).map((f) => f.code)

const reserves = (said: string): string => `The balance consists of the general fund and ${said}.\n\nTable 1: Usable reserves (£000)\n\nReserve | Opening | Closing\nInsurance | 2,140 | 2,260\nWinter | 900 | 900\nElections | 355 | 465\nEarmarked reserves | 3,395 | 3,625\nGeneral fund | 9,800 | 8,600\nAll reserves | 13,195 | 12,225`
const lenders = (said: string): string => `It was placed with ${said}, listed in Table 2.\n\nTable 2: Investments held\n\nCounterparty | Principal £000 | Rate\nHarbour Bank | 3,000 | 4.20%\nMoorside Society | 2,500 | 3.90%\nDebt Office | 5,000 | 3.95%\nTotal | 10,500 | 4.01%`
const actions = (said: string): string => `${said}\n\nTable 3: Recovery actions\n\nAction | Owner | Complete by | Saving £000\nFreeze posts | Head of People | 19 December 2025 | 400\nNew contract | Head of Roads | 15 January 2026 | 200\nFostering campaign | Head of Care | 27 February 2026 | 300\nTotal | | | 900`
const accounts = (day: string): string => `On ${day} the call account principal of Harbour Bank held £2.97m.\n\nTable 2: Investments held at 30 September 2025\n\nCounterparty | Principal £000\nHarbour Bank call account | 2,500\nFen Society | 3,000\nTotal | 5,500`

const heads = (said: string): string => `${said}\n\nTable A2: Children\n\nBudget head | Budget £000 | Outturn £000 | Variance £000\nChildren in care | 31,204 | 33,918 | 2,714\nSchool buses and taxis | 11,480 | 12,934 | 1,454\nYouth centres | 6,310 | 6,095 | (215)\nTotal | 48,994 | 52,947 | 3,953`
const risks = (said: string): string => `${said}\n\nTable 2: Scores\n\nRisk | Quarter 1 | Quarter 2\nR1 | 20 | 15\nR2 | 12 | 8\nR3 | 10 | 10\nAll | 42 | 33`

const budget = (said: string): string => `It notes the forecast overspend of ${said} on the net budget.\n\nService | Budget £000 | Forecast £000 | Overspend £000\nParks | 61,240 | 63,052 | 1,812\nPools | 40,105 | 42,333 | 2,228\nNet budget | 101,345 | 105,385 | 4,040`

const grants = (said: string): string => `${said}\n\nTable 7 - Repairs finished\n\nWork | Repairs | Weeks\nShowers | 131 | 9\nRamps | 169 | 12\nAll works | 300 | 10`

describe('a number of things and the table that lists them', () => {
  test('the rows over a subtotal that bears their name', () => {
    expect(codes(reserves('three earmarked reserves'))).toEqual([])
    expect(codes(reserves('four earmarked reserves'))).toEqual(['same.rows'])
  })
  test('a table that is cited', () => {
    expect(codes(lenders('three counterparties'))).toEqual([])
    expect(codes(lenders('five counterparties'))).toEqual(['same.rows'])
  })
  test('a caption that says what its rows are', () => {
    expect(codes(actions('The Committee approves three recovery actions.'))).toEqual([])
    expect(codes(actions('The Committee approves four recovery actions.'))).toEqual(['same.rows'])
  })
  for (const some of ['Two of the actions are done.', 'It agrees the two actions that are late.', 'The two overdue actions in Table 3 come back in May.', 'It notes another four actions.', 'About five actions are planned.'])
    test(`a count of some is left alone: ${some}`, () => { expect(codes(actions(some))).toEqual([]) })
  test('a number said of some that were chosen before is of those', () => { expect(codes(actions('It agrees the two actions marked "Saving". The two actions bring £600k.'))).toEqual([]) })
})

test('items that are marked in a sentence', () => {
  expect(codes('The panel made two requests: (a) a cap on fees and (b) a forum.')).toEqual([])
  expect(codes('The panel made three requests: (a) a cap on fees and (b) a forum.')).toEqual(['same.enumerated'])
  expect(codes('Within six weeks the panel made requests: (a) a cap on fees and (b) a forum.')).toEqual([])
})
test('two numbers of the same things', () => {
  expect(codes("To close the council's three day centres.\n\nThe four day centres close in May.")).toEqual(['same.number'])
  expect(codes("To close the council's three day centres.\n\nThe two day centres that stay open are listed.\n\nThe four overdue repairs and the five overdue repairs.")).toEqual([])
})
test('what a purpose asks for and a recommendation gives', () => {
  expect(codes('Purpose\n\nTo approve three new schemes for the quay.\n\nRecommendations\n\nThat Cabinet approve two schemes, the wall and the slip.')).toEqual(['same.number'])
  expect(codes('Recommendations\n\nThat Cabinet approve two schemes for the quay.\n\nThat Cabinet approve three schemes for the park.')).toEqual([])
})
test('a steady rise is of what the sentence says rises', () => {
  const table = '\n\nService | 2023/24 | 2024/25 | 2025/26\nParks | 100 | 120 | 90\nPools | 80 | 90 | 95'
  expect(codes(`After a council tax rise of 2% in each year the gap is as shown.${table}`)).toEqual([])
  expect(codes(`Spending has grown every year.${table}`)).toEqual(['same.trend'])
})
test('an amount that was mistyped, of the figure that its words name', () => {
  expect(codes(budget('£4,040k'))).toEqual([])
  expect(codes(budget('£4,400k'))).toEqual(['same.said'])
})
test('a limit is not what a project costs', () => { expect(codes('Kind | Limit for each | Term\nMoney market funds | £5.0m | none\nBanks | £3.0m | 1 year\n\nThe next table says what was held with each of them at the end of the half-year, with the rate of each.\n\nHeld with | £000\nTower money market fund | 4,500\nHarbour Bank | 2,000\nTotal | 6,500')).toEqual([]) })
test('an amount of one day is not held to a table of another', () => {
  expect(codes(accounts('30 June 2025'))).toEqual([])
  expect(codes(accounts('30 September 2025'))).toEqual(['same.said'])
})

describe('a sentence and the line that it names', () => {
  test('an amount a slip of typing away', () => {
    expect(find(heads('The largest is children in care at £2,714k, then school buses and taxis at £1,454k.'))).toEqual([])
    expect(find(heads('The largest is children in care at £2,714k, then school buses and taxis at £1,544k.'))).toMatchObject([{ code: 'same.row', found: '£1,544k', expected: '1,454' }])
  })
  test('a variance of a scheme that the sentence before names', () => {
    expect(codes(heads('School buses and taxis is busy. It is forecast to exceed the budget by £1,454k.'))).toEqual([])
    expect(codes(heads('School buses and taxis is busy. It is forecast to exceed the budget by £1,510k.'))).toEqual(['same.row'])
  })
  test('one end of a change', () => {
    expect(codes(risks('R1 fell from 20 to 15 in the autumn.'))).toEqual([])
    expect(find(risks('R1 fell from 25 to 15 in the autumn.'))).toMatchObject([{ code: 'same.row', found: '25', expected: '20' }])
  })
  for (const innocent of ['School buses and taxis was cut by a grant of £1,544k.', 'School buses and taxis costs £2,125k more than the target of £1,350k.', 'Youth centres underspends by about £212k.', 'School buses and taxis grew from £10,100k to £11,480k.'])
    test(`nothing is said of: ${innocent}`, () => { expect(codes(heads(innocent))).toEqual([]) })
})

test("a count of the text and the total of a column that its caption explains", () => {
  expect(codes(grants('300 repairs were finished in the year.'))).toEqual([])
  expect(codes(grants('312 repairs were finished in the year.'))).toEqual(['same.count'])
  expect(codes(grants('295 repairs were paid in time.'))).toEqual([])
})
