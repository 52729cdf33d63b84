import { expect, test } from 'vitest'
import type { PaperBlock, PaperCell, PaperContent } from '../types.ts'
import { excerptOf } from './excerpt.ts'

const text = (words: string, page: number | null, line: number): PaperBlock => ({ kind: 'text', style: 'paragraph', level: 0, text: words, source: { page, line, cell: null } })
const cell = (words: string, line: number, name: string): PaperCell => ({ text: words, paragraphs: [], source: { page: 1, line, cell: name }, fill: null, covered: null, bold: false })
const paper = (blocks: readonly PaperBlock[]): PaperContent => ({ file: 'x.docx', sha256: '', format: 'docx', pages: 2, title: null, blocks, findings: [] })

const story = paper([
  text('Before.', 1, 1), text('The target is 40.', 1, 2), text('After.', 1, 3),
  { kind: 'table', caption: null, source: { page: 1, line: 10, cell: null }, rows: ['head', 'a', 'b', 'c', 'd', 'e'].map((w, i) => [cell(w, 10 + i, `A${i + 1}`), cell(String(i), 10 + i, `B${i + 1}`)]) },
  text('On the next page.', 2, 2),
])

test('a line is shown with its neighbours', () => {
  expect(excerptOf(story, { page: 1, line: 2, cell: null })).toEqual({ kind: 'text', before: 'Before.', text: 'The target is 40.', after: 'After.' })
})

test('the same line of another page is another place', () => {
  expect(excerptOf(story, { page: 2, line: 2, cell: null })).toMatchObject({ text: 'On the next page.' })
})

test('a cell is marked alone, among the rows round it, under the table’s head', () => {
  const excerpt = excerptOf(story, { page: 1, line: 14, cell: 'B5' })
  if (excerpt?.kind !== 'table') throw new Error('no table')
  expect(excerpt.rows.map((r) => r[0]!.text)).toEqual(['head', 'b', 'c', 'd', 'e'])
  expect(excerpt.rows.flat().filter((c) => c.marked).map((c) => c.text)).toEqual(['4'])
})

/** The words that are marked where only the line is known. */
const marked = (found?: string): string[] => {
  const excerpt = excerptOf(story, { page: 1, line: 14, cell: null }, found)
  return excerpt?.kind === 'table' ? excerpt.rows.flat().filter((c) => c.marked).map((c) => c.text) : []
}
test('where a paper tells no cells, the cell of the line that holds what was found is marked alone', () => {
  expect(marked('4')).toEqual(['4'])
  expect(marked('nowhere in the line')).toEqual(['d', '4'])
  expect(marked()).toEqual(['d', '4'])
})

test('a line between two blocks belongs to the one that began before it', () => {
  expect(excerptOf(paper([text('First.', null, 1), text('Second.', null, 9)]), { page: null, line: 5, cell: null })).toMatchObject({ text: 'First.' })
})

test('a finding without a place, or a paper without words, has no excerpt', () => {
  expect(excerptOf(story, { page: null, line: null, cell: null })).toBeNull()
  expect(excerptOf(paper([]), { page: 1, line: 1, cell: null })).toBeNull()
})
