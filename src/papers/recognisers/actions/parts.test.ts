import { expect, test } from 'vitest'
import { isRef } from './parts.ts'

test('a reference is a number, its parts, or letters with a number', () => {
  expect(['1', '12.3', '1 2', '3a', '4b.1', 'AB-12', '12)', 'a)'].filter((text) => !isRef(text))).toEqual([])
  expect(['', 'Action', '12 months', '1..2'].filter((text) => isRef(text))).toEqual([])
})

test('a long row of digits that is no reference is told at once', () => {
  const began = performance.now()
  expect(isRef(`${'1'.repeat(2000)}!`)).toBe(false)
  expect(performance.now() - began).toBeLessThan(1000)
})
