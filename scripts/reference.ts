import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commands } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { openDatabase } from '../src/db/index.ts'
import { referencePages, writePages } from '../src/reference.ts'

// Writes docs/reference anew: `npm run reference`. The schema is told by a fresh database.
const folder = mkdtempSync(join(tmpdir(), 'throughline-reference-'))
const { pool, close } = await openDatabase(readConfig({ THROUGHLINE_DATA: join(folder, 'data') }), () => undefined)
try {
  writePages(await referencePages(commands, pool))
} finally {
  await close()
  rmSync(folder, { recursive: true, force: true })
}
