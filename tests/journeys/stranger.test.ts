import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { dayInLondon } from '../../src/kit/day.ts'
import { addCouncil, type Ctx } from '../../src/people/index.ts'
import { publish, publicationsOf, withdrawPublication } from '../../src/reports/index.ts'
import { freshDatabase } from '../support/database.ts'
import { periodOf } from '../support/record.ts'
import { officer, siteOver, type TestSite } from '../support/site.ts'

const paper = (file: string) => ({ filename: file, bytes: readFileSync(`demo/papers/${file}`) })
const quarter = periodOf('2025-26-Q1')

/** What is published or taken down is seen a second later at most. */
const aSecondLater = () => new Promise((done) => { setTimeout(done, 1100) })

let db: Opened
let site: TestSite
let ctx: Ctx
let person: Awaited<ReturnType<typeof officer>>
/** What a request that must be refused may be made of. */
type Try = { readonly url: string; readonly headers: Record<string, string>; readonly method?: 'POST'; readonly payload?: string; readonly remoteAddress?: string }
const refused = async (request: Try): Promise<void> => { expect((await site.app.inject(request)).statusCode).toBe(403) }
const stranger = (url: string) => site.app.inject({ url, headers: { host: '127.0.0.1:3000' } })
const proposalOf = (location: string | undefined): string => /papers\/(\d+)/.exec(location ?? '')?.[1] ?? ''

beforeAll(async () => {
  db = await freshDatabase()
  const council = await addCouncil(db.db, 'test', { slug: 'thornmere', name: 'Thornmere Council' })
  await addCouncil(db.db, 'test', { slug: 'oldmere', name: 'Oldmere District Council' })
  ctx = { db: db.db, councilId: council.councilId, who: 'test', today: dayInLondon(new Date('2025-11-21T12:00:00Z')) }
  site = await siteOver(db.db)
  person = await officer(site)
})
afterAll(async () => { await site.app.close(); await db.close() })

test('a paper is sent, looked at and taken, and the public sees nothing of it until it is published', async () => {
  for (const [file, period] of [['delivery-plan-2025-26.docx', '2025-26'], ['progress-2025-26-q1.docx', '2025-26-Q1']] as const) {
    const sent = await person.send('/thornmere/work/papers', paper(file), { period }, '/thornmere/work')
    expect(sent.statusCode, sent.body.slice(0, 3000)).toBe(303)
    const at = `/thornmere/work/papers/${proposalOf(sent.headers.location)}`
    expect((await person.get(at)).body).toContain(file)
    const taken = await person.post(`${at}/accept`, {}, at)
    expect(taken.statusCode).toBe(303)
    expect((await person.get(taken.headers.location!)).body).toContain('The proposal was taken.')
  }
  for (const url of ['/thornmere', '/thornmere/plan-2025-26', '/thornmere/plan-2025-26/2025-26-Q1', '/thornmere/search?q=the', '/thornmere/data']) expect((await stranger(url)).statusCode, url).toBe(404)
  expect((await stranger('/')).body).not.toContain('Thornmere')
  expect((await stranger('/open-data')).body).not.toContain('Thornmere')
})

test('once published, everybody reads it, in every format, and unchanged pages are not sent twice', async () => {
  const { plan } = await publish(ctx, undefined, quarter)
  await aSecondLater()
  const at = `/thornmere/${plan}/2025-26-Q1`
  const page = await stranger('/thornmere')
  expect(page.statusCode).toBe(200)
  expect(page.body).toMatch(/\d+ of \d+ milestones \(\d+%\) due this quarter are completed or on track/)
  expect(page.headers['cache-control']).toContain('max-age')
  const again = await site.app.inject({ url: '/thornmere', headers: { 'if-none-match': page.headers.etag } })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  for (const [format, type] of [['html', 'text/html'], ['csv', 'text/csv'], ['json', 'application/json'], ['docx', 'wordprocessingml'], ['xlsx', 'spreadsheetml'], ['pdf', 'application/pdf']] as const) {
    const file = await stranger(`${at}/editions/1/report.${format}`)
    expect([file.statusCode, String(file.headers['content-type']).includes(type)], format).toEqual([200, true])
  }
  for (const path of ['', '/changes', '/report', '/editions/1']) expect((await stranger(at + path)).statusCode, path).toBe(200)
})

