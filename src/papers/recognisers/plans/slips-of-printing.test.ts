import { describe, expect, test } from 'vitest'
import type { PlanRow } from '../../../plans/index.ts'
import { readText } from '../../readers/text.ts'
import { recognisePlans } from './index.ts'

const start = ['Town: We will look after the town.', '', 'Objective\tWe will\tMilestone\tRAG\tRemarks',
  'Keep the market alive\tMend the market hall roof\tAppoint a builder\tGreen\tThree bids came in.', '\t\tHold an opening day\tAmber\t', '\t\tSell the old tiles\tBlue\tAll sold.']
const rowsOf = (...lines: string[]): readonly PlanRow[] => {
  const content = readText('paper.txt', new TextEncoder().encode([...start, ...lines].join('\n')))
  return recognisePlans(content, content.blocks, {}).tables.flatMap((t) => (t.kind === 'plan' || t.kind === 'progress' ? t.rows : [])).slice(3)
}
const cells = (r: PlanRow | undefined) => [r?.objective, r?.deliverable, r?.milestone, r?.status, r?.remark]

describe('A cell that two columns share, or that two cells share', () => {
  test('a row moved left whose remark could be a status keeps its own status', () => {
    const [row] = rowsOf('\tRepaint the bandstand\tRed\tOn hold\t')
    expect(cells(row).slice(2)).toEqual(['Repaint the bandstand', 'Red', 'On hold'])
    expect(row!.review).not.toEqual([])
  })

  test('a status printed with the words before it is parted from them, and asked for', () => {
    for (const line of ['\t\tRepaint the bandstand Amber\tThe paint is late.\t', '\t\tRepaint the bandstand Amber\t\tThe paint is late.']) {
      const [row] = rowsOf(line)
      expect(cells(row).slice(2)).toEqual(['Repaint the bandstand', 'Amber', 'The paint is late.'])
      expect(row!.review).toEqual(['its status is printed with the words beside it'])
    }
  })

  test('words that end in a status beside another status are asked for', () => {
    expect(rowsOf('\t\tRepaint the bandstand Amber\tGreen\tDone.')[0]!.review).toEqual(['its words end in a status, and another stands beside them'])
  })

  test('a colour with a word of the remark is one row, and asked for', () => {
    const rows = rowsOf('\t\tRepaint the bandstand\tRed Completed\tGreen')
    expect(rows).toHaveLength(1)
    expect(cells(rows[0]).slice(2)).toEqual(['Repaint the bandstand', 'Red', 'Green'])
    expect(rows[0]!.review).toEqual(['"Completed" beside the status is not of it'])
  })

  test('a remark with a tab in it is whole', () => {
    const [row] = rowsOf('\t\tRepaint the bandstand\tGreen\tThe first coat\tis dry.')
    expect(row!.remark).toBe('The first coat is dry.')
    expect([row!.repaired, row!.review]).toEqual([['its remark was printed in two cells'], []])
    expect(rowsOf('\t\tRepaint the bandstand\tGreen\tDone.\tMarch 2026')[0]!.review).toEqual(['"March 2026" stands beyond the last heading: read as part of the remark'])
  })

  test('the end of a remark on a line of its own is kept, also after the last row', () => {
    const [row] = rowsOf('\t\tRepaint the bandstand\tGreen\tThe first coat', 'is now dry.', '')
    expect(row!.remark).toBe('The first coat is now dry.')
    expect(row!.review).toEqual(['"is now dry." is printed under it, in no cell'])
  })

  test('a dash before words that go on is asked for', () => {
    expect(rowsOf('\t\tRepaint the bandstand and its\tGreen\t', '\t\t- railings\t\t')[0]!.review).toEqual(['a dash or bullet stands before the words that go on: read as no words of its own'])
  })
})
