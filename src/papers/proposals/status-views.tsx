import { statusKinds } from '../../progress/index.ts'
import type { Status } from '../../progress/index.ts'
import { Answer, Button, Input, Radios, Select, StatusTag, Textarea, Token, WorkPage, type Work } from '../../web/index.ts'
import { proposalHref } from './desk-views.tsx'
import { crumbsOf } from './proposal-views.tsx'
import type { ProposalView } from './types.ts'

export type MeaningSaid = { readonly name: string; readonly kind: string; readonly counts: string; readonly meaning: string; readonly letter: string; readonly why: string }
const kindWords: Readonly<Record<(typeof statusKinds)[number], string>> = {
  complete: 'complete: the work is done', 'on track': 'on track: will be done by its date', 'at risk': 'at risk: may slip', 'off track': 'off track: has slipped, or will', 'not due': 'not due: starts in a later period',
  paused: 'paused: stopped for now', discontinued: 'discontinued: will not be done',
}

/** What a status means, as the paper's key or our usual reading has it, for a person to confirm or change. */
export const StatusPage = ({ work, proposal, status, said, refused }: { work: Work; proposal: ProposalView; status: Status; said?: MeaningSaid; refused?: string }) => {
  const title = status.assumed ? `Is this what “${status.code}” means?` : `What “${status.code}” means`
  return (
    <WorkPage work={work} title={title} current="papers" crumbs={crumbsOf(work, proposal, status.code)} refused={refused} field="why">
      <Answer text={title}><p><StatusTag status={status} /> {status.meaning}</p>{status.assumed ? <p>The paper’s key does not say, so this is the usual meaning of the word.</p> : null}</Answer>
      <form method="post" action={`${proposalHref(work, proposal.proposalId)}/statuses/${encodeURIComponent(status.code)}`}>
        <Token work={work} />
        <Select name="kind" label={{ text: 'Kind' }} value={said?.kind ?? status.kind} items={statusKinds.map((kind) => ({ value: kind, text: kindWords[kind] }))} />
        <Radios name="counts" value={said?.counts ?? (status.counts ? 'yes' : 'no')} classes="govuk-radios--inline" fieldset={{ legend: { text: 'Does a row with it stand in the headline’s total?' } }} items={[{ value: 'yes', text: 'Yes' }, { value: 'no', text: 'No' }]} />
        <Input name="name" label={{ text: 'Name on pages and in reports' }} value={said?.name ?? status.name} classes="govuk-input--width-20" />
        <Input name="letter" label={{ text: 'Letter' }} value={said?.letter ?? status.letter} classes="govuk-input--width-2" />
        <Textarea name="meaning" rows={2} label={{ text: 'Meaning' }} value={said?.meaning ?? status.meaning} />
        <Textarea name="why" rows={2} label={{ text: 'How do you know?' }} value={said?.why ?? ''} errorMessage={refused ? { text: refused } : undefined} />
        <Button text="Keep this meaning" preventDoubleClick />
      </form>
    </WorkPage>
  )
}
