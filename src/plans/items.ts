import { profileOf, type Profile } from '../kit/words.ts'
import type { PlanRow, Step } from './types.ts'
import { namesIn, type Named } from './match-names.ts'
import { progressOf, type Progress } from './next-phase.ts'
import { contentWords, wordingKey } from './wording.ts'

/** A row, prepared for matching: its own words and those of the items above it, the nearest last. */
export type Item = {
  readonly row: PlanRow
  /** null where the row's own words are lost or doubtful. */
  readonly text: string | null
  readonly key: string
  readonly profile: Profile
  /** How many words of meaning it has: a text of two or three ("Develop business case") says little by itself. */
  readonly size: number
  readonly above: readonly Step[]
  /** What tells each of them from others: its height over the row and its words. */
  readonly aboveIds: readonly string[]
  readonly parent: string
  readonly parentKey: string
  readonly progress: () => Progress
  readonly named: Named
  readonly theme: string | null
  /** False where the row itself asks for review: nothing said of it is sure. */
  readonly firm: boolean
}

const levels = ['theme', 'objective', 'deliverable', 'milestone'] as const
type PlanLevel = (typeof levels)[number]

/** The level of a plan's own items: its lowest that more than a few rows fill. */
export const ownLevel = (rows: readonly PlanRow[]): PlanLevel =>
  [...levels].reverse().find((level) => rows.filter((r) => (r[level] ?? '') !== '').length * 5 > rows.length) ?? 'milestone'

/** The steps of a row: its own path where that ends in the row's words, else its cells by their usual names. */
const stepsOf = (row: PlanRow, own: string | null): Step[] => {
  if (row.path.length > 1 && own !== null && row.path.at(-1)!.text === own) return [...row.path]
  return levels.flatMap((level) => { const text = row[level]; return text === null || text === '' ? [] : [{ level, text }] })
}

const itemOf = (row: PlanRow, level: PlanLevel, keyOf: (text: string) => string): Item => {
  const printed = row[level] === '' ? [...levels].reverse().map((l) => row[l]).find((t) => t !== null && t !== '') ?? null : row[level]
  const steps = stepsOf(row, printed)
  const above = printed === null ? steps : steps.slice(0, steps.findLastIndex((s) => s.text === printed))
  const parent = above.at(-1)?.text ?? ''
  let progress: Progress | null = null
  return {
    row, text: printed, key: wordingKey(printed ?? ''), profile: profileOf(printed ?? ''), size: contentWords(printed ?? '').length, above, aboveIds: above.map((s, depth) => `${above.length - depth}|${keyOf(s.text)}`),
    parent, parentKey: keyOf(parent), progress: () => (progress ??= progressOf(printed ?? '')), named: { names: namesIn(printed ?? ''), low: (printed ?? '').toLowerCase() }, theme: row.theme, firm: row.review.length === 0,
  }
}

export const itemsOf = (rows: readonly PlanRow[]): Item[] => {
  const level = ownLevel(rows)
  const keys = new Map<string, string>()
  const keyOf = (text: string): string => { const key = keys.get(text) ?? wordingKey(text); keys.set(text, key); return key }
  return rows.map((row) => itemOf(row, level, keyOf))
}

/** The parent of some rows as a row of its own: its lower cells are no column of it. */
export const parentRow = (child: Item, depth: number): PlanRow => {
  const steps = child.above.slice(0, depth + 1)
  const text = steps.at(-1)?.text ?? ''
  const at = levels.findIndex((level) => child.row[level] === text)
  const cell = (level: PlanLevel) => (levels.indexOf(level) <= at ? child.row[level] : null)
  return {
    theme: cell('theme'), objective: cell('objective'), deliverable: cell('deliverable'), milestone: cell('milestone'), status: null, remark: null,
    path: steps, source: child.row.source, repaired: [], review: child.row.review,
  }
}
