import { expect, test } from 'vitest'
import type { Finding } from '../../kit/finding.ts'
import { nowhere, type Source } from '../../kit/source.ts'
import type { PaperContent } from '../types.ts'
import { judge, readWaivers } from './waivers.ts'

const at = (page: number | null, line: number | null): Source => ({ page, line, cell: null })
const paper = (...words: readonly (readonly [page: number, line: number, text: string])[]): PaperContent => ({
  file: 'x.pdf', sha256: '', format: 'pdf', pages: 2, title: null, findings: [], blocks: words.map(([page, line, text]) => ({ kind: 'text', style: 'paragraph', level: 0, text, source: at(page, line) })),
})
const finding = (source: Source, more: Partial<Finding> = {}): Finding => ({ level: 'warning', code: 'completeness.section-missing', message: 'It has no section.', source, ...more })
const print = (content: PaperContent, f: Finding): string => judge(content, [f], [])[0]!.fingerprint

const story = paper([1, 1, 'Title of report: Plan'], [1, 2, 'Words of the first page.'], [2, 1, 'Words of the second page.'])

test('two faults told of the same words are two', () => {
  const [first, second] = ['Consultees', 'Appendices'].map((expected) => print(story, finding(at(1, 1), { expected })))
  expect(first).not.toBe(second)
  expect(print(story, finding(at(1, 1), { message: 'It has no section A.' }))).not.toBe(print(story, finding(at(1, 1), { message: 'It has no section B.' })))
})

test('where only a page is known, its words tell it from another page, and hold on any page', () => {
  const [first, second] = [1, 2].map((page) => print(story, finding(at(page, null), { found: '-' })))
  expect(first).not.toBe(second)
  expect(print(paper([5, 1, 'Words of the second page.']), finding(at(5, null), { found: '-' }))).toBe(second)
  expect(print(paper([2, 1, 'Other words of the second page.']), finding(at(2, null), { found: '-' }))).not.toBe(second)
})

test('what is said of a whole paper holds for that paper', () => {
  expect(print(story, finding(nowhere))).toBe(print(story, finding(nowhere)))
  expect(print(story, finding(nowhere))).not.toBe(print(paper([1, 1, 'Another paper.']), finding(nowhere)))
})

test('a waivers file is refused with the number of the waiver that lacks something', () => {
  expect(readWaivers([{ fingerprint: 'abcdefabcdef', reason: 'as quoted', who: 'Head of Policy', on: '2026-05-01' }, { fingerprint: 'abcdefabcdef' }])).toBe('waiver 2 needs fingerprint, reason, who and on (a day such as 2026-05-01)')
  expect(readWaivers({})).toContain('a list of waivers is wanted')
})
