import { monthEnd } from './due.ts'
import type { ActionRow, LevelRole, PlanRow } from '../../plans/index.ts'
import { levelRoles } from '../../plans/index.ts'
import type { KeyEntry } from '../../progress/index.ts'
import type { Recognised } from '../types.ts'
import type { Chosen } from './choose.ts'
import { levelsOf } from './levels.ts'
import { rowCells, type Content, type ReadRow } from './types.ts'

type Numbered = Omit<ReadRow, 'doubtful'>

/** What a level is in every plan's words: the cell that its words stand in; else by its place, the top a theme and the lowest a milestone. */
const roleOf = (level: string, index: number, levels: readonly string[], rows: readonly Numbered[]): LevelRole => {
  const votes = levelRoles.map((role) => rows.filter((r) => r.path.some((s) => s.level === level && s.text !== '' && s.text === r.cells[role])).length)
  const most = Math.max(...votes)
  if (most > 0) return levelRoles[votes.indexOf(most)]!
  return index === 0 ? 'theme' : index === levels.length - 1 ? 'milestone' : index === 1 ? 'objective' : 'deliverable'
}

const ofPlanRow = (r: PlanRow, row: number): Numbered => ({
  row, path: r.path, cells: { theme: r.theme, objective: r.objective, deliverable: r.deliverable, milestone: r.milestone, status: r.status, remark: r.remark },
  ref: null, due: null, fields: {}, source: r.source, repaired: r.repaired, review: r.review,
})

const ofActionRow = (r: ActionRow, row: number): Numbered => ({
  row, path: r.path, cells: { theme: r.section, objective: null, deliverable: r.action, milestone: r.step, status: null, remark: r.progress },
  ref: r.ref === '' ? null : r.ref, due: r.due?.to ? monthEnd(r.due.to) : null, source: r.source, repaired: r.repaired, review: r.review,
  fields: Object.fromEntries(([['Leads', r.leads?.join('; ')], ['Due', r.due?.words], ['People', r.people], ['Capacity', r.capacity], ['Target', r.target]] as const)
    .flatMap(([heading, text]) => (text ? [[heading, text]] : []))),
})

/** Cells that other rows of the table have and a row under review lost; where it lost none, the doubt is about the row as a whole. */
const withDoubts = (rows: readonly Numbered[]): ReadRow[] => {
  const has = rowCells.filter((cell) => rows.some((r) => r.cells[cell] !== null))
  return rows.map((r) => {
    const lost = r.review.length === 0 ? [] : has.filter((cell) => r.cells[cell] === null)
    return { ...r, doubtful: r.review.length > 0 && lost.length === 0 ? ['row'] : lost }
  })
}

/** Actions print a progress column only now and then: its absence on a step is no loss. */
const actionDoubts = (rows: readonly ReadRow[]): ReadRow[] => rows.map((r) => {
  const lost = r.doubtful.filter((cell) => !(['milestone', 'remark', 'status'].includes(cell)))
  return { ...r, doubtful: r.review.length > 0 && lost.length === 0 ? ['row'] : lost }
})

/** The rows of some tables of one paper as those of one plan. */
export const contentOf = ({ tables, others, findings }: Chosen, recognised: Recognised, named: string | null): Content => {
  let row = 0
  const rows = tables.flatMap((t): Numbered[] => (t.kind === 'actions' ? t.rows.map((r) => ofActionRow(r, row++)) : t.rows.map((r) => ofPlanRow(r, row++))))
  const levels = levelsOf(rows.map((r) => r.path))
  const doubted = withDoubts(rows)
  const key: KeyEntry[] = tables.flatMap((t) => (t.legend ?? []).map(({ name, colour, meaning }) => ({ name, colour, meaning })))
  return {
    named, title: (tables[0]?.title ?? '').replace(/[\s:]+$/, ''), levels, roles: levels.map((level, i) => roleOf(level, i, levels, rows)), others, findings: [...findings, ...recognised.findings],
    rows: tables.some((t) => t.kind === 'actions') ? actionDoubts(doubted) : doubted,
    key: key.filter((entry, i) => key.findIndex((k) => k.name === entry.name && k.meaning === entry.meaning) === i),
  }
}
