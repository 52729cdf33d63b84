import { describe, expect, test } from 'vitest'
import { comparePlanWithUpdate, type Change } from '../../src/plans/index.ts'
import { madeUpPlan } from './made-up-plan.ts'
import { mutate, withDoublePromises, type Expected } from './mutations.ts'

const words = (c: Pick<Expected, 'kind' | 'approved' | 'reported'>): string =>
  `${c.kind}: ${c.approved.map((r) => `${r.deliverable}/${r.milestone}`).sort().join(' & ')} => ${c.reported.map((r) => `${r.deliverable}/${r.milestone}`).sort().join(' & ')}`

type Tally = { right: number; said: number; sureRight: number; sureSaid: number; is: number }
const tallies = new Map<string, Tally>()
const tally = (kind: string): Tally => { const t = tallies.get(kind) ?? { right: 0, said: 0, sureRight: 0, sureSaid: 0, is: 0 }; tallies.set(kind, t); return t }

const misses: string[] = []
const hold = (changes: readonly Change[], expected: readonly Expected[]): void => {
  const answers = new Set(expected.map(words))
  const said = new Set(changes.map(words))
  for (const e of expected) { tally(e.kind).is += 1; if (!said.has(words(e))) misses.push(`missed  ${words(e)}`) }
  for (const c of changes) {
    const [t, right] = [tally(c.kind), answers.has(words(c))]
    t.said += 1
    if (right) t.right += 1
    if (c.sure) { t.sureSaid += 1; if (right) t.sureRight += 1; else misses.push(`wrong   ${words(c)}`) }
  }
}
const percent = (part: number, of: number): string => (of === 0 ? '-' : `${((100 * part) / of).toFixed(1)}%`)

describe('a plan changed in known ways', () => {
  for (let seed = 1; seed <= 60; seed += 1) {
    const plan = seed % 2 === 0 ? madeUpPlan : withDoublePromises(madeUpPlan)
    const { rows, expected } = mutate(plan, seed, 0.2 + (seed % 4) * 0.2)
    hold(comparePlanWithUpdate(plan, rows, { listsNotDue: true }).changes, expected)
  }
  test('is told right: what is said to be sure in 95 of 100, and found in 90 of 100, of every kind', () => {
    const lines = [...tallies].map(([kind, t]) => `${kind.padEnd(15)} sure and right ${percent(t.sureRight, t.sureSaid).padStart(6)} of ${String(t.sureSaid).padStart(4)}   right ${percent(t.right, t.said).padStart(6)} of ${String(t.said).padStart(4)}   found ${percent(t.right, t.is).padStart(6)} of ${String(t.is).padStart(4)}`)
    process.stdout.write(`${lines.join('\n')}\n`)
    if (process.env['MISSES']) process.stdout.write(`${misses.join('\n')}\n`)
    for (const [, t] of tallies) {
      expect(t.sureRight / Math.max(1, t.sureSaid)).toBeGreaterThan(0.95)
      expect(t.right / Math.max(1, t.is)).toBeGreaterThan(0.9)
    }
  })
})
