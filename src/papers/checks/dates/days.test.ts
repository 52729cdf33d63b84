import { describe, expect, test } from 'vitest'
import { parseDay } from '../../../kit/day.ts'
import { clearDaysBetween, publishBy } from './holidays.ts'
import { saidDates } from './said.ts'

describe('clear days', () => {
  test.each([
    ['2026-04-30', '2026-04-22', '2026-04-24', '2026-04-01'], ['2026-04-07', '2026-03-26', '2026-04-01', '2026-03-09'], ['2026-01-15', '2026-01-07', '2026-01-09', '2025-12-17'],
    ['2025-05-08', '2025-04-29', '2025-05-02', '2025-04-09'], ['2027-01-04', '2026-12-22', '2026-12-29', '2026-12-06'],
  ])('for a meeting on %s: five working days mean %s, five calendar days %s, 28 mean %s', (meeting, working, calendar, key) => {
    const day = parseDay(meeting)!
    expect([publishBy(day, 5), publishBy(day, 5, 'calendar'), publishBy(day, 28, 'calendar')]).toEqual([working, calendar, key])
  })
  test('neither the day of publishing nor the day of the meeting counts', () => { expect(clearDaysBetween(parseDay('2025-03-20')!, parseDay('2025-03-27')!)).toBe(4) })
})

describe('dates in words and figures', () => {
  test.each([
    ['Thursday 26 September 2024', '2024-09-26'], ['13th July 24', '2024-07-13'], ['the 3rd of May, 2025', '2025-05-03'], ['on 1.7.24', '2024-07-01'], ['Date 05/09/2004', '2004-09-05'], ['Tuesday, 11th March, 2025', '2025-03-11'],
  ])('"%s" is %s', (text, day) => { expect(saidDates(text).map((d) => d.day)).toEqual([day]) })
  test.each(['version 3.5.24.1', '£1.617m', '2024/25', 'a match 2024 people saw', 'May 24% rise', 'rows 12/13/14/15'])('"%s" says no day', (text) => { expect(saidDates(text).filter((d) => d.day !== null)).toEqual([]) })
  test('a month misspelt by one letter is known for what it is meant to be', () => { expect(saidDates('4 Febuary 2025')).toMatchObject([{ month: 2, misspelt: 'Febuary', day: '2025-02-04' }]) })
})
