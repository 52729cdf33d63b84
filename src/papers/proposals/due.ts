import type { Day } from '../../kit/day.ts'
import { daysOf, parsePeriod } from '../../kit/period.ts'

/** The last day of a month `2024-09`; null for anything else. */
export const monthEnd = (month: string): Day | null => {
  const period = parsePeriod(month)
  return period === null ? null : daysOf(period).to
}
