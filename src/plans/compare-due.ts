import { countKinds, graded } from './compare.ts'
import type { Change, Comparison, Due, PlanRow } from './types.ts'
import { changedWords, sameWording } from './wording.ts'

const redated = (change: Change, was: Due, now: Due): Change => {
  const [before, after] = [was.to ?? was.from, now.to ?? now.from]
  const easier = before === null || after === null || before === after ? null : after > before ? 'easier' : 'harder'
  const alone = change.kind === 'unchanged' && change.also.length === 0
  return {
    ...change, ...graded([change.kind, ...change.also, 're-dated' as const].filter((k) => k !== 'unchanged')), easier: alone || change.easier === easier ? easier : null,
    words: [...change.words, ...changedWords(`(${was.words})`, `(${now.words})`)],
  }
}

/** A comparison of papers whose dates stand in a column of their own: an item with other words there is re-dated. */
export const withDates = <C extends Comparison>(comparison: C, dues: ReadonlyMap<PlanRow, Due>): C => {
  const changes = comparison.changes.map((c) => {
    const [was, now] = [c.approved.length === 1 ? dues.get(c.approved[0]!) : undefined, c.reported.length === 1 ? dues.get(c.reported[0]!) : undefined]
    return was === undefined || now === undefined || sameWording(was.words, now.words) ? c : redated(c, was, now)
  })
  return { ...comparison, changes, summary: countKinds(changes) }
}
