import { expect, test } from 'vitest'
import { marked, sets } from './planted.ts'

const percent = (part: number, whole: number): number => Math.floor((part * 1000) / whole) / 10
const areas = (faults: readonly { readonly area: string }[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { area } of faults) counts.set(area, (counts.get(area) ?? 0) + 1)
  return counts
}

/**
 * Least share found (%), and most findings of level error where there is nothing wrong. Whoever planted the faults had never seen a rule; the rules
 * were then mended by the sets, so that these tell what must not be lost. What was found at the first look stands in docs/decisions/proof-reading.md.
 */
const wanted = { first: [92, 0], second: [88, 0], third: [85, 0], fourth: [65, 0] } as const

for (const set of sets) {
  test(`faults that others planted in made-up papers are found, and the same papers without them are left in peace: ${set} set`, { timeout: 120_000 }, async () => {
    const { found, missed, alarms, stray } = await marked(set)
    const whole = found.length + missed.length
    const byArea = [...areas([...found, ...missed])].map(([area, n]) => `${area} ${areas(found).get(area) ?? 0}/${n}`).join(', ')
    const levels = (['error', 'warning', 'note'] as const).map((l) => `${l} ${alarms.filter((f) => f.level === l).length}+${stray.filter((f) => f.level === l).length}`).join(', ')
    process.stdout.write(`planted faults, ${set} set: ${found.length} of ${whole} found (${percent(found.length, whole)}%): ${byArea}; told in the right papers + besides the planted: ${levels}\n`)
    const [least, most] = wanted[set]
    expect(percent(found.length, whole)).toBeGreaterThanOrEqual(least)
    expect(alarms.filter((f) => f.level === 'error').length).toBeLessThanOrEqual(most)
  })
}