test('another council’s publications, items and proposals are not under this one’s name', async () => {
  const { plan } = (await publicationsOf(db.db, ctx.councilId))[0]!
  expect((await stranger(`/oldmere/${plan}/2025-26-Q1`)).statusCode).toBe(404)
  expect((await stranger('/oldmere')).statusCode).toBe(404)
  for (const n of ['1', '2', '999', 'x', '99999999999999999999']) expect((await person.get(`/oldmere/work/papers/${n}`)).statusCode, n).toBe(404)
  const at = '/oldmere/work/papers/1'
  expect((await person.post(`${at}/accept`, {}, '/oldmere/work')).statusCode).toBe(404)
})

test('addresses that lead nowhere are 404 and say what to do', async () => {
  for (const url of ['/x', '/thornmere/plan-2025-26/2025-27-Q1', '/thornmere/plan-2025-26/2025-26-Q1/themes/none', '/thornmere/plan-2025-26/2025-26-Q1/items/99999', '/thornmere/plan-2025-26/2025-26-Q1/editions/9', '/static/x/govuk.css', '/a/b/c/d/e/f/g', '/%E0%A4%A', '/%00', '//evil.example/x', '/thornmere/plan-2025-26/2025-26-Q1/items/__proto__']) {
    const page = await stranger(url)
    expect(page.statusCode, url).toBe(404)
    expect(page.body).toContain('Go to the front page')
  }
})

test('nobody changes data without the link: no session, another machine, another name, a proxy', async () => {
  const form: Try = { method: 'POST', url: '/thornmere/work/papers/1/accept', payload: '', headers: { 'host': '127.0.0.1:3000', 'origin': 'http://127.0.0.1:3000', 'content-type': 'application/x-www-form-urlencoded' } }
  await refused({ url: '/thornmere/work', headers: { host: '127.0.0.1:3000' } })
  await refused(form)
  const { cookie } = person
  await refused({ url: '/thornmere/work', headers: { host: 'evil.example:3000', cookie } })
  await refused({ url: '/thornmere/work', headers: { host: '127.0.0.1:3000', cookie, 'x-forwarded-for': '10.0.0.1' } })
  await refused({ url: '/thornmere/work', headers: { host: '127.0.0.1:3000', cookie }, remoteAddress: '10.0.0.7' })
  await refused({ url: '/thornmere/work', headers: { host: '127.0.0.1:3000', cookie: 'throughline=guessed' } })
})

test('a form from another site is refused, with the right cookie or without the page’s token', async () => {
  const token = await person.token('/thornmere/work')
  const send = (headers: Record<string, string>, payload: string) => site.app.inject({ method: 'POST', url: '/thornmere/work/papers/1/accept', payload, headers: { 'host': '127.0.0.1:3000', 'cookie': person.cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers } })
  expect((await send({ origin: 'https://evil.example' }, `_form=${token}`)).statusCode).toBe(403)
  expect((await send({ origin: 'null' }, `_form=${token}`)).statusCode).toBe(403)
  expect((await send({}, `_form=${token}`)).statusCode).toBe(403)
  expect((await send({ origin: 'http://127.0.0.1:3000' }, '')).statusCode).toBe(403)
  expect((await send({ origin: 'http://127.0.0.1:3000' }, '_form=wrong')).statusCode).toBe(403)
})

test('the link works once', async () => {
  const used = await site.app.inject({ url: person.link.pathname, headers: { host: '127.0.0.1:3000' } })
  expect(used.statusCode).toBe(403)
  expect(used.headers['set-cookie']).toBeUndefined()
})

test('what a person typed stands there again when a form is refused', async () => {
  const back = await person.send('/thornmere/work/papers', paper('progress-2025-26-q1.docx'), { period: 'spring' }, '/thornmere/work')
  expect(back.statusCode).toBe(422)
  expect(back.body).toContain('value="spring"')
  expect(back.body).toContain('is no period')
})

test('a withdrawn publication leaves a page that says so and why, and no file of it', async () => {
  const { plan } = (await publicationsOf(db.db, ctx.councilId))[0]!
  await withdrawPublication(ctx, plan, quarter, 'A remark named a resident.')
  await aSecondLater()
  for (const url of ['/thornmere', `/thornmere/${plan}/2025-26-Q1`, `/thornmere/${plan}/2025-26-Q1/editions/1/report.json`, `/thornmere/${plan}/2025-26-Q1/report`]) {
    const page = await stranger(url)
    expect(page.statusCode, url).toBe(410)
    expect(page.body).toContain('A remark named a resident.')
  }
})

test('every page keeps to a strict policy and lets no other site frame it', async () => {
  for (const url of ['/', '/thornmere', '/nowhere']) {
    const { headers } = await stranger(url)
    expect(headers['content-security-policy']).not.toMatch(/unsafe/)
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
  }
})
