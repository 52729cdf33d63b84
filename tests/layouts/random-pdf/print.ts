// Prints how random PDFs are read: node scripts/bench.mjs tests/layouts/random-pdf/print.ts FIRST COUNT [office] [--keep FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Looks, paperOf } from './paper.mjs'
import { byOffice, withBrowser } from './press.mjs'
import { type Tally, tallyOf } from './score.ts'

const [first = '1', count = '60', ...more] = process.argv.slice(2)
const folder = more.includes('--keep') ? more[more.indexOf('--keep') + 1] : undefined
const papers = Array.from({ length: Number(count) }, (_, i) => paperOf(Number(first) + i)), tallies: Tally[] = []
const print = (text: string): void => { process.stdout.write(`${text}\n`) }

const look = async (seed: number, looks: Looks, bytes: Uint8Array): Promise<void> => {
  if (folder !== undefined) { mkdirSync(folder, { recursive: true }); writeFileSync(`${folder}/${seed}.pdf`, bytes) }
  const paper = paperOf(seed), tally = await tallyOf(`${seed}.pdf`, bytes, paper.rows)
  tallies.push(tally)
  if (tally.right === tally.wanted && tally.extra === 0 && tally.asks === 0) return
  print(`${seed}: ${tally.right} of ${tally.wanted} right, ${tally.told} wrong and told, ${tally.silent} silent, ${tally.missing} missing, ${tally.extra} not wanted, ${tally.asks} ask; ${Object.values(looks).join(' ')}`)
  for (const fault of tally.faults.slice(0, 2)) print(`      ${fault.slice(0, 240)}`)
}

if (more.includes('office')) {
  for (const tagged of [true, false]) { const some = papers.filter((p) => p.looks.tagged === tagged), printed = byOffice(some.map((p) => p.html), tagged); for (const [i, p] of some.entries()) await look(p.seed, p.looks, printed[i] ?? new Uint8Array()) }
} else await withBrowser(async (printed) => { for (const p of papers) await look(p.seed, p.looks, await printed(p.html, p.looks.tagged)) })
const sum = (of: (t: Tally) => number): number => tallies.reduce((n, t) => n + of(t), 0), wanted = sum((t) => t.wanted)
print(`${papers.length} papers, ${wanted} rows: ${sum((t) => t.right)} right, ${sum((t) => t.told)} wrong and told, ${sum((t) => t.silent)} silently wrong, ${sum((t) => t.missing)} missing, ${sum((t) => t.extra)} not wanted; ${sum((t) => t.asks)} ask for review (${Math.round((100 * sum((t) => t.asks)) / wanted)}%)`)
