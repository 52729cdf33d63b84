import { dayOf, type Day } from '../../../kit/day.ts'
import { collapse } from '../../../kit/words.ts'
import type { PaperCell, PaperTable } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'
import { saidDates } from '../dates/said.ts'
import { packOf, type Part } from '../pack/pack.ts'

/** A row of a table of actions, as its columns say. `lead` and `progress` are null where the table has no such column. */
export type Action = { readonly action: PaperCell; readonly lead: string | null; readonly due: string; readonly dueCell: PaperCell; readonly progress: string | null; readonly whole: boolean }
export type ActionTable = { readonly heading: readonly PaperCell[]; readonly actions: readonly Action[]; readonly part: Part | null }

const roles = {
  action: /^(?:(?:key|further|next|agreed|planned|improvement|recovery|mitigating|management|proposed|required) )*(actions?|tasks?|activit(y|ies)|steps?|milestones?|deliverables?|commitments?|recommendations?|projects?|schemes?|initiatives?|objectives?|what will we do|what we will do|what action will be taken|actions? (we will take|to be taken|required))\b/i,
  lead: /^(leads?|lead officers?|(?:action |risk |milestone )?owners?|persons?|who|responsible|accountable|officers?|responsibility|assigned to|sponsor)\b|person|responsible/i,
  due: /^(timescales?|by when|due( date| by)?|deadline|when|target (date|completion)|completion date|complet(e|ed|ion) by|timeframe|timeline|date due|(revised |new )?end date|(original |agreed )?(new|revised|target|agreed|implementation|original|completion) date|by|to be done by|finish)\b/i,
  progress: /^(progress|status|state|rag|update|latest|position|current position|remarks?|comments?|commentary|outcome|complete)\b/i,
} as const
type Columns = { readonly action: number; readonly lead: number; readonly due: number; readonly progress: number }

const columnsOf = (row: readonly PaperCell[]): Columns | null => {
  const find = (role: keyof typeof roles): number => row.findIndex((c) => c.text.length < 50 && roles[role].test(c.text))
  const due = find('due')
  const [action, lead, progress] = [find('action'), find('lead'), find('progress')]
  if (due > 0 && lead >= 0 && lead !== due) return { action: action < 0 ? 0 : action, lead, due, progress }
  return due > 0 && action >= 0 && action !== due && progress >= 0 && progress !== due ? { action, lead, due, progress } : null
}

