import type { Check } from '../check.ts'
import { afterMeeting } from './after-meeting.ts'
import { impossible, misspelt, weekday, year } from './calendar.ts'
import { columnsReversed, dayCount, publishDay } from './columns.ts'
import { feastDay, interval } from './intervals.ts'
import { afterApproval, approvedLate, questions, toFollow } from './meeting.ts'
import { lateNotice } from './notice.ts'
import { outOfOrder, yearSlip } from './order.ts'
import { backwards, headingPeriod, presented, quarterDay } from './periods.ts'
import { coveredYear, positionDay, quarterMonths } from './reported.ts'
import { reviewedAfterApproval, signOff, weekendSignOff } from './sign-off.ts'
import { endsFirst, spanLength } from './spans.ts'
import { tooEarly } from './to-come.ts'
import { titleYearEnd } from './year-end.ts'

/** What is checked of days, weekdays, periods and deadlines. */
export const dateChecks: readonly Check[] = [
  impossible, misspelt, year, weekday, backwards, feastDay, endsFirst, spanLength, interval, columnsReversed, dayCount, publishDay, headingPeriod, quarterDay, quarterMonths, positionDay, coveredYear, titleYearEnd, presented, afterMeeting, tooEarly, outOfOrder, yearSlip,
  signOff, reviewedAfterApproval, weekendSignOff, approvedLate, lateNotice, toFollow, questions, afterApproval,
]
