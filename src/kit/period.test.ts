import { expect, test } from 'vitest'
import { daysOf, financialYear, parsePeriod, printPeriod } from './period.ts'

for (const text of ['2024-26', '2024-25-Q5', '2024-00', 'Q1', '2024-25-q1', '24-25'])
  test(`"${text}" is no period`, () => { expect(parsePeriod(text)).toBeNull() })

for (const [text, from, to, year, printed] of [
  ['2024-25-Q1', '2024-04-01', '2024-06-30', '2024-25', 'Quarter 1 2024/25'],
  ['2024-25-Q4', '2025-01-01', '2025-03-31', '2024-25', 'Quarter 4 2024/25'],
  ['2024-25', '2024-04-01', '2025-03-31', '2024-25', '2024/25'],
  ['1999-00', '1999-04-01', '2000-03-31', '1999-00', '1999/00'],
  ['2024-02', '2024-02-01', '2024-02-29', '2023-24', 'February 2024'],
  ['2024-12', '2024-12-01', '2024-12-31', '2024-25', 'December 2024'],
] as const)
  test(`${text} runs from ${from} to ${to} and is printed as ${printed}`, () => {
    const period = parsePeriod(text)!
    expect([daysOf(period), financialYear(period), printPeriod(period)]).toEqual([{ from, to }, year, printed])
  })
