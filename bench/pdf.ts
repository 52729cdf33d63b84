// How long a 60-page PDF takes to read, against the bare library calls that reading needs: positions, drawing operators and, where it is tagged, the structure tree.
// Run with: node scripts/bench.mjs pdf
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPaper } from '../src/papers/readers/index.ts'
import { openPdf } from '../src/papers/readers/pdf/engine.ts'
import { libraryCalls } from '../src/papers/readers/pdf/extract.ts'

const runs = 30
const print = (text: string): void => { process.stdout.write(`${text}\n`) }

const row = (n: number): string => `<tr><td>Objective ${Math.floor(n / 6)} about safer and cleaner places</td><td>Deliverable ${Math.floor(n / 3)} with a few more words to it</td><td>Milestone ${n}: agree the plan with partners and publish what was agreed</td><td>${['Green', 'Amber', 'Blue', 'Red'][n % 4]}</td><td>Remark ${n}: work goes on and the next step is known to everybody who must take it.</td></tr>`

/** A made-up update of about 60 landscape pages. */
const page = (): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>@page { size: 29.7cm 21cm; margin: 1.5cm } body { font: 10pt "Liberation Sans" } table { border-collapse: collapse; width: 100% } td, th { border: 1px solid black; padding: 4pt; vertical-align: top; text-align: left }</style></head><body><h1>Delivery plan 2031/32: progress at Quarter 2</h1><table><thead><tr><th>Objective</th><th>Deliverable</th><th>Milestone</th><th>RAG</th><th>Remarks</th></tr></thead><tbody>${Array.from({ length: Number(process.argv[2] ?? 840) }, (_, n) => row(n)).join('')}</tbody></table></body></html>`

const printed = (folder: string, tagged: boolean): Uint8Array => {
  const file = join(folder, 'paper.html'), pdf = join(folder, `${tagged ? 'tagged' : 'untagged'}.pdf`)
  writeFileSync(file, page())
  execFileSync('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', ...(tagged ? [] : ['--disable-pdf-tagging']), `--print-to-pdf=${pdf}`, file], { stdio: 'ignore' })
  return new Uint8Array(readFileSync(pdf))
}

const bare = async (bytes: Uint8Array): Promise<number> => {
  const document = await openPdf('paper.pdf', bytes), tagged = (await document.getMarkInfo())?.Marked === true
  for (let n = 1; n <= document.numPages; n += 1) { const page = await document.getPage(n); await libraryCalls(page, tagged); page.cleanup() }
  const pages = document.numPages
  await document.destroy()
  return pages
}

const timed = async (work: () => Promise<unknown>): Promise<number> => { const began = performance.now(); await work(); return performance.now() - began }
const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0

const folder = mkdtempSync(join(tmpdir(), 'bench-pdf-'))
try {
  if (!existsSync('/usr/bin/chromium')) print('Chromium is needed to print the paper; it was not found at /usr/bin/chromium.')
  for (const tagged of [false, true]) {
    const bytes = printed(folder, tagged), pages = await bare(bytes)
    await readPaper('paper.pdf', bytes)
    const floor: number[] = [], apart: number[] = []
    // In turn, so that whatever else the machine does falls on both alike.
    for (let i = 0; i < runs; i += 1) {
      floor.push(await timed(() => bare(bytes)))
      apart.push(await timed(() => readPaper('paper.pdf', bytes)))
    }
    const [f, a] = [median(floor), median(apart)]
    print(`${tagged ? 'Tagged' : 'Untagged'} PDF, ${pages} pages, medians of ${runs}: library calls ${f.toFixed(0)} ms; reading, warm child process included, ${a.toFixed(0)} ms (${(a / f).toFixed(2)} times)`)
  }
} finally { rmSync(folder, { recursive: true, force: true }) }
