import type { Source } from '../../../kit/source.ts'
import type { ActionRow, Due, Step } from '../../../plans/index.ts'
import { dueOf } from './due.ts'
import type { ActionRole } from './headings.ts'
import { isCutOff, joinOver, leadsOf, startsLow } from './parts.ts'

/** The cells of an action besides its own words. */
export type OtherRole = Exclude<ActionRole, 'section' | 'ref' | 'action' | 'step'>
export const otherRoles: readonly OtherRole[] = ['leads', 'due', 'progress', 'people', 'capacity', 'target']

/** A row while its table is read: pieces of later lines and pages are still added to it. */
export type Draft = {
  kind: 'action' | 'step' | 'measure'
  over: readonly Step[]
  label: string | null
  ref: string | null
  text: string
  action: Draft | null
  /** The words of each cell, a paragraph each; null where they are lost or can't be told from a neighbour's. */
  cells: Partial<Record<OtherRole, string[] | null>>
  source: Source
  repaired: string[]
  review: string[]
  /** True where its own words may be a neighbour's as well. */
  doubtful: boolean
}

export const draftOf = (given: Pick<Draft, 'kind' | 'over' | 'text' | 'source'> & Partial<Draft>): Draft =>
  ({ label: null, ref: null, action: null, cells: {}, repaired: [], review: [], doubtful: false, ...given })

export const flag = (draft: Draft, why: string): void => { if (!draft.review.includes(why)) draft.review.push(why) }

/** Adds words that stand further down or on the next page to a draft's own text. */
export const continueText = (draft: Draft, words: string, overPage: boolean): void => {
  const { text, repeated } = joinOver(draft.text, words)
  draft.text = text
  noteJoin(draft, repeated, overPage)
}
/** The same for one of its cells. */
export const continueCell = (draft: Draft, role: OtherRole, paragraphs: readonly string[], overPage: boolean): void => {
  const before = draft.cells[role] ?? []
  const [first, ...rest] = paragraphs
  if (first === undefined) return
  if (role === 'leads' && overPage && before.length > 0 && !isCutOff(before.at(-1)!) && !startsLow(first)) { draft.cells[role] = [...before, ...paragraphs]; return }
  const { text, repeated } = joinOver(before.at(-1) ?? '', first)
  draft.cells[role] = [...before.slice(0, -1), text, ...rest]
  noteJoin(draft, repeated, overPage)
}
const noteJoin = (draft: Draft, repeated: string | null, overPage: boolean): void => {
  if (overPage && !draft.repaired.includes(overPages)) draft.repaired.push(overPages)
  if (repeated !== null) flag(draft, `the next page repeats "${repeated}", which is given once`)
}
const overPages = 'joined with its continuation on the next page'

const cellText = (draft: Draft, role: OtherRole, has: ReadonlySet<ActionRole>): string | null => {
  const cell = draft.cells[role]
  return !has.has(role) || cell === null ? null : (cell ?? []).join(' ')
}

const dueIn = (draft: Draft, has: ReadonlySet<ActionRole>): Due | null => {
  const words = cellText(draft, 'due', has)
  return words === null ? null : dueOf(words)
}

const pathOf = (d: Draft, names: Names): Step[] => [
  ...d.over,
  ...(d.kind === 'measure' ? [{ level: names.measure, text: d.text }] : [{ level: names.action, text: d.action?.text ?? d.text }]),
  ...(d.kind === 'step' ? [...(d.label === null ? [] : [{ level: 'Heading', text: d.label }]), { level: names.step, text: d.text }] : []),
]
export type Names = { readonly action: string; readonly step: string; readonly measure: string }

/** A finished row. A measure's words are its target; what no column was printed for is null. */
export const rowOf = (d: Draft, has: ReadonlySet<ActionRole>, names: Names): ActionRow => {
  const measure = d.kind === 'measure'
  const leads = d.cells.leads
  return {
    section: d.over.find((s) => s.text !== '')?.text ?? null,
    ref: d.ref, action: measure ? null : (d.action?.text ?? d.text), step: d.kind === 'step' ? d.text : null,
    leads: measure || !has.has('leads') || leads === null ? null : leadsOf(leads ?? []), due: measure ? null : dueIn(d, has),
    progress: measure ? null : cellText(d, 'progress', has), people: measure ? null : cellText(d, 'people', has), capacity: measure ? null : cellText(d, 'capacity', has),
    target: measure ? d.text : cellText(d, 'target', has),
    path: pathOf(d, names), source: d.source, repaired: d.repaired, review: d.action?.doubtful === true && d.review.length === 0 ? ['the words of its action are in doubt'] : d.review,
  }
}
