import type { Child } from 'hono/jsx'
import { printPeriod } from '../kit/period.ts'
import { Page, type Crumb, type Place } from '../web/index.ts'
import { links, type Links } from './links.ts'
import type { PublicCouncil } from './published.ts'
import type { Reading } from './reading.ts'

type Section = 'overview' | 'plan' | 'changes' | 'report' | 'search' | 'data'

/** The council's bar: what stands in it leads to its latest publication unless a page is about another. */
export const placeOf = (council: PublicCouncil, current?: Section, at?: Links): Place => {
  const latest = council.publications.find((p) => p.withdrawn === null)
  const here = at ?? (latest ? links(council.slug, latest.plan, latest.period) : null)
  const item = (section: Section, text: string, href: string) => ({ text, href, current: section === current })
  return {
    name: council.name, href: `/${council.slug}`,
    nav: here === null ? [] : [item('overview', 'Overview', here.period), item('plan', 'Plan', here.plan), item('changes', 'What changed', here.changes), item('report', 'Report', here.report), item('search', 'Search', here.search), item('data', 'Open data', here.data)],
  }
}

export const linksOf = (reading: Reading): Links => links(reading.snapshot.council.slug, reading.snapshot.plan.slug, reading.snapshot.period)
export const when = (reading: Reading): string => `${reading.snapshot.plan.title}, ${printPeriod(reading.snapshot.period)}`

/** A page about one publication, with the way back up. `trail` is what stands between the period and the page. */
export const PublicationPage = ({ council, reading, title, section, trail = [], here, wide, children }: {
  council: PublicCouncil; reading: Reading; title: string; section: Section; trail?: readonly Crumb[]; here?: string; wide?: boolean; children?: Child
}) => {
  const at = linksOf(reading)
  const crumbs: Crumb[] = [{ text: 'Councils', href: '/' }, { text: reading.snapshot.plan.title, href: at.plan }, { text: printPeriod(reading.snapshot.period), href: at.period }, ...trail, ...(here ? [{ text: here }] : [])]
  return <Page title={title} place={placeOf(council, section, at)} crumbs={crumbs} wide={wide ?? false}>{children}</Page>
}
