import { printDay } from '../kit/day.ts'
import { Answer, Part } from '../web/index.ts'
import { bound, namedFigures } from './facts.ts'
import { linksOf, PublicationPage, when } from './frame-views.tsx'
import type { PublicationSummary, PublicCouncil } from './published.ts'
import { answerOf, type Reading } from './reading.ts'
import type { ReportFormat } from './render/index.ts'

/** The formats in the order of how many people want them. */
const shown: readonly { readonly id: ReportFormat; readonly name: string; readonly says: string }[] = [
  { id: 'html', name: 'Web page', says: 'to read in the browser' }, { id: 'pdf', name: 'PDF', says: 'to print or to send with the agenda' }, { id: 'docx', name: 'Word', says: 'to edit' },
  { id: 'xlsx', name: 'Excel', says: 'rows to sort and filter' }, { id: 'csv', name: 'CSV', says: 'rows as open data' }, { id: 'json', name: 'JSON', says: 'everything, for programs' },
]

export const ReportPage = ({ council, reading, editions }: { council: PublicCouncil; reading: Reading; editions: readonly PublicationSummary[] }) => {
  const at = linksOf(reading)
  const { header } = reading.snapshot
  const figures = namedFigures(reading.snapshot)
  const title = header.title ?? `Progress report: ${when(reading)}`
  const facts: [string, string | undefined][] = [['Meeting', header.meeting], ['Date of the meeting', header.date ? printDay(header.date) : undefined], ['Member', header.member], ['Author', header.author], ['Classification', header.classification], ['Decision', header.decision], ['Wards', header.wards], ['Purpose', header.purpose ? bound(header.purpose, figures) : undefined]]
  const given = facts.filter((f): f is [string, string] => f[1] !== undefined && f[1] !== '')
  return (
    <PublicationPage council={council} reading={reading} title={title} section="report" here="Report">
      <Answer kicker={when(reading)} text={title}><p>{answerOf(reading)}.</p></Answer>
      {editions.map((edition, i) => (
        <Part id={`edition-${edition.edition}`} title={i === 0 ? 'Read or download' : `Edition ${edition.edition}`} says={`Edition ${edition.edition}, published on ${printDay(edition.publishedOn)}. Every format says the same, from the same frozen facts.`}>
          <ul class="tl-downloads">{shown.map((f) => <li><a href={at.download(edition.edition, f.id)}>{f.name}<span class="govuk-visually-hidden">, edition {edition.edition}</span></a> <span class="tl-small">{f.says}</span></li>)}</ul>
          <p class="tl-small">Fingerprint of the facts (SHA-256): <code>{edition.hash.slice(0, 16)}…</code></p>
        </Part>
      ))}
      {given.length > 0 ? <Part id="header" title="For the meeting"><dl class="tl-facts">{given.map(([k, v]) => <div><dt>{k}</dt><dd>{v}</dd></div>)}</dl></Part> : null}
      {header.recommendations?.length ? <Part id="recommendations" title="Recommendations"><ol class="govuk-list govuk-list--number">{header.recommendations.map((r) => <li>{bound(r, figures)}</li>)}</ol></Part> : null}
      <Part id="papers" title="Made from these papers"><ul class="tl-list">{reading.snapshot.papers.map((p) => <li>{p.title} <span class="tl-small">({p.file}, SHA-256 <code>{p.sha256.slice(0, 16)}…</code>)</span></li>)}</ul></Part>
    </PublicationPage>
  )
}
