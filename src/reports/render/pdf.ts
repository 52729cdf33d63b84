import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { brand, noShape, shadeOf, shapeOf } from '../../charts/index.ts'
import { cellText, type Block, type Cell, type Document, type Run, type StatusMark } from '../document.ts'
import { outlined } from './png.ts'
import { faces, pdfProgram, template } from './files.ts'

const shapeFile = (path: string, fill: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><path fill-rule="evenodd" fill="${fill}" d="${path}"/></svg>`
const printed = (status: StatusMark | null): object | null => {
  if (status === null) return null
  const { tint, ink, line } = shadeOf(status.colour, status.mark)
  return { tint, ink, line, shape: shapeFile(shapeOf(status.mark), line) }
}
/** No line begins with a dash, where it would look like a bullet; and words with a dash and a space between them ("in- house") are held on one line, where the dash would look like that of a word cut in two. */
const held = (run: Run): object[] => run.text.replace(/ (?=[-–—] )/g, '\u00a0').split(/(\S*[^\s\u00a0][-–—] \S+)/).filter((text) => text !== '').map((text, _, all) => ({ ...run, text, ...(all.length > 1 && /\S[-–—] \S/.test(text) ? { whole: true } : {}) }))
const cell = (c: Cell): object => {
  switch (c.kind) {
    case 'status': return { kind: c.kind, status: printed(c.status), said: cellText(c) }
    case 'words': return { ...c, runs: c.runs.flatMap(held) }
    case 'number': return c
  }
}
const block = (b: Block): object => {
  if (b.kind === 'table') return { ...b, rows: b.rows.map((row) => row.map(cell)) }
  if (b.kind === 'entries') return { ...b, entries: b.entries.map((e) => ({ ...e, status: printed(e.status) })) }
  if (b.kind === 'figure') return { ...b, svg: outlined(b) }
  return b.kind === 'list' ? { ...b, items: b.items.map((i) => i.map(block)) } : b
}

/** The document as the layout takes it: plain data with its shades and shapes. */
const dataOf = (d: Document): object => ({
  ...d, day: d.date.split('-').map(Number), look: { ...brand, noShape: shapeFile(noShape, brand.quiet) },
  sections: d.sections.map((s) => ({ ...s, blocks: s.blocks.map(block) })),
})

/** A text as an open file that no longer has a name: a pipe would be filled only when we are idle, and the child would wait for the other formats. */
const inFile = (words: string): number => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-pdf-'))
  try {
    writeFileSync(join(folder, 'report.json'), words, { mode: 0o600 })
    return openSync(join(folder, 'report.json'), 'r')
  } finally { rmSync(folder, { recursive: true, force: true }) }
}

/** A tagged PDF (PDF/UA-1), made by a process of its own that ends with it. */
export const toPdf = async (document: Document): Promise<Uint8Array> => {
  const input = inFile(`${JSON.stringify({ template, fonts: Object.values(faces) })}\n${JSON.stringify(dataOf(document))}`)
  const child = spawn(process.execPath, [pdfProgram], { stdio: [input, 'pipe', 'pipe'], timeout: 120_000 }) as ChildProcessByStdio<null, Readable, Readable>
  closeSync(input)
  const ended = new Promise<number | null>((resolve, reject) => { child.on('error', reject); child.on('close', resolve) })
  const [pdf, words, code] = await Promise.all([buffer(child.stdout), text(child.stderr), ended])
  if (code !== 0) throw new Error(`the PDF could not be made: ${words.trim().slice(0, 2000) || `its program ended with ${code}`}`)
  return pdf
}
