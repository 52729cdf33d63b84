// Makes the layouts and their answers: node tests/layouts/make.mjs [name...]. Needs soffice and chromium; the files it makes are committed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { layouts } from './layouts.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const made = join(here, 'made')
mkdirSync(made, { recursive: true })
const work = mkdtempSync(join(tmpdir(), 'layouts-'))
const run = (command, args) => execFileSync(command, args, { cwd: work, stdio: 'ignore', timeout: 120_000 })
const pdfOptions = (tagged) => `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"${tagged}"}}`
const office = (file, to, infilter) => run('soffice', [`-env:UserInstallation=file://${work}/profile`, '--headless', ...(infilter ? [`--infilter=${infilter}`] : []), '--convert-to', to, '--outdir', work, file])

/** What each way of making turns the page into; the last part of the name is the ending. */
const ways = {
  'office-docx': (file) => office(file, 'docx:MS Word 2007 XML', 'HTML (StarWriter)'),
  'office-xlsx': (file) => office(file, 'xlsx:Calc MS Excel 2007 XML', 'HTML (StarCalc)'),
  'office-csv': (file) => office(file, 'csv:Text - txt - csv (StarCalc):44,34,76,1', 'HTML (StarCalc)'),
  'office-tagged-pdf': (file) => office(file, pdfOptions(true), 'HTML (StarWriter)'),
  'office-untagged-pdf': (file) => office(file, pdfOptions(false), 'HTML (StarWriter)'),
  'chromium-pdf': (file) => run('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', `--print-to-pdf=${file.replace(/html$/, 'pdf')}`, file]),
  'chromium-untagged-pdf': (file) => run('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', '--disable-pdf-tagging', `--print-to-pdf=${file.replace(/html$/, 'pdf')}`, file]),
  'as-it-is-html': () => {},
}

/** Two papers that must be refused: one under a password, and one that is a picture. */
const refused = () => {
  const folder = join(here, 'refused'), locked = join(work, 'password.html'), picture = join(work, 'scan.html')
  mkdirSync(folder, { recursive: true })
  writeFileSync(locked, '<p>Averling plan under a password</p>')
  writeFileSync(picture, '<img width="400" src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==">')
  office(locked, 'pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}', 'HTML (StarWriter)')
  ways['chromium-pdf'](picture)
  for (const name of ['password.pdf', 'scan.pdf']) renameSync(join(work, name), join(folder, name))
}

const only = process.argv.slice(2)
if (only.length === 0 || only.includes('refused')) refused()
for (const { name, how, way, html, rows } of layouts) {
  if (only.length > 0 && !only.includes(name)) continue
  const page = join(work, `${name}.html`), ending = way.split('-').at(-1)
  writeFileSync(page, html)
  ways[way](page)
  renameSync(join(work, `${name}.${ending}`), join(made, `${name}.${ending}`))
  writeFileSync(join(made, `${name}.json`), `${JSON.stringify({ paper: `${name}.${ending}`, how, way, rows }, null, 1)}\n`)
  process.stdout.write(`${basename(made)}/${name}.${ending}\n`)
}
rmSync(work, { recursive: true, force: true })
