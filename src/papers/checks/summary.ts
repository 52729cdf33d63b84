import { BorderStyle, Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType } from 'docx'
import type { Finding, Level } from '../../kit/finding.ts'
import { brief } from './define.ts'
import { alsoAt, countLevels, shortPlace } from './print.ts'
import { checks } from './registry.ts'
import { standing, type Judged } from './waivers.ts'

const tints: Readonly<Record<Level, string>> = { error: 'F6D7D3', warning: 'FCEBCB', note: 'E3ECF3' }
const words: Readonly<Record<Level, string>> = { error: 'Error', warning: 'Warning', note: 'Note' }
const ink = '1D2A26'
const green = '0B5D44'
/** What fits on the author's page: kinds of finding, and places of one kind. */
const [mostKinds, mostPlaces] = [15, 3]

const hairline = { style: BorderStyle.SINGLE, size: 4, color: 'B8BEC2' } as const
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const run = (text: string, bold = false, size = 17, color = ink): TextRun => new TextRun({ text, bold, size, color })
const line = (...runs: TextRun[]): Paragraph => new Paragraph({ children: runs, spacing: { after: 20 } })
const cell = (children: Paragraph[], percent: number, fill?: string): TableCell => new TableCell({
  children, width: { size: percent, type: WidthType.PERCENTAGE }, verticalAlign: VerticalAlign.TOP,
  margins: { top: 40, bottom: 40, left: 80, right: 80 }, borders: { top: hairline, bottom: hairline, left: none, right: none },
  ...(fill ? { shading: { fill } } : {}),
})

const titleOf = (code: string): string => checks.find((c) => c.code === code)?.title ?? code
const told = (f: Finding): Paragraph => line(run(`${shortPlace(f.source)}  `, true), run(`${f.message}${alsoAt(f.also)}`))
const tellMany = (all: readonly Finding[]): Paragraph[] => [
  line(run(titleOf(all[0]!.code), true)),
  ...all.slice(0, mostPlaces).map((f) => line(run(`${shortPlace(f.source)}  `, true), run(brief(f.message, 150)))),
  ...(all.length > mostPlaces ? [line(run(`and at ${all.slice(mostPlaces).map((f) => shortPlace(f.source)).join(', ')}`))] : []),
]
const row = (all: readonly Finding[]): TableRow => new TableRow({ cantSplit: true, children: [
  cell([line(run(words[all[0]!.level], true))], 10, tints[all[0]!.level]),
  cell(all.length === 1 ? [told(all[0]!)] : tellMany(all), 74),
  cell([line(run('☐ mended')), line(run('☐ stands'))], 16),
] })
const heading = new TableRow({ tableHeader: true, children: [cell([line(run('Level', true))], 10), cell([line(run('Where, what, and what to do', true))], 74), cell([line(run('Answer', true))], 16)] })

/** Errors and warnings, those of one kind together; notes only where there is nothing else. */
const byKind = (findings: readonly Finding[]): Finding[][] => {
  const grave = findings.filter((f) => f.level !== 'note')
  const kinds = new Map<string, Finding[]>()
  for (const f of grave.length > 0 ? grave : findings) kinds.set(`${f.level} ${f.code}`, [...(kinds.get(`${f.level} ${f.code}`) ?? []), f])
  return [...kinds.values()]
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1)!
const ofPaper = ({ file, judged }: { file: string; judged: readonly Judged[] }): (Paragraph | Table)[] => {
  const findings = standing(judged)
  const kinds = byKind(findings)
  const left = kinds.slice(mostKinds).flat().length
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [run(nameOf(file), true, 22)], spacing: { before: 160, after: 40 } }),
    new Paragraph({ spacing: { after: 80 }, children: [run(findings.length === 0 ? 'Nothing was found.' : `${countLevels(findings)}.`, false, 18)] }),
    ...(kinds.length === 0 ? [] : [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, rows: [heading, ...kinds.slice(0, mostKinds).map(row)] })]),
    ...(left > 0 ? [new Paragraph({ spacing: { before: 60 }, children: [run(`and ${left} more of other kinds: "throughline check" lists them all.`)] })] : []),
  ]
}

/** What was found, as a Word document to send to the author: a page for each paper, with place, fault, what to do, and a box for the answer. */
export const summaryDocument = async (papers: readonly { readonly file: string; readonly judged: readonly Judged[] }[]): Promise<Uint8Array> => {
  const document = new Document({
    title: 'Proof-reading', description: 'What the checks found', creator: 'Throughline',
    styles: { default: { document: { run: { font: 'Source Sans 3', language: { value: 'en-GB' } } } } },
    sections: [{ properties: { page: { margin: { top: 700, bottom: 600, left: 850, right: 850 } } }, children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run('Proof-reading: please answer before this is published', true, 28, green)] }),
      new Paragraph({ spacing: { after: 60 }, children: [run('An error is wrong as printed. A warning may have an explanation outside the paper: mend it, or say which.', false, 18)] }),
      ...papers.flatMap(ofPaper),
    ] }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}
