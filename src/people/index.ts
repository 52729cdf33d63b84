export { addCouncil, inTransaction, recordChange, requireCouncil } from './actions.ts'
export { peopleCommands } from './commands.ts'
export { councilById, councilBySlug, councils, trailOf } from './store.ts'
export type { AuditEntry, Council, Ctx } from './types.ts'
