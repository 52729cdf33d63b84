import { printPeriod } from '../../kit/period.ts'
import type { StoredPlan } from '../../plans/index.ts'
import { Answer, Button, classes, FileUpload, Input, Nothing, Part, Select, Tag, Token, WorkPage, type Work } from '../../web/index.ts'
import type { ProposalState, ProposalSummary } from './types.ts'

export const home = (work: Work): string => `/${work.council.slug}/work`
export const proposalHref = (work: Work, id: number): string => `${home(work)}/papers/${id}`

/** What the person typed, kept when the form comes back. */
export type Sent = { readonly plan: string; readonly period: string; readonly table: string }
export const nothingSent: Sent = { plan: '', period: '', table: '' }

const UploadForm = ({ work, plans, sent, refused }: { work: Work; plans: readonly StoredPlan[]; sent: Sent; refused: string | undefined }) => (
  <form method="post" action={`${home(work)}/papers`} enctype="multipart/form-data">
    <Token work={work} />
    <FileUpload name="paper" javascript label={{ text: 'The paper', classes: 'govuk-label--s' }} hint={{ text: 'Word, Excel, PDF, CSV, a web page or text; up to 50 MB.' }} errorMessage={refused ? { text: refused } : undefined} attributes={{ accept: '.docx,.xlsx,.pdf,.csv,.html,.htm,.txt' }} />
    <div class="tl-columns">
      <Select name="plan" label={{ text: 'Which plan it belongs to' }} hint={{ text: 'Leave this if there is one plan of the year.' }} value={sent.plan} items={[{ value: '', text: 'The plan of its year' }, ...plans.map((p) => ({ value: p.slug, text: p.title }))]} />
      <Input name="period" label={{ text: 'Period' }} hint={{ text: 'For example 2025-26-Q1, or 2025-26 for a plan. Leave it empty if the paper says it.' }} value={sent.period} classes="govuk-input--width-10" />
    </div>
    <Input name="table" label={{ text: 'Which table, if the paper has several plans' }} value={sent.table} classes="govuk-input--width-20" />
    <Button text="Read the paper" preventDoubleClick />
  </form>
)

const stateWords: Readonly<Record<ProposalState, readonly [word: string, colour: string]>> = { open: ['Waits for you', 'govuk-tag--yellow'], accepted: ['Taken', 'govuk-tag--green'], rejected: ['Refused', 'govuk-tag--grey'], withdrawn: ['Taken back', 'govuk-tag--grey'] }
export const StateTag = ({ state }: { state: ProposalState }) => <Tag text={stateWords[state][0]} classes={classes('tl-tag', stateWords[state][1])} />

const Proposals = ({ work, proposals }: { work: Work; proposals: readonly ProposalSummary[] }) => (
  <table class="tl-table tl-table--stack">
    <caption class="govuk-visually-hidden">Papers sent so far, the newest first</caption>
    <thead><tr><th scope="col" class="tl-table__item">Paper</th><th scope="col">What it is</th><th scope="col">State</th></tr></thead>
    <tbody>{proposals.map((p) => (
      <tr><th scope="row" class="tl-table__item"><a href={proposalHref(work, p.proposalId)}>{p.file}</a></th><td>{p.kind === 'plan' ? 'Plan' : 'Update'} of {printPeriod(p.period)} ({p.planSlug})</td><td><StateTag state={p.state} /></td></tr>
    ))}</tbody>
  </table>
)

/** The desk: papers come in here. */
export const DeskPage = ({ work, plans, proposals, sent, refused }: { work: Work; plans: readonly StoredPlan[]; proposals: readonly ProposalSummary[]; sent: Sent; refused?: string }) => {
  const open = proposals.filter((p) => p.state === 'open').length
  const title = open === 0 ? (proposals.length === 0 ? 'Send the council’s first paper' : 'No paper waits for you') : `${open} ${open === 1 ? 'paper waits' : 'papers wait'} for you`
  return (
    <WorkPage work={work} title={title} current="papers" refused={refused} field="paper">
      <Answer text={title}><p>Send a plan or an update as it was published. It is read, and what it would change is shown to you before anything is taken. Nothing taken is public until you publish it.</p></Answer>
      <Part id="send" title="Send a paper"><UploadForm work={work} plans={plans} sent={sent} refused={refused} /></Part>
      {plans.length > 0 ? <Part id="plans" title="Plans"><ul class="tl-list">{plans.map((p) => <li>{p.title} <span class="tl-small"><a href={`${home(work)}/years/${p.slug}`}>Its links to the year before<span class="govuk-visually-hidden">: {p.title}</span></a></span></li>)}</ul></Part> : null}
      <Part id="papers" title="Papers so far">{proposals.length === 0 ? <Nothing>None yet. Start with the plan as Cabinet approved it; then every update is held against it.</Nothing> : <Proposals work={work} proposals={proposals} />}</Part>
    </WorkPage>
  )
}
