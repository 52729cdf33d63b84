import { collapse } from '../../../kit/words.ts'
import type { LegendEntry, PaperCell } from '../../types.ts'
import { colourName } from '../../readers/colours.ts'

export const colours = ['blue', 'green', 'amber', 'red', 'grey', 'gray', 'purple', 'teal', 'yellow', 'orange', 'black', 'white', 'pink', 'brown', 'turquoise', 'silver', 'gold']
const letters = ['r', 'a', 'g', 'b', 'p', 't', 'y', 'gr', 'n', 'd', 'c']
const words = ['complete', 'completed', 'on track', 'on target', 'at risk', 'off track', 'off target', 'not on target', 'not on track', 'delayed', 'delay', 'not started', 'not yet started', 'not due', 'not yet due', 'not due to start',
  'in progress', 'progressing', 'behind', 'behind schedule', 'on schedule', 'ahead', 'ahead of schedule', 'paused', 'on hold', 'parked', 'discontinued', 'stopped', 'cancelled', 'closed', 'withdrawn', 'achieved',
  'not achieved', 'partially achieved', 'partly achieved', 'met', 'not met', 'partially met', 'delivered', 'not delivered', 'overdue', 'ongoing', 'on-going', 'underway', 'under way', 'some delay', 'some concerns', 'minor delay',
  'slipped', 'slippage', 'deferred', 'superseded', 'missed', 'some slippage', 'significant risk', 'significant delay', 'started', 'embedded', 'at risk of missing deadline', 'done', 'to do', 'for decision', 'red/amber', 'amber/green',
  'green/amber', 'amber/red', 'completed late', 'complete late', 'transferred', 'escalated', 'suspended', 'no longer required', 'awaiting', 'awaiting start', 'implemented', 'partially implemented', 'partly implemented', 'not implemented', 'outstanding', 'open', 'pending', 'not applicable', 'n/a', 'tbc']

const common = new Set([...colours, ...words])

const plain = (text: string): string => {
  const lower = text.toLowerCase()
  return collapse(/[–—*†‡.:;()]/.test(lower) ? lower.replace(/[–—]/g, '-').replace(/[*†‡.:;]+/g, ' ').replace(/^\(|\)$/g, '') : lower)
}

/** The statuses that a table's column may hold: common ones, those of its key, and those it uses again and again. */
export type Vocabulary = { readonly known: ReadonlySet<string>; readonly far: ReadonlySet<string> }

/**
 * `known` counts in the status column itself; `far` is the narrower set that may be believed in another column of a shifted row:
 * what the column or the key really uses, and all colours where it uses colours.
 */
export const vocabularyOf = (column: readonly string[], key: readonly LegendEntry[]): Vocabulary => {
  const keyed = key.flatMap((e) => [plain(e.name), ...(e.colour === null ? [] : [plain(e.colour)])]).filter((w) => w !== '')
  const said = column.filter((t) => t !== '' && t.length <= 40).map(plain).filter((t) => t !== '')
  const filled = column.filter((t) => t !== '').length
  const usesLetters = said.filter((t) => letters.includes(t)).length * 2 > filled
  const known = new Set([...colours, ...words, ...keyed, ...(usesLetters ? letters : []), ...oftenUsed(said, filled)])
  const used = new Set(said.filter((t) => known.has(t)))
  const usesColours = colours.some((c) => used.has(c))
  return { known, far: new Set([...used, ...keyed, ...(usesColours ? colours : []), ...(usesLetters ? letters.slice(0, 4) : [])]) }
}

/** Short words that fill the column over and over are its statuses, whatever they are; not where it has ordinary ones, so that a remark that strayed into it is none. */
const oftenUsed = (said: readonly string[], filled: number): string[] => {
  const counts = new Map<string, number>()
  for (const word of said) if (word.split(' ').length <= 5 && /\p{L}/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const ordinary = said.filter((w) => common.has(w) || letters.includes(w)).length
  if (filled < 6 || counts.size > 10 || ordinary * 10 > filled * 7) return []
  return [...counts].filter(([, n]) => n >= 2 && n * 20 >= filled).map(([w]) => w)
}

/** What a cell says as a status. `statuses` are several where two rows' cells ran together; `stray` is what a neighbour left in it. */
export type StatusReading = { readonly statuses: readonly string[]; readonly stray: string | null }

/** The status of a cell's words, as printed; null where they are none of `allowed`. */
export const readStatus = (text: string, allowed: ReadonlySet<string>): StatusReading | null => {
  const printed = collapse(text)
  if (printed === '' || printed.length > 120) return null
  if (allowed.has(plain(printed))) return { statuses: [printed.replace(/[*†‡]+$/, '').trim()], stray: null }
  const parts = printed.split(/\s+/)
  return run(parts, allowed) ?? explained(printed, allowed) ?? strayed(parts, allowed)
}

/** "Green Green": statuses of rows that ran together. */
const run = (parts: readonly string[], allowed: ReadonlySet<string>): StatusReading | null => {
  const statuses: string[] = []
  for (let at = 0; at < parts.length;) {
    const size = [4, 3, 2, 1].find((n) => at + n <= parts.length && allowed.has(plain(parts.slice(at, at + n).join(' '))))
    if (size === undefined) return null
    statuses.push(parts.slice(at, at + size).join(' '))
    at += size
  }
  // "Green Completed" is one row's status and a word of its remark, not two rows'.
  const coloured = statuses.filter((s) => isColour(s))
  if (coloured.length === 1 && statuses.length > 1) return { statuses: coloured, stray: statuses.filter((s) => !isColour(s)).join(' ') }
  return statuses.length > 0 && (coloured.length === 0 || coloured.length === statuses.length) ? { statuses, stray: null } : null
}
/** "Green - on track", "Amber (at risk)": a status with its own meaning. */
const explained = (printed: string, allowed: ReadonlySet<string>): StatusReading | null => {
  const m = /^(.{1,30}?)(?:\s+[-–—:]\s+|\s*:\s+|\s*\()(.{1,60}?)\)?$/.exec(printed)
  return m && allowed.has(plain(m[1]!)) && m[2]!.split(' ').length <= 6 ? { statuses: [printed], stray: null } : null
}
/** "f Green", "Green n": a letter or two of a neighbouring cell. */
const strayed = (parts: readonly string[], allowed: ReadonlySet<string>): StatusReading | null => {
  if (parts.length < 2 || parts.length > 6) return null
  const isStray = (w: string): boolean => w.length <= 2 && !allowed.has(plain(w))
  let [from, to] = [0, parts.length]
  while (from < to && isStray(parts[from]!)) from += 1
  while (to > from && isStray(parts[to - 1]!)) to -= 1
  if (from === to || from === 0 && to === parts.length) return null
  const rest = parts.slice(from, to).join(' ')
  return allowed.has(plain(rest)) ? { statuses: [rest], stray: [...parts.slice(0, from), ...parts.slice(to)].join(' ') } : null
}

/** A status cell's words; where it has none but a fill, the fill's plain colour name. */
export const statusText = (cell: PaperCell | undefined): string => {
  if (cell === undefined) return ''
  if (cell.text !== '') return cell.text
  return cell.fill === null ? '' : (colourName(cell.fill) ?? '')
}
export const isCommonStatus = (text: string): boolean => text !== '' && text.length <= 40 && common.has(plain(text))
export const isColour = (text: string): boolean => text !== '' && text.length <= 20 && colours.includes(plain(text))
export const isStatusLetter = (text: string): boolean => text.length <= 4 && letters.includes(plain(text))
