import type { Db } from '../db/index.ts'
import type { AuditEntry, Council } from './types.ts'

const councilColumns = ['council_id as councilId', 'slug', 'name', 'gss'] as const

/** All councils, by name. One of the few queries that cross councils. */
export const councils = (db: Db): Promise<Council[]> => db.selectFrom('council').select(councilColumns).orderBy('name').execute()

export const councilBySlug = async (db: Db, slug: string): Promise<Council | null> =>
  (await db.selectFrom('council').select(councilColumns).where('slug', '=', slug).executeTakeFirst()) ?? null

export const insertCouncil = (db: Db, council: Omit<Council, 'councilId'>): Promise<Council> =>
  db.insertInto('council').values(council).returning(councilColumns).executeTakeFirstOrThrow()

export const insertAudit = async (db: Db, councilId: number, who: string, what: string, detail: unknown): Promise<void> => {
  await db.insertInto('audit').values({ council_id: councilId, who, what, detail: JSON.stringify(detail) }).execute()
}

/** The latest entries of a council's audit trail, newest first. */
export const trailOf = (db: Db, councilId: number, limit: number): Promise<AuditEntry[]> =>
  db.selectFrom('audit').select(['entry', 'at', 'who', 'what', 'detail']).where('council_id', '=', councilId).orderBy('entry', 'desc').limit(limit).execute()

/** The council of a number, which came from the database and so is there. */
export const councilById = (db: Db, councilId: number): Promise<Council> =>
  db.selectFrom('council').select(councilColumns).where('council_id', '=', councilId).executeTakeFirstOrThrow()
