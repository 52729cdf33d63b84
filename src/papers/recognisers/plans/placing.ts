import type { PaperCell } from '../../types.ts'
import type { Layout, Row } from './layout.ts'
import { endsSentence, endsUnfinished, isOpener, startsLower } from './wording.ts'
import { isColour, isStatusLetter, readStatus, statusText, type Vocabulary } from './statuses.ts'

/** Which level the approved plan has a wording at (0 is the paper's top level); null where it knows none so. */
export type LevelOf = (text: string) => number | null

/** A row with each cell where it belongs. Levels go from the top down; the last is the one that bears the status. */
export type Placed = {
  readonly row: Row
  readonly line: PaperCell
  readonly levels: string[]
  readonly lowest: PaperCell | null
  /** Empty where nothing is printed; null where it is lost or there is no such column. Several where rows ran together. */
  readonly statuses: readonly string[] | null
  remark: string | null
  readonly repaired: string[]
  readonly review: string[]
  /** The level that a moved cell could be instead: rows below that inherit from this level or a lower one inherit the doubt. */
  readonly doubt: number | null
  readonly lostLevels: readonly number[]
  readonly blank: boolean
  /** What stands in the columns that are no level, status or remark; nothing where cells moved. */
  readonly fields?: Readonly<Record<string, string>>
}

export type Placing = { readonly layout: Layout; readonly vocabulary: Vocabulary; readonly levelOf: LevelOf | null }

