import { AlignmentType, BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import type { Finding, Level } from '../../kit/finding.ts'
import { alsoAt, countLevels, shortPlace } from './print.ts'
import { standing, type Judged } from './waivers.ts'

const tints: Readonly<Record<Level, string>> = { error: 'F6D7D3', warning: 'FCEBCB', note: 'E3ECF3' }
const words: Readonly<Record<Level, string>> = { error: 'Error', warning: 'Warning', note: 'Note' }
const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'B8BEC2' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const cell = (children: Paragraph[], percent: number, fill?: string): TableCell => new TableCell({
  children, width: { size: percent, type: WidthType.PERCENTAGE }, verticalAlign: VerticalAlign.TOP,
  margins: { top: 60, bottom: 60, left: 90, right: 90 }, borders: { top: hairline, bottom: hairline, left: none, right: none },
  ...(fill ? { shading: { fill } } : {}),
})
const text = (said: string, bold = false): Paragraph => new Paragraph({ children: [new TextRun({ text: said, bold, size: 20 })] })

const row = (f: Finding): TableRow => new TableRow({ cantSplit: true, children: [
  cell([text(words[f.level], true)], 12, tints[f.level]),
  cell([text(shortPlace(f.source))], 16),
  cell([text(f.message + alsoAt(f.also)), ...(f.expected === undefined ? [] : [text(`Expected: ${f.expected}`)])], 60),
  cell([text('☐ mended', false), text('☐ right as it is')], 12),
] })
const heading = new TableRow({ tableHeader: true, children: [cell([text('Level', true)], 12), cell([text('Where', true)], 16), cell([text('What, and what to do', true)], 60), cell([text('Answer', true)], 12)] })

/** One page is for the author: errors and warnings; notes are only counted unless there is nothing else. */
const forAuthor = (findings: readonly Finding[]): readonly Finding[] => {
  const grave = findings.filter((f) => f.level !== 'note')
  return grave.length > 0 ? grave : findings
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1)!
const ofPaper = ({ file, judged }: { file: string; judged: readonly Judged[] }): (Paragraph | Table)[] => {
  const findings = standing(judged)
  const shown = forAuthor(findings)
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: nameOf(file), spacing: { before: 240, after: 80 } }),
    new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: findings.length === 0 ? 'Nothing was found.' : `${countLevels(findings)}.`, size: 20 })] }),
    ...(shown.length === 0 ? [] : [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [heading, ...shown.map(row)] })]),
  ]
}

/** What was found, as a Word document to send to the author: place, fault, what to do, and a box for the answer. */
export const summaryDocument = async (papers: readonly { readonly file: string; readonly judged: readonly Judged[] }[]): Promise<Uint8Array> => {
  const document = new Document({
    title: 'Proof-reading', description: 'What the checks found', creator: 'Throughline', styles: { default: { document: { run: { font: 'Calibri', language: { value: 'en-GB' } } } } },
    sections: [{ properties: { page: { margin: { top: 1000, bottom: 900, left: 1000, right: 1000 } } }, children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, text: 'Proof-reading: please check before this is published', alignment: AlignmentType.LEFT }),
      new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text: 'An error is wrong as printed. A warning may have an explanation outside the paper: say which, or mend it.', size: 20 })] }),
      ...papers.flatMap(ofPaper),
    ] }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
