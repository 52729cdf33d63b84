import { Kysely, PostgresDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import type { Config } from '../config.ts'
import { Refused } from '../kit/refused.ts'
import { homeOf, type Home } from './home.ts'
import { migrations } from './migrations/index.ts'
import type { Schema } from './schema.ts'
import { startServer, stopServer } from './server.ts'

export type Db = Kysely<Schema>
/** An open database. `close` must be called; `moved` is the folder where the data stands when `./data` could not be used; `applied` the steps of the schema that opening it took. */
export type Opened = { readonly db: Db; readonly pool: pg.Pool; readonly moved: string | null; readonly applied: readonly string[]; readonly close: () => Promise<void> }

// Days stay texts and bigints stay exact: a JavaScript Date or float would change them.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(pg.types.builtins.INT8, BigInt)

/** Held shared by every command on an embedded database; who can take it alone is the last and stops the server. */
const presence = 7_461_002

const poolOf = (where: pg.PoolConfig): pg.Pool => {
  const pool = new pg.Pool({ ...where, max: 12, application_name: 'throughline' })
  // An idle connection that the server ends is replaced at the next query; without this it would end the process.
  pool.on('error', () => undefined)
  // So is one that ends while it is in use: its query fails and says so; the event beside it must not end the process.
  pool.on('connect', (client) => { client.on('error', () => undefined) })
  return pool
}

/** Brings the schema to the named version, or with null to its newest; gives the steps taken. Refuses a PostgreSQL older than 15. */
export const migrate = async (db: Db, pool: pg.Pool, to: string | null = null): Promise<readonly string[]> => {
  const { rows: [server] } = await pool.query<{ n: number }>(`select current_setting('server_version_num')::int as n`)
  if ((server?.n ?? 0) < 150_000) throw new Refused('This PostgreSQL is older than 15. Point DATABASE_URL at version 15 or newer.')
  if (to !== null && !(to in migrations)) throw new Refused(`This data was made by a newer Throughline (step ${to} of the schema is unknown here). Update Throughline first.`)
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results = [] } = await (to === null ? migrator.migrateToLatest() : migrator.migrateTo(to))
  if (error) throw error instanceof Error ? error : new Error(`migration failed: ${JSON.stringify(error)}`)
  return results.filter((r) => r.status === 'Success').map((r) => r.migrationName)
}

const opened = async (pool: pg.Pool, moved: string | null, close: () => Promise<void>): Promise<Opened> => {
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  try {
    return { db, pool, moved, applied: await migrate(db, pool), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Opens the database of the configuration, migrated to the newest schema, starting the embedded server where none runs yet. */
export const openDatabase = async (config: Config, progress: (text: string) => void): Promise<Opened> => {
  if (config.databaseUrl !== null) {
    const pool = poolOf({ connectionString: config.databaseUrl })
    await pool.query('select 1').catch((error: unknown) => {
      throw new Refused(`The database of DATABASE_URL does not answer: ${error instanceof Error ? error.message : 'unknown reason'}. Check its address, user and password.`)
    })
    return opened(pool, null, () => pool.end())
  }
  const home = homeOf(config)
  const guard = await join(home, progress)
  const pool = poolOf({ host: home.socket, user: 'app', database: 'throughline' })
  return opened(pool, home.moved ? home.folder : null, async () => { await pool.end(); await leave(home, guard) })
}

/** Connects to the running server or starts it, and marks our presence. Tries again where a server is just stopping or starting. */
const join = async (home: Home, progress: (text: string) => void): Promise<pg.Client> => {
  const until = Date.now() + 30_000
  for (let tries = 0; ; tries += 1) {
    try {
      return await present(home)
    } catch (error) {
      if (Date.now() > until) throw new Refused(`The database in ${home.folder} does not start. ${home.log} says why.`, { cause: error })
      if (tries === 0) progress('Starting the database ...')
      if (tries % 5 === 0) await startServer(home)
      else await new Promise((resolve) => { setTimeout(resolve, 200) })
    }
  }
}

const present = async (home: Home): Promise<pg.Client> => {
  const client = new pg.Client({ host: home.socket, user: 'app', database: 'postgres', application_name: 'throughline presence' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock_shared($1) as got', [presence])
    if (rows[0]?.got !== true) throw new Error('the server is about to stop')
    const { rowCount } = await client.query(`select from pg_database where datname = 'throughline'`)
    if (rowCount === 0) await client.query('create database throughline').catch(unlessAnotherMadeIt)
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    throw error
  }
}

const unlessAnotherMadeIt = (error: unknown): void => {
  if (!(error instanceof pg.DatabaseError) || !['42P04', '23505'].includes(error.code ?? '')) throw error
}

/** Leaves; the last one out stops the server. Two leaving at once can't both be last: the lock is taken alone. */
const leave = async (home: Home, guard: pg.Client): Promise<void> => {
  const { rows } = await guard.query<{ last: boolean }>('select pg_advisory_unlock_shared($1), pg_try_advisory_lock($1) as last', [presence])
    .catch(() => ({ rows: [{ last: false }] }))
  if (rows[0]?.last === true) await stopServer(home)
  await guard.end().catch(() => undefined)
}
