import { countKinds, inPlanOrder, wordingChange } from './compare.ts'
import { itemsOf, type Item } from './items.ts'
import { findJoins, withoutJoins } from './match-joins.ts'
import { matchItems, type Pair } from './match.ts'
import { matchLevels, type LevelPair } from './match-levels.ts'
import { matchParents } from './match-parents.ts'
import { isNextPhase, progressOf } from './next-phase.ts'
import { yearKinds, type Change, type ChangeKind, type Comparison, type PlanRow } from './types.ts'
import { sameWording } from './wording.ts'

const gravest = (kinds: readonly ChangeKind[]): Pick<Change, 'kind' | 'also'> => {
  const kind = yearKinds.find((k) => kinds.includes(k)) ?? 'same words'
  return { kind, also: kinds.filter((k) => k !== kind) }
}

/** One promise carried from one year into the next: in the same words, reworded, or taken a phase further. */
const carried = (a: readonly Item[], b: readonly Item[], texts: readonly [string, string], sure: boolean, extra: readonly ChangeKind[]): Change => {
  const [before, after] = texts
  const { kinds, easier, words } = wordingChange(before, after)
  const next = !sameWording(before, after) && isNextPhase(progressOf(before), progressOf(after))
  const targets = kinds.filter((k) => k !== 'reworded')
  const year: ChangeKind = sameWording(before, after) ? 'same words' : next ? 'next phase' : 'reworded'
  return { ...gravest([year, ...(next ? [] : targets), ...extra]), approved: a.map((i) => i.row), reported: b.map((i) => i.row), easier: next ? null : easier, sure, words }
}

const joined = (items: readonly Item[]): string => items.map((i) => i.text ?? '').join('; ')

const several = (a: readonly Item[], b: readonly Item[], sure: boolean, kind: 'split' | 'merged'): Change => ({ ...carried(a, b, [joined(a), joined(b)], sure, [kind]), easier: null })

const oneYearOnly = (kind: 'not continued' | 'new', item: Item): Change => ({
  kind, also: [], approved: kind === 'new' ? [] : [item.row], reported: kind === 'new' ? [item.row] : [], easier: null,
  sure: item.firm && item.text !== null, words: item.text === null ? [] : [{ op: kind === 'new' ? 'new' : 'gone', text: item.text }],
})

/** What became of one year's plan in a later year's: which promises go on, in what words, and which are not heard of again. */
export const compareYears = (earlier: readonly PlanRow[], later: readonly PlanRow[]): Comparison => {
  const [as, bs] = [itemsOf(earlier), itemsOf(later)]
  const found = matchItems(as, bs, 'years')
  const joins = findJoins(as, bs, found)
  const { pairs, onlyA, onlyB } = withoutJoins(found, joins)
  const parents = matchParents(as, bs, found.pairs)
  const levels = matchLevels(as, bs, onlyA, onlyB)
  const moved = (p: Pair): ChangeKind[] => (parents.moved(p) === true ? ['moved'] : [])
  const level = ({ as: a, bs: b, texts, sure, lumped }: LevelPair): Change => {
    const change = carried(a.map((i) => as[i]!), b.map((j) => bs[j]!), texts, sure, [])
    return lumped ? { ...change, kind: 'reworded', also: [], easier: null } : change
  }
  const changes = inPlanOrder(earlier, [
    ...pairs.map((p) => carried([as[p.a]!], [bs[p.b]!], [as[p.a]!.text ?? '', bs[p.b]!.text ?? ''], p.sure, moved(p))),
    ...joins.splits.map((j) => several([as[j.whole]!], j.parts.map((p) => bs[p]!), j.sure, 'split')),
    ...joins.merges.map((j) => several(j.parts.map((p) => as[p]!), [bs[j.whole]!], j.sure, 'merged')),
    ...levels.pairs.map(level),
    ...levels.onlyA.map((i) => oneYearOnly('not continued', as[i]!)),
    ...levels.onlyB.map((j) => oneYearOnly('new', bs[j]!)),
  ])
  return { summary: countKinds(changes), changes }
}
