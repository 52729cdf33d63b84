import type { Db } from '../db/index.ts'
import type { Day } from '../kit/day.ts'

export type Council = { readonly councilId: number; readonly slug: string; readonly name: string; readonly gss: string | null }

/** Who acts for which council, and on which day. Every action takes one. `who` is "command line" or "this machine" while there are no accounts. */
export type Ctx = { readonly db: Db; readonly councilId: number; readonly who: string; readonly today: Day }

export type AuditEntry = { readonly entry: bigint; readonly at: Date; readonly who: string; readonly what: string; readonly detail: unknown }

export type Unit = { readonly unitId: number; readonly kind: 'directorate' | 'service' | 'team'; readonly name: string; readonly partOf: number | null }
/** A job that owns things; what it owns stays with it when its holder leaves. */
export type Post = { readonly postId: number; readonly title: string; readonly unitId: number | null }
/** From one day to another, both included; `until` null: still there. */
export type Holding = { readonly holder: string; readonly from: Day; readonly until: Day | null }
