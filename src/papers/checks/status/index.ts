import type { Check } from '../check.ts'
import { copiedAction, noDate, noLead, overdue } from './actions.ts'
import { columnBlank, copiedReason } from './columns.ts'
import { themeCounts } from './counted.ts'
import { onTrackPastDue, overdueEarly, pastDue } from './due.ts'
import { direction } from './indicators/direction.ts'
import { metFigures } from './indicators/met.ts'
import { unmitigated } from './indicators/mitigation.ts'
import { ragFigures } from './indicators/rag.ts'
import { remarkFigures } from './indicators/remarks.ts'
import { riskLevel, riskOrder } from './indicators/risks.ts'
import { saidMet } from './indicators/said-met.ts'
import { completedShort, targetReached } from './numbers.ts'
import { emptyRemark, milestoneRepeats } from './said-nothing.ts'
import { cellWords, doneAhead } from './steps.ts'
import { completedAfter, targetOther } from './targets.ts'
import { completedContradicted, completedSilent, copiedRemark, noStatus, notStartedBegun, onTrackDone, onTrackLate, onTrackPastYear, onTrackSilent, outsideLegend } from './words.ts'

/** Statuses, dates and remarks of actions, milestones, indicators and risks, held against each other. */
export const statusChecks: readonly Check[] = [
  overdue, noDate, noLead, copiedAction, noStatus, completedSilent, completedContradicted, onTrackLate, onTrackPastYear, onTrackPastDue, notStartedBegun, pastDue, overdueEarly, onTrackDone, onTrackSilent, completedAfter, completedShort, targetReached, targetOther,
  copiedRemark, copiedReason, emptyRemark, milestoneRepeats, columnBlank, outsideLegend, themeCounts, ragFigures, metFigures, direction, remarkFigures, cellWords, doneAhead, riskLevel, riskOrder, unmitigated, saidMet,
]
