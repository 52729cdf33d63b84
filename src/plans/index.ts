export type { ActionRow, Cell, Change, ChangeKind, ChangedWords, Comparison, Due, PlanRow, Step } from './types.ts'
export { changeKinds, yearKinds } from './types.ts'
