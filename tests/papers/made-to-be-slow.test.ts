import { expect, test } from 'vitest'
import { checkPaper, defaultSettings } from '../../src/papers/checks/index.ts'
import { readPaper } from '../../src/papers/readers/index.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'

/** What a pattern that tries every way to cut a text would be lost in. */
const repeated = { digits: '1', letters: 'a', words: 'word ', names: 'Aa ', 'opening brackets': '(', 'square brackets': '[', dots: '.', pairs: '1-1 ', shares: '10 of 12 ', references: '1.1.' }

for (const [name, unit] of Object.entries(repeated)) test(`twenty thousand letters of ${name} are read and checked within seconds`, async () => {
  const long = `${unit.repeat(20_000 / unit.length)}!`
  const paper = `Theme one\n\n${long}\n\nObjective\tMilestone\tRAG\tRemarks\nKeep the town clean\tSweep each street\tGreen\t${long}\n${long}\tEmpty each bin\tRed\tLate\nHelp people home\t${long}\tBlue\tDone\n`
  const began = performance.now()
  const content = await readPaper('long.txt', Buffer.from(paper))
  checkPaper(content, recognise(content), [], defaultSettings)
  expect(performance.now() - began).toBeLessThan(8000)
})

/** Papers that cost more than their length where each total, date or row was held against all the others. */
const papers: Readonly<Record<string, (size: number) => string>> = {
  'days one after another': (size) => '3 May 2024 '.repeat(size * 1200),
  'bare numbers': (size) => '12 34 56 78 '.repeat(size * 20).replace(/(.{80}) /g, '$1\n\n'),
  'steps with a date each': (size) => Array.from({ length: size * 400 }, (_, i) => `${1 + (i % 28)} May 2024: step ${i}`).join('\n\n'),
  'totals that nothing adds up to': (size) => `Service\t2024\t2025\n${Array.from({ length: size * 60 }, (_, i) => `${i % 3 === 0 ? 'Total' : 'Line'} ${i}\t${(i * 7919) % 9973}\t${(i * 104_729) % 99_991}`).join('\n')}`,
  'many short tables': (size) => Array.from({ length: size * 5 }, (_, i) => `Table ${i}: costs\n\nService\t2024\t2025\nParks\t${(i * 31) % 97}\t${(i * 17) % 89}\nPools\t${(i * 13) % 83}\t${(i * 11) % 79}\nTotal\t${(i * 7) % 73}\t${(i * 5) % 71}`).join('\n\n'),
}
const cost = async (paper: string): Promise<number> => {
  const before = process.cpuUsage()
  const content = await readPaper('long.txt', Buffer.from(paper))
  checkPaper(content, recognise(content), [], defaultSettings)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
for (const [name, paper] of Object.entries(papers)) test(`eight times as much of ${name} costs no more than twenty times as much`, async () => {
  await cost(paper(5))
  const small = Math.min(await cost(paper(5)), await cost(paper(5)))
  expect(await cost(paper(40)) / Math.max(small, 10)).toBeLessThan(20)
})
