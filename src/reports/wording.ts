import { periodKind, type Period } from '../kit/period.ts'
import type { Headline, Status } from '../progress/index.ts'
import type { StatusMark } from './document.ts'
import { answeringLevel } from './rows.ts'
import type { Snapshot } from './types.ts'

/** The things that councils' plans are made of. */
const things = /\b(milestone|action|deliverable|recommendation|measure|step|task|commitment|project|target|outcome|objective|priority|activity)(?:s|ies)?\b/

/** A plan's level name in a sentence: "milestone", "milestones". Of a heading too long to be a noun it is the thing that it names first ("Key Milestones to Deliver"), else "item". */
export const nounOf = (level: string, count: number): string => {
  const name = level.trim().toLowerCase().replace(/activities/g, 'activity').replace(/priorities/g, 'priority')
  const noun = name === '' || name.split(/\s+/).length > 2 ? (things.exec(name)?.[1] ?? 'item') : name.replace(/ies$/, 'y').replace(/(?<=\w{2}[^s])s$/, '')
  if (count === 1) return noun
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`
}
export const answeringNoun = (snapshot: Snapshot, count: number): string => nounOf(snapshot.plan.levels[answeringLevel(snapshot)] ?? '', count)

const dueWords: Readonly<Record<ReturnType<typeof periodKind>, string>> = { month: 'due this month', quarter: 'due this quarter', year: 'due this year' }
const shareOf = (h: Headline): string => (h.percent === null ? '' : ` (${h.percent}%)`)

/** "145 of 162 milestones (90%) due this quarter are completed or on track". Where nobody stated a status that is said, and no share: missing is never zero. */
export const headlineSentence = (h: Headline, noun: (count: number) => string, period: Period): string => {
  const due = dueWords[periodKind(period)]
  if (h.of === 0) return `No ${noun(2)} were ${due}`
  if (h.notStated === h.of) return `No status is stated for any of the ${h.of} ${noun(h.of)} ${due}`
  return `${h.met} of ${h.of} ${noun(h.of)}${shareOf(h)} ${due} ${h.of === 1 ? 'is' : 'are'} completed or on track`
}

/** How many gave no status, said so that nobody takes them for met; "" where all did, or none. */
export const notStatedSentence = (h: Headline): string =>
  h.notStated === 0 || h.notStated === h.of ? '' : `${h.notStated === 1 ? '1 has' : `${h.notStated} have`} no status stated and ${h.notStated === 1 ? 'counts' : 'count'} as neither.`

export const markOf = (s: Status): StatusMark => ({ code: s.code, name: s.name, letter: s.letter, colour: s.colour, mark: s.kind })

/** "At risk (Amber)", or "Amber" where the vocabulary has one word for both. */
export const statusWords = (s: { readonly code: string; readonly name: string }): string => (s.name.toLowerCase() === s.code.toLowerCase() ? s.name : `${s.name} (${s.code})`)

/** A word for an address or a figure's name: lower case, hyphens for all else. */
export const slugOf = (text: string): string => text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')

/** The short name before a colon: "People" of "People: a good start for all". */
export const shortName = (theme: string): string => theme.split(':')[0]!.trim()

/** "2 dropped, 1 reworded and 3 added" */
export const listed = (parts: readonly string[]): string => (parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`)
