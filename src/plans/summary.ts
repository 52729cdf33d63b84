import { counted } from '../kit/words.ts'
import type { Verdict } from './direction.ts'
import { comparePromises } from './promise.ts'
import type { PlanComparison } from './compare.ts'
import { compareYears } from './compare-years.ts'
import type { Change, ChangeKind, Comparison, PlanRow } from './types.ts'

/** What a row itself promises: its lowest cell with words. */
export const ownWords = (row: PlanRow): string => [row.milestone, row.deliverable, row.objective, row.theme].find((c) => c !== null && c !== '') ?? row.path.at(-1)?.text ?? ''

const months = /\b(january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b/g
/** A figure or date as people write it: "£6,400,000", "Quarter 2", "2025/26", "June 2027". */
export const printFigure = (text: string): string => text
  .replace(/\bfy(\d\d)(\d\d)\b/g, (_all, c: string, y: string) => `${c}${y}/${String((Number(y) + 1) % 100).padStart(2, '0')}`)
  .replace(/\bq([1-4])\b/g, 'Quarter $1').replace(months, (m) => m.replace(/^./, (c) => c.toUpperCase()))
  .replace(/(£?)(\d{4,})(?!\d)/g, (all, pound: string, n: string) => (pound === '' && /^(?:19|20)\d\d$/.test(n) && all !== text ? all : pound + n.replace(/\B(?=(\d{3})+$)/g, ',')))

/** One figure, date, stage or condition of one promise, and where it went; "" where it was not stated. */
export type MovedTarget = { readonly of: string; readonly what: 'figure' | 'date' | 'stage' | 'condition'; readonly from: string; readonly to: string; readonly easier: Verdict; readonly sure: boolean; readonly change: Change }

const softenedFirst = (v: Verdict): number => (v === 'easier' ? 0 : v === null ? 1 : 2)
const readable = (c: Change): boolean => c.sure || [...c.approved, ...c.reported].every((r) => r.review.length === 0)

/** The targets, dates, stages and conditions that moved, each with its from and to, softened ones first. */
export const movedTargets = ({ changes }: Comparison): MovedTarget[] => {
  return changes.filter((c) => c.approved.length === 1 && c.reported.length === 1 && c.kind !== 'next phase' && readable(c)).flatMap((change) =>
    comparePromises(ownWords(change.approved[0]!), ownWords(change.reported[0]!)).moved.map((m): MovedTarget =>
      ({ ...m, from: printFigure(m.from), to: printFigure(m.to), of: ownWords(change.reported[0]!), sure: change.sure, change }))).sort((a, b) => softenedFirst(a.easier) - softenedFirst(b.easier))
}

/** A sentence, and what it speaks of, one thing a line. */
export type SummaryPart = { readonly say: string; readonly list: readonly string[] }

const listed = (parts: readonly string[]): string => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`)
const are = (n: number): string => (n === 1 ? 'is' : 'are')
const were = (n: number): string => (n === 1 ? 'was' : 'were')

const phrases: Readonly<Record<ChangeKind, (n: number) => string>> = {
  unchanged: (n) => `${n} ${n === 1 ? 'stands' : 'stand'} as approved`, reworded: (n) => `${n} ${were(n)} reworded`, 'target changed': (n) => `${n} ${n === 1 ? 'has' : 'have'} another target`,
  're-dated': (n) => `${n} ${n === 1 ? 'has' : 'have'} another date`, moved: (n) => `${n} moved`, split: (n) => `${n} ${were(n)} split`, merged: (n) => `${n} ${were(n)} merged`, dropped: (n) => `${n} ${were(n)} dropped`,
  added: (n) => `${n} ${were(n)} added`, 'not reported': (n) => `${n} ${are(n)} not reported`,
  'same words': (n) => `${n} ${n === 1 ? 'goes' : 'go'} on in the same words`, 'next phase': (n) => `${n} ${n === 1 ? 'goes' : 'go'} on to a next phase`, 'not continued': (n) => `${n} ${are(n)} not continued`, new: (n) => `${n} ${are(n)} new`,
}
const shown: readonly ChangeKind[] = ['unchanged', 'same words', 'next phase', 'reworded', 'target changed', 're-dated', 'moved', 'split', 'merged', 'dropped', 'not continued', 'not reported', 'added', 'new']

const counts = ({ summary }: Comparison): SummaryPart => {
  const all = Object.values(summary).reduce((a, b) => a + b, 0)
  return { say: `Of ${counted(all, 'item')}, ${listed(shown.flatMap((k) => { const n = summary[k] ?? 0; return n > 0 ? [phrases[k](n)] : [] }))}.`, list: [] }
}

const movedLine = (m: MovedTarget): string =>
  `${m.from === '' ? 'not stated' : m.from} → ${m.to === '' ? 'no longer stated' : m.to}${m.easier === null ? '' : ` (${m.easier})`}: ${m.of}${m.sure ? '' : ' [a guess]'}`

const targets = (comparison: Comparison): SummaryPart[] => {
  const moved = movedTargets(comparison)
  if (moved.length === 0) return []
  const [easier, harder] = [moved.filter((m) => m.easier === 'easier').length, moved.filter((m) => m.easier === 'harder').length]
  const untold = moved.length - easier - harder
  const verdicts = [easier > 0 ? `${easier} to something easier` : '', harder > 0 ? `${harder} to something harder` : '', untold > 0 ? `${untold} in a way that can't be said` : ''].filter(Boolean)
  return [{ say: `${moved.length === 1 ? '1 target, date or stage' : `${moved.length} targets, dates or stages`} moved: ${listed(verdicts)}.`, list: moved.map(movedLine) }]
}

