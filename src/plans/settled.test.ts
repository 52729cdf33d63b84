import { expect, test } from 'vitest'
import { comparePlanWithUpdate } from './compare.ts'
import { settled, type ItemRow } from './settled.ts'
import type { PlanRow } from './types.ts'

const row = (text: string, line: number): PlanRow => ({
  path: [{ level: 'Theme', text: 'Homes' }, { level: 'Milestone', text }], theme: 'Homes', objective: null, deliverable: null, milestone: text, status: null, remark: null,
  source: { page: null, line, cell: null }, repaired: [], review: [],
})
const about = (item: number, text: string, line: number, sure = true): ItemRow => ({ item, row: row(text, line), sure })
const compared = (approved: readonly ItemRow[], reported: readonly ItemRow[]) =>
  settled(comparePlanWithUpdate(approved.map((a) => a.row), reported.map((r) => r.row), { listsNotDue: false }).changes, approved, reported, 'not reported')
const said = (changes: ReturnType<typeof compared>) => changes.map((c) => [c.kind, c.approved.map((r) => r.milestone), c.reported.map((r) => r.milestone), c.sure])

const plan = [about(1, 'Visit the rented homes on the register', 1), about(2, 'Open the depot', 2)]

test('what a person confirmed to be one item is a pair, however little its words are alike', () => {
  const changes = compared(plan, [about(1, 'Answer tenants who complain', 1), about(2, 'Open the depot', 2)])
  expect(said(changes)).toEqual([['reworded', ['Visit the rented homes on the register'], ['Answer tenants who complain'], true], ['unchanged', ['Open the depot'], ['Open the depot'], true]])
})

test('what a person said to be an item of its own is no pair, however like its words', () => {
  const changes = compared(plan, [about(9, 'Visit rented homes on the register', 1), about(2, 'Open the depot', 2)])
  expect(said(changes).sort((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual([
    ['added', [], ['Visit rented homes on the register'], true],
    ['not reported', ['Visit the rented homes on the register'], [], true],
    ['unchanged', ['Open the depot'], ['Open the depot'], true]])
})

test('rows whose words were paired crosswise are paired by their items', () => {
  const changes = compared([about(1, 'Open the north depot', 1), about(2, 'Open the south depot', 2)], [about(2, 'Open the north depot', 1), about(1, 'Open the south depot', 2)])
  expect(changes.flatMap((c) => [c.approved.length, c.reported.length])).toEqual([1, 1, 1, 1])
  expect(changes.map((c) => `${c.approved[0]!.milestone} -> ${c.reported[0]!.milestone}`).sort()).toEqual(['Open the north depot -> Open the south depot', 'Open the south depot -> Open the north depot'])
})

test('a pairing that awaits a person is not sure', () => {
  expect(compared(plan, [about(1, 'Visit rented homes on the register', 1, false)])[0]).toMatchObject({ sure: false })
})
