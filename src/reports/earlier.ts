import { daysOf, type Period } from '../kit/period.ts'
import { lineTo, ownRows, type ItemRevision, type LineageLink, type StoredPlan, type Tree } from '../plans/index.ts'
import { statusOf, vocabularyAt, type DatedStatus, type ItemUpdate } from '../progress/index.ts'
import type { NotContinued, SnapshotEarlier, SnapshotLineage } from './types.ts'

/** The plan of the year before with all that was reported on it. */
export type YearBefore = { readonly plan: StoredPlan; readonly tree: Tree; readonly updates: readonly (ItemUpdate & { readonly period: Period })[]; readonly said: readonly DatedStatus[] }
type ThisYear = { readonly tree: Tree; readonly links: readonly LineageLink[] }

/** Of an item that goes on in several, the furthest says what became of it. */
const furthest: readonly SnapshotLineage['kind'][] = ['next phase', 'reworded', 'same words']

/** Nothing can be said of an item whose own words await a person. */
const isDoubtful = ({ wording, review, confirm }: ItemRevision): boolean => wording === '' || review.length > 0 || confirm.length > 0

/** The last status that was stated of an item. */
const lastStated = (item: number, { updates, said }: YearBefore): NotContinued['last'] => {
  const stated = updates.filter((u) => u.item === item && u.status !== null).sort((a, b) => daysOf(a.period).to.localeCompare(daysOf(b.period).to)).at(-1)
  const status = stated === undefined ? null : statusOf(vocabularyAt(said, stated.period), stated.status)
  if (stated === undefined || status === null) return null
  const { code, name, letter, colour, kind } = status
  return { period: stated.period, code, name, letter, colour, kind }
}

type Fate = SnapshotLineage['kind'] | 'to confirm' | 'not continued'
const fateOf = (row: ItemRevision, links: readonly LineageLink[]): Fate => {
  const own = links.filter((l) => l.earlierItem === row.item && l.state !== 'refused')
  const kept = furthest.find((kind) => own.some((l) => l.kind === kind && l.state === 'kept'))
  return kept ?? (own.length > 0 || isDoubtful(row) ? 'to confirm' : 'not continued')
}

/** What became of every item of the year before's plan: by the links that stand, unsure ones told apart and never counted as an answer. */
export const earlierOf = ({ tree, links: all }: ThisYear, before: YearBefore): SnapshotEarlier => {
  const links = all.filter((l) => l.earlierPlanId === before.plan.planId)
  const rows = ownRows(before.tree).map((row) => ({ row, fate: fateOf(row, links) }))
  const of = (fate: Fate): ItemRevision[] => rows.filter((r) => r.fate === fate).map((r) => r.row)
  const perhaps = (item: number): string | null => tree.byItem.get(links.find((l) => l.earlierItem === item && l.state === 'to confirm')?.item ?? 0)?.wording ?? null
  const starting = ownRows(tree).filter((r) => !links.some((l) => l.item === r.item && l.state === 'kept'))
  const unsure = (r: ItemRevision): boolean => isDoubtful(r) || links.some((l) => l.item === r.item && l.state === 'to confirm')
  const { slug, title, year, levels } = before.plan
  return {
    plan: { slug, title, year, level: levels[commonest(rows.map((r) => r.row.level))] ?? '' }, items: rows.length,
    carried: { 'same words': of('same words').length, reworded: of('reworded').length, 'next phase': of('next phase').length },
    notContinued: of('not continued').map((r) => ({ text: r.wording, above: lineTo(before.tree, r.parent).map((a) => a.wording), last: lastStated(r.item, before) })),
    toConfirm: of('to confirm').map((r) => ({ text: r.wording, now: perhaps(r.item) })),
    new: starting.filter((r) => !unsure(r)).map((r) => String(r.item)), newToConfirm: starting.filter(unsure).map((r) => String(r.item)),
  }
}

const commonest = (levels: readonly number[]): number =>
  levels.reduce((best, level) => (levels.filter((l) => l === level).length > levels.filter((l) => l === best).length ? level : best), levels[0] ?? 0)
