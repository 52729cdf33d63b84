import { daysOf, type Period } from '../kit/period.ts'
import { approvedRows, comparePlanWithUpdate, settled, type Change, type ItemRevision, type LineageLink, type Place, type StoredPlan, type Tree } from '../plans/index.ts'
import { reportedRows, statusOf, vocabularyAt, type DatedStatus, type ItemUpdate } from '../progress/index.ts'
import { earlierOf, type YearBefore } from './earlier.ts'
import type { PaperFact } from './store.ts'
import type { PaperSource, Snapshot, SnapshotAmendment, SnapshotHistory, SnapshotItem, SnapshotLineage, SnapshotUpdate } from './types.ts'

/** An earlier year's plan that links lead to. */
export type EarlierPlan = { readonly plan: StoredPlan; readonly tree: Tree; readonly links: readonly LineageLink[] }
/** Everything stored that a period's snapshot is made from. */
export type Facts = {
  readonly plan: StoredPlan; readonly revisions: readonly ItemRevision[]; readonly tree: Tree; readonly period: Period
  readonly updates: readonly (ItemUpdate & { readonly period: Period })[]; readonly said: readonly DatedStatus[]
  readonly links: readonly LineageLink[]; readonly earlier: ReadonlyMap<number, EarlierPlan>; readonly before: YearBefore | null; readonly papers: ReadonlyMap<number, PaperFact>
}

const sourceOf = ({ paperId, page, line, cell }: Place, papers: Facts['papers']): PaperSource | null => {
  const paper = paperId === null ? undefined : papers.get(paperId)
  return paper === undefined ? null : { page, line, cell, paper: paper.file }
}

const updateOf = (u: ItemUpdate, facts: Facts): SnapshotUpdate => ({ status: u.status, remark: u.remark, forecast: u.forecast, confirm: u.confirm, source: sourceOf(u.place, facts.papers) })

/** What was reported of each item in earlier periods, oldest first, each with the status as its period's key had it. */
const historiesOf = ({ updates, said, period }: Facts): ReadonlyMap<number, readonly SnapshotHistory[]> => {
  const histories = new Map<number, SnapshotHistory[]>()
  const earlier = updates.filter((u) => daysOf(u.period).to < daysOf(period).to).sort((a, b) => daysOf(a.period).to.localeCompare(daysOf(b.period).to))
  for (const u of earlier) {
    const status = statusOf(vocabularyAt(said, u.period), u.status)
    histories.set(u.item, [...(histories.get(u.item) ?? []), { period: u.period, status: u.status, kind: status?.kind ?? null, statusName: status?.name ?? null, remark: u.remark }])
  }
  return histories
}

/** The changes of an item since it was first said, each beside what stood before. A corrected reading is no change of the plan. */
const amendmentsOf = (revisions: readonly ItemRevision[]): SnapshotAmendment[] => revisions.flatMap((r, i) => {
  const before = revisions[i - 1]
  const kind = r.kind === 'approved' || r.kind === 'reported' ? 'reworded' : r.kind
  if (before === undefined) return r.kind === 'added' ? [{ on: r.onDay, kind: r.kind, authority: r.authority, reason: r.reason, before: '', after: r.wording }] : []
  if (r.kind === 'corrected' || (before.wording === r.wording && before.due === r.due && r.kind !== 'moved' && r.kind !== 'dropped')) return []
  return [{ on: r.onDay, kind, authority: r.authority, reason: r.reason, before: before.wording, after: r.wording }]
})

/** Earlier years' items that an item continues, the latest first, and those that they continued. */
const lineageOf = (item: number, links: readonly LineageLink[], earlier: Facts['earlier']): SnapshotLineage[] =>
  links.filter((l) => l.item === item && l.state === 'kept').flatMap((l) => {
    const before = earlier.get(l.earlierPlanId)
    const found = before?.tree.byItem.get(l.earlierItem)
    if (before === undefined || found === undefined) return []
    return [{ plan: before.plan.title, year: before.plan.year, kind: l.kind, text: found.wording, item: String(l.earlierItem) }, ...lineageOf(l.earlierItem, before.links, earlier)]
  })

const byItem = (revisions: readonly ItemRevision[]): ReadonlyMap<number, readonly ItemRevision[]> => {
  const all = new Map<number, ItemRevision[]>()
  for (const r of revisions) all.set(r.item, [...(all.get(r.item) ?? []), r])
  return all
}

const itemsOf = (facts: Facts): SnapshotItem[] => {
  const [histories, revisions] = [historiesOf(facts), byItem(facts.revisions)]
  const updates = new Map(facts.updates.filter((u) => u.period === facts.period).map((u) => [u.item, u]))
  return facts.tree.items.map((r) => {
    const update = updates.get(r.item)
    return {
      id: String(r.item), parent: r.parent !== null && facts.tree.byItem.has(r.parent) ? String(r.parent) : null, level: r.level, ref: r.ref, text: r.wording, due: r.due,
      fields: Object.fromEntries(Object.entries(r.fields).sort(([a], [b]) => a.localeCompare(b))), update: update === undefined ? null : updateOf(update, facts),
      history: histories.get(r.item) ?? [], amendments: amendmentsOf(revisions.get(r.item) ?? []), lineage: lineageOf(r.item, facts.links, facts.earlier), source: sourceOf(r.place, facts.papers),
    }
  })
}

/** The papers that the plan and this period's update come from. */
const papersUsed = (facts: Facts): Snapshot['papers'] => {
  const used = new Set([...facts.tree.items.map((r) => r.place.paperId), ...facts.updates.filter((u) => u.period === facts.period).map((u) => u.place.paperId)])
  return [...facts.papers.values()].filter((p) => used.has(p.paperId)).map(({ file, title, sha256 }) => ({ file, title, sha256 }))
}

/** What changed since approval: compared by words, put right by what is known of each row's item. An update that lists what is not due lists everything: an absent item is then gone. */
const changesOf = ({ plan, tree, revisions, updates, period, said }: Facts): Change[] => {
  const approved = approvedRows(plan, revisions)
  const reported = reportedRows(plan, tree, updates.filter((u) => u.period === period))
  const listsNotDue = reported.some(({ row }) => statusOf(vocabularyAt(said, period), row.status)?.kind === 'not due')
  const { changes } = comparePlanWithUpdate(approved.map((r) => r.row), reported.map((r) => r.row), { listsNotDue })
  return settled(changes, approved, reported, listsNotDue ? 'dropped' : 'not reported').filter((c) => c.kind !== 'unchanged')
}

/** The parts of a snapshot that the stored facts give. */
export const assemble = (facts: Facts): Pick<Snapshot, 'plan' | 'period' | 'vocabulary' | 'items' | 'approved' | 'changes' | 'earlier' | 'papers'> => {
  const { plan, period, said, revisions, before } = facts
  const approved = revisions.some((r) => r.fromPlan)
  return {
    plan: { slug: plan.slug, title: plan.title, year: plan.year, levels: plan.levels }, period, vocabulary: vocabularyAt(said, period), items: itemsOf(facts),
    approved, changes: approved ? changesOf(facts) : [], ...(before === null ? {} : { earlier: earlierOf(facts, before) }), papers: papersUsed(facts),
  }
}
