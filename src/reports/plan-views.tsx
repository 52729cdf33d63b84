import { Answer, Nothing, Page, Part, StatusTag } from '../web/index.ts'
import { linksOf, placeOf } from './frame-views.tsx'
import type { Links } from './links.ts'
import { Periods } from './period-views.tsx'
import type { PublicCouncil } from './published.ts'
import type { Reading } from './reading.ts'
import { statusOfRow } from './row-views.tsx'
import type { SnapshotItem } from './types.ts'
import { listed, nounOf } from './wording.ts'

/** "4 themes, 24 objectives and 256 milestones" */
const sizes = (reading: Reading): string => listed(reading.snapshot.plan.levels.flatMap((name, level) => {
  const n = reading.snapshot.items.filter((i) => i.level === level).length
  return n === 0 ? [] : [`${n} ${nounOf(name, n)}`]
}))

const Leaf = ({ reading, item, at }: { reading: Reading; item: SnapshotItem; at: Links }) => {
  const row = reading.row(item.id)
  return <span class="tl-tree__leaf"><span><a href={at.item(item.id)}>{item.text}</a></span>{row ? <StatusTag status={statusOfRow(row)} /> : null}</span>
}
const Branch = ({ reading, items, at }: { reading: Reading; items: readonly SnapshotItem[]; at: Links }) => (
  <ul>{items.map((item) => (
    <li>
      <Leaf reading={reading} item={item} at={at} />
      {reading.childrenOf(item.id).length > 0 ? <Branch reading={reading} items={reading.childrenOf(item.id)} at={at} /> : null}
    </li>
  ))}</ul>
)

/** The whole plan as a tree, with what the latest update says of each row. */
export const PlanPage = ({ council, reading }: { council: PublicCouncil; reading: Reading }) => {
  const at = linksOf(reading)
  const { plan } = reading.snapshot
  const title = `${plan.title} has ${sizes(reading)}`
  return (
    <Page title={title} place={placeOf(council, 'plan', at)} crumbs={[{ text: 'Councils', href: '/' }, { text: council.name, href: at.council }, { text: plan.title }]}>
      <Answer kicker={council.name} text={title}><p class="tl-small">Statuses are those of the <a href={at.period}>latest published update</a>.</p></Answer>
      {reading.snapshot.items.length === 0 ? <Nothing>The plan has nothing in it yet.</Nothing> : reading.themes.map((t) => (
        <Part id={`t-${t.slug}`} title={<a href={at.theme(t.slug)}>{t.full}</a>}>
          <ul class="tl-tree">{reading.childrenOf(t.item?.id ?? null).map((item) => (
            <li>
              <div class={reading.childrenOf(item.id).length > 0 ? 'tl-tree__name' : ''}><Leaf reading={reading} item={item} at={at} /></div>
              {reading.childrenOf(item.id).length > 0 ? <Branch reading={reading} items={reading.childrenOf(item.id)} at={at} /> : null}
            </li>
          ))}</ul>
        </Part>
      ))}
      <Part id="periods" title="Latest and earlier periods"><Periods council={{ ...council, publications: council.publications.filter((p) => p.plan === plan.slug) }} /></Part>
    </Page>
  )
}
