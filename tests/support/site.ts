import type { FastifyInstance } from 'fastify'
import type { Db } from '../../src/db/index.ts'
import { pages } from '../../src/app.ts'
import { openDoors } from '../../src/web/doors.ts'
import { buildServer } from '../../src/web/server.ts'
import type { Doors } from '../../src/web/index.ts'

export type TestSite = { readonly app: FastifyInstance; readonly doors: Doors }
/** The whole site over a database, not listening; a fault of ours fails the test that caused it. */
export const siteOver = async (db: Db, now = new Date('2025-11-21T12:00:00Z'), { publicCheck = false } = {}): Promise<TestSite> => {
  const doors = openDoors(db)
  const app = await buildServer({ doors, now: () => now, fault: (error) => { process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`) }, log: null }, pages(db, { publicCheck }))
  return { app, doors }
}

const here = { host: '127.0.0.1:3000' }
/** A browser on this machine that came in through the link. */
export const officer = async ({ app, doors }: TestSite) => {
  const link = new URL(await doors.link('http://127.0.0.1:3000'))
  const entered = await app.inject({ url: link.pathname, headers: here })
  const cookie = String(entered.headers['set-cookie']).split(';')[0]!
  const get = (url: string) => app.inject({ url, headers: { ...here, cookie } })
  /** The token that the page's forms carry. */
  const token = async (page: string): Promise<string> => /name="_form" value="([^"]+)"/.exec((await get(page)).body)?.[1] ?? ''
  const post = async (url: string, fields: Record<string, string>, page: string) => app.inject({
    method: 'POST', url, headers: { ...here, cookie, origin: 'http://127.0.0.1:3000', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...fields, _form: await token(page) }).toString(),
  })
  const send = async (url: string, file: { readonly filename: string; readonly bytes: Uint8Array }, fields: Record<string, string>, page: string) => {
    const form = new FormData()
    for (const [name, value] of Object.entries({ ...fields, _form: await token(page) })) form.set(name, value)
    form.set('paper', new Blob([new Uint8Array(file.bytes)]), file.filename)
    const body = new Response(form)
    return app.inject({ method: 'POST', url, headers: { ...here, cookie, origin: 'http://127.0.0.1:3000', 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) })
  }
  return { cookie, link, get, post, send, token }
}
