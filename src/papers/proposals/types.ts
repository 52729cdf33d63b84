import type { Day } from '../../kit/day.ts'
import type { Finding } from '../../kit/finding.ts'
import type { Period } from '../../kit/period.ts'
import type { Source } from '../../kit/source.ts'
import type { Cell, LevelRole, Step } from '../../plans/index.ts'
import type { KeyEntry, Status } from '../../progress/index.ts'

/** The cells of a row that a person may confirm or correct. */
export const rowCells = ['theme', 'objective', 'deliverable', 'milestone', 'status', 'remark'] as const
export type RowCell = (typeof rowCells)[number]
export type RowCells = Readonly<Record<RowCell, Cell>>

/** A row as the paper has it. `doubtful` are the cells that its table has and this row lost, or `row` where the row as a whole is in doubt. */
export type ReadRow = {
  readonly row: number; readonly path: readonly Step[]; readonly cells: RowCells; readonly ref: string | null; readonly due: Day | null
  readonly fields: Readonly<Record<string, string>>; readonly source: Source; readonly repaired: readonly string[]; readonly review: readonly string[]; readonly doubtful: readonly string[]
}

/** What was read of a paper for one plan: kept with the proposal as it was read. */
export type Content = {
  /** The plan's title as a person gave it. */
  readonly named: string | null
  readonly title: string; readonly levels: readonly string[]; readonly roles: readonly LevelRole[]
  readonly rows: readonly ReadRow[]; readonly key: readonly KeyEntry[]; readonly findings: readonly Finding[]
  /** Other tables of the paper that could be imported by themselves. */
  readonly others: readonly string[]
}
export type ProposalKind = 'plan' | 'update'
export type ProposalState = 'open' | 'accepted' | 'rejected' | 'withdrawn'

export type ProposalSummary = {
  readonly proposalId: number; readonly paperId: number; readonly file: string; readonly sha256: string; readonly planSlug: string; readonly period: Period; readonly kind: ProposalKind
  /** The title of the table it was read from. */
  readonly title: string
  readonly state: ProposalState; readonly madeAt: Date; readonly takenAt: Date | null; readonly who: string
}

/** What taking a row would do. */
export type Effect = 'new' | 'changed' | 'same'
export type Match = { readonly item: number; readonly text: string; readonly sure: boolean }
export type ProposalRow = {
  readonly row: number; readonly path: readonly Step[]; readonly cells: RowCells
  /** The vocabulary's code; null where the row states none or nobody can say what it means. */
  readonly status: string | null
  readonly printedStatus: string | null; readonly remark: string
  readonly fields: Readonly<Record<string, string>>; readonly ref: string | null; readonly due: Day | null
  readonly source: Source; readonly repaired: readonly string[]; readonly review: readonly string[]
  /** Names of cells that await a person: "status", "remark", "milestone" ..., "match" for an unsure pairing, "row" for the row as a whole. */
  readonly confirm: readonly string[]
  readonly effect: Effect; readonly match: Match | null
  readonly before: { readonly wording: string; readonly status: string | null; readonly remark: string } | null
  /** True where a person's answer was applied. */
  readonly decided: boolean
}
export type ProposalCounts = { readonly rows: number; readonly new: number; readonly changed: number; readonly same: number; readonly flagged: number; readonly unsureMatches: number; readonly notListed: number }

export type ProposalView = ProposalSummary & {
  readonly planExists: boolean; readonly levels: readonly string[]; readonly statuses: readonly Status[]
  readonly rows: readonly ProposalRow[]; readonly counts: ProposalCounts; readonly notListed: readonly Match[]; readonly findings: readonly Finding[]; readonly others: readonly string[]
}
