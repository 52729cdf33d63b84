import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/db/index.ts'

declare module 'vitest' {
  interface ProvidedContext { server: string }
}

/** One PostgreSQL for the whole run: the server of DATABASE_URL, else an embedded one in a folder of its own. Its database is the template of every test's. */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env['DATABASE_URL']
  if (given) {
    project.provide('server', given)
    return async () => undefined
  }
  const folder = mkdtempSync(join(tmpdir(), 'throughline-tests-'))
  chmodSync(folder, 0o755)
  const config = readConfig({ THROUGHLINE_DATA: join(folder, 'data') })
  const opened = await openDatabase(config, () => undefined)
  project.provide('server', `postgresql://app@localhost/throughline?host=${encodeURIComponent(opened.pool.options.host ?? '')}`)
  return async () => { await opened.close(); rmSync(folder, { recursive: true, force: true }) }
}
