import { describeSource } from '../../kit/source.ts'
import { Answer, Button, Details, Part, Radios, Select, StatusTag, Textarea, Token, WorkPage, type Choice, type Option, type Work } from '../../web/index.ts'
import { proposalHref } from './desk-views.tsx'
import { confirmWords, crumbsOf, statusShown, wordsOf } from './proposal-views.tsx'
import { rowCells, type ProposalRow, type ProposalView, type RowCell } from './types.ts'

/** An item of the plan that a row could be about. */
export type Candidate = { readonly item: number; readonly text: string }
export type Said = { readonly cells: Readonly<Partial<Record<RowCell, string>>>; readonly why: string }
type RowPageProps = { readonly work: Work; readonly proposal: ProposalView; readonly row: ProposalRow; readonly candidates: readonly Candidate[]; readonly said?: Said; readonly refused?: string }

/** A cell's name in the plan's own words for its levels. */
const nameOf = (cell: RowCell, { levels }: ProposalView): string => {
  const own: Readonly<Record<RowCell, string | undefined>> = { theme: levels[0], objective: levels.length > 2 ? levels[1] : undefined, deliverable: levels.length > 3 ? levels[2] : undefined, milestone: levels.at(-1), status: 'Status', remark: 'Remark' }
  return own[cell] ?? 'Heading above it'
}

/** Cells that the paper's table has: those that hold words, and those that were lost. */
const cellsOf = (row: ProposalRow, kind: ProposalView['kind']): RowCell[] =>
  rowCells.filter((cell) => (kind === 'update' || (cell !== 'status' && cell !== 'remark')) && (row.cells[cell] !== null || row.confirm.includes(cell) || (row.confirm.includes('row') && kind === 'update')))

const Cells = ({ row, proposal }: { row: ProposalRow; proposal: ProposalView }) => (
  <dl class="tl-facts">
    {cellsOf(row, proposal.kind).map((cell) => <div><dt>{nameOf(cell, proposal)}</dt><dd>{cell === 'status' ? <><StatusTag status={statusShown(proposal, row.status)} /> {row.printedStatus ? <span class="tl-small">printed “{row.printedStatus}”</span> : null}</> : row.cells[cell] || <span class="tl-small">{row.cells[cell] === null ? 'not readable' : 'empty'}</span>}</dd></div>)}
    {Object.entries(row.fields).filter(([, v]) => v !== '').map(([k, v]) => <div><dt>{k}</dt><dd>{v}</dd></div>)}
    <div><dt>Where it stands</dt><dd>{proposal.file}, {describeSource(row.source)}</dd></div>
    {row.before ? <div><dt>Before</dt><dd>{row.before.wording}{row.before.status ? `, ${row.before.status}` : ''}{row.before.remark ? `: ${row.before.remark}` : ''}</dd></div> : null}
    {row.repaired.length > 0 ? <div><dt>Mended</dt><dd>{row.repaired.join('; ')}</dd></div> : null}
  </dl>
)

const CellField = ({ cell, row, proposal, said }: { cell: RowCell; row: ProposalRow; proposal: ProposalView; said: string | undefined }) => {
  const value = said ?? row.cells[cell] ?? ''
  if (cell !== 'status') return <Textarea name={cell} rows={cell === 'remark' ? 4 : 2} label={{ text: nameOf(cell, proposal) }} value={value} />
  const known: Option[] = proposal.statuses.map((s) => ({ value: s.code, text: s.name === s.code ? s.name : `${s.name} (${s.code})` }))
  const own = value === '' || known.some((k) => k.value === (row.status ?? value)) ? [] : [{ value, text: value }]
  return <Select name="status" label={{ text: 'Status' }} value={said ?? row.status ?? value} items={[{ value: '', text: 'No status is stated' }, ...known, ...own]} />
}

const Correct = ({ work, proposal, row, said, refused }: RowPageProps) => (
  <form method="post" action={`${proposalHref(work, proposal.proposalId)}/rows/${row.row}/correct`}>
    <Token work={work} />
    {cellsOf(row, proposal.kind).map((cell) => <CellField cell={cell} row={row} proposal={proposal} said={said?.cells[cell]} />)}
    <Textarea name="why" id="why" rows={2} label={{ text: 'How do you know?' }} hint={{ text: 'For example: the officer confirmed it; the paper says so on page 12.' }} value={said?.why ?? ''} errorMessage={refused ? { text: refused } : undefined} />
    <Button text="Keep these words" preventDoubleClick />
  </form>
)

const Matching = ({ work, proposal, row, candidates }: RowPageProps) => {
  const items: Choice[] = [
    ...(row.match ? [{ value: String(row.match.item), text: <>It is the same item as “{row.match.text}”</> }] : []),
    { value: 'own', text: 'It is an item of its own, not in the plan before' },
    { value: 'other', text: 'It is another item of the plan, chosen here:' },
  ]
  return (
    <form method="post" action={`${proposalHref(work, proposal.proposalId)}/rows/${row.row}/match`}>
      <Token work={work} />
      <Radios name="item" items={items} value={row.match?.sure ? String(row.match.item) : undefined} fieldset={{ legend: { text: 'Which item of the plan is this row about?', classes: 'govuk-fieldset__legend--s' } }} formGroup={{ classes: 'govuk-!-margin-bottom-2' }} />
      <Select name="other" label={{ text: 'Another item of the plan', classes: 'govuk-visually-hidden' }} items={candidates.map((c) => ({ value: c.item, text: c.text.slice(0, 140) }))} classes="tl-select-wide" />
      <Button text="Keep this answer" classes="govuk-button--secondary" />
    </form>
  )
}

/** One row of a paper: what was read, why it is in doubt, and the answers a person can give. */
export const RowPage = (props: RowPageProps) => {
  const { work, proposal, row, candidates, refused } = props
  const at = `${proposalHref(work, proposal.proposalId)}/rows/${row.row}`
  const open = proposal.state === 'open' || proposal.state === 'accepted'
  const title = row.confirm.length === 0 ? (row.decided ? 'This row was answered' : 'This row was read without a doubt') : `To confirm: ${confirmWords(row)}`
  return (
    <WorkPage work={work} title={title} current="papers" crumbs={crumbsOf(work, proposal, `Row ${row.row}`)} refused={refused} field="why">
      <Answer kicker={wordsOf(row)} text={title}>{row.review.map((r) => <p>{r}</p>)}</Answer>
      <Part id="read" title="As it was read"><Cells row={row} proposal={proposal} /></Part>
      {open && candidates.length > 0 && proposal.planExists ? <Part id="match" title="The same item?" says={row.match && !row.match.sure ? 'The wording is not near enough to be sure.' : undefined}><Matching {...props} /></Part> : null}
      {open ? (
        <Part id="answer" title="What should it say?" says="Your answer is kept with its reason, and applied again where the same words come again.">
          {row.confirm.length > 0 ? <form method="post" action={`${at}/confirm`}><Token work={work} /><Button text="It is right as it stands" classes="govuk-button--secondary" /></form> : null}
          {row.confirm.length > 0 ? <Correct {...props} /> : <Details summaryText="Correct it all the same" open={refused !== undefined} text={<Correct {...props} />} />}
        </Part>
      ) : null}
    </WorkPage>
  )
}
