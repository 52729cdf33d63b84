import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { shadeRules } from './shades.ts'

export type Asset = { readonly bytes: Buffer; readonly type: string }
/** What the pages fetch besides themselves. `version` changes with any byte of it, so that a browser may keep each file for ever. */
export type Assets = { readonly version: string; readonly files: ReadonlyMap<string, Asset> }

/** The checkout, from wherever this code was built to. */
const checkout = (from: string): string => (existsSync(join(from, 'package.json')) ? from : checkout(dirname(from)))
const root = checkout(dirname(fileURLToPath(import.meta.url)))
const inPackage = (path: string): Buffer => readFileSync(join(root, 'node_modules', path))

const css = 'text/css; charset=utf-8'
const script = 'text/javascript; charset=utf-8'
const ours = join(root, 'src/web/static')
const font = (name: string): [string, Asset] => [`${name}.woff2`, { bytes: inPackage(`@fontsource-variable/source-sans-3/files/source-sans-3-${name}.woff2`), type: 'font/woff2' }]

/** The Design System's stylesheet without its typeface, which is licensed for GOV.UK alone: a page must not even ask for it. */
const designSystem = (): string => inPackage('govuk-frontend/dist/govuk/govuk-frontend.min.css').toString('utf8').replace(/@font-face\{font-family:GDS Transport;[^}]*\}/g, '')

const load = (): Assets => {
  const sheets = readdirSync(ours).filter((f) => f.endsWith('.css')).sort()
  const files = new Map<string, Asset>([
    ['govuk.js', { bytes: inPackage('govuk-frontend/dist/govuk/govuk-frontend.min.js'), type: script }],
    ['site.css', { bytes: Buffer.from([designSystem(), ...sheets.map((f) => readFileSync(join(ours, f), 'utf8')), shadeRules()].join('\n')), type: css }],
    ['throughline.js', { bytes: readFileSync(join(ours, 'throughline.js')), type: script }],
    ['mark.svg', { bytes: readFileSync(join(ours, 'mark.svg')), type: 'image/svg+xml' }],
    ...['latin-wght-normal', 'latin-wght-italic', 'latin-ext-wght-normal', 'latin-ext-wght-italic'].map(font),
  ])
  const hash = createHash('sha256')
  for (const { bytes } of files.values()) hash.update(bytes)
  return { version: hash.digest('hex').slice(0, 12), files }
}

let loaded: Assets | null = null
/** Read once, when the first page needs it. */
export const assets = (): Assets => (loaded ??= load())

/** The address of a stylesheet, script or font. */
export const assetHref = (name: string): string => `/static/${assets().version}/${name}`
