import { printPeriod } from '../../kit/period.ts'
import { describeSource } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import { Answer, Button, Details, Nothing, Part, StatusTag, Tag, Textarea, Token, WarningText, WorkPage, type ShownStatus, type Work } from '../../web/index.ts'
import { proposalHref, StateTag } from './desk-views.tsx'
import type { ProposalRow, ProposalView } from './types.ts'

export const titleOf = (p: ProposalView): string => `${p.file}: ${counted(p.counts.rows, 'row')}, ${p.counts.flagged === 0 ? 'none needs a look' : `${p.counts.flagged} ${p.counts.flagged === 1 ? 'needs' : 'need'} a look`}`
export const crumbsOf = (work: Work, p: ProposalView, here?: string) => [{ text: p.file, ...(here ? { href: proposalHref(work, p.proposalId) } : {}) }, ...(here ? [{ text: here }] : [])]

export const statusShown = (p: ProposalView, code: string | null): ShownStatus | null => {
  const known = p.statuses.find((s) => s.code === code)
  return known ?? (code === null ? null : { name: code, letter: '', colour: null, kind: null })
}
/** The row's own words, or what is left of them. */
export const wordsOf = (row: ProposalRow): string => row.path.findLast((s) => s.text !== '')?.text ?? 'Words not readable'
const placeOf = (row: ProposalRow): string => row.path.slice(0, -1).map((s) => s.text).filter(Boolean).join(' › ')

const cellWords: Readonly<Record<string, string>> = { match: 'whether it is the same item as before', row: 'the row as a whole' }
export const confirmWords = (row: ProposalRow): string => row.confirm.map((c) => cellWords[c] ?? c).join(', ')

export const Flagged = ({ work, proposal, rows }: { work: Work; proposal: ProposalView; rows: readonly ProposalRow[] }) => (
  <table class="tl-table tl-table--stack">
    <caption class="govuk-visually-hidden">Rows to confirm</caption>
    <thead><tr><th scope="col" class="tl-table__item">Row</th><th scope="col">Why it needs a look</th><th scope="col">Status read</th></tr></thead>
    <tbody>{rows.map((row) => (
      <tr>
        <th scope="row" class="tl-table__item"><a href={`${proposalHref(work, proposal.proposalId)}/rows/${row.row}`}>{wordsOf(row)}</a><span class="tl-table__where">{placeOf(row)}</span></th>
        <td>{row.review.join('; ') || `To confirm: ${confirmWords(row)}`}<span class="tl-table__where">To confirm: {confirmWords(row)} · {describeSource(row.source)}</span></td>
        <td><StatusTag status={statusShown(proposal, row.status)} /></td>
      </tr>
    ))}</tbody>
  </table>
)

const effects = { new: ['New', 'govuk-tag--green'], changed: ['Changed', 'govuk-tag--yellow'], same: ['As before', 'govuk-tag--grey'] } as const
const RowLine = ({ work, proposal, row }: { work: Work; proposal: ProposalView; row: ProposalRow }) => (
  <tr>
    <th scope="row" class="tl-table__item"><a href={`${proposalHref(work, proposal.proposalId)}/rows/${row.row}`}>{wordsOf(row)}</a><span class="tl-table__where">{placeOf(row)}</span></th>
    <td><Tag text={effects[row.effect][0]} classes={`tl-tag ${effects[row.effect][1]}`} />{row.before && row.before.wording !== wordsOf(row) ? <span class="tl-table__where">before: {row.before.wording}</span> : null}</td>
    {proposal.kind === 'update' ? <td><StatusTag status={statusShown(proposal, row.status)} /></td> : null}
    {proposal.kind === 'update' ? <td>{row.remark}</td> : null}
    <td class="tl-small">{describeSource(row.source)}{row.repaired.length > 0 ? <span class="tl-table__where">Mended: {row.repaired.join('; ')}</span> : null}{row.decided ? <span class="tl-table__where">Answered by a person</span> : null}</td>
  </tr>
)
const AllRows = ({ work, proposal }: { work: Work; proposal: ProposalView }) => (
  <table class="tl-table tl-table--stack">
    <caption class="govuk-visually-hidden">All rows of the paper</caption>
    <thead><tr><th scope="col" class="tl-table__item">Row</th><th scope="col">What it does</th>{proposal.kind === 'update' ? <><th scope="col" class="tl-table__status">Status</th><th scope="col">Remark</th></> : null}<th scope="col">Where the paper says it</th></tr></thead>
    <tbody>{proposal.rows.map((row) => <RowLine work={work} proposal={proposal} row={row} />)}</tbody>
  </table>
)

