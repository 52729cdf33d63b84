import { expect, test } from 'vitest'
import { shadeOf, shapes, statusBars, statusHistory } from './index.ts'
import { inRows, placed } from './labels.ts'
import { textWidth } from './words.ts'

const part = (word: string, count: number, mark: 'complete' | 'at risk' | null = 'complete') => ({ word, colour: null, mark, count })

test('a chart says each word and count beside its part, in its title and in its description', () => {
  const { svg } = statusBars({ title: 'Status of milestones', description: 'People: 8 completed, 1 at risk', bars: [{ label: 'People', parts: [part('Completed', 8), part('At risk', 1, 'at risk'), part('Not stated', 0, null)] }] })
  for (const words of ['<title>Status of milestones</title>', '<desc>People: 8 completed, 1 at risk</desc>', '>Completed 8<', '>At risk 1<']) expect(svg).toContain(words)
  expect(svg).not.toContain('Not stated')
})

test('officers\' words are escaped', () => {
  expect(statusBars({ title: '<b>', description: '&', bars: [{ label: 'a<b', parts: [part('x', 1)] }, { label: 'c', parts: [part('x', 1)] }] }).svg).not.toContain('<b>')
})

test('labels keep their order, never overlap and stay in the row', () => {
  const wishes = [{ left: 0, width: 90 }, { left: 10, width: 90 }, { left: 395, width: 60 }, { left: 398, width: 80 }]
  const lefts = placed(wishes, 0, 400, 10)
  lefts.forEach((left, i) => { if (i > 0) expect(left).toBeGreaterThanOrEqual(lefts[i - 1]! + wishes[i - 1]!.width) })
  expect(lefts.at(-1)! + 80).toBeLessThanOrEqual(400)
  expect(inRows(wishes, 200, 10).map((r) => r.length)).toEqual([2, 2])
})

const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16) / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
const contrast = (a: string, b: string): number => { const [x, y] = [luminance(a), luminance(b)]; return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05) }

test('ink on every tint has a contrast of 7, and its line 3 on white', () => {
  for (const colour of ['Blue', 'Green', 'Amber', 'Yellow', 'Orange', 'Red', 'Grey', 'Purple', 'Pink', 'Teal', 'Brown', 'Black', 'White']) {
    const { tint, ink, line } = shadeOf(colour, null)
    expect(contrast(ink, tint), colour).toBeGreaterThanOrEqual(7)
    expect(contrast(line, '#ffffff'), colour).toBeGreaterThanOrEqual(3)
  }
})

test('every kind has a shape of its own; a colour that is not known takes the shade of its kind', () => {
  expect(new Set(Object.values(shapes)).size).toBe(7)
  expect(shadeOf('Magnolia', 'off track')).toEqual(shadeOf('Red', null))
  expect(shadeOf('Dark green', 'off track')).toEqual(shadeOf('Green', null))
})

test('a history says each period and status in its description', () => {
  expect(statusHistory({ title: 'History', moments: [{ label: 'Q1', word: 'On track', colour: 'Green', mark: 'on track' }, { label: 'Q2', word: null, colour: null, mark: null }] }).svg).toContain('<desc>Q1: On track; Q2: not stated</desc>')
  expect(textWidth('mmm', 10)).toBeGreaterThan(textWidth('iii', 10))
})
