import type { Finding } from '../../../kit/finding.ts'
import { nowhere } from '../../../kit/source.ts'
import type { PaperBlock, PaperContent } from '../../types.ts'
import { contentOf } from '../content.ts'
import { UnreadablePaper } from '../unreadable.ts'
import { listening, openPdf } from './engine.ts'
import { extractPage } from './extract.ts'
import { withoutFurniture } from './furniture.ts'
import { filledTables, type Grid, ruledTables } from './grid.ts'
import { hairlineTables } from './hairlines.ts'
import { hintsOf, isSparse } from './hints.ts'
import { linesOf, partsOf, startsOf } from './lines.ts'
import { type Box, overlap, type Page, type Rule, type Run } from './page.ts'
import type { Vocabulary } from './paragraphs.ts'
import { proseOf, type Setting } from './prose.ts'
import { repaired } from './repair.ts'
import { stripes } from './stripes.ts'
import { headingLevels, levelOfLine } from './structure.ts'
import { runsInside, tableOf } from './tables.ts'
import { agrees, gridTold, type Seated, toldOn } from './told.ts'
import { isCutOff, isStacked, leftInColumns, unsureStripes } from './surety.ts'
import { rowsByWords, unruledTables } from './unruled.ts'

/** A paper of more pages is refused: no council's table needs them, and each costs time. */
const pageLimit = 2_000

/** The size that most letters have. */
const bodySizeOf = (pages: readonly Page[]): number => {
  const letters = new Map<number, number>()
  for (const { runs } of pages) for (const r of runs) { const size = Math.round(r.size * 2) / 2; letters.set(size, (letters.get(size) ?? 0) + r.text.length) }
  return [...letters].reduce((most, next) => (next[1] > most[1] ? next : most), [10, 0])[0]
}

const vocabularyOf = (pages: readonly Page[]): Vocabulary => new Set(pages.flatMap((p) => p.runs.flatMap((r) => r.text.toLowerCase().match(/[\p{L}]+(?=[\s.,;:)]|$)/gu) ?? [])))

type Draft = Seated & { readonly runs: readonly Run[]; readonly doubt?: string | null }
const cellsHoldRows = 'several statuses stand in one cell, so that it holds more than a row'
const cutOff = 'a merged cell without words goes on from the page before'
const linesUnread = 'the lines drawn here don\'t part all its rows and columns'
const rowSplit = 'its first row goes on from the page before'
const toldOtherwise = 'the paper\'s own structure parts this table in other cells than its lines do'
type Standing = { readonly y: number; readonly block: PaperBlock }

/** A drawn table as it was read, or by its words where its lines don't part its rows. */
const surely = (drawn: Grid, read: Draft): Draft => {
  if (isStacked(read.seats)) return rowsByWords(drawn, read.runs) ?? { ...read, doubt: cellsHoldRows }
  return isCutOff(read.grid, read.seats) ? { ...read, doubt: read.doubt ?? cutOff } : read
}

/** Whether lines lie between the rows of a table that was read by its words alone. */
const hasLines = ({ grid }: Draft, loose: readonly Rule[]): boolean =>
  new Set(loose.filter((r) => r.at > (grid.cells.find((c) => c.row === 1)?.y1 ?? grid.y1) && r.at < grid.y1 - 4 && r.from < grid.x1 && r.to > grid.x0).map((r) => Math.round(r.at))).size > 1

/** Whether lines are drawn around a table, or several, and between none of its columns: then its words show the columns. */
const isFrame = (grid: Grid, runs: readonly Run[]): boolean => {
  if (grid.columnCount > 1) return false
  const inside = runsInside(grid, runs), columns = startsOf(inside)
  return linesOf(inside).filter((l) => partsOf(l, columns).length >= 3).length >= 2
}

/** What a person should look at on a page: tables in doubt, and words in columns that are in no table. */
const findingsOf = ({ number }: Page, drafts: readonly Draft[], lost: number): readonly Finding[] => {
  const source = { page: number, line: null, cell: null }, doubts = new Set(drafts.flatMap((d) => (d.doubt ? [d.doubt] : [])))
  return [
    ...[...doubts].map((why): Finding => ({ level: 'warning', code: 'paper.table-unsure', message: `A table on page ${number} may not be read as it stands: ${why}`, source })),
    ...(lost > 0 ? [{ level: 'warning', code: 'paper.words-in-columns', message: `${lost} line${lost === 1 ? '' : 's'} on page ${number} stand in columns, but in no table that could be read`, source } as const] : []),
  ]
}

