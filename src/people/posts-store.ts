import type { Db } from '../db/index.ts'
import type { Day } from '../kit/day.ts'
import type { Holding, Post, Unit } from './types.ts'

export const unitsOf = (db: Db, councilId: number): Promise<Unit[]> =>
  db.selectFrom('unit').select(['unit_id as unitId', 'kind', 'name', 'part_of as partOf']).where('council_id', '=', councilId).orderBy('name').execute()

export const postsOf = (db: Db, councilId: number): Promise<Post[]> =>
  db.selectFrom('post').select(['post_id as postId', 'title', 'unit_id as unitId']).where('council_id', '=', councilId).orderBy('title').execute()

/** Who held a post, the latest first. */
export const holdingsOf = (db: Db, councilId: number, postId: number): Promise<Holding[]> =>
  db.selectFrom('post_holding').select(['holder', 'from_day as from', 'until_day as until']).where('council_id', '=', councilId).where('post_id', '=', postId).orderBy('from_day', 'desc').execute()

export const insertUnit = (db: Db, councilId: number, { kind, name, partOf }: Omit<Unit, 'unitId'>): Promise<{ unitId: number }> =>
  db.insertInto('unit').values({ council_id: councilId, kind, name, part_of: partOf }).returning('unit_id as unitId').executeTakeFirstOrThrow()

export const insertPost = (db: Db, councilId: number, { title, unitId }: Omit<Post, 'postId'>): Promise<{ postId: number }> =>
  db.insertInto('post').values({ council_id: councilId, title, unit_id: unitId }).returning('post_id as postId').executeTakeFirstOrThrow()

export const insertHolding = async (db: Db, councilId: number, postId: number, { holder, from, until }: Holding): Promise<void> => {
  await db.insertInto('post_holding').values({ council_id: councilId, post_id: postId, holder, from_day: from, until_day: until }).execute()
}

/** Ends a holding that was open; its holder and first day stay as they were. */
export const endHolding = async (db: Db, councilId: number, postId: number, from: Day, until: Day): Promise<void> => {
  await db.updateTable('post_holding').set({ until_day: until }).where('council_id', '=', councilId).where('post_id', '=', postId).where('from_day', '=', from).execute()
}
