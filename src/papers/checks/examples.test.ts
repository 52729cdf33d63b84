import { describe, expect, test } from 'vitest'
import { readText } from '../readers/text.ts'
import { recognise } from '../recognisers/index.ts'
import type { Check } from './check.ts'
import { checks } from './registry.ts'
import { forChecking } from './run.ts'
import { defaultSettings } from './settings.ts'

const found = (check: Check, text: string): readonly string[] => {
  const content = readText('example.txt', new TextEncoder().encode(text))
  return check.find(forChecking(content, recognise(content), [], defaultSettings)).filter((f) => f.code === check.code).map((f) => f.message)
}

/** The examples of the arithmetic are told in words and tested beside it; all others are papers, if short ones. */
const asPapers = checks.filter((c) => /^(dates|completeness|status|wording)\./.test(c.code))

describe.each(asPapers.map((c) => [c.code, c] as const))('%s', (_code, check) => {
  test.each(check.right)('is silent where all is right: %#', (text) => { expect(found(check, text)).toEqual([]) })
  test.each(check.wrong)('finds what is wrong: %#', (text) => { expect(found(check, text)).not.toEqual([]) })
})

test('every check has a code of its own, an explanation and both kinds of example', () => {
  expect(new Set(checks.map((c) => c.code)).size).toBe(checks.length)
  expect(checks.filter((c) => c.about.length < 40 || (!c.code.startsWith('between.') && (c.wrong.length === 0 || c.right.length === 0))).map((c) => c.code)).toEqual([])
})
