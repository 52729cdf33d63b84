import { diffArrays } from 'diff'
import { compareQuantities } from '../kit/quantity.ts'
import { isTarget, judgeAmount, type Verdict } from './direction.ts'
import { figuresOf, type Amount, type Label, type Time } from './figures.ts'
import { phaseOf, stagesOf, type Stage } from './stages.ts'
import { canonical, contentWords, sameWording } from './wording.ts'

/** One thing of a promise that went from one value to another; "" where it was not stated. */
export type Moved = { readonly what: 'figure' | 'date' | 'stage' | 'condition'; readonly from: string; readonly to: string; readonly easier: Verdict }
export type PromiseChange = { readonly moved: readonly Moved[]; readonly reworded: boolean; readonly easier: Verdict }

/** Takes away what stands on both sides, then pairs what is left: first those of the same thing, then in order. */
const leftover = <T>(before: readonly T[], after: readonly T[], same: (a: T, b: T) => boolean, akin: (a: T, b: T) => boolean): [T | null, T | null][] => {
  const rest = [...after]
  const take = (a: T, test: (a: T, b: T) => boolean): T | null => { const i = rest.findIndex((b) => test(a, b)); return i < 0 ? null : rest.splice(i, 1)[0]! }
  const gone = before.filter((a) => take(a, same) === null)
  const firm = gone.map((a): [T, T | null] => [a, take(a, akin)])
  return [...firm, ...rest.map((b): [null, T] => [null, b])]
}

const amountMoves = (a: readonly Amount[], b: readonly Amount[], before: string, after: string): Moved[] =>
  leftover(a, b, (x, y) => x.kind === y.kind && compareQuantities(x.value, y.value) === 0, (x, y) => x.kind === y.kind && (x.of === y.of || a.length === b.length))
    .filter(([x, y]) => (x !== null && y !== null) || countable((x ?? y)!))
    .map(([x, y]) => ({ what: 'figure', from: x?.text ?? '', to: y?.text ?? '', easier: x !== null && y !== null ? judgeAmount(x, y, before, after) : judgeLone(x, y, before, after) }))
/** "one" comes and goes as an article does, and a year can look like a number. */
const countable = (a: Amount): boolean => !(a.kind === 'number' && a.text === '1')

const judgeLone = (x: Amount | null, y: Amount | null, before: string, after: string): Verdict => {
  if (/\b(?:all|every|each)\b/.test(x !== null ? after : before)) return null
  if (x !== null) return isTarget(x, before) ? 'easier' : null
  return y !== null && isTarget(y, after) ? 'harder' : null
}

const endOf = (t: Time): string => t.end ?? `month ${t.order}`
const timeMoves = (a: readonly Time[], b: readonly Time[]): Moved[] =>
  leftover(a, b, (x, y) => endOf(x) === endOf(y), () => true)
    .filter(([x, y]) => (x !== null && y !== null ? x.bound !== null || y.bound !== null : (x ?? y)!.bound === 'firmly'))
    .map(([x, y]) => ({ what: 'date', from: x?.text ?? '', to: y?.text ?? '', easier: judgeTime(x, y) }))
const judgeTime = (x: Time | null, y: Time | null): Verdict => {
  if (x === null) return 'harder'
  if (y === null) return 'easier'
  if (x.end !== null && y.end !== null) return y.end > x.end ? 'easier' : 'harder'
  return x.end === null && y.end === null ? (y.order > x.order ? 'easier' : 'harder') : null
}

const labelMoves = (a: readonly Label[], b: readonly Label[]): Moved[] =>
  leftover(a.filter((l) => l.number !== null), b.filter((l) => l.number !== null), (x, y) => x.text === y.text, (x, y) => x.series === y.series)
    .map(([x, y]) => ({ what: 'stage', from: x?.text ?? '', to: y?.text ?? '', easier: null }))

