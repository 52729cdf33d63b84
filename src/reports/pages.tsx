import type { FastifyReply, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import { parsePeriod, printPeriod } from '../kit/period.ts'
import { Gone, NotFound, type Answered, type Pages, type Site } from '../web/index.ts'
import { AccessibilityPage } from './about-views.tsx'
import { ChangesPage } from './change-views.tsx'
import { ItemPage } from './item-views.tsx'
import { DataPage, FrontPage, OpenDataPage, SearchPage, type Also } from './list-views.tsx'
import { PeriodPage } from './period-views.tsx'
import { PlanPage } from './plan-views.tsx'
import type { PublicationSummary, PublicCouncil, PublicRecord } from './published.ts'
import { found, type Reading } from './reading.ts'
import { formats } from './render/index.ts'
import { reportFile } from './report-file.ts'
import { readings, remembered } from './remembered.ts'
import { ReportPage } from './report-views.tsx'
import { ThemePage } from './theme-views.tsx'

type Address = { readonly council: string; readonly plan: string; readonly period: string; readonly edition: string; readonly slug: string; readonly id: string; readonly file: string }
type Asked = FastifyRequest<{ Params: Address; Querystring: { readonly q?: string | string[] } }>
/** What a page about one publication is given. `editions` of the same period, newest first. */
type Found = { readonly council: PublicCouncil; readonly editions: readonly PublicationSummary[]; readonly summary: PublicationSummary; readonly reading: () => Promise<Reading> }

const versions = new WeakMap<PublicCouncil, string>()
/** Changes with every publication and withdrawal of the council. */
const versionOf = (council: PublicCouncil): string => {
  const version = versions.get(council) ?? hashOf(council)
  versions.set(council, version)
  return version
}
const hashOf = (council: PublicCouncil): string =>
  createHash('sha256').update(JSON.stringify([council.name, council.publications.map((p) => [p.plan, p.period, p.edition, p.hash, p.withdrawn !== null])])).digest('base64url').slice(0, 16)

const councilOf = async (record: PublicRecord, slug: string): Promise<PublicCouncil> => {
  const council = await record.council(slug)
  if (council === null) throw new NotFound('No council has published here under that name.')
  return council
}

const standing = (summary: PublicationSummary): PublicationSummary => {
  if (summary.withdrawn !== null) throw new Gone(`${summary.title}, ${printPeriod(summary.period)}`, summary.withdrawn.on, summary.withdrawn.reason)
  return summary
}

type Readings = ReturnType<typeof readings>
type Source = { readonly record: PublicRecord; readonly read: Readings }

/** The publication that an address names: its newest edition unless it names one, and the newest period unless it names one. */
const publicationOf = async ({ record, read }: Source, { council: slug, plan, period, edition }: Partial<Address>): Promise<Found> => {
  const council = await councilOf(record, slug ?? '')
  const matching = council.publications.filter((p) => (plan === undefined || p.plan === plan) && (period === undefined || p.period === period))
  const newest = period === undefined ? matching.find((p) => p.withdrawn === null) ?? matching[0] : matching[0]
  const editions = matching.filter((p) => p.plan === newest?.plan && p.period === newest.period)
  const wanted = edition === undefined ? newest : editions.find((p) => String(p.edition) === edition)
  if (wanted === undefined) throw new NotFound('The council has published nothing under that address.')
  const summary = standing(wanted)
  const reading = async (): Promise<Reading> => {
    const found = await read(council.slug, summary)
    if (found === null) throw new NotFound()
    return found
  }
  return { council, editions, summary, reading }
}

type Render = (found: Found, reading: Reading, request: Asked) => Answered
const publicationPage = (source: Source, site: Site, render: Render) => async (request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
  const { period } = request.params
  if (period !== undefined && parsePeriod(period) === null) throw new NotFound('The last part of the address is no period. A quarter is written like 2024-25-Q1.')
  const publication = await publicationOf(source, request.params)
  return site.sendKept(request, reply, versionOf(publication.council), async () => render(publication, await publication.reading(), request))
}

const overview: Render = ({ council, summary, editions }, reading) => <PeriodPage council={council} reading={reading} summary={summary} newest={editions[0]!} />
const theme: Render = ({ council }, reading, { params }) => {
  const wanted = reading.themes.find((t) => t.slug === params.slug)
  if (wanted === undefined) throw new NotFound('The plan has no such theme.')
  return <ThemePage council={council} reading={reading} theme={wanted} />
}
const item: Render = ({ council }, reading, { params }) => {
  const wanted = reading.item(params.id)
  if (wanted === null) throw new NotFound('The plan has no such item in this publication.')
  return <ItemPage council={council} reading={reading} item={wanted} />
}
const report: Render = ({ council, editions }, reading) => <ReportPage council={council} reading={reading} editions={editions.filter((e) => e.withdrawn === null)} />
const search: Render = ({ council }, reading, { query }) => {
  const words = (typeof query.q === 'string' ? query.q : '').trim().slice(0, 200)
  return <SearchPage council={council} reading={reading} query={words} results={found(reading, words)} />
}

const download = (source: Source, site: Site) => async (request: Asked, reply: FastifyReply): Promise<FastifyReply> => {
  const format = formats.find((f) => request.params.file === `report.${f}`)
  if (format === undefined) throw new NotFound(`A report can be had as ${formats.join(', ')}.`)
  const { council, reading } = await publicationOf(source, request.params)
  return site.sendKept(request, reply, versionOf(council), async () => reportFile((await reading()).snapshot, format))
}

/** The pages that everybody may see, made from published snapshots and nothing else. `also` are other things that anybody may do here. */
export const publicPages = (given: PublicRecord, also: readonly Also[] = []): Pages => (app, site) => {
  const record = remembered(given)
  const source: Source = { record, read: readings(record) }
  const about = (render: Render) => publicationPage(source, site, render)
  app.get('/', async (request, reply) => {
    const councils = await record.councils()
    return site.sendKept(request, reply, JSON.stringify(councils), () => <FrontPage councils={councils} also={also} />)
  })
  app.get('/open-data', async (request, reply) => {
    const councils = await record.councils()
    return site.sendKept(request, reply, JSON.stringify(councils), () => <OpenDataPage councils={councils} />)
  })
  app.get('/accessibility', (request, reply) => site.sendKept(request, reply, '', () => <AccessibilityPage />))
  app.get('/health', async (_request, reply) => {
    await record.councils()
    return reply.header('cache-control', 'no-store').send({ status: 'ok' })
  })
  app.get('/:council', about(overview))
  app.get('/:council/search', about(search))
  app.get('/:council/data', async (request: Asked, reply) => {
    const council = await councilOf(record, request.params.council)
    return site.sendKept(request, reply, versionOf(council), () => <DataPage council={council} />)
  })
  app.get('/:council/:plan', about(({ council }, reading) => <PlanPage council={council} reading={reading} />))
  app.get('/:council/:plan/:period', about(overview))
  app.get('/:council/:plan/:period/themes/:slug', about(theme))
  app.get('/:council/:plan/:period/items/:id', about(item))
  app.get('/:council/:plan/:period/changes', about(({ council }, reading) => <ChangesPage council={council} reading={reading} />))
  app.get('/:council/:plan/:period/report', about(report))
  app.get('/:council/:plan/:period/editions/:edition', about(overview))
  app.get('/:council/:plan/:period/editions/:edition/:file', download(source, site))
}
