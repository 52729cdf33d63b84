import { describe, expect, test } from 'vitest'
import { checkedText } from '../../../../tests/support/checked.ts'
import { damaged } from '../../../../tests/papers/damage-to-tables.ts'
import { innocentTables, rightTables } from '../../../../tests/papers/figure-tables.ts'
import type { Finding } from '../../../kit/finding.ts'
import { sumsChecks } from './index.ts'

const find = (text: string): Finding[] => { const paper = checkedText(text); return sumsChecks.flatMap((c) => [...c.find(paper)]) }
const brief = (text: string): string[] => find(text).map((f) => `${f.code} ${f.found ?? ''} → ${f.expected ?? ''}`)

describe('right tables and tables that owe no sums are left alone', () => {
  for (const table of [...rightTables, ...innocentTables]) test(table.name, () => { expect(find(table.text)).toEqual([]) })
})

test('damage to a table is found in at least 95 of 100 cases', () => {
  const cases = new Map<string, boolean>()
  for (const table of rightTables) if (table.bound) for (let seed = 0; seed < 40; seed += 1) {
    const broken = damaged(table, seed)
    if (broken !== null) cases.set(`${table.name}: ${broken.what}`, find(broken.text).length > 0)
  }
  const found = [...cases.values()].filter(Boolean).length
  process.stdout.write(`damage found in ${found} of ${cases.size} tables\n`)
  expect(found / cases.size).toBeGreaterThanOrEqual(0.95)
})

