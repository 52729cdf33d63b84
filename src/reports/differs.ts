import { headline, statusOf } from '../progress/index.ts'
import { canonical } from './canonical.ts'
import type { Snapshot, SnapshotItem } from './types.ts'

const short = (text: string): string => (text.length <= 90 ? text : `${text.slice(0, 89).trimEnd()}…`)
const statusName = (snapshot: Snapshot, item: SnapshotItem): string =>
  item.update === null ? 'not in the update' : item.update.status === null ? 'not stated' : (statusOf(snapshot.vocabulary, item.update.status)?.name ?? item.update.status)

const figures = (s: Snapshot): string => { const h = headline(s.items.flatMap((i) => (i.update === null ? [] : [i.update])), s.vocabulary); return h.notStated === h.of ? 'that no status is stated' : `${h.met} of ${h.of}` }

const itemDiffers = (before: Snapshot, after: Snapshot, was: SnapshotItem, is: SnapshotItem): string[] => {
  const name = `“${short(is.text)}”`
  return [
    ...(was.text === is.text ? [] : [`“${short(was.text)}” now reads “${short(is.text)}”.`]),
    ...(statusName(before, was) === statusName(after, is) ? [] : [`The status of ${name} is ${statusName(after, is)}; it was ${statusName(before, was)}.`]),
    ...((was.update?.remark ?? '') === (is.update?.remark ?? '') ? [] : [`The remark on ${name} is changed.`]),
  ]
}

const without = (all: readonly SnapshotItem[], others: readonly SnapshotItem[]): readonly SnapshotItem[] => { const ids = new Set(others.map((i) => i.id)); return all.filter((i) => !ids.has(i.id)) }

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b)

/** What an edition says that the one before it did not, a sentence each. Empty: it says the same. */
export const differences = (before: Snapshot, after: Snapshot): string[] => {
  const was = new Map(before.items.map((i) => [i.id, i]))
  const [h1, h2] = [figures(before), figures(after)]
  return [
    ...(h1 === h2 ? [] : [`The headline is ${h2}; it was ${h1}.`]),
    ...after.items.flatMap((i) => { const old = was.get(i.id); return old === undefined ? [] : itemDiffers(before, after, old, i) }),
    ...without(after.items, before.items).map((i) => `“${short(i.text)}” is added.`),
    ...without(before.items, after.items).map((i) => `“${short(i.text)}” is no longer there.`),
    ...(same(before.vocabulary.statuses, after.vocabulary.statuses) ? [] : ['The key of statuses is changed.']),
    ...(same(before.earlier ?? null, after.earlier ?? null) ? [] : ['What became of the year before’s plan is told anew.']),
    ...(same(before.header, after.header) ? [] : ['The header of the report is changed.']),
    ...(same(before.narrative, after.narrative) ? [] : ['The text of the report is changed.']),
  ]
}
