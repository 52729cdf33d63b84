import type { Db } from '../db/index.ts'
import { Refused } from '../kit/refused.ts'
import { councilBySlug, insertAudit, insertCouncil } from './store.ts'
import type { Council, Ctx } from './types.ts'

/** Runs in one transaction: the caller's where there is one, else a new one. All of it or nothing. */
export const inTransaction = <T>(ctx: Ctx, work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  ctx.db.isTransaction ? work(ctx) : ctx.db.transaction().execute((db) => work({ ...ctx, db }))

/** Writes the audit trail; to be called in the transaction of the change. `what` is "subject.verb". */
export const recordChange = (ctx: Ctx, what: string, detail: unknown): Promise<void> => insertAudit(ctx.db, ctx.councilId, ctx.who, what, detail)

const slugForm = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Adds a council. Refuses a slug that can't stand in an address, or that is taken, and a name without letters. */
export const addCouncil = async (db: Db, who: string, given: { slug: string; name: string; gss?: string | null }): Promise<Council> => {
  const [slug, name, gss] = [given.slug, given.name.trim(), given.gss ?? null]
  if (!slugForm.test(slug) || slug.length > 60) throw new Refused(`"${slug}" can't be a council's short name: use up to 60 small letters, digits and single hyphens, such as "north-vale".`)
  if (reserved.has(slug)) throw new Refused(`"${slug}" is a page's own address: choose another short name.`)
  if (!/\p{L}/u.test(name)) throw new Refused('A council needs a name: --name "North Vale Council".')
  if (gss !== null && !/^[EWSN]\d{8}$/.test(gss)) throw new Refused(`"${gss}" is no GSS code: one letter and eight digits, such as E06000001.`)
  return db.transaction().execute(async (trx) => {
    if ((await councilBySlug(trx, slug)) !== null) throw new Refused(`There is a council "${slug}" already.`)
    const council = await insertCouncil(trx, { slug, name, gss })
    await insertAudit(trx, council.councilId, who, 'council.added', { slug, name, gss })
    return council
  })
}

/** Addresses of pages that are no council's. */
const reserved: ReadonlySet<string> = new Set(['about', 'accessibility', 'assets', 'check', 'councils', 'data', 'health', 'search', 'static', 'work'])

/** The council of a slug. Refuses one that was never added. */
export const requireCouncil = async (db: Db, slug: string): Promise<Council> => {
  const council = await councilBySlug(db, slug)
  if (council === null) throw new Refused(`There is no council "${slug}". Add it with: throughline council add ${slug} --name "..."`)
  return council
}