const numbered = /^(\d+[a-z]?(\.\d+)*\s|\d+[a-z]?\s\d|[a-z][.)]\s|[-–•])/
const total = /^(?:all|total|sum of|overall)\b/i
const rowOf = (row: readonly PaperCell[], c: Columns, above: string): Action | null => {
  const cell = (i: number): string => (i < 0 ? '' : collapse(row[i]?.text ?? ''))
  const [action, dueCell] = [row[c.action], row[c.due]]
  if (!action || !dueCell || action.text === '' || (total.test(action.text) && cell(c.lead) === '' && cell(c.due) === '')) return null
  const carried = /^[a-z(&]/.test(action.text) && !numbered.test(action.text) && (action.paragraphs[0]?.bullet ?? 0) === 0
  return { action, dueCell, lead: c.lead < 0 ? null : cell(c.lead), due: cell(c.due), progress: c.progress < 0 ? null : cell(c.progress), whole: !carried && !/\b(and|or|the|of|to|in|for|with|a|case)$/.test(above) }
}

/** A table of actions has its header in its first rows; pages repeat it, and the next piece of the table goes on under it. */
/** A table with headings of its own, whatever they are, goes on with no other. */
const isHeaded = ({ rows: [first, ...rest] }: PaperTable): boolean =>
  first !== undefined && first.length >= 3 && first.every((c) => c.text !== '' && c.text.length <= 40 && !/[\d.]/.test(c.text)) && rest.some((row) => row.some((c) => /\d/.test(c.text)))
const readTable = (table: PaperTable, part: Part | null, carried: Heading | null): { tables: ActionTable[]; last: Heading | null } => {
  const found: (Heading & { actions: Action[]; part: Part | null })[] = carried ? [{ ...carried, actions: [], part }] : []
  let above = ''
  for (const row of table.rows) {
    const columns = columnsOf(row)
    const own = found.at(-1)
    if (columns) { found.push({ heading: row, columns, actions: [], part }); above = '' } else if (own) {
      const action = rowOf(row, own.columns, above)
      if (action) { own.actions.push(action); above = action.action.text }
    }
  }
  return { tables: found.filter((t) => t.actions.length > 0), last: found.at(-1) ?? null }
}
type Heading = { readonly heading: readonly PaperCell[]; readonly columns: Columns }

const known = new WeakMap<CheckedPaper['content'], readonly ActionTable[]>()
/** The tables of a paper that say who does what by when. */
export const actionTables = (paper: CheckedPaper): readonly ActionTable[] => {
  const before = known.get(paper.content)
  if (before) return before
  const partAt = new Map(packOf(paper).parts.flatMap((p) => p.lines.map((l) => [l.block, p] as const)))
  let carried: Heading | null = null
  const all = paper.content.blocks.flatMap((b, i) => {
    if (b.kind !== 'table') { carried = null; return [] }
    const { tables, last } = readTable(b, partAt.get(i) ?? null, isHeaded(b) ? null : carried)
    carried = last
    return tables
  })
  const merged = joined(all)
  known.set(paper.content, merged)
  return merged
}
/** Pieces under the same headings are one table that runs over pages. */
const joined = (pieces: readonly ActionTable[]): ActionTable[] => {
  const whole: (ActionTable & { actions: Action[] })[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last !== undefined && last.part === piece.part && headingKey(last) === headingKey(piece)) last.actions.push(...piece.actions)
    else whole.push({ ...piece, actions: [...piece.actions] })
  }
  return whole
}
const headingKey = (t: ActionTable): string => t.heading.map((c) => c.text).join('|')

const yearOnly = /^\W*(20\d\d)\s?[/-]\s?(\d\d)\W*$|^\W*(\d\d)\/(\d\d)\W*$/
/** The last day by which an action was to be done, where its words say a month or a day; a financial year ends in March. */
export const dueBy = (words: string): Day | null => {
  const span = yearOnly.exec(words)
  if (span) return dayOf(span[1] ? Number(span[1]) + 1 : 2000 + Number(span[4]), 3, 31)
  if (/\b(monthly|quarterly|qrtly|annually|ongoing|each|every)\b|^annual\b|\b\d\d\s?[-–/]\s?\d\d\b(?!\/)/i.test(words)) return null
  const last = saidDates(words.replace(/(\w)\s?\/\s?(?=[A-Z])/g, '$1 / ')).filter((d) => d.month !== null && d.month <= 12 && d.year !== null && d.year > 1990 && d.year < 2100).map((d) => d.day ?? endOfMonth(d.year!, d.month!)).sort().at(-1)
  return last ?? null
}
const endOfMonth = (year: number, month: number): Day => [31, 30, 29, 28].map((d) => dayOf(year, month, d)).find((d) => d !== null)!

const logDate = /^(date( of)?( last)? (update|updated|issue|revision|version)|last updated|updated|version date)\b/i
/** The day a paper speaks from: its meeting, else the latest entry of its document log. */
export const speaksOn = (paper: CheckedPaper, part: Part | null): Day | null => {
  const meeting = part?.meeting ?? packOf(paper).meeting
  if (meeting !== null) return meeting
  const logged = paper.content.blocks.flatMap((b) => (b.kind !== 'table' ? [] : b.rows.slice(1).flatMap((row) => {
    const column = b.rows[0]!.findIndex((c) => logDate.test(c.text))
    return column < 0 ? [] : saidDates(row[column]?.text ?? '').flatMap((d) => d.day ?? [])
  })))
  return logged.sort().at(-1) ?? null
}
