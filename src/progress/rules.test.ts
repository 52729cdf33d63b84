import { expect, test } from 'vitest'
import type { Day } from '../kit/day.ts'
import { meaningOfWords } from './meanings.ts'
import { headline } from './rules.ts'
import { newStatuses, statusesFrom } from './vocabulary.ts'

const rows = (counts: Readonly<Record<string, number>>): { status: string | null }[] =>
  Object.entries(counts).flatMap(([code, n]) => Array.from({ length: n }, () => ({ status: code === 'none' ? null : code })))
const vocabulary = (codes: readonly string[]) => ({ name: 'Key', from: '2024-04-01' as Day, statuses: statusesFrom([], codes) })
const four = vocabulary(['Blue', 'Green', 'Amber', 'Red', 'Grey', 'Purple'])

test('a row without a status is counted, and counts as neither complete nor on track', () => {
  expect(headline(rows({ Blue: 23, Green: 122, Amber: 15, Red: 1, none: 1 }), four)).toMatchObject({ met: 145, of: 162, percent: 90, notStated: 1 })
})
test('paused rows are counted, rows that are not due are not', () => {
  expect(headline(rows({ Green: 1, Purple: 1, Grey: 5 }), four)).toMatchObject({ met: 1, of: 2, percent: 50 })
})
test('half a percent rounds up', () => { expect(headline(rows({ Green: 1, Red: 199 }), four).percent).toBe(1) })
test('nothing reported has no percentage', () => { expect(headline([], four)).toMatchObject({ met: 0, of: 0, percent: null }) })
test('a status printed in other capitals is the same status', () => { expect(headline(rows({ GREEN: 2, green: 1 }), four)).toMatchObject({ met: 3, byStatus: { Green: 3 } }) })
test('discontinued rows are not counted unless the council says so', () => {
  const key = statusesFrom([{ name: 'Teal', colour: 'Teal', meaning: 'Milestone has been discontinued' }], ['Teal', 'Green'])
  expect(headline(rows({ Green: 1, Teal: 1 }), { ...four, statuses: key })).toMatchObject({ met: 1, of: 1 })
  expect(headline(rows({ Green: 1, Teal: 1 }), { ...four, statuses: key.map((s) => ({ ...s, counts: true })) })).toMatchObject({ met: 1, of: 2 })
})

for (const [words, kind] of [
  ['On target', 'on track'], ['Not on target', 'off track'], ['At risk of missing deadline', 'at risk'], ['At risk of not being completed by the end of the year', 'at risk'],
  ['Significant risk of not being completed by the end of the year', 'off track'], ['Completed', 'complete'], ['Not due to start yet', 'not due'],
  ['Parked, waiting on something else', 'paused'], ['The action has been discontinued', 'discontinued'], ['Slightly behind schedule', 'at risk'],
] as const) test(`a key that says "${words}" means ${kind}`, () => { expect(meaningOfWords(words)?.kind).toBe(kind) })

test('where the key names no colour, colours take their usual meaning, marked as assumed, in the words of the key', () => {
  const statuses = statusesFrom(['On target', 'At risk of missing deadline', 'Not on target', 'Paused', 'Completed'].map((name) => ({ name, colour: null, meaning: name })), ['Blue', 'Green', 'Amber'])
  expect(statuses.map((s) => [s.code, s.name, s.kind, s.assumed])).toEqual([
    ['Blue', 'Completed', 'complete', true], ['Green', 'On target', 'on track', true], ['Amber', 'At risk of missing deadline', 'at risk', true],
    ['Not on target', 'Not on target', 'off track', false], ['Paused', 'Paused', 'paused', false],
  ])
})
test("where the key names its colours, its words give the meaning and nothing is assumed", () => {
  const statuses = statusesFrom([{ name: 'Green', colour: 'Green', meaning: 'Completed' }, { name: 'Blue', colour: 'Blue', meaning: 'On track' }], ['Green', 'Blue'])
  expect(statuses.map((s) => [s.code, s.kind, s.assumed])).toEqual([['Green', 'complete', false], ['Blue', 'on track', false]])
})
test('letters and words are codes of their own', () => {
  expect(statusesFrom([], ['G', 'A', 'On track', 'Completed']).map((s) => [s.code, s.kind, s.assumed])).toEqual([
    ['Completed', 'complete', false], ['G', 'on track', true], ['On track', 'on track', false], ['A', 'at risk', true]])
})
test('a code that nobody can explain is left out', () => { expect(statusesFrom([], ['Turquoise', 'X'])).toEqual([]) })
test('every status has a letter of its own', () => {
  const letters = statusesFrom([{ name: 'Black', colour: 'Black', meaning: 'Cancelled' }], ['Black', 'Blue', 'Green', 'Grey']).map((s) => s.letter)
  expect(new Set(letters).size).toBe(letters.length)
})
test('a later key adds what it says anew, and an assumption adds nothing to what is known', () => {
  const known = statusesFrom([{ name: 'Amber', colour: 'Amber', meaning: 'At risk of missing its deadline' }], ['Amber'])
  expect(newStatuses(known, statusesFrom([], ['Amber']))).toEqual([])
  expect(newStatuses(known, statusesFrom([{ name: 'Amber', colour: 'Amber', meaning: 'At risk this year' }], [])).map((s) => s.meaning)).toEqual(['At risk this year'])
})

test('a status that is itself a word means what it says, whatever its explanation mentions', () => {
  const key = [
    { name: 'Complete', colour: 'Blue', meaning: 'the milestone is finished' }, { name: 'On track', colour: 'Green', meaning: 'it will be finished by its date' },
    { name: 'Stopped', colour: 'Teal', meaning: 'the council has decided not to go on' },
  ]
  expect(statusesFrom(key, ['Complete', 'On track', 'Stopped']).map((s) => [s.code, s.name, s.kind, s.assumed])).toEqual([
    ['Complete', 'Complete', 'complete', false], ['On track', 'On track', 'on track', false], ['Stopped', 'Stopped', 'discontinued', false],
  ])
})
