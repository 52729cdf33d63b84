import { type DefaultTreeAdapterTypes as Tree, parse } from 'parse5'
import type { Finding } from '../../kit/finding.ts'
import { nowhere } from '../../kit/source.ts'
import { collapse } from '../../kit/words.ts'
import type { CellParagraph, PaperBlock, PaperCell, PaperContent } from '../types.ts'
import { cellName, cellOf, coveredBy, paragraphOf } from './cells.ts'
import { contentOf } from './content.ts'
import { cssColour, declaredFill, type FillRule, fillRules, ruledFill } from './css-fills.ts'
import { decodeText } from './encoding.ts'
import { UnreadablePaper } from './unreadable.ts'

type Element = Tree.Element
type Reading = { readonly rules: readonly FillRule[]; readonly blocks: PaperBlock[]; tables: number; places: number }
/** Columns that a table may have, and places that its cells may reach over in all: a page can ask for millions with a few letters. */
const spanLimit = 1_000, placeLimit = 500_000
const silent = new Set(['script', 'style', 'noscript', 'template', 'head', 'svg', 'select', 'nav'])
const blocks = new Set(['p', 'div', 'li', 'ul', 'ol', 'br', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'dd', 'section', 'article', 'blockquote', 'tr', 'caption', 'header', 'footer', 'main', 'figure', 'figcaption', 'details', 'summary', 'hr', 'pre', 'address', 'aside', 'form', 'fieldset', 'legend'])

const isElement = (node: Tree.ChildNode): node is Element => 'tagName' in node
const attribute = (of: Element, name: string): string | null => of.attrs.find((a) => a.name === name)?.value ?? null
const childElements = (of: Element): readonly Element[] => of.childNodes.filter(isElement)
const lineOf = (of: Element): number | null => of.sourceCodeLocation?.startLine ?? null
const isHidden = (of: Element): boolean => attribute(of, 'hidden') !== null || /display\s*:\s*none/i.test(attribute(of, 'style') ?? '') || /\b(visually-hidden|sr-only)\b/.test(attribute(of, 'class') ?? '')

/** A paragraph under way: its words so far, and what kind of list it is in. */
type Line = { words: string[]; bullet: 0 | 1 | 2; bold: number; plain: number }

/** The paragraphs of an element, a list's items with their depth; tables inside are handed to `onTable`. */
const paragraphsOf = (of: Element, onTable: (table: Element) => void): { readonly paragraphs: readonly CellParagraph[]; readonly bold: boolean } => {
  const lines: Line[] = [{ words: [], bullet: 0, bold: 0, plain: 0 }]
  const start = (bullet: 0 | 1 | 2): void => { lines.push({ words: [], bullet, bold: 0, plain: 0 }) }
  const walk = (node: Tree.ChildNode, depth: number, bold: boolean): void => {
    const line = lines.at(-1)
    if (node.nodeName === '#text' && 'value' in node) { line?.words.push(node.value); if (line !== undefined && node.value.trim() !== '') line[bold ? 'bold' : 'plain'] += 1 }
    if (!isElement(node) || silent.has(node.tagName) || isHidden(node)) return
    if (node.tagName === 'img') { line?.words.push(` ${attribute(node, 'alt') ?? ''} `); return }
    if (node.tagName === 'table') { onTable(node); start(0); return }
    const deeper = node.tagName === 'ul' || node.tagName === 'ol' ? depth + 1 : depth
    const bullet = Math.min(2, deeper) as 0 | 1 | 2
    if (blocks.has(node.tagName)) start(node.tagName === 'li' ? bullet : (line?.bullet ?? 0))
    for (const child of node.childNodes) walk(child, deeper, bold || node.tagName === 'b' || node.tagName === 'strong' || node.tagName === 'th')
    if (blocks.has(node.tagName)) start(depth === 0 ? 0 : (Math.min(2, depth) as 0 | 1 | 2))
  }
  for (const child of of.childNodes) walk(child, 0, of.tagName === 'th')
  return { paragraphs: lines.map((l) => paragraphOf(l.words.join(''), l.bullet)), bold: lines.some((l) => l.bold > 0) && lines.every((l) => l.plain === 0) }
}

const ownFill = (of: Element, rules: readonly FillRule[]): string | null => {
  const said = declaredFill(attribute(of, 'style') ?? '')
  if (said !== undefined) return said
  const ruled = ruledFill(rules, of.tagName, (attribute(of, 'class') ?? '').split(/\s+/), attribute(of, 'id'))
  if (ruled !== undefined) return ruled
  const old = attribute(of, 'bgcolor')
  return old === null ? null : cssColour(/^[0-9a-f]{6}$/i.test(old) ? `#${old}` : old)
}

/** A cell's own fill; else that of the only thing in it (a coloured tag or box); else its row's. */
const fillOf = (cell: Element, row: Element, rules: readonly FillRule[]): string | null => {
  const inner = childElements(cell)
  return ownFill(cell, rules) ?? (inner.length === 1 && inner[0] !== undefined ? ownFill(inner[0], rules) : null) ?? ownFill(row, rules)
}

const rowsOf = (table: Element): readonly Element[] => childElements(table).flatMap((e) => (e.tagName === 'tr' ? [e] : ['thead', 'tbody', 'tfoot'].includes(e.tagName) ? childElements(e).filter((r) => r.tagName === 'tr') : []))
const span = (cell: Element, name: string): number => Math.min(spanLimit, Math.max(1, Number.parseInt(attribute(cell, name) ?? '1', 10) || 1))

