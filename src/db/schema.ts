import type { ColumnType, GeneratedAlways } from 'kysely'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'

/** The tables as TypeScript sees them. What each is for, and why it is so, stands as comments in the migrations and in docs/reference/schema.md. */
export type Schema = {
  council: CouncilTable; unit: UnitTable; post: PostTable; post_holding: PostHoldingTable; audit: AuditTable
  paper: PaperTable; proposal: ProposalTable; proposal_event: ProposalEventTable; decision: DecisionTable
  plan: PlanTable; item: ItemTable; item_revision: ItemRevisionTable; lineage: LineageTable
  status: StatusTable; item_update: ItemUpdateTable
  report_draft: ReportDraftTable; publication: PublicationTable; publication_withdrawal: PublicationWithdrawalTable
  check_settings: CheckSettingsTable; check_waiver: CheckWaiverTable
  web_pass: WebPassTable
}

/** Set by the database's clock and never by us. */
type At = ColumnType<Date, never, never>
/** Written as JSON text, read back as what it says. */
type Json<T> = ColumnType<T, string | (null extends T ? null : never), never>
type Defaulted<T> = ColumnType<T, T | undefined, never>
type Council = { council_id: number }
type Placed = { paper_id: number | null; page: number | null; line: number | null; cell: string | null }
type Kept = Council & { at: At; who: string }

type CouncilTable = { council_id: GeneratedAlways<number>; slug: string; name: string; gss: string | null; added_at: At }
type UnitTable = Council & { unit_id: GeneratedAlways<number>; kind: 'directorate' | 'service' | 'team'; name: string; part_of: number | null }
type PostTable = Council & { post_id: GeneratedAlways<number>; unit_id: number | null; title: string }
type PostHoldingTable = Council & { post_id: number; from_day: Day; until_day: ColumnType<Day | null>; holder: string }
type AuditTable = Kept & { entry: GeneratedAlways<bigint>; what: string; detail: Json<unknown> }

type PaperTable = Council & { paper_id: GeneratedAlways<number>; sha256: string; file: string; title: string; format: string; pages: number | null; added_at: At }
type ProposalTable = Council & { proposal_id: GeneratedAlways<number>; paper_id: number; plan_slug: string; period: Period; kind: 'plan' | 'update'; content: Json<unknown>; title: GeneratedAlways<string>; made_at: At; who: string }
export type ProposalEvent = 'accepted' | 'rejected' | 'withdrawn'
type ProposalEventTable = Kept & { proposal_id: number; event: ProposalEvent; reason: string }
export type DecisionKind = 'row' | 'match' | 'lineage' | 'status'
type DecisionTable = Kept & { decision_id: GeneratedAlways<number>; kind: DecisionKind; plan_slug: string; subject: string; answer: Json<unknown>; reason: string }

type PlanTable = Council & { plan_id: GeneratedAlways<number>; slug: string; title: string; year: Period; levels: string[]; roles: string[]; proposal_id: number }
type InPlan = Council & { plan_id: number }
type ItemTable = InPlan & { item: number; proposal_id: number }
export type RevisionKind = 'approved' | 'reported' | 'added' | 'reworded' | 'target changed' | 're-dated' | 'moved' | 'split' | 'merged' | 'dropped' | 'corrected'
type ItemRevisionTable = InPlan & Kept & Placed & {
  item: number; revision: number; kind: RevisionKind; parent: number | null; level: number; position: number; ref: string | null; wording: string; due: Day | null
  fields: Json<Readonly<Record<string, string>>>; row_number: number | null; confirm: Defaulted<string[]>; review: Defaulted<string[]>; authority: Defaulted<string>; reason: Defaulted<string>; on_day: Day; proposal_id: number
}
export type LineageState = 'kept' | 'to confirm' | 'refused'
type LineageTable = InPlan & Kept & { item: number; revision: number; earlier_plan_id: number; earlier_item: number; kind: 'same words' | 'reworded' | 'next phase'; state: LineageState; proposal_id: number }

type StatusTable = InPlan & Kept & { from_day: Day; code: string; revision: number; name: string; colour: string; letter: string; meaning: string; kind: 'complete' | 'on track' | 'at risk' | 'off track' | 'not due' | 'paused' | 'discontinued'; counts: boolean; assumed: boolean; position: number; proposal_id: number }
type ItemUpdateTable = InPlan & Kept & Placed & {
  period: Period; item: number; revision: number; listed: Defaulted<boolean>; row_number: number; status: string | null; printed_status: string | null; remark: string; forecast: Day | null
  path: Json<readonly { readonly level: string; readonly text: string }[] | null> ; confirm: Defaulted<string[]>; review: Defaulted<string[]>; reason: Defaulted<string>; proposal_id: number
}

type ReportDraftTable = InPlan & Kept & { period: Period; revision: number; header: Json<unknown>; narrative: Json<unknown> }
type Published = Council & { plan_slug: string; period: Period; edition: number }
type PublicationTable = Published & Kept & { plan_id: number; published_on: Day; title: string; year: Period; met: number; counted: number; hash: string; snapshot: Json<unknown> }
type PublicationWithdrawalTable = Published & Kept & { reason: string; on_day: Day }

type CheckSettingsTable = Kept & { revision: number; settings: Json<unknown>; reason: string }
type CheckWaiverTable = Kept & { fingerprint: string; revision: number; stands: boolean; code: string; reason: string; on_day: Day }

type WebPassTable = { digest: Buffer; kind: 'link' | 'session'; until: Date }
