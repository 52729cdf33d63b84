import type { Line } from './lines.ts'
import type { Page, Structure } from './page.ts'

/** The level that the paper's structure gives to marked content: `H2` is 2, a title 1. */
const levelOf = (role: string): number | null => {
  const digit = /^H([1-6])$/.exec(role)?.[1]
  if (digit !== undefined) return Number(digit)
  return role === 'H' || role === 'Title' ? 1 : null
}

const contents = (of: Structure): readonly string[] => of.children.flatMap((c) => (typeof c === 'string' ? [c] : contents(c)))

/** Which marked content is a heading, and of what level. */
export const headingLevels = (page: Page): ReadonlyMap<string, number> => {
  const levels = new Map<string, number>()
  const walk = (of: Structure): void => {
    const level = levelOf(of.role)
    if (level !== null) for (const id of contents(of)) levels.set(id, level)
    else for (const c of of.children) if (typeof c !== 'string') walk(c)
  }
  if (page.structure !== null) walk(page.structure)
  return levels
}

export const levelOfLine = (levels: ReadonlyMap<string, number>, line: Line): number | null => {
  const id = line.runs[0]?.content ?? null
  return id === null ? null : (levels.get(id) ?? null)
}

/** A table as the structure tells it: rows of cells, each the marked content in it. */
export type ToldTable = readonly (readonly (readonly string[])[])[]

export const toldTables = (page: Page): readonly ToldTable[] => {
  const tables: ToldTable[] = []
  const rowsIn = (of: Structure): readonly Structure[] => of.children.flatMap((c) => (typeof c === 'string' ? [] : c.role === 'TR' ? [c] : c.role === 'Table' ? [] : rowsIn(c)))
  const cellsIn = (of: Structure): readonly Structure[] => of.children.flatMap((c) => (typeof c === 'string' ? [] : c.role === 'TD' || c.role === 'TH' ? [c] : cellsIn(c)))
  const walk = (of: Structure): void => {
    if (of.role === 'Table') tables.push(rowsIn(of).map((row) => cellsIn(row).map(contents)))
    for (const c of of.children) if (typeof c !== 'string') walk(c)
  }
  if (page.structure !== null) walk(page.structure)
  return tables
}
