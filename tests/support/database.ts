import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openDatabase, type Opened } from '../../src/db/index.ts'

/** A database of its own for one test file, with the newest schema and nothing in it; `close` drops it. `url` serves the command line. */
export const freshDatabase = async (): Promise<Opened & { readonly url: string }> => {
  const name = `throughline_test_${randomBytes(6).toString('hex')}`
  await asAdmin(`create database ${name}`)
  const url = new URL(inject('server'))
  url.pathname = `/${name}`
  const opened = await openDatabase(readConfig({ DATABASE_URL: url.href }), () => undefined)
  return { ...opened, url: url.href, close: async () => { await opened.close(); await asAdmin(`drop database ${name} with (force)`) } }
}

const asAdmin = async (statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('server') })
  await client.connect()
  try { await client.query(statement) } finally { await client.end() }
}
