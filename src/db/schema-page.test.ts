import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/database.ts'
import { schemaPage } from './schema-page.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())

test('every table says what it is for', async () => {
  const { text } = await schemaPage(opened.pool)
  const parts = text.split('\n## ').slice(1)
  expect(parts.length).toBeGreaterThan(15)
  expect(parts.filter((p) => p.split('\n')[1]!.trim().length < 20).map((p) => p.split('\n')[0])).toEqual([])
})

/** Holds nothing of any council: who may sign in at this machine. */
const noCouncils = ['web_pass']

test("every table's key starts with the council", async () => {
  const { rows } = await sql<{ name: string; first: string }>`
    select c.relname as name, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indisprimary and n.nspname = 'public' and c.relname not like 'kysely%'`.execute(opened.db)
  expect(rows.filter((r) => r.first !== 'council_id' && !noCouncils.includes(r.name))).toEqual([])
  expect(rows.length).toBeGreaterThan(15)
})
