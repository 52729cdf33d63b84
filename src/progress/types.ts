import type { Day } from '../kit/day.ts'

export const statusKinds = ['complete', 'on track', 'at risk', 'off track', 'not due', 'paused', 'discontinued'] as const
export type StatusKind = (typeof statusKinds)[number]

/** A status of a vocabulary. `code` is what the papers print in the status column ("Blue", "G", "On track"). */
export type Status = {
  readonly code: string
  readonly name: string
  /** A plain colour name ("Green"); never shown alone. */
  readonly colour: string
  readonly letter: string
  readonly meaning: string
  readonly kind: StatusKind
  /** Whether rows of this status stand in the headline's denominator. */
  readonly counts: boolean
  /** True where the paper's key names no colour and the kind is our default, to be confirmed by a person. */
  readonly assumed: boolean
}

/** A dated list of statuses: a key changes with the year (rules J-5). */
export type Vocabulary = { readonly name: string; readonly from: Day; readonly statuses: readonly Status[] }

/** "145 of 162 (90%)". `notStated` counts rows of the update without a status: they are in `of`, never in `met`. */
export type Headline = { readonly met: number; readonly of: number; readonly percent: number | null; readonly notStated: number; readonly byStatus: Readonly<Record<string, number>> }

/** A status as it was said on a day; the latest said of a code holds. */
export type DatedStatus = Status & { readonly from: Day; readonly revision: number }
