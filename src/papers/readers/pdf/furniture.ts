import type { Page, Run } from './page.ts'
import { linesOf } from './lines.ts'

const alone = /^(page\s*)?[-–|(]?\s*\d{1,4}\s*[-–|)]?(\s*(of|\/)\s*\d{1,4})?$/i
const shape = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ')

/** The margins where running headers and page numbers stand: the top and bottom eighth of a page. */
const atEdge = (page: Page, y: number): boolean => y < page.height * 0.125 || y > page.height * 0.875

/** The runs of every page without what is printed on every page: marked as such, page numbers, and lines that come again at the same height on three pages or more. */
export const withoutFurniture = (pages: readonly Page[]): readonly Page[] => {
  const edges = pages.map((page) => linesOf(page.runs.filter((r) => !r.artifact && atEdge(page, r.y))).map((line) => ({ line, key: `${Math.round(line.y / 4)} ${shape(line.text)}` })))
  const times = new Map<string, number>()
  for (const keys of edges) for (const key of new Set(keys.map((k) => k.key))) times.set(key, (times.get(key) ?? 0) + 1)
  return pages.map((page, i) => {
    const gone = new Set<Run>()
    const all = edges[i] ?? [], outer = [all[0], all.at(-1)]
    for (const edge of all) {
      const again = (times.get(edge.key) ?? 0) >= Math.max(3, pages.length * 0.3) && !ruledIn(page, edge.line.y)
      if (again || (outer.includes(edge) && alone.test(edge.line.text) && !ruledIn(page, edge.line.y))) for (const run of edge.line.runs) gone.add(run)
    }
    return { ...page, runs: page.runs.filter((r) => !r.artifact && !gone.has(r)) }
  })
}

/** Whether a standing line passes beside that height: then it is a table's heading that comes again, and no running header. */
const ruledIn = (page: Page, y: number): boolean => page.rules.some((r) => r.way === 'stands' && r.from < y && r.to > y - 4)
