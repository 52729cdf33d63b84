import { printDay } from '../../kit/day.ts'
import { counted } from '../../kit/words.ts'
import { Answer, Button, Details, Nothing, NotificationBanner, Part, Textarea, Token, WorkPage, type Work } from '../../web/index.ts'
import type { Waiver } from '../checks/index.ts'
import { packList, type FoundList, type Shown } from './packed-list.ts'
import { FindingsList, Found, foundTitle, UploadForm } from './views.tsx'

export const checkHref = (work: Work, page = ''): string => `/${work.council.slug}/work/check${page}`

type BringProps = { readonly work: Work; readonly refused?: string | undefined; readonly field?: 'paper' | 'against' }
const BringPaper = ({ work, ...wrong }: BringProps) => <UploadForm action={checkHref(work)} hidden={<Token work={work} />} earlier {...wrong} />

/** By what papers are checked here. */
export type CheckedBy = { readonly settings: string; readonly stands: number }
const ByWhat = ({ work, by }: { work: Work; by: CheckedBy }) => (
  <Part id="by" title="How papers are checked here">
    <ul class="tl-list">
      <li><a href={checkHref(work, '/settings')}>What is looked for</a>: {by.settings}</li>
      <li><a href={checkHref(work, '/waivers')}>What is let stand</a>: {by.stands === 0 ? 'nothing so far' : counted(by.stands, 'finding')}</li>
    </ul>
  </Part>
)

export const CheckPage = ({ by, ...bring }: BringProps & { by: CheckedBy }) => (
  <WorkPage work={bring.work} title="Does this paper add up?" current="check" refused={bring.refused} field={bring.field ?? 'paper'}>
    <Answer text="Does this paper add up?"><p>Sums, percentages, dates, things said twice, and gaps are looked for, and shown beside the paper’s own words.</p></Answer>
    <BringPaper {...bring} />
    <ByWhat work={bring.work} by={by} />
  </WorkPage>
)

/** What a form on findings said: the reasons by their fields, and what was wrong with one of them. */
export type Reasons = { readonly said: Readonly<Record<string, string>>; readonly wrong: { readonly field: string; readonly message: string } | null }
export const noReasons: Reasons = { said: {}, wrong: null }
/** A reason's field: what it would do, and to which finding. */
export const reasonField = (does: 'stand' | 'back', fingerprint: string): string => `${does}-${fingerprint}`

type GiveReasonProps = { readonly does: 'stand' | 'back'; readonly fingerprint: string; readonly about: string; readonly reasons: Reasons }
const words = { stand: ['Let it stand', 'Why it may stand', 'Whoever reads the paper later should understand it.'], back: ['Take it back', 'Why it may not stand any longer', 'It is told again from now on.'] } as const
/** A reason for one finding; open where something was said or is wrong. */
const GiveReason = ({ does, fingerprint, about, reasons: { said, wrong } }: GiveReasonProps) => {
  const field = reasonField(does, fingerprint)
  const [verb, label, hint] = words[does]
  return (
    <Details open={Boolean(said[field]) || wrong?.field === field} classes="tl-reason" summaryText={<>{verb}<span class="govuk-visually-hidden">: {about}</span></>} text={(
      <>
        <Textarea name={field} rows={2} value={said[field] ?? ''} label={{ text: label }} hint={{ text: hint }} errorMessage={wrong?.field === field ? { text: wrong.message } : undefined} />
        <Button text={<>{verb}<span class="govuk-visually-hidden">: {about}</span></>} name="press" value={field} classes="govuk-button--secondary" preventDoubleClick />
      </>
    )} />
  )
}

const Why = ({ waiver }: { waiver: Waiver }) => <p class="tl-because"><b>Stands</b>: {waiver.reason} <span class="tl-small">{waiver.who}, {printDay(waiver.on)}</span></p>

/** A fingerprint has one form on a page, though two findings may share it. */
const once = (findings: readonly Shown[]): ReadonlySet<Shown> => new Set(new Map(findings.toReversed().map((s) => [s.fingerprint, s])).values())

type CheckedProps = { readonly work: Work; readonly list: FoundList; readonly reasons?: Reasons; readonly done?: string | null }
/** What was found in a paper, with what is let stand apart. The form carries the list itself, so that it comes back with the answer. */
export const CheckedPage = ({ work, list, reasons = noReasons, done = null }: CheckedProps) => {
  const [open, stands] = [list.findings.filter((s) => s.waiver === null), list.findings.filter((s) => s.waiver !== null)]
  const first = once(list.findings)
  const title = open.length === 0 && stands.length > 0 ? 'All that was found is let stand' : foundTitle(open.map((s) => s.finding))
  const reason = (does: 'stand' | 'back') => (s: Shown) => (first.has(s) ? <GiveReason does={does} fingerprint={s.fingerprint} about={s.finding.message} reasons={reasons} /> : null)
  return (
    <WorkPage work={work} title={title} current="check" wide refused={reasons.wrong?.message} {...(reasons.wrong ? { field: reasons.wrong.field } : {})}>
      {done !== null ? <NotificationBanner type="success" titleText="Done" text={done} /> : null}
      <form method="post" action={checkHref(work, '/waivers')}>
        <Token work={work} />
        <input type="hidden" name="list" value={packList(list) ?? ''} />
        <Found file={list.file} findings={open} title={title} says={open.length > 0 && stands.length > 0 ? <p><a href="#stands">{counted(stands.length, 'more finding')} {stands.length === 1 ? 'is' : 'are'} let stand</a></p> : null} under={reason('stand')} />
        {stands.length > 0 ? (
          <Part id="stands" title={`Let stand: ${counted(stands.length, 'finding')}`} says="Somebody looked at these and said why they may stay. They are told again when their words change.">
            <FindingsList findings={stands} after={open.length} under={(s) => <><Why waiver={s.waiver!} />{reason('back')(s)}</>} />
          </Part>
        ) : null}
      </form>
      <Part id="again" title="Check another"><BringPaper work={work} /></Part>
    </WorkPage>
  )
}

export type KeptWaiver = Waiver & { /** The rule that found it, in its own words. */ readonly rule: string }
/** Everything that a council lets stand, whichever paper it was in. */
export const WaiversPage = ({ work, waivers, reasons = noReasons }: { work: Work; waivers: readonly KeptWaiver[]; reasons?: Reasons }) => {
  const title = waivers.length === 0 ? 'Nothing is let stand' : `${counted(waivers.length, 'finding')} let stand`
  return (
    <WorkPage work={work} title={title} current="check" refused={reasons.wrong?.message} {...(reasons.wrong ? { field: reasons.wrong.field } : {})} crumbs={[{ text: 'Check a paper', href: checkHref(work) }, { text: 'What is let stand' }]}>
      <Answer text={title}><p>A finding that somebody let stand is not told again while its words stay the same, in any paper. The paper itself is not kept, so check it again to see a finding beside its words.</p></Answer>
      {waivers.length === 0 ? <Nothing>Check a paper, and give a finding the reason for which it may stand. <a href={checkHref(work)}>Check a paper</a></Nothing> : (
        <form method="post" action={checkHref(work, '/waivers')}>
          <Token work={work} />
          <ul class="tl-list">{waivers.map((w) => <li><p class="tl-because"><b>{w.rule}</b> <span class="tl-small">{w.fingerprint}</span></p><Why waiver={w} /><GiveReason does="back" fingerprint={w.fingerprint} about={`${w.rule}, ${w.reason}`} reasons={reasons} /></li>)}</ul>
        </form>
      )}
    </WorkPage>
  )
}
