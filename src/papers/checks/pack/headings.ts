import type { Line } from './lines.ts'

/** A numbered heading: "3. Background", "3.0 Background", "3 Background". */
export type Numbered = { readonly number: number; readonly title: string; readonly line: Line; readonly index: number }

/** "3.<tab>Background" and "Section 3<tab>Background" are read as rows of two cells, as are paragraphs "3.<tab>The roads are old.". */
export const isNumberedLine = ({ style, cells }: Line): boolean => style !== 'row' || (cells.length === 2 && /^(?:\d{1,3}\.|\d{1,2}\.\d{1,2}\.?|Section \d{1,2}[.:]?)$/i.test(cells[0]!))

/** "1. That Cabinet note ..." is a recommendation, however its lines are broken. */
const heading = /^(?:Section\s+)?(\d{1,2})(?:\.0)?[.)]?\s+((?!(?:That|To)\s)[A-Z].*)$/
const readHeading = (line: Line | undefined): { number: number; title: string } | null => {
  if (line === undefined || !isNumberedLine(line) || line.text.length > 90 || /[.;,:]$|[;,] (?:and|or)$/.test(line.text)) return null
  const m = heading.exec(line.text)
  return m && Number(m[1]) > 0 ? { number: Number(m[1]), title: m[2]! } : null
}

/** One of three or more short items in a row: 1, 2, 3 right under each other. Two may be an empty section and the next; a 1 under a 9 begins anew. */
const isListItem = (lines: readonly Line[], index: number, number: number): boolean => {
  const has = (away: number): boolean => { const other = readHeading(lines[index + away])?.number; return other !== undefined && (other - number) * away >= 0 }
  return (has(1) && (has(2) || has(-1))) || (has(-1) && has(-2))
}

const fewest = 4
const known = new WeakMap<readonly Line[], readonly Numbered[]>()
/** The numbered sections of a document, from 1; none where it has no such headings. A short list of short items is no run of headings. */
export const sectionHeadings = (lines: readonly Line[]): readonly Numbered[] => {
  const before = known.get(lines)
  if (before !== undefined) return before
  const runs: Numbered[][] = []
  for (const [index, line] of lines.entries()) {
    const found = readHeading(line)
    if (!found || (line.style !== 'heading' && isListItem(lines, index, found.number))) continue
    const last = runs.at(-1)
    if (found.number === 1) runs.push([{ ...found, line, index }])
    else if (last && found.number >= last.at(-1)!.number && found.number - last.at(-1)!.number <= 3) last.push({ ...found, line, index })
  }
  const longest = runs.reduce<Numbered[]>((a, b) => (b.length > a.length ? b : a), [])
  const sections = longest.length >= fewest ? longest : []
  known.set(lines, sections)
  return sections
}

/** The lines of a section, up to the next heading of the run. */
export const linesOf = (lines: readonly Line[], all: readonly Numbered[], section: Numbered): readonly Line[] =>
  lines.slice(section.index + 1, all[all.indexOf(section) + 1]?.index ?? lines.length)
