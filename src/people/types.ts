import type { Db } from '../db/index.ts'
import type { Day } from '../kit/day.ts'

export type Council = { readonly councilId: number; readonly slug: string; readonly name: string; readonly gss: string | null }

/** Who acts for which council, and on which day. Every action takes one. `who` is "command line" or "this machine" while there are no accounts. */
export type Ctx = { readonly db: Db; readonly councilId: number; readonly who: string; readonly today: Day }

export type AuditEntry = { readonly entry: bigint; readonly at: Date; readonly who: string; readonly what: string; readonly detail: unknown }