const readTable = (table: Element, reading: Reading): void => {
  reading.tables += 1
  const name = `Table ${reading.tables}`, inner: Element[] = [], trs = rowsOf(table).filter((r) => !isHidden(r)), grid: PaperCell[][] = trs.map(() => [])
  trs.forEach((tr, r) => {
    const row = grid[r] ?? []
    let column = 0
    for (const td of childElements(tr).filter((e) => (e.tagName === 'td' || e.tagName === 'th') && !isHidden(e))) {
      while (row[column] !== undefined) column += 1
      const place = (down: number, right: number) => ({ page: null, line: lineOf(td), cell: cellName(name, r + down, column + right) })
      const { paragraphs, bold } = paragraphsOf(td, (t) => inner.push(t))
      const cell = cellOf(paragraphs, place(0, 0), { fill: fillOf(td, tr, reading.rules), bold })
      const down = Math.min(attribute(td, 'rowspan') === '0' ? trs.length : span(td, 'rowspan'), trs.length - r), right = span(td, 'colspan')
      if (down * right > placeLimit) throw new RangeError('too many columns')
      for (let i = 0; i < down; i += 1) for (let j = 0; j < right; j += 1) (grid[r + i] ?? [])[column + j] = i + j === 0 ? cell : coveredBy(cell, { ...place(i, j), line: lineOf(trs[r + i] ?? tr) }, i > 0 ? 'above' : 'left')
      column += right
      reading.places += down * right
      if (column > spanLimit || reading.places > placeLimit) throw new RangeError('too many columns')
    }
  })
  const rows = grid.map((row, r) => Array.from(row, (cell, c) => cell ?? cellOf([], { page: null, line: lineOf(trs[r] ?? table), cell: cellName(name, r, c) })))
  const caption = childElements(table).find((e) => e.tagName === 'caption')
  const words = caption === undefined ? '' : collapse(paragraphsOf(caption, () => {}).paragraphs.map((p) => p.text).join(' '))
  if (rows.some((row) => row.some((c) => c.text !== '' || c.fill !== null))) reading.blocks.push({ kind: 'table', caption: words === '' ? null : words, rows, source: { page: null, line: lineOf(table), cell: name } })
  for (const t of inner) readTable(t, reading)
}

/** Whether an element holds blocks of its own, so that it must be walked and not read as one paragraph. */
const holdsBlocks = (of: Element): boolean => childElements(of).some((e) => blocks.has(e.tagName) || e.tagName === 'table' || holdsBlocks(e))

const readBlock = (of: Element, reading: Reading, depth: number): void => {
  if (silent.has(of.tagName) || isHidden(of)) return
  if (of.tagName === 'table') { readTable(of, reading); return }
  const level = /^h([1-6])$/.exec(of.tagName)?.[1], listed = of.tagName === 'li' ? depth : 0
  if (level !== undefined || !holdsBlocks(of)) { pushText(of, level === undefined ? null : Number(level), listed, reading); return }
  const loose = of.childNodes.filter((n) => n.nodeName === '#text' && 'value' in n).map((n) => ('value' in n ? n.value : '')).join(' ')
  if (collapse(loose) !== '') push(collapse(loose), null, listed, of, reading)
  for (const e of childElements(of)) readBlock(e, reading, e.tagName === 'ul' || e.tagName === 'ol' ? depth + 1 : depth)
}
const push = (text: string, level: number | null, listed: number, of: Element, reading: Reading): void => {
  if (text !== '') reading.blocks.push({ kind: 'text', style: level !== null ? 'heading' : listed > 0 ? 'list' : 'paragraph', level: level ?? listed, text, source: { page: null, line: lineOf(of), cell: null } })
}
const pushText = (of: Element, level: number | null, listed: number, reading: Reading): void => {
  push(collapse(paragraphsOf(of, () => {}).paragraphs.map((p) => p.text).join(' ')), level, listed, of, reading)
}

const find = (of: Tree.ParentNode, tag: string): readonly Element[] => of.childNodes.filter(isElement).flatMap((e) => [...(e.tagName === tag ? [e] : []), ...find(e, tag)])
const innerText = (of: Element): string => of.childNodes.map((n) => ('value' in n ? n.value : '')).join('')

/** How deep elements may stand in each other; the parser's time grows with the square of it. */
const depthLimit = 2_000
const isTooDeep = (text: string): boolean => {
  let depth = 0
  for (const [, end] of text.matchAll(/<(\/?)(?:div|span|section|article|table|font|b|i|u|em|strong|a|ul|ol|blockquote)\b/gi)) {
    depth += end === '/' ? -1 : 1
    if (depth > depthLimit) return true
  }
  return false
}

const cutOff = (text: string): readonly Finding[] =>
  /<html\b/i.test(text) && !/<\/html>/i.test(text) ? [{ level: 'warning', code: 'paper.cut-off', message: 'The page doesn\'t end where a page ends: a part of it may be missing', source: nowhere }] : []

/** A web page: headings, lists and tables with merged cells, captions and fills given by attribute, style or a simple class. */
export const readHtml = (file: string, bytes: Uint8Array): PaperContent => {
  const text = decodeText(bytes)
  try {
    if (isTooDeep(text)) throw new RangeError('nested too deep')
    const page = parse(text, { sourceCodeLocationInfo: true })
    const reading: Reading = { rules: find(page, 'style').flatMap((s) => fillRules(innerText(s))), blocks: [], tables: 0, places: 0 }
    for (const body of find(page, 'body')) readBlock(body, reading, 0)
    const title = find(page, 'title').map((t) => collapse(innerText(t))).find((t) => t !== '')
    return contentOf(file, bytes, 'html', reading.blocks, { title: title ?? null, findings: cutOff(text) })
  } catch (error) {
    if (error instanceof RangeError) throw new UnreadablePaper(file, 'a table has more than 1,000 columns, or the page is nested too deep', 'Keep the tables that matter and save it again')
    throw error
  }
}
