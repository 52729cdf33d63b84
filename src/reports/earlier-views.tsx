import type { Child } from 'hono/jsx'
import { printPeriod } from '../kit/period.ts'
import { Details, Part, StatusTag } from '../web/index.ts'
import { carriedWords, earlierName, finished, newSentence, unfinished, yearSentence } from './earlier-words.ts'
import { linksOf } from './frame-views.tsx'
import type { Reading } from './reading.ts'
import type { NotContinued, SnapshotEarlier, SnapshotItem, SnapshotLineage } from './types.ts'

const List = ({ title, count, children }: { title: string; count: number; children?: Child }) => count === 0 ? null : (
  <Details summaryText={`${title} (${count})`} text={<ul class="tl-list">{children}</ul>} />
)

const Gone = ({ item }: { item: NotContinued }) => (
  <li>
    {item.text} {item.last === null ? null : <StatusTag status={item.last} />}
    <span class="tl-table__where tl-small">{[item.above.join(' › '), item.last === null ? 'No status known' : `Last reported in ${printPeriod(item.last.period)}`].filter(Boolean).join(' · ')}</span>
  </li>
)

type Carried = { readonly item: SnapshotItem; readonly from: SnapshotLineage }
const carriedOf = (reading: Reading, { plan }: SnapshotEarlier, kind: SnapshotLineage['kind']): Carried[] =>
  reading.snapshot.items.flatMap((item) => item.lineage.filter((l) => l.kind === kind && l.year === plan.year && l.plan === plan.title).map((from) => ({ item, from })))

/** A line of this plan; where its words changed, with what the year before had. */
const CarriedList = ({ reading, earlier, kind }: { reading: Reading; earlier: SnapshotEarlier; kind: SnapshotLineage['kind'] }) => {
  const [all, at] = [carriedOf(reading, earlier, kind), linksOf(reading)]
  return (
    <List title={sentenceCase(carriedWords[kind])} count={all.length}>
      {all.map(({ item, from }) => <li><a href={at.item(item.id)}>{item.text}</a>{kind === 'same words' ? null : <span class="tl-table__where tl-small">{printPeriod(from.year)}: {from.text}</span>}</li>)}
    </List>
  )
}
const sentenceCase = (text: string): string => text.replace(/^./, (c) => c.toUpperCase())

const NewList = ({ reading, title, ids }: { reading: Reading; title: string; ids: readonly string[] }) => {
  const [items, at] = [ids.flatMap((id) => reading.item(id) ?? []), linksOf(reading)]
  return <List title={title} count={items.length}>{items.map((i) => <li><a href={at.item(i.id)}>{i.text}</a></li>)}</List>
}

/** What became of last year's plan: in a sentence, then what is not continued, then all of it to open. */
export const EarlierPart = ({ reading, earlier }: { reading: Reading; earlier: SnapshotEarlier }) => {
  const open = unfinished(earlier)
  return (
    <Part id="years" title={`What became of ${earlierName(earlier)}`} says={<>{yearSentence(earlier)} {newSentence(earlier)}</>}>
      <List title="Not continued, and not reported complete" count={open.length}>{open.map((item) => <Gone item={item} />)}</List>
      <List title="Completed, and not continued" count={finished(earlier).length}>{finished(earlier).map((item) => <Gone item={item} />)}</List>
      <List title="To confirm" count={earlier.toConfirm.length}>
        {earlier.toConfirm.map((c) => <li>{c.text || 'A row whose words could not be read'}<span class="tl-table__where tl-small">{c.now === null ? 'Hard to read in its paper' : `Perhaps continued as: ${c.now}`}</span></li>)}
      </List>
      {(['next phase', 'reworded', 'same words'] as const).map((kind) => <CarriedList reading={reading} earlier={earlier} kind={kind} />)}
      <NewList reading={reading} title="New in this plan" ids={earlier.new} />
      <NewList reading={reading} title="New, or continued: to confirm" ids={earlier.newToConfirm} />
    </Part>
  )
}