const Statuses = ({ work, proposal }: { work: Work; proposal: ProposalView }) => (
  <table class="tl-table tl-table--stack">
    <caption class="govuk-visually-hidden">What each status means</caption>
    <thead><tr><th scope="col">Printed</th><th scope="col">Means</th><th scope="col">Kind</th><th scope="col">In the headline</th></tr></thead>
    <tbody>{proposal.statuses.map((s) => (
      <tr>
        <th scope="row"><a href={`${proposalHref(work, proposal.proposalId)}/statuses/${encodeURIComponent(s.code)}`}>{s.code}</a></th>
        <td><StatusTag status={s} /> {s.meaning}</td><td>{s.kind}{s.assumed ? ' (assumed: please confirm)' : ''}</td><td>{s.counts ? 'Counts' : 'Doesn’t count'}</td>
      </tr>
    ))}</tbody>
  </table>
)

const Decide = ({ work, proposal }: { work: Work; proposal: ProposalView }) => {
  const at = proposalHref(work, proposal.proposalId)
  const reason = (act: 'reject' | 'withdraw', button: string, label: string, hint: string) => (
    <form method="post" action={`${at}/${act}`}>
      <Token work={work} />
      <Textarea name="reason" id={`${act}-reason`} rows={2} label={{ text: label }} hint={{ text: hint }} />
      <Button text={button} classes="govuk-button--secondary" />
    </form>
  )
  if (proposal.state === 'accepted') return <Part id="decide" title="Taken"><Details summaryText="Take this import back" text={reason('withdraw', 'Take it back', 'Why', 'It stays on record and counts no longer. The paper can be sent again.')} /></Part>
  if (proposal.state !== 'open') return null
  return (
    <Part id="decide" title="Take it?" says={proposal.counts.flagged > 0 ? `${counted(proposal.counts.flagged, 'row')} will be taken with the doubtful cells empty, marked “to confirm”, and counted as not stated until somebody answers.` : 'Every row will be taken as it is shown here.'}>
      <form method="post" action={`${at}/accept`}><Token work={work} /><Button text={`Take all ${proposal.counts.rows} rows`} preventDoubleClick /></form>
      <Details summaryText="Refuse it instead" text={reason('reject', 'Refuse it', 'Why', 'Nothing of it is taken.')} />
    </Part>
  )
}

/** What a paper would do: what is flagged first, then the statuses, the decision, and every row. */
export const ProposalPage = ({ work, proposal: p, refused }: { work: Work; proposal: ProposalView; refused?: string }) => {
  const flagged = p.rows.filter((r) => r.confirm.length > 0)
  const at = proposalHref(work, p.proposalId)
  return (
    <WorkPage work={work} title={titleOf(p)} current="papers" crumbs={crumbsOf(work, p)} refused={refused} wide>
      <Answer kicker={<>{p.kind === 'plan' ? 'Plan' : 'Update'} of {printPeriod(p.period)}, “{p.planSlug}” <StateTag state={p.state} /></>} text={titleOf(p)}>
        <p>{p.counts.new} new, {p.counts.changed} changed, {p.counts.same} as before{p.counts.notListed > 0 ? `; ${counted(p.counts.notListed, 'item')} of the plan not in this paper` : ''}.{p.planExists ? '' : p.kind === 'plan' ? '' : ' The plan was never imported, so it is made from these rows.'}</p>
      </Answer>
      {p.findings.map((f) => (f.level === 'note' ? <p class="govuk-body">{f.message} <span class="tl-small">({describeSource(f.source)})</span></p> : <WarningText text={`${f.message} (${describeSource(f.source)})`} />))}
      {p.others.length > 0 ? <p class="govuk-body">Not taken from this paper: {p.others.join('; ')}.</p> : null}
      <Part id="flagged" title={`To confirm (${flagged.length})`} says={flagged.length > 0 ? <><a href={`${at}/to-confirm`}>Print these</a> or <a href={`${at}/to-confirm.docx`}>get them as a Word document</a> for the officer who must answer.</> : undefined}>
        {flagged.length === 0 ? <Nothing>Every row was read without a doubt.</Nothing> : <Flagged work={work} proposal={p} rows={flagged} />}
      </Part>
      {p.statuses.length > 0 ? <Part id="statuses" title="What the statuses mean"><Statuses work={work} proposal={p} /></Part> : null}
      <Decide work={work} proposal={p} />
      {p.notListed.length > 0 ? <Part id="not-listed" title={`Not in this paper (${p.notListed.length})`}><Details summaryText="Show them" text={<ul class="govuk-list govuk-list--bullet">{p.notListed.map((n) => <li>{n.text}</li>)}</ul>} /></Part> : null}
      <Part id="rows" title={`All ${counted(p.counts.rows, 'row')}`}><AllRows work={work} proposal={p} /></Part>
    </WorkPage>
  )
}
