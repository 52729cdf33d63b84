import { printPeriod } from '../kit/period.ts'
import { similarity } from '../kit/words.ts'
import type { Headline } from '../progress/index.ts'
import { headlineOf } from './headline.ts'
import { rowsOf, themesOf, type ReportRow } from './rows.ts'
import { shortName, slugOf } from './wording.ts'
import type { Snapshot } from './types.ts'

/** A figure that prose can bind as `{{name}}`: its value as printed, and what it counts. */
export type NamedFigure = { readonly name: string; readonly value: string; readonly says: string }
export type NamedFigures = ReadonlyMap<string, NamedFigure>

/** Every figure that prose can bind: the headline, each theme's, each status's in both, the changes, the period. */
export const namedFigures = (snapshot: Snapshot): NamedFigures => {
  const rows = rowsOf(snapshot)
  const figures = new Map<string, NamedFigure>()
  const add = (name: string, value: string, says: string): void => { if (!figures.has(name)) figures.set(name, { name, value, says }) }
  groupFigures('headline', 'in the whole update', snapshot, rows, add)
  for (const { name, rows: own } of themesOf(snapshot, rows)) {
    const slug = slugOf(shortName(name))
    if (slug !== '') groupFigures(unused(figures, slug), `in ${shortName(name)}`, snapshot, own, add)
  }
  if (snapshot.approved) changeFigures(snapshot, add)
  add('period', printPeriod(snapshot.period), 'the period of the report')
  add('plan.year', printPeriod(snapshot.plan.year), "the plan's year")
  return figures
}

type Add = (name: string, value: string, says: string) => void
const unused = (figures: NamedFigures, slug: string): string => {
  const taken = (s: string): boolean => ['changes', 'plan', 'period'].includes(s) || figures.has(`${s}.of`)
  let name = slug
  for (let n = 2; taken(name); n += 1) name = `${slug}-${n}`
  return name
}

const groupFigures = (prefix: string, where: string, snapshot: Snapshot, rows: readonly ReportRow[], add: Add): void => {
  const h: Headline = headlineOf(rows, snapshot.vocabulary)
  add(`${prefix}.met`, String(h.met), `completed or on track ${where}`)
  add(`${prefix}.of`, String(h.of), `counted in the headline ${where}`)
  add(`${prefix}.percent`, h.percent === null || h.notStated === h.of ? 'none' : `${h.percent}%`, `share completed or on track ${where}`)
  add(`${prefix}.not-stated`, String(h.notStated), `without a status ${where}`)
  add(`${prefix}.rows`, String(rows.length), `every row ${where}`)
  add(`${prefix}.to-confirm`, String(rows.filter((r) => r.confirm.length > 0).length), `waiting for an officer to confirm ${where}`)
  const { statuses } = snapshot.vocabulary
  const count = (says: string, of: (r: ReportRow) => boolean, slug: string): void => add(`${prefix}.${slug}`, String(rows.filter(of).length), `${says} ${where}`)
  for (const s of statuses) count(s.code, (r) => r.status === s, slugOf(s.code))
  for (const s of statuses) count(s.name, (r) => r.status === s, slugOf(s.name))
  for (const { kind } of statuses) count(`${kind}, whatever the word`, (r) => r.status?.kind === kind, slugOf(kind))
}

const changeFigures = ({ changes }: Snapshot, add: Add): void => {
  for (const kind of ['dropped', 'split', 'merged', 'target changed', 're-dated', 'moved', 'reworded', 'added', 'not reported', 'unchanged'] as const)
    add(`changes.${slugOf(kind)}`, String(changes.filter((c) => c.kind === kind).length), `${kind} since the plan was approved`)
  for (const way of ['easier', 'harder'] as const) add(`changes.${way}`, String(changes.filter((c) => c.easier === way).length), `made ${way} to meet since the plan was approved`)
}

/** Up to three names most like an unknown one. */
export const suggestions = (name: string, figures: NamedFigures): string[] =>
  [...figures.keys()].map((known) => ({ known, like: similarity(name, known) })).filter(({ like }) => like > 0.2)
    .toSorted((a, b) => b.like - a.like).slice(0, 3).map(({ known }) => known)

const binding = /\{\{([^{}]*)\}\}/g
/** Each `{{name}}` of a text with its offset. */
export const bindingsIn = (text: string): { name: string; at: number; length: number }[] => [...text.matchAll(binding)].map((m) => ({ name: m[1]!.trim(), at: m.index, length: m[0].length }))

/** The text with its figures in place. A name that isn't known stays as it was written: `problemsIn` refuses it before. */
export const bound = (text: string, figures: NamedFigures): string => text.replace(binding, (written, name: string) => figures.get(name.trim())?.value ?? written)
