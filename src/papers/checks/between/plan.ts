import type { Level } from '../../../kit/finding.ts'
import { describeSource } from '../../../kit/source.ts'
import type { Change, ChangeKind } from '../../../plans/index.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { nameOf } from '../status/rows.ts'
import { changes, type Told } from './changes.ts'

const has = (change: Change, kind: ChangeKind): boolean => change.kind === kind || change.also.includes(kind)
const swapped = (change: Change): string => change.words.filter((w) => w.op !== 'same').slice(0, 4).map((w) => `${w.op === 'gone' ? 'no longer' : 'now'} "${brief(w.text.trim(), 50)}"`).join(', ')
const direction = (change: Change): string => (change.easier === null ? '' : ` It got ${change.easier} to meet.`)

type KindOfChange = { readonly kind: ChangeKind; readonly code: string; readonly title: string; readonly level: Level; readonly about: string; readonly say: (change: Change, told: Told) => string }
const kinds: readonly KindOfChange[] = [
  { kind: 'target changed', code: 'between.target', title: 'Targets other than approved', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the update has another figure or stage than was approved. Restore it, or say when and by whom it was changed.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is not what was approved: ${swapped(c)}.${direction(c)} Restore it, or say who changed it and when.` },
  { kind: 're-dated', code: 'between.date', title: 'Dates other than approved', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the update has another date than was approved. Restore it, or say when and by whom it was changed.',
    say: (c, { dates }) => `"${brief(nameOf(c.reported[0]!))}" ${dates === null ? `has another date than was approved: ${swapped(c)}` : `is due ${dates.now || 'on no day'}, but was approved for ${dates.was || 'no day'}`}.${direction(c)} Restore it, or say who changed it and when.` },
  { kind: 'dropped', code: 'between.dropped', title: 'Milestones that are gone', level: 'warning',
    about: 'With an approved plan to hold it against: a milestone of the plan is in the update no more, though the update also lists what is not due. Say what became of it.',
    say: (c, { against }) => `"${brief(nameOf(c.approved[0]!))}" was approved (${describeSource(c.approved[0]!.source)} of ${against}) and is not in the update. Say what became of it.` },
  { kind: 'added', code: 'between.added', title: 'Milestones that nobody approved', level: 'note',
    about: 'With an approved plan to hold it against: a milestone of the update is not in the plan. Say when it was added.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is not in the approved plan. Say when it was added.` },
  { kind: 'reworded', code: 'between.wording', title: 'Wording other than approved', level: 'note',
    about: 'With an approved plan to hold it against: a milestone of the update is worded differently. Use the approved words, so that it can be found again.',
    say: (c) => `"${brief(nameOf(c.reported[0]!))}" is worded differently from the plan, which has "${brief(nameOf(c.approved[0]!))}": ${swapped(c)}.` },
]

/** Needs an earlier paper, so its examples are tested with one beside it. */
export const planChecks: readonly Check[] = kinds.map(({ kind, say, ...words }) => defineCheck({
  ...words, right: [], wrong: [],
  find: (paper) => changes(paper).filter(({ change: c }) => c.kind === kind || (kind !== 'reworded' && kind !== 'added' && has(c, kind))).map((told): Fault => {
    const { change: c, at, sure } = told
    const doubt = sure ? '' : ' The table is printed crookedly here, so look at the row first.'
    return { at, message: `${say(c, told)}${doubt}`, ...(sure ? {} : { level: 'note' as const }), found: c.reported.map(nameOf).join('; '), expected: c.approved.map(nameOf).join('; ') }
  }),
}))
