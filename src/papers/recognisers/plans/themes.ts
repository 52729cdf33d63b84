import type { Finding } from '../../../kit/finding.ts'
import { plainWords } from '../../../kit/words.ts'
import type { PaperText } from '../../types.ts'
import type { Piece, Whole } from './pieces.ts'

/** A theme's short name, and the paper's own word for the level where the heading says it ("Priority 1: ..."). */
export type Theme = { readonly name: string; readonly level: string | null; readonly source: PaperText['source'] }

const notThemes = /^(?:appendix|annex|table|figure|chart|key|legend|note|notes|source|page|title|meeting|date|report|cabinet|agenda|contents|introduction|foreword|background|summary|executive summary|purpose|recommendations?|classification|decision type|wards?|contact|author|version|owner|period|status|rag|total|overall|next steps|conclusion|vision|continued|objectives?|performance)\b/i
const organisation = /^(?:[\p{L}&' -]+ )?(?:council|borough|authority|partnership board)$/iu
const paperWords = /\b(?:update|progress report|delivery plan|action plan|improvement plan|council plan|corporate plan|quarter|q[1-4]|20\d\d|appendix|milestones?|monitoring|report)\b/i
const tier = /^(theme|priority|ambition|pillar|outcome|aim|goal|mission|strand|workstream|section|strategic (?:theme|priority|aim|goal|outcome)|corporate priority|key priority|objective|priority area)s?\s*(?:no\.?\s*)?(?:(\d{1,2}|[a-h]|[ivx]{1,4}|one|two|three|four|five|six|seven|eight)\b)?\s*[:.–—-]?\s*/i

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()

/** The theme that a line of text names: "People: We will ...", "Priority 2 - Cleaner streets", or a heading on its own. */
export const themeOf = (block: PaperText): Theme | null => {
  const text = block.text.trim()
  if (text === '' || notThemes.test(text) || organisation.test(text)) return null
  const numbered = tier.exec(text)
  const said = numbered && (numbered[2] !== undefined || /[:–—-]\s*$/.test(numbered[0])) && numbered[0].length < text.length
  const name = shortName(said ? text.slice(numbered[0].length) : text, block.style === 'heading' || Boolean(said))
  return name === null ? null : { name, level: said ? capital(numbered[1]!) : null, source: block.source }
}
const shortName = (text: string, heading: boolean): string | null => {
  const m = /^(\p{Lu}[^:.;|?!]{1,60}?)\s*(?::(?=\s|$)|\s[–—-]\s(?=we\b))/iu.exec(text)
  if (m && m[1]!.split(' ').length <= 8 && !notThemes.test(m[1]!) && !(heading && paperWords.test(m[1]!))) return m[1]!.trim()
  const words = text.split(' ').length
  return heading && words <= 10 && text.length <= 80 && !/[.;,?]$/.test(text) && !paperWords.test(text) ? text.replace(/[:\s]+$/, '') : null
}
/** Whether words say by themselves that they name a theme: a short name and a colon, or "Priority 2". */
export const saysTheme = (text: string): boolean => /^[^:]{2,70}:(?:\s|$)/.test(text) || tier.test(text)
const isSure = (block: PaperText): boolean => saysTheme(block.text)

/** Of the words between two pieces, the theme: a line with the short name and a colon before any other heading, the nearest first. */
const headingOver = (before: readonly PaperText[], furniture: ReadonlySet<string> = new Set()): Theme | null => {
  const named = before.filter((b) => !furniture.has(plainWords(b.text))).flatMap((block) => { const theme = themeOf(block); return theme === null ? [] : [{ block, theme }] })
  return (named.findLast((n) => isSure(n.block)) ?? named.at(-1))?.theme ?? null
}

/** What a page repeats above its tables whatever the theme: the council's name, a running title. */
const furnitureOf = (pieces: readonly Piece[]): Set<string> => {
  const gaps = pieces.map((p) => p.before.filter((b) => themeOf(b) !== null && !isSure(b)).map((b) => plainWords(b.text)))
  const counts = new Map<string, number>()
  for (const gap of gaps) for (const text of new Set(gap)) counts.set(text, (counts.get(text) ?? 0) + 1)
  const beside = new Set(gaps.filter((g) => new Set(g).size > 1).flat())
  return new Set([...counts].filter(([text, n]) => n >= 2 && beside.has(text) && n === Math.max(...counts.values())).map(([text]) => text))
}

export type Themed = { readonly piece: Piece; readonly theme: Theme | null; readonly repaired: string | null; readonly review: string | null }

/**
 * Gives each piece its theme. `goesOn`: its first row prints nothing at the top level. A piece that goes on with the item above belongs to the theme of that item, so a heading printed just
 * before it stands after the table it names: a conversion put the page's heading after the page's table.
 */
export const themesOf = ({ pieces, after }: Whole, goesOn: (piece: Piece) => boolean, column: 'theme' | 'perhaps' | null): { themed: Themed[]; findings: Finding[] } => {
  const none = { themed: pieces.map((piece) => ({ piece, theme: null, repaired: null, review: null })), findings: [] }
  if (column === 'theme') return none
  const runs: { pieces: Piece[]; heading: Theme | null; own: boolean }[] = []
  const furniture = furnitureOf(pieces)
  for (const piece of pieces) {
    const heading = headingOver(piece.before, furniture)
    const open = runs.at(-1)
    const anew = open?.own === true && heading !== null && plainWords(heading.name) !== plainWords(open.heading!.name)
    if (open === undefined || anew || !goesOn(piece)) runs.push({ pieces: [piece], heading, own: heading !== null })
    else { open.pieces.push(piece); open.heading ??= heading }
  }
  const trailing = headingOver(after.slice(0, 4).filter(isSure))
  const late = runs.some((r) => r.heading !== null && !r.own)
  const last = runs.at(-1)
  if (last && !last.own && trailing && (late || last.heading === null && runs.length === 1)) last.heading ??= trailing
  const over = runs.flatMap((r) => (r.heading === null ? [] : [r.heading]))
  return column === 'perhaps' && new Set(over.map((t) => plainWords(t.name))).size < 2 && over.every((t) => t.level === null) ? none : assigned(runs, late)
}

const assigned = (runs: readonly { pieces: readonly Piece[]; heading: Theme | null; own: boolean }[], late: boolean): { themed: Themed[]; findings: Finding[] } => {
  const findings: Finding[] = []
  let carried: Theme | null = null
  const any = runs.some((r) => r.heading !== null)
  const themed = runs.flatMap((run, i): Themed[] => {
    if (any && run.heading === null && carried === null) {
      // The start of a paper without a theme: a heading printed after its table may be that of the parts before it too.
      const later = runs.slice(i).find((r) => r.heading !== null)
      const guess = later !== undefined && !later.own ? later.heading : null
      return run.pieces.map((piece) => ({ piece, theme: guess, repaired: null, review: 'no theme stands over this part of the table' }))
    }
    const moved = run.heading !== null && !run.own && plainWords(run.heading.name) !== plainWords(carried?.name ?? '')
    if (moved) findings.push(afterTable(run.heading!, run.pieces[0]!))
    const doubtful = late && run.heading === null && carried !== null
    carried = run.heading ?? carried
    const theme = carried
    return run.pieces.map((piece) => ({ piece, theme, repaired: moved ? `its theme "${theme!.name}" is printed after the table` : null,
      review: doubtful ? 'no theme stands over this part of the table, and this paper prints some themes after their tables' : null }))
  })
  return { themed, findings }
}
const afterTable = (theme: Theme, piece: Piece): Finding => ({
  level: 'warning', code: 'theme.after-table', source: theme.source, also: [piece.table.source],
  message: `The heading "${theme.name}" stands after the table it names; its rows were read under it.`,
})
