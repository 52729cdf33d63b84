import type { Kysely } from 'kysely'
import type { Config } from '../config.ts'
import type { Schema } from './schema.ts'

export type Db = Kysely<Schema>
export type Opened = { readonly db: Db; readonly close: () => Promise<void> }

/** Opens the database of the configuration, migrated to the newest schema. */
export const openDatabase = async (_config: Config, _progress: (text: string) => void): Promise<Opened> => {
  throw new Error('not built yet')
}
