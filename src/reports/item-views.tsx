import { statusHistory, type Moment } from '../charts/index.ts'
import { printDay } from '../kit/day.ts'
import { printPeriod } from '../kit/period.ts'
import { describeSource } from '../kit/source.ts'
import { Answer, Chart, Part, Scroll, StatusTag } from '../web/index.ts'
import { linksOf, PublicationPage, when } from './frame-views.tsx'
import type { PublicCouncil } from './published.ts'
import type { Reading } from './reading.ts'
import { statusOfRow, ToConfirm } from './row-views.tsx'
import type { PaperSource, SnapshotItem } from './types.ts'
import { nounOf, shortName } from './wording.ts'

const Source = ({ source }: { source: PaperSource | null }) => source === null ? <>not recorded</> : <>{source.paper}, {describeSource(source)}</>

const Now = ({ reading, item }: { reading: Reading; item: SnapshotItem }) => {
  const row = reading.row(item.id)
  const under = reading.childrenOf(item.id).length
  if (row === null) return under > 0 ? null : <p>It is not listed in the update for {printPeriod(reading.snapshot.period)}: not due yet, or not reported.</p>
  return (
    <>
      <p><StatusTag status={statusOfRow(row)} /></p>
      <p>{row.remark === '' ? 'The council gave no remark.' : row.remark}</p>
      <ToConfirm row={row} />
    </>
  )
}

const Facts = ({ reading, item }: { reading: Reading; item: SnapshotItem }) => {
  const at = linksOf(reading)
  const theme = reading.themeOf(item)
  const level = (i: SnapshotItem) => reading.snapshot.plan.levels[i.level] ?? 'Part of'
  return (
    <dl class="tl-facts">
      {reading.above(item).map((i, n) => <div><dt>{level(i)}</dt><dd>{n === 0 && theme ? <a href={at.theme(theme.slug)}>{shortName(i.text)}</a> : <a href={at.item(i.id)}>{i.text}</a>}</dd></div>)}
      {item.ref ? <div><dt>Reference</dt><dd>{item.ref}</dd></div> : null}
      {item.due ? <div><dt>Due</dt><dd>{printDay(item.due)}</dd></div> : null}
      {item.update?.forecast ? <div><dt>Now expected</dt><dd>{printDay(item.update.forecast)}</dd></div> : null}
      {Object.entries(item.fields).filter(([, v]) => v !== '').map(([k, v]) => <div><dt>{k}</dt><dd>{v}</dd></div>)}
      <div><dt>Where the plan says it</dt><dd><Source source={item.source} /></dd></div>
      {item.update ? <div><dt>Where the update says it</dt><dd><Source source={item.update.source} /></dd></div> : null}
    </dl>
  )
}

/** The item's statuses from the plan's first period to this one. */
const History = ({ reading, item }: { reading: Reading; item: SnapshotItem }) => {
  const row = reading.row(item.id)
  const now = row ? [{ period: reading.snapshot.period, status: row.code, kind: row.status?.kind ?? null, statusName: row.status?.name ?? row.code, remark: row.remark }] : []
  const all = [...item.history, ...now]
  if (all.length < 2) return null
  const colour = (code: string | null) => reading.snapshot.vocabulary.statuses.find((s) => s.code === code)?.colour ?? null
  const letter = (code: string | null) => reading.snapshot.vocabulary.statuses.find((s) => s.code === code)?.letter ?? ''
  const moments: Moment[] = all.map((h) => ({ label: printPeriod(h.period), word: h.statusName, colour: colour(h.status), mark: h.kind }))
  const chart = statusHistory({ title: `${item.text}: status from period to period`, moments })
  return (
    <Part id="history" title="From period to period">
      {all.length > 4 ? <Scroll label="Statuses from period to period"><Chart wide={chart} narrow={chart} /></Scroll> : <Chart wide={chart} narrow={chart} />}
      <table class="tl-table tl-table--stack">
        <caption class="govuk-visually-hidden">Statuses and remarks from period to period</caption>
        <thead><tr><th scope="col">Period</th><th scope="col" class="tl-table__status">Status</th><th scope="col">What the council said</th></tr></thead>
        <tbody>{all.map((h) => (
          <tr><th scope="row">{printPeriod(h.period)}</th><td class="tl-table__status"><StatusTag status={h.statusName === null ? null : { name: h.statusName, letter: letter(h.status), colour: colour(h.status), kind: h.kind }} /></td><td>{h.remark || <span class="tl-small">No remark</span>}</td></tr>
        ))}</tbody>
      </table>
    </Part>
  )
}

const Amendments = ({ item }: { item: SnapshotItem }) => item.amendments.length === 0 ? null : (
  <Part id="amendments" title="How the plan was amended here">
    <ul class="tl-list">{item.amendments.map((a) => (
      <li><b>{printDay(a.on)}: {a.kind}</b>{a.authority ? `, by ${a.authority}` : ''}. {a.reason}<br /><del>{a.before}</del> <ins>{a.after}</ins></li>
    ))}</ul>
  </Part>
)

const lineageWords = { 'same words': 'in the same words', reworded: 'in other words', 'next phase': 'as an earlier phase' } as const
const Lineage = ({ item }: { item: SnapshotItem }) => item.lineage.length === 0 ? null : (
  <Part id="lineage" title="Through the years" says={`In ${new Set(item.lineage.map((l) => l.year)).size + 1} years’ plans: each line is what an earlier plan said.`}>
    <ul class="tl-list">{item.lineage.map((l) => <li><b>{printPeriod(l.year)}</b>, {l.plan}, {lineageWords[l.kind]}: {l.text}</li>)}</ul>
  </Part>
)

const Below = ({ reading, item }: { reading: Reading; item: SnapshotItem }) => {
  const own = reading.childrenOf(item.id)
  const at = linksOf(reading)
  if (own.length === 0) return null
  return (
    <Part id="below" title={`Its ${own.length} ${nounOf(reading.snapshot.plan.levels[own[0]!.level] ?? 'item', own.length)}`}>
      <ul class="tl-tree">{own.map((i) => <li class="tl-tree__leaf"><span><a href={at.item(i.id)}>{i.text}</a></span>{reading.row(i.id) ? <StatusTag status={statusOfRow(reading.row(i.id)!)} /> : null}</li>)}</ul>
    </Part>
  )
}

export const ItemPage = ({ council, reading, item }: { council: PublicCouncil; reading: Reading; item: SnapshotItem }) => {
  const theme = reading.themeOf(item)
  const trail = theme && theme.item?.id !== item.id ? [{ text: theme.name, href: linksOf(reading).theme(theme.slug) }] : []
  return (
    <PublicationPage council={council} reading={reading} title={item.text} section="plan" trail={trail} here={reading.snapshot.plan.levels[item.level] ?? 'Item'}>
      <Answer kicker={`${when(reading)} · ${nounOf(reading.snapshot.plan.levels[item.level] ?? 'item', 1)}`} text={item.text}><Now reading={reading} item={item} /></Answer>
      <Below reading={reading} item={item} />
      <History reading={reading} item={item} />
      <Amendments item={item} />
      <Lineage item={item} />
      <Part id="facts" title="Where it stands"><Facts reading={reading} item={item} /></Part>
    </PublicationPage>
  )
}
