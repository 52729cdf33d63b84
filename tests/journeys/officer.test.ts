import mammoth from 'mammoth'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { addCouncil } from '../../src/people/index.ts'
import { freshDatabase } from '../support/database.ts'
import { officer, siteOver, type TestSite } from '../support/site.ts'

const desk = '/thornmere/work'
let db: Opened
let site: TestSite
let person: Awaited<ReturnType<typeof officer>>
beforeAll(async () => {
  db = await freshDatabase()
  await addCouncil(db.db, 'test', { slug: 'thornmere', name: 'Thornmere Council' })
  await addCouncil(db.db, 'test', { slug: 'oldmere', name: 'Oldmere District Council' })
  site = await siteOver(db.db)
  person = await officer(site)
})
afterAll(async () => { await site.app.close(); await db.close() })

const send = async (filename: string, bytes: Uint8Array, fields: Record<string, string> = {}): Promise<string> => {
  const sent = await person.send(`${desk}/papers`, { filename, bytes }, fields, desk)
  expect(sent.statusCode, sent.body.slice(-3000)).toBe(303)
  return String(sent.headers.location).replace(/\?.*/, '')
}
const take = async (at: string): Promise<void> => { expect((await person.post(`${at}/accept`, {}, at)).statusCode).toBe(303) }
const plan = readFileSync('demo/papers/delivery-plan-2025-26.docx')
const pdf = readFileSync('demo/papers/progress-2025-26-q3.pdf')
const flaggedRow = async (at: string): Promise<string | null> => /href="([^"]*\/rows\/\d+)"/.exec(/id="flagged".*?<\/section>/s.exec((await person.get(at)).body)?.[0] ?? '')?.[1] ?? null

test('the plan and an update are taken, and a row in doubt goes to its officer as a Word document', async () => {
  await take(await send('plan.docx', plan))
  const at = await send('q3.pdf', pdf, { period: '2025-26-Q3' })
  const row = await flaggedRow(at)
  expect(row).not.toBeNull()
  const letter = await person.get(`${at}/to-confirm.docx`)
  const { value } = await mammoth.extractRawText({ buffer: letter.rawPayload })
  expect(value).toContain('to confirm')
  expect(value).toContain('Your answer')
  expect((await person.get(`${at}/to-confirm`)).body).toContain('Please answer each row')
  await take(at)
  expect((await person.post(`${row}/correct`, { status: '', remark: 'Done in May.', why: '' }, row!)).statusCode).toBe(422)
  const answered = await person.post(`${row}/correct`, { remark: 'The review was read in May.', why: 'The officer wrote.' }, row!)
  expect(answered.statusCode, answered.body.slice(-2000)).toBe(303)
  expect((await person.get(row!)).body).toContain('The review was read in May.')
})

test('a status is given its meaning, with a reason', async () => {
  const at = (await person.get(desk)).body.match(/\/thornmere\/work\/papers\/\d+/)![0]
  const page = `${at}/statuses/Paused`
  expect((await person.post(page, { kind: 'paused', counts: 'no', name: 'Paused', letter: 'P', meaning: 'Waiting for somebody else', why: '' }, page)).body).toContain('Say how you know')
  expect((await person.post(page, { kind: 'paused', counts: 'yes', name: 'On hold', letter: 'W', meaning: 'Waiting for somebody else', why: 'Agreed at the meeting.' }, page)).statusCode).toBe(303)
  expect((await person.get(at)).body).toContain('On hold')
})

