import { financialYear, parsePeriod, type Period } from '../../../kit/period.ts'
import type { Level } from '../../../kit/finding.ts'
import { describeSource, type Source } from '../../../kit/source.ts'
import { comparePlanWithUpdate, type Change, type ChangeKind, type PlanRow } from '../../../plans/index.ts'
import type { RecognisedTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { nameOf } from '../status/rows.ts'

type Rows = { readonly source: Source; readonly year: Period | null; readonly rows: readonly PlanRow[]; readonly kind: 'plan' | 'progress'; readonly legend: readonly string[] }
const yearOf = (t: RecognisedTable): Period | null => { const p = t.period === null ? null : parsePeriod(t.period); return p === null ? null : financialYear(p) }
const rowsOf = (paper: CheckedPaper): Rows[] => paper.recognised.tables.flatMap((t) =>
  (t.kind === 'plan' || t.kind === 'progress' ? [{ source: t.source, year: yearOf(t), rows: t.rows, kind: t.kind, legend: (t.legend ?? []).map((l) => l.meaning) }] : []))

/** The update against the plan of the same year, or against an earlier update of it where the paper has no plan. */
/** A change, and the table of the update, where what is gone has no row of its own. */
type Told = { readonly change: Change; readonly table: Source }
const changesSince = (paper: CheckedPaper): Told[] => rowsOf(paper).filter((r) => r.kind === 'progress').flatMap((update) => {
  const earlier = paper.against.flatMap(rowsOf).filter((r) => r.year === null || update.year === null || r.year === update.year)
  const plan = earlier.find((r) => r.kind === 'plan') ?? earlier[0]
  return plan ? comparePlanWithUpdate(plan.rows, update.rows, { listsNotDue: update.legend.some((m) => /not (yet )?due/i.test(m)) }).changes.filter((c) => c.sure).map((change) => ({ change, table: update.source })) : []
})
const known = new WeakMap<CheckedPaper, Told[]>()
const changes = (paper: CheckedPaper): Told[] => {
  const made = known.get(paper) ?? (paper.against.length === 0 ? [] : changesSince(paper))
  known.set(paper, made)
  return made
}

const has = (change: Change, kind: ChangeKind): boolean => change.kind === kind || change.also.includes(kind)
const swapped = (change: Change): string => change.words.filter((w) => w.op !== 'same').slice(0, 4).map((w) => `${w.op === 'gone' ? 'no longer' : 'now'} "${brief(w.text.trim(), 50)}"`).join(', ')
const direction = (change: Change): string => (change.easier === null ? '' : ` It got ${change.easier} to meet.`)

type KindOfChange = { readonly kind: ChangeKind; readonly code: string; readonly title: string; readonly level: Level; readonly about: string; readonly say: (change: Change) => string }
const kinds: readonly KindOfChange[] = [
  { kind: 'target changed', code: 'between.target', title: 'Targets other than approved', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the update has another figure or stage than was approved. Restore it, or say when and by whom it was changed.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is not what was approved: ${swapped(c)}.${direction(c)} Restore it, or say who changed it and when.` },
  { kind: 're-dated', code: 'between.date', title: 'Dates other than approved', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the update has another date than was approved. Restore it, or say when and by whom it was changed.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" has another date than was approved: ${swapped(c)}.${direction(c)} Restore it, or say who changed it and when.` },
  { kind: 'dropped', code: 'between.dropped', title: 'Milestones that are gone', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the plan is in the update no more, though the update also lists what is not due. Say what became of it.',
    say: (c) => `"${brief(nameOf(c.approved[0]!))}" was approved (${describeSource(c.approved[0]!.source)} of the earlier paper) and is not in the update. Say what became of it.` },
  { kind: 'added', code: 'between.added', title: 'Milestones that nobody approved', level: 'note',
    about: 'With an approved plan to hold it against: a milestone of the update is not in the plan. Say when it was added.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is not in the approved plan. Say when it was added.` },
  { kind: 'reworded', code: 'between.wording', title: 'Wording other than approved', level: 'note',
    about: 'With an approved plan to hold it against: a milestone of the update is worded differently. Use the approved words, so that it can be found again.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is worded differently from the plan: ${swapped(c)}.` },
]

/** Needs an earlier paper, so its examples are tested with one beside it. */
export const planChecks: readonly Check[] = kinds.map(({ kind, say, ...words }) => defineCheck({
  ...words, right: [], wrong: [],
  find: (paper) => changes(paper).filter(({ change: c }) => c.kind === kind || (kind !== 'reworded' && kind !== 'added' && has(c, kind))).map(({ change: c, table }): Fault => ({
    at: c.reported[0]?.source ?? table, message: say(c), found: c.reported.map(nameOf).join('; '), expected: c.approved.map(nameOf).join('; '),
  })),
}))
