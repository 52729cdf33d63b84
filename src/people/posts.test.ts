import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/database.ts'
import { parseDay } from '../kit/day.ts'
import { addCouncil, addPost, addUnit, holderOn, holdingsOf, postsOf, takeUpPost, trailOf, unitsOf, type Ctx } from './index.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())
const day = (text: string) => parseDay(text)!
const council = async (slug: string): Promise<Ctx> => ({ db: opened.db, councilId: (await addCouncil(opened.db, 'test', { slug, name: slug })).councilId, who: 'test', today: day('2025-08-01') })

test('a post keeps its holders from one day to another, and what it owns is asked of the day', async () => {
  const ctx = await council('posts')
  const unit = await addUnit(ctx, { kind: 'service', name: 'Waste', partOf: null })
  const post = await addPost(ctx, 'Head of Waste', unit)
  await takeUpPost(ctx, post, 'First holder', day('2024-04-01'))
  await takeUpPost(ctx, post, 'Second holder', day('2025-06-16'))
  const holdings = await holdingsOf(ctx.db, ctx.councilId, post)
  expect(['2024-03-31', '2025-06-15', '2025-06-16', '2030-01-01'].map((d) => holderOn(holdings, day(d)))).toEqual([null, 'First holder', 'Second holder', 'Second holder'])
  expect((await trailOf(ctx.db, ctx.councilId, 9)).map((e) => e.what)).toEqual(['post.taken-up', 'post.taken-up', 'post.added', 'unit.added', 'council.added'])
})

test('refused: two holders on one day, a title twice, a unit that is not there', async () => {
  const ctx = await council('posts-refused')
  const post = await addPost(ctx, 'Head of Parks', null)
  await takeUpPost(ctx, post, 'First holder', day('2025-04-01'))
  await expect(takeUpPost(ctx, post, 'Second holder', day('2025-04-01'))).rejects.toThrow('was held by somebody else on 2025-04-01')
  await expect(addPost(ctx, 'Head of Parks', null)).rejects.toThrow('There is a post "Head of Parks" already')
  await expect(addPost(ctx, 'Head of Trees', 999)).rejects.toThrow('There is no unit 999')
})

test('units and posts of one council are not those of another', async () => {
  const [one, other] = [await council('one'), await council('other')]
  const unit = await addUnit(one, { kind: 'team', name: 'Parks', partOf: null })
  await addPost(one, 'Head of Parks', unit)
  expect([await unitsOf(other.db, other.councilId), await postsOf(other.db, other.councilId)]).toEqual([[], []])
  await expect(addPost(other, 'Head of Trees', unit)).rejects.toThrow(`There is no unit ${unit}`)
})
