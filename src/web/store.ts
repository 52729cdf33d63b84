import { sql } from 'kysely'
import type { Db } from '../db/index.ts'

/** Keeps a link until it is taken or its minutes are over. Only its digest is kept, so a copy of the database lets nobody in. */
export const keepLink = async (db: Db, digest: Buffer, minutes: number): Promise<void> => {
  await db.deleteFrom('web_pass').where('until', '<', sql<Date>`now()`).execute()
  await db.insertInto('web_pass').values({ digest, kind: 'link', until: sql`now() + make_interval(mins => ${minutes})` }).execute()
}

/** Turns a link into a session in one step, so that two browsers can't both take it. False where there is no such link any more. */
export const exchangeLink = async (db: Db, link: Buffer, session: Buffer, hours: number): Promise<boolean> => {
  const taken = await db.updateTable('web_pass').set({ digest: session, kind: 'session', until: sql`now() + make_interval(hours => ${hours})` })
    .where('digest', '=', link).where('kind', '=', 'link').where('until', '>', sql<Date>`now()`).executeTakeFirst()
  return taken.numUpdatedRows === 1n
}

export const sessionKnown = async (db: Db, digest: Buffer): Promise<boolean> =>
  (await db.selectFrom('web_pass').select('kind').where('digest', '=', digest).where('kind', '=', 'session').where('until', '>', sql<Date>`now()`).executeTakeFirst()) !== undefined
