import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { browserFound, openBrowser, overflow, picture, violations } from '../browser/browser.ts'
import { freshDatabase } from '../support/database.ts'
import { siteOver, type TestSite } from '../support/site.ts'

const wrong = ['Spending\tBudget\tOutturn', '\t£m\t£m', 'Roads\t12.0\t13.5', 'Parks\t4.0\t4.5', 'Libraries\t3.0\t2.5', 'Total\t19.0\t21.5'].join('\n')
let db: Opened
let on: TestSite
beforeAll(async () => { db = await freshDatabase(); on = await siteOver(db.db, undefined, { publicCheck: true }) })
afterAll(async () => { await on.app.close(); await db.close() })

/** A stranger far away, with no cookie, who sends a paper. */
const send = async (filename: string, bytes: Uint8Array, { fields = {}, from = '192.0.2.1' }: { fields?: Record<string, string>; from?: string } = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('paper', new Blob([new Uint8Array(bytes)]), filename)
  const body = new Response(form)
  return on.app.inject({ method: 'POST', url: '/check', remoteAddress: from, headers: { host: 'council.example', 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) })
}
const rowsKept = async (): Promise<Record<string, number>> => {
  const { rows } = await db.pool.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`)
  const counts = await Promise.all(rows.map(async ({ name }) => [name, Number((await db.pool.query<{ n: string }>(`select count(*) as n from "${name}"`)).rows[0]!.n)] as const))
  return Object.fromEntries(counts)
}

test('where it is not switched on there is no such page', async () => {
  const off = await siteOver(db.db)
  const asked = await off.app.inject({ url: '/check', headers: { host: 'council.example' } })
  const sent = await off.app.inject({ method: 'POST', url: '/check', headers: { host: 'council.example' } })
  const front = await off.app.inject({ url: '/', headers: { host: 'council.example' } })
  await off.app.close()
  expect([asked.statusCode, sent.statusCode, front.body.includes('/check')]).toEqual([404, 404, false])
})

test('a stranger’s paper is answered with what does not add up beside its words, and nothing is kept', async () => {
  const before = await rowsKept()
  const { statusCode, body, headers } = await send('spending.txt', Buffer.from(wrong))
  expect(statusCode).toBe(200)
  expect(body).toContain('20.5')
  expect(body).toMatch(/<mark>[^<]*21\.5/)
  expect(headers['cache-control']).toBe('private, no-store')
  expect(await rowsKept()).toEqual(before)
})

test('the findings can be taken away as a Word document', async () => {
  const { rawPayload, headers } = await send('spending.txt', Buffer.from(wrong), { fields: { as: 'docx' } })
  expect(headers['content-disposition']).toContain('proof-reading.docx')
  expect(Buffer.from(unzipSync(rawPayload)['word/document.xml']!).toString()).toContain('20.5')
})

test('no paper, an empty one, one that is none and one that is too large are refused on the page, with what to do', async () => {
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['', new Uint8Array(), /Choose the paper/], ['empty.txt', new Uint8Array(), /Choose the paper/], ['tool.pdf', Buffer.from('MZ\u0090\u0000\u0003'), /tool\.pdf: /], ['huge.txt', Buffer.alloc(21 * 1_048_576, 'a '), /larger than 20 MB.*Split it/],
  ]
  for (const [name, bytes, says] of cases) {
    const { statusCode, body } = await send(name, bytes, { from: '192.0.2.2' })
    expect([name, statusCode]).toEqual([name, 422])
    expect(body).toMatch(says)
  }
})

test('what a paper says is never markup on the page', async () => {
  const { body } = await send('<b>x</b>.txt', Buffer.from(wrong.replace('Roads', '<script>alert(1)</script>').replace('Total', 'Total <img src=x>')), { from: '192.0.2.3' })
  expect(body).not.toMatch(/<script>alert|<img src=x|<b>x/)
})

test('one address may send ten papers a minute, and a crowd is told to wait', async () => {
  const sent: number[] = []
  for (let i = 0; i < 11; i += 1) sent.push((await send('a.txt', Buffer.from('A note.'), { from: '192.0.2.4' })).statusCode)
  expect([sent[9], sent[10]]).toEqual([200, 429])
  const crowd = await Promise.all(Array.from({ length: 8 }, (_, i) => send('a.txt', Buffer.from(wrong), { from: `192.0.2.${10 + i}` })))
  expect(crowd.map((c) => c.statusCode).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 200, 503, 503, 503, 503])
  expect((await send('a.txt', Buffer.from(wrong), { from: '192.0.2.30' })).statusCode).toBe(200)
})

describe.skipIf(!browserFound())('in a browser', () => {
  let browser: Browser
  beforeAll(async () => { browser = await openBrowser() })
  afterAll(async () => { await browser.close() })

  test('a resident brings a paper and sees the place marked, on a desk and on a telephone', async () => {
    const origin = await on.app.listen({ port: 0, host: '127.0.0.1' })
    for (const width of [1280, 360]) {
      const context = await browser.newContext({ viewport: { width, height: 800 } })
      const page = await context.newPage()
      await page.goto(`${origin}/`)
      await page.getByRole('link', { name: 'Does this paper add up?' }).click()
      await picture(page, `public-check-${width}`)
      expect(await violations(page)).toEqual([])
      await page.getByRole('button', { name: 'Check it' }).click()
      expect(await page.getByRole('alert').innerText()).toContain('Choose the paper')
      expect(await violations(page)).toEqual([])
      await page.locator('input[type=file]').setInputFiles({ name: 'spending.txt', mimeType: 'text/plain', buffer: Buffer.from(wrong) })
      await page.getByRole('button', { name: 'Check it' }).click()
      expect(await page.locator('h1').innerText()).toContain('1 error')
      expect(await page.locator('mark').first().innerText()).toContain('21.5')
      await picture(page, `public-checked-${width}`)
      expect(await violations(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await context.close()
    }
  })
})
