import { expect, test } from 'vitest'
import { parseDay } from '../../kit/day.ts'
import { readText } from '../readers/text.ts'
import { checkParagraph, checkReport } from './own-report.ts'
import { checkReference } from './reference.ts'
import { defaultSettings } from './settings.ts'

const paper = (text: string) => readText('report.txt', new TextEncoder().encode(text))

test('a paragraph is checked by itself, without the report around it', () => {
  expect(checkParagraph('The survey closed on Friday 26 September 2024.').map((f) => f.code)).toEqual(['dates.weekday'])
  expect(checkParagraph('The survey closed on Thursday 26 September 2024.')).toEqual([])
})

test('an error stops our own report until it is waived with a reason', () => {
  const content = paper('Quarter 1 2024/25 report\n\nThe survey closed on 31 June 2024.\n')
  const verdict = checkReport(content)
  expect(verdict.refusedFor.map((f) => f.code)).toEqual(['dates.impossible'])
  const waiver = { fingerprint: verdict.judged[0]!.fingerprint, reason: 'quoted as the letter had it', who: 'Head of Policy', on: parseDay('2024-07-01')! }
  expect(checkReport(content, defaultSettings, [waiver]).refusedFor).toEqual([])
  expect(checkReport(content, defaultSettings, [{ ...waiver, reason: ' ' }]).refusedFor).toHaveLength(1)
})

test('a waiver stays while the words stay, wherever they move, and ends when they change', () => {
  const first = checkReport(paper('The survey closed on 31 June 2024.\n')).judged[0]!
  const waiver = { fingerprint: first.fingerprint, reason: 'as quoted', who: 'Head of Policy', on: parseDay('2024-07-01')! }
  expect(checkReport(paper('A new line.\n\nAnd another.\n\nThe survey closed on 31 June 2024.\n'), defaultSettings, [waiver]).refusedFor).toEqual([])
  expect(checkReport(paper('The second survey closed on 31 June 2024.\n'), defaultSettings, [waiver]).refusedFor).toHaveLength(1)
})

test('every check has its page in the reference, and the index names them all', () => {
  const pages = checkReference()
  for (const name of Object.keys(pages).filter((n) => n !== 'index.md')) expect(pages['index.md']).toContain(`(${name})`)
})
