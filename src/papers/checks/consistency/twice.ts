import { proseOf, type Told } from '../../facts/index.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import type { Source } from '../../../kit/source.ts'
import { partsOf, singular } from './listed.ts'

type Count = { readonly value: number; readonly words: string; readonly thing: string; readonly at: Source; readonly order: number }

/** "the council's four leisure centres": all that there are, with a word that says which. */
const whole = /(?:^|[\s("“])(?:the|its|our|their|all|both|these|[a-z]+['’]s)\s+$/i
const phrase = /^\s+([a-z][a-z-]{2,})\s+([a-z]{4,}s)\b/
/** "approve two projects", "agree the four actions": what a purpose asks for and a recommendation gives. */
const decided = /\b(?:approves?|agrees?|endorses?|adopts?|confirms?)\s+(?:the\s+)?$/i
const anything = /^\s+(?:[a-z][a-z-]{2,}\s+){0,3}?([a-z]{4,}s)\b/
/** Words that choose some, or that any number may follow. */
const choosing = new Set('main key new other following first last next past remaining previous further additional different separate latest recent above below same largest smallest highest lowest biggest most least best worst financial calendar working clear full whole quarterly monthly annual delayed overdue red amber green open closed complete completed high low new extra more such proposed small large local'.split(' '))
const spans = /^(?:years|months|weeks|days|hours|minutes|times|points|miles|quarters|pounds|terms|stages|per)$/

const countsIn = ({ text, figures }: Told): (Omit<Count, 'at' | 'order'> & { readonly start: number })[] => figures.flatMap((fact) => {
  const value = fact.kind === 'count' ? Number(fact.value) : NaN
  const asked = value >= 2 && value <= 40 && Number.isInteger(value) && decided.test(text.slice(0, fact.start)) ? anything.exec(text.slice(fact.end)) : null
  if (asked !== null && !spans.test(asked[1]!)) return [{ value, words: `${fact.text}${asked[0]}`, thing: `approve ${singular(asked[1]!)}`, start: fact.start }]
  const m = value >= 2 && value <= 40 && Number.isInteger(value) ? phrase.exec(text.slice(fact.end)) : null
  if (m === null || choosing.has(m[1]!) || spans.test(m[2]!) || /ed$|ing$/.test(m[1]!) || !whole.test(text.slice(0, fact.start)) || /^\s+(?:that|which|who|with|in|at|due|where|named|listed|on)\b/.test(text.slice(fact.end + m[0].length))) return []
  return [{ value, words: `${fact.text} ${m[1]} ${m[2]}`, thing: `${m[1]} ${singular(m[2]!)}`, start: fact.start }]
})

const find = (paper: CheckedPaper): Fault[] => {
  const part = partsOf(paper)
  const headings = paper.content.blocks.flatMap((b, i) => (b.kind === 'text' && (b.style === 'heading' || (b.text.length < 40 && !/[.;,]$/.test(b.text))) ? [i] : []))
  const byThing = new Map<string, Count[]>()
  for (const { passage, sentences } of proseOf(paper.content)) for (const sentence of sentences) for (const { start, ...count } of countsIn(sentence)) {
    const own = part(passage.order)
    const key = `${own} ${count.thing}`
    byThing.set(key, [...(byThing.get(key) ?? []), { ...count, order: passage.order, at: passage.at(sentence.start + start) }])
  }
  return [...byThing.values()].flatMap((all): Fault[] => {
    const values = [...new Set(all.map((c) => c.value))]
    if (values.length !== 2) return []
    const [first, second] = values.map((v) => all.filter((c) => c.value === v)) as [Count[], Count[]]
    if (all[0]!.thing.startsWith('approve ') && !headings.some((h) => first.some((a) => second.some((b) => (a.order < h && h < b.order) || (b.order < h && h < a.order))))) return []
    const [few, many] = first.length < second.length ? [first, second] : [second, first]
    return [{ at: few[0]!.at, found: few[0]!.words, expected: many[0]!.words, also: [...few.slice(1), many[0]!].map((c) => c.at), message: `“${few[0]!.words}” here, but “${many[0]!.words}” elsewhere in the report. If they are the same, say one number.` }]
  })
}

export const twiceCheck = defineCheck({
  code: 'same.number', title: 'The same things are as many throughout a report', level: 'warning',
  about: '"The council\'s four leisure centres" in the purpose and "the five leisure centres" in the recommendation can\'t both be right. Told where the words make it all of them both times.',
  right: ['To let the council\'s four leisure centres.\n\nIt is agreed to let the four leisure centres for ten years.'], wrong: ['To let the council\'s four leisure centres.\n\nIt is agreed to let the five leisure centres for ten years.'],
  find,
})
