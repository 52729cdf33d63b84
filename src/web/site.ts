import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Day } from '../kit/day.ts'
import type { Doors } from './doors.ts'

/** What the pages of a slice may use of the server. */
export type Site = {
  /** Today in London. */
  readonly today: () => Day
  /** Who may change data, and how they came in. */
  readonly doors: Doors
  /** Sends a page that depends on nothing but its address and `version`, and keeps it rendered unless it answers a search. */
  readonly sendKept: (request: FastifyRequest, reply: FastifyReply, version: string, render: () => Answered | Promise<Answered>) => Promise<FastifyReply>
  /** Sends a page made for this request. */
  readonly send: (request: FastifyRequest, reply: FastifyReply, page: Answered) => FastifyReply
}
/** A file with its type: to keep under its name, or without one to read in the browser. `policy` is a Content-Security-Policy of its own, for a page that carries its styles in itself. */
export type SentFile = { readonly bytes: Buffer; readonly type: string; readonly filename?: string; readonly policy?: string }
/** What a request is answered with. */
export type Answered = JSX.Element | SentFile

/** The pages of one slice: adds its routes to the server. */
export type Pages = (app: FastifyInstance, site: Site) => void
