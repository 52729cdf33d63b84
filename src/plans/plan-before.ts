import { plainWords } from '../kit/words.ts'
import type { StoredPlan } from './stored.ts'

const stem = (slug: string): string => slug.replace(/-?\d{2,4}/g, '')

const levelsInCommon = (a: StoredPlan, b: StoredPlan): number => a.levels.filter((level) => b.levels.some((other) => plainWords(other) === plainWords(level))).length

/** The plan of an earlier year that a plan follows: the latest of the same name apart from its year, else of those built alike; none where two would do. */
export const planBefore = (plan: StoredPlan, all: readonly StoredPlan[]): StoredPlan | null => {
  const earlier = all.filter((p) => p.year < plan.year)
  const alike = earlier.filter((p) => stem(p.slug) === stem(plan.slug))
  const candidates = alike.length > 0 ? alike : earlier.filter((p) => levelsInCommon(p, plan) >= 2)
  const latest = candidates.map((p) => p.year).sort().at(-1)
  const found = candidates.filter((p) => p.year === latest)
  return found.length === 1 ? found[0]! : null
}
