import Fastify, { type FastifyInstance } from 'fastify'
import { afterEach, expect, test } from 'vitest'
import { senders } from './rendered.ts'
import type { Answered } from './site.ts'

let app: FastifyInstance
afterEach(() => app.close())

/** A server with one kept page, which counts how often it is made. */
const serverOf = async (bytes: number, version: () => string, page: (url: string) => Answered | Promise<Answered>) => {
  app = Fastify()
  const made: string[] = []
  const { sendKept, send } = senders(bytes)
  app.get('/mine', (request, reply) => send(request, reply, <p>mine</p>))
  app.get('/*', (request, reply) => sendKept(request, reply, version(), () => { made.push(request.url); return page(request.url) }))
  return { made, get: (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers }) }
}

test('a published page is made once, and again when something was published', async () => {
  let version = '1'
  const { made, get } = await serverOf(100_000, () => version, (url) => <p>{url} {version}</p>)
  await get('/a')
  expect((await get('/a')).body).toContain('/a 1')
  expect(made).toEqual(['/a'])
  version = '2'
  expect((await get('/a')).body).toContain('/a 2')
  expect(made).toEqual(['/a', '/a'])
})

test('a page that fifty ask for at once is made once', async () => {
  const { made, get } = await serverOf(100_000, () => '1', async () => { await new Promise((done) => { setTimeout(done, 20) }); return <p>slow</p> })
  await Promise.all(Array.from({ length: 50 }, () => get('/slow')))
  expect(made).toEqual(['/slow'])
})

test('the store is bounded: what was unused longest is forgotten and made again', async () => {
  const { made, get } = await serverOf(5000, () => '1', (url) => <p>{url.padEnd(1000, '.')}</p>)
  for (const url of ['/1', '/2', '/3', '/4', '/5', '/6']) await get(url)
  await get('/6')
  await get('/1')
  expect(made).toEqual(['/1', '/2', '/3', '/4', '/5', '/6', '/1'])
})

test('a page that failed is not kept', async () => {
  let fails = true
  const { get } = await serverOf(5000, () => '1', () => { if (fails) throw new Error('not now'); return <p>there</p> })
  expect((await get('/x')).statusCode).toBe(500)
  fails = false
  expect((await get('/x')).statusCode).toBe(200)
})

test('a browser that has the page already is told so, and one with an older page gets the new one', async () => {
  const { get } = await serverOf(5000, () => '1', () => <p>page</p>)
  const { etag } = (await get('/x')).headers
  expect((await get('/x', { 'if-none-match': `"old", W/${String(etag)}` })).statusCode).toBe(304)
  expect((await get('/x', { 'if-none-match': '"old"' })).statusCode).toBe(200)
})

test('a page made for one person is kept by nobody', async () => {
  const { get } = await serverOf(5000, () => '1', () => <p>page</p>)
  expect((await get('/mine')).headers['cache-control']).toBe('private, no-store')
})
