import { pages } from '../src/app.ts'
import type { Config } from '../src/config.ts'
import { openDatabase, type Db } from '../src/db/index.ts'
import { openDoors } from '../src/web/doors.ts'
import { keepHeapLevel } from '../src/web/memory.ts'
import { buildServer } from '../src/web/server.ts'
import type { Pages } from '../src/web/index.ts'

const server = (db: Db, keep: number | null, more: readonly Pages[] = []) =>
  buildServer({ doors: openDoors(db), now: () => new Date(), fault: (error) => { throw error }, log: null, ...(keep === null ? {} : { keep }) }, [...pages(db, { publicCheck: false }), ...more])

/** The web server as `serve` runs it, with one more page: a fixed text of any size. */
export const serveForBench = async (config: Config): Promise<void> => {
  keepHeapLevel()
  const { db } = await openDatabase(config, () => undefined)
  const fixed = new Map<number, Buffer>()
  const app = await server(db, null, [(web) => {
    web.get<{ Params: { bytes: string } }>('/fixed/:bytes', async (request, reply) => {
      const size = Number(request.params.bytes), body = fixed.get(size) ?? Buffer.alloc(size, 'x')
      fixed.set(size, body)
      return reply.type('text/html; charset=utf-8').send(body)
    })
  }])
  await app.listen({ port: 0, host: '127.0.0.1' })
  process.send?.({ port: (app.server.address() as { port: number }).port })
}

/** Asks a server that keeps nothing for a page, without the network. */
export const firstRendering = async (db: Db): Promise<(path: string) => Promise<void>> => {
  const app = await server(db, 1)
  return async (path) => { const { statusCode } = await app.inject({ url: path }); if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`) }
}