const words = (text: string): string[] => canonical(text).replace(/[^a-z0-9£%'. -]/g, ' ').split(/[ -]+/).map((w) => w.replace(/\.$/, '')).filter(Boolean)
type Hunk = { readonly gone: string; readonly added: string }
const hunksOf = (before: string, after: string): Hunk[] => {
  const hunks: { gone: string; added: string; open: boolean }[] = []
  for (const part of diffArrays(words(before), words(after))) {
    if (!part.added && !part.removed) { const h = hunks.at(-1); if (h) h.open = false; continue }
    const hunk = hunks.at(-1)?.open ? hunks.at(-1)! : { gone: '', added: '', open: true }
    if (hunks.at(-1) !== hunk) hunks.push(hunk)
    if (part.removed) hunk.gone = part.value.join(' ')
    else hunk.added = part.value.join(' ')
  }
  return hunks
}
const highest = (stages: readonly Stage[]): Stage | null => stages.reduce<Stage | null>((top, s) => (top === null || s.rank > top.rank ? s : top), null)
/** Each stage once for each time that the others lack it: "commence ... and commence ..." has two. */
const without = (stages: readonly Stage[], others: readonly Stage[]): Stage[] => {
  const rest = others.map((o) => o.verb)
  return stages.filter((s) => { const i = rest.indexOf(s.verb); if (i >= 0) rest.splice(i, 1); return i < 0 })
}

/** Where words were only taken away (or only put in), the stage that went with them; a stage replaced by another verb is not one. */
const plainlyGone = (hunks: readonly Hunk[], stage: Stage, side: 'gone' | 'added'): boolean =>
  hunks.some((h) => stagesOf(h[side]).some((s) => s.verb === stage.verb) && contentWords(side === 'gone' ? h.added : h.gone).length === 0)

const stageMoves = (before: string, after: string): Moved[] => {
  const [a, b] = [stagesOf(before), stagesOf(after)]
  const [gone, added] = [highest(without(a, b)), highest(without(b, a))]
  const kept = highest(a.filter((s) => b.some((o) => o.verb === s.verb)))
  if (gone !== null && added !== null) return gone.rank === added.rank ? [] : [{ what: 'stage', from: gone.verb, to: added.verb, easier: added.rank < gone.rank ? 'easier' : 'harder' }]
  const lone = gone ?? added
  if (lone === null || kept === null || lone.rank <= kept.rank) return []
  const side = gone === null ? 'added' : 'gone'
  if (!plainlyGone(hunksOf(before, after), lone, side)) return []
  const both = `${kept.verb} and ${lone.verb}`
  return [side === 'gone' ? { what: 'stage', from: both, to: kept.verb, easier: 'easier' } : { what: 'stage', from: kept.verb, to: both, easier: 'harder' }]
}
const phaseMoves = (before: string, after: string): Moved[] => {
  const [a, b] = [phaseOf(before), phaseOf(after)]
  return a === null || b === null || a.rank === b.rank ? [] : [{ what: 'stage', from: a.name, to: b.name, easier: b.rank < a.rank ? 'easier' : 'harder' }]
}

const conditions = /\b(subject to (?:the )?(?:\w+ )?(?:funding|budget|approval|confirmation|resources?|consent|planning)|where (?:possible|appropriate|feasible|practicable)|if (?:funding|possible|approved)|aim to|seek to|work towards|as resources allow)\b/
const conditionMoves = (before: string, after: string): Moved[] => {
  const [a, b] = [conditions.exec(canonical(before))?.[0] ?? '', conditions.exec(canonical(after))?.[0] ?? '']
  return (a === '') === (b === '') ? [] : [{ what: 'condition', from: a, to: b, easier: b === '' ? 'harder' : 'easier' }]
}

const overall = (moved: readonly Moved[]): Verdict => {
  const [first, ...rest] = moved.map((m) => m.easier)
  return first === undefined || rest.some((v) => v !== first) ? null : first
}
/** What is left to read when every figure and stage that moved is taken out: to say whether anything else was reworded. */
const bare = (text: string, values: readonly string[], moved: readonly Moved[]): string => {
  const plain = values.filter(Boolean).reduce((t, v) => t.replace(v, ' '), canonical(text))
  if (moved.length === 0) return plain
  const stages = moved.some((m) => m.what === 'stage') ? new Set(stagesOf(plain).map((s) => s.at)) : new Set<number>()
  return contentWords(plain.replace(/[^a-z0-9\- ]/g, ' ').split(/ +/).filter(Boolean).filter((_w, i) => !stages.has(i)).join(' ')).join(' ')
}

/** How a promise differs from what was promised before: figures, dates, stages and conditions as such, and whether the rest was reworded. */
export const comparePromises = (before: string, after: string): PromiseChange => {
  if (sameWording(before, after)) return { moved: [], reworded: false, easier: null }
  const [a, b] = [figuresOf(before), figuresOf(after)]
  const stages = stageMoves(before, after)
  const moved = [
    ...amountMoves(a.amounts, b.amounts, canonical(before), canonical(after)), ...timeMoves(a.times, b.times), ...labelMoves(a.labels, b.labels),
    ...stages, ...(stages.length > 0 ? [] : phaseMoves(before, after)), ...conditionMoves(before, after),
  ]
  return { moved, reworded: bare(before, moved.map((m) => m.from), moved) !== bare(after, moved.map((m) => m.to), moved), easier: overall(moved) }
}