const plan = (gap: string): string => `£000 | 2026/27 | 2027/28 | 2028/29 | 2029/30\nSpending | 164,210 | 171,350 | 178,905 | 184,420\nCouncil tax | 101,300 | 106,120 | 111,040 | 116,290\nGrants | 57,405 | 57,930 | 58,115 | 58,300\nMoney we have | 158,705 | 164,050 | 169,155 | 174,590\nStill to find | 5,505 | 7,300 | ${gap} | 9,830`
const answers = (cell: string, share: string): string => `Answer | Replies | Share\nVery good | 312 | 26.0%\nGood | 455 | 37.9%\nFair | ${cell} | ${share}\nPoor | 155 | 12.9%\nAll replies | 1,200 | 100.0%`
const needs = (last: string): string => `Need | Households | Share of applicants\nMental health | 436 | 38.3%\nDisability | 301 | 26.4%\nDebt | 225 | 19.8%\nAddiction | 174 | 15.3%\nSleeping out | 117 | ${last}`
describe('tables', () => {
  const summary = ' | Budget £m | Forecast £m | £m\nNorth | 76.8 | 79.9 | 3.1\nSouth | 119.5 | 121.9 | 2.4\nAreas total | 196.3 | 201.8 | 5.5\nCentre | 16.4 | 21.7 | 5.3\nTotal | 212.7 | 223.3 | 10.8'
  test('one wrong cell is named once, with all that speaks against it', () => {
    const [finding, ...more] = find(`Table 1: Forecast\n\n${summary}\n\nThe next table says what will be done about it, by area, and what is expected of each.\n\nTable 2: After action\n\n${summary.replace('223.3', '223.5')}`)
    expect(more).toEqual([])
    expect(finding).toMatchObject({ level: 'error', code: 'sum.total', found: '223.3', expected: '223.5' })
    expect(finding!.message).toContain('its row (212.7 + 10.8)')
    expect(finding!.message).toContain('its column (201.8 + 21.7)')
    expect(finding!.message).toContain('Table 2')
  })
  test('a wrong sign among variances is told as that', () => {
    const found = find('Line | Budget | Outturn | Variance\nA | 100 | 120 | 20\nB | 90 | 80 | 10\nC | 300 | 310 | 10\nD | 55 | 40 | (15)')
    expect(found).toMatchObject([{ code: 'sum.variance', found: '10', expected: '-10' }])
    expect(found[0]!.message).toContain('wrong sign')
  })
  test('a line by which its row and its column fail alike is the wrong one', () => {
    expect(brief('Line | 2025 | 2026 | Total\nA | 10 | 20 | 30\nB | 15 | 52 | 40\nC | 11 | 12 | 23\nTotal | 36 | 57 | 93')).toEqual(['sum.cell 52 → 25'])
  })
  test('rows that make a total in no column are told once', () => { expect(find('Line | 2025 | 2026 | Total\nA | 110 | 220 | 330\nC | 311 | 412 | 723\nTotal | 571 | 882 | 1,453').map((f) => f.code)).toEqual(['sum.rows']) })
  test('rounding of the parts is silent, a genuine error is not', () => {
    expect(find('Line | £m\nA | 1.3\nB | 2.4\nC | 3.4\nTotal | 7.2')).toEqual([])
    expect(brief('Line | £m\nA | 1.3\nB | 2.4\nC | 3.4\nTotal | 7.5')).toEqual(['sum.total 7.5 → 7.1'])
  })
  test('where rows seem to be lost no sum is called wrong; what the rows lack is told', () => {
    const found = find('Saving | £000 | Done £000\nS7 Bins | 80 | 20\nS8 Parks | 20 | 20\nTotal | 3,080 | 2,623')
    expect(found).toMatchObject([{ level: 'warning', code: 'sum.lost-rows' }])
    expect(found[0]!.message).toContain('the rows come to 100, the total is 3,080')
  })
  test('what a year opens with is what the year before closed with', () => {
    expect(brief('Year | Opening | Movement | Closing\n2025/26 | 8,250 | (1,150) | 7,100\n2026/27 | 7,100 | (640) | 6,460\n2027/28 | 6,640 | 315 | 6,775\n2028/29 | 6,775 | 220 | 6,995')).toEqual(['sum.balance 6,640 → 6,460'])
  })
  test('a row that is others taken together or apart keeps to it in every column', () => {
    expect(brief(plan('9,750'))).toEqual([])
    expect(brief(plan('9,570'))).toEqual(['sum.total 9,570 → 9,750'])
  })
  test('an account that leads from an opening to a closing figure, with words for what is taken away', () => {
    expect(brief('Cases | Open 1 April | New | Closed | Open 31 March\nAppeals | 117 | 82 | 91 | 108\nReviews | 64 | 55 | 63 | 65\nComplaints | 140 | 210 | 198 | 152')).toEqual(['sum.row 65 → 56'])
  })
  test('a share, its figure and the total together name the one wrong figure', () => {
    expect(brief(answers('278', '23.2%'))).toEqual([])
    expect(brief(answers('268', '23.2%'))).toEqual(['sum.cell 268 → 278'])
    expect(brief(answers('278', '32.2%'))).toEqual(['sum.percent 32.2% → 23.2%'])
  })
  test('shares of a whole that the table does not print', () => {
    expect(brief(needs('10.3%'))).toEqual([])
    expect(brief(needs('13.0%'))).toEqual(['sum.percent 13.0% → 10.3%'])
  })
  test('two digits changed about are seen where they explain a total', () => {
    expect(find('District | Electors\nNorth | 1,205\nSouth | 2,071\nEast | 1,641\nWest | 1,904\nTotal | 6,794')).toMatchObject([{ found: '1,641', expected: '1,614' }])
  })
  test('counts were never rounded', () => {
    expect(brief('Kind | Open | Shut | All\nA | 19 | 24 | 43\nB | 8 | 13 | 21\nC | 5 | 9 | 14\nD | 2 | 6 | 8\nAll | 34 | 51 | 86')).toEqual(['sum.total 51 → 52'])
  })
  test('a mean of so many is their mean', () => {
    expect(brief('Council | Swim £\nOurs | 4.90\nNorth | 5.25\nSouth | 4.60\nEast | 5.05\nWest | 4.70\nAverage of the five | 4.70')).toEqual(['sum.total 4.70 → 4.90'])
  })
})

