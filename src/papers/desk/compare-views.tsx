import { printPeriod } from '../../kit/period.ts'
import { ChangeParts, changeGroups, changeSentence, ChangeTable, directionSentence, MovedPart, type Snapshot } from '../../reports/index.ts'
import type { Change } from '../../plans/index.ts'
import { Answer, Nothing, Part, WorkPage, type Work } from '../../web/index.ts'

/** Where a change's pairing is answered: the row of the paper that it was read from; null where no row says it. */
export type AnswerAt = (change: Change) => string | null

/** What changed between the approved plan and this update, with a way to confirm, split or reject each pairing. */
export const ComparePage = ({ work, snapshot, answerAt }: { work: Work; snapshot: Snapshot; answerAt: AnswerAt }) => {
  const groups = changeGroups(snapshot.changes)
  const unsure = snapshot.changes.filter((c) => !c.sure)
  const said = changeSentence(groups)
  const title = !snapshot.approved ? 'No approved plan to compare with' : said === '' ? 'Nothing changed since the plan was approved' : `Since the plan was approved, ${said}`
  const link = (c: Change) => { const href = answerAt(c); return href === null ? null : <a href={href}>{c.sure ? 'Not the same item?' : 'Confirm, split or reject'}<span class="govuk-visually-hidden">: {c.reported[0]?.path.at(-1)?.text}</span></a> }
  return (
    <WorkPage work={work} title={title} current="reports" crumbs={[{ text: 'Reports', href: `/${work.council.slug}/work/reports` }, { text: `${snapshot.plan.title}, ${printPeriod(snapshot.period)}`, href: `/${work.council.slug}/work/reports/${snapshot.plan.slug}/${snapshot.period}` }, { text: 'What changed' }]}>
      <Answer kicker={`${snapshot.plan.title}, ${printPeriod(snapshot.period)}`} text={title}>
        {directionSentence(snapshot.changes) ? <p>{directionSentence(snapshot.changes)}</p> : null}
        {unsure.length > 0 ? <p>{unsure.length} {unsure.length === 1 ? 'pairing is' : 'pairings are'} a guess that you should confirm.</p> : null}
      </Answer>
      {!snapshot.approved ? <Nothing>Send the plan as Cabinet approved it, and take it; then every update is held against it.</Nothing> : null}
      {groups.length > 0 ? <Part id="summary" title="In a minute"><ChangeTable groups={groups} /></Part> : null}
      <MovedPart changes={snapshot.changes} />
      <ChangeParts groups={groups} link={link} />
    </WorkPage>
  )
}
