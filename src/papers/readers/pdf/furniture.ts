import { type Line, linesOf, partsOf, startsOf } from './lines.ts'
import type { Page } from './page.ts'

const alone = /^(page\s*)?[-–|(]?\s*\d{1,4}\s*[-–|)]?(\s*(of|\/)\s*\d{1,4})?$/i
/** The end of "by 1 March 2026" where a cell's last line stands at the foot of a page: no paper has two thousand pages. */
const year = /^(19|20)\d{2}$/
const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** The margins where running headers and page numbers stand: the top and bottom eighth of a page. */
const atEdge = (page: Page, y: number): boolean => y < page.height * 0.125 || y > page.height * 0.875

/** Whether a standing line passes beside that height: then it is a table's heading that comes again, and no running header. */
const isRuled = (page: Page, y: number): boolean => page.rules.some((r) => r.way === 'stands' && r.from < y && r.to > y - 4)

/** Lines that may be furniture: those in the margins but not in a ruled table, nor among headings over columns that go on right below. */
const marginal = (page: Page): readonly Line[] => {
  const lines = linesOf(page.runs), columns = startsOf(page.runs)
  const heads = new Set(lines.filter((line, i) => (lines[i + 1]?.y ?? Infinity) - line.y < 2.2 * line.size && partsOf(line, columns).length >= 3))
  const beside = (line: Line, other: Line | undefined): boolean => other !== undefined && heads.has(other) && Math.abs(other.y - line.y) < 1.7 * line.size
  return lines.filter((line, i) => atEdge(page, line.y) && !isRuled(page, line.y) && !heads.has(line) && !beside(line, lines[i - 1]) && !beside(line, lines[i + 1]))
}

type Margin = { readonly line: Line; readonly key: string }

/** Lines that come again at the same height: on three pages or more, or on both of two. A heading must come on most pages, and stays where it stands first. */
const repeated = (margins: readonly (readonly Margin[])[], bodySize: number): ((page: number, margin: Margin) => boolean) => {
  const pagesOf = new Map<string, number[]>()
  margins.forEach((all, page) => { for (const key of new Set(all.map((m) => m.key))) pagesOf.set(key, [...(pagesOf.get(key) ?? []), page]) })
  return (page, { key, line }) => {
    const on = pagesOf.get(key) ?? [], heading = line.bold || line.size > 1.14 * bodySize
    if (heading) return on.length >= 2 && on.length >= 0.6 * margins.length && on[0] !== page
    return on.length >= Math.max(Math.min(3, margins.length), 2, margins.length * 0.3)
  }
}

/**
 * The pages without what is printed on every page: page numbers, and lines that come again at the same height.
 * What the paper itself marks as furniture goes too, unless it is a table's heading that comes again.
 */
export const withoutFurniture = (pages: readonly Page[], bodySize: number): readonly Page[] => {
  const margins = pages.map((page) => marginal(page).map((line): Margin => ({ line, key: `${Math.round(line.y / 4)} ${shape(line.text)}` })))
  const again = repeated(margins, bodySize), printed = new Set(pages.flatMap((p) => p.runs.filter((r) => !r.artifact).map((r) => r.text)))
  return pages.map((page, i) => {
    const all = margins[i] ?? []
    const gone = new Set(all.filter((m) => again(i, m) || ((m === all[0] || m === all.at(-1)) && alone.test(m.line.text) && !year.test(m.line.text.trim()))).flatMap((m) => m.line.runs))
    return { ...page, runs: page.runs.filter((r) => !gone.has(r) && (!r.artifact || printed.has(r.text) || isRuled(page, r.y))) }
  })
}