describe('percentages', () => {
  test('the same wrong share in a table and in the text is one fault with its places', () => {
    const found = find(' | Target £m | At risk £m | Under way £m | Done £m\nA | 11.6 | 1.4 | 4.2 | 6.0\nB | 7.9 | 3.4 | 2.3 | 2.2\nTotal | 19.5 | 4.8 | 6.5 | 8.2\n | 100% | 24% | 33% | 43%\n\nThe target is £19.5 million. So far £8.2 million (43%) has been done, £6.5 million (33%) is under way and £4.8 million (24%) is at risk.')
    expect(found).toHaveLength(1)
    expect(found[0]).toMatchObject({ code: 'sum.percent', found: '43%', expected: '42%' })
    expect(found[0]!.also).toHaveLength(1)
  })
  test('a count out of a count', () => {
    expect(brief('140 out of 162 milestones (90%) were met.')).toEqual(['sum.percent 90% → 86%'])
    expect(brief('145 out of 162 milestones (90%) were met. Posts filled rose from 51/124 (41%) to 74/144 (51%).')).toEqual([])
  })
  test('a rise from one figure to another', () => { expect(brief('Calls rose from 400 to 500, an increase of 20%.')).toEqual(['sum.percent 20% → 25%']) })
  test('a vague figure is not held to anything', () => { expect(brief('Around 30 of 70 homes (about 50%) were let.')).toEqual([]) })
  test('shares that do not make the 100% printed beside them', () => { expect(brief('Source | Share\nTax | 58%\nRates | 24%\nGrants | 12%\nFees | 9%\nTotal | 100%\n').filter((f) => f.startsWith('sum.shares'))).toEqual(['sum.shares 103% → 100%']) })
})

const register = (last: string): string => `Risk | Likelihood | Impact | Score | Likelihood after controls | Impact after controls | Score after controls | Owner\nA break-in to the systems | 4 | 5 | 20 | 3 | 5 | 15 | Head of ICT\nSavings come late | 3 | 5 | 15 | 2 | 5 | 10 | Head of Finance\nPosts stay empty | 4 | 3 | 12 | 3 | 3 | ${last} | Head of HR`
test("a risk's score is its likelihood times its impact, before and after controls", () => {
  expect(find(register('9'))).toEqual([])
  expect(find(register('6'))).toMatchObject([{ code: 'sum.score', found: '6', expected: '9' }])
})

test('a month whose interest does not follow while the others do', () => {
  const found = find('Month | Average invested £m | Average rate | Interest earned £m\nApr 25 | 54.6 | 5.31% | 0.221\nMay 25 | 61.0 | 5.27% | 0.273\nJun 25 | 64.0 | 5.26% | 0.276')
  expect(found).toMatchObject([{ level: 'warning', code: 'sum.interest', found: '0.221', expected: '0.238' }])
})

const loans = (said: string): string => `Loan | Rate | £m\nOne | 4.0% | 5.0\nTwo | 5.0% | 15.0\nThree | 6.0% | 20.0\nTotal | Average ${said} | 40.0`
test('an average that is neither plain nor weighted', () => {
  expect(find(loans('5.38%'))).toEqual([])
  expect(find(loans('5.00%'))).toEqual([])
  expect(find(loans('5.83%'))).toMatchObject([{ code: 'sum.average', expected: '5.38%' }])
})
const debt = (last: string): string => `Debt | Limit £m | Actual £m\nLimit for debt | 420.0 | 156.9\nMaturity structure | | \nUnder a year | 0-10% | 6%\n1 to 5 years | 0-25% | 16%\n5 to 10 years | 0-35% | 20%\nOver 10 years | 0-80% | ${last}`
test('shares under a heading that says so', () => {
  expect(find(debt('58%'))).toEqual([])
  expect(find(debt('48%'))).toMatchObject([{ level: 'warning', code: 'sum.shares', found: '90%' }])
})

