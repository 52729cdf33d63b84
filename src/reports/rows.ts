import { statusOf, type Status } from '../progress/index.ts'
import type { Snapshot, SnapshotItem } from './types.ts'

/** A row of the update: an item that was answered for, with the wording of every level above it ("" where the plan skips a level). */
export type ReportRow = {
  readonly item: SnapshotItem
  /** One text a level of the plan, the row's own included; "" below it. */
  readonly path: readonly string[]
  /** The printed status; null: not stated. */
  readonly code: string | null
  /** Its meaning in the vocabulary; null where not stated or where the vocabulary has no such status. */
  readonly status: Status | null
  readonly remark: string
  readonly confirm: readonly string[]
}

/** The text of each level from the top down to the item. */
export const pathOf = (snapshot: Snapshot): ((item: SnapshotItem) => string[]) => {
  const byId = new Map(snapshot.items.map((i) => [i.id, i]))
  return (item) => {
    const texts = snapshot.plan.levels.map(() => '')
    for (let at: SnapshotItem | undefined = item; at !== undefined; at = at.parent === null ? undefined : byId.get(at.parent)) texts[at.level] = at.text
    return texts
  }
}

/** Rows of the update in the plan's order. */
export const rowsOf = (snapshot: Snapshot): ReportRow[] => {
  const path = pathOf(snapshot)
  return snapshot.items.flatMap((item) => {
    if (item.update === null) return []
    const { status, remark, confirm } = item.update
    const code = status === '' ? null : status
    return [{ item, path: path(item), code, status: statusOf(snapshot.vocabulary, code), remark, confirm }]
  })
}

/** Items at the level that bears statuses which the update does not list: not due yet, or forgotten. */
export const unlistedOf = (snapshot: Snapshot): { item: SnapshotItem; path: string[] }[] => {
  const path = pathOf(snapshot)
  const parents = new Set(snapshot.items.map((i) => i.parent))
  const level = answeringLevel(snapshot)
  return snapshot.items.filter((i) => i.update === null && i.level === level && !parents.has(i.id)).map((item) => ({ item, path: path(item) }))
}

/** The level whose items are answered for: that of most rows, else the lowest. */
export const answeringLevel = (snapshot: Snapshot): number => {
  const counts = snapshot.plan.levels.map((_, level) => snapshot.items.filter((i) => i.level === level && i.update !== null).length)
  const most = Math.max(0, ...counts)
  return most === 0 ? snapshot.plan.levels.length - 1 : counts.lastIndexOf(most)
}

/** The top level's items with the rows under each; a flat plan is one theme without a name. */
export type ThemeRows = { readonly name: string; readonly rows: readonly ReportRow[] }
export const themesOf = (snapshot: Snapshot, rows: readonly ReportRow[]): ThemeRows[] => {
  const nameOf = (row: ReportRow): string => (row.item.level === 0 ? '' : row.path[0]!)
  const flat = rows.every((r) => r.item.level === 0)
  const names = flat ? [''] : [...new Set([...snapshot.items.filter((i) => i.level === 0).map((i) => i.text), ...rows.map(nameOf)])]
  return names.map((name) => ({ name, rows: rows.filter((r) => (flat ? '' : nameOf(r)) === name) })).filter((t) => t.rows.length > 0)
}
