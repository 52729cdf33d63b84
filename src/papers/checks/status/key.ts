import { plainWords } from '../../../kit/words.ts'
import { legendOfTable, legendOfText } from '../../recognisers/plans/legend.ts'
import type { LegendEntry, PaperBlock, RecognisedTable } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'

type ProgressTable = Extract<RecognisedTable, { kind: 'plan' | 'progress' }>
/** The key of a table's statuses and the place where it begins. */
export type Key = { readonly entries: readonly LegendEntry[]; readonly at: LegendEntry['source'] | null; /** Only what a table counts, which may leave some out. */ readonly counted: boolean }

const listed = /\b(?:stat(?:es?|us(?:es)?)|ratings?|letters|codes|colours) (?:used |that are used |in use )?(?:here )?(?:are|is one of)\s*:?\s+([^.]{5,160})\./i
/** "States used are Open, Closed and Overdue." */
const namedInText = (block: PaperBlock): LegendEntry[] => {
  const names = block.kind === 'text' && block.text.length < 900 ? listed.exec(block.text)?.[1]?.split(/,\s*(?:and |or )?|\s+(?:and|or)\s+/) ?? [] : []
  return names.length >= 2 && names.every((n) => /^["'“‘(]?\p{Lu}[\p{L} ]{0,24}["'”’)]?$/u.test(n)) ? names.map((n) => n.replace(/^\W+|\W+$/g, '')).map((name) => ({ name, colour: null, meaning: name, source: block.source })) : []
}
const total = /^(?:all|total|sum|number|count|no\.?|%|.*%)$|^(?:%|percentage|total)\b/i
/** The statuses that a table counts, one a column: "Priority | Complete | On track | Delayed | All". */
const countedIn = (block: PaperBlock): LegendEntry[] => {
  const [head, ...rows] = block.kind === 'table' ? block.rows : []
  if (!head || head.length < 4 || head.length > 12 || rows.length < 2 || rows.some((r) => r.length !== head.length || r.slice(1).some((c) => !/^[\d,]*(?:\.\d+)?%?$|^[-–]$/.test(c.text)))) return []
  return head.slice(1).filter((c) => c.text !== '' && c.text.length <= 40 && !total.test(c.text)).map((c) => ({ name: c.text, colour: null, meaning: c.text, source: c.source }))
}
/** "Status: C = Complete; T = On track": what stands before the first entry. */
const introduction = /^[\p{L} ]{3,50}:\s*(?=[\p{L} ]{1,20}\s*[=–-]\s)/u
/** "Complete - done. On track - will be done in time.": each entry a sentence. */
const betweenEntries = /\.\s+(?=\p{Lu}[\p{L} ]{1,24}\s*[=–:-]\s)/gu
const entriesOf = (block: PaperBlock): LegendEntry[] => {
  if (block.kind === 'table') return legendOfTable(block)
  const entries = legendOfText({ ...block, text: block.text.replace(introduction, '').replace(betweenEntries, '; ') })
  return entries.length > 0 ? entries : namedInText(block)
}

const known = new WeakMap<CheckedPaper['content'], readonly Key[]>()
/** Every key that a paper prints, wherever it stands; then the statuses that its tables count, which serve where it prints none. */
const keysIn = ({ content }: CheckedPaper): readonly Key[] => {
  const keys = known.get(content) ?? [entriesOf, countedIn].flatMap((read) => content.blocks.flatMap((b): Key[] => {
    const entries = read(b)
    return entries.length < 2 ? [] : [{ entries, at: b.kind === 'table' ? b.rows[0]![0]!.source : b.source, counted: read === countedIn }]
  }))
  known.set(content, keys)
  return keys
}

/** A status as a key lists it: "Completed" is "Complete". */
export const keyWord = (status: string): string => plainWords(status).replace(/\bcompleted\b/, 'complete')
export const namesIn = (entries: readonly LegendEntry[]): Set<string> => new Set(entries.flatMap((l) => [keyWord(l.name), ...(l.colour ? [keyWord(l.colour)] : []), keyWord(l.meaning)]))
const explains = (key: Key, statuses: readonly string[]): boolean => {
  const names = namesIn(key.entries)
  return statuses.length > 0 && statuses.filter((s) => names.has(keyWord(s))).length * 3 >= statuses.length * 2
}

/** The key that belongs to a table: its own, else the one of the paper that explains most of its statuses. */
export const keyOf = (paper: CheckedPaper, table: ProgressTable): Key => {
  if ((table.legend ?? []).length > 0) return { entries: table.legend!, at: table.legend![0]!.source, counted: false }
  const statuses = table.rows.flatMap((r) => (r.status ? [r.status] : []))
  return keysIn(paper).find((key) => explains(key, statuses)) ?? { entries: [], at: null, counted: false }
}
