import type { Finding } from '../../../kit/finding.ts'
import { proseOf, type Prose } from '../../facts/index.ts'
import type { Check, CheckedPaper } from '../check.ts'

const names = /\b(?:Strategy|Plan|Programme|Contract|Framework|Policy|Agreement)\b/g
const span = /\b(?:over|for|in) the (?:next|coming) (one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (years|months)\b/i
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const farApart = 25

type Span = { readonly years: number; readonly unit: string; readonly text: string; readonly about: readonly string[]; readonly order: number; readonly prose: Prose; readonly at: number }
const spanIn = (prose: Prose): Span[] => {
  const m = span.exec(prose.passage.text)
  const about = [...new Set(prose.passage.text.match(names) ?? [])]
  if (m === null || about.length !== 1) return []
  return [{ years: numbers.indexOf(m[1]!.toLowerCase()) + 1 || Number(m[1]), unit: m[2]!.toLowerCase(), text: m[0], about, order: prose.passage.order, prose, at: m.index }]
}

/** Neighbouring paragraphs about one document that give it two lengths of time. */
const find = (paper: CheckedPaper): Finding[] => {
  const all = proseOf(paper.content).flatMap(spanIn)
  return all.flatMap((second, i): Finding[] => {
    const first = all.slice(0, i).find((s) => second.order - s.order <= farApart && s.unit === second.unit && s.years !== second.years && s.about[0] === second.about[0])
    return first === undefined ? [] : [{
      level: 'warning', code: 'same.span', source: second.prose.passage.at(second.at), found: second.text, expected: first.text, also: [first.prose.passage.at(first.at)],
      message: `The ${second.about[0]} is said to run “${second.text}” here, but “${first.text}” just before. Say one.`,
    }]
  })
}

export const spanCheck: Check = {
  code: 'same.span', title: 'A strategy runs for the same time throughout a report', level: 'warning',
  about: 'Paragraphs near each other that say how long one strategy, plan or contract runs are held together.',
  right: ['The Strategy will guide us over the next five years.\n\nThe Strategy sets our aims over the next five years.'],
  wrong: ['The Strategy will guide us over the next five years.\n\nThe Strategy sets our aims over the next four years.'],
  find,
}
