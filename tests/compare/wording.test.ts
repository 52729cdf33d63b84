import { describe, expect, test } from 'vitest'
import { comparePlanWithUpdate } from '../../src/plans/index.ts'
import { row } from './made-up-plan.ts'
import { labelledPairs } from './pairs.ts'

const change = (before: string, after: string) =>
  comparePlanWithUpdate([row('Place', 'Tidy towns', 'Do the work', before)], [row('Place', 'Tidy towns', 'Do the work', after)], { listsNotDue: true }).changes

describe('what a careful reader calls the difference between two wordings', () => {
  for (const [before, after, kinds, easier] of labelledPairs)
    test(`"${before}" → "${after}" is ${kinds.join(' and ') || 'unchanged'}${easier === null ? '' : `, ${easier}`}`, () => {
      const [only, ...more] = change(before, after)
      expect(more).toEqual([])
      expect([only!.kind, ...only!.also]).toEqual(kinds.length === 0 ? ['unchanged'] : kinds)
      expect(only!.easier).toBe(easier)
    })
})
