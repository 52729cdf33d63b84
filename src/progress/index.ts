export type { Headline, Status, StatusKind, Vocabulary } from './types.ts'
export { statusKinds } from './types.ts'
