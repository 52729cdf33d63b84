import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { addCouncil } from '../../src/people/index.ts'
import { setSettings, settingsFor, waiversFor, withSettings } from '../../src/papers/checks/index.ts'
import { setNarrative } from '../../src/reports/index.ts'
import { newCouncil, paper, period, take, updateHead, updateLines } from '../import/council.ts'
import { freshDatabase } from '../support/database.ts'
import { officer, siteOver, type TestSite } from '../support/site.ts'

let db: Opened
let site: TestSite
let person: Awaited<ReturnType<typeof officer>>
beforeAll(async () => {
  db = await freshDatabase()
  site = await siteOver(db.db)
  person = await officer(site)
})
afterAll(async () => { await site.app.close(); await db.close() })

const council = async (slug: string) => {
  const { councilId } = await addCouncil(db.db, 'test', { slug, name: `${slug} council` })
  const at = `/${slug}/work/check`
  return { at, whose: { db: db.db, councilId }, post: (page: string, fields: Record<string, string>) => person.post(`${at}${page}`, fields, at) }
}
type Sent = readonly [field: string, filename: string, text: string]
const bring = async (at: string, ...files: readonly Sent[]): Promise<{ readonly statusCode: number; readonly body: string }> => {
  const form = new FormData()
  form.set('_form', await person.token(at))
  for (const [field, filename, text] of files) form.append(field, new Blob([text]), filename)
  const body = new Response(form)
  return site.app.inject({ method: 'POST', url: at, headers: { host: '127.0.0.1:3000', cookie: person.cookie, origin: 'http://127.0.0.1:3000', 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) })
}
const june = 'The survey closed on 31 June 2024.\n\nThe fair was on 30 February 2024.\n'
const listIn = (body: string): string => /name="list" value="([^"]+)"/.exec(body)![1]!
/** The fields of the reasons that a page asks for, in its order. */
const fieldsIn = (body: string, does: 'stand' | 'back'): string[] => [...body.matchAll(new RegExp(`<textarea[^>]* name="(${does}-[0-9a-f]{12})"`, 'g'))].map((m) => m[1]!)
const text = (body: string): string => body.replace(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

describe('a finding on the check page', () => {
  test('is let stand with a reason, and the same list comes back with it apart', async () => {
    const { at, post, whose } = await council('lets-stand')
    const found = await bring(at, ['paper', 'june.txt', june])
    expect(text(found.body)).toContain('2 errors in this paper')
    const [first] = fieldsIn(found.body, 'stand')
    const kept = await post('/waivers', { list: listIn(found.body), press: first!, [first!]: 'Quoted as the letter had it.' })
    expect(kept.statusCode).toBe(200)
    for (const words of ['1 finding is let stand, with your reason', '1 error in this paper', 'Let stand: 1 finding', 'Quoted as the letter had it.', 'this machine', '21 November 2025', 'june.txt', 'The survey closed on']) expect(text(kept.body)).toContain(words)
    expect(await waiversFor(whose)).toMatchObject([{ fingerprint: first!.slice(6), reason: 'Quoted as the letter had it.' }])
    const later = await bring(at, ['paper', 'another.txt', `A line before.\n\n${june}`])
    expect(text(later.body)).toContain('1 error in this paper')
    expect(text((await bring(at, ['paper', 'changed.txt', june.replace('survey', 'second survey')])).body)).toContain('2 errors in this paper')
  })
  test('several are kept at one press', async () => {
    const { at, post, whose } = await council('several-at-once')
    const found = await bring(at, ['paper', 'june.txt', june])
    const [first, second] = fieldsIn(found.body, 'stand')
    const kept = await post('/waivers', { list: listIn(found.body), press: second!, [first!]: 'As quoted.', [second!]: 'A joke.' })
    expect(text(kept.body)).toContain('2 findings are let stand')
    expect(text(kept.body)).toContain('All that was found is let stand')
    expect(await waiversFor(whose)).toHaveLength(2)
  })
  test('without a reason it is refused at its field, the other words are kept in the form, and nothing is kept of them', async () => {
    const { at, post, whose } = await council('no-reason-given')
    const found = await bring(at, ['paper', 'june.txt', june])
    const [first, second] = fieldsIn(found.body, 'stand')
    const refused = await post('/waivers', { list: listIn(found.body), press: first!, [first!]: ' ', [second!]: 'My careful reason.' })
    expect(refused.statusCode).toBe(422)
    expect(text(refused.body)).toContain('Say why this may stand')
    expect(refused.body).toContain(`href="#${first!}"`)
    expect(refused.body).toContain('My careful reason.')
    expect(await waiversFor(whose)).toEqual([])
  })
  test('can be taken back, with a reason, on the list and on the page of all that stands', async () => {
    const { at, post, whose } = await council('takes-back')
    const found = await bring(at, ['paper', 'june.txt', june])
    const [first, second] = fieldsIn(found.body, 'stand')
    const kept = await post('/waivers', { list: listIn(found.body), press: first!, [first!]: 'As quoted.', [second!]: 'A joke.' })
    const [back] = fieldsIn(kept.body, 'back')
    expect((await post('/waivers', { list: listIn(kept.body), press: back!, [back!]: '' })).statusCode).toBe(422)
    expect(text((await post('/waivers', { list: listIn(kept.body), press: back!, [back!]: 'The letter was misread.' })).body)).toContain('1 finding is told again')
    const all = (await person.get(`${at}/waivers`)).body
    expect(text(all)).toContain('1 finding let stand')
    expect(text(all)).toMatch(/A joke|As quoted/)
    const [last] = fieldsIn(all, 'back')
    const refused = await post('/waivers', { press: last!, [last!]: '' })
    expect([refused.statusCode, text(refused.body).includes('Say why it may not stand')]).toEqual([422, true])
    const gone = await post('/waivers', { press: last!, [last!]: 'Mended.' })
    expect([gone.statusCode, gone.headers.location]).toEqual([303, `${at}/waivers?did=waivers`])
    expect(await waiversFor(whose)).toEqual([])
    expect(text((await person.get(`${at}/waivers`)).body)).toContain('Nothing is let stand')
  })
  test('a list that is none is answered with what stands', async () => {
    const { at, post } = await council('no-list')
    const done = await post('/waivers', { list: 'nonsense', press: 'stand-abcdefabcdef', 'stand-abcdefabcdef': 'As quoted.' })
    expect(done.headers.location).toBe(`${at}/waivers?did=waivers`)
    expect(text((await person.get(`${at}/waivers?did=waivers`)).body)).toContain('As quoted.')
    expect((await post('/waivers', { press: 'stand-<b>', 'stand-<b>': 'As quoted.' })).statusCode).toBe(422)
    expect((await post('/waivers', {})).statusCode).toBe(422)
  })
  test('of one council stands in no other', async () => {
    const [one, other] = [await council('stands-in-one'), await council('stands-not-here')]
    const found = await bring(one.at, ['paper', 'june.txt', june])
    const [first] = fieldsIn(found.body, 'stand')
    await one.post('/waivers', { list: listIn(found.body), press: first!, [first!]: 'As quoted.' })
    expect(text((await bring(other.at, ['paper', 'june.txt', june])).body)).toContain('2 errors in this paper')
    expect(text((await other.post('/waivers', { list: listIn(found.body), press: first!.replace('stand', 'back'), [first!.replace('stand', 'back')]: 'Not ours.' })).body)).toContain('in this council')
    expect(await waiversFor(one.whose)).toHaveLength(1)
  })
})

/** What the settings page's form would send as it stands. */
const fields = (body: string): Record<string, string> => ({
  ...Object.fromEntries([...body.matchAll(/<input[^>]*name="(rule-[^"]+)"[^>]*>/g)].filter((m) => /\schecked/.test(m[0])).map((m) => [m[1]!, 'on'])),
  ...Object.fromEntries([...body.matchAll(/<input[^>]*name="([a-zA-Z]+)" type="text" value="([^"]*)"/g)].map((m) => [m[1]!, m[2]!])),
  ...Object.fromEntries([...body.matchAll(/<textarea[^>]*name="(sections|reviewers)"[^>]*>([^<]*)</g)].map((m) => [m[1]!, m[2]!])),
  seen: /name="seen" value="(\d+)"/.exec(body)![1]!,
})

describe('the settings page', () => {
  test('switches a rule off, sets a number and the reviewers, and papers are checked by that', async () => {
    const { at, post, whose } = await council('sets-its-own')
    const shown = (await person.get(`${at}/settings`)).body
    expect(text(shown)).toContain('This council has set nothing')
    const { 'rule-dates.impossible': impossible, ...rest } = fields(shown)
    expect(impossible).toBe('on')
    const kept = await post('/settings', { ...rest, clearDays: '6', reviewers: 'Finance|Treasurer\nLegal', why: 'Our constitution asks for six.' })
    expect([kept.statusCode, kept.headers.location]).toEqual([303, `${at}/settings?did=checks`])
    expect((await settingsFor(whose)).settings).toMatchObject({ off: ['dates.impossible'], reviewers: ['Finance|Treasurer', 'Legal'], thresholds: { clearDays: 6, questionDays: 2 } })
    const after = (await person.get(`${at}/settings?did=checks`)).body
    for (const words of ['The settings were kept', '“Days that do not exist” is off; own reviewers; clear days of notice 6 days', 'Our constitution asks for six.']) expect(text(after)).toContain(words)
    expect(text((await bring(at, ['paper', 'june.txt', june])).body)).toContain('Nothing was found')
    expect(text((await person.get(at)).body)).toContain('“Days that do not exist” is off')
    expect((await post('/settings', { ...fields(after), why: 'The same.' })).headers.location).toBe(`${at}/settings?did=unchanged`)
  })
  test('refuses what can\'t hold, says where and what to do, and keeps the person\'s words', async () => {
    const { at, post, whose } = await council('sets-wrongly')
    const said = fields((await person.get(`${at}/settings`)).body)
    const refused = await post('/settings', { ...said, clearDays: 'five', sections: 'Purpose\nSummary||Background', why: '' })
    expect(refused.statusCode).toBe(422)
    for (const words of ['Clear days of notice must be a whole number of days from 0 to 1000, such as 5.', 'Sections, line 2:', 'Say why the settings change']) expect(text(refused.body)).toContain(words)
    for (const kept of ['href="#clearDays"', 'value="five"', 'Summary||Background']) expect(refused.body).toContain(kept)
    expect(text((await post('/settings', { seen: '0', why: 'None of them.' })).body)).toContain('Leave at least one rule on')
    await post('/settings', { ...said, clearDays: '6', why: 'Six here.' })
    const late = await post('/settings', { ...said, clearDays: '7', why: 'Seven, I think.' })
    expect([late.statusCode, text(late.body).includes('Somebody else changed these settings')]).toEqual([422, true])
    expect(late.body).toContain('Seven, I think.')
    expect((await settingsFor(whose)).settings.thresholds['clearDays']).toBe(6)
  })
  test('an emptied box goes back to the usual', async () => {
    const { at, post, whose } = await council('sets-back')
    const said = fields((await person.get(`${at}/settings`)).body)
    await post('/settings', { ...said, sections: 'Purpose', clearDays: '9', why: 'Tried.' })
    await post('/settings', { ...said, seen: '1', sections: '', clearDays: '', why: 'Back again.' })
    expect(await settingsFor(whose)).toMatchObject({ revision: 2, settings: { thresholds: { clearDays: 5 } } })
    expect((await settingsFor(whose)).settings.sections.length).toBeGreaterThan(10)
  })
})

const measures = (homes: string): string => `Quarter 2 2024/25 performance\n\nKey performance indicator\t2023-24 Actual\tTarget\tActual\tRAG\nHomes built\t${homes}\t65\t64\tAmber\nDays of sickness\t9.1\t9\t8.8\tGreen\nWaste per household\t471\t120\t119\tGreen\n`

describe('earlier papers', () => {
  test('several may come with the paper, and each is held against it', async () => {
    const { at } = await council('held-against')
    const found = await bring(at, ['paper', 'now.txt', measures('286')], ['against', 'letter.txt', 'Dear members.\n'], ['against', 'last-quarter.txt', measures('268')])
    expect(text(found.body)).toContain('last-quarter.txt has 268')
    expect(text((await bring(at, ['paper', 'now.txt', measures('286')])).body)).not.toContain('has 268')
  })
  test('one that can\'t be read is refused at its field; six are too many', async () => {
    const { at } = await council('held-against-nothing')
    const refused = await bring(at, ['paper', 'now.txt', measures('286')], ['against', 'blank.txt', ' \n'])
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#against"')
    const many = await bring(at, ['paper', 'now.txt', measures('286')], ...[1, 2, 3, 4, 5, 6].map((n): Sent => ['against', `${n}.txt`, 'Dear members.\n']))
    expect([many.statusCode, text(many.body)]).toEqual([413, expect.stringContaining('five papers')])
  })
})

describe('a report of ours', () => {
  test('with an error in its own words is published only with a reason, which then serves the next edition too', async () => {
    const ctx = await newCouncil(db.db, 'publishes')
    const at = '/publishes/work/reports/plan-2025-26/2025-26-Q1'
    const publish = (fields: Record<string, string> = {}) => person.post(`${at}/publish`, fields, at)
    await take(ctx, 'q1.csv', '2025-26-Q1', paper(updateHead, ...updateLines))
    await setNarrative(ctx, undefined, period('2025-26-Q1'), [{ theme: null, text: 'The survey closed on 31 June 2025.' }])
    const refused = await publish()
    expect([refused.statusCode, text(refused.body).includes('31 June 2025')]).toEqual([422, true])
    expect((await publish({ waive: 'Quoted as the letter had it.' })).headers.location).toContain('did=published')
    expect(await waiversFor(ctx)).toMatchObject([{ reason: 'Quoted as the letter had it.', who: 'this machine' }])
    await setNarrative(ctx, undefined, period('2025-26-Q1'), [{ theme: null, text: 'The survey closed on 31 June 2025.\n\nAnother line.' }])
    expect((await publish()).headers.location).toContain('did=published')
    await setNarrative(ctx, undefined, period('2025-26-Q1'), [{ theme: null, text: 'The first survey closed on 31 June 2025.' }])
    expect((await publish()).statusCode).toBe(422)
    await setSettings(ctx, withSettings({ off: ['dates'] }), 'dates are checked by hand')
    expect((await publish()).headers.location).toContain('did=published')
  })
})
