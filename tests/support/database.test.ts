import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { freshDatabase } from './database.ts'

test('every test file gets a database of its own', async () => {
  const [one, other] = [await freshDatabase(), await freshDatabase()]
  await sql`create table only_here (n int)`.execute(one.db)
  await expect(sql`select * from only_here`.execute(other.db)).rejects.toThrow(/does not exist/)
  await one.close()
  await other.close()
})
