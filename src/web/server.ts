import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { dayInLondon } from '../kit/day.ts'
import { assets } from './assets.ts'
import type { Doors } from './doors.ts'
import { answerTo, Busy, ErrorPage, NotFound } from './errors.tsx'
import { pageBytes, senders } from './rendered.ts'
import type { Pages, Site } from './site.ts'

export type ServerOptions = {
  readonly doors: Doors
  readonly now: () => Date
  /** Told of every fault of ours (not of a person's mistake). */
  readonly fault: (error: unknown, address: string) => void
  /** A file that requests are logged to, without queries, cookies, bodies or links; null for none. */
  readonly log: string | null
  /** How many bytes of published pages stay rendered. */
  readonly keep?: number
}

/** What a page may fetch: our own stylesheets, scripts, fonts and pictures, nothing inline, nothing of others. */
const policy = {
  defaultSrc: ["'none'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], fontSrc: ["'self'"], imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"], formAction: ["'self'"], baseUri: ["'none'"], frameAncestors: ["'none'"],
}
const html = 'text/html; charset=utf-8'
const megabyte = 1_048_576
const largestPaper = 50 * megabyte

/** The address as it may be written down: no query, and of a link only that it was one. */
const spoken = (url: string): string => url.replace(/\?.*$/s, '').replace(/^\/link\/.*/, '/link/…')

const serveAssets = (app: FastifyInstance): void => {
  app.get<{ Params: { version: string; name: string } }>('/static/:version/:name', async (request, reply) => {
    const { version, files } = assets()
    const asset = request.params.version === version ? files.get(request.params.name) : undefined
    if (asset === undefined) throw new NotFound()
    return reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.type).send(asset.bytes)
  })
}

const serveErrors = (app: FastifyInstance, fault: ServerOptions['fault']): void => {
  app.setErrorHandler((error, request, reply) => {
    const found = answerTo(error)
    if (found.status >= 500 && !(error instanceof Busy)) fault(error, spoken(request.url))
    return reply.code(found.status).header('cache-control', 'no-store').type(html).send(pageBytes(ErrorPage({ found })))
  })
  app.setNotFoundHandler(() => { throw new NotFound() })
}

/** The web server with the pages of the given slices, not yet listening. */
export const buildServer = async (options: ServerOptions, pages: readonly Pages[]): Promise<FastifyInstance> => {
  const app = Fastify({
    logger: options.log === null ? false : { file: options.log, serializers: { req: (r: { method: string; url: string }) => ({ method: r.method, url: spoken(r.url) }) } },
    bodyLimit: 2 * megabyte, routerOptions: { ignoreTrailingSlash: true, maxParamLength: 200 }, forceCloseConnections: 'idle',
    // An address that is no address at all gets the same page as one that leads nowhere.
    frameworkErrors: (_error, _request, reply) => { void (reply as unknown as FastifyReply).code(404).type(html).send(pageBytes(ErrorPage({ found: answerTo(new NotFound()) }))) },
  })
  await app.register(helmet, { contentSecurityPolicy: { useDefaults: false, directives: policy }, referrerPolicy: { policy: 'same-origin' }, strictTransportSecurity: false })
  await app.register(formbody, { bodyLimit: 2 * megabyte })
  await app.register(multipart, { limits: { fileSize: largestPaper, files: 5, fields: 40, fieldSize: megabyte, parts: 45 } })
  // Only where something is done at somebody's word; public pages are kept rendered and cost little.
  await app.register(rateLimit, { global: false })
  // PostgreSQL can't hold a NUL, and no name of ours has one.
  app.addHook('onRequest', async (request) => { if (/%00/.test(request.url)) throw new NotFound() })
  serveErrors(app, options.fault)
  serveAssets(app)
  const site: Site = { today: () => dayInLondon(options.now()), doors: options.doors, ...senders(options.keep ?? 32 * megabyte) }
  for (const add of pages) add(app, site)
  return app
}
