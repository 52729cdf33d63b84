import { describe, expect, test } from 'vitest'
import { checkedText } from '../../../../tests/support/checked.ts'
import { rightTables } from '../../../../tests/papers/figure-tables.ts'
import type { Finding } from '../../../kit/finding.ts'
import { consistencyChecks } from './index.ts'

const find = (text: string): Finding[] => { const paper = checkedText(text); return consistencyChecks.flatMap((c) => [...c.find(paper)]) }
const between = '\n\nThe following table says the same in more detail, for members who want to see how each of the services has done against its budget so far this year.\n\n'
const summary = 'Table 1: Summary\n\n | Budget £m | Outturn £m\nParks | 76.8 | 79.9\nPools | 64.9 | 65.7\nRoads | 27.7 | 28.7\nTotal | 169.4 | 174.3'

test('right tables side by side say nothing', () => { expect(find(rightTables.map((t) => t.text).join(between))).toEqual([]) })

describe('between tables', () => {
  const detail = "Table 2: Detail\n\n | Budget £'000 | Outturn £'000\nParks | 76,798 | 79,933\nPools | 64,919 | 65,674\nRoads | 27,666 | 28,723\nTotal | 169,383 | 174,330"
  test('thousands that round to the millions agree', () => { expect(find(summary + between + detail)).toEqual([]) })
  test('a figure rounded the wrong way', () => { expect(find(summary.replace('65.7', '65.6') + between + detail)).toMatchObject([{ level: 'warning', code: 'same.rounding', found: '65.6', expected: '65.7' }]) })
  test('a figure that differs altogether', () => { expect(find(summary + between + detail.replace('64,919', '46,919').replace(/\nTotal.*$/, '')).map((f) => f.code)).toContain('same.figure') })
  test('a figure that its own table proves wrong is told there', () => { expect(find(summary + between + detail.replace('64,919', '46,919'))).toEqual([]) })
  test("a service's own table is held to its line in the summary", () => {
    const own = "Pools | Budget £'000 | Outturn £'000 | Variance £'000\nIndoor | 44,919 | 45,074 | 155\nOutdoor | 20,000 | 20,600 | 600\nService total | 64,919 | 65,674 | 755"
    const lines = 'Table 1: Summary\n\n | Budget £m | Outturn £m | Variance £m\nParks | 76.8 | 79.9 | 3.1\nPools | 64.9 | 65.6 | 0.8\nTotal | 141.7 | 145.5 | 3.9'
    expect(find(lines + between + own)).toMatchObject([{ code: 'same.rounding', found: '65.6', expected: '65.7' }])
  })
  test('one line under two names', () => { expect(find(summary.replace('Parks', 'Parks & Gardens') + between + summary.replace('Parks', 'Park Gardens').replace('Table 1', 'Table 2'))).toMatchObject([{ code: 'same.name' }]) })
})

describe('text against tables', () => {
  test('an amount that just misses the figure its words name', () => { expect(find(`The net revenue outturn of all services is £174.4 million.\n\n${summary.replace('Outturn £m', 'Revenue Outturn £m')}`)).toMatchObject([{ code: 'same.said', found: '£174.4 million', expected: '174.3' }]) })
  test('an amount of something else is left alone', () => { expect(find(`A grant of £174.4 million was paid to the county's hospitals.\n\n${summary}`)).toEqual([]) })
})

const limits = (actual: string, share: string): string => `Indicator | Limit £m | Actual £m | Result\nAuthorised limit | 350.0 | ${actual} | Within limit\nLonger loans | 0-25% | ${share} | Within limit\nShort loans | 5.0 | NIL | Within limit`
test('a result that its own figures deny', () => {
  expect(find(limits('160.2', '11%'))).toEqual([])
  expect(find(limits('360.2', '31%')).map((f) => f.code)).toEqual(['same.result', 'same.result'])
})
const visits = (last: string): string => `Visits have risen steadily in all the centres.\n\nCentre | 2022 | 2023 | 2024\nNorth | 100 | 120 | 130\nSouth | 80 | 90 | ${last}`
test('a steady rise that is none', () => {
  expect(find(visits('95'))).toEqual([])
  expect(find(visits('85'))).toMatchObject([{ code: 'same.trend' }])
})
test('a count and a span of time said twice', () => {
  expect(find('The county has 101 publicly funded schools.\n\nNumber of schools and academies | 99\nPrimary | 78\nSecondary | 21').map((f) => f.code)).toContain('same.count')
  expect(find('The Strategy will guide us over the next five years.\n\nIts purpose is to give the Strategy a firm base over the next four years.').map((f) => f.code)).toEqual(['same.span'])
})

describe('the headline', () => {
  const rows = ['Objective | Deliverable | Milestone | RAG | Remarks', ...Array.from({ length: 12 }, (_, i) => `Better homes for all | Build homes on site ${i + 1} | Finish the works on site number ${i + 1} | ${i < 3 ? 'Amber' : 'Green'} | Works on site are going on`)].join('\n')
  test('counted again from the rows', () => { expect(find(`In the quarter 10 out of 12 milestones were completed or are on track.\n\nQuarter 1 updates\n\n${rows}`)).toMatchObject([{ code: 'same.headline', expected: '9 of 12' }]) })
  test('silent where it is right', () => { expect(find(`In the quarter 9 out of 12 milestones were completed or are on track.\n\nQuarter 1 updates\n\n${rows}`)).toEqual([]) })
})
describe('the examples that the documentation prints', () => {
  for (const check of consistencyChecks) {
    const found = (text: string): number => check.find(checkedText(text)).filter((f) => f.code === check.code).length
    check.right.forEach((text, i) => { test(`${check.code} is silent where all is right: ${i + 1}`, () => { expect(found(text)).toBe(0) }) })
    check.wrong.forEach((text, i) => { test(`${check.code} finds what is wrong: ${i + 1}`, () => { expect(found(text)).toBeGreaterThan(0) }) })
  }
})
