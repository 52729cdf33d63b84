import { expect, test } from 'vitest'
import { assetHref, assets } from './assets.ts'

const sheet = assets().files.get('site.css')!.bytes.toString('utf8')

test('the stylesheet holds the Design System and ours, and asks for no typeface of GOV.UK', () => {
  expect(sheet).toContain('.govuk-table{')
  expect(sheet).toContain('.tl-masthead')
  expect(sheet).toContain('.tl-shade-amber{')
  expect(sheet).not.toContain('/assets/fonts/')
})

test('every font that the stylesheet names is there to be sent', () => {
  const named = [...sheet.matchAll(/url\(([\w-]+\.woff2)\)/g)].map((m) => m[1]!)
  expect(named.length).toBeGreaterThan(3)
  for (const name of named) expect(assets().files.has(name), name).toBe(true)
})

test('an address carries the version of its bytes', () => { expect(assetHref('site.css')).toMatch(/^\/static\/[0-9a-f]{12}\/site\.css$/) })
