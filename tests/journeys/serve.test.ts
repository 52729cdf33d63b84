import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/app.ts'
import type { Cli } from '../../src/cli/command.ts'
import { readConfig } from '../../src/config.ts'
import { addCouncil } from '../../src/people/index.ts'
import { freshDatabase } from '../support/database.ts'

const command = (name: string) => commands.find((c) => c.name === name)!

test('serve says where it listens, keeps the link out of what is not a terminal, logs no secret, and stops when told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-serve-'))
  const log = join(folder, 'requests.log')
  const opened = await freshDatabase()
  await addCouncil(opened.db, 'test', { slug: 'thornmere', name: 'Thornmere Council' })
  const said: string[] = []
  const cli: Cli = {
    config: readConfig({ PORT: '0', THROUGHLINE_LOG: log }), colour: false, now: () => new Date('2025-11-21T12:00:00Z'), progress: () => undefined,
    out: (text) => said.push(text), err: (text) => said.push(text), db: async () => opened.db, database: async () => opened,
  }
  const running = command('serve').run(cli, [], {})
  while (!said.some((s) => s.includes('ready'))) await new Promise((done) => { setTimeout(done, 20) })
  const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(said.join('\n'))![0]
  expect(said.join('\n')).not.toContain('/link/')
  expect(await (await fetch(`${origin}/health`)).json()).toEqual({ status: 'ok' })
  await command('link').run({ ...cli, config: { ...cli.config, port: Number(new URL(origin).port) } }, [], {})
  const link = said.at(-1)!
  const entered = await fetch(link, { redirect: 'manual' })
  expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/)
  await fetch(`${origin}/thornmere/search?q=a+private+word`, { headers: { cookie: entered.headers.get('set-cookie')!.split(';')[0]! } })
  process.emit('SIGTERM')
  expect(await running).toBe(0)
  const written = readFileSync(log, 'utf8')
  expect(written).toContain('/health')
  for (const secret of [new URL(link).pathname.split('/').at(-1)!, 'private', 'throughline=']) expect(written).not.toContain(secret)
  await opened.close()
  rmSync(folder, { recursive: true })
})

test('a port that is taken is one line that says what to do', async () => {
  const { createServer } = await import('node:net')
  const other = createServer()
  await new Promise<void>((done) => { other.listen(0, '127.0.0.1', done) })
  const { port } = other.address() as { port: number }
  const opened = await freshDatabase()
  const cli = { config: readConfig({ PORT: String(port) }), colour: false, now: () => new Date(), progress: () => undefined, out: () => undefined, err: () => undefined, db: async () => opened.db, database: async () => opened } satisfies Cli
  await expect(command('serve').run(cli, [], {})).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken`)
  await opened.close()
  other.close()
})
