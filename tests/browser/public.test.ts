import type { FastifyInstance } from 'fastify'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../src/kit/day.ts'
import { publicPages } from '../../src/reports/pages.tsx'
import { buildServer } from '../../src/web/server.ts'
import { closedDoors } from '../support/doors.ts'
import { periodOf, recordOf } from '../support/record.ts'
import { snapshotFixture } from '../support/snapshot.ts'
import { browserFound, openBrowser, overflow, picture, violations } from './browser.ts'

const now = snapshotFixture()
const before = { ...snapshotFixture({ milestones: 40 }), period: periodOf('2025-26-Q1'), publishedOn: parseDay('2025-08-14') }
const gone = { ...snapshotFixture(), council: { slug: 'oldmere', name: 'Oldmere District Council', gss: null } }
/** A plan of one level: a list of actions. */
const flat = { ...now, council: { slug: 'northend', name: 'Northend Council', gss: null }, plan: { ...now.plan, slug: 'actions', title: 'Improvement plan', levels: ['Action'] }, items: now.items.filter((i) => i.update !== null).slice(0, 9).map((i) => ({ ...i, parent: null, level: 0, lineage: [] })), narrative: [], changes: [], approved: false }
const record = recordOf([flat, { ...now, edition: 2, differs: ['The status of one milestone in Homes was corrected from Green to Amber.'] }, now, before, gone],
  (s) => (s.council.slug === 'oldmere' ? { on: parseDay('2025-11-20')!, reason: 'A remark named a resident.' } : null))

const at = '/wenbridge/delivery-plan/2025-26-Q2'
const pages: readonly (readonly [name: string, address: string, status: number])[] = [
  ['front', '/', 200], ['council', '/wenbridge', 200], ['plan', '/wenbridge/delivery-plan', 200], ['earlier', '/wenbridge/delivery-plan/2025-26-Q1', 200], ['theme', `${at}/themes/homes`, 200],
  ['item', `${at}/items/m5`, 200], ['objective', `${at}/items/t1o1`, 200], ['changes', `${at}/changes`, 200], ['report', `${at}/report`, 200], ['report-html', `${at}/editions/1/report.html`, 200], ['replaced', `${at}/editions/1`, 200],
  ['search', '/wenbridge/search?q=the', 200], ['search-none', '/wenbridge/search?q=zeppelin', 200], ['data', '/wenbridge/data', 200], ['open-data', '/open-data', 200], ['accessibility', '/accessibility', 200],
  ['flat', '/northend', 200], ['flat-plan', '/northend/actions', 200], ['flat-theme', '/northend/actions/2025-26-Q2/themes/all', 200], ['flat-item', '/northend/actions/2025-26-Q2/items/m1', 200], ['flat-changes', '/northend/actions/2025-26-Q2/changes', 200], ['missing', '/nowhere', 404], ['withdrawn', '/oldmere', 410],
]

describe.skipIf(!browserFound())('public pages in a browser', () => {
  let app: FastifyInstance
  let browser: Browser
  let origin: string
  beforeAll(async () => {
    app = await buildServer({ doors: closedDoors, now: () => new Date('2025-11-21T12:00:00Z'), fault: (e) => { throw e }, log: null }, [publicPages(record)])
    origin = await app.listen({ port: 0, host: '127.0.0.1' })
    browser = await openBrowser()
  })
  afterAll(async () => { await browser.close(); await app.close() })

  test('the keyboard reaches the content at once, and every link after it shows that it is reached', async () => {
    const page = await browser.newPage()
    await page.goto(`${origin}/wenbridge`)
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('Skip to main content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.locator('main a:focus').count()).toBe(1)
    expect(await page.evaluate('getComputedStyle(document.activeElement).backgroundColor')).toBe('rgb(255, 216, 77)')
    await page.close()
  })

  test('a page on paper has no navigation, and its tables are whole', async () => {
    const page = await browser.newPage({ viewport: { width: 700, height: 900 } })
    await page.goto(`${origin}/wenbridge`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.tl-council__nav').isVisible()).toBe(false)
    expect(await page.locator('h1').isVisible()).toBe(true)
    expect(await overflow(page)).toBe(0)
    await page.close()
  })

  for (const [name, address, status] of pages) {
    test(`${name}: axe finds nothing, a telephone needs no sideways scrolling, and nothing comes from elsewhere`, async () => {
      for (const width of [1280, 360, 320]) {
        const context = await browser.newContext({ viewport: { width, height: 800 } })
        const page = await context.newPage()
        const faults: string[] = []
        page.on('console', (m) => { if (m.type() === 'error' && !m.text().includes(`status of ${status}`)) faults.push(m.text()) })
        page.on('request', (r) => { if (!r.url().startsWith(origin) && !r.url().startsWith('data:')) faults.push(r.url()) })
        const response = await page.goto(origin + address)
        expect(response?.status()).toBe(status)
        await page.evaluate('document.fonts.ready')
        await picture(page, `${name}-${width}`)
        if (width !== 360) expect(await violations(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
        expect(faults).toEqual([])
        await context.close()
      }
    })
  }
})
