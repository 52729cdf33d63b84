import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readPaper } from '../../src/papers/readers/index.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import type { PlanRow } from '../../src/plans/index.ts'
import { layoutNames, rowsOf, scoreOf } from './score.ts'

describe('layouts made with LibreOffice and Chromium', () => {
  test.each(layoutNames())('%s gives every row as a person reads it, and none wrong without saying so', async (name) => {
    const score = await scoreOf(name)
    expect(score.faults).toEqual([])
    expect(score.right).toBe(score.wanted)
  })
})

const meaning = (rows: readonly PlanRow[]): readonly unknown[] => rows.map(({ theme, objective, deliverable, milestone, status, remark }) => ({ theme, objective, deliverable, milestone, status, remark }))

describe('one table in many formats', () => {
  test.each(['plain-html.html', 'plain-chromium-pdf.pdf', 'landscape-untagged-pdf.pdf', 'unruled-pdf.pdf', 'hairlines-pdf.pdf', 'merged-docx.docx', 'bands-xlsx.xlsx'])('%s reads to the same rows as the Word file', async (paper) => {
    expect(meaning(await rowsOf(paper))).toEqual(meaning(await rowsOf('plain-docx.docx')))
  })

  test('a text with tabs reads to the same rows as the Word file', async () => {
    const { blocks } = await readPaper('plain-docx.docx', readFileSync('tests/layouts/made/plain-docx.docx'))
    const text = blocks.map((b) => (b.kind === 'text' ? `\n${b.text}\n` : b.rows.map((row) => row.map((c) => c.text).join('\t')).join('\n'))).join('\n')
    const { tables } = recognise(await readPaper('plain.txt', new TextEncoder().encode(text)))
    expect(meaning(tables.flatMap((t) => (t.kind === 'progress' ? t.rows : [])))).toEqual(meaning(await rowsOf('plain-docx.docx')))
  })
})
