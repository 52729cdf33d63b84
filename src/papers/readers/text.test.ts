import { describe, expect, test } from 'vitest'
import type { PaperTable } from '../types.ts'
import { readText } from './text.ts'

const read = (text: string) => readText('paper.txt', new TextEncoder().encode(text))
const tables = (text: string): PaperTable[] => read(text).blocks.filter((b): b is PaperTable => b.kind === 'table')
const paragraphs = (cell: string) => tables(`Aim\t${cell}`)[0]!.rows[0]![1]!.paragraphs

describe('A text paper', () => {
  test('has a table row a line, each cell with its line', () => {
    const [table] = tables('Plan\n\nAim\tStep\nGrow\tPlant\n')
    expect(table!.rows.map((r) => r.map((c) => [c.text, c.source.line]))).toEqual([[['Aim', 3], ['Step', 3]], [['Grow', 4], ['Plant', 4]]])
  })

  test('ends a table at a blank line, and leaves out drawn rules', () => {
    expect(tables('a\tb\n---\t---\nc\td\n\ne\tf').map((t) => t.rows.length)).toEqual([2, 1])
  })

  test('counts pages at form feeds, and has none without them', () => {
    const paged = read('one\n\fa\tb\n\fthree')
    expect(paged.pages).toBe(3)
    expect(paged.blocks.map((b) => b.source.page)).toEqual([1, 2, 3])
    expect(read('a\tb').pages).toBeNull()
  })

  test.each([
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, 0xc2, 0xa3, 0x09, 0x78]],
    ['UTF-16, low byte first', [0xff, 0xfe, 0xa3, 0x00, 0x09, 0x00, 0x78, 0x00]],
    ['UTF-16, high byte first', [0xfe, 0xff, 0x00, 0xa3, 0x00, 0x09, 0x00, 0x78]],
    ['Windows-1252', [0xa3, 0x09, 0x78]],
  ])('reads %s', (_, bytes) => {
    const table = readText('x', Uint8Array.from(bytes)).blocks[0] as PaperTable
    expect(table.rows[0]!.map((c) => c.text)).toEqual(['£', 'x'])
  })

  test.each(['\r\n', '\r', '\n'])('ends lines at %j', (end) => {
    expect(tables(['a\tb', 'c\td'].join(end))[0]!.rows).toHaveLength(2)
  })

  test('keeps a cell\'s bullets as paragraphs, without their marks', () => {
    expect(paragraphs('<ul style="list-style-type: none"> • Dig the beds • Plant the trees')).toEqual([{ text: 'Dig the beds', bullet: 1 }, { text: 'Plant the trees', bullet: 1 }])
    expect(paragraphs('\uf0b7 Dig the beds')).toEqual([{ text: 'Dig the beds', bullet: 1 }])
    expect(paragraphs('- Dig the beds')).toEqual([{ text: 'Dig the beds', bullet: 1 }])
    expect(paragraphs('help to dig • Plant')).toEqual([{ text: 'help to dig', bullet: 0 }, { text: 'Plant', bullet: 1 }])
  })

  test('puts a list in a list one level down', () => {
    expect(paragraphs('<ul> • Give grants for: <ul> • Sheds • Ponds').map((p) => p.bullet)).toEqual([1, 2, 2])
    expect(paragraphs('<ul><li>Give grants for<ul><li>Sheds</li></ul></li><li>Report</li></ul>').map((p) => p.bullet)).toEqual([1, 2, 1])
  })

  test('drops mark-up and keeps arithmetic and addresses', () => {
    expect(paragraphs('**Bold** and <i>slanted</i>, 3 < 4, <https://example.org>')[0]!.text).toBe('Bold and slanted, 3 < 4, <https://example.org>')
  })

  test('takes a short line on its own for a heading and a sentence for a paragraph', () => {
    expect(read('Cleaner streets\n\nWe will sweep every street twice a week.\n').blocks.map((b) => b.kind === 'text' && b.style)).toEqual(['heading', 'paragraph'])
  })
})
