import { plainWords } from '../../../kit/words.ts'
import type { PaperCell } from '../../types.ts'
import { placeOfHeading, roleOfHeading, type ColumnRole, type PlanPlace } from './headings.ts'
import { isOpener } from './wording.ts'
import { isCommonStatus, isStatusLetter, statusText } from './statuses.ts'

export type Row = readonly PaperCell[]
/** What a plan or progress table's columns mean. Column numbers count from 0. */
export type Layout = {
  readonly headings: readonly string[]
  readonly roles: readonly ColumnRole[]
  /** From the top level down. */
  readonly levels: readonly number[]
  readonly status: number | null
  readonly remark: number | null
  /** Why a person should look at every row's status, where several columns could hold it. */
  readonly doubt: string | null
}

export const isSameHeadings = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((h, i) => plainWords(h) === plainWords(b[i]!))
const trimmed = (headings: readonly string[]): string[] => { const end = headings.findLastIndex((h) => h !== ''); return headings.slice(0, end + 1) }
const headingsOf = (row: Row): string[] => (row.some((c) => c.paragraphs.some((p) => p.bullet > 0)) ? [] : trimmed(row.map((c) => (c.covered === 'left' ? '' : c.text))))

/** The heading row of a piece and what stands under it; null where the piece is no plan and no update. */
export const layoutOf = (rows: readonly Row[]): { layout: Layout; body: readonly Row[] } | null => {
  for (let at = 0; at < Math.min(4, rows.length); at += 1) {
    const headings = headingsOf(rows[at]!)
    const layout = layoutFrom(headings, rows.slice(at + 1, at + 60))
    const deeper = at + 1 < rows.length ? twoRows(rows[at]!, rows[at + 1]!) : null
    const both = deeper === null ? null : layoutFrom(deeper, rows.slice(at + 2, at + 62))
    if (both !== null && (layout === null || both.status !== null && layout.status === null || isSplit(rows[at]!, rows[at + 1]!))) return { layout: both, body: rows.slice(at + 2) }
    if (layout !== null) return { layout, body: rows.slice(at + 1) }
  }
  return null
}

/** Whether merged cells show that the headings stand over two rows: one reaches across, and its fellows down to beside its parts. */
const isSplit = (upper: Row, lower: Row): boolean => upper.some((c) => c.covered === 'left') && lower.some((c) => c.covered === 'above') && lower.some((c) => c.covered === null && c.text !== '')

/** A heading over two rows ("Progress" over "RAG" and "Comment"), where the second row is all short words. */
const twoRows = (upper: Row, lower: Row): string[] | null => {
  const below = lower.map((c) => (c.covered === 'above' ? '' : c.text))
  if (below.every((t) => t === '') || below.some((t) => t.length > 40 || isCommonStatus(t))) return null
  const width = Math.max(upper.length, lower.length)
  return trimmed(Array.from({ length: width }, (_, i) => (below[i] ? below[i] : (upper[i]?.text ?? ''))))
}

const layoutFrom = (headings: readonly string[], sample: readonly Row[]): Layout | null => {
  if (!isHeadingLike(headings)) return null
  const roles = headings.map(roleOfHeading)
  rankColumns(roles, sample)
  const { at: status, doubt } = statusColumn(headings, roles, sample)
  roles.forEach((role, i) => { if (role === 'status' && i !== status) roles[i] = 'other'; if (i === status) roles[i] = 'status' })
  blankLevels(roles, sample)
  const levels = downwards(roles.flatMap((role, i) => (role === 'level' ? [i] : [])), headings)
  const layout = { headings, roles, levels, status, remark: remarkColumn(headings, roles, status), doubt }
  return isPlanShape(layout) ? layout : null
}