describe('prose and lists', () => {
  test('a sum shared out in a sentence', () => { expect(brief('The plan saves £19.5 million, comprising £11.6 million in services and £8.9 million centrally.')).toEqual(['sum.prose £19.5 million → £20.5 million']) })
  test('spending against a budget', () => {
    expect(brief('Forecast spend is £120.4 million, which represents an underspend of £62.0 million against a budget of £180.6 million.')).toEqual(['sum.prose £62.0 million → £60.2 million'])
    expect(brief('Forecast spend is £120.4 million, which represents an underspend of £60.2 million against a budget of £180.6 million.')).toEqual([])
  })
  test('a list of amounts makes the amount that introduces it', () => { expect(brief('Cost pressures of £12.1 million are made up as follows:\n- £4.5 million for care;\n- £4.8 million for savings at risk;\n- £3.4 million for vacancies.').filter((f) => f.startsWith('sum.list'))).toEqual(['sum.list £12.1 million → £12.7 million']) })
  test('a list of names and counts with its total', () => { expect(brief('Nurseries:\n- Private: 59\n- School: 13\n- Childminders: 57 of which 4 agency\n- Total settings: 139')).toEqual(['sum.list 139 → 129']) })
  test('a list has as many items as are announced', () => {
    expect(brief('We have four priorities:\n- homes\n- jobs\n- roads')).toEqual(['sum.count four → 3'])
    expect(brief('We have many priorities, including four areas:\n- homes\n- jobs\n- roads')).toEqual([])
  })
})

describe('sentences, right and with one figure changed', () => {
  for (const [right, was, is, expected] of [
    ['The net budget is £212.4 million, an increase of £9.3 million (4.6%) on the £203.1 million of the year before.', '£9.3', '£8.3', '£9.3 million'],
    ['The net budget is £212.4 million, an increase of £9.3 million (4.6%) on the £203.1 million of the year before.', '4.6%', '6.4%', '4.6%'],
    ['An overspend of £1.2m (3.4%) is forecast against a budget of £35.3m.', '3.4%', '4.3%', '3.4%'],
    ['Savings of £6.4 million are planned, comprising £3.9 million from contracts and £2.5 million from staffing.', '£2.5', '£2.9', '£6.8 million'],
    ['Of 240 milestones, 205 (85%) are complete or on track and 28 (12%) at risk.', '85%', '88%', '85%'],
    ['Turnout was 34.6% (41,209 of 119,102 electors).', '34.6%', '36.4%', '34.6%'],
    ['Income of £3.1m less costs of £2.2m leaves £0.9m.', '£0.9m', '£1.1m', '£0.9m'],
    ['The grant fell from £4.2m to £3.9m, a reduction of £0.3m (7%).', '£0.3m', '£0.5m', '£0.3m'],
    ['The forecast outturn is £101.3m against a budget of £99.8m, an overspend of £1.5m.', '£1.5m', '£2.5m', '£1.5m'],
  ] as const) test(right.replace(was, is), () => {
    expect(find(right)).toEqual([])
    expect(find(right.replace(was, is)).map((f) => f.expected)).toContain(expected)
  })
  for (const innocent of [
    'The capital programme of £48.6m includes £20m for housing, £12m for roads and £3m for parks.',
    'Reserves stand at £31.0m, of which £9.6m is general and £21.4m earmarked.',
    'Council tax rises by 4.99%, comprising 2.99% core and 2% for adult social care, which adds £83.95 to a band D bill of £1,682.40, making £1,766.35.',
    'The fund is split between the county council (£1.5m) and the four districts (£0.4m each), making £3.1m.',
    'Sickness fell from 9.8 days to 8.9 days, a reduction of 0.9 days or 9%.',
  ]) test(`nothing is said of: ${innocent}`, () => { expect(find(innocent)).toEqual([]) })
})

describe('the examples that the documentation prints', () => {
  for (const check of sumsChecks) {
    const found = (text: string): number => check.find(checkedText(text)).filter((f) => f.code === check.code).length
    check.right.forEach((text, i) => { test(`${check.code} is silent where all is right: ${i + 1}`, () => { expect(found(text)).toBe(0) }) })
    check.wrong.forEach((text, i) => { test(`${check.code} finds what is wrong: ${i + 1}`, () => { expect(found(text)).toBeGreaterThan(0) }) })
  }
})
