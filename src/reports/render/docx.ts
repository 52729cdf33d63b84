import { AlignmentType, BorderStyle, Document as Word, Footer, Packer, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun, type ISectionOptions } from 'docx'
import { brand } from '../../charts/index.ts'
import type { Document, Section, StatusMark } from '../document.ts'
import { pieces, type Measure } from './docx-blocks.ts'
import { hex, numberingOf, styles } from './docx-styles.ts'
import { settledDocx } from './settled.ts'

const [short, long, margin] = [11906, 16838, 1020]
const textWidth = (s: Section): number => (s.orientation === 'landscape' ? long : short) - 2 * margin

/** A Word document in real styles: contents, repeated header rows, a landscape appendix, pictures with alternative text. */
export const toDocx = async (document: Document): Promise<Uint8Array> => {
  const contents = contentsOf(document)
  const word = new Word({
    title: document.title, creator: document.council, lastModifiedBy: document.council, subject: document.subject, description: `${document.subject}. ${document.edition}`,
    styles, numbering: numberingOf(statusesOf(document)),
    sections: document.sections.map((s, i) => section(document, s, i === 0, { width: textWidth(s), contents })),
  })
  return settledDocx(await Packer.toBuffer(word), document.date)
}

const section = (document: Document, s: Section, first: boolean, measure: Measure): ISectionOptions => ({
  properties: { page: { size: { width: short, height: long, orientation: s.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: { top: margin, bottom: margin, left: margin, right: margin } } },
  footers: { default: footer(document, textWidth(s)) },
  children: [...(first ? front(document) : []), ...s.blocks.flatMap((b) => pieces(b, measure))],
})

const contentsOf = (document: Document): { text: string; id: string }[] => document.sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === 'heading' && b.level === 1 && b.id !== '' ? [{ text: b.text, id: b.id }] : []))

const front = (document: Document): Paragraph[] => [
  new Paragraph({ style: 'Council', text: document.council, border: { top: { style: BorderStyle.SINGLE, size: 40, color: hex(brand.green), space: 10 } } }),
  new Paragraph({ style: 'Title', text: document.title }),
  new Paragraph({ style: 'Subtitle', text: document.subject }),
  new Paragraph({ style: 'Note', text: document.edition, spacing: { after: 240 }, border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: hex(brand.rule), space: 8 } } }),
]

const footer = (document: Document, width: number): Footer => new Footer({
  children: [new Paragraph({
    alignment: AlignmentType.LEFT, tabStops: [{ type: TabStopType.RIGHT, position: width }], border: { top: { style: BorderStyle.SINGLE, size: 4, color: hex(brand.hairline), space: 6 } },
    children: [new TextRun({ size: 17, color: hex(brand.quiet), children: [`${document.council}: ${document.title}\tPage `, PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES] })],
  })],
})

/** Every status that stands in a table, once, in the order of the key. */
const statusesOf = (document: Document): StatusMark[] => {
  const found = new Map<string, StatusMark>()
  for (const block of document.sections.flatMap((s) => s.blocks)) {
    if (block.kind !== 'table') continue
    for (const cell of block.rows.flat()) if (cell.kind === 'status' && cell.status !== null) found.set(cell.status.code, cell.status)
  }
  return [...found.values()]
}