/** Levels stand from the top down, from left to right, unless their headings say the opposite throughout. */
const downwards = (levels: number[], headings: readonly string[]): number[] => {
  const ranks = levels.map((l) => { const place = placeOfHeading(headings[l]!); return place === null ? null : places.indexOf(place) })
  const upwards = ranks.length > 1 && ranks.every((r, i) => r !== null && (i === 0 || r < ranks[i - 1]!))
  return upwards ? levels.toReversed() : levels
}
const places: readonly PlanPlace[] = ['theme', 'objective', 'deliverable', 'milestone']

/** Headings are a few words each, in most columns; a row of sentences, promises, statuses or figures is none. */
const isHeadingLike = (headings: readonly string[]): boolean => {
  const said = headings.filter((h) => h !== '')
  return said.length >= 2 && said.length * 2 > headings.length && said.every(isHeadingShape) && !said.some(isCommonStatus) && said.filter((h) => isOpener(h) && h.split(' ').length >= 3).length < 2
}
const isHeadingShape = (h: string): boolean => h.length <= longestHeading && h.replace(/\([^)]*\)/g, '').trim().split(/\s+/).length <= 12 && /\p{L}/u.test(h) && !/^[\d(]/.test(h)

/** Several columns may hold statuses (last quarter's and this one's): the current one; where that isn't said, the last that is filled, in doubt. */
const statusColumn = (headings: readonly string[], roles: readonly ColumnRole[], sample: readonly Row[]): { at: number | null; doubt: string | null } => {
  const headed = roles.flatMap((role, i) => (role === 'status' ? [i] : []))
  const filled = headed.filter((i) => shareOfStatuses(sample, i).filled > 0)
  const found = headed.length > 0 ? filled : headings.flatMap((_, i) => (roles[i] !== 'level' && roles[i] !== 'ref' && isStatusColumn(sample, i) ? [i] : []))
  const candidates = currentOf(found, headings)
  if (candidates.length < 2) return { at: candidates[0] ?? headed.at(-1) ?? null, doubt: null }
  const quarters = candidates.map((i) => quarterOf(headings[i]!))
  const latest = quarters.includes(null) ? candidates.at(-1)! : candidates[quarters.indexOf(Math.max(...quarters.map(Number)))]!
  // A later quarter's column that is still empty shows which quarter it is now.
  const isNow = headings.some((h, i) => !found.includes(i) && (quarterOf(h) ?? 0) > (quarterOf(headings[latest]!) ?? 9) && shareOfStatuses(sample, i).filled === 0)
  return { at: latest, doubt: isNow ? null : `${candidates.length} columns hold statuses (${candidates.map((i) => `"${headings[i]!}"`).join(', ')}): read from "${headings[latest]!}"` }
}
const currentOf = (columns: readonly number[], headings: readonly string[]): readonly number[] => {
  const now = columns.filter((i) => !/\b(?:previous\w*|prev|prior|last|earlier|former|forecast\w*|projected|predicted|expected|year[- ]end|outlook|original|baseline|direction|trend|dot)\b/i.test(headings[i]!))
  const said = now.filter((i) => /\b(?:current|latest|this|now|overall)\b/i.test(headings[i]!))
  return said.length > 0 ? said : now.length > 0 ? now : columns
}
const quarterOf = (heading: string): number | null => { const m = /\b(?:q|qtr|quarter)\s?([1-4])\b/i.exec(heading); return m ? Number(m[1]) : null }
const isStatusColumn = (sample: readonly Row[], column: number): boolean => { const { filled, statuses } = shareOfStatuses(sample, column); return statuses >= 3 && statuses * 10 >= filled * 7 }
const shareOfStatuses = (sample: readonly Row[], column: number): { filled: number; statuses: number } => {
  const texts = sample.map((r) => statusText(r[column])).filter((t) => t !== '')
  return { filled: texts.length, statuses: texts.filter((t) => isCommonStatus(t) || isStatusLetter(t)).length }
}

/** "Priority" over High, Medium and Low ranks what the row is about, and "Management response" over Agreed answers it: neither is a tier of the plan. */
const rankColumns = (roles: ColumnRole[], sample: readonly Row[]): void => roles.forEach((role, i) => {
  const texts = role === 'level' ? sample.map((r) => r[i]?.text ?? '').filter((t) => t !== '') : []
  if (texts.length > 0 && texts.every((t) => ranks.test(t))) roles[i] = 'other'
})
const ranks = /^(?:very )?(?:high|medium|med|low|critical|major|moderate|minor|essential|important|desirable|significant|advisory|urgent|routine|h|m|l|p[1-5]|priority [1-5]|[1-5]|(?:partly |partially |not )?(?:agreed|accepted)|rejected|yes|no)(?: priority)?\.?$/i

/** A column between the levels whose heading was lost, but whose cells are sentences, is a level. */
const blankLevels = (roles: ColumnRole[], sample: readonly Row[]): void => {
  const last = roles.lastIndexOf('level')
  roles.forEach((role, i) => {
    if (role !== 'blank' || i > last) return
    const texts = sample.map((r) => r[i]?.text ?? '').filter((t) => t !== '')
    if (texts.length >= 2 && texts.filter((t) => t.split(' ').length >= 3).length * 2 > texts.length) roles[i] = 'level'
  })
}

/** The remarks on the status: the nearest to its right, else any. */
const remarkColumn = (headings: readonly string[], roles: readonly ColumnRole[], status: number | null): number | null => {
  const all = headings.flatMap((_, i) => (roles[i] === 'remark' ? [i] : []))
  return all.find((i) => status !== null && i > status) ?? all.at(-1) ?? null
}

/** Indicators with targets, schemes with money and risks have statuses too, and are no plan. */
const isOtherKind = (headings: readonly string[], roles: readonly ColumnRole[], levels: readonly number[]): boolean => {
  if (headings.some((h) => /^(?:key |strategic |corporate |principal )?risks?\b(?! rating)/i.test(h))) return true
  const does = levels.some((l) => /\b(?:milestones?|actions?|deliverables?|will|tasks?|steps?|commitments?)\b/i.test(headings[l]!))
  if (does) return false
  const says = (words: RegExp): boolean => headings.some((h) => words.test(h))
  return says(/\b(?:indicators?|kpis?|measures?)\b/i) && says(/\b(?:actual|target|outturn|result|value|baseline)\b/i) || levels.length === 1 && roles.filter((r) => r === 'measure').length >= 2
}

/** A plan has two levels or more; an update a status and a level. Leads with due months and no status are an action table. */
const isPlanShape = ({ headings, roles, levels, status }: Layout): boolean => {
  if (levels.length === 0 || isOtherKind(headings, roles, levels)) return false
  if (status !== null) return levels.some((i) => i !== status)
  const named = headings.some((h) => ['milestone', 'deliverable'].includes(placeOfHeading(h) ?? ''))
  if (roles.includes('lead') && roles.includes('date') && !named) return false
  return levels.length >= 2 && !roles.includes('measure') || levels.length >= 2 && named
}

/** Whether a row repeats the headings, as tables do at the top of a page. */
export const isHeadingRow = (row: Row, layout: Layout): boolean => {
  const cells = row.filter((c) => c.text !== '')
  if (cells.length === 0 || cells.some((c) => c.text.length > longestHeading)) return false
  const said = layout.headings.map((h) => plainWords(h)).filter((h) => h !== '')
  return cells.length * 2 >= said.length && cells.filter((c) => said.includes(plainWords(c.text))).length * 3 >= cells.length * 2
}
const longestHeading = 90

/** Whether the headings of a piece are those of another with some lost. */
export const isPartOf = (part: Layout, whole: Layout): boolean => {
  if (part.headings.length >= whole.headings.length && isSameHeadings(part.headings, whole.headings)) return false
  let at = 0
  for (const heading of part.headings.filter((h) => h !== '')) {
    const found = whole.headings.findIndex((h, i) => i >= at && plainWords(h) === plainWords(heading))
    if (found === -1) return false
    at = found + 1
  }
  return true
}
