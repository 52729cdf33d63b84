import { readFileSync } from 'node:fs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readApart } from './apart.ts'
import { readPaper, UnreadablePaper } from './index.ts'

const made = (name: string): Uint8Array => readFileSync(`tests/layouts/made/${name}`)
const words = (text: string): Uint8Array => new TextEncoder().encode(text)
const docx = (body: string, more: Record<string, Uint8Array> = {}): Uint8Array => zipSync({ 'word/document.xml': strToU8(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`), ...more })
const xlsx = (sheet: string): Uint8Array => zipSync({
  '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
  '_rels/.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
  'xl/workbook.xml': strToU8('<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Updates" sheetId="1" r:id="s"/></sheets></workbook>'),
  'xl/_rels/workbook.xml.rels': strToU8('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
  'xl/worksheets/sheet1.xml': strToU8(sheet),
})
const letters = (n: number): string => (n < 26 ? String.fromCharCode(65 + n) : letters(Math.floor(n / 26) - 1) + String.fromCharCode(65 + (n % 26)))
const wideSheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1">${Array.from({ length: 10_000 }, (_, c) => `<c r="${letters(c)}1"><v>1</v></c>`).join('')}</row></sheetData></worksheet>`
const entities = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${'bcdefghij'[i]} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`
const zeros = new Uint8Array(300_000_000)
const bomb = (): Uint8Array => zipSync({ 'word/document.xml': zeros })
/** A bomb whose directory says that it is small. */
const lyingBomb = (): Uint8Array => {
  const bytes = Buffer.from(bomb())
  bytes.writeUInt32LE(1_000, bytes.indexOf('PK\u0001\u0002', 'latin1') + 24)
  return bytes
}
const half = (bytes: Uint8Array): Uint8Array => bytes.subarray(0, Math.floor(bytes.length / 2))

/** What is tried, and what the one line must say. */
const refusals: readonly (readonly [string, string, () => Uint8Array, RegExp])[] = [
  ['an empty file', 'plan.docx', () => new Uint8Array(0), /is empty/],
  ['a file over 50 MB', 'plan.txt', () => new Uint8Array(50_000_001).fill(65), /larger than 50 MB/],
  ['a ZIP bomb', 'plan.docx', bomb, /unpacks to far more/],
  ['a ZIP bomb whose directory lies', 'plan.docx', lyingBomb, /unpacks to far more/],
  ['an entity bomb in a Word file', 'plan.docx', () => zipSync({ 'word/document.xml': strToU8(`${entities}<w:document><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`) }), /document type/],
  ['an entity bomb in an Excel file', 'plan.xlsx', () => xlsx(`${entities}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>`), /document type/],
  ['a PDF under a password', 'plan.pdf', () => readFileSync('tests/layouts/refused/password.pdf'), /password/],
  ['a scan', 'plan.pdf', () => readFileSync('tests/layouts/refused/scan.pdf'), /scan/],
  ['a program with a paper\'s name', 'plan.docx', () => words('\x7fELF and more'), /a program/],
  ['a Windows program with a paper\'s name', 'plan.pdf', () => words('MZ and more'), /a program/],
  ['an old or protected Office file', 'plan.xlsx', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), /password/],
  ['a picture', 'plan.pdf', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d]), /picture/],
  ['a Word file cut in half', 'plan.docx', () => half(made('plain-docx.docx')), /cut off|damaged/],
  ['an Excel file cut in half', 'plan.xlsx', () => half(made('levels-xlsx.xlsx')), /cut off|damaged/],
  ['a PDF cut in half', 'plan.pdf', () => half(made('plain-chromium-pdf.pdf')), /cut off/],
  ['a CSV of 10,000 columns', 'plan.csv', () => words(Array.from({ length: 3 }, () => Array.from({ length: 10_000 }, (_, i) => i).join(',')).join('\n')), /columns/],
  ['a page of 10,000 columns', 'plan.html', () => words(`<table><tr>${'<td>1</td>'.repeat(10_000)}</tr></table>`), /columns/],
  ['a page that asks for millions of places', 'plan.html', () => words(`<table>${'<tr><td rowspan=1000 colspan=1000>1</td></tr>'.repeat(1_000)}</table>`), /columns/],
  ['a Word table of 10,000 columns', 'plan.docx', () => docx(`<w:tbl><w:tr>${'<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>'.repeat(10_000)}</w:tr></w:tbl>`), /columns/],
  ['an Excel sheet of 10,000 columns', 'plan.xlsx', () => xlsx(wideSheet), /columns/],
  ['a page nested 100,000 deep', 'plan.html', () => words(`<html><body>${'<div>'.repeat(100_000)}`), /nested|no words/],
  ['a page of nothing but white space', 'plan.txt', () => words(' \n\n '), /no words/],
  ['a text with a NUL', 'plan.txt', () => words('Objective\tMilestone\0\n'), /NUL/],
  ['names that point outside of the ZIP', 'plan.docx', () => zipSync({ '../../evil': strToU8('x'), 'word/document.xml': strToU8('<a/>') }), /points outside/],
  ['a ZIP that is no paper', 'plan.docx', () => zipSync({ 'a.txt': strToU8('x') }), /ZIP archive/],
  ['a CSV with a quotation mark left open', 'plan.csv', () => words(`${'a,b,c\n'.repeat(600)}a,"b,c\n`), /quotation mark/],
]

describe('papers that are refused', () => {
  test.each(refusals)('%s is refused in one line that says what and what to do', async (_, file, bytes, says) => {
    const began = Date.now()
    const refused: unknown = await readPaper(file, bytes()).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(UnreadablePaper)
    const { message } = refused as UnreadablePaper
    expect(message).toMatch(says)
    expect(message).toMatch(new RegExp(`^${file}: [^\\n]+\\. [A-Z][^\\n]+$`))
    expect(Date.now() - began).toBeLessThan(30_000)
  })

  test('a paper that takes too long is given up, and the next one is read', async () => {
    const bytes = made('kpi-between-pdf.pdf')
    await expect(readApart({ file: 'slow.pdf', bytes, format: 'pdf' }, { time: 1, memory: 1_000_000_000 })).rejects.toThrow(/took more than/)
    expect((await readPaper('next.pdf', bytes)).pages).toBeGreaterThan(0)
  })

  test('a paper that takes too much memory is given up, and the next one is read', async () => {
    const bytes = made('kpi-between-pdf.pdf')
    await expect(readApart({ file: 'large.pdf', bytes, format: 'pdf' }, { time: 30_000, memory: 1_000_000 })).rejects.toThrow(/memory/)
    expect((await readPaper('next.pdf', bytes)).pages).toBeGreaterThan(0)
  })
})

describe('papers that are read with a warning', () => {
  test('macros are never run, and said', async () => {
    const { findings } = await readPaper('plan.docx', docx('<w:p><w:r><w:t>Words</w:t></w:r></w:p>', { 'word/vbaProject.bin': strToU8('macro') }))
    expect(findings.map((f) => f.code)).toContain('paper.macros')
  })
  test('the format is told by the bytes, whatever the name says', async () => {
    expect((await readPaper('plan.pdf', made('plain-docx.docx'))).format).toBe('docx')
    expect((await readPaper('plan.docx', made('plain-chromium-pdf.pdf'))).format).toBe('pdf')
    expect((await readPaper('plan.txt', made('plain-csv.csv'))).format).toBe('csv')
    expect((await readPaper('plan.csv', made('plain-html.html'))).format).toBe('html')
    expect((await readPaper('plan.html', words('Objective\tMilestone\nOne\tTwo\n'))).format).toBe('text')
  })
})
