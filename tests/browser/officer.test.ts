import type { FastifyInstance } from 'fastify'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Opened } from '../../src/db/index.ts'
import { addCouncil } from '../../src/people/index.ts'
import { freshDatabase } from '../support/database.ts'
import { siteOver, type TestSite } from '../support/site.ts'
import { browserFound, openBrowser, overflow, picture, violations } from './browser.ts'

const demo = 'demo/papers'

describe.skipIf(!browserFound())('an officer’s quarter in a browser', () => {
  let db: Opened
  let site: TestSite
  let app: FastifyInstance
  let browser: Browser
  let page: Page
  let origin: string
  /** Nothing wrong on the page, and nothing wider than a telephone. */
  const sound = async (name: string): Promise<void> => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await picture(page, `work-${name}-${width}`)
      expect(await overflow(page), `${name} at ${width}`).toBe(0)
    }
    expect(await violations(page), name).toEqual([])
  }
  const heading = () => page.locator('h1').innerText()
  beforeAll(async () => {
    db = await freshDatabase()
    await addCouncil(db.db, 'test', { slug: 'thornmere', name: 'Thornmere Council' })
    site = await siteOver(db.db)
    app = site.app
    origin = (await app.listen({ port: 0, host: '127.0.0.1' }))
    browser = await openBrowser()
    page = await (await browser.newContext()).newPage()
  })
  afterAll(async () => { await browser.close(); await app.close(); await db.close() })

  const send = async (file: string, period: string): Promise<void> => {
    await page.goto(`${origin}/thornmere/work`)
    await page.setInputFiles('input[type=file]', `${demo}/${file}`)
    await page.fill('#period', period)
    await page.click('text=Read the paper')
  }

  test('comes in through the link, and finds an empty desk that says what to do', async () => {
    await page.goto(`${origin}/thornmere/work`)
    expect(await heading()).toContain('link')
    await sound('no-link')
    await page.goto(await site.doors.link(origin))
    expect(page.url()).toBe(`${origin}/thornmere/work`)
    expect(await heading()).toBe('Send the council’s first paper')
    await sound('desk-empty')
  })

  test('sends the plan, sees what it would do, and takes it', async () => {
    await send('delivery-plan-2025-26.docx', '')
    expect(await heading()).toMatch(/delivery-plan-2025-26\.docx: \d+ rows/)
    await sound('proposal-plan')
    await page.click('text=/^Take all/')
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('The proposal was taken')
  })

  test('sends an update, answers a row in doubt, and takes the rest', async () => {
    await send('progress-2025-26-q3.pdf', '2025-26-Q3')
    await sound('proposal-update')
    const flagged = page.locator('#flagged ~ table a, section:has(#flagged) tbody a')
    if (await flagged.count() > 0) {
      await page.click('text=Print these')
      await sound('to-confirm')
      await page.goBack()
      await flagged.first().click()
      await sound('row')
      await page.fill('#why', '')
      await page.click('text=Keep these words')
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('Say why')
      await sound('row-refused')
      await page.fill('#why', 'The officer said so.')
      await page.click('text=Keep these words')
      expect(await page.locator('.govuk-notification-banner').innerText()).toContain('Your answer was kept')
    }
    await page.locator('section:has(#statuses) tbody a').first().click()
    await sound('status')
    await page.goBack()
    await page.click('text=/^Take all/')
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('The proposal was taken')
  })

  test('writes the report, is told of a typed count, and publishes', async () => {
    await page.goto(`${origin}/thornmere/work/reports`)
    await sound('reports')
    await page.locator('main a').first().click()
    await sound('draft')
    await page.fill('#meeting', 'Cabinet')
    await page.fill('#opening', 'We finished 12 milestones.')
    await page.click('text=Save these words')
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('typed')
    expect(await page.inputValue('#opening')).toBe('We finished 12 milestones.')
    await sound('draft-refused')
    await page.fill('#opening', 'We met {{headline.met}} of {{headline.of}}.')
    await page.click('text=Save these words')
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('saved')
    await page.click('text=What changed since the plan was approved')
    await sound('compare')
    await page.goBack()
    await page.click('button:has-text("Publish")')
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('public now')
    await sound('published')
    await page.waitForTimeout(1100)
    await page.goto(`${origin}/thornmere`)
    expect(await heading()).toMatch(/\d+ of \d+/)
    await sound('public')
  })

  test('checks a paper, with findings beside its words', async () => {
    await page.goto(`${origin}/thornmere/work/check`)
    await sound('check')
    await page.setInputFiles('input[name=against]', [{ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('The plan.\n') }, { name: 'last.txt', mimeType: 'text/plain', buffer: Buffer.from('The last one.\n') }])
    await page.setInputFiles('input[name=paper]', { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('Savings\n\nThe target is £200,000 and £50,000 (30%) of it was saved.\n\nThe meeting is on Monday 16 September 20244.\n') })
    await page.click('text=Check it')
    expect(await page.locator('mark').count()).toBeGreaterThan(0)
    await sound('checked')
  })

  test('lets a finding stand with a reason, and takes it back', async () => {
    const found = await page.locator('section:not(:has(#stands)) > .tl-findings > li').count()
    await page.locator('.tl-reason summary').first().click()
    await sound('checked-reason')
    await page.locator('.tl-reason button:visible').first().click()
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('Say why this may stand')
    await sound('checked-refused')
    await page.locator('.tl-reason textarea:visible').first().fill('The letter says it so.')
    await page.locator('.tl-reason button:visible').first().click()
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('1 finding is let stand')
    expect(await page.locator('section:not(:has(#stands)) > .tl-findings > li').count()).toBe(found - 1)
    expect(await page.locator('section:has(#stands)').innerText()).toContain('The letter says it so.')
    await sound('stands')
    await page.goto(`${origin}/thornmere/work/check`)
    await page.click('text=What is let stand')
    await sound('waivers')
    await page.locator('.tl-reason summary').first().click()
    await page.locator('.tl-reason textarea').first().fill('It does not.')
    await page.locator('.tl-reason button').first().click()
    expect(await heading()).toBe('Nothing is let stand')
    await sound('waivers-none')
  })

  test('sets what is looked for, with a reason', async () => {
    await page.goto(`${origin}/thornmere/work/check`)
    await page.click('text=What is looked for')
    await sound('settings')
    await page.locator('.tl-rules summary').nth(1).click()
    await sound('settings-rules')
    await page.locator('.tl-rules[open] label').first().click()
    await page.fill('#clearDays', 'five')
    await page.click('text=Keep these settings')
    expect(await page.locator('.govuk-error-summary').innerText()).toContain('whole number of days')
    expect(await page.inputValue('#clearDays')).toBe('five')
    await sound('settings-refused')
    await page.fill('#clearDays', '6')
    await page.fill('#why', 'Our constitution asks for six.')
    await page.click('text=Keep these settings')
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('The settings were kept')
    expect(await page.locator('section:has(#earlier)').innerText()).toContain('Our constitution asks for six.')
    await sound('settings-kept')
  })

  test('everything works without JavaScript too', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
    const plain = await context.newPage()
    await plain.goto(`${origin}/thornmere/work`)
    await plain.setInputFiles('input[type=file]', `${demo}/progress-2025-26-q4.docx`)
    await plain.fill('#period', '2025-26-Q4')
    await plain.click('text=Read the paper')
    expect(await plain.locator('h1').innerText()).toContain('progress-2025-26-q4.docx')
    await plain.click('text=/^Take all/')
    expect(await plain.locator('main').innerText()).toContain('The proposal was taken')
    await plain.goto(`${origin}/thornmere/work/check`)
    await plain.setInputFiles('#paper', { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('It closed on 31 June 2024.\n') })
    await plain.click('text=Check it')
    await plain.locator('.tl-reason summary').first().click()
    await plain.locator('.tl-reason textarea').first().fill('As quoted.')
    await plain.locator('.tl-reason button').first().click()
    expect(await plain.locator('main').innerText()).toContain('As quoted.')
    await context.close()
  })
})
