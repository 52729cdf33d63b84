import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import type { Source } from '../kit/source.ts'
import type { Change } from '../plans/index.ts'
import type { StatusKind, Vocabulary } from '../progress/index.ts'

/** A fact's place in a published paper. */
export type PaperSource = Source & { readonly paper: string }

/** An item's answer for the period. `status` null: not stated. `confirm`: names of cells that await a person ("status", "remark"). */
export type SnapshotUpdate = { readonly status: string | null; readonly remark: string; readonly forecast: Day | null; readonly confirm: readonly string[]; readonly source: PaperSource | null }
export type SnapshotHistory = { readonly period: Period; readonly status: string | null; readonly kind: StatusKind | null; readonly statusName: string | null; readonly remark: string }
export type SnapshotAmendment = { readonly on: Day; readonly kind: string; readonly authority: string; readonly reason: string; readonly before: string; readonly after: string }
export type SnapshotLineage = { readonly plan: string; readonly year: Period; readonly kind: 'same words' | 'reworded' | 'next phase'; readonly text: string; readonly item: string }

/** An item of the year before's plan that this one says nothing of. */
export type NotContinued = {
  readonly text: string
  /** The levels above it, from the top down. */
  readonly above: readonly string[]
  /** What was last reported of it, as the key of that period had it; null where nothing was. */
  readonly last: { readonly period: Period; readonly code: string; readonly name: string; readonly letter: string; readonly colour: string; readonly kind: StatusKind } | null
}
/** What became of the plan of the year before. Every item of that plan is counted once. */
export type SnapshotEarlier = {
  readonly plan: { readonly slug: string; readonly title: string; readonly year: Period; /** Its own name for what its rows are. */ readonly level: string }
  readonly items: number
  readonly carried: Readonly<Record<SnapshotLineage['kind'], number>>
  readonly notContinued: readonly NotContinued[]
  /** What nobody can say until a person has answered; `now` is the item that may continue it, null where its own words were hard to read. */
  readonly toConfirm: readonly { readonly text: string; readonly now: string | null }[]
  /** Items of this plan that continue nothing, and those of which that can't be said yet. */
  readonly new: readonly string[]
  readonly newToConfirm: readonly string[]
}

/** A node of the plan, parents before children, in the plan's order. `level` is an index into plan.levels. */
export type SnapshotItem = {
  readonly id: string
  readonly parent: string | null
  readonly level: number
  readonly ref: string | null
  readonly text: string
  readonly due: Day | null
  /** Other columns a plan keeps: leads, due words, people ... by heading. */
  readonly fields: Readonly<Record<string, string>>
  /** null where the update does not list the item (not due, or not reported). */
  readonly update: SnapshotUpdate | null
  readonly history: readonly SnapshotHistory[]
  readonly amendments: readonly SnapshotAmendment[]
  /** Earlier years' items that this one continues, latest first. */
  readonly lineage: readonly SnapshotLineage[]
  readonly source: PaperSource | null
}

/** The header of a Cabinet report (rules G-1); an absent part is left out of the report, never invented. */
export type ReportHeader = {
  readonly title?: string; readonly meeting?: string; readonly date?: Day; readonly member?: string; readonly author?: string
  readonly classification?: string; readonly decision?: string; readonly wards?: string; readonly purpose?: string; readonly recommendations?: readonly string[]
  readonly glossary?: Readonly<Record<string, string>>
}
/** Officers' prose, Markdown, `{{name}}` bound to a fact. `theme` null is the opening. */
export type Narrative = { readonly theme: string | null; readonly text: string }

/** The frozen facts that a published report is made from. Plain JSON: same snapshot, same bytes in every format. */
export type Snapshot = {
  readonly form: 1
  readonly council: { readonly slug: string; readonly name: string; readonly gss: string | null }
  readonly plan: { readonly slug: string; readonly title: string; readonly year: Period; readonly levels: readonly string[] }
  readonly period: Period
  readonly edition: number
  readonly publishedOn: Day | null
  /** What this edition says that the one before it did not; empty for a first edition. */
  readonly differs: readonly string[]
  readonly vocabulary: Vocabulary
  readonly items: readonly SnapshotItem[]
  /** What changed since Cabinet approved the plan; empty with `approved` false where no approved plan was imported. */
  readonly approved: boolean
  readonly changes: readonly Change[]
  /** What became of the plan of the year before; absent where none is stored, and in snapshots made before this was told. */
  readonly earlier?: SnapshotEarlier
  readonly header: ReportHeader
  readonly narrative: readonly Narrative[]
  readonly papers: readonly { readonly file: string; readonly title: string; readonly sha256: string }[]
}
