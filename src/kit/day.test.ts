import { expect, test } from 'vitest'
import { addDays, dayInLondon, dayOf, daysBetween, parseDay, printDay, weekdayOf, endOfDay } from './day.ts'

for (const [text, valid] of [['2024-09-26', true], ['2024-02-29', true], ['2023-02-29', false], ['2024-13-01', false], ['26/09/2024', false], ['', false], ['20244-09-26', false]] as const)
  test(`"${text}" is ${valid ? 'a' : 'no'} day`, () => { expect(parseDay(text) !== null).toBe(valid) })

test('days are added, counted and named across a leap day', () => {
  const day = dayOf(2024, 2, 28)!
  expect(addDays(day, 2)).toBe('2024-03-01')
  expect(daysBetween(day, addDays(day, 400))).toBe(400)
  expect([weekdayOf(dayOf(2024, 9, 26)!), printDay(dayOf(2024, 9, 26)!)]).toEqual(['Thursday', '26 September 2024'])
})

test('today is London\'s: half past midnight of summer time is still yesterday in universal time', () => {
  expect(dayInLondon(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  expect(dayInLondon(new Date('2026-12-31T23:30:00Z'))).toBe('2026-12-31')
})

test('a day ends at midnight in London, in summer an hour earlier by universal time', () => {
  expect(endOfDay(dayOf(2026, 6, 30)!).toISOString()).toBe('2026-06-30T23:00:00.000Z')
  expect(endOfDay(dayOf(2026, 12, 31)!).toISOString()).toBe('2027-01-01T00:00:00.000Z')
})
