import { likeness } from '../kit/words.ts'
import { itemsOf, ownLevel, type Item } from './items.ts'
import { findJoins, withoutJoins, type Join } from './match-joins.ts'
import { matchLevels, type LevelPair } from './match-levels.ts'
import { matchItems, type Pair } from './match.ts'
import { matchParents, type ParentMatching, type ParentPair } from './match-parents.ts'
import { comparePromises } from './promise.ts'
import { coverageOf, type NotCovered } from './coverage.ts'
import { changeKinds, type Change, type ChangedWords, type ChangeKind, type Comparison, type PlanRow } from './types.ts'
import { changedWords, sameWording } from './wording.ts'

/** Gravest first, as `changeKinds` lists them. */
export const graded = (kinds: Iterable<ChangeKind>): Pick<Change, 'kind' | 'also'> => {
  const all = new Set(kinds)
  const [kind = 'unchanged', ...also] = changeKinds.filter((k) => all.has(k))
  return { kind, also }
}

/** The kinds that two wordings differ by, and whether the later is easier or harder to meet. */
export const wordingChange = (before: string, after: string): { kinds: ChangeKind[]; easier: Change['easier']; words: ChangedWords[] } => {
  const { moved, reworded, easier } = comparePromises(before, after)
  const target = moved.some((m) => m.what === 'figure' || m.what === 'stage')
  const dated = moved.some((m) => m.what === 'date')
  const differs = reworded || (!target && !dated && !sameWording(before, after))
  return { kinds: [...(target ? ['target changed' as const] : []), ...(dated ? ['re-dated' as const] : []), ...(differs ? ['reworded' as const] : [])], easier, words: changedWords(before, after) }
}

const pairChange = (a: Item, b: Item, pair: Pair, moved: boolean | null): Change => {
  const { kinds, easier, words } = wordingChange(a.text ?? '', b.text ?? '')
  const sure = pair.sure && (kinds.length === 0 || (a.firm && b.firm))
  return { ...graded([...kinds, ...(moved === true ? ['moved' as const] : [])]), approved: [a.row], reported: [b.row], easier, sure, words }
}

const joinChange = (kind: 'split' | 'merged', from: readonly Item[], to: readonly Item[], sure: boolean): Change => {
  const [before, after] = [from, to].map((items) => items.map((i) => i.text ?? '').join('; '))
  const figures = comparePromises(before!, after!).moved.filter((m) => m.what === 'figure' || m.what === 'date')
  const also: ChangeKind[] = figures.flatMap((m): ChangeKind[] => [m.what === 'date' ? 're-dated' : 'target changed'])
  return { ...graded([kind, ...also]), approved: from.map((i) => i.row), reported: to.map((i) => i.row), easier: null, sure, words: changedWords(before!, after!) }
}

/** A deliverable or objective whose own words changed, or that stands under another one now: told once, not for each of its rows. */
const parentChange = ({ a, b, like, moved }: ParentPair): Change[] => {
  const { kinds, easier, words } = wordingChange(a.text, b.text)
  if (kinds.length === 0 && !moved) return []
  const sure = like >= 0.6 && a.row.review.length === 0 && b.row.review.length === 0
  return [{ ...graded([...kinds, ...(moved ? ['moved' as const] : [])]), approved: [a.row], reported: [b.row], easier, sure, words }]
}

export type CompareOptions = {
  /** Whether the update lists items that aren't due as well, so that an item it doesn't list is gone. */
  readonly listsNotDue: boolean
  /** Both are whole plans: a theme that the later one hasn't got is gone too. */
  readonly wholePlan?: boolean
}
export type PlanComparison = Comparison & { /** Themes of the plan that the update has no part for, which say nothing of their items. */ readonly notCovered: readonly NotCovered[] }

