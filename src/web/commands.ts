import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import type { Cli, Command } from '../cli/command.ts'
import type { Config } from '../config.ts'
import { runningAt, sayRunning, type Db } from '../db/index.ts'
import { Refused } from '../kit/refused.ts'
import { openDoors } from './doors.ts'
import { keepHeapLevel } from './memory.ts'
import { buildServer } from './server.ts'
import type { Pages } from './site.ts'

const originOf = (cli: Cli, port: number): string => `http://${cli.config.host.includes(':') ? `[${cli.config.host}]` : cli.config.host}:${port}`
/** Where a browser on this machine finds the pages that change data, whatever address the server listens on. */
const hereOf = (port: number): string => `http://127.0.0.1:${port}`

const asked = (): Promise<void> => new Promise((done) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => done())
})

const whoHasThePort = async (cli: Cli): Promise<string> => {
  const running = await runningAt((await cli.database()).pool)
  return running.length > 0
    ? `Throughline is already running on this data: open ${running.join(' or ')}. Stop it with Ctrl-C where it was started, or set PORT to another number to run a second one beside it.`
    : `Port ${cli.config.port} on ${cli.config.host} is taken by another program. Stop that, or set PORT to another number (0 for any free one).`
}

const listen = async (app: FastifyInstance, cli: Cli): Promise<number> => {
  try {
    await app.listen({ port: cli.config.port, host: cli.config.host })
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === 'EADDRINUSE') throw new Refused(await whoHasThePort(cli))
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new Refused(`The server can't listen on ${cli.config.host}, port ${cli.config.port} (${code}). Set HOST and PORT to an address of this machine and a port above 1023.`)
    throw error
  }
  return (app.server.address() as AddressInfo | null)?.port ?? cli.config.port
}

const announce = async (cli: Cli, port: number, link: () => Promise<string>): Promise<void> => {
  cli.progress('')
  cli.out(`Throughline is ready at ${originOf(cli, port)}/`)
  // The link lets its holder change data, so it is shown to a person and never written to a file or a pipe.
  if (process.stdout.isTTY) cli.out(`To work on reports, open this once, within an hour: ${await link()}`)
  else cli.out('To work on reports, run "npx throughline link" in a terminal on this machine.')
  cli.out('Press Ctrl-C to stop.')
}

/** `serve`, with the pages of every slice. */
export const serveCommand = (pagesOf: (db: Db, config: Config) => readonly Pages[]): Command => ({
  name: 'serve',
  summary: 'Shows the pages in the browser until it is stopped.',
  help: 'The public sees what was published, and nothing else. Changing data works only on this machine, through a link that is shown on the terminal and works once.\n\nExample:\n  PORT=8080 npx throughline serve',
  run: async (cli) => {
    keepHeapLevel()
    cli.progress('Opening the database ...')
    const db = await cli.db()
    const doors = openDoors(db)
    const fault = (error: unknown, address: string): void => cli.err(`fault at ${address}: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`)
    const app = await buildServer({ doors, now: cli.now, fault, log: cli.config.log }, pagesOf(db, cli.config))
    const stopped = asked()
    let leave: (() => void) | null = null
    try {
      const port = await listen(app, cli)
      leave = await sayRunning((await cli.database()).pool, `${originOf(cli, port)}/`)
      await announce(cli, port, () => doors.link(hereOf(port)))
      await stopped
    } finally {
      leave?.()
      await app.close()
    }
    cli.out('Stopped.')
    return 0
  },
})

export const linkCommand: Command = {
  name: 'link',
  summary: 'Shows an address that lets one browser on this machine change data, once.',
  help: 'Open it within an hour, in a browser on the machine that runs "throughline serve". The browser may then change data for twelve hours.\n\nExample:\n  npx throughline link',
  run: async (cli) => {
    cli.out(await openDoors(await cli.db()).link(hereOf(cli.config.port)))
    return 0
  },
}
