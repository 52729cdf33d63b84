import type { LineageState, RevisionKind } from '../db/index.ts'
import type { Day } from '../kit/day.ts'
import type { Period } from '../kit/period.ts'
import type { Source } from '../kit/source.ts'

/** What a level is in every plan's words, so that plans with other level names can be held side by side. */
export const levelRoles = ['theme', 'objective', 'deliverable', 'milestone'] as const
export type LevelRole = (typeof levelRoles)[number]

/** A plan as it stands. `levels` are its own names from the top down, `roles` what each is elsewhere. */
export type StoredPlan = {
  readonly planId: number; readonly slug: string; readonly title: string; readonly year: Period
  readonly levels: readonly string[]; readonly roles: readonly LevelRole[]; readonly proposalId: number
}

/** A fact's place; `paperId` is the number of the paper it stands in. */
export type Place = Source & { readonly paperId: number | null }

/** What an item says from one day on. `rowNumber` is null where it is only a heading of others. */
export type ItemRevision = {
  readonly item: number; readonly revision: number; readonly kind: RevisionKind; readonly parent: number | null; readonly level: number; readonly position: number
  readonly ref: string | null; readonly wording: string; readonly due: Day | null; readonly fields: Readonly<Record<string, string>>; readonly rowNumber: number | null
  readonly confirm: readonly string[]; readonly review: readonly string[]; readonly authority: string; readonly reason: string; readonly onDay: Day
  /** True where a paper of the plan itself says it, false where only an update does. */
  readonly fromPlan: boolean
  readonly proposalId: number; readonly place: Place
}
export type NewRevision = Omit<ItemRevision, 'proposalId' | 'fromPlan'>

export type LineageLink = {
  readonly item: number; readonly earlierPlanId: number; readonly earlierItem: number
  readonly kind: 'same words' | 'reworded' | 'next phase'; readonly state: LineageState; readonly revision: number
}
