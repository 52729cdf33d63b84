import { strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre'
import { describe, expect, test } from 'vitest'
import type { PaperContent, PaperTable } from '../types.ts'
import { readPaper } from './index.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const tables = (content: PaperContent): readonly PaperTable[] => content.blocks.filter((b): b is PaperTable => b.kind === 'table')
const texts = (content: PaperContent): readonly (readonly (readonly string[])[])[] => tables(content).map((t) => t.rows.map((r) => r.map((c) => c.text)))
const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (inner: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
const cell = (inner: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`
const row = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`
const listed = (level: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>`
const styles = '<w:styles><w:style w:styleId="H2"><w:name w:val="heading 2"/></w:style><w:style w:styleId="Bulleted"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
const numbering = '<w:numbering><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
const word = (body: string): Promise<PaperContent> => readPaper('plan.docx', zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`), 'word/styles.xml': strToU8(styles), 'word/numbering.xml': strToU8(numbering) }))
const numberedLevel = (depth: number, format: string, pattern: string): string => `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`
const numberedCell = (depth: number, list: number, words = ''): string => cell(paragraph(words === '' ? '' : run(words), `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr>`))

describe('a Word file', () => {
  test('reads inserted words, leaves deleted ones out, and says so', async () => {
    const content = await word(paragraph(`${run('Open ')}<w:del><w:r><w:delText>two</w:delText></w:r></w:del><w:ins>${run('three')}</w:ins>${run(' hostels')}`))
    expect(content.blocks.map((b) => b.kind === 'text' && b.text)).toEqual(['Open three hostels'])
    expect(content.findings.map((f) => f.code)).toEqual(['paper.tracked-changes'])
  })
  test('leaves a deleted row out', async () => {
    const content = await word(`<w:tbl>${row(cell(paragraph(run('A'))))}<w:tr><w:trPr><w:del/></w:trPr>${cell(paragraph(run('gone')))}</w:tr></w:tbl>`)
    expect(texts(content)).toEqual([[['A']]])
  })
  test('leaves its list of contents out', async () => {
    const heading = paragraph(run('Purpose'), '<w:pStyle w:val="H2"/>')
    const listed = (gallery: string): string => `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="${gallery}"/></w:docPartObj></w:sdtPr><w:sdtContent>${paragraph(run('Purpose 2'))}</w:sdtContent></w:sdt>`
    const content = await word(`${listed('Table of Contents')}${listed('Cover Pages')}${paragraph(run('Purpose'), '<w:pStyle w:val="TOC1"/>')}${heading}`)
    expect(content.blocks.map((b) => b.kind === 'text' && b.text)).toEqual(['Purpose 2', 'Purpose'])
  })
  test('reads the numbers that Word counts by itself where a cell has nothing else: figures, letters, Roman and over several levels', async () => {
    const lists = `<w:numbering><w:abstractNum w:abstractNumId="0">${numberedLevel(0, 'decimal', '%1.')}${numberedLevel(1, 'lowerLetter', '%1.%2')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${numberedLevel(0, 'upperRoman', '(%1)')}</w:abstractNum>${[[1, 0], [2, 1]].map(([id, kind]) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${kind}"/></w:num>`).join('')}<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num></w:numbering>`
    const body = `<w:tbl>${[[0, 1], [1, 1], [1, 1], [0, 1], [1, 1], [0, 2], [0, 2], [0, 2], [0, 2], [0, 3]].map(([depth, list]) => row(numberedCell(depth ?? 0, list ?? 0), cell(paragraph(run('Plant a hedge'))))).join('')}${row(numberedCell(0, 1, 'Words keep no number'))}</w:tbl>`
    const content = await readPaper('refs.docx', zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`), 'word/numbering.xml': strToU8(lists) }))
    expect(texts(content)[0]?.map(([first]) => first)).toEqual(['1.', '1.a', '1.b', '2.', '2.a', '(I)', '(II)', '(III)', '(IV)', '(IX)', 'Words keep no number'])
  })
  test('tells hidden words and does not read them', async () => {
    const content = await word(paragraph(`${run('Seen')}${run(' unseen', '<w:vanish/>')}`))
    expect(content.blocks.map((b) => b.kind === 'text' && b.text)).toEqual(['Seen'])
    expect(content.findings.map((f) => f.code)).toEqual(['paper.hidden-text'])
  })
  test('keeps bullets of a list and of a style, and their depth, and what a typed bullet is', async () => {
    const content = await word(`<w:tbl>${row(cell([paragraph(run('First'), listed(0)), paragraph(run('Under it'), listed(1)), paragraph(run('By style'), '<w:pStyle w:val="Bulleted"/>'), paragraph(run('• Typed')), paragraph(run('Plain'))].join('')))}</w:tbl>`)
    expect(tables(content)[0]?.rows[0]?.[0]?.paragraphs).toEqual([{ text: 'First', bullet: 1 }, { text: 'Under it', bullet: 2 }, { text: 'By style', bullet: 1 }, { text: 'Typed', bullet: 1 }, { text: 'Plain', bullet: 0 }])
  })
  test('keeps merged cells with the words that cover them, shading and headings', async () => {
    const content = await word([
      paragraph(run('Homes'), '<w:pStyle w:val="H2"/>'),
      `<w:tbl>${row(cell(paragraph(run('Down')), '<w:vMerge w:val="restart"/>'), cell(paragraph(run('Across')), '<w:gridSpan w:val="2"/>'))}${row(cell(paragraph(''), '<w:vMerge/>'), cell(paragraph(''), '<w:shd w:val="clear" w:fill="FFC000"/>'), cell(paragraph(run('Last'))))}</w:tbl>`,
    ].join(''))
    expect(content.blocks[0]).toMatchObject({ style: 'heading', level: 2, text: 'Homes' })
    expect(tables(content)[0]?.rows.map((r) => r.map((c) => [c.text, c.covered, c.fill, c.source.cell]))).toEqual([
      [['Down', null, null, 'Table 1!A1'], ['Across', null, null, 'Table 1!B1'], ['Across', 'left', null, 'Table 1!C1']],
      [['Down', 'above', null, 'Table 1!A2'], ['', null, '#ffc000', 'Table 1!B2'], ['Last', null, null, 'Table 1!C2']],
    ])
  })
  test('reads a text box once, though it is stored twice', async () => {
    const box = `<w:txbxContent>${paragraph(run('In the box'))}</w:txbxContent>`
    const content = await word(paragraph(`<w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>`))
    expect(content.blocks.map((b) => b.kind === 'text' && b.text)).toEqual(['In the box'])
  })
})

