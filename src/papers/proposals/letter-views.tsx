import { printPeriod } from '../../kit/period.ts'
import { describeSource } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import { Answer, Nothing, Part, WorkPage, type Work } from '../../web/index.ts'
import { proposalHref } from './desk-views.tsx'
import { crumbsOf } from './proposal-views.tsx'
import { questionsOf } from './questions.ts'
import type { ProposalView } from './types.ts'

/** The rows to confirm as a sheet to print and take along: what was read, what is asked, and room to answer. */
export const LetterPage = ({ work, proposal }: { work: Work; proposal: ProposalView }) => {
  const questions = questionsOf(proposal)
  const title = questions.length === 0 ? 'No row has to be confirmed' : `${counted(questions.length, 'row')} to confirm`
  return (
    <WorkPage work={work} title={title} current="papers" crumbs={crumbsOf(work, proposal, 'To confirm')} wide>
      <Answer kicker={`${proposal.file}, ${printPeriod(proposal.period)}`} text={title}>
        {questions.length > 0 ? <p class="tl-noprint"><a href={`${proposalHref(work, proposal.proposalId)}/to-confirm.docx`}>Get it as a Word document</a>, or print this page.</p> : null}
      </Answer>
      {questions.length === 0 ? <Nothing>Every row was read without a doubt, or has its answer.</Nothing> : (
        <Part id="questions" title="Please answer each row and send this back">
          <table class="tl-table tl-table--stack tl-table--answers">
            <caption class="govuk-visually-hidden">Rows to confirm</caption>
            <thead><tr><th scope="col">Row</th><th scope="col">What we ask</th><th scope="col">What was read</th><th scope="col">Your answer</th></tr></thead>
            <tbody>{questions.map((q) => <tr><th scope="row">{q.words}<span class="tl-table__where">{q.place}</span><span class="tl-table__where">{describeSource(q.source)}</span></th><td>{q.ask}<span class="tl-table__where">{q.reason}</span></td><td>{q.read}</td><td class="tl-table__blank"></td></tr>)}</tbody>
          </table>
        </Part>
      )}
    </WorkPage>
  )
}
