// Prints random papers to PDF: Chromium, tagged or not, and LibreOffice for those it is asked for.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const browser = '/usr/bin/chromium'
export const hasBrowser = () => existsSync(browser)

/** Gives `print(html, tagged)` to `work`, with one browser for all papers. */
export const withBrowser = async (work) => {
  const open = await chromium.launch({ executablePath: browser, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await open.newPage()
    return await work(async (html, tagged) => { await page.setContent(html); return page.pdf({ preferCSSPageSize: true, printBackground: true, tagged }) })
  } finally { await open.close() }
}

/** LibreOffice's PDFs of pages, all in one run: bytes in the order given. */
export const byOffice = (pages, tagged) => {
  const work = mkdtempSync(join(tmpdir(), 'random-pdf-'))
  try {
    const files = pages.map((html, i) => { const file = join(work, `${i}.html`); writeFileSync(file, html); return file })
    execFileSync('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', '--infilter=HTML (StarWriter)', '--convert-to', `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`, '--outdir', work, ...files], { stdio: 'ignore', timeout: 300_000 })
    return files.map((file) => new Uint8Array(readFileSync(file.replace(/html$/, 'pdf'))))
  } finally { rmSync(work, { recursive: true, force: true }) }
}
