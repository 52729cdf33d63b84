// Makes the papers of the made-up council from the texts beside it, as its officers would have typed them: Word, Excel and PDF.
// Run by hand with `node scripts/bench.mjs demo/make.ts` after a text changes; needs LibreOffice for the PDF. The papers are committed.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { AlignmentType, BorderStyle, Document, HeadingLevel, Packer, PageOrientation, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType, type ParagraphChild } from 'docx'
import { writeXlsx, type WriteSheet } from 'hucre'
import { readSource, wordingIn, type Theme } from './source.ts'

const here = new URL('./', import.meta.url.includes('/demo/') ? import.meta.url : `file://${process.cwd()}/demo/make.ts`)
const papers = new URL('papers/', here)
const fills: Readonly<Record<string, string>> = { Complete: 'BDD7EE', 'On track': 'C6E0B4', 'At risk': 'FFE699', 'Off track': 'F4B6B6', 'Not due': 'D9D9D9', Paused: 'D9C3E8', Stopped: 'B7DEDC' }
const meanings: Readonly<Record<string, string>> = {
  Complete: 'the milestone is finished', 'On track': 'it will be finished by its date', 'At risk': 'it may miss its date', 'Off track': 'it will miss its date',
  'Not due': 'work is not due to start yet', Paused: 'waiting for somebody else', Stopped: 'the council has decided not to go on',
}

type Look = { readonly fill?: string; readonly bold?: boolean; readonly merge?: 'start' | 'below' }
const cell = (text: string | readonly string[], width: number, look: Look = {}): TableCell => new TableCell({
  width: { size: width, type: WidthType.PERCENTAGE },
  ...(look.fill ? { shading: { type: ShadingType.CLEAR, fill: look.fill, color: 'auto' } } : {}),
  ...(look.merge ? { verticalMerge: look.merge === 'start' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE } : {}),
  margins: { top: 60, bottom: 60, left: 90, right: 90 },
  children: typeof text === 'string'
    ? [new Paragraph({ children: [new TextRun({ text, bold: look.bold ?? false, size: 19 })] })]
    : text.map((t) => new Paragraph({ text: t, bullet: { level: 0 } })),
})
const table = (rows: TableRow[]): Table => new Table({
  rows, width: { size: 100, type: WidthType.PERCENTAGE },
  borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line },
})
const line = { style: BorderStyle.SINGLE, size: 4, color: '808080' }
const headRow = (names: readonly string[], widths: readonly number[]): TableRow =>
  new TableRow({ tableHeader: true, children: names.map((n, i) => cell(n, widths[i] ?? 10, { bold: true, fill: 'E7E6E6' })) })
const words = (text: string, heading?: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph =>
  new Paragraph({ ...(heading ? { heading } : {}), spacing: { after: 120 }, alignment: AlignmentType.LEFT, children: [new TextRun(text)] as ParagraphChild[] })

const saveDocx = async (name: string, title: string, children: (Paragraph | Table)[]): Promise<void> => {
  const document = new Document({
    title, creator: 'Thornmere District Council', styles: { default: { document: { run: { font: 'Liberation Sans', size: 21 } } } },
    sections: [{ properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } }, children }],
  })
  writeFileSync(new URL(name, papers), await Packer.toBuffer(document))
}

const planColumns = ['Objective', 'What we will do this year', 'Milestones']
const makePlan = async (year: string, themes: readonly Theme[]): Promise<void> => {
  const widths = [24, 28, 48]
  await saveDocx(`delivery-plan-${year}.docx`, `Thornmere Delivery Plan ${year}`, [
    words(`Thornmere Delivery Plan ${year}`, HeadingLevel.TITLE),
    words('What the council will do in the next twelve months, objective by objective. Progress is reported to Cabinet every quarter.'),
    ...themes.flatMap((theme) => [
      words(theme.text, HeadingLevel.HEADING_1),
      table([headRow(planColumns, widths), ...theme.objectives.flatMap((o) => o.deliverables.map((d, i) => new TableRow({
        cantSplit: true,
        children: [cell(i === 0 ? o.text : '', widths[0]!, { merge: i === 0 ? 'start' : 'below' }), cell(d.text, widths[1]!), cell(d.milestones.map((m) => m.text), widths[2]!)],
      })))]),
    ]),
  ])
}

