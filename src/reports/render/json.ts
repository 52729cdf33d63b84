import { headlineOf } from '../headline.ts'
import { rowsOf } from '../rows.ts'
import type { Snapshot } from '../types.ts'

const at = (path: readonly string[], i: number): string | null => path[i] ?? null

/** The snapshot whole, and before it its headline and rows as a program wants them: keyed by role, with the plan's own levels in `path`. */
export const toJson = (snapshot: Snapshot): Uint8Array => {
  const rows = rowsOf(snapshot)
  const { levels } = snapshot.plan
  const printed = rows.map((r) => {
    // A middle level beyond the third has no role of its own; `path` has them all.
    const { length } = levels
    return {
      theme: length > 1 ? at(r.path, 0) : null, objective: length > 3 ? at(r.path, 1) : null, deliverable: length > 2 ? at(r.path, length - 2) : null, milestone: at(r.path, length - 1),
      status: r.code ?? '', remark: r.remark, ref: r.item.ref, due: r.item.due, forecast: r.item.update?.forecast ?? null, confirm: r.confirm,
      path: levels.map((level, i) => ({ level, text: r.path[i]! })), source: r.item.update?.source ?? null,
    }
  })
  return new TextEncoder().encode(`${JSON.stringify({ headline: headlineOf(rows, snapshot.vocabulary), columns: [...levels, 'Status', 'Remark'], rows: printed, snapshot }, null, 1)}\n`)
}
