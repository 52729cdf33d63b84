import { printDay } from '../kit/day.ts'
import { printPeriod } from '../kit/period.ts'
import { Answer, Nothing, NotificationBanner, Part } from '../web/index.ts'
import { linksOf, PublicationPage, when } from './frame-views.tsx'
import { links, type Links } from './links.ts'
import { OfficersSay } from './prose-views.tsx'
import type { PublicationSummary, PublicCouncil } from './published.ts'
import { answerOf, qualifierOf, type Attention, type Reading, type Theme } from './reading.ts'
import { RowsTable, StatusChart, StatusTable } from './row-views.tsx'
import { answeringNoun, shortName } from './wording.ts'

const ThemeLine = ({ theme, at }: { theme: Theme; at: Links }) => (
  <li>
    <div class="tl-themes__head">
      <h3><a href={at.theme(theme.slug)}>{theme.name}</a></h3>
      <p class="tl-themes__figure"><b>{theme.headline.met}</b> of {theme.headline.of}{theme.headline.percent === null ? '' : ` (${theme.headline.percent}%)`} complete or on track</p>
    </div>
    <StatusChart id={`c-${theme.slug}`} title={`${theme.name}: statuses`} tallies={theme.tallies} />
  </li>
)

const Themes = ({ reading, at }: { reading: Reading; at: Links }) => {
  const themes = reading.themes.filter((t) => t.rows.length > 0)
  const flat = themes.every((t) => t.item === null)
  const level = flat ? 'Plan' : (reading.snapshot.plan.levels[0] ?? 'Theme')
  return (
    <Part id="themes" title={flat ? 'Statuses' : `By ${level.toLowerCase()}`}>
      <ul class="tl-themes">{themes.map((t) => <ThemeLine theme={t} at={at} />)}</ul>
      <StatusTable caption={flat ? 'The same in figures' : `The same in figures: ${answeringNoun(reading.snapshot, 2)} by ${level.toLowerCase()} and status`} noun={level}
        lines={themes.map((t) => ({ name: t.name, href: at.theme(t.slug), tallies: t.tallies }))} total={reading.tallies} />
    </Part>
  )
}

const whereOf = (reading: Reading) => (row: Attention['rows'][number]): string => reading.above(row.item).map((i, n) => (n === 0 ? shortName(i.text) : i.text)).join(' › ')

const AttentionParts = ({ reading, at }: { reading: Reading; at: Links }) => {
  const noun = answeringNoun(reading.snapshot, 1)
  const total = reading.attention.reduce((n, a) => n + a.rows.length, 0)
  return (
    <Part id="attention" title="What needs attention" says={total === 0 ? undefined : `${total} ${answeringNoun(reading.snapshot, total)}, the gravest first.`}>
      {total === 0 ? <Nothing>Every {noun} in this update is complete, on track or not yet due.</Nothing> : reading.attention.map((a) => (
        <>
          <h3>{a.title} <span class="tl-list__figure">({a.rows.length})</span></h3>
          <RowsTable label={`${a.title}: ${a.rows.length}`} noun={noun.charAt(0).toUpperCase() + noun.slice(1)} rows={a.rows} at={at} where={whereOf(reading)} />
        </>
      ))}
    </Part>
  )
}

const PeriodLine = ({ council, publication: p, current }: { council: string; publication: PublicationSummary; current: boolean }) => (
  <li>
    <a href={links(council, p.plan, p.period).period} aria-current={current ? 'page' : undefined}>{p.title}, {printPeriod(p.period)}</a>{' '}
    <span class="tl-list__figure">{p.withdrawn ? `withdrawn on ${printDay(p.withdrawn.on)}` : `${p.met === 0 ? '' : `${p.met} of ${p.of} complete or on track, `}published on ${printDay(p.publishedOn)}`}</span>
  </li>
)

/** The newest edition of each period, newest first. */
export const Periods = ({ council, current }: { council: PublicCouncil; current?: PublicationSummary }) => {
  const newest = council.publications.filter((p, i) => council.publications.findIndex((q) => q.plan === p.plan && q.period === p.period) === i)
  return <ul class="tl-list">{newest.map((p) => <PeriodLine council={council.slug} publication={p} current={p === current} />)}</ul>
}

const EditionNote = ({ reading, summary, newest, at }: { reading: Reading; summary: PublicationSummary; newest: PublicationSummary; at: Links }) => {
  if (newest.edition > summary.edition) return <NotificationBanner titleText="Replaced" html={<p class="govuk-notification-banner__heading">This is edition {summary.edition}. <a class="govuk-notification-banner__link" href={at.period}>Edition {newest.edition}</a> replaced it on {printDay(newest.publishedOn)}.</p>} />
  if (summary.edition === 1) return null
  return (
    <div class="tl-prose">
      <p>Edition {summary.edition} replaced <a href={at.edition(summary.edition - 1)}>edition {summary.edition - 1}</a>. It differs in this:</p>
      <ul class="govuk-list govuk-list--bullet">{reading.snapshot.differs.map((d) => <li>{d}</li>)}</ul>
    </div>
  )
}

/** What a council published for a period: the figure, then the themes, then what needs attention. */
export const PeriodPage = ({ council, reading, summary, newest }: { council: PublicCouncil; reading: Reading; summary: PublicationSummary; newest: PublicationSummary }) => {
  const at = linksOf(reading)
  const { snapshot } = reading
  return (
    <PublicationPage council={council} reading={reading} title={answerOf(reading)} section="overview">
      <Answer kicker={when(reading)} text={answerOf(reading)}>
        <p>{qualifierOf(reading.rows, reading.headline)}</p>
        <p class="tl-small">Published on {printDay(summary.publishedOn)}{summary.edition > 1 ? `, edition ${summary.edition}` : ''}. <a href={at.report}>The report, to read or download</a>.{' '}
          {snapshot.approved ? <a href={at.changes}>What changed since the plan was approved</a> : null}</p>
      </Answer>
      <EditionNote reading={reading} summary={summary} newest={newest} at={at} />
      {reading.rows.length === 0 ? <Nothing>This publication holds the plan, and no update to it yet. <a href={at.plan}>Read the plan</a>.</Nothing> : <><OfficersSay snapshot={snapshot} theme={null} /><Themes reading={reading} at={at} /><AttentionParts reading={reading} at={at} /></>}
      {reading.unlisted.length > 0 ? <Part id="unlisted" title="Not in this update" says={`${reading.unlisted.length} ${answeringNoun(snapshot, reading.unlisted.length)} of the plan ${reading.unlisted.length === 1 ? 'is' : 'are'} not listed in the update: not due yet, or not reported.`}>
        <ul class="govuk-list govuk-list--bullet">{reading.unlisted.map((i) => <li><a href={at.item(i.id)}>{i.text}</a></li>)}</ul>
      </Part> : null}
      <Part id="periods" title="Latest and earlier periods"><Periods council={council} current={newest} /></Part>
    </PublicationPage>
  )
}
