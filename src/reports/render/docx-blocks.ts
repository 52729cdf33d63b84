import { AlignmentType, Bookmark, BorderStyle, ExternalHyperlink, HeadingLevel, ImageRun, LeaderType, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableOfContents, TableRow, TextRun, VerticalAlign, WidthType, type IRunOptions } from 'docx'
import { brand, shadeOf } from '../../charts/index.ts'
import { run as wordsRun, type Block, type Cell, type Entry, type Run, type Table as TableBlock } from '../document.ts'
import { hex, statusList } from './docx-styles.ts'
import { toPng } from './png.ts'

type Piece = Paragraph | Table | TableOfContents
/** Width of the text between the margins, in twips, and what the contents list. */
export type Measure = { readonly width: number; readonly contents: readonly { readonly text: string; readonly id: string }[] }

const textRun = (r: Run, more: IRunOptions = {}): TextRun => new TextRun({
  text: r.text, ...more, ...(r.strong || r.change === 'new' ? { bold: true } : {}), ...(r.emphasis ? { italics: true } : {}),
  ...(r.change === 'gone' ? { strike: true, color: hex(brand.quiet) } : {}), ...(r.change === 'new' ? { underline: {} } : {}),
})
const runs = (all: readonly Run[], more: IRunOptions = {}): (TextRun | ExternalHyperlink)[] =>
  all.map((r) => (r.href === undefined ? textRun(r, more) : new ExternalHyperlink({ link: r.href, children: [textRun(r, { ...more, style: 'Hyperlink' })] })))

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const paragraphStyles = { body: undefined, lead: 'Lead', note: 'Note' } as const

