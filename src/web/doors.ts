import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Db } from '../db/index.ts'
import { Forbidden } from './errors.tsx'
import { exchangeLink, keepLink, sessionKnown } from './store.ts'

const cookie = 'throughline'
const hoursOpen = 12
const minutesToCome = 60
const secret = (): string => randomBytes(32).toString('base64url')
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Who may change data. There are no accounts yet: whoever holds a link made on this machine may, from this machine. */
export type Doors = {
  /** Makes the address that lets one person in, once. Never to be logged. */
  readonly link: (origin: string) => Promise<string>
  /** Takes a link; lets the browser in, or refuses. */
  readonly enter: (request: FastifyRequest, reply: FastifyReply, token: string) => Promise<void>
  /** Refuses a stranger; gives the token that each form must carry. */
  readonly admit: (request: FastifyRequest) => Promise<string>
  /** Refuses a form that this person's own page did not send. */
  readonly admitForm: (request: FastifyRequest, sent: string | undefined) => Promise<string>
}

const local = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/
const localHost = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/i

/** Refuses other machines, anything that came through a proxy, and names that only claim to be this machine (DNS rebinding). */
const mustBeHere = (request: FastifyRequest): void => {
  const proxied = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'].some((h) => request.headers[h] !== undefined)
  if (proxied || !local.test(request.socket.remoteAddress ?? '') || !localHost.test(request.headers.host ?? '')) {
    throw new Forbidden('Changing data works only in a browser on the computer that runs Throughline, at its own address.')
  }
}

const sessionOf = (request: FastifyRequest): string | null =>
  (request.headers.cookie ?? '').split(';').map((c) => c.trim().split('=')).find(([name]) => name === cookie)?.[1] ?? null

/** Bound to the session by its secret, so nothing more is kept. */
const formToken = (session: string): string => createHmac('sha256', session).update('form').digest('base64url')
const same = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b))

/** A browser says where a form was sent from; one that says nothing at all is no browser of ours. */
const sentFromHere = (request: FastifyRequest): boolean => {
  const { origin, host } = request.headers
  return origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : origin === `http://${host}` || origin === `https://${host}`
}

export const openDoors = (db: Db): Doors => {
  const admit = async (request: FastifyRequest): Promise<string> => {
    mustBeHere(request)
    const session = sessionOf(request)
    if (session === null || !(await sessionKnown(db, digest(session)))) throw new Forbidden('These pages change the council’s data, and nobody has signed in here.')
    return formToken(session)
  }
  return {
    admit,
    link: async (origin) => {
      const token = secret()
      await keepLink(db, digest(token), minutesToCome)
      return `${origin}/link/${token}`
    },
    enter: async (request, reply, token) => {
      mustBeHere(request)
      const session = secret()
      if (!(await exchangeLink(db, digest(token), digest(session), hoursOpen))) throw new Forbidden('This link was used before, or is more than an hour old.')
      void reply.header('set-cookie', `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/; Max-Age=${hoursOpen * 3600}`)
    },
    admitForm: async (request, sent) => {
      const expected = await admit(request)
      if (!sentFromHere(request) || sent === undefined || !same(sent, expected)) throw new Forbidden('The form did not come from a page of this site. Nothing was changed.')
      return expected
    },
  }
}
