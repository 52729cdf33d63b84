import { daysOf, printPeriod } from '../../../kit/period.ts'
import { plainWords } from '../../../kit/words.ts'
import { comparePlanWithUpdate, type Due, type PlanRow } from '../../../plans/index.ts'
import type { StatusKind } from '../../../progress/index.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { nameOf, standing, statusRows } from '../status/rows.ts'
import { threshold } from '../settings.ts'
import { earlierName } from './earlier.ts'
import { mayBeOf, rowsIn, type Rows } from './changes.ts'

/** A milestone in the last update before this one, and in this. */
type Step = { readonly before: PlanRow; readonly now: PlanRow; readonly kindBefore: StatusKind | null; readonly kindNow: StatusKind | null; readonly dues: readonly [Due | undefined, Due | undefined]; readonly when: string }

const isBefore = (earlier: Rows, update: Rows): boolean => earlier.period !== null && update.period !== null && daysOf(earlier.period).to < daysOf(update.period).to
const stepsIn = (paper: CheckedPaper): Step[] => {
  const kinds = new Map([paper, ...paper.against].flatMap((p) => statusRows(p).map((r) => [r.row.source, r.kind] as const)))
  const earlier = paper.against.flatMap((e) => rowsIn(e, earlierName(paper, e))).filter((r) => r.kind === 'progress')
  return rowsIn(paper, '').filter((r) => r.kind === 'progress').flatMap((update) => {
    const before = earlier.filter((e) => mayBeOf(e, update) && isBefore(e, update)).toSorted((a, b) => (daysOf(a.period!).to < daysOf(b.period!).to ? 1 : -1))[0]
    if (!before) return []
    const pairs = comparePlanWithUpdate(before.rows, update.rows, { listsNotDue: false }).changes.filter((c) => c.sure && c.approved.length === 1 && c.reported.length === 1)
    return pairs.map(({ approved: [old], reported: [now] }): Step => ({ before: old!, now: now!, kindBefore: kinds.get(old!.source) ?? null, kindNow: kinds.get(now!.source) ?? null, dues: [before.dues.get(old!), update.dues.get(now!)], when: printPeriod(before.period!) }))
  })
}
const known = new WeakMap<CheckedPaper, readonly Step[]>()
const steps = (paper: CheckedPaper): readonly Step[] => {
  const made = known.get(paper) ?? (paper.against.length === 0 ? [] : stepsIn(paper))
  known.set(paper, made)
  return made
}

export const reopened: Check = defineCheck({
  code: 'between.reopened', title: 'Completed last time, and no longer', level: 'warning',
  about: 'With the last update to hold it against: a milestone that was completed there is open again here. Say what happened, or correct the status.',
  right: [], wrong: [],
  find: (paper) => steps(paper).filter((s) => s.kindBefore === 'complete' && s.kindNow !== null && s.kindNow !== 'complete').map((s): Fault => ({
    at: s.now.source, found: s.now.status ?? '', expected: s.before.status ?? '', message: `"${brief(nameOf(s.now))}" was ${standing(s.before, 'completed')}, in ${s.when}, and is ${standing(s.now, s.kindNow!)} now. Say what happened, or correct the status.`,
  })),
})

const explained = /\b(?:re-?(?:dat|schedul|profil|plann)\w*|revis\w*|extend\w*|extension|slip\w*|delay\w*|mov\w*|put back|new date|deferr?\w*|postpon\w*|later|now (?:due|expected|planned)|change\w*|agreed (?:to|by)|until)\b/i
const latest = (due: Due | undefined): string => due?.to ?? due?.from ?? ''
export const slipped: Check = defineCheck({
  code: 'between.slipped', title: 'A date put back without a word', level: 'warning',
  about: 'With the last update to hold it against: a milestone is due later than it was there, and its remark does not say so. Say that it slipped, why, and who agreed to it.',
  right: [], wrong: [],
  find: (paper) => steps(paper).filter(({ dues: [then, now], now: row }) => latest(then) !== '' && latest(now) > latest(then) && !explained.test(row.remark ?? '')).map((s): Fault => ({
    at: s.now.source, found: s.dues[1]!.words, expected: s.dues[0]!.words, message: `"${brief(nameOf(s.now))}" is due ${s.dues[1]!.words}; in ${s.when} it was due ${s.dues[0]!.words}, and the remark does not say why. Say that it slipped, and who agreed to it.`,
  })),
})

export const sameRemark: Check = defineCheck({
  code: 'between.same-remark', title: 'The remark of last time', level: 'note',
  about: 'With the last update to hold it against: the remark on a milestone that is not finished stands there in the same words. Say what has happened since.',
  right: [], wrong: [],
  find: (paper) => steps(paper).filter((s) => (s.kindNow === 'on track' || s.kindNow === 'at risk' || s.kindNow === 'off track') && (s.now.remark ?? '').length >= threshold(paper.settings, 'copiedRemarkLetters') && plainWords(s.now.remark!) === plainWords(s.before.remark ?? '')).map((s): Fault => ({
    at: s.now.source, found: brief(s.now.remark!, 60), message: `"${brief(nameOf(s.now))}" has the same remark as in ${s.when}. Say what has happened since.`,
  })),
})
