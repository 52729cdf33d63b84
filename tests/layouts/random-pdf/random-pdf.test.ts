import { expect, test } from 'vitest'
import { paperOf } from './paper.mjs'
import { hasBrowser, withBrowser } from './press.mjs'
import { type Tally, tallyOf } from './score.ts'

const seeds = [3, 4, 7, 11, 16, 19, 22, 26, 33, 44, 48, 56]
if (!hasBrowser()) process.stdout.write('skipped: random PDFs need Chromium at /usr/bin/chromium\n')

test.skipIf(!hasBrowser())('no row of a random PDF is wrong or missing in silence', async () => {
  const tallies = await withBrowser(async (print) => {
    const found: Tally[] = []
    for (const { html, rows, looks, seed } of seeds.map(paperOf)) found.push(await tallyOf(`${seed}.pdf`, await print(html, looks.tagged), rows))
    return found
  })
  expect(tallies.map((t) => [t.silent, t.missing, t.extra]), JSON.stringify(tallies.flatMap((t) => t.faults))).toEqual(seeds.map(() => [0, 0, 0]))
  const wanted = tallies.reduce((n, t) => n + t.wanted, 0)
  expect(tallies.reduce((n, t) => n + t.right, 0)).toBeGreaterThan(0.6 * wanted)
}, 60_000)
