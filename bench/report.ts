// How long a report of 255 rows takes in all six formats, against the libraries' bare renderings of the same tables.
// Run with: node scripts/bench.mjs report
import { spawn } from 'node:child_process'
import { buffer } from 'node:stream/consumers'
import { stringify } from 'csv-stringify/sync'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { jsx } from 'hono/jsx'
import { writeXlsx } from 'hucre/xlsx'
import { compose } from '../src/reports/compose.ts'
import { cellText } from '../src/reports/document.ts'
import { flatRows } from '../src/reports/flat.ts'
import { formats, render, renderAll, type ReportFormat } from '../src/reports/render/index.ts'
import { snapshotFixture } from '../tests/support/snapshot.ts'
import { medians, ms, print } from './measure.ts'

// 271 milestones, of which the update lists 255.
const snapshot = snapshotFixture({ milestones: 271 })
/** Every table of the report as plain texts, its headings first. */
const tables = compose(snapshot).sections.flatMap((s) => s.blocks).flatMap((b) => (b.kind === 'table' ? [[b.columns.map((c) => c.heading), ...b.rows.map((r) => r.map(cellText))]] : []))
const flat = flatRows(snapshot)
const rows = [[...flat.columns], ...flat.rows.map((r) => r.map((v) => (v.kind === 'empty' ? '' : v.kind === 'day' ? v.day : v.text)))]

const bare: Readonly<Record<ReportFormat, () => unknown>> = {
  html: () => String(jsx('body', {}, ...tables.map((t) => jsx('table', {}, ...t.map((r) => jsx('tr', {}, ...r.map((c) => jsx('td', {}, c)))))))),
  docx: () => Packer.toBuffer(new Document({ sections: [{ children: tables.map((t) => new Table({ rows: t.map((r) => new TableRow({ children: r.map((c) => new TableCell({ children: [new Paragraph(c)] })) })) })) }] })),
  pdf: async () => {
    const child = spawn(process.execPath, ['bench/bare-pdf.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] })
    child.stdin.end(JSON.stringify(tables))
    const pdf = await buffer(child.stdout)
    if (!pdf.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('the bare PDF was not made')
  },
  xlsx: () => writeXlsx({ sheets: [{ name: 'Update', rows }] }),
  csv: () => stringify(rows),
  json: () => JSON.stringify(snapshot),
}

const times = Number(process.argv[2] ?? 30)
print(`${flat.rows.length} rows, ${tables.length} tables, medians of ${times} runs, warm`)
const each = await medians(formats.flatMap((f) => [bare[f], () => render(snapshot, f)]), times)
for (const [i, f] of formats.entries()) print(`${f.padEnd(5)} bare ${ms(each[2 * i]!).padStart(8)}   ours ${ms(each[2 * i + 1]!).padStart(8)}   ${(each[2 * i + 1]! / each[2 * i]!).toFixed(2)} times`)
const floor = async (): Promise<void> => { for (const f of formats) await bare[f]() }
const [sum, ours] = await medians([floor, () => renderAll(snapshot, formats)], times)
print(`all six: bare one after the other ${ms(sum!)}, ours ${ms(ours!)}: ${(ours! / sum!).toFixed(2)} times (at most 1.5)`)
