import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A migration that runs these statements. There is no way down: a backup is the way back. */
export const tablesFrom = (statements: string): Migration => ({ up: async (db) => { await sql.raw(statements).execute(db) } })
