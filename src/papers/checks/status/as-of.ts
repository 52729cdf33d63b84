import { addDays, type Day } from '../../../kit/day.ts'
import { daysOf, parsePeriod } from '../../../kit/period.ts'
import type { CheckedPaper } from '../check.ts'
import { saidDates } from '../dates/said.ts'
import { packOf } from '../pack/pack.ts'
import type { StatusRow } from './rows.ts'

const spoken = /\b(?:(?:position|status|stood|progress|correct|up[ -]to[ -]date|updated?|brought up to date|as)\s+(?:as\s+)?(?:at|to|on|of)|at the end of)\s+(?:the end of\s+)?$/i
const beforeDay = /\b(?:(?:position|status|stood|progress|correct|date|updated?|as)\s+(?:as\s+)?(?:at|to|on|of)|at the end of)\s+(?:the end of\s+)?(?:[A-Z][a-z]+ )?\d/i
const known = new WeakMap<CheckedPaper, readonly Day[]>()
/** The days that a paper says its position is of: "as at 31 December 2025", "brought up to date to 27 February 2026". */
export const statedDays = (paper: CheckedPaper): readonly Day[] => {
  const before = known.get(paper)
  if (before !== undefined) return before
  const lines = packOf(paper).lines.filter((l) => l.style !== 'row' && beforeDay.test(l.text))
  const days = lines.flatMap((l) => saidDates(l.text).flatMap((d) => (d.day !== null && spoken.test(l.text.slice(0, d.index)) ? [d.day] : []))).sort()
  known.set(paper, days)
  return days
}

const daysToPublish = 8
/** The last day that the rows of an update surely know of: one that the paper states, else the end of its quarter, else a week before the meeting. Null where the paper says none. */
export const knowsUntil = (paper: CheckedPaper, { table }: StatusRow): Day | null => {
  const { meeting } = packOf(paper)
  const stated = statedDays(paper).filter((d) => meeting === null || d <= meeting).at(-1)
  if (stated !== undefined) return stated
  const period = table.period === null ? null : parsePeriod(table.period)
  if (period !== null && period.includes('Q')) return daysOf(period).to
  return meeting === null ? null : addDays(meeting, -daysToPublish)
}
