import { printDay } from '../kit/day.ts'
import { printPeriod, type Period } from '../kit/period.ts'
import { counted } from '../kit/words.ts'
import type { StoredPlan } from '../plans/index.ts'
import { Answer, Button, Details, Input, Nothing, Part, Scroll, Tag, Textarea, Token, WorkPage, type Work } from '../web/index.ts'
import { lineFields, proseFields, type DraftProblem, type DraftSaid } from './draft-form.ts'
import { namedFigures } from './facts.ts'
import type { PublicationSummary } from './published.ts'
import { answerOf, qualifierOf, readingOf } from './reading.ts'
import type { Snapshot } from './types.ts'
import { shortName } from './wording.ts'

export const draftHref = (work: Work, plan: string, period: string): string => `/${work.council.slug}/work/reports/${plan}/${period}`
export type PlanPeriods = { readonly plan: StoredPlan; readonly periods: readonly Period[] }

const StateTag = ({ publication }: { publication: PublicationSummary | undefined }) => publication === undefined ? <Tag text="Not public" classes="tl-tag govuk-tag--grey" />
  : publication.withdrawn ? <Tag text="Withdrawn" classes="tl-tag govuk-tag--grey" /> : <Tag text={`Public, edition ${publication.edition}`} classes="tl-tag govuk-tag--green" />

/** Every plan with its periods, and which of them the public sees. */
export const ReportsPage = ({ work, plans, publications }: { work: Work; plans: readonly PlanPeriods[]; publications: readonly PublicationSummary[] }) => {
  const all = plans.flatMap((p) => p.periods)
  const title = all.length === 0 ? 'There is no update to report on yet' : `${counted(all.length, 'period')} to report on`
  return (
    <WorkPage work={work} title={title} current="reports">
      <Answer text={title} />
      {all.length === 0 ? <Nothing>Send an update and take it; then its report can be written here. <a href={`/${work.council.slug}/work`}>Send a paper</a></Nothing> : plans.map(({ plan, periods }) => (
        <Part id={`p-${plan.slug}`} title={plan.title}>
          {periods.length === 0 ? <Nothing>No update of this plan was taken yet.</Nothing> : <ul class="tl-list">{periods.toReversed().map((period) => (
            <li class="tl-tree__leaf"><span><a href={draftHref(work, plan.slug, period)}>{printPeriod(period)}<span class="govuk-visually-hidden">, {plan.title}</span></a></span><StateTag publication={publications.find((p) => p.plan === plan.slug && p.period === period)} /></li>
          ))}</ul>}
        </Part>
      ))}
    </WorkPage>
  )
}

const Figures = ({ snapshot }: { snapshot: Snapshot }) => (
  <Details summaryText="Figures that the words can state" text={(
    <>
      <p>Write a figure’s name in double braces, and the report puts the figure there. Nobody types a count.</p>
      <Scroll label="Figures that the words can state">
        <table class="tl-table">
          <caption class="govuk-visually-hidden">Figures that the words can state</caption>
          <thead><tr><th scope="col">Write</th><th scope="col" class="tl-number">Stands for</th><th scope="col">Which is</th></tr></thead>
          <tbody>{[...namedFigures(snapshot).values()].map((f) => <tr><th scope="row"><code>{`{{${f.name}}}`}</code></th><td class="tl-number">{f.value}</td><td>{f.says}</td></tr>)}</tbody>
        </table>
      </Scroll>
    </>
  )} />
)

type FormProps = { readonly work: Work; readonly snapshot: Snapshot; readonly said: DraftSaid; readonly problems: readonly DraftProblem[] }
const WordsForm = ({ work, snapshot, said, problems }: FormProps) => {
  const wrong = (field: string) => { const found = problems.filter((p) => p.field === field); return found.length === 0 ? undefined : { text: found.map((p) => p.message).join(' ') } }
  const prose = (field: string, label: string, rows: number, hint?: string) => <Textarea name={field} rows={rows} value={said[field] ?? ''} label={{ text: label, classes: 'govuk-label--s' }} hint={hint ? { text: hint } : undefined} errorMessage={wrong(field)} />
  return (
    <form method="post" action={draftHref(work, snapshot.plan.slug, snapshot.period)}>
      <Token work={work} />
      <div class="tl-columns">{lineFields.map(([name, label]) => <Input name={name} value={said[name] ?? ''} label={{ text: label }} hint={name === 'date' ? { text: 'For example 2025-11-27' } : undefined} errorMessage={wrong(name)} />)}</div>
      {prose('purpose', 'Purpose', 3)}
      {prose('recommendations', 'Recommendations', 4, 'One a line.')}
      <h3>What the officers say</h3>
      <p class="tl-small">Plain paragraphs; a line that begins with “- ” is a bullet; **words** are strong.</p>
      <Figures snapshot={snapshot} />
      {proseFields(snapshot).map(({ field, theme }) => prose(field, theme === null ? 'Opening' : shortName(theme), 5))}
      {prose('glossary', 'Terms explained', 3, 'One a line, for example “SEND: special educational needs and disabilities”. Those you leave out are found where the words explain them.')}
      <Button text="Save these words" preventDoubleClick />
    </form>
  )
}

