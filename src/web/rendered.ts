import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { htmlOf } from './html.ts'
import type { Answered, SentFile, Site } from './site.ts'

type Rendered = { readonly bytes: Buffer; readonly type: string; readonly etag: string; readonly filename: string | undefined; readonly policy: string | undefined }

const html = 'text/html; charset=utf-8'
export const pageBytes = (part: Parameters<typeof htmlOf>[0]): Buffer => Buffer.from(`<!doctype html>\n${htmlOf(part)}`)

const isFile = (answer: Answered): answer is SentFile => Buffer.isBuffer((answer as { bytes?: unknown }).bytes)

const finished = (answer: Answered): Rendered => {
  const file: SentFile = isFile(answer) ? answer : { bytes: pageBytes(answer), type: html }
  return { bytes: file.bytes, type: file.type, filename: file.filename, policy: file.policy, etag: `"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"` }
}

/** True where the browser already has these bytes. */
const alreadyThere = (request: FastifyRequest, etag: string): boolean =>
  (request.headers['if-none-match'] ?? '').split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')

/** With an ETag; nothing but the headers where the browser has it already. */
const sendWith = (request: FastifyRequest, reply: FastifyReply, page: Rendered, age: string): FastifyReply => {
  void reply.header('etag', page.etag).header('cache-control', age)
  if (page.filename !== undefined) void reply.header('content-disposition', `attachment; filename="${page.filename}"`)
  if (page.policy !== undefined) void reply.header('content-security-policy', page.policy)
  if (reply.statusCode === 200 && alreadyThere(request, page.etag)) return reply.code(304).send()
  return reply.type(page.type).send(page.bytes)
}

/** How long others may keep a published page before they ask again: a withdrawal must be seen soon. */
const publicAge = 'public, max-age=60, must-revalidate'
const privateAge = 'private, no-store'

/**
 * Sends pages and keeps the published ones rendered, those that answer a question (a search) apart. What is kept depends on its address and on `version`, which changes whenever something is published or withdrawn,
 * so nothing is ever out of date: old versions are merely forgotten, the longest unused first, once `bytes` are full.
 */
export const senders = (bytes: number): Pick<Site, 'send' | 'sendKept'> => {
  const kept = new LRUCache<string, Rendered>({ maxSize: bytes, sizeCalculation: (page) => page.bytes.length + 512 })
  const making = new Map<string, Promise<Rendered>>()
  /** A page that many ask for at once is made once. */
  const make = (key: string, render: () => Answered | Promise<Answered>): Promise<Rendered> => {
    const under = making.get(key) ?? (async () => finished(await render()))().finally(() => making.delete(key))
    making.set(key, under)
    return under
  }
  return {
    send: (request, reply, page) => sendWith(request, reply, finished(page), privateAge),
    sendKept: async (request, reply, version, render) => {
      const key = `${version} ${request.url}`
      const known = kept.get(key) ?? await make(key, render)
      if (!request.url.includes('?')) kept.set(key, known)
      return sendWith(request, reply, known, publicAge)
    },
  }
}
