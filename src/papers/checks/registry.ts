import type { Check } from './check.ts'
import { restated } from './between/figures.ts'
import { planChecks } from './between/plan.ts'
import { consistencyChecks } from './consistency/index.ts'
import { abbreviationLetters, abbreviationTwin, glossaryUnused, undefinedAbbreviation } from './completeness/abbreviations.ts'
import { absent, lostAppendix, titleDiffers, unlisted } from './completeness/appendices.ts'
import { keyDecision, lettered, noRecommendation, purposeMatch } from './completeness/decision.ts'
import { draftingNote, formHint, instruction, open, placeholder } from './completeness/left-in.ts'
import { knownTerm } from './completeness/known-terms.ts'
import { planUndated } from './completeness/plan.ts'
import { allReviewersBlank, reviewerBlank, reviewersMissing } from './completeness/reviewers.ts'
import { doubledField, emptySection, missingField, missingSection } from './completeness/sections.ts'
import { dateChecks } from './dates/index.ts'
import { copiedAction, noDate, noLead, overdue } from './status/actions.ts'
import { columnBlank, copiedReason } from './status/columns.ts'
import { onTrackPastDue, overdueEarly, pastDue } from './status/due.ts'
import { direction } from './status/indicators/direction.ts'
import { ragFigures } from './status/indicators/rag.ts'
import { remarkFigures } from './status/indicators/remarks.ts'
import { riskLevel, riskOrder } from './status/indicators/risks.ts'
import { completedShort, targetReached } from './status/numbers.ts'
import { completedAfter, targetOther } from './status/targets.ts'
import { completedContradicted, completedSilent, copiedRemark, noStatus, onTrackDone, onTrackLate, onTrackPastYear, onTrackSilent, outsideLegend } from './status/words.ts'
import { sumsChecks } from './sums/index.ts'
import { limitTwice, unitSlip } from './wording/figures.ts'
import { agendaPages, gap, reference, repeatedNumber, tableReference } from './wording/numbering.ts'
import { apostrophe, nameSpelling, similarPlan } from './wording/names.ts'
import { personSpelling } from './wording/people.ts'
import { thousandfold } from './wording/thousands.ts'
import { footnote, repeatedParagraph } from './wording/repeats.ts'
import { capitalRevenue, email, frequency, otherYear, priorityName } from './wording/said-twice.ts'
import { codeGap, noYear, stale, unnumbered, version } from './wording/left-out.ts'
import { spelling } from './wording/spelling.ts'
import { brackets, cutCell, doubledWord, emptyItem, grammar, spacing, unfinished } from './wording/slips.ts'

/** Every check, in the order that the reference lists them. */
export const checks: readonly Check[] = [
  ...sumsChecks, ...consistencyChecks,
  ...dateChecks, stale, noYear, otherYear,
  allReviewersBlank, reviewerBlank, reviewersMissing, placeholder, instruction, formHint, draftingNote, open, missingSection, missingField, doubledField, emptySection,
  absent, unlisted, lostAppendix, titleDiffers, version, undefinedAbbreviation, abbreviationLetters, knownTerm, glossaryUnused, keyDecision, lettered, noRecommendation, purposeMatch,
  overdue, noDate, noLead, planUndated, copiedAction, noStatus, completedSilent, completedContradicted, onTrackLate, onTrackPastYear, onTrackPastDue, pastDue, overdueEarly, onTrackDone, onTrackSilent, completedAfter, completedShort, targetReached, targetOther, copiedRemark, copiedReason, columnBlank, outsideLegend, ragFigures, direction, remarkFigures, riskLevel, riskOrder,
  gap, repeatedNumber, codeGap, unnumbered, reference, tableReference, agendaPages, doubledWord, repeatedParagraph, grammar, unfinished, cutCell, frequency, priorityName, capitalRevenue, unitSlip, thousandfold, limitTwice, email, personSpelling, nameSpelling, similarPlan, abbreviationTwin, footnote, emptyItem, apostrophe, brackets, spacing, spelling,
  ...planChecks, restated,
]
