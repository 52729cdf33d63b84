import { collapse, plainWords } from '../../../kit/words.ts'
import type { Cell, PlanRow, Step } from '../../../plans/index.ts'
import type { Draft } from './following.ts'
import type { PlanPlace } from './headings.ts'
import type { PlanWording } from './plan-wording.ts'
import type { Themed } from './themes.ts'

export type Shape = {
  readonly names: readonly string[]
  readonly places: readonly (PlanPlace | null)[]
  readonly themed: readonly Themed[]
  readonly isUpdate: boolean
}

/** Drafts -> rows as `read` gives them, proved or questioned by the approved plan's wording where there is one. */
export const rowsOf = (drafts: readonly Draft[], shape: Shape, plan: PlanWording | null): PlanRow[] => {
  const rows = drafts.map((d) => rowOf(d, shape, plan))
  return shape.isUpdate ? flagRepeats(rows) : rows
}

const rowOf = (draft: Draft, { names, places, themed }: Shape, plan: PlanWording | null): PlanRow => {
  const over = themed[draft.theme]
  const texts = [...draft.parents.map((p) => p?.text ?? null), draft.milestone].map((t) => (t === null ? null : collapse(t)))
  const at = (place: PlanPlace): Cell => { const level = places.indexOf(place); return level === -1 ? null : texts[level]! }
  const fromColumn = places.includes('theme')
  const theme = fromColumn ? shortTheme(at('theme')) : (over?.theme?.name ?? null)
  const path: Step[] = [...(over?.theme && !fromColumn ? [{ level: over.theme.level ?? 'Theme', text: over.theme.name }] : []),
    ...texts.flatMap((text, i) => (text === null || text === '' ? [] : [{ level: names[i]!, text }]))]
  const items = draft.parents.filter((p) => p !== null)
  const row: PlanRow = {
    theme, objective: at('objective'), deliverable: at('deliverable'), milestone: at('milestone'),
    status: draft.status, remark: draft.remark === null ? null : collapse(draft.remark), path, ...(draft.fields ? { fields: draft.fields } : {}), source: draft.source,
    repaired: unique([...draft.repaired, ...items.flatMap((p) => [...p.repaired]), ...(over?.repaired ? [over.repaired] : [])]),
    review: unique([...draft.review, ...(over?.review ? [over.review] : []), ...(over?.piece.table.doubt ? [over.piece.table.doubt] : [])]),
  }
  return judged(row, unique([...draft.unsure, ...items.flatMap((p) => [...p.unsure])]), plan)
}
const unique = (all: readonly string[]): string[] => [...new Set(all)]
const shortTheme = (text: Cell): Cell => (text === null ? null : (/^([^:]{2,60}):\s/.exec(text)?.[1] ?? text))

const judged = (row: PlanRow, unsure: readonly string[], plan: PlanWording | null): PlanRow => {
  if (unsure.length > 0 && plan?.proves(row)) return { ...row, repaired: [...row.repaired, 'the approved plan has it so'] }
  const denied = plan?.denies(row) ? ['the approved plan has these words under another heading'] : []
  return { ...row, review: [...row.review, ...unsure, ...denied] }
}

const wordsOf = (row: PlanRow): string => plainWords(row.path.map((s) => s.text).join(' | '))
const count = (keys: readonly string[]): Map<string, number> => { const n = new Map<string, number>(); for (const k of keys) n.set(k, (n.get(k) ?? 0) + 1); return n }
/** The same words twice under one parent: one of the two rows may be a copy, or have the wrong words. */
const flagRepeats = (rows: readonly PlanRow[]): PlanRow[] => {
  // Few milestones share their words at all; only those need their whole path compared.
  const alike = count(rows.map((r) => (r.milestone ?? '').toLowerCase()))
  const doubtful = rows.filter((r) => r.milestone !== null && alike.get(r.milestone.toLowerCase())! > 1)
  const paths = count(doubtful.map(wordsOf))
  const repeated = new Set(doubtful.filter((r) => paths.get(wordsOf(r))! > 1))
  return rows.map((row) => (repeated.has(row) ? { ...row, review: [...row.review, 'the same words stand in another row under the same heading'] } : row))
}
