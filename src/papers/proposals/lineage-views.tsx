import type { StoredPlan } from '../../plans/index.ts'
import { Answer, Button, Nothing, Part, Token, WorkPage, type Work } from '../../web/index.ts'
import type { UnsureLink } from './lineage.ts'

const kinds = { 'same words': 'in the same words', reworded: 'in other words', 'next phase': 'as a next phase' } as const

const LinkForm = ({ work, plan, link }: { work: Work; plan: string; link: UnsureLink }) => (
  <form method="post" action={`/${work.council.slug}/work/years/${plan}`}>
    <Token work={work} />
    <input type="hidden" name="item" value={String(link.item)} /><input type="hidden" name="earlierPlan" value={link.earlierPlan} /><input type="hidden" name="earlierItem" value={String(link.earlierItem)} />
    <Button text="It continues that one" name="keep" value="yes" classes="govuk-button--secondary" /> <Button text="It does not" name="keep" value="no" classes="govuk-button--secondary" />
  </form>
)

/** Items of a plan that may continue an earlier year's, for a person to say. */
export const YearsPage = ({ work, plan, links }: { work: Work; plan: StoredPlan; links: readonly UnsureLink[] }) => {
  const title = links.length === 0 ? 'No link to the year before has to be confirmed' : `${links.length} ${links.length === 1 ? 'item may continue one' : 'items may continue some'} of the year before`
  return (
    <WorkPage work={work} title={title} current="papers" crumbs={[{ text: plan.title }]}>
      <Answer kicker={plan.title} text={title} />
      {links.length === 0 ? <Nothing>Every link is sure, or has its answer.</Nothing> : (
        <Part id="links" title="To confirm"><ul class="tl-list">{links.map((l) => (
          <li><p class="govuk-!-margin-bottom-1"><b>{l.text}</b></p><p class="tl-small">May continue, {kinds[l.kind]}, from {l.earlierPlan}: {l.earlierText}</p><LinkForm work={work} plan={plan.slug} link={l} /></li>
        ))}</ul></Part>
      )}
    </WorkPage>
  )
}
