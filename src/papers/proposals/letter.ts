import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import { printPeriod } from '../../kit/period.ts'
import { describeSource } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import { questionsOf, type Question } from './questions.ts'
import type { ProposalView } from './types.ts'

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'B8C2BC' } as const
const borders = { top: hairline, bottom: hairline, left: hairline, right: hairline }
const shares = [34, 24, 20, 22] as const
const width = 14_500

type Line = { readonly text: string; readonly quiet?: boolean; readonly bold?: boolean }
const cell = (lines: readonly Line[], i: number): TableCell => new TableCell({
  width: { size: Math.round((width * shares[i]!) / 100), type: WidthType.DXA }, borders, margins: { top: 80, bottom: 80, left: 110, right: 110 },
  children: lines.filter((l) => l.text !== '').map((l) => new Paragraph({ children: [new TextRun({ text: l.text, bold: l.bold ?? false, ...(l.quiet ? { color: '4D5852', size: 18 } : {}) })] })),
})
const head = new TableRow({ tableHeader: true, cantSplit: true, children: ['Row', 'What we ask', 'What was read', 'Your answer'].map((text, i) => cell([{ text, bold: true }], i)) })
const line = (q: Question): TableRow => new TableRow({ cantSplit: true, children: [
  cell([{ text: q.words, bold: true }, { text: q.place, quiet: true }, { text: describeSource(q.source), quiet: true }], 0), cell([{ text: q.ask }, { text: q.reason, quiet: true }], 1), cell([{ text: q.read }], 2), cell([{ text: ' ' }], 3),
] })

/** The rows to confirm as a Word document, landscape, with room to answer, for the officer who knows. */
export const letterDocx = (proposal: ProposalView): Promise<Buffer> => {
  const questions = questionsOf(proposal)
  return Packer.toBuffer(new Document({
    title: `Rows to confirm: ${proposal.file}`, creator: 'Throughline', styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'en-GB' } } } } },
    sections: [{
      properties: { page: { size: { orientation: 'landscape', width: 11_906, height: 16_838 }, margin: { top: 1000, bottom: 1000, left: 1100, right: 1100 } } },
      children: [
        new Paragraph({ text: `${counted(questions.length, 'row')} to confirm`, heading: HeadingLevel.HEADING_1 }),
        new Paragraph({ text: `${proposal.file}, ${printPeriod(proposal.period)}. Please answer in the last column and send this back. Until then these rows count as not stated.`, spacing: { after: 240 } }),
        new Table({ rows: [head, ...questions.map(line)], layout: TableLayoutType.FIXED, width: { size: width, type: WidthType.DXA }, columnWidths: shares.map((s) => Math.round((width * s) / 100)) }),
      ],
    }],
  }))
}
