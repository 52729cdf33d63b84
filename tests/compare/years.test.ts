import { describe, expect, test } from 'vitest'
import { compareYears, promisedThrough, summarise, summariseYears, type PlanRow } from '../../src/plans/index.ts'
import { madeUpPlan, row } from './made-up-plan.ts'

const at = (milestone: string, deliverable = 'Renew the riverside') => row('Place', 'Better towns', deliverable, milestone)
const pairs: readonly (readonly [before: string, after: string, kind: string])[] = [
  ['Complete design of the Quay Street bridge', 'Start construction of the Quay Street bridge', 'next phase'],
  ['Implement phase 1 of the payroll system', 'Implement phase 2 of the payroll system', 'next phase'],
  ['Develop a tourism strategy with hoteliers', 'Implement the tourism strategy with hoteliers', 'next phase'],
  ['Commence construction of the Wend bypass', 'Complete construction of the Wend bypass', 'next phase'],
  ['Develop outline business case for a marina', 'Develop full business case for a marina', 'next phase'],
  ['Seek planning permission for Tannery Court', 'Commence construction of Tannery Court', 'next phase'],
  ['Roll out new laptops to social workers', 'Finalise the roll out of new laptops to social workers', 'next phase'],
  ['Procure a contractor for the swimming pool', 'Open the swimming pool', 'reworded'],
  ['Plant 500 trees on the ring road', 'Plant 300 trees on the ring road', 'reworded'],
  ['Publish an annual air quality report', 'Publish an annual report on air quality', 'reworded'],
  ['To hold a carers’ festival in each town', "Hold a carers' festival in each town", 'same words'],
  ['Deliver five heat plans for the estate', 'Deliver 5 heat plans for the estate', 'same words'],
  ['Complete construction of the Wend bypass', 'Commence construction of the Wend bypass', 'reworded'],
]
describe('one year’s plan in the next', () => {
  for (const [before, after, kind] of pairs)
    test(`"${before}" → "${after}" is ${kind}`, () => {
      const { changes } = compareYears([at(before)], [at(after)])
      expect(changes.filter((c) => c.approved.length > 0 && c.reported.length > 0).map((c) => c.kind)).toEqual([kind])
    })
  test('what is not in the later plan is not continued, what was not in the earlier is new', () => {
    expect(compareYears([at('Twin with a town in Brittany')], [at('Resurface 40 miles of lanes', 'Mend roads')]).changes.map((c) => c.kind)).toEqual(['not continued', 'new'])
  })
  test('a softened target of a reworded promise is told as well', () => {
    expect(compareYears([at('Plant 500 trees on the ring road')], [at('Plant 300 trees on the ring road')]).changes).toMatchObject([{ kind: 'reworded', also: ['target changed'], easier: 'easier' }])
  })
  test('a deliverable without milestones goes on as one with milestones', () => {
    const before: PlanRow = { ...at('', 'Bring the paper mill back into use'), milestone: null, path: [{ level: 'Objective', text: 'Better towns' }, { level: 'Deliverable', text: 'Bring the paper mill back into use' }] }
    const after = [at('Survey its roof', 'Bring the paper mill back into use'), at('Find a tenant', 'Bring the paper mill back into use')]
    expect(compareYears([before], after).changes).toMatchObject([{ kind: 'same words', approved: [before], reported: after }])
  })
  test('what was reported complete is told apart from what is not heard of again', () => {
    const [done, left] = [{ ...at('Open the rowing club'), status: 'Blue' }, { ...at('Paint the lock gates'), status: 'Amber' }]
    const said = summarise(compareYears([done, left], [at('Resurface 40 miles of lanes', 'Mend roads')]), { isComplete: (r) => r.status === 'Blue' })
    expect(said.map((p) => p.say)).toEqual(expect.arrayContaining(['1 item that was reported complete is not heard of again.', '1 other item of the earlier plan is not heard of again:']))
    expect(said.flatMap((p) => p.list)).toEqual(['Paint the lock gates'])
  })
  test('a promise made for the third year is told', () => {
    const [first, second, third] = [madeUpPlan.slice(0, 30), madeUpPlan.slice(10, 40), madeUpPlan.slice(20, 60)].map((rows) => rows.map((r) => ({ ...r })))
    const lines = promisedThrough([first!, second!, third!])
    expect(lines).toHaveLength(10)
    expect(lines.every((l) => l.sure && l.rows.length === 3)).toBe(true)
    expect(summariseYears([first!, second!, third!])[0]!.say).toBe('10 promises are made for the third year or longer.')
  })
})
