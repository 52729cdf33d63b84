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