export const countKinds = (changes: readonly Change[]): Comparison['summary'] => {
  const counts: Partial<Record<ChangeKind, number>> = {}
  for (const { kind } of changes) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

/** True where a row left over on one side may be one of the other side's leftovers after all. */
const doubtBeside = (item: Item, others: readonly Item[]): boolean =>
  others.some((o) => o.text === null ? o.theme === null || item.theme === null || sameWording(o.theme, item.theme) : o.parentKey === item.parentKey && (!o.firm || likeness(o.profile, item.profile) >= 0.4))

const oneSided = (kind: ChangeKind, item: Item, others: readonly Item[]): Change => {
  const approved = kind !== 'added' && kind !== 'new'
  const op = kind === 'not reported' ? 'same' : approved ? 'gone' : 'new'
  return {
    kind, also: [], approved: approved ? [item.row] : [], reported: approved ? [] : [item.row], easier: null,
    sure: item.firm && item.text !== null && !doubtBeside(item, others), words: item.text === null ? [] : [{ op, text: item.text }],
  }
}

const joinChanges = (kind: 'split' | 'merged', joins: readonly Join[], wholes: readonly Item[], parts: readonly Item[]): Change[] =>
  joins.map(({ whole, parts: p, sure }) => {
    const several = p.map((i) => parts[i]!)
    return kind === 'split' ? joinChange(kind, [wholes[whole]!], several, sure) : joinChange(kind, several, [wholes[whole]!], sure)
  })

/** A promise that one paper makes as a row and the other spells out under a heading of a higher level. */
const levelChange = (as: readonly Item[], bs: readonly Item[], { as: a, bs: b, texts, sure, lumped }: LevelPair): Change => {
  const { kinds, easier, words } = wordingChange(texts[0], texts[1])
  return { ...graded(lumped ? ['reworded'] : kinds), approved: a.map((i) => as[i]!.row), reported: b.map((i) => bs[i]!.row), easier: lumped ? null : easier, sure, words }
}

const pairChanges = (as: readonly Item[], bs: readonly Item[], pairs: readonly Pair[], parents: ParentMatching): Change[] =>
  pairs.map((p) => pairChange(as[p.a]!, bs[p.b]!, p, parents.moved(p)))

/** In the order of the approved plan; what has no row in it (a parent, an addition) by the place it stands at. */
export const inPlanOrder = (approved: readonly PlanRow[], changes: readonly Change[]): Change[] => {
  const order = new Map(approved.map((r, i) => [r, i]))
  const bySource = new Map(approved.map((r, i) => [r.source, i]).toReversed() as [PlanRow['source'], number][])
  const at = ({ approved: [first] }: Change): number => (first === undefined ? Infinity : order.get(first) ?? (bySource.get(first.source) ?? Infinity) - 0.5)
  return changes.map((change) => ({ change, at: at(change) })).sort((x, y) => (x.at === y.at ? 0 : x.at - y.at)).map(({ change }) => change)
}

/** What became of each item of an approved plan in a later plan or an update of the same year. */
export const comparePlanWithUpdate = (approved: readonly PlanRow[], reported: readonly PlanRow[], { listsNotDue, wholePlan = false }: CompareOptions): PlanComparison => {
  const [as, bs] = [itemsOf(approved), itemsOf(reported)]
  const found = matchItems(as, bs, 'year')
  const joins = findJoins(as, bs, found)
  const { pairs, onlyA, onlyB } = withoutJoins(found, joins)
  const parents = matchParents(as, bs, found.pairs)
  const { covered, notCovered } = coverageOf(as, bs, found, wholePlan)
  const levels = ownLevel(approved) === ownLevel(reported) ? { pairs: [], onlyA, onlyB } : matchLevels(as, bs, onlyA, onlyB)
  const [leftA, leftB] = [levels.onlyA.map((i) => as[i]!), levels.onlyB.map((j) => bs[j]!)]
  const absent = wholePlan || listsNotDue ? 'dropped' : 'not reported'
  const changes = inPlanOrder(approved, [
    ...pairChanges(as, bs, pairs, parents), ...joinChanges('split', joins.splits, as, bs), ...joinChanges('merged', joins.merges, bs, as),
    ...levels.pairs.map((l) => levelChange(as, bs, l)),
    ...leftA.filter(covered).map((i) => oneSided(absent, i, leftB)), ...parents.pairs.flatMap(parentChange),
    ...leftB.map((i) => oneSided('added', i, leftA)),
  ])
  return { summary: countKinds(changes), changes, notCovered }
}
