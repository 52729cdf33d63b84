import { gzipSync } from 'node:zlib'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { packList, unpackList, type FoundList } from './packed-list.ts'

const list: FoundList = { file: 'plan.docx', findings: [
  { fingerprint: 'abcdefabcdef', waiver: null, finding: { level: 'error', code: 'dates.impossible', message: '31 June “2024” is no day.', source: { page: null, line: 3, cell: null }, found: '31 June 2024', also: [{ page: 2, line: null, cell: 'B4' }] }, excerpt: { kind: 'text', before: '', text: 'Closed on 31 June 2024.', after: 'Then.' } },
  { fingerprint: '0123456789ab', waiver: null, finding: { level: 'note', code: 'sum.total', message: 'No sum.', source: { page: 1, line: 2, cell: 'A1' } }, excerpt: { kind: 'table', rows: [[{ text: '4', marked: true }]] } },
] }
const packed = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64url')

test('what was packed comes back', () => { expect(unpackList(packList(list)!)).toEqual(list) })

test('what is no list of findings is none', () => {
  const [first] = list.findings
  for (const wrong of ['', 'nonsense', packed(null), packed([]), packed({ file: 'x' }), packed({ file: 'x', findings: [null] }), packed({ file: 'x', findings: [{ ...first, fingerprint: '<b>' }] }),
    packed({ file: 'x', findings: [{ ...first, finding: { ...first!.finding, level: 'grave' } }] }), packed({ file: 'x', findings: [{ ...first, finding: { ...first!.finding, source: null } }] }),
    packed({ file: 'x', findings: [{ ...first, excerpt: { kind: 'table', rows: 'all' } }] })]) expect(unpackList(wrong)).toBeNull()
})

test('what unfolds to more than a page could show is none', () => { expect(unpackList(gzipSync(`{"file":"${'x'.repeat(25_000_000)}","findings":[]}`).toString('base64url'))).toBeNull() })

test('a list too long for a form is not packed', () => {
  expect(packList({ file: 'long.pdf', findings: [{ ...list.findings[0]!, excerpt: { kind: 'text', before: '', text: randomBytes(800_000).toString('hex'), after: '' } }] })).toBeNull()
})
