import { expect, test } from 'vitest'
import { freshDatabase } from '../../tests/support/database.ts'
import { runningAt, sayRunning } from './index.ts'

test('who serves pages is known to others on the same data while it lives, and no longer', async () => {
  const here = await freshDatabase()
  expect(await runningAt(here.pool)).toEqual([])
  const leave = await sayRunning(here.pool, 'http://127.0.0.1:3000/')
  expect(await runningAt(here.pool)).toEqual(['http://127.0.0.1:3000/'])
  leave()
  await expect.poll(() => runningAt(here.pool)).toEqual([])
  await here.close()
})