/** `isComplete`: whether a row was last reported complete; what was done need not go on. */
export type SummaryOptions = { readonly isComplete?: (row: PlanRow) => boolean }

const vanished = ({ changes }: Comparison, { isComplete = () => false }: SummaryOptions): SummaryPart[] => {
  const all = changes.filter((c) => c.kind === 'dropped' || c.kind === 'not continued')
  const gone = all.filter((c) => !c.approved.every(isComplete))
  const done = all.length - gone.length
  const years = gone.some((c) => c.kind === 'not continued')
  const say = years ? `${counted(gone.length, done > 0 ? 'other item' : 'item')} of the earlier plan ${are(gone.length)} not heard of again:` : `${counted(gone.length, 'item')} vanished:`
  const finished = done === 0 ? [] : [{ say: `${counted(done, 'item')} that ${were(done)} reported complete ${are(done)} not heard of again.`, list: [] }]
  return gone.length === 0 ? finished : [...finished, { say, list: gone.map((c) => `${ownWords(c.approved[0]!)}${c.sure ? '' : ' [not sure]'}`) }]
}

const guesses = ({ changes }: Comparison): SummaryPart[] => {
  const unsure = changes.filter((c) => !c.sure).length
  return unsure === 0 ? [] : [{ say: `${counted(unsure, 'change')} ${are(unsure)} a guess that a person should confirm.`, list: [] }]
}

const uncovered = (comparison: Comparison | PlanComparison): SummaryPart[] => {
  const left = 'notCovered' in comparison ? comparison.notCovered : []
  return left.length === 0 ? [] : [{ say: `The update has no part for ${listed(left.map((n) => `${n.theme} (${counted(n.items, 'item')})`))}, and says nothing of it.`, list: [] }]
}

/** What a scrutiny member reads in a minute: how many, which targets moved, what vanished, what is not sure. */
export const summarise = (comparison: Comparison | PlanComparison, options: SummaryOptions = {}): SummaryPart[] =>
  [counts(comparison), ...uncovered(comparison), ...targets(comparison), ...vanished(comparison, options), ...guesses(comparison)]

/** A promise followed through years: one row of each, and how each goes on from the one before. */
export type PromiseLine = { readonly rows: readonly PlanRow[]; readonly kinds: readonly ChangeKind[]; readonly sure: boolean }

/** The promises of the last plan that go back at least `years` plans without a break, the longest first. Plans are given the earliest first. */
export const promisedThrough = (plans: readonly (readonly PlanRow[])[], years = 3): PromiseLine[] => {
  const steps = plans.slice(1).map((later, i) => {
    const { changes } = compareYears(plans[i]!, later)
    return new Map(changes.filter((c) => c.approved.length > 0).flatMap((c) => c.reported.map((r): [PlanRow, Change] => [r, c])))
  })
  const back = (row: PlanRow, step: number): PromiseLine => {
    const change = step < 0 ? undefined : steps[step]!.get(row)
    if (change === undefined) return { rows: [row], kinds: [], sure: true }
    const before = back(change.approved[0]!, step - 1)
    return { rows: [...before.rows, row], kinds: [...before.kinds, change.kind], sure: before.sure && change.sure }
  }
  return (plans.at(-1) ?? []).map((row) => back(row, steps.length - 1)).filter((l) => l.rows.length >= years).sort((a, b) => b.rows.length - a.rows.length)
}

/** The same as a sentence: "4 promises are made for the third year or longer". */
export const summariseYears = (plans: readonly (readonly PlanRow[])[]): SummaryPart[] => {
  const lines = promisedThrough(plans)
  return lines.length === 0 ? [] : [{
    say: `${counted(lines.length, 'promise')} ${are(lines.length)} made for the third year or longer.`,
    list: lines.map((l) => `${ownWords(l.rows.at(-1)!)} (${counted(l.rows.length, 'plan')}${l.kinds.every((k) => k === 'same words') ? ', in the same words' : ''}${l.sure ? '' : ', a guess'})`),
  }]
}
