import { addDays, parseDay, weekdayOf, type Day } from '../../../kit/day.ts'

/** Bank holidays of England and Wales, substitutes and one-off days included (the government's published list); extend yearly. */
const bankHolidays: readonly Day[] = [
  '2022-01-03', '2022-04-15', '2022-04-18', '2022-05-02', '2022-06-02', '2022-06-03', '2022-08-29', '2022-09-19', '2022-12-26', '2022-12-27',
  '2023-01-02', '2023-04-07', '2023-04-10', '2023-05-01', '2023-05-08', '2023-05-29', '2023-08-28', '2023-12-25', '2023-12-26',
  '2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26',
  '2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26',
  '2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28',
  '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28',
].map((text) => parseDay(text)!)

const closed = new Set<string>(bankHolidays)
export const isWorkingDay = (day: Day): boolean => !['Saturday', 'Sunday'].includes(weekdayOf(day)) && !closed.has(day)

const lastWorkingDay = (day: Day): Day => (isWorkingDay(day) ? day : lastWorkingDay(addDays(day, -1)))

export type ClearDays = 'working' | 'calendar'

/**
 * The last day on which papers can be published so that `count` clear days lie between it and the meeting. Neither day counts
 * (Local Government Act 1972, sections 100A and 100B); weekends and bank holidays don't either, unless days are calendar days.
 */
export const publishBy = (meeting: Day, count: number, kind: ClearDays = 'working'): Day => {
  let [day, left] = [addDays(meeting, -1), count]
  while (left > 0) {
    if (kind === 'calendar' || isWorkingDay(day)) left -= 1
    day = addDays(day, -1)
  }
  return kind === 'working' ? lastWorkingDay(day) : day
}

/** How many clear working days lie between a day and the meeting. */
export const clearDaysBetween = (from: Day, meeting: Day): number => {
  let count = 0
  for (let day = addDays(from, 1); day < meeting; day = addDays(day, 1)) if (isWorkingDay(day)) count += 1
  return count
}
