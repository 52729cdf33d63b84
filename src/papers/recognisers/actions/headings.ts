import { collapse } from '../../../kit/words.ts'
import { dueOf } from './due.ts'
import type { PaperCell } from '../../types.ts'

/** What a column of an action table holds; null where its heading says nothing we have a place for. */
export type ActionRole = 'section' | 'ref' | 'action' | 'step' | 'leads' | 'due' | 'progress' | 'people' | 'capacity' | 'target'

const plain = (heading: string): string => collapse(heading.toLowerCase().replace(/\([^)]*\)/g, ' ').replace(/[*†:]/g, ' ').replace(/[’‘]/g, "'"))

/** In order: what is said outright before what a word may also mean. */
const meanings: readonly (readonly [RegExp, ActionRole])[] = [
  [/^(?:ref(?:erence)?(?: no| number)?\.?|no\.?|nos\.?|number|id|#|item(?: no\.?)?|action (?:no|number|ref|id)\.?|rec(?:ommendation)? (?:no|number|ref)\.?)$/, 'ref'],
  [/\b(?:progress|updates?|to date|commentary)\b/, 'progress'],
  [/\b(?:by when|when|timescales?|time ?frames?|time ?lines?|timings?|deadlines?|due|target dates?|completion|start|end date|dates?|delivery date|milestone dates?)\b/, 'due'],
  [/\b(?:sub-?actions?|steps?|sub-?tasks?|key tasks?|milestones?)\b/, 'step'],
  [/\b(?:leads?|owners?|owned|responsib\w*|accountab\w*|who|persons?|forums?|officers?|by whom|action by|sponsor)\b/, 'leads'],
  [/\b(?:people|partners?|partner organisations?|stakeholders?|involved|working with|consultees)\b/, 'people'],
  [/\b(?:capacity|resources?|costs?|budget|funding|requirements?|support needed|investment)\b/, 'capacity'],
  [/\b(?:targets?|success|criteria|outcomes?|outputs?|kpis?|indicators?|evidence|impacts?|what will be different|difference|how (?:will )?we(?: will| ll)? (?:know|measure)|measures? of|performance measures?|benefits?)\b/, 'target'],
  [/\b(?:actions? (?:we|to|required|needed|plan|proposed|agreed)|agreed actions?|actions?|tasks?|activit\w+|what (?:we )?will|what we|what needs|we will|how we will|improvements? (?:action|required|needed)|interventions?|what)\b/, 'action'],
  [/\b(?:comments?|position|narrative|latest|notes?|response)\b/, 'progress'],
  [/\b(?:recommendations?|priorit\w+|objectives?|themes?|areas?|findings?|issues?|aims?|sections?|standards?|domains?|must do|should do|requirement notice|improvement)\b/, 'section'],
]
const statusHeading = /^(?:b?rag\b.*|status|rating|.*\b(?:rag|brag) (?:status|rating)|progress (?:status|rating)|current status)$/
/** Columns of other kinds of table: a plan's own levels, risks, money. */
const foreign = /\b(?:deliverables?|this year we will|key milestones?|risks?|likelihood|mitigations?|score|scheme|variance|outturn|decisions?|governance)\b/

const roleOf = (words: string): ActionRole | null => (words.length > 70 || !/[a-z#]/.test(words) ? null : meanings.find(([pattern]) => pattern.test(words))?.[1] ?? null)
/** Who or when: without one of these a row heads no actions, which is told of most rows by these patterns alone. */
const whoOrWhen = meanings.flatMap(([pattern, role]) => (role === 'leads' || role === 'due' ? [pattern] : []))

/** The columns of an action table, by their headings; null for a row that heads no such table. */
export type Columns = { readonly headings: readonly string[]; readonly roles: readonly (ActionRole | null)[] }

/** The first column of each role counts; where only recommendations are listed, they are the actions. */
const firstOfEach = (roles: readonly (ActionRole | null)[]): (ActionRole | null)[] => {
  const first = roles.map((r, i) => (r !== null && roles.indexOf(r) === i ? r : null))
  return first.includes('action') ? first : first.includes('step') ? first.map((r) => (r === 'step' ? 'action' : r)) : first.map((r) => (r === 'section' ? 'action' : r))
}

const longest = 90
/** A heading is a few words and no date or sentence. */
const isShaped = (text: string): boolean => text.length <= longest && text.split(' ').length <= 10 && !(/[.;,]$/.test(text) && text.split(' ').length > 2) && dueOf(text).from === null

/** Reads a row as the heading of an action table: what is to be done, and by whom or by when. A table with a column of statuses is an update. */
export const columnsOf = (row: readonly PaperCell[]): Columns | null => columnsFrom(row.map(headingOf))
const headingOf = (cell: PaperCell): string => (cell.covered === 'left' ? '' : cell.text)

/** Every row of a paper is asked: the cheap questions come first. */
const columnsFrom = (headings: readonly string[]): Columns | null => {
  const filled = headings.filter((h) => h !== '')
  if (filled.some((h) => h.length > longest) || filled.filter((h) => /[a-z#]/i.test(h)).length < 2) return null
  const words = headings.map(plain)
  if (!words.some((w) => whoOrWhen.some((pattern) => pattern.test(w)))) return null
  const roles = firstOfEach(words.map(roleOf))
  const known = roles.filter((r) => r !== null).length
  const named = roles.includes('action') && (roles.includes('leads') || roles.includes('due')) && known >= 2 && known * 2 >= filled.length
  if (!named || filled.some((h) => !isShaped(h)) || words.some((w) => w !== '' && (statusHeading.test(w) || foreign.test(w)))) return null
  return { headings, roles }
}

/** A heading over two lines, the first of which is none by itself: the cells of both, one under the other. */
export const columnsOver = (first: readonly PaperCell[], second: readonly PaperCell[] | undefined): Columns | null => {
  if (second === undefined || first.length !== second.length) return null
  const short = second.every((c, i) => c.text === '' || first[i]!.text === '' || c.text.split(' ', 3).length <= 2)
  return short ? columnsFrom(first.map((c, i) => (c.covered === 'left' ? '' : collapse(`${c.text} ${second[i]!.text}`)))) : null
}

/** Whether a row further down repeats a heading, as tables do over pages: a row of actions may have such words too. */
export const repeatsHeading = (known: Columns, found: Columns): boolean => {
  const headings = found.headings.filter((h) => h !== '')
  const again = headings.filter((h) => known.headings.some((k) => k !== '' && (k.startsWith(h) || h.startsWith(k))))
  return again.length * 2 >= headings.length
}
