import type { LegendEntry, PaperBlock, PaperTable } from '../../types.ts'
import { colourName } from '../../readers/colours.ts'
import { colours, isCommonStatus } from './statuses.ts'

const heading = /^(?:key|legend|rag key|b?rag status key|status key|key to (?:the )?(?:status|rag|symbols)\w*|rag ratings?|b?rag status(?: definitions?)?)\s*:?$/i
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
const colourWord = (text: string): string | null => { const w = text.toLowerCase(); return colours.includes(w) ? capital(w) : null }

type Place = LegendEntry['source']
/** "Green - On target", "G = on track", "Teal Milestone has been discontinued"; null for words that explain no status. */
const entryOf = (printed: string, source: Place): LegendEntry | null => {
  const text = printed.trim()
  if (text.length > 240) return null
  const m = /^([\p{L}/ ]{1,30}?)\s*(?:[-–—=:]|\bmeans\b)\s*(.{2,200})$/u.exec(text)
  if (m && isKeyName(m[1]!)) return { name: m[1]!.trim(), colour: colourWord(m[1]!.trim()) ?? colourIn(m[2]!), meaning: m[2]!, source }
  const [first = '', ...rest] = text.split(' ')
  const colour = colourWord(first)
  return colour !== null && rest.length > 0 && rest.length <= 20 && /^\p{Lu}/u.test(rest[0]!) ? { name: first, colour, meaning: rest.join(' '), source } : null
}
const isKeyName = (name: string): boolean => colourWord(name.trim()) !== null || /^\p{Lu}{1,2}$/u.test(name.trim()) || isCommonStatus(name)
const colourIn = (meaning: string): string | null => { const m = /^\(?(\p{L}+)\)?\b/u.exec(meaning); return m ? colourWord(m[1]!) : null }

/** What a row of a key begins with: a heading of it, or a status of a few words. */
const startsKey = /^(?:key|legend|[brst]\w* (?:key|status)|status|rag|colour|rating|\p{L}{1,2}$|\p{L}[\p{L}/ ]{0,29}(?:$|\s*[-–—=:]|\s+means\b)|\p{Lu}\p{Ll}{2,8} \p{Lu})/iu

/** What a key's column is headed with that explains the statuses of a plan's rows. */
const ofRows = /^(?:milestones?|actions?|projects?|deliverables?|activit(?:y|ies)|tasks?|delivery)\b/i

/** The key in a table of its own: cells that each explain a status, or pairs of name and meaning. */
export const legendOfTable = (table: PaperTable): LegendEntry[] => {
  if (table.rows.length > 14 || table.rows.some((r) => r.length > 12)) return []
  if (table.rows.every((r) => !startsKey.test(r[0]?.text ?? '') && (r[0]?.fill ?? null) === null)) return []
  const cells = table.rows.flat().filter((c) => c.text !== '' && c.covered === null)
  const titled = cells.length > 1 && heading.test(cells[0]!.text)
  const body = (titled ? cells.slice(1) : cells).filter((c) => !/^(?:meaning|definition|description|status|colour|rag|rating|key)$/i.test(c.text))
  const entries = body.flatMap((c) => c.paragraphs.length > 1 ? c.paragraphs.map((p) => entryOf(p.text, c.source)) : [entryOf(c.text, c.source)]).filter((e) => e !== null)
  if (entries.length >= 2 && entries.length * 10 >= body.length * 6) return entries
  const named = body.filter((c) => isCommonStatus(c.text))
  if (named.length >= 3 && named.length === body.length) return named.map((c) => ({ name: c.text, colour: c.fill === null ? colourWord(c.text) : colourName(c.fill), meaning: c.text, source: c.source }))
  if (table.rows.some((r) => r.filter((c) => c.text !== '' && c.covered === null).length > 3)) return [] // a table whose statuses stand first
  // A key may say in one column what a colour means for indicators, and in another what it means for milestones.
  const column = Math.max(1, table.rows[0]?.findIndex((c, i) => i > 0 && ofRows.test(c.text)) ?? 1)
  const pairs = table.rows.filter((r) => r.length > column).map((r) => pairOf(r[0]!, r[column]!)).filter((e) => e !== null)
  return pairs.length >= 2 && pairs.length + 2 >= table.rows.length ? pairs : []
}
const pairOf = (name: PaperTable['rows'][number][number], meaning: PaperTable['rows'][number][number]): LegendEntry | null => {
  const filled = name.fill === null ? null : colourName(name.fill)
  const printed = name.text === '' ? (filled ?? '') : name.text
  if (printed === '' || meaning.text === '' || printed.length > 30 || meaning.text.length > 250) return null
  return isKeyName(printed) || filled !== null ? { name: printed, colour: colourWord(printed) ?? filled, meaning: meaning.text, source: name.source } : null
}

/** The key in running text or a list: "Key: G = on track; A = at risk". */
export const legendOfText = (block: PaperBlock): LegendEntry[] => {
  if (block.kind !== 'text' || block.text.length > 900 || !/[-–—=:]/.test(block.text)) return []
  const body = block.text.replace(/^\*?(?:rag |status |b?rag status )?(?:key|legend|ratings?)\s*(?:\([^)]*\)\s*)?(?:key)?\s*[:–-]\s*/i, '')
  const entries = body.split(/\s*[;|]\s*|,\s+(?=\p{Lu}\p{L}{0,12}\s*[=–-]\s)/u).map((part) => entryOf(part, block.source))
  const all = entries.every((e) => e !== null)
  return all && (entries.length >= 2 || block.style === 'list' || body !== block.text) ? entries.filter((e) => e !== null) : []
}
export const isLegendHeading = (block: PaperBlock): boolean => block.kind === 'text' && heading.test(block.text)
