import { financialYear, parsePeriod, type Period } from '../../../kit/period.ts'
import type { Level } from '../../../kit/finding.ts'
import { plainWords } from '../../../kit/words.ts'
import { describeSource, type Source } from '../../../kit/source.ts'
import { comparePlanWithUpdate, type Change, type ChangeKind, type PlanRow } from '../../../plans/index.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { nameOf } from '../status/rows.ts'
import { earlierName } from './earlier.ts'

type Rows = { readonly paper: string; readonly source: Source; readonly period: Period | null; readonly rows: readonly PlanRow[]; readonly kind: 'plan' | 'progress'; readonly legend: readonly string[] }
const rowsIn = (paper: CheckedPaper, name: string): Rows[] => paper.recognised.tables.flatMap((t) =>
  (t.kind === 'plan' || t.kind === 'progress' ? [{ paper: name, source: t.source, period: t.period === null ? null : parsePeriod(t.period), rows: t.rows, kind: t.kind, legend: (t.legend ?? []).map((l) => l.meaning) }] : []))

const yearOf = ({ period }: Rows): Period | null => (period === null ? null : financialYear(period))
const mayBeOf = (earlier: Rows, update: Rows): boolean => {
  const [then, now] = [yearOf(earlier), yearOf(update)]
  return then === null || now === null || then === now
}
/** A plan serves better than an earlier update, one of the same year better than one that says no year, one with mostly the same milestones better than another, and a later one better than an earlier. */
const fitOf = (update: Rows): ((earlier: Rows) => readonly number[]) => {
  const names = new Set(update.rows.map((r) => plainWords(nameOf(r))))
  const isMostlyThese = ({ rows }: Rows): boolean => rows.filter((r) => names.has(plainWords(nameOf(r)))).length * 2 >= Math.min(rows.length, names.size)
  return (earlier) => [earlier.kind === 'plan', earlier.period !== null, isMostlyThese(earlier)].map(Number).concat(Number(earlier.period?.slice(-1) ?? 0))
}
const bestFor = (update: Rows, all: readonly Rows[]): Rows | undefined => {
  const fit = fitOf(update)
  return all.filter((e) => mayBeOf(e, update)).map((rows) => ({ rows, fit: fit(rows) })).toSorted((a, b) => a.fit.map((n, i) => b.fit[i]! - n).find((d) => d !== 0) ?? 0)[0]?.rows
}

/** A change, the table of the update, where what is gone has no row of its own, and what it was held against. */
type Told = { readonly change: Change; readonly table: Source; readonly against: string }
/** The update against the plan of the same year, or against an earlier update of it where no paper has a plan. */
const changesSince = (paper: CheckedPaper): Told[] => {
  const earlier = paper.against.flatMap((e) => rowsIn(e, earlierName(paper, e)))
  return rowsIn(paper, '').filter((r) => r.kind === 'progress').flatMap((update) => {
    const plan = bestFor(update, earlier)
    return plan ? comparePlanWithUpdate(plan.rows, update.rows, { listsNotDue: update.legend.some((m) => /not (yet )?due/i.test(m)) }).changes.filter((c) => c.sure).map((change) => ({ change, table: update.source, against: plan.paper })) : []
  })
}
const known = new WeakMap<CheckedPaper, Told[]>()
const changes = (paper: CheckedPaper): Told[] => {
  const made = known.get(paper) ?? (paper.against.length === 0 ? [] : changesSince(paper))
  known.set(paper, made)
  return made
}

const has = (change: Change, kind: ChangeKind): boolean => change.kind === kind || change.also.includes(kind)
const swapped = (change: Change): string => change.words.filter((w) => w.op !== 'same').slice(0, 4).map((w) => `${w.op === 'gone' ? 'no longer' : 'now'} "${brief(w.text.trim(), 50)}"`).join(', ')
const direction = (change: Change): string => (change.easier === null ? '' : ` It got ${change.easier} to meet.`)

type KindOfChange = { readonly kind: ChangeKind; readonly code: string; readonly title: string; readonly level: Level; readonly about: string; readonly say: (change: Change, against: string) => string }
const kinds: readonly KindOfChange[] = [
  { kind: 'target changed', code: 'between.target', title: 'Targets other than approved', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the update has another figure or stage than was approved. Restore it, or say when and by whom it was changed.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is not what was approved: ${swapped(c)}.${direction(c)} Restore it, or say who changed it and when.` },
  { kind: 're-dated', code: 'between.date', title: 'Dates other than approved', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the update has another date than was approved. Restore it, or say when and by whom it was changed.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" has another date than was approved: ${swapped(c)}.${direction(c)} Restore it, or say who changed it and when.` },
  { kind: 'dropped', code: 'between.dropped', title: 'Milestones that are gone', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the plan is in the update no more, though the update also lists what is not due. Say what became of it.',
    say: (c, against) => `"${brief(nameOf(c.approved[0]!))}" was approved (${describeSource(c.approved[0]!.source)} of ${against}) and is not in the update. Say what became of it.` },
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
  find: (paper) => changes(paper).filter(({ change: c }) => c.kind === kind || (kind !== 'reworded' && kind !== 'added' && has(c, kind))).map(({ change: c, table, against }): Fault => ({
    at: c.reported[0]?.source ?? table, message: say(c, against), found: c.reported.map(nameOf).join('; '), expected: c.approved.map(nameOf).join('; '),
  })),
}))
