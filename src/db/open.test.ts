import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openDatabase, type Opened } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'throughline-open-'))
execFileSync('chmod', ['755', folder])
const config = readConfig({ THROUGHLINE_DATA: join(folder, 'data') })
const open = (): Promise<Opened> => openDatabase(config, () => undefined)
const answer = async (o: Opened): Promise<unknown> => (await sql`select 6 * 7 as n`.execute(o.db)).rows[0]
const pidFile = join(config.data, 'postgres', 'postmaster.pid')
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

test('a fresh folder becomes a database, a second opener joins it, and the last to leave stops it', async () => {
  const first = await open()
  expect(await answer(first)).toEqual({ n: 42 })
  const second = await open()
  await first.close()
  expect(await answer(second)).toEqual({ n: 42 })
  await second.close()
  expect(existsSync(pidFile)).toBe(false)
})

test('two openers at once on a stopped folder both get the one server', async () => {
  const both = await Promise.all([open(), open()])
  expect(await Promise.all(both.map(answer))).toEqual([{ n: 42 }, { n: 42 }])
  await Promise.all(both.map((o) => o.close()))
  expect(existsSync(pidFile)).toBe(false)
})

test('a server that was killed outright is started again with everything that was committed', async () => {
  const before = await open()
  await sql`create table kept (n int)`.execute(before.db)
  await sql`insert into kept values (1)`.execute(before.db)
  process.kill(Number(readFileSync(pidFile, 'utf8').split('\n')[0]), 'SIGKILL')
  await before.close()
  const after = await open()
  expect((await sql`select n from kept`.execute(after.db)).rows).toEqual([{ n: 1 }])
  await after.close()
})

test('a database that does not answer is refused in one sentence that says what to check', async () => {
  await expect(openDatabase(readConfig({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }), () => undefined))
    .rejects.toThrow(/DATABASE_URL does not answer.*Check its address/)
})
