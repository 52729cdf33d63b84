import type { Change, ChangeKind, PlanRow } from '../plans/index.ts'
import type { Reading } from './reading.ts'
import type { SnapshotItem } from './types.ts'
import { listed } from './wording.ts'

/** What became of items between the approved plan and this update, the kinds that matter most first. */
const order: readonly ChangeKind[] = ['target changed', 're-dated', 'dropped', 'not continued', 'split', 'merged', 'moved', 'reworded', 'next phase', 'added', 'new', 'not reported']

type Words = { readonly title: string; readonly meaning: string; readonly short: (n: number) => string }
const are = (n: number, what: string): string => `${n} ${n === 1 ? 'is' : 'are'} ${what}`
const were = (n: number, what: string): string => `${n} ${n === 1 ? 'was' : 'were'} ${what}`
export const changeWords: Readonly<Record<ChangeKind, Words>> = {
  'target changed': { title: 'Target changed', meaning: 'A figure, share or stage that was promised is another one now.', short: (n) => `${n} ${n === 1 ? 'target' : 'targets'} changed` },
  're-dated': { title: 'New date', meaning: 'What was promised is due at another time.', short: (n) => were(n, 'given a new date') },
  dropped: { title: 'Dropped', meaning: 'In the approved plan, and no longer there.', short: (n) => were(n, 'dropped') },
  split: { title: 'Split', meaning: 'One item became several.', short: (n) => were(n, 'split') },
  merged: { title: 'Merged', meaning: 'Several items became one.', short: (n) => were(n, 'merged') },
  moved: { title: 'Moved', meaning: 'The item stands under another heading.', short: (n) => were(n, 'moved') },
  reworded: { title: 'Reworded', meaning: 'Other words, and the same promise as far as figures and dates can tell.', short: (n) => were(n, 'reworded') },
  added: { title: 'Added', meaning: 'Not in the approved plan.', short: (n) => were(n, 'added') },
  'not reported': { title: 'Not reported', meaning: 'In the approved plan and not listed in this update, which lists only what is due.', short: (n) => are(n, 'not listed in this update') },
  unchanged: { title: 'Unchanged', meaning: 'The same words.', short: (n) => are(n, 'unchanged') },
  'same words': { title: 'Same words', meaning: 'Carried forward from last year in the same words.', short: (n) => were(n, 'carried forward') },
  'next phase': { title: 'Next phase', meaning: 'A later stage of what last year’s plan promised.', short: (n) => are(n, 'a next phase') },
  'not continued': { title: 'Not continued', meaning: 'In last year’s plan and not in this one.', short: (n) => were(n, 'not continued') },
  new: { title: 'New', meaning: 'Not in last year’s plan.', short: (n) => are(n, 'new') },
}

export type ChangeGroup = { readonly kind: ChangeKind; readonly changes: readonly Change[] }
export const changeGroups = (changes: readonly Change[]): ChangeGroup[] =>
  order.map((kind) => ({ kind, changes: changes.filter((c) => c.kind === kind) })).filter((g) => g.changes.length > 0)

/** "2 targets changed, 1 was dropped and 3 were reworded" */
export const changeSentence = (groups: readonly ChangeGroup[]): string => listed(groups.filter((g) => g.kind !== 'not reported').map((g) => changeWords[g.kind].short(g.changes.length)))

/** "2 are easier to meet than what was approved and 1 harder."; "" where no change could be said to be either. */
export const directionSentence = (changes: readonly Change[]): string => {
  const [easier, harder] = [changes.filter((c) => c.easier === 'easier').length, changes.filter((c) => c.easier === 'harder').length]
  if (easier + harder === 0) return ''
  if (easier === 0) return `${are(harder, 'harder to meet than what was approved')}.`
  return `${are(easier, 'easier to meet than what was approved')}${harder > 0 ? ` and ${harder} harder` : ''}.`
}

/** Items that a plan has promised in this year and at least two before. */
export const longPromised = (reading: Reading): SnapshotItem[] => reading.snapshot.items.filter((i) => new Set(i.lineage.map((l) => l.year)).size >= 2)

const lineageKinds = ['same words', 'reworded', 'next phase', 'new'] as const
/** Of the items that are answered for: how many continue the year before, and how. */
export const lineageCounts = (reading: Reading): { readonly kind: (typeof lineageKinds)[number]; readonly count: number }[] => {
  const leaves = reading.snapshot.items.filter((i) => reading.childrenOf(i.id).length === 0)
  return lineageKinds.map((kind) => ({ kind, count: leaves.filter((i) => (i.lineage[0]?.kind ?? 'new') === kind).length }))
}

/** Where a row stands: the levels above its own. */
export const placeWords = (row: PlanRow): string => row.path.slice(0, -1).map((s) => s.text).join(' › ')
