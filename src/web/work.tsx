import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Child } from 'hono/jsx'
import type { Db } from '../db/index.ts'
import { Refused } from '../kit/refused.ts'
import { councilBySlug, type Council, type Ctx } from '../people/index.ts'
import { NotFound } from './errors.tsx'
import { readForm, type Form } from './form.ts'
import { ErrorSummary, NotificationBanner, type Crumb, type Wrong } from './govuk/index.ts'
import { Page, type NavItem } from './layout.tsx'
import type { Answered, Site } from './site.ts'

type Params = Readonly<Record<string, string>>
/** A person at work on a council's data, and the page that they asked for. `token` goes into every form. */
export type Work = { readonly ctx: Ctx; readonly council: Council; readonly token: string; readonly params: Params; readonly query: Params; readonly site: Site }
/** Where to go after a form, so that reloading sends nothing twice. `did` is told at the top of that page. Or a page at once: the form once more with what is wrong in it (422), or an answer that is kept nowhere (200). */
export type Done = { readonly to: string; readonly did?: string } | { readonly page: Answered; readonly status: 200 | 422 }

const workOf = async (db: Db, site: Site, request: FastifyRequest, token: string): Promise<Work> => {
  const params = request.params as Params
  const council = await councilBySlug(db, params['council'] ?? '')
  if (council === null) throw new NotFound('There is no council under that name.')
  return { ctx: { db, councilId: council.councilId, who: 'this machine', today: site.today() }, council, token, params, query: request.query as Params, site }
}

const formField = '_form'
/** Carries the proof that this person's own page sent the form. */
export const Token = ({ work }: { work: Pick<Work, 'token'> }) => <input type="hidden" name={formField} value={work.token} />

const redirect = (to: FastifyReply, { to: address, did }: Exclude<Done, { page: Answered }>): FastifyReply => to.redirect(did === undefined ? address : `${address}${address.includes('?') ? '&' : '?'}did=${did}`, 303)

type Show = (work: Work) => Answered | Promise<Answered>
/** Does what a form asks. What is refused becomes a page again, with the person's own words, through `again`. */
type Act = (work: Work, form: Form) => Promise<Done>
type Again = (work: Work, form: Form, refused: string) => Answered | Promise<Answered>

/** More than a person sends from one address; what is above it is refused before it is read. */
const formsAMinute = { max: 120, timeWindow: '1 minute' }

/** Adds pages under `/{council}/work`, for whoever came in through the link, and nobody else. */
export const workRoutes = (app: FastifyInstance, site: Site, db: Db) => ({
  page: (path: string, show: Show): void => {
    app.get(`/:council/work${path}`, async (request, to) => site.send(request, to, await show(await workOf(db, site, request, await site.doors.admit(request)))))
  },
  form: (path: string, act: Act, again?: Again): void => {
    app.post(`/:council/work${path}`, { config: { rateLimit: formsAMinute } }, async (request, to) => {
      await site.doors.admit(request)
      const form = await readForm(request)
      const work = await workOf(db, site, request, await site.doors.admitForm(request, form.said(formField) || undefined))
      try {
        const done = await act(work, form)
        return 'page' in done ? site.send(request, to.code(done.status), done.page) : redirect(to, done)
      } catch (error) {
        if (!(error instanceof Refused) || again === undefined) throw error
        return site.send(request, to.code(422), await again(work, form, error.message))
      }
    })
  },
})

/** What the last form did, in words, by the short name that the address carries. */
const did: Readonly<Record<string, string>> = {
  proposed: 'The paper was read. Nothing is taken yet: look at what it would do.', accepted: 'The proposal was taken.', rejected: 'The proposal was refused. The paper can be sent again.', withdrawn: 'The import was taken back.',
  row: 'Your answer was kept, and will be applied again if the paper comes again.', status: 'The meaning of the status was kept.', saved: 'The report’s words were saved.', published: 'It is public now.',
  already: 'What is public says exactly this already, so there is nothing new to publish.', taken: 'The publication was taken down. A page says so, and why.', match: 'Your answer about the two was kept.', council: 'The council was added.',
  checks: 'The settings were kept. They hold from now on.', unchanged: 'These settings hold already, so nothing was kept.', waivers: 'What you said was kept.',
}

type WorkPageProps = { readonly work: Work; readonly title: string; readonly current?: 'papers' | 'reports' | 'check'; readonly crumbs?: readonly Crumb[]; readonly refused?: string | undefined; readonly field?: string; readonly errors?: readonly Wrong[]; readonly wide?: boolean; readonly children?: Child }

/** A page of somebody at work: what the last form did or why it was refused stands first. */
export const WorkPage = ({ work, title, current, crumbs = [], refused, field, errors = [], wide, children }: WorkPageProps) => {
  const home = `/${work.council.slug}/work`
  const nav: NavItem[] = [{ text: 'Papers', href: home, current: current === 'papers' }, { text: 'Reports', href: `${home}/reports`, current: current === 'reports' }, { text: 'Check a paper', href: `${home}/check`, current: current === 'check' }, { text: 'What the public sees', href: `/${work.council.slug}` }]
  const done = did[work.query['did'] ?? '']
  const wrong: readonly Wrong[] = refused ? [{ text: refused, ...(field ? { href: `#${field}` } : {}) }] : errors
  return (
    <Page title={wrong.length > 0 ? `Error: ${title}` : title} place={{ name: `${work.council.name}: at work`, href: home, nav }} crumbs={crumbs.length > 0 ? [{ text: 'Papers', href: home }, ...crumbs] : []} wide={wide ?? false}>
      {wrong.length > 0 ? <ErrorSummary titleText="That could not be done" errorList={wrong} /> : null}
      {done && wrong.length === 0 ? <NotificationBanner type="success" titleText="Done" text={done} /> : null}
      {children}
    </Page>
  )
}
