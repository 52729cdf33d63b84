import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PassThrough, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { Refused } from '../kit/refused.ts'
import { continueSequences, quoted, tablesOf, type Table } from './tables.ts'

/** What a backup says of itself in its first line. */
type Header = { readonly throughline: 1; readonly migration: string | null; readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[] }
/** Its last line: what restoring must give back. */
type Footer = { readonly end: true; readonly tables: Readonly<Record<string, { readonly rows: number; readonly sha256: string }>> }
export type Saved = Footer['tables']

type Progress = (text: string) => void

const copyOut = (table: Pick<Table, 'name' | 'columns'>, key: readonly string[]): string =>
  `copy (select ${table.columns.map(quoted).join(', ')} from ${quoted(table.name)} order by ${(key.length > 0 ? key : table.columns).map(quoted).join(', ')}) to stdout`

/** Counts and hashes the rows that pass; COPY's text form never breaks a line inside a row. */
const measured = (): { readonly stream: Transform; readonly result: () => { rows: number; sha256: string } } => {
  const hash = createHash('sha256')
  let rows = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      for (const byte of chunk) if (byte === 10) rows += 1
      done(null, chunk)
    },
  })
  return { stream, result: () => ({ rows, sha256: hash.digest('hex') }) }
}

const newestMigration = async (client: pg.ClientBase): Promise<string | null> =>
  (await client.query<{ name: string }>('select name from kysely_migration order by name desc limit 1')).rows[0]?.name ?? null

/** Writes everything to one file from one consistent snapshot. A backup that is cut short leaves no file of that name. */
export const backup = async (pool: pg.Pool, file: string, progress: Progress): Promise<Saved> => {
  const client = await pool.connect()
  const part = `${file}.part`
  try {
    await client.query('begin isolation level repeatable read read only')
    const tables = await tablesOf(client)
    // One pipeline a table listens to it, so the usual warning of a leak does not apply.
    const out = new PassThrough().setMaxListeners(0)
    const written = pipeline(out, createGzip({ level: 6 }), createWriteStream(part, { mode: 0o600 }))
    written.catch(() => undefined)
    out.write(`${JSON.stringify({ throughline: 1, migration: await newestMigration(client), tables: tables.map(({ name, columns }) => ({ name, columns })) } satisfies Header)}\n`)
    const saved: Record<string, { rows: number; sha256: string }> = {}
    for (const table of tables) {
      progress(`Saving ${table.name} ...`)
      const { stream, result } = measured()
      await Promise.race([pipeline(client.query(copyTo(copyOut(table, table.key))), stream, out, { end: false }), written])
      saved[table.name] = result()
      out.write('\\.\n')
    }
    out.end(`${JSON.stringify({ end: true, tables: saved } satisfies Footer)}\n`)
    await written
    await rename(part, file)
    return saved
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
    await rm(part, { force: true })
  }
}

const notABackup = (file: string): Refused => new Refused(`${file} is not a whole Throughline backup: it was cut short or is something else. Nothing was changed.`)

const parseLine = (line: string | undefined, file: string): unknown => {
  try { return JSON.parse(line ?? '') } catch { throw notABackup(file) }
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file)
  const unzipped = input.pipe(createGunzip())
  input.on('error', (error) => unzipped.destroy(error))
  try {
    yield* createInterface({ input: unzipped, crlfDelay: Infinity })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refused(`There is no file ${file}. Name the backup to restore.`)
    throw notABackup(file)
  }
}

const refuseUnlessEmpty = async (client: pg.ClientBase): Promise<void> => {
  for (const table of await tablesOf(client)) {
    const { rowCount } = await client.query(`select from ${quoted(table.name)} limit 1`)
    if (rowCount) throw new Refused(`This database already holds data (${table.name}). Restore into an empty one: set THROUGHLINE_DATA or DATABASE_URL to a new place.`)
  }
}

/** Reads one table's lines into it, and says how many rows with which hash went in. */
const fill = async (client: pg.ClientBase, table: Header['tables'][number], lines: AsyncIterator<string>, file: string): Promise<void> => {
  const into = client.query(copyFrom(`copy ${quoted(table.name)} (${table.columns.map(quoted).join(', ')}) from stdin`))
  await pipeline(async function* rows() {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw notABackup(file)
      if (value === '\\.') return
      yield `${value}\n`
    }
  }, into)
}

const proof = async (client: pg.ClientBase, tables: Header['tables'], progress: Progress): Promise<Saved> => {
  const keys = new Map((await tablesOf(client)).map((t) => [t.name, t.key]))
  const found: Record<string, { rows: number; sha256: string }> = {}
  for (const table of tables) {
    progress(`Proving ${table.name} ...`)
    const { stream, result } = measured()
    stream.resume()
    await pipeline(client.query(copyTo(copyOut(table, keys.get(table.name) ?? []))), stream)
    found[table.name] = result()
  }
  return found
}

/** Restores a backup into an empty database in one transaction, then proves it by reading everything back: same rows, same hashes. */
export const restore = async (pool: pg.Pool, file: string, migrateTo: (name: string | null) => Promise<void>, progress: Progress): Promise<Saved> => {
  const lines = linesOf(file)
  const header = parseLine((await lines.next()).value as string | undefined, file) as Header
  if (header.throughline !== 1) throw notABackup(file)
  const client = await pool.connect()
  try {
    await refuseUnlessEmpty(client)
    await client.query('drop schema public cascade; create schema public')
    await migrateTo(header.migration)
    await client.query('begin')
    for (const table of header.tables) { progress(`Restoring ${table.name} ...`); await fill(client, table, lines, file) }
    const footer = parseLine((await lines.next()).value as string | undefined, file) as Footer
    const found = await proof(client, header.tables, progress)
    const wrong = header.tables.find(({ name }) => found[name]?.sha256 !== footer.tables[name]?.sha256)
    if (wrong) throw new Refused(`${file}: the rows of ${wrong.name} are not those that were saved. The file was changed. Nothing was restored.`)
    await continueSequences(client)
    await client.query('commit')
    return found
  } finally {
    await client.query('rollback').catch(() => undefined)
    client.release()
    await migrateTo(null)
  }
}
