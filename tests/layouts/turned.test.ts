import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { joinLines } from '../../src/papers/readers/pdf/paragraphs.ts'
import { readPdf } from '../../src/papers/readers/pdf/index.ts'

const paper = 'tests/layouts/made/plain-chromium-pdf.pdf'

/** The paper with its pages turned by so many degrees; as many bytes as before, so that the offsets in it hold. */
const turned = (degrees: number): Uint8Array => {
  const text = readFileSync(paper, 'latin1'), from = '/Type /Page\n'
  expect(text).toContain(from)
  return Buffer.from(text.replaceAll(/\/StructParents \d+/g, (found) => `/Rotate ${degrees}`.padEnd(found.length)), 'latin1')
}

/** What is read: words and fills, without their places. */
const cells = async (bytes: Uint8Array): Promise<unknown> => (await readPdf('plan.pdf', bytes)).blocks.map((b) => (b.kind === 'text' ? b.text : b.rows.map((row) => row.map((c) => [c.text, c.fill]))))

test.each([90, 180, 270])('pages that say they are turned by %s degrees read to the same cells', async (degrees) => {
  expect(await cells(turned(degrees))).toEqual(await cells(new Uint8Array(readFileSync(paper))))
})

test('a word parted at a line\'s end is whole where the paper has it whole elsewhere, and a compound keeps its hyphen', () => {
  const words = new Set(['allotments'])
  expect(joinLines('Open the allot-', 'ments in May', words)).toBe('Open the allotments in May')
  expect(joinLines('A long-', 'term plan', words)).toBe('A long-term plan')
  expect(joinLines('Open the gar\u00ad', 'dens', words)).toBe('Open the gardens')
  expect(joinLines('Sept -', 'Dec', words)).toBe('Sept - Dec')
})
