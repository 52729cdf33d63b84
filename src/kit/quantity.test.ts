import { expect, test } from 'vitest'
import { percentOf } from './percent.ts'
import { compareQuantities, dividedBy, minus, parseQuantity, plus, printQuantity, rounded, sum, times, type Quantity } from './quantity.ts'

const q = (text: string): Quantity => parseQuantity(text)!

for (const [text, printed] of [['1,602', '1,602'], ['-3.50', '-3.50'], ['(1.2)', '-1.2'], ['−7', '-7'], ['.5', '0.5'], ['12345678901234567890.5', '12,345,678,901,234,567,890.5'], ['0', '0']] as const)
  test(`"${text}" is the number ${printed}`, () => { expect(printQuantity(q(text))).toBe(printed) })

for (const text of ['', '-', 'NIL', 'N/A', '1,60', '1.2.3', '£5', '12%', '()'])
  test(`"${text}" is not a plain number, and never zero`, () => { expect(parseQuantity(text)).toBeNull() })

test('tenths add up exactly', () => {
  expect(printQuantity(sum(['0.1', '0.2', '0.3'].map(q)))).toBe('0.6')
  expect(compareQuantities(plus(q('0.1'), q('0.2')), q('0.30'))).toBe(0)
  expect(printQuantity(minus(q('1'), q('0.01')))).toBe('0.99')
  expect(printQuantity(times(q('1.5'), q('-2')))).toBe('-3.0')
})

for (const [value, to, expected] of [['2.5', 0, '3'], ['-2.5', 0, '-3'], ['2.449', 1, '2.4'], ['89.45', 1, '89.5'], ['7', 2, '7.00']] as const)
  test(`${value} to ${to} places is ${expected}`, () => { expect(printQuantity(rounded(q(value), to))).toBe(expected) })

test('a share of nothing has no value', () => {
  expect(dividedBy(q('1'), q('0'), 2)).toBeNull()
  expect(printQuantity(dividedBy(q('8.2'), q('19.5'), 4)!)).toBe('0.4205')
  expect(percentOf(0, 0)).toBeNull()
})

for (const [part, whole, percent] of [[145, 162, 90], [1, 200, 1], [1, 201, 0], [5, 5, 100], [0, 7, 0]] as const)
  test(`${part} of ${whole} is ${percent}%`, () => { expect(percentOf(part, whole)).toBe(percent) })