const strayMark = /^[\s\d.,|_*•·~'"`–—-]{0,6}$/
const strayLetters = /^(?!(?:a|i|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we|mr|dr|st)\s)\p{Ll}{1,2}\s+(?=\p{Lu}\p{Ll})/u

/** A cell's own words: nothing where a merged cell covers it, or where it holds only a page number or a stray mark. */
const ownText = (cell: PaperCell | undefined, notes: string[]): string => {
  if (cell === undefined || cell.covered !== null) return ''
  if (cell.text === '') return ''
  if (strayMark.test(cell.text)) { notes.push(`"${cell.text}" in a cell by itself is a page number or a stray mark`); return '' }
  const stray = strayLetters.exec(cell.text)
  if (stray && isOpener(cell.text.slice(stray[0].length))) { notes.push(`"${stray[0].trim()}" before the words is a stray mark`); return cell.text.slice(stray[0].length) }
  return cell.text
}

export const placeRow = (row: Row, placing: Placing): Placed => {
  const { layout, vocabulary } = placing
  if (layout.status === null) return placedByColumns(row, placing, [], [], null)
  const stuck = stuckStatus(row, placing)
  if (stuck !== null) return placedByColumns(stuck.row, placing, [], ['its status is printed with the words beside it'], [stuck.status])
  const own = readStatus(statusText(row[layout.status]), vocabulary.known)
  if (own !== null) {
    const among = statusAmongLevels(row, placing)
    if (among !== null) return placedByStatus(row, placing, among.at, among.statuses)
    const notes = own.stray === null ? [] : [`"${own.stray}" beside the status is ${/\p{L}{3}/u.test(own.stray) ? 'not of it' : 'a stray mark'}`]
    const doubts = [...(/\p{L}{3}/u.test(own.stray ?? '') ? notes.splice(0) : []), ...(endsInStatus(row, placing) === null ? [] : ['its words end in a status, and another stands beside them'])]
    return placedByColumns(row, placing, notes, doubts, own.statuses)
  }
  const moved = movedStatus(row, placing)
  if (moved !== null) return placedByStatus(row, placing, moved.at, moved.statuses)
  return placedWithoutStatus(row, placing)
}

/** A level's cell that is nothing but a status: the row moved left, and what stands in the status's place is a remark ("On track"). */
const statusAmongLevels = (row: Row, { layout, vocabulary }: Placing): { at: number; statuses: readonly string[] } | null => {
  for (const at of layout.levels.toReversed()) {
    const cell = row[at]
    const reading = cell === undefined || cell.covered !== null || at === layout.status ? null : readStatus(cell.text, vocabulary.far)
    if (reading !== null && reading.stray === null) return { at, statuses: reading.statuses }
  }
  return null
}

/** The colour that the lowest level's words end in, where this table's statuses are colours: "Appoint a provider Green". */
const endsInStatus = (row: Row, { layout, vocabulary }: Placing): { words: string; status: string } | null => {
  const cell = row[layout.levels.at(-1)!]
  if (cell === undefined || cell.covered !== null) return null
  const at = cell.text.lastIndexOf(' '), words = cell.text.slice(0, at), status = cell.text.slice(at + 1)
  if (at < 0 || !isColour(status) || !/^\p{Lu}\p{Ll}+$/u.test(status) || !vocabulary.far.has(status.toLowerCase())) return null
  return /\p{L}.* .*[^-–—(\s]$/u.test(words) ? { words, status } : null
}

const put = (cell: PaperCell, text: string): PaperCell => ({ ...cell, text, paragraphs: [{ text, bullet: 0 }] })
/** Words and status printed as one cell, where no colour stands in the status's place: what follows them moved up. */
const stuckStatus = (row: Row, placing: Placing): { row: Row; status: string } | null => {
  const { layout, vocabulary } = placing
  const [lowest, home] = [layout.levels.at(-1)!, layout.status!]
  const stuck = home > lowest ? endsInStatus(row, placing) : null
  const printed = textAt(row, home), remark = textAt(row, layout.remark)
  if (stuck === null || row[home] === undefined) return null
  if (printed !== '' && (remark !== '' || row[layout.remark ?? -1] === undefined || readStatus(printed, vocabulary.known)?.statuses.some((s) => isColour(s) || isStatusLetter(s)))) return null
  return { status: stuck.status, row: row.map((c, i) => (i === lowest ? put(c, stuck.words) : i === home ? put(c, stuck.status) : i === layout.remark && printed !== '' ? put(c, printed) : c)) }
}

/** The nearest cell to the status column that holds a status of this table and nothing else. */
const movedStatus = (row: Row, { layout, vocabulary }: Placing): { at: number; statuses: readonly string[] } | null => {
  const home = layout.status!
  const near = row.map((_, i) => i).filter((i) => i !== home && row[i]!.covered === null).sort((a, b) => Math.abs(a - home) - Math.abs(b - home))
  for (const at of near) {
    const reading = readStatus(statusText(row[at]), vocabulary.far)
    if (reading !== null && !isRemarkOfRow(row, layout, at)) return { at, statuses: reading.statuses }
  }
  return null
}
/** "Completed" as the remark of a row whose status is empty is a remark, not a status that moved; a colour is no remark. */
const isRemarkOfRow = (row: Row, layout: Layout, at: number): boolean =>
  at === layout.remark && (row[layout.status!]?.text ?? '') === '' && (row[layout.levels.at(-1)!]?.text ?? '') !== '' && !isColour(row[at]!.text) && !isStatusLetter(row[at]!.text)

const textAt = (row: Row, at: number | null): string => (at === null ? '' : (row[at]?.covered === 'left' ? '' : (row[at]?.text ?? '')))

const fieldsOf = (row: Row, { headings, levels, status, remark }: Layout): Record<string, string> | null => {
  const found = headings.flatMap((heading, i): [string, string][] => {
    const text = heading === '' || i === status || i === remark || levels.includes(i) ? '' : (row[i]?.covered === 'left' ? '' : statusText(row[i]))
    return text === '' ? [] : [[heading, text]]
  })
  return found.length === 0 ? null : Object.fromEntries(found)
}

/** A remark as the last column may hold tabs of its own, which make cells beyond the last heading. */
const wholeRemark = (row: Row, layout: Layout, notes: string[]): { remark: string | null; doubt: string[] } => {
  if (layout.remark === null) return { remark: null, doubt: [] }
  const remark = textAt(row, layout.remark)
  const beyond = layout.remark === layout.headings.length - 1 ? row.slice(layout.headings.length).filter((c) => c.covered === null && c.text !== '').map((c) => c.text) : []
  if (beyond.length === 0) return { remark, doubt: [] }
  const goesOn = remark !== '' && beyond.length === 1 && !endsSentence(remark) && (startsLower(beyond[0]!) || endsUnfinished(remark))
  if (goesOn) notes.push('its remark was printed in two cells')
  return { remark: [remark, ...beyond].filter((t) => t !== '').join(' '), doubt: goesOn ? [] : [`"${beyond[0]!.slice(0, 40)}" stands beyond the last heading: read as part of the remark`] }
}

const placedByColumns = (row: Row, placing: Placing, repaired: string[], doubts: string[], statuses: readonly string[] | null): Placed => {
  const { layout } = placing
  const notes = [...repaired]
  const levels = layout.levels.map((l) => ownText(row[l], notes))
  const { remark, doubt } = wholeRemark(row, layout, notes)
  const review = [...doubts, ...doubt]
  const last = levels.length - 1
  const cell = row[layout.levels[last]!] ?? null
  const line = row[layout.status ?? layout.levels[last]!] ?? row[0]!
  const blank = levels.every((l) => l === '') && (statuses ?? []).length === 0 && (remark ?? '') === ''
  const fields = fieldsOf(row, layout)
  const base = { row, line, statuses, remark, repaired: notes, blank, lostLevels: [], ...(fields === null ? {} : { fields }) }
  if (layout.status !== null && statuses !== null && levels[last] === '' && levels.some((l) => l !== '')) return climbed(base, levels, layout, placing, review)
  if (layout.status === null && levels[last] === '') return climbedBullets(base, levels, layout, review)
  return { ...base, levels, lowest: cell, review, doubt: null }
}

type Base = Omit<Placed, 'levels' | 'lowest' | 'review' | 'doubt'>

/** A status whose own level is empty: the words beside it are the milestone moved left, or a parent whose milestone was lost. */
const climbed = (base: Base, levels: string[], layout: Layout, { levelOf }: Placing, review: string[]): Placed => {
  const last = levels.length - 1
  const from = levels.findLastIndex((l) => l !== '')
  const text = levels[from]!
  const known = levelOf?.(text) ?? null
  const under = layout.headings[layout.levels[from]!]!
  const cell = base.row[layout.levels[from]!] ?? null
  if (known !== null && known < last) {
    return { ...base, levels, lowest: null, lostLevels: [last], doubt: null, review: [...review, `a status but no words of its own: "${under}" holds what the approved plan has at that level`] }
  }
  const moved = levels.map((l, i) => (i === last ? text : i === from ? '' : l))
  const told = `its words are printed under "${under}"`
  if (known === last) return { ...base, levels: moved, lowest: cell, doubt: null, repaired: [...base.repaired, `${told}; the approved plan has them as a milestone`], review }
  return { ...base, levels: moved, lowest: cell, doubt: from, review: [...review, `${told}, beside the status: read as what the status is for`] }
}

/** In a plan: bullets under a higher level are the lowest level moved left; a parent alone has no milestones. */
const climbedBullets = (base: Base, levels: string[], layout: Layout, review: string[]): Placed => {
  const last = levels.length - 1
  const from = layout.levels.findLastIndex((l, i) => i < last && (base.row[l]?.paragraphs.some((p) => p.bullet > 0) ?? false))
  if (from === -1) return { ...base, levels, lowest: null, review, doubt: null }
  const cell = base.row[layout.levels[from]!]!
  const shift = last - from
  const moved = levels.map((_, i) => (i >= shift ? levels[i - shift]! : ''))
  return { ...base, levels: moved, lowest: cell, doubt: from, review: [...review, `its list is printed under "${layout.headings[layout.levels[from]!]!}", a column too far left`] }
}

/** The status stands in another column: the cells moved with it. */
const placedByStatus = (row: Row, placing: Placing, at: number, statuses: readonly string[]): Placed => {
  const { layout, levelOf } = placing
  const shift = at - layout.status!
  const notes: string[] = []
  const last = layout.levels.length - 1
  const byShift = layout.levels.map((l) => { const from = l + shift; return from >= 0 && from < at ? ownText(row[from], []) : '' })
  const before = row.slice(0, at).flatMap((c, i) => { const text = ownText(c, notes); return text === '' || isOtherColumn(layout, i - shift) ? [] : [{ text, cell: c, at: i }] })
  const aligned = byShift[last] !== '' && byShift.filter((t) => t !== '').length === before.length
  const full = before.length === layout.levels.length
  const levels = aligned ? byShift : fromBelow(before.map((b) => b.text), layout.levels.length)
  const lowest = before.at(-1)?.cell ?? null
  const { remark, cut } = remarkAfter(row, layout, at, shift)
  const told = `moved ${Math.abs(shift)} ${Math.abs(shift) === 1 ? 'column' : 'columns'} to the ${shift > 0 ? 'right' : 'left'}`
  const base: Base = { row, line: row[at]!, statuses, remark, repaired: [...notes, told], blank: false, lostLevels: [] }
  const review = [...(cut ? ['the end of the row fell off the table, so its remark may be lost'] : []), ...(levels[last] === '' ? ['a status but no words beside it'] : [])]
  if (levels[last] === '') return { ...base, levels, lowest: null, lostLevels: [last], review, doubt: null }
  const spread = before.length > last + 1 ? [`more cells before the status than levels`] : []
  // A remark between the words and the status can't be told from them once cells have moved.
  const between = layout.remark !== null && layout.remark < layout.status!
  if (shift > 0 && (aligned || full) && spread.length === 0 && !between) return { ...base, levels, lowest, review, doubt: null }
  // One text beside a status that moved can't be a parent further up than the move explains; of several, the first may be.
  const from = before[0]!.at + (before.length === 1 && shift < 0 ? -shift : 0)
  return settled(base, levels, lowest, from, [...review, ...spread], levelOf, layout)
}

const isOtherColumn = (layout: Layout, column: number): boolean => ['ref', 'date', 'lead', 'measure'].includes(layout.roles[column] ?? '')
const fromBelow = (texts: readonly string[], count: number): string[] => Array.from({ length: count }, (_, i) => texts[texts.length - count + i] ?? '')

/** A row that moved left may have lost a cell instead. The approved plan's wording proves it; else it is doubtful. */
const settled = (base: Base, levels: string[], lowest: PaperCell | null, from: number, review: string[], levelOf: LevelOf | null, layout: Layout): Placed => {
  const last = levels.length - 1
  const known = levels.map((text) => (text === '' ? null : (levelOf?.(text) ?? null)))
  if (levelOf !== null && known[last] === last && known.every((k, i) => levels[i] === '' || k === i)) {
    return { ...base, levels, lowest, review, doubt: null, repaired: [...base.repaired, 'the approved plan has each cell at this level'] }
  }
  if (known[last] !== null && known[last]! < last && levels.filter((l) => l !== '').length === 1) {
    const back = levels.map((_, i) => (i === known[last] ? levels[last]! : ''))
    return { ...base, levels: back, lowest: null, lostLevels: [last], doubt: null, review: [...review, 'a status beside words that the approved plan has at a higher level: its own words are lost'] }
  }
  const printed = layout.levels.findIndex((l) => l >= from)
  const level = Math.min(printed === -1 ? last : printed, levels.findIndex((l) => l !== ''))
  return { ...base, levels, lowest, doubt: Math.min(level, last - 1), review: [...review, 'its cells stand in other columns than their headings say, and nothing proves which level each is'] }
}

/** The remark after a moved status. `cut`: its place lies beyond the row's end. */
const remarkAfter = (row: Row, layout: Layout, at: number, shift: number): { remark: string | null; cut: boolean } => {
  if (layout.remark === null) return { remark: null, cut: false }
  const place = layout.remark + shift
  const rest = row.slice(at + 1).map((c) => (c.covered === null ? c.text : ''))
  const there = place > at ? (row[place]?.text ?? '') : ''
  const remark = there !== '' ? there : (rest.find((t) => t !== '') ?? '')
  return { remark, cut: shift > 0 && remark === '' && layout.remark > layout.status! && place >= row.length }
}

/** No status anywhere: a row without one, the rest of the row above, or a remark that took the status's place. */
const placedWithoutStatus = (row: Row, placing: Placing): Placed => {
  const { layout } = placing
  const placed = { ...placedByColumns(row, placing, [], [], null), statuses: [] }
  const printed = textAt(row, layout.status)
  if (printed === '') return { ...placed, line: lineOf(row, layout) }
  const words = printed.split(' ').length
  if (words >= 4 && (placed.remark ?? '') === '' && layout.remark !== null) {
    const last = placed.levels.length - 1
    const lost = placed.levels[last] === '' && placed.levels.some((l) => l !== '') ? [last] : []
    return { ...placed, statuses: null, remark: printed, blank: false, line: row[layout.status!]!, lostLevels: lost, lowest: lost.length > 0 ? null : placed.lowest,
      review: [...placed.review, `a remark stands in the place of the status, which is lost${lost.length > 0 ? ', as are the words it is for' : ''}`] }
  }
  // What stands there may be words of a row that moved, so its parents may be wrong as well.
  return { ...placed, statuses: [printed], blank: false, doubt: 0, review: [...placed.review, `"${printed}" is no status that this table uses`] }
}
const lineOf = (row: Row, layout: Layout): PaperCell => row[layout.levels.at(-1)!] ?? row.at(-1)!
