import type { Source } from '../kit/source.ts'

/** A cell of a row: "" printed empty; null no such column, or lost or doubtful (then `review` says why). */
export type Cell = string | null
export type Step = { readonly level: string; readonly text: string }

/** What every row of a paper carries. `repaired` tells what was surely mended; `review` is the flag: why a person must look. */
type Row = { readonly path: readonly Step[]; readonly source: Source; readonly repaired: readonly string[]; readonly review: readonly string[] }

/** A row of a plan or of an update. In plans with other levels the top is theme, the one that bears the status (else the lowest) milestone. */
export type PlanRow = Row & { readonly theme: Cell; readonly objective: Cell; readonly deliverable: Cell; readonly milestone: Cell; readonly status: Cell; readonly remark: Cell
  /** What the row's other columns print ("Lead", "By when"), by their headings; empty cells are left out. */
  readonly fields?: Readonly<Record<string, string>> }

/** When an action is due: the words as printed, and the first and last month (`2024-09`) where they can be said. */
export type Due = { readonly words: string; readonly from: string | null; readonly to: string | null }

/** A row of an improvement plan. `step` is null on an action's own row. */
export type ActionRow = Row & {
  readonly section: Cell; readonly ref: Cell; readonly action: Cell; readonly step: Cell
  readonly leads: readonly string[] | null; readonly due: Due | null
  readonly progress: Cell; readonly people: Cell; readonly capacity: Cell; readonly target: Cell
}

export const changeKinds = ['dropped', 'split', 'merged', 'target changed', 're-dated', 'moved', 'reworded', 'added', 'not reported', 'unchanged'] as const
export const yearKinds = ['not continued', 'next phase', 'reworded', 'same words', 'new'] as const
export type ChangeKind = (typeof changeKinds)[number] | (typeof yearKinds)[number]
export type ChangedWords = { readonly op: 'same' | 'gone' | 'new'; readonly text: string }

/** What became of one or more items between two documents. `kind` is the gravest that applies, `also` the rest. */
export type Change = {
  readonly kind: ChangeKind; readonly also: readonly ChangeKind[]
  readonly approved: readonly PlanRow[]; readonly reported: readonly PlanRow[]
  /** Whether what was promised got easier or harder to meet; null where that can't be said. */
  readonly easier: 'easier' | 'harder' | null
  /** False where the pairing itself is a guess that a person should confirm. */
  readonly sure: boolean
  readonly words: readonly ChangedWords[]
}
export type Comparison = { readonly summary: Readonly<Partial<Record<ChangeKind, number>>>; readonly changes: readonly Change[] }
