import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { consistencyChecks } from '../../src/papers/checks/consistency/index.ts'
import { sumsChecks } from '../../src/papers/checks/sums/index.ts'
import { castings } from '../../src/papers/recognisers/figures/cast.ts'
import { columnRules } from '../../src/papers/recognisers/figures/across.ts'
import { gridOf, type MoneyTable } from '../../src/papers/recognisers/figures/grid.ts'
import { holds } from '../../src/papers/recognisers/figures/relation.ts'
import { checkedText } from '../support/checked.ts'
import { hasPapers, paper, tellSkipped } from '../support/papers.ts'

tellSkipped('figures of the real papers')

/** What a person with a calculator finds in the papers' figures: line, what is printed, what it should be. */
const known: Readonly<Record<string, readonly { readonly code: string; readonly line: number; readonly found?: string; readonly expected?: string; readonly also?: readonly number[] }[]>> = {
  'cabinet-pack-2024-09-26.txt': [
    { code: 'same.said', line: 1038, found: '£212.8 million', expected: '212.7' },
    { code: 'same.rounding', line: 1054, found: '65.6', expected: '65.7' },
    { code: 'same.rounding', line: 1054, found: '0.7', expected: '0.8' },
    { code: 'same.rounding', line: 1056, found: '27.6', expected: '27.7' },
    { code: 'same.rounding', line: 1059, found: '5.3', expected: '5.2' },
    { code: 'sum.total', line: 1060, found: '223.3', expected: '223.5' },
    { code: 'sum.percent', line: 1086, found: '43%', expected: '42%', also: [1101, 1584, 1586] },
    { code: 'same.rounding', line: 1095, found: '1.0', expected: '0.9' },
    { code: 'same.rounding', line: 1114, found: '20.3', expected: '20.4' },
    { code: 'same.rounding', line: 1115, found: '311.9', expected: '311.8' },
    { code: 'same.said', line: 1246, found: '£3.3m', expected: '3.4' },
    { code: 'same.rounding', line: 1099, found: '2.3', expected: '2.4' },
    { code: 'same.said', line: 1117, found: '£62.6 million', expected: '-62,655' },
    { code: 'same.said', line: 1246, found: '£0.5m', expected: '0.270' },
    { code: 'sum.interest', line: 1521, found: '0.221', expected: '0.238' },
    { code: 'sum.percent', line: 1632, found: '40%', expected: '39%' },
    { code: 'sum.shares', line: 663, found: '95%', expected: '100%' },
    { code: 'same.trend', line: 2151 },
    { code: 'completeness.blank-total', line: 2234 },
    { code: 'same.project', line: 1692, found: '£19.15m', expected: '18,400' },
  ],
  'cabinet-pack-2025-03-27.txt': [
    { code: 'same.count', line: 962, found: '101', expected: '99' },
    { code: 'same.span', line: 846, found: 'over the next four years', expected: 'over the next five years' },
  ],
  'delivery-plan-2023-24.txt': [],
  'improvement-plan-2006.txt': [],
  'progress-2025-26-q3-growth.txt': [],
}

const read = (name: string) => checkedText(readFileSync(paper(name)))
describe.skipIf(!hasPapers)('the figures of the real papers', () => {
  for (const [name, faults] of Object.entries(known)) test(`${name}: ${faults.length} faults, and nothing else but names`, () => {
    const checked = read(name)
    const found = [...sumsChecks, ...consistencyChecks].flatMap((c) => [...c.find(checked)]).filter((f) => f.code !== 'same.name')
    const brief = found.map((f) => ({ code: f.code, line: f.source.line, found: f.found, expected: f.expected }))
    for (const fault of faults) expect(brief).toContainEqual({ code: fault.code, line: fault.line, found: fault.found, expected: fault.expected })
    expect(brief).toHaveLength(faults.length)
    for (const fault of faults) if (fault.also) expect(found.find((f) => f.source.line === fault.line && f.code === fault.code)!.also!.map((s) => s.line)).toEqual(fault.also)
  })

  test('the capital tables of the September pack are typed tables whose every sum holds', () => {
    const tables = read('cabinet-pack-2024-09-26.txt').recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
    const capital = tables.filter((t) => t.rows.length > 60)
    expect(capital.map((t) => t.unit)).toEqual(['£000', '£000'])
    for (const table of capital) {
      expect(table.rows.filter((r) => r.role === 'line' && r.label !== '')).toHaveLength(74)
      expect(table.rows.filter((r) => r.role === 'subtotal')).toHaveLength(8)
      const grid = gridOf(table)
      const all = [...castings(grid), ...columnRules(grid)].flatMap((c) => c.relations)
      expect(castings(grid).every((c) => c.proven)).toBe(true)
      expect([all.length > 120, all.filter((r) => !holds(r)).length]).toEqual([true, 0])
    }
  })
  test('each figure has its value, unit, state and place', () => {
    const tables = read('cabinet-pack-2024-09-26.txt').recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
    const row = (line: number) => tables.flatMap((t) => t.rows).find((r) => r.source.line === line)!
    expect(Object.values(row(1055).figures).map((f) => f.value)).toEqual(['2.3', '1.0', '-1.3'])
    expect(Object.values(row(1096).figures).map((f) => f.state)).toEqual(['number', 'number', 'number', 'dash', 'number'])
    expect(row(1406).repaired).toHaveLength(1)
    expect(Object.values(row(1552).figures).map((f) => f.state)).toContain('nil')
    expect(row(1608).review.length).toBeGreaterThan(0)
    expect(row(1619).review.join()).toContain('before S7')
    expect(row(2227).figures['Total £000']).toMatchObject({ value: '5100', unit: '£000', source: { line: 2227 } })
  })
})
