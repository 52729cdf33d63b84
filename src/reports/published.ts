import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import type { Snapshot } from './types.ts'

/** One edition of what was published for a period, as lists show it. `met` of `of`: its headline. */
export type PublicationSummary = {
  readonly plan: string; readonly title: string; readonly year: Period; readonly period: Period; readonly edition: number; readonly publishedOn: Day
  readonly met: number; readonly of: number; readonly hash: string; readonly withdrawn: { readonly on: Day; readonly reason: string } | null
}
export type Published =
  | { readonly state: 'published'; readonly snapshot: Snapshot; readonly hash: string }
  | { readonly state: 'withdrawn'; readonly on: Day; readonly reason: string; readonly plan: string; readonly period: Period }
  | { readonly state: 'none' }

/** A council that has published, with every edition, newest first. */
export type PublicCouncil = { readonly slug: string; readonly name: string; readonly publications: readonly PublicationSummary[] }

/** All that the public pages can ask for: they never see the database, so what isn't published can't reach them. */
export type PublicRecord = {
  readonly councils: () => Promise<readonly { readonly slug: string; readonly name: string }[]>
  /** null where there is no such council, or it has published nothing. */
  readonly council: (slug: string) => Promise<PublicCouncil | null>
  readonly snapshot: (council: string, plan: string, period: Period, edition: number) => Promise<Published>
}
