import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { commands } from '../src/app.ts'
import { referencePages } from '../src/reference.ts'
import { freshDatabase } from './support/database.ts'

test('docs/reference says what the code says (if not: npm run reference)', async () => {
  const { pool, close } = await freshDatabase()
  const pages = await referencePages(commands, pool)
  await close()
  expect(pages.filter(({ file, text }) => !existsSync(file) || readFileSync(file, 'utf8') !== text).map((p) => p.file)).toEqual([])
  const known = new Set(pages.map((p) => p.file))
  expect(readdirSync('docs/reference', { recursive: true, encoding: 'utf8' }).map((f) => `docs/reference/${f}`).filter((f) => f.endsWith('.md') && !known.has(f))).toEqual([])
})
