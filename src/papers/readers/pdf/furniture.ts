import { linesOf, partsOf, startsOf } from './lines.ts'
import type { Page, Run } from './page.ts'

const alone = /^(page\s*)?[-–|(]?\s*\d{1,4}\s*[-–|)]?(\s*(of|\/)\s*\d{1,4})?$/i
const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** The margins where running headers and page numbers stand: the top and bottom eighth of a page. */
const atEdge = (page: Page, y: number): boolean => y < page.height * 0.125 || y > page.height * 0.875

/** Whether a standing line passes beside that height: then it is a table's heading that comes again, and no running header. */
const isRuled = (page: Page, y: number): boolean => page.rules.some((r) => r.way === 'stands' && r.from < y && r.to > y - 4)

/** Lines that may be furniture: those in the margins but not in a ruled table, nor over columns that go on right below. */
const marginal = (page: Page): readonly { readonly runs: readonly Run[]; readonly text: string; readonly y: number }[] => {
  const lines = linesOf(page.runs), columns = startsOf(page.runs)
  return lines.filter((line, i) => {
    const below = lines[i + 1], heads = below !== undefined && below.y - line.y < 2.2 * line.size && partsOf(line, columns).length >= 3
    return atEdge(page, line.y) && !isRuled(page, line.y) && !heads
  })
}

/**
 * The pages without what is printed on every page: page numbers, and lines that come again at the same height on three pages or more.
 * What the paper itself marks as furniture goes too, unless it is a table's heading that comes again.
 */
export const withoutFurniture = (pages: readonly Page[]): readonly Page[] => {
  const margins = pages.map((page) => marginal(page).map((line) => ({ line, key: `${Math.round(line.y / 4)} ${shape(line.text)}` })))
  const times = new Map<string, number>()
  for (const keys of margins) for (const key of new Set(keys.map((k) => k.key))) times.set(key, (times.get(key) ?? 0) + 1)
  const printed = new Set(pages.flatMap((p) => p.runs.filter((r) => !r.artifact).map((r) => r.text)))
  return pages.map((page, i) => {
    const gone = new Set<Run>(), all = margins[i] ?? []
    for (const edge of all) {
      const again = (times.get(edge.key) ?? 0) >= Math.max(3, pages.length * 0.3), number = (edge === all[0] || edge === all.at(-1)) && alone.test(edge.line.text)
      if (again || number) for (const run of edge.line.runs) gone.add(run)
    }
    return { ...page, runs: page.runs.filter((r) => !gone.has(r) && (!r.artifact || printed.has(r.text) || isRuled(page, r.y))) }
  })
}