describe('a workbook', () => {
  test('gives every seen sheet, places by sheet and cell, dates and percentages as shown, and tells what is hidden', async () => {
    const book = await writeXlsx({ sheets: [
      { name: 'Updates', rows: [['Milestone', 'Due', 'Share'], ['Hidden one', null, null], ['Open', new Date(Date.UTC(2031, 4, 20)), 0.76]], rowDefs: new Map([[1, { hidden: true }]]), cells: new Map([['2,2', { value: 0.76, style: { numFmt: '0%' } }]]) },
      { name: 'Notes', hidden: true, rows: [['Secret', 'words']] },
    ] })
    const content = await readPaper('plan.xlsx', book)
    expect(texts(content)[0]).toEqual([['Milestone', 'Due', 'Share'], ['Open', expect.stringMatching(/2031/), '76%']])
    expect(tables(content)[0]?.rows[1]?.[0]?.source).toEqual({ page: null, line: 3, cell: 'Updates!A3' })
    expect(content.findings.map((f) => f.message).join(' ')).toMatch(/hidden rows are not read: 2.*"Notes" is hidden/)
  })
})

describe('a CSV', () => {
  test('commas in the figures of a table with tabs are no separators', async () => {
    const content = await readPaper('spending.txt', Buffer.from('Spending\tBudget\tOutturn\nRoads\t12,000\t13,500\nParks\t4,000\t4,500\nLibraries\t3,000\t2,500\nTotal\t19,000\t20,500\n'))
    expect(content.format).toBe('text')
    expect(content.blocks.flatMap((b) => (b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.text)) : []))).toContainEqual(['Roads', '12,000', '13,500'])
  })

  test('may be parted by semicolons and written in Windows-1252', async () => {
    const content = await readPaper('plan.csv', Uint8Array.from(Buffer.from('Milestone;RAG;Remark\r\nCaf\u00e9 opened;Green;"Two\r\nlines; one cell"\r\nNext;Red;\r\n', 'latin1')))
    expect(texts(content)).toEqual([[['Milestone', 'RAG', 'Remark'], ['Café opened', 'Green', 'Two lines; one cell'], ['Next', 'Red', '']]])
    expect(tables(content)[0]?.rows[2]?.[1]?.source).toEqual({ page: null, line: 4, cell: 'B4' })
  })
  test('is not seen in prose with commas', async () => {
    expect((await readPaper('plan.txt', bytes('We met, talked, and left.\nIt rained.\nLater, after lunch, we wrote it down, all of it.\n'))).format).toBe('text')
  })
})

describe('a web page', () => {
  test.each(['<div class="wide">', '<!-- pasted -->\n<h1>Plan</h1>', '<p>', '<section>'])('that begins with %s is one, without a head', async (start) => {
    const content = await readPaper('part', bytes(`${start}<table><tr><td>Plant a hedge</td><td>Green</td></tr></table>`))
    expect([content.format, texts(content)]).toEqual(['html', [[['Plant a hedge', 'Green']]]])
  })
  test('keeps spans, captions, nested lists, fills by attribute, style and class, and a table inside a cell as its own', async () => {
    const content = await readPaper('plan.html', bytes(`<html><head><style>td.ok { background-color: green }</style></head><body><h2>Homes</h2><table><caption>Progress</caption>
      <tr><td rowspan="2">Down<td colspan="2"><ul><li>One<ul><li>Deeper</li></ul></li><li>Two</li></ul></tr><tr><td class="ok"></td><td bgcolor="FF0000"></td></tr></table>
      <table><tr><td><table><tr><td>Inner</td><td style="background:#ffc000">x</td></tr></table></td></tr></table></body></html>`))
    const [first, second] = tables(content)
    expect(first?.caption).toBe('Progress')
    expect(first?.rows[0]?.[1]?.paragraphs).toEqual([{ text: 'One', bullet: 1 }, { text: 'Deeper', bullet: 2 }, { text: 'Two', bullet: 1 }])
    expect(first?.rows[1]?.map((c) => [c.text, c.covered, c.fill])).toEqual([['Down', 'above', null], ['', null, '#008000'], ['', null, '#ff0000']])
    expect(second?.rows[0]?.map((c) => [c.text, c.fill])).toEqual([['Inner', null], ['x', '#ffc000']])
  })
})