test('the report is written, refused with the officer’s own words, published, and taken down with a reason', async () => {
  const at = `${desk}/reports/plan-2025-26/2025-26-Q3`
  const refused = await person.post(at, { meeting: 'Cabinet', opening: 'We met 103 milestones <b>on time</b>.' }, at)
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('We met 103 milestones &lt;b&gt;on time&lt;/b&gt;.')
  expect((await person.post(at, { meeting: 'Cabinet', opening: 'We met {{headline.met}} of {{headline.of}}.' }, at)).headers.location).toContain('did=saved')
  const preview = await person.get(`${at}/preview.html`)
  expect(preview.statusCode).toBe(200)
  expect(preview.headers['cache-control']).toBe('private, no-store')
  const published = await person.post(`${at}/publish`, {}, at)
  expect(published.headers.location, published.body.replace(/<[^>]+>/g, ' ').slice(0, 1500)).toContain('did=published')
  expect((await person.post(`${at}/publish`, {}, at)).headers.location).toContain('did=already')
  expect((await site.app.inject({ url: '/thornmere' })).body).toContain('What the officers say')
  expect((await person.post(`${at}/withdraw`, { reason: ' ' }, at)).statusCode).toBe(422)
  expect((await person.post(`${at}/withdraw`, { reason: 'A name stood in a remark.' }, at)).headers.location).toContain('did=taken')
})

test('what is compared, linked and checked has its page', async () => {
  expect((await person.get(`${desk}/compare/plan-2025-26/2025-26-Q3`)).body).toMatch(/Since the plan was approved|Nothing changed/)
  expect((await person.get(`${desk}/years/plan-2025-26`)).statusCode).toBe(200)
  const checked = await person.send(`${desk}/check`, { filename: 'note.txt', bytes: Buffer.from('The meeting is on Monday 16 September 20244.\n') }, {}, `${desk}/check`)
  expect(checked.statusCode).toBe(200)
  expect(checked.body).toContain('<mark>')
  const summary = await person.send(`${desk}/check`, { filename: 'note.txt', bytes: Buffer.from('The meeting is on Monday 16 September 20244.\n') }, { as: 'docx' }, `${desk}/check`)
  expect((await mammoth.extractRawText({ buffer: summary.rawPayload })).value).toContain('20244')
})

test('a file that is no paper is refused in the person’s own form, and one that is too large too', async () => {
  const junk = await person.send(`${desk}/papers`, { filename: 'photo.docx', bytes: Buffer.from('MZ\u0000 not a document') }, { period: '2025-26-Q1' }, desk)
  expect(junk.statusCode).toBe(422)
  expect(junk.body).toContain('value="2025-26-Q1"')
  const large = await person.send(`${desk}/papers`, { filename: 'big.txt', bytes: Buffer.alloc(51 * 1024 * 1024, 'a') }, {}, desk)
  expect(large.statusCode).toBe(413)
})

test('an import is refused or taken back, with a reason', async () => {
  const at = await send('q1.docx', readFileSync('demo/papers/progress-2025-26-q1.docx'), { period: '2025-26-Q1' })
  expect((await person.post(`${at}/reject`, { reason: '' }, at)).statusCode).toBe(422)
  expect((await person.post(`${at}/reject`, { reason: 'The wrong paper.' }, at)).headers.location).toContain('did=rejected')
  expect((await person.post(`${at}/accept`, {}, desk)).statusCode).toBe(422)
})

test('another council’s plans, rows and reports are not under this one’s name', async () => {
  for (const path of ['reports/plan-2025-26/2025-26-Q3', 'reports/plan-2025-26/2025-26-Q3/preview.json', 'compare/plan-2025-26/2025-26-Q3', 'years/plan-2025-26', 'papers/2', 'papers/2/rows/1', 'papers/2/to-confirm', 'papers/2/statuses/Paused']) {
    expect((await person.get(`/oldmere/work/${path}`)).statusCode, path).toBe(404)
  }
  for (const path of ['reports/plan-2025-26/2025-26-Q3/publish', 'reports/plan-2025-26/2025-26-Q3', 'papers/2/rows/1/confirm', 'papers/2/withdraw']) {
    expect((await person.post(`/oldmere/work/${path}`, { reason: 'x', why: 'x' }, '/oldmere/work')).statusCode, path).toBe(404)
  }
})
