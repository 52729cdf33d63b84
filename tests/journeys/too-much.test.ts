import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { freshDatabase } from '../support/database.ts'
import { siteOver, type TestSite } from '../support/site.ts'

let db: Opened
let site: TestSite
beforeAll(async () => { db = await freshDatabase(); site = await siteOver(db.db) })
afterAll(async () => { await site.app.close(); await db.close() })

const many = async (times: number, request: { readonly url: string; readonly method: 'GET' | 'POST' }, remoteAddress: string): Promise<number[]> => {
  const statuses: number[] = []
  for (let i = 0; i < times; i += 1) statuses.push((await site.app.inject({ ...request, remoteAddress, headers: { host: '127.0.0.1:3000' } })).statusCode)
  return statuses
}

test('guessing at links, and forms without end, are refused before they are read; others are not hindered', async () => {
  const links = await many(31, { url: '/link/guessed', method: 'GET' }, '192.0.2.7')
  expect([links[0], links.at(-1)]).toEqual([403, 429])
  const forms = await many(121, { url: '/thornmere/work/papers', method: 'POST' }, '192.0.2.7')
  expect([forms[0], forms.at(-1)]).toEqual([403, 429])
  expect(await many(1, { url: '/link/guessed', method: 'GET' }, '192.0.2.8')).toEqual([403])
  expect((await site.app.inject({ url: '/link/guessed', remoteAddress: '192.0.2.7', headers: { host: '127.0.0.1:3000' } })).body).toContain('That was too much at once')
})

test('public pages are not counted', async () => {
  expect(new Set(await many(130, { url: '/', method: 'GET' }, '192.0.2.9'))).toEqual(new Set([200]))
})
