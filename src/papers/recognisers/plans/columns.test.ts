import { describe, expect, test } from 'vitest'
import type { PlanRow } from '../../../plans/index.ts'
import { readText } from '../../readers/text.ts'
import { recognisePlans } from './index.ts'

const rowsOf = (...lines: string[][]): readonly PlanRow[] => {
  const content = readText('paper.txt', new TextEncoder().encode(['Cleaner streets service plan', '', ...lines.map((l) => l.join('\t'))].join('\n')))
  return recognisePlans(content, content.blocks, {}).tables.flatMap((t) => (t.kind === 'plan' || t.kind === 'progress' ? t.rows : []))
}
const actions = ['Sweep every street each month', 'Wash the market square', 'Plant five hundred trees', 'Mow less in spring']
const under = (headings: readonly string[], ...columns: string[][]): readonly PlanRow[] =>
  rowsOf(['Objective', 'Action', ...headings], ...actions.map((a, i) => [i < 2 ? 'Cleaner streets' : 'Greener parks', a, ...columns.map((c) => c[i]!)]))
const now = ['Green', 'Amber', 'Red', 'Green'], then = ['Amber', 'Green', 'Amber', 'Blue']

describe('Of several columns of statuses', () => {
  test.each([[['Previous RAG', 'Current RAG']], [['Q1 RAG (previous)', 'RAG']], [['Last period', 'This period']], [['Forecast RAG', 'RAG']]])('%s: the current one is the status, wherever it stands', (headings) => {
    for (const rows of [under(headings, then, now), under(headings.toReversed(), now, then)]) {
      expect(rows.map((r) => r.status)).toEqual(now)
      expect(rows.flatMap((r) => r.review)).toEqual([])
      expect(rows[0]!.fields).toEqual({ [headings[0]!]: 'Amber' })
    }
  })

  test('the latest quarter before one that is still empty is the status', () => {
    const rows = under(['Q1', 'Q2', 'Q3', 'Q4'], then, then, now, ['', '', '', ''])
    expect(rows.map((r) => r.status)).toEqual(now)
    expect(rows.flatMap((r) => r.review)).toEqual([])
  })

  test('where nothing says which is meant, every row asks', () => {
    for (const rows of [under(['Q2 RAG', 'Q1 RAG'], now, then), under(['Finance RAG', 'Delivery RAG'], then, now)]) {
      expect(rows.map((r) => r.status)).toEqual(now)
      expect(rows.every((r) => r.review.length === 1)).toBe(true)
    }
  })
})

describe('Columns that are no level', () => {
  test('a priority of High or Low and an answer of Agreed are kept beside the row, with its lead and date', () => {
    const rows = under(['Priority', 'Management response', 'Lead', 'By when', 'Status'], ['High', 'Low', 'Medium', 'High'], ['Agreed', 'Agreed', 'Not accepted', 'Agreed'], ['Parks', 'Streets', 'Parks', ''], ['May 2025', '', 'July 2025', ''], ['Implemented', 'Not started', 'Outstanding', 'Complete'])
    expect(rows.map((r) => [r.objective, r.milestone, r.status])).toEqual([['Cleaner streets', actions[0], 'Implemented'], ['Cleaner streets', actions[1], 'Not started'], ['Greener parks', actions[2], 'Outstanding'], ['Greener parks', actions[3], 'Complete']])
    expect(rows[1]!.fields).toEqual({ Priority: 'Low', 'Management response': 'Agreed', Lead: 'Streets' })
    expect(rows.flatMap((r) => r.review)).toEqual([])
  })
})
