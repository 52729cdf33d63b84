import { printPeriod } from '../kit/period.ts'
import { listed, nounOf } from './wording.ts'
import type { NotContinued, SnapshotEarlier, SnapshotLineage } from './types.ts'

/** Items that were done need not go on; of the others somebody will ask. */
export const finished = (earlier: SnapshotEarlier): readonly NotContinued[] => earlier.notContinued.filter((n) => n.last?.kind === 'complete')
export const unfinished = (earlier: SnapshotEarlier): readonly NotContinued[] => earlier.notContinued.filter((n) => n.last?.kind !== 'complete')

export const carriedWords: Readonly<Record<SnapshotLineage['kind'], string>> = {
  'same words': 'carried forward in the same words', reworded: 'carried forward in other words', 'next phase': 'carried on as a next phase',
}

/** What a year's plan is called in a heading: its title, with its year where that does not say it. */
export const earlierName = ({ plan }: SnapshotEarlier): string => (/\d{4}/.test(plan.title) ? plan.title : `${plan.title} ${printPeriod(plan.year)}`)

/** "Green in Quarter 3 2023/24", or that nothing is known. */
export const lastWords = ({ last }: NotContinued): string => (last === null ? 'no status known' : `last reported ${last.name}, ${printPeriod(last.period)}`)

const are = (n: number): string => (n === 1 ? 'is' : 'are')

/** "The plan before had 40 milestones: 20 are carried forward in the same words, ...". Every one of them is in one of the parts. */
export const yearSentence = (earlier: SnapshotEarlier): string => {
  const { items, carried, plan, toConfirm } = earlier
  const [done, open] = [finished(earlier).length, unfinished(earlier).length]
  const parts = [
    ...(['same words', 'reworded', 'next phase'] as const).flatMap((kind) => (carried[kind] === 0 ? [] : [`${carried[kind]} ${are(carried[kind])} ${carriedWords[kind]}`])),
    ...(open === 0 ? [] : [`${open} ${are(open)} not continued`]), ...(done === 0 ? [] : [`${done} had been completed and ${are(done)} not continued`]),
    ...(toConfirm.length === 0 ? [] : [`${toConfirm.length} ${are(toConfirm.length)} for an officer to confirm`]),
  ]
  return `${earlierName(earlier)} had ${items} ${nounOf(plan.level, items)}${parts.length === 0 ? '' : `: ${listed(parts)}`}.`
}

/** "In this plan 31 are new." */
export const newSentence = ({ new: fresh, newToConfirm }: SnapshotEarlier): string => {
  const n = newToConfirm.length
  return `In this plan ${fresh.length === 0 ? 'none is' : fresh.length === 1 ? '1 is' : `${fresh.length} are`} new${n === 0 ? '' : `; ${n} more may continue ${n === 1 ? 'one' : 'some'} of these, which is for an officer to confirm`}.`
}
