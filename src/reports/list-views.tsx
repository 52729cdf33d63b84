import { printDay } from '../kit/day.ts'
import { printPeriod } from '../kit/period.ts'
import { Answer, Button, Input, Nothing, Page, Part, StatusTag } from '../web/index.ts'
import { linksOf, placeOf, PublicationPage } from './frame-views.tsx'
import { links } from './links.ts'
import type { PublicCouncil } from './published.ts'
import type { Reading } from './reading.ts'
import { statusOfRow } from './row-views.tsx'
import type { SnapshotItem } from './types.ts'
import { shortName } from './wording.ts'

export type Also = { readonly text: string; readonly href: string }
export const FrontPage = ({ councils, also }: { councils: readonly { readonly slug: string; readonly name: string }[]; also: readonly Also[] }) => {
  const n = councils.length
  const title = n === 0 ? 'No council has published here yet' : `${n === 1 ? 'One council publishes' : `${n} councils publish`} the progress of ${n === 1 ? 'its' : 'their'} plans here`
  return (
    <Page title={title}>
      <Answer text={title}><p>What each plan promised, what became of it, and what changed on the way, from the papers that went to Cabinet.</p></Answer>
      {n === 0 ? <Nothing>An officer imports the council’s papers and publishes a quarter; then it can be read here. “npx throughline demo” loads a made-up council to look at.</Nothing>
        : <Part id="councils" title="Councils"><ul class="tl-list">{councils.map((c) => <li><a href={`/${c.slug}`}>{c.name}</a></li>)}</ul></Part>}
      {also.length > 0 ? <Part id="also" title="Also here"><ul class="tl-list">{also.map((a) => <li><a href={a.href}>{a.text}</a></li>)}</ul></Part> : null}
    </Page>
  )
}

/** The text with the words that were searched for marked. */
const Marked = ({ text, query }: { text: string; query: string }) => {
  const words = query.split(/\s+/).filter(Boolean).map((w) => w.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  if (words.length === 0) return <>{text}</>
  return <>{text.split(new RegExp(`(${words.join('|')})`, 'gi')).map((part, i) => (i % 2 === 1 ? <mark>{part}</mark> : part))}</>
}

const most = 100
const Result = ({ reading, item, query }: { reading: Reading; item: SnapshotItem; query: string }) => {
  const row = reading.row(item.id)
  return (
    <li>
      <span class="tl-tree__leaf"><span><a href={linksOf(reading).item(item.id)}><Marked text={item.text} query={query} /></a></span>{row ? <StatusTag status={statusOfRow(row)} /> : null}</span>
      {row && row.remark !== '' ? <p class="govuk-!-margin-bottom-0"><Marked text={row.remark} query={query} /></p> : null}
      <span class="tl-table__where tl-small">{reading.above(item).map((i, n) => (n === 0 ? shortName(i.text) : i.text)).join(' › ')}</span>
    </li>
  )
}

export const SearchPage = ({ council, reading, query, results }: { council: PublicCouncil; reading: Reading; query: string; results: readonly SnapshotItem[] }) => {
  const title = query === '' ? 'Search the plan and what is said of it' : `${results.length} ${results.length === 1 ? 'item says' : 'items say'} “${query}”`
  return (
    <PublicationPage council={council} reading={reading} title={title} section="search" here="Search">
      <Answer kicker={`${reading.snapshot.plan.title}, ${printPeriod(reading.snapshot.period)}`} text={title} />
      <form method="get" action={linksOf(reading).search} class="tl-inline-form tl-noprint" role="search">
        <Input name="q" id="q" type="search" value={query} label={{ text: 'Words in the plan or in the remarks' }} />
        <Button text="Search" />
      </form>
      {query !== '' && results.length === 0 ? <Nothing>No item has all of these words. Try fewer of them, or a part of one.</Nothing> : null}
      {results.length > 0 ? <Part id="results" title="Found" says={results.length > most ? `The first ${most}; add a word to narrow it down.` : undefined}><ul class="tl-list">{results.slice(0, most).map((item) => <Result reading={reading} item={item} query={query} />)}</ul></Part> : null}
    </PublicationPage>
  )
}

const dataFormats = ['csv', 'json', 'xlsx'] as const
/** Every published edition as data. */
export const DataPage = ({ council }: { council: PublicCouncil }) => {
  const standing = council.publications.filter((p) => p.withdrawn === null)
  const title = `${standing.length} published ${standing.length === 1 ? 'update' : 'updates'} of ${council.name} as data`
  return (
    <Page title={title} place={placeOf(council, 'data')} crumbs={[{ text: 'Councils', href: '/' }, { text: council.name, href: `/${council.slug}` }, { text: 'Open data' }]}>
      <Answer text={title}><p>One line a row of the update, with the whole plan above it, its status and its remark. The JSON has everything else too.</p></Answer>
      <Part id="files" title="Files">
        <ul class="tl-list">{standing.map((p) => {
          const at = links(council.slug, p.plan, p.period)
          return <li><b>{p.title}, {printPeriod(p.period)}</b>{p.edition > 1 ? `, edition ${p.edition}` : ''}, published on {printDay(p.publishedOn)}: {dataFormats.map((f, i) => <>{i > 0 ? ', ' : ''}<a href={at.download(p.edition, f)}>{f.toUpperCase()}<span class="govuk-visually-hidden"> of {p.title}, {printPeriod(p.period)}, edition {p.edition}</span></a></>)}</li>
        })}</ul>
      </Part>
      <Licence />
    </Page>
  )
}

const Licence = () => (
  <Part id="licence" title="What you may do with it">
    <div class="tl-prose"><p>You may use, share and change it, also for money, under the <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">Open Government Licence v3.0</a>. Name the council, and say where you changed a figure. What somebody else holds rights in (a photograph, a map) is not covered.</p></div>
  </Part>
)

export const OpenDataPage = ({ councils }: { councils: readonly { readonly slug: string; readonly name: string }[] }) => (
  <Page title="Everything published here can be had as data" crumbs={[{ text: 'Councils', href: '/' }, { text: 'Open data' }]}>
    <Answer text="Everything published here can be had as data"><p>As CSV and JSON, a file for each published update, at addresses that stay.</p></Answer>
    {councils.length === 0 ? <Nothing>No council has published here yet.</Nothing> : <Part id="councils" title="By council"><ul class="tl-list">{councils.map((c) => <li><a href={links(c.slug).data}>{c.name}</a></li>)}</ul></Part>}
    <Licence />
  </Page>
)
