export { migrate, openDatabase, type Db, type Opened } from './open.ts'
export type { DecisionKind, LineageState, ProposalEvent, RevisionKind } from './schema.ts'
export { schemaPage } from './schema-page.ts'
export { runningAt, sayRunning } from './running.ts'
