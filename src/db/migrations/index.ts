import type { Migration } from 'kysely/migration'

/** Every step of the schema, by name, in order. A released step never changes. */
export const migrations: Record<string, Migration> = {}
