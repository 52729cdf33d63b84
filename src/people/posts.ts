import { addDays, type Day } from '../kit/day.ts'
import { Refused } from '../kit/refused.ts'
import { inTransaction, recordChange } from './actions.ts'
import { endHolding, holdingsOf, insertHolding, insertPost, insertUnit, postsOf, unitsOf } from './posts-store.ts'
import type { Ctx, Holding, Unit } from './types.ts'

/** Who held the post on a day; null where nobody did. */
export const holderOn = (holdings: readonly Holding[], day: Day): string | null =>
  holdings.find((h) => h.from <= day && (h.until === null || h.until >= day))?.holder ?? null

/** Adds a directorate, service or team. Refuses a name that is taken, and a parent that is not there. */
export const addUnit = (ctx: Ctx, unit: Omit<Unit, 'unitId'>): Promise<number> => inTransaction(ctx, async (ctx) => {
  const units = await unitsOf(ctx.db, ctx.councilId)
  if (unit.name.trim() === '') throw new Refused('A unit needs a name.')
  if (units.some((u) => u.name === unit.name)) throw new Refused(`There is a unit "${unit.name}" already.`)
  if (unit.partOf !== null && !units.some((u) => u.unitId === unit.partOf)) throw new Refused(`There is no unit ${unit.partOf} for "${unit.name}" to be part of.`)
  const { unitId } = await insertUnit(ctx.db, ctx.councilId, unit)
  await recordChange(ctx, 'unit.added', { unitId, ...unit })
  return unitId
})

/** Adds a post. Refuses a title that is taken, and a unit that is not there. */
export const addPost = (ctx: Ctx, title: string, unitId: number | null): Promise<number> => inTransaction(ctx, async (ctx) => {
  if (title.trim() === '') throw new Refused('A post needs a title.')
  if ((await postsOf(ctx.db, ctx.councilId)).some((p) => p.title === title)) throw new Refused(`There is a post "${title}" already.`)
  if (unitId !== null && !(await unitsOf(ctx.db, ctx.councilId)).some((u) => u.unitId === unitId)) throw new Refused(`There is no unit ${unitId}.`)
  const { postId } = await insertPost(ctx.db, ctx.councilId, { title, unitId })
  await recordChange(ctx, 'post.added', { postId, title, unitId })
  return postId
})

/** Somebody takes up a post; whoever held it leaves the day before. Refuses a day on or before the last holder's first. */
export const takeUpPost = (ctx: Ctx, postId: number, holder: string, from: Day): Promise<void> => inTransaction(ctx, async (ctx) => {
  const post = (await postsOf(ctx.db, ctx.councilId)).find((p) => p.postId === postId)
  if (post === undefined) throw new Refused(`There is no post ${postId}.`)
  const [last] = await holdingsOf(ctx.db, ctx.councilId, postId)
  if (last !== undefined && (last.from >= from || (last.until !== null && last.until >= from))) throw new Refused(`"${post.title}" was held by somebody else on ${from}.`)
  if (last !== undefined && last.until === null) await endHolding(ctx.db, ctx.councilId, postId, last.from, addDays(from, -1))
  await insertHolding(ctx.db, ctx.councilId, postId, { holder, from, until: null })
  await recordChange(ctx, 'post.taken-up', { postId, holder, from })
})