const readPage = (page: Page, setting: Omit<Setting, 'headingLevel'>, words: Vocabulary, tablesBefore: number): { readonly standing: readonly Standing[]; readonly findings: readonly Finding[] } => {
  const heights = linesOf(page.runs).map((l) => l.y), levels = headingLevels(page)
  const lineAt = (y: number): number => Math.max(1, heights.findLastIndex((h) => h <= y + 1) + 1)
  const { grids, loose } = ruledTables(page.rules), taken = new Set<Run>()
  let drafts: readonly Draft[] = []
  const free = (): readonly Run[] => page.runs.filter((r) => !taken.has(r))
  const add = (draft: Draft): void => {
    if (draft.runs.length === 0) return
    drafts = [...drafts, draft]
    for (const r of draft.runs) taken.add(r)
  }
  const addDrawn = (drawn: Grid, checked = (d: Draft): Draft => d): void => { const runs = runsInside(drawn, free()); add(checked(surely(drawn, { doubt: null, runs, ...repaired(drawn, runs, page.fills) }))) }
  for (const grid of grids) if (!isFrame(grid, page.runs)) addDrawn(grid)
  for (const grid of hairlineTables(loose, free())) addDrawn(grid)
  const inTable = (box: Box): boolean => drafts.length > 0 && [...taken].some((r) => overlap(r, box) > 0.5)
  const boxes = filledTables(page.fills.filter((f) => !grids.some((g) => overlap(f, g) > 0.5)))
  for (const grid of stripes(boxes.filter((g) => g.columnCount > 1 && !isSparse(g) && !inTable(g)), free())) addDrawn(grid, (d) => ({ ...d, doubt: d.doubt ?? unsureStripes(d.grid, d.runs, d.seats) }))
  for (const found of unruledTables(free(), hintsOf(loose, page.fills, boxes))) add({ ...found, doubt: found.doubt ?? (hasLines(found, loose) ? linesUnread : null) })
  for (const told of toldOn(page)) {
    const mine = new Set(told.runs), [here, others] = [drafts.filter((d) => d.runs.some((r) => mine.has(r))), drafts.filter((d) => !d.runs.some((r) => mine.has(r)))]
    const [only] = here
    if (here.length === 1 && only !== undefined && agrees(told, only)) { drafts = [...others, { ...only, doubt: told.isSplit ? rowSplit : null }]; continue }
    const seated = gridTold(page, told)
    if (seated === null) { drafts = [...others, ...here.map((d) => ({ ...d, doubt: d.doubt ?? toldOtherwise }))]; continue }
    for (const r of here.flatMap((d) => d.runs)) taken.delete(r)
    drafts = others
    add({ ...seated, runs: [...seated.seats.values()].flat(), doubt: told.isSplit ? rowSplit : null })
  }
  const found = drafts.map(({ grid, seats, doubt }, i): Standing => ({ y: grid.y0, block: { ...tableOf(grid, seats, { page, words, lineAt, name: `Table ${tablesBefore + i + 1}` }), ...(doubt ? { doubt } : {}) } }))
  const rest = free(), lines = linesOf(rest), lost = leftInColumns(rest, page.runs, drafts.map((d) => d.grid))
  found.push(...proseOf(page, lines, { ...setting, headingLevel: (line) => levelOfLine(levels, line) }, words, lineAt))
  return { standing: found.sort((a, b) => a.y - b.y), findings: findingsOf(page, drafts, lost.length) }
}

const goesOnFrom = 'the table it goes on from is in doubt: '
/** A table that goes on from one in doubt, with no heading between, is in doubt too, since it has its names from there. */
const inDoubt = (blocks: readonly PaperBlock[]): readonly PaperBlock[] => {
  let doubt: string | null = null
  return blocks.map((block) => {
    if (block.kind === 'text') { if (block.style === 'heading') doubt = null; return block }
    const passed: PaperBlock = block.doubt === undefined && doubt !== null ? { ...block, doubt: `${goesOnFrom}${doubt}` } : block
    doubt = block.doubt ?? doubt
    return passed
  })
}

/** A PDF: tables by their rules, or by where their words stand; fills; headings by the structure tree or by size; without running headers and page numbers. */
export const readPdf = async (file: string, bytes: Uint8Array): Promise<PaperContent> => {
  const { result: { pages, title }, warnings } = await listening(async () => {
    const document = await openPdf(file, bytes)
    if (document.numPages > pageLimit) throw new UnreadablePaper(file, `it has more than ${pageLimit} pages`, 'Split it and read the part with the tables')
    const tagged = (await document.getMarkInfo())?.Marked === true, info = (await document.getMetadata()).info as { readonly Title?: string }
    const read: Page[] = []
    for (let n = 1; n <= document.numPages; n += 1) {
      const page = await document.getPage(n).catch(() => { throw new UnreadablePaper(file, `page ${n} is cut off or damaged`, 'Download or save it again') })
      read.push(await extractPage(page, tagged))
      page.cleanup()
    }
    await document.destroy()
    return { pages: read, title: info.Title?.trim() ?? '' }
  })
  if (pages.every((p) => p.runs.length === 0)) throw new UnreadablePaper(file, 'it has no text, so it is a scan or a picture', 'Ask for the file it was printed from, or run OCR over it first')
  const setting = { bodySize: bodySizeOf(pages) }, printed = withoutFurniture(pages, setting.bodySize), words = vocabularyOf(printed)
  const blocks: PaperBlock[] = []
  const unsure: Finding[] = []
  for (const page of printed) {
    const { standing, findings } = readPage(page, setting, words, blocks.filter((b) => b.kind === 'table').length)
    blocks.push(...standing.map((s) => s.block))
    unsure.push(...findings)
  }
  const lost = warnings.map((w): Finding => ({ level: 'error', code: 'paper.not-whole', message: `The PDF can't be read whole: ${w.slice(0, 200)}`, source: nowhere }))
  const empty = pages.filter((p) => p.runs.length === 0).map((p): Finding => ({ level: 'warning', code: 'paper.page-without-text', message: `Page ${p.number} has no text: it is empty, a scan or a picture`, source: { page: p.number, line: null, cell: null } }))
  return contentOf(file, bytes, 'pdf', inDoubt(blocks), { pages: pages.length, title: title === '' ? null : title, findings: [...lost, ...empty, ...unsure] })
}
