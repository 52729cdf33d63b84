import { expect, test } from 'vitest'
import { collapse, plainWords, similarity } from './words.ts'

test('white space of every kind is one space', () => { expect(collapse(' a\u00a0 b\n\tc ')).toBe('a b c') })
test('quotes, hyphens, case, bullets and a closing stop are no difference of wording', () => {
  expect(plainWords('• The Council’s “long‑term” plan.')).toBe(plainWords('the council\'s "long-term" plan'))
})
test('likeness runs from nothing shared to the same words', () => {
  expect(similarity('Publish a tree strategy', 'publish a tree strategy.')).toBe(1)
  expect(similarity('Publish a tree strategy', 'Publish the tree strategy')).toBeGreaterThan(0.7)
  expect(similarity('Publish a tree strategy', 'Move 14 systems')).toBeLessThan(0.2)
  expect(similarity('', '')).toBe(1)
})