/** What a block is in Word: paragraphs in named styles, tables, pictures with alternative text. */
export const pieces = (block: Block, measure: Measure, depth = 0): Piece[] => {
  switch (block.kind) {
    case 'heading': return [new Paragraph({ heading: levels[block.level], children: block.level === 1 && block.id !== '' ? [new Bookmark({ id: anchor(block.id), children: [new TextRun(block.text)] })] : [new TextRun(block.text)] })]
    case 'paragraph': { const style = paragraphStyles[block.style]; return [new Paragraph({ children: runs(block.runs), ...(style === undefined ? {} : { style }) })] }
    case 'list': return block.items.flatMap((item) => item.flatMap((b, i) => (b.kind === 'paragraph' && i === 0 ? [listItem(b.runs, block.marker, depth)] : pieces(b, measure, depth + 1))))
    case 'facts': return [pairs(block.rows.map((r) => [[wordsRun(r.label)], r.runs]), 2300, measure)]
    case 'terms': return [pairs(block.terms.map((t) => [[wordsRun(t.term)], [wordsRun(t.meaning)]]), 1400, measure)]
    case 'figure': return [new Paragraph({ text: block.title, style: 'Caption' }), picture(block, measure)]
    case 'entries': return block.entries.flatMap(entry)
    case 'contents': return [new Paragraph({ text: 'Contents', style: 'ContentsHeading' }), new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-1', tabLeader: LeaderType.NONE, cachedEntries: measure.contents.map(({ text, id }) => ({ title: text, level: 1, href: anchor(id) })) })]
    case 'table': return [...(block.caption === '' ? [] : [new Paragraph({ text: block.caption, style: 'Caption' })]), table(block, measure), new Paragraph({ spacing: { after: 60 } })]
  }
}

/** Bookmarks begin with a letter and hold no hyphens. */
const anchor = (id: string): string => `at_${id.replaceAll('-', '_')}`.slice(0, 40)

const listItem = (all: readonly Run[], marker: 'bullet' | 'number' | 'letter', depth: number): Paragraph =>
  new Paragraph({ style: 'ListParagraph', numbering: { reference: marker, level: Math.min(depth, 1) }, children: runs(all) })

const picture = (f: Extract<Block, { kind: 'figure' }>, measure: Measure): Paragraph => {
  const width = Math.min(f.width, Math.round(measure.width / 15))
  return new Paragraph({
    children: [new ImageRun({ type: 'png', data: toPng(f), transformation: { width, height: Math.round((f.height * width) / f.width) }, altText: { name: f.title, description: `${f.title}. ${f.description}` } })],
  })
}

const entry = (e: Entry): Paragraph[] => {
  const shade = shadeOf(e.status?.colour ?? null, e.status?.mark ?? null)
  const edge = { left: { style: e.status === null ? BorderStyle.DOTTED : BorderStyle.SINGLE, size: 24, color: hex(shade.line), space: 4 } }
  return [
    new Paragraph({ style: 'Status', border: edge, indent: { left: 100 }, children: [new TextRun({ text: ` ${e.said} `, color: hex(shade.ink), ...(e.status === null ? {} : { shading: { type: ShadingType.CLEAR, fill: hex(shade.tint), color: 'auto' } }) })] }),
    new Paragraph({ style: 'Item', text: e.text }),
    ...(e.where === '' ? [] : [new Paragraph({ style: 'Where', text: e.where })]),
    new Paragraph({ text: e.remark }),
  ]
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const hairline = { style: BorderStyle.SINGLE, size: 4, color: hex(brand.hairline) }
/** What all tables share stands on the table, not on each of its cells: a report has thousands. */
const lines = { top: none, bottom: hairline, left: none, right: none, insideHorizontal: hairline, insideVertical: none }
const shared = { layout: TableLayoutType.FIXED, borders: lines, margins: { left: 70, right: 90, marginUnitType: WidthType.DXA } }

/** Labels and what belongs to them, over hairlines. */
const pairs = (rows: readonly (readonly [readonly Run[], readonly Run[]])[], label: number, { width }: Measure): Table => new Table({
  ...shared, width: { size: width, type: WidthType.DXA }, columnWidths: [label, width - label], tableLook: { firstColumn: true, firstRow: false },
  rows: rows.map(([term, said]) => new TableRow({ cantSplit: true, children: [side(term, true), side(said, false)] })),
})
const side = (all: readonly Run[], bold: boolean): TableCell => new TableCell({ children: [new Paragraph({ spacing: { before: 40, after: 40 }, children: runs(all, { bold }) })] })

const table = (t: TableBlock, { width }: Measure): Table => {
  const all = t.columns.reduce((n, c) => n + c.share, 0)
  const widths = t.columns.map((c) => Math.floor((c.share / all) * width * ((t.width ?? 100) / 100)))
  const head = new TableRow({
    tableHeader: true, cantSplit: true,
    children: t.columns.map((c) => new TableCell({
      verticalAlign: VerticalAlign.BOTTOM, borders: { bottom: { style: BorderStyle.SINGLE, size: 10, color: hex(brand.ink) } },
      children: [new Paragraph({ style: 'TableText', alignment: c.align === 'end' ? AlignmentType.RIGHT : AlignmentType.LEFT, keepNext: true, children: [new TextRun({ text: c.heading, bold: true })] })],
    })),
  })
  const rows = t.rows.map((row, r) => new TableRow({ cantSplit: true, children: row.map((c) => bodyCell(c, t.totalRow && r === t.rows.length - 1)) }))
  return new Table({ ...shared, width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA }, columnWidths: widths, tableLook: { firstRow: true, firstColumn: t.rowHeadings }, rows: [head, ...rows] })
}

const bodyCell = (cell: Cell, bold: boolean): TableCell => {
  switch (cell.kind) {
    case 'number': return new TableCell({ children: [new Paragraph({ style: 'TableText', alignment: AlignmentType.RIGHT, children: [new TextRun({ text: String(cell.value), bold })] })] })
    case 'words': return new TableCell({ children: [wordsParagraph(cell.runs, cell.quiet, bold)] })
    case 'status': return statusCell(cell)
  }
}
const wordsParagraph = (all: readonly Run[], quiet: boolean, bold: boolean): Paragraph => {
  const style = quiet ? 'TableQuiet' : 'TableText'
  const [only] = all
  const plain = !bold && all.length === 1 && Object.keys(only!).length === 1
  return plain ? new Paragraph({ style, text: only!.text }) : new Paragraph({ style, children: runs(all, bold ? { bold } : {}) })
}
/** Tint, a strong edge, the status's letter as the list marker and its word as the text. */
const statusCell = ({ status, shown }: Extract<Cell, { kind: 'status' }>): TableCell => {
  if (status === null) return new TableCell({ borders: { left: { style: BorderStyle.DOTTED, size: 18, color: hex(brand.rule) } }, children: [new Paragraph({ style: 'TableText' })] })
  const { tint, ink, line } = shadeOf(status.colour, status.mark)
  return new TableCell({
    borders: { left: { style: BorderStyle.SINGLE, size: 24, color: hex(line) } }, shading: { type: ShadingType.CLEAR, fill: hex(tint), color: 'auto' },
    children: [new Paragraph({ style: 'TableText', numbering: { reference: statusList(status), level: 0 }, children: [new TextRun({ text: status[shown], color: hex(ink) })] })],
  })
}