type Line = { readonly theme: string; readonly objective: string; readonly deliverable: string; readonly milestone: string; readonly status: string; readonly remark: string }
const updateLines = (themes: readonly Theme[], quarter: number): readonly Line[] =>
  themes.flatMap((t) => t.objectives.flatMap((o) => o.deliverables.flatMap((d) => d.milestones.flatMap((m) => {
    const status = m.statuses[quarter - 1] ?? null
    return status === null ? [] : [{ theme: t.text, objective: o.text, deliverable: d.text, milestone: wordingIn(m, quarter), status, remark: m.remarks[quarter - 1] ?? '' }]
  }))))

const updateColumns = ['Objective', 'What we will do this year', 'Milestone', 'Status', 'Progress and next steps']
/** One officer merged two cells in the last quarter's paper, so that her row stands one column too far left. */
const shifted = 'Agree a workforce plan for five years'

const updateTable = (lines: readonly Line[], quarter: number): Table => {
  const widths = [18, 20, 26, 9, 27]
  const rows = lines.map((l, i) => {
    const [newObjective, newDeliverable] = [l.objective !== lines[i - 1]?.objective, l.deliverable !== lines[i - 1]?.deliverable]
    const status = cell(l.status, widths[3]!, fills[l.status] ? { fill: fills[l.status]! } : {})
    const children = quarter === 4 && l.milestone === shifted
      ? [cell('', widths[0]!), cell(l.milestone, widths[1]!), status, cell(l.remark, widths[2]!), cell('', widths[4]!)]
      : [cell(newObjective ? l.objective : '', widths[0]!, { merge: newObjective ? 'start' : 'below' }), cell(newDeliverable ? l.deliverable : '', widths[1]!, { merge: newDeliverable ? 'start' : 'below' }),
        cell(l.milestone, widths[2]!), status, cell(l.remark, widths[4]!)]
    return new TableRow({ cantSplit: true, children })
  })
  return table([headRow(updateColumns, widths), ...rows])
}

const keyTable = (): Table => table(Object.entries(meanings).map(([status, meaning]) => new TableRow({ children: [cell(status, 20, { fill: fills[status]! }), cell(meaning, 80)] })))

const titleOf = (quarter: number): string => `Delivery Plan 2025-26: progress in Quarter ${quarter}`
const makeUpdate = (themes: readonly Theme[], quarter: number): Promise<void> => {
  const lines = updateLines(themes, quarter)
  return saveDocx(`progress-2025-26-q${quarter}.docx`, titleOf(quarter), [
    words(titleOf(quarter), HeadingLevel.TITLE), words('Appendix A: every milestone of the plan.'),
    ...themes.flatMap((t) => [words(t.text, HeadingLevel.HEADING_1), updateTable(lines.filter((l) => l.theme === t.text), quarter)]),
    words('Key to the statuses', HeadingLevel.HEADING_2), keyTable(),
  ])
}

const makeWorkbook = async (themes: readonly Theme[], quarter: number): Promise<void> => {
  const lines = updateLines(themes, quarter)
  const head = ['Theme', ...updateColumns]
  const rows = lines.map((l, i) => [l.theme !== lines[i - 1]?.theme ? l.theme : '', l.objective !== lines[i - 1]?.objective ? l.objective : '', l.deliverable !== lines[i - 1]?.deliverable ? l.deliverable : '', l.milestone, l.status, l.remark])
  const sheets: WriteSheet[] = [
    { name: 'Progress', rows: [[titleOf(quarter)], head, ...rows] },
    { name: 'Key', rows: [['Status', 'Meaning'], ...Object.entries(meanings)] },
  ]
  writeFileSync(new URL(`progress-2025-26-q${quarter}.xlsx`, papers), await writeXlsx({ sheets }))
}

const toPdf = (name: string): void => {
  execFileSync('soffice', ['--headless', '--convert-to', 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}', '--outdir', papers.pathname, `${papers.pathname}${name}.docx`])
  rmSync(new URL(`${name}.docx`, papers))
}

mkdirSync(papers, { recursive: true })
const year = (name: string): readonly Theme[] => readSource(new URL(`thornmere-${name}.txt`, here))
for (const name of ['2023-24', '2024-25', '2025-26']) await makePlan(name, year(name))
await makeUpdate(year('2025-26'), 1)
await makeWorkbook(year('2025-26'), 2)
await makeUpdate(year('2025-26'), 3)
toPdf('progress-2025-26-q3')
await makeUpdate(year('2025-26'), 4)
