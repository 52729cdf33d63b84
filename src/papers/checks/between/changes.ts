import { financialYear, parsePeriod, type Period } from '../../../kit/period.ts'
import { plainWords, similarity } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import { comparePlanWithUpdate, withDates, type Change, type Due, type PlanRow } from '../../../plans/index.ts'
import { actionsAsPlan } from '../../actions-as-plan.ts'
import { dueOf as dueSaid } from '../../recognisers/actions/due.ts'
import type { RecognisedTable } from '../../types.ts'
import type { CheckedPaper } from '../check.ts'
import { dueOf, nameOf } from '../status/rows.ts'
import { earlierName } from './earlier.ts'

/** The rows of a plan or an update, with when each is due where a column of their own says so. */
export type Rows = { readonly paper: string; readonly source: Source; readonly period: Period | null; readonly rows: readonly PlanRow[]; readonly kind: 'plan' | 'progress' | 'actions'; readonly legend: readonly string[]; readonly dues: ReadonlyMap<PlanRow, Due> }

type Table = Extract<RecognisedTable, { kind: 'plan' | 'progress' | 'actions' }>
const isTable = (t: RecognisedTable): t is Table => t.kind === 'plan' || t.kind === 'progress' || t.kind === 'actions'
const datedRows = (rows: readonly PlanRow[]): ReadonlyMap<PlanRow, Due> => new Map(rows.flatMap((row) => { const words = dueOf(row); return words === null ? [] : [[row, dueSaid(words)] as const] }))
export const rowsIn = (paper: CheckedPaper, name: string): Rows[] => paper.recognised.tables.filter(isTable).map((t) => {
  const { rows, dues } = t.kind === 'actions' ? actionsAsPlan(t.rows) : { rows: t.rows, dues: datedRows(t.rows) }
  return { paper: name, source: t.source, period: t.period === null ? null : parsePeriod(t.period), rows, dues, kind: t.kind, legend: (t.legend ?? []).map((l) => l.meaning) }
})

const yearOf = ({ period }: Rows): Period | null => (period === null ? null : financialYear(period))
export const mayBeOf = (earlier: Rows, update: Rows): boolean => {
  const [then, now] = [yearOf(earlier), yearOf(update)]
  return then === null || now === null || then === now
}
const namesOf = (rows: readonly PlanRow[]): Set<string> => new Set(rows.map((r) => plainWords(nameOf(r))))
const areMostly = (names: ReadonlySet<string>, { rows }: Rows): boolean => rows.filter((r) => names.has(plainWords(nameOf(r)))).length * 2 >= Math.min(rows.length, names.size)
/** A plan serves better than an earlier update, one of the same year better than one that says no year, one with mostly the same milestones better than another, and a later one better than an earlier. Actions are held only against a list of mostly the same actions: a paper has many lists. */
const bestFor = (update: Rows, all: readonly Rows[]): Rows | undefined => {
  const names = namesOf(update.rows)
  const fit = (e: Rows): readonly number[] => [e.kind !== 'progress', e.period !== null, areMostly(names, e)].map(Number).concat(Number(e.period?.slice(-1) ?? 0))
  const fitting = all.filter((e) => (update.kind === 'actions' || e.kind === 'actions' ? areMostly(names, e) : mayBeOf(e, update)))
  return fitting.map((rows) => ({ rows, fit: fit(rows) })).toSorted((a, b) => a.fit.map((n, i) => b.fit[i]! - n).find((d) => d !== 0) ?? 0)[0]?.rows
}

/** A change, where it is told (what is gone stands after the row that it followed), what it was held against, whether the two rows are surely one, and the dates of both where columns of their own give two. */
export type Told = { readonly change: Change; readonly at: Source; readonly against: string; readonly sure: boolean; readonly dates: { readonly was: string; readonly now: string } | null }

/** The same milestone beyond doubt, though one of the two was read from a row that its paper printed crookedly. */
const isSame = ({ kind, approved: [a, ...more], reported: [b, ...others] }: Change): boolean =>
  (kind === 'reworded' || kind === 'target changed' || kind === 're-dated') && a !== undefined && b !== undefined && more.length + others.length === 0 && similarity(nameOf(a), nameOf(b)) >= 0.6

const datesOf = ({ approved: [a], reported: [b] }: Change, plan: Rows, update: Rows): Told['dates'] => {
  const [was, now] = [a && plan.dues.get(a)?.words, b && update.dues.get(b)?.words]
  return was === undefined || now === undefined || plainWords(was) === plainWords(now) ? null : { was, now }
}
const placed = (changes: readonly Change[], plan: Rows, update: Rows): Told[] => {
  let last = update.source
  return changes.flatMap((change): Told[] => {
    last = change.reported[0]?.source ?? last
    return change.sure || isSame(change) ? [{ change, at: last, against: plan.paper, sure: change.sure, dates: datesOf(change, plan, update) }] : []
  })
}
/** The update against the plan of the same year, or against an earlier update of it where no paper has a plan. */
const changesSince = (paper: CheckedPaper): Told[] => {
  const earlier = paper.against.flatMap((e) => rowsIn(e, earlierName(paper, e)))
  return rowsIn(paper, '').filter((r) => r.kind !== 'plan').flatMap((update) => {
    const plan = bestFor(update, earlier)
    if (!plan) return []
    const comparison = comparePlanWithUpdate(plan.rows, update.rows, { listsNotDue: update.kind === 'actions' || update.legend.some((m) => /not (yet )?due/i.test(m)) })
    return placed(withDates(comparison, new Map([...plan.dues, ...update.dues])).changes, plan, update)
  })
}
const known = new WeakMap<CheckedPaper, Told[]>()
/** What changed between the approved plan and the update, the plan's order kept. */
export const changes = (paper: CheckedPaper): readonly Told[] => {
  const made = known.get(paper) ?? (paper.against.length === 0 ? [] : changesSince(paper))
  known.set(paper, made)
  return made
}
