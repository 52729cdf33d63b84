import type { Db } from '../db/index.ts'
import { councils, type Council } from '../people/index.ts'
import { Page } from './layout.tsx'
import { Answer, Nothing, Part } from './parts.tsx'
import type { Pages } from './site.ts'

const Councils = ({ all }: { all: readonly Council[] }) => (
  <Page title="Which council do you work for?" crumbs={[{ text: 'Public pages', href: '/' }]}>
    <Answer text="Which council do you work for?" />
    {all.length === 0 ? <Nothing>There is no council yet. Add one on this machine: npx throughline council add north-vale --name "North Vale Council".</Nothing>
      : <Part id="councils" title="Councils"><ul class="tl-list">{all.map((c) => <li><a href={`/${c.slug}/work`}>{c.name}</a></li>)}</ul></Part>}
  </Page>
)

/** The way in: takes the link that a terminal showed, once, and leads to the council. */
export const doorPages = (db: Db): Pages => (app, site) => {
  // A HEAD request of something that looks at links ahead would use the link up.
  app.get<{ Params: { token: string } }>('/link/:token', { exposeHeadRoute: false, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } }, async (request, reply) => {
    await site.doors.enter(request, reply, request.params.token)
    return reply.header('cache-control', 'no-store').redirect('/work', 303)
  })
  app.get('/work', async (request, reply) => {
    await site.doors.admit(request)
    const all = await councils(db)
    if (all.length === 1) return reply.redirect(`/${all[0]!.slug}/work`, 303)
    return site.send(request, reply, <Councils all={all} />)
  })
}
