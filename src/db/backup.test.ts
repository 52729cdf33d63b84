import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/database.ts'
import { backup, restore } from './backup.ts'
import { migrate } from './open.ts'

type Database = Awaited<ReturnType<typeof freshDatabase>>
const folder = mkdtempSync(join(tmpdir(), 'throughline-backup-'))
const file = join(folder, 'all.backup')
let from: Database
let saved: Awaited<ReturnType<typeof backup>>
const quiet = (): void => undefined
const into = (o: Database, path: string) => restore(o.pool, path, async (to) => { await migrate(o.db, o.pool, to) }, quiet)

beforeAll(async () => {
  from = await freshDatabase()
  await from.pool.query(`create table parent (id bigint generated always as identity primary key, words text)`)
  await from.pool.query(`create table child (parent_id bigint references parent, n numeric, primary key (parent_id, n))`)
  await from.pool.query(`insert into parent (words) values ('tab\there'), (E'two\nlines \\\\.'), (null)`)
  await from.pool.query(`insert into child values (1, 0.10), (2, 12345678901234567890.5)`)
  saved = await backup(from.pool, file, quiet)
})
afterAll(async () => { await from.close(); rmSync(folder, { recursive: true, force: true }) })

test('a backup says how many rows of each table it holds', () => {
  expect([saved['parent']?.rows, saved['child']?.rows]).toEqual([3, 2])
})

test('a damaged, cut or foreign file is refused and changes nothing', async () => {
  const damaged = (name: string, change: (text: string) => string): string => {
    writeFileSync(join(folder, name), gzipSync(change(gunzipSync(readFileSync(file)).toString())))
    return join(folder, name)
  }
  appendFileSync(join(folder, 'foreign'), 'not a backup')
  const target = await freshDatabase()
  await expect(into(target, join(folder, 'foreign'))).rejects.toThrow(/not a whole Throughline backup/)
  await expect(into(target, join(folder, 'absent'))).rejects.toThrow(/There is no file/)
  await expect(into(target, damaged('cut', (t) => t.slice(0, t.length / 3)))).rejects.toThrow(/cut short/)
  expect((await target.pool.query('select 1')).rowCount).toBe(1)
  await target.close()
})

test('a backup in progress that fails leaves no file behind', async () => {
  await expect(backup(from.pool, join(folder, 'no', 'such', 'folder.backup'), quiet)).rejects.toThrow(/ENOENT/)
  expect(existsSync(join(folder, 'no'))).toBe(false)
})

test('a database that holds data is never restored over', async () => {
  await expect(into(from, file)).rejects.toThrow(/already holds data/)
})
