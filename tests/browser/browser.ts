import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']
/** A Chromium of this machine, or null. */
export const browserPath = (): string | null =>
  [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin'].flatMap((folder) => names.map((n) => join(folder, n))).find(existsSync) ?? null

/** False, with the reason printed, where this machine has no browser to try pages in. */
export const browserFound = (): boolean => {
  if (browserPath() !== null) return true
  process.stdout.write(`skipped: no Chromium on the PATH (looked for ${names.join(', ')}), so no page was tried in a browser\n`)
  return false
}

/** Without the parts of Chromium that talk to other machines. */
export const openBrowser = (): Promise<Browser> => chromium.launch({
  executablePath: browserPath()!, headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
})

/** What axe finds wrong on the page, a line each. */
export const violations = async (page: Page): Promise<string[]> => {
  const found = await new AxeBuilder({ page }).analyze()
  return found.violations.map((v) => `${v.id}: ${v.help} at ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' | ')}`)
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')

/** Keeps a picture where SCREENSHOTS names a folder. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env['SCREENSHOTS']
  if (folder === undefined) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
