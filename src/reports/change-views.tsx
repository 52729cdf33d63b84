import type { Child } from 'hono/jsx'
import { movedTargets, ownWords, type Change } from '../plans/index.ts'
import { printPeriod } from '../kit/period.ts'
import { describeSource } from '../kit/source.ts'
import { Answer, Nothing, Part, Scroll } from '../web/index.ts'
import { changeGroups, changeSentence, changeWords, directionSentence, lineageCounts, longPromised, placeWords, type ChangeGroup } from './change-words.ts'
import { EarlierPart } from './earlier-views.tsx'
import { linksOf, PublicationPage, when } from './frame-views.tsx'
import type { PublicCouncil } from './published.ts'
import type { Reading } from './reading.ts'

/** The words of both sides in one text: what is gone struck out, what is new underlined. */
const MarkedWords = ({ change }: { change: Change }) => change.words.length === 0
  ? <>{[...change.approved, ...change.reported].map(ownWords).join(' → ')}</>
  : <>{change.words.map((w) => (w.op === 'gone' ? <><del>{w.text}</del> </> : w.op === 'new' ? <><ins>{w.text}</ins> </> : <>{w.text} </>))}</>

const sides = (change: Change): string => [
  change.approved[0] ? `approved: ${describeSource(change.approved[0].source)}` : '', change.reported[0] ? `reported: ${describeSource(change.reported[0].source)}` : '',
].filter(Boolean).join('; ')

/** A link that a page adds to a change. */
type Link = (change: Change) => Child
const ChangeLine = ({ change, link }: { change: Change; link: Link | undefined }) => {
  const place = change.approved[0] ?? change.reported[0]
  const also = change.also.map((k) => changeWords[k].title.toLowerCase())
  return (
    <li>
      <MarkedWords change={change} />
      <span class="tl-table__where tl-small">
        {[place ? placeWords(place) : '', change.easier ? `${change.easier} to meet` : '', also.length > 0 ? `also ${also.join(', ')}` : '', change.sure ? '' : 'not sure that the two belong together', sides(change)].filter(Boolean).join(' · ')} {link?.(change)}
      </span>
    </li>
  )
}

export const ChangeTable = ({ groups }: { groups: readonly ChangeGroup[] }) => (
  <Scroll label="How many of each kind">
    <table class="tl-table">
      <caption class="govuk-visually-hidden">How many of each kind</caption>
      <thead><tr><th scope="col">What happened</th><th scope="col" class="tl-number">How many</th><th scope="col">What that means</th></tr></thead>
      <tbody>{groups.map((g) => <tr><th scope="row"><a href={`#${slug(g.kind)}`}>{changeWords[g.kind].title}</a></th><td class="tl-number">{g.changes.length}</td><td>{changeWords[g.kind].meaning}</td></tr>)}</tbody>
    </table>
  </Scroll>
)
const slug = (kind: string): string => `c-${kind.replaceAll(' ', '-')}`

export const ChangeParts = ({ groups, link }: { groups: readonly ChangeGroup[]; link?: Link }) => (
  <>{groups.map((g) => (
    <Part id={slug(g.kind)} title={<>{changeWords[g.kind].title} <span class="tl-list__figure">({g.changes.length})</span></>} says={changeWords[g.kind].meaning}>
      <ul class="tl-list">{g.changes.map((c) => <ChangeLine change={c} link={link} />)}</ul>
    </Part>
  ))}</>
)

/** The figures, dates and stages that moved, each with where it was and where it is. */
export const MovedPart = ({ changes }: { changes: readonly Change[] }) => {
  const moved = movedTargets({ summary: {}, changes })
  return moved.length === 0 ? null : (
    <Part id="targets" title="Which targets moved" says="Those that are easier to meet now stand first.">
      <table class="tl-table tl-table--stack">
        <caption class="govuk-visually-hidden">Targets, dates and stages that moved</caption>
        <thead><tr><th scope="col" class="tl-table__item">What was promised</th><th scope="col">From → to</th><th scope="col">To meet</th></tr></thead>
        <tbody>{moved.map((m) => <tr><th scope="row" class="tl-table__item">{m.of}</th><td><del>{m.from || 'not stated'}</del> → <ins>{m.to || 'no longer stated'}</ins></td><td>{m.easier ?? 'easier or harder can’t be said'}{m.sure ? '' : ' (not sure)'}</td></tr>)}</tbody>
      </table>
    </Part>
  )
}

const ThirdYear = ({ reading }: { reading: Reading }) => {
  const items = longPromised(reading)
  const at = linksOf(reading)
  return items.length === 0 ? null : (
    <Part id="third-year" title="Promised for the third year" says="These stand in this plan and in those of two years before.">
      <ul class="tl-list">{items.map((i) => <li><a href={at.item(i.id)}>{i.text}</a><span class="tl-table__where tl-small">{i.lineage.map((l) => `${printPeriod(l.year)}: ${l.text}`).join(' · ')}</span></li>)}</ul>
    </Part>
  )
}

const yearWords = { 'same words': 'carried forward in the same words', reworded: 'carried forward in other words', 'next phase': 'a next phase of what was promised', new: 'new this year' } as const
/** Rows of this plan by what an earlier year's plan said of them, for snapshots that tell no more; left out where no earlier plan is linked. */
const BetweenYears = ({ reading }: { reading: Reading }) => {
  const counts = lineageCounts(reading)
  return counts.every((c) => c.kind === 'new') ? null : (
    <Part id="years" title="Against the year before" says="How much of this plan continues what an earlier plan promised.">
      <ul class="tl-list">{counts.filter((c) => c.count > 0).map((c) => <li><b>{c.count}</b> {yearWords[c.kind]}</li>)}</ul>
    </Part>
  )
}

/** What a scrutiny member reads in a minute, then every change with its words. */
export const ChangesPage = ({ council, reading }: { council: PublicCouncil; reading: Reading }) => {
  const { snapshot } = reading
  const groups = changeGroups(snapshot.changes)
  const said = changeSentence(groups)
  const title = !snapshot.approved ? 'No approved plan to compare with' : said === '' ? 'Nothing changed since the plan was approved' : `Since the plan was approved, ${said}`
  return (
    <PublicationPage council={council} reading={reading} title={title} section="changes" here="What changed">
      <Answer kicker={when(reading)} text={title}>
        {directionSentence(snapshot.changes) === '' ? null : <p>{directionSentence(snapshot.changes)}</p>}
        {groups.length > 0 ? <p class="tl-small">Words that are gone are <del>struck out</del>; words that are new are <ins>underlined</ins>.</p> : null}
      </Answer>
      {!snapshot.approved ? <Nothing>The council has not published the plan as it was approved here, so there is nothing to hold this update against.</Nothing> : null}
      {groups.length > 0 ? <Part id="summary" title="In a minute"><ChangeTable groups={groups} /></Part> : null}
      <MovedPart changes={snapshot.changes} />
      {snapshot.earlier === undefined ? <BetweenYears reading={reading} /> : <EarlierPart reading={reading} earlier={snapshot.earlier} />}
      <ThirdYear reading={reading} />
      <ChangeParts groups={groups} />
    </PublicationPage>
  )
}
