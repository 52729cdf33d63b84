import type { PaperText } from '../../types.ts'
import type { Line } from './lines.ts'
import { around, type Box, type Page } from './page.ts'
import { paragraphsOf, type Vocabulary } from './paragraphs.ts'

export type Prose = { readonly y: number; readonly block: PaperText }
/** How the paper's letters are set: the size most of them have, and the roles that its structure gives to words. */
export type Setting = { readonly bodySize: number; readonly headingLevel: (line: Line) => number | null }

const levelBySize = (size: number, body: number): number => (size > 1.9 * body ? 1 : size > 1.4 * body ? 2 : 3)
const isHeading = (lines: readonly Line[], setting: Setting): number | null => {
  const first = lines[0]
  if (first === undefined || lines.length > 4) return null
  const told = setting.headingLevel(first)
  if (told !== null) return told
  if (first.size > 1.14 * setting.bodySize) return levelBySize(first.size, setting.bodySize)
  return lines.every((l) => l.bold) && lines.length <= 3 ? 3 : null
}

/** Lines of one setting that follow each other without air. */
const stretches = (lines: readonly Line[]): readonly (readonly Line[])[] => {
  const found: Line[][] = []
  for (const line of lines) {
    const last = found.at(-1)?.at(-1)
    if (last !== undefined && line.y - last.y < 1.75 * last.size && Math.abs(line.size - last.size) < 1 && line.bold === last.bold) found.at(-1)?.push(line)
    else found.push([line])
  }
  return found
}

/** What stands outside the tables: headings, paragraphs and list items. */
export const proseOf = (page: Page, lines: readonly Line[], setting: Setting, words: Vocabulary, lineAt: (y: number) => number): readonly Prose[] => {
  const within: Box = lines.length === 0 ? { x0: 0, y0: 0, x1: page.width, y1: page.height } : around(lines)
  return stretches(lines).flatMap((stretch): readonly Prose[] => {
    const level = isHeading(stretch, setting), first = stretch[0] as Line, source = { page: page.number, line: lineAt(first.y), cell: null }
    const paragraphs = paragraphsOf(stretch, within, page.dots, words).filter((p) => p.text !== '')
    if (level !== null) return [{ y: first.y, block: { kind: 'text' as const, style: 'heading' as const, level, text: paragraphs.map((p) => p.text).join(' '), source } }]
    return paragraphs.map((p) => ({ y: first.y, block: { kind: 'text' as const, style: p.bullet > 0 ? ('list' as const) : ('paragraph' as const), level: p.bullet, text: p.text, source } }))
  })
}