const Publish = ({ work, snapshot, publication, refused }: { work: Work; snapshot: Snapshot; publication: PublicationSummary | undefined; refused: boolean }) => {
  const at = draftHref(work, snapshot.plan.slug, snapshot.period)
  const standing = publication !== undefined && publication.withdrawn === null ? publication : null
  return (
    <Part id="publish" title="Make it public" says={standing ? `Edition ${standing.edition} is public since ${printDay(standing.publishedOn)}. What you changed since then becomes edition ${standing.edition + 1}, and says what differs.` : 'What is saved here is frozen, and everybody can read it.'}>
      <form method="post" action={`${at}/publish`}>
        <Token work={work} />
        {refused ? <Textarea name="waive" rows={2} label={{ text: 'Publish it all the same, because' }} hint={{ text: 'Only where the proof-reading is wrong. What you write is kept, and these errors stand for as long as their words stay the same.' }} /> : null}
        <Button text={standing ? `Publish edition ${standing.edition + 1}` : 'Publish'} preventDoubleClick />
      </form>
      {standing ? (
        <Details summaryText="Take the publication down" text={(
          <form method="post" action={`${at}/withdraw`}>
            <Token work={work} />
            <Textarea name="reason" rows={2} label={{ text: 'Why' }} hint={{ text: 'The public reads this. Every edition so far is taken down, and a page says so.' }} />
            <Button text="Take it down" classes="govuk-button--warning" />
          </form>
        )} />
      ) : null}
    </Part>
  )
}

const previews = [['html', 'Web page'], ['pdf', 'PDF'], ['docx', 'Word'], ['xlsx', 'Excel']] as const
/** A period's report while it is written: its figures as they stand, the words, a preview, and the button that makes it public. */
export const DraftPage = ({ work, snapshot, said, problems, publication, refused }: FormProps & { publication: PublicationSummary | undefined; refused?: string }) => {
  const reading = readingOf(snapshot)
  const at = draftHref(work, snapshot.plan.slug, snapshot.period)
  const toConfirm = reading.rows.filter((r) => r.confirm.length > 0).length
  return (
    <WorkPage work={work} title={answerOf(reading)} current="reports" refused={refused} field="publish" errors={problems.map((p) => ({ text: p.message, href: `#${p.field}` }))} crumbs={[{ text: 'Reports', href: `/${work.council.slug}/work/reports` }, { text: `${snapshot.plan.title}, ${printPeriod(snapshot.period)}` }]}>
      <Answer kicker={<>{snapshot.plan.title}, {printPeriod(snapshot.period)} <StateTag publication={publication} /></>} text={answerOf(reading)}>
        <p>{qualifierOf(reading.rows, reading.headline)}</p>
        {toConfirm > 0 ? <p>{toConfirm} {toConfirm === 1 ? 'row has' : 'rows have'} still to be confirmed.</p> : null}
        <p class="tl-small"><a href={`/${work.council.slug}/work/compare/${snapshot.plan.slug}/${snapshot.period}`}>What changed since the plan was approved</a></p>
      </Answer>
      <Part id="preview" title="Look at it first" says="As it stands now, with the words that were saved last."><ul class="tl-downloads">{previews.map(([format, name]) => <li><a href={`${at}/preview.${format}`}>{name}</a></li>)}</ul></Part>
      <Part id="words" title="The report’s words"><WordsForm work={work} snapshot={snapshot} said={said} problems={problems} /></Part>
      <Publish work={work} snapshot={snapshot} publication={publication} refused={refused !== undefined} />
    </WorkPage>
  )
}
