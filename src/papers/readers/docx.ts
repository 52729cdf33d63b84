import type { Finding } from '../../kit/finding.ts'
import { nowhere } from '../../kit/source.ts'
import { collapse } from '../../kit/words.ts'
import type { CellParagraph, PaperBlock, PaperCell, PaperContent } from '../types.ts'
import { cellName, cellOf, coveredBy, paragraphOf } from './cells.ts'
import { contentOf } from './content.ts'
import { readParagraph } from './docx-paragraph.ts'
import { type DocxStyles, readStyles, readTitle } from './docx-styles.ts'
import { UnreadablePaper } from './unreadable.ts'
import { at, DocumentType, elements, parseXml, type XmlElement } from './xml.ts'
import { openZip } from './zip.ts'

/** Wrappers that only say where their content came from. */
const through = new Set(['w:sdt', 'w:sdtContent', 'w:ins', 'w:moveTo', 'w:customXml', 'w:smartTag'])
const inside = (of: XmlElement): readonly XmlElement[] => elements(of).flatMap((e) => (through.has(e.name) ? (isContents(e) ? [] : inside(e)) : [e]))
/** The list of contents that Word makes by itself repeats the headings; nothing in it is a section or says anything of its own. */
const isContents = (of: XmlElement): boolean => /^table of contents/i.test(at(of, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ?? '')

const columnLimit = 1_000
type Reading = { readonly file: string; readonly styles: DocxStyles; readonly blocks: PaperBlock[]; readonly findings: Finding[]; tables: number; changed: boolean }
type CellContent = { readonly paragraphs: readonly CellParagraph[]; readonly bold: boolean; readonly fill: string | null; readonly inner: readonly XmlElement[] }

const fillOf = (shading: XmlElement | undefined): string | null => {
  const colour = shading?.attributes['w:val'] === 'solid' ? shading.attributes['w:color'] : shading?.attributes['w:fill']
  return colour !== undefined && /^[0-9a-f]{6}$/i.test(colour) ? `#${colour}` : null
}

const noteHidden = (reading: Reading, hidden: string, source: Finding['source']): void => {
  if (hidden !== '') reading.findings.push({ level: 'warning', code: 'paper.hidden-text', message: `Hidden text is not read: "${hidden.slice(0, 80)}"`, source })
}

/** A row deleted with changes tracked is not there any more. */
const isDeleted = (row: XmlElement): boolean => at(row, 'w:trPr', 'w:del') !== undefined

const readCell = (of: XmlElement, reading: Reading, source: Finding['source']): CellContent => {
  const paragraphs: CellParagraph[] = [], labels: CellParagraph[] = [], inner: XmlElement[] = []
  let bold = true, paragraphFill: string | null = null
  for (const e of inside(of)) {
    if (e.name === 'w:tbl') inner.push(e)
    if (e.name !== 'w:p') continue
    const read = readParagraph(e, reading.styles)
    const boxed = read.boxes.flatMap((box) => inside(box).filter((p) => p.name === 'w:p').flatMap((p) => readParagraph(p, reading.styles).lines))
    const bullet = reading.styles.bullet(e), label = reading.styles.label(e)
    if (label !== null) labels.push({ text: collapse(label), bullet: 0 })
    paragraphs.push(...[...read.lines, ...boxed].map((line) => paragraphOf(line, bullet)))
    if (read.lines.join('').trim() !== '') bold &&= read.bold
    reading.changed ||= read.struck !== ''
    paragraphFill ??= fillOf(at(e, 'w:pPr', 'w:shd'))
    noteHidden(reading, read.hidden, source)
  }
  // A cell with nothing but the number that Word counts says that number: a column of references.
  const said = paragraphs.some((p) => p.text !== '') ? paragraphs : labels
  return { paragraphs: said, bold, fill: fillOf(at(of, 'w:tcPr', 'w:shd')) ?? paragraphFill, inner }
}

const count = (of: XmlElement | undefined): number => Math.min(columnLimit + 1, Math.max(0, Number(of?.attributes['w:val'] ?? 0) || 0))

const readTable = (table: XmlElement, reading: Reading): void => {
  reading.tables += 1
  const name = `Table ${reading.tables}`, rows: PaperCell[][] = [], inner: XmlElement[] = []
  for (const tr of inside(table).filter((e) => e.name === 'w:tr' && !isDeleted(e))) {
    const row: PaperCell[] = [], above = rows.at(-1)
    const place = () => ({ page: null, line: null, cell: cellName(name, rows.length, row.length) })
    for (let i = count(at(tr, 'w:trPr', 'w:gridBefore')); i > 0; i -= 1) row.push(cellOf([], place()))
    for (const tc of inside(tr).filter((e) => e.name === 'w:tc')) {
      const content = readCell(tc, reading, place()), merge = at(tc, 'w:tcPr', 'w:vMerge'), over = above?.[row.length]
      const continued = merge !== undefined && merge.attributes['w:val'] !== 'restart' && over !== undefined
      const cell = continued ? coveredBy(over, place(), 'above') : cellOf(content.paragraphs, place(), content)
      inner.push(...content.inner)
      row.push(cell)
      for (let i = count(at(tc, 'w:tcPr', 'w:gridSpan')); i > 1; i -= 1) row.push(coveredBy(cell, place(), continued ? 'above' : 'left'))
    }
    if (row.length > columnLimit) throw new UnreadablePaper(reading.file, `a table has more than ${columnLimit} columns`, 'Keep the columns that matter and save it again')
    rows.push(row)
  }
  if (rows.some((row) => row.some((c) => c.text !== '' || c.fill !== null))) reading.blocks.push({ kind: 'table', caption: null, rows, source: { page: null, line: null, cell: name } })
  for (const table of inner) readTable(table, reading)
}

const readText = (paragraph: XmlElement, reading: Reading): void => {
  if (reading.styles.isContents(paragraph)) return
  const read = readParagraph(paragraph, reading.styles), text = collapse(read.lines.join(' '))
  reading.styles.label(paragraph)
  const level = reading.styles.headingLevel(paragraph), { text: words, bullet } = paragraphOf(text, reading.styles.bullet(paragraph))
  if (words !== '') reading.blocks.push({ kind: 'text', style: level > 0 ? 'heading' : bullet > 0 ? 'list' : 'paragraph', level: level > 0 ? level : bullet, text: words, source: nowhere })
  reading.changed ||= read.struck !== ''
  noteHidden(reading, read.hidden, nowhere)
  for (const box of read.boxes) readBlocks(box, reading)
}

const readBlocks = (of: XmlElement, reading: Reading): void => {
  for (const e of inside(of)) {
    if (e.name === 'w:p') readText(e, reading)
    if (e.name === 'w:tbl') readTable(e, reading)
  }
}

const note = (code: string, message: string): Finding => ({ level: 'note', code, message, source: nowhere })

/** A Word document: paragraphs and tables in order, with merged cells, shading, list levels and text boxes; changes are read as accepted. */
export const readDocx = async (file: string, bytes: Uint8Array): Promise<PaperContent> => {
  const zip = await openZip(file, bytes)
  const main = zip.names.find((n) => /^word\/document\d*\.xml$/.test(n))
  if (main === undefined) throw new UnreadablePaper(file, 'it has no document inside', 'Open it in Word and save it again')
  try {
    const root = elements(parseXml((await zip.text(main)) ?? ''))[0]
    const reading: Reading = { file, styles: await readStyles(zip), blocks: [], findings: [], tables: 0, changed: false }
    const body = at(root, 'w:body')
    if (body === undefined) throw new UnreadablePaper(file, 'it has no document inside', 'Open it in Word and save it again')
    readBlocks(body, reading)
    if (reading.changed) reading.findings.push(note('paper.tracked-changes', 'It has tracked changes: deleted words are not read, inserted words are'))
    if (zip.names.some((n) => n.endsWith('vbaProject.bin'))) reading.findings.push(note('paper.macros', 'It has macros, which are never run'))
    return contentOf(file, bytes, 'docx', reading.blocks, { title: await readTitle(zip), findings: reading.findings })
  } catch (error) {
    if (error instanceof UnreadablePaper) throw error
    if (error instanceof DocumentType) throw new UnreadablePaper(file, 'it declares an XML document type, which no Word file needs', 'Open it in Word and save it as a new file')
    throw new UnreadablePaper(file, 'its inside is damaged', 'Open it in Word and save it again')
  }
}
