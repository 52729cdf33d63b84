import type { Check } from './check.ts'
import { betweenChecks } from './between/index.ts'
import { consistencyChecks } from './consistency/index.ts'
import { abbreviationTwin } from './completeness/abbreviations.ts'
import { completenessChecks } from './completeness/index.ts'
import { planUndated } from './completeness/plan.ts'
import { dateChecks } from './dates/index.ts'
import { statusChecks } from './status/index.ts'
import { sumsChecks } from './sums/index.ts'
import { limitTwice, unitSlip } from './wording/figures.ts'
import { numberingChecks } from './wording/index.ts'
import { apostrophe } from './wording/apostrophes.ts'
import { nameSpelling, similarPlan } from './wording/names.ts'
import { personSpelling } from './wording/people.ts'
import { thousandfold } from './wording/thousands.ts'
import { copiedSentence, printedTwice, repeatedParagraph } from './wording/repeats.ts'
import { capitalRevenue, email, frequency, otherYear, priorityName } from './wording/said-twice.ts'
import { codeGap, noYear, stale, unnumbered, version } from './wording/left-out.ts'
import { lostComma } from './wording/commas.ts'
import { misprint } from './wording/misprints.ts'
import { nameForm } from './wording/name-forms.ts'
import { twoWays } from './wording/two-ways.ts'
import { spelling } from './wording/spelling.ts'
import { brackets, cutCell, doubledWord, emptyItem, grammar, spacing, unfinished } from './wording/slips.ts'

/** Every check, in the order that the reference lists them. */
export const checks: readonly Check[] = [
  ...sumsChecks, ...consistencyChecks,
  ...dateChecks, stale, noYear, otherYear,
  ...completenessChecks, version,
  ...statusChecks, planUndated,
  ...numberingChecks, codeGap, unnumbered, doubledWord, repeatedParagraph, printedTwice, copiedSentence, grammar, unfinished, cutCell, frequency, priorityName, capitalRevenue, unitSlip, thousandfold, limitTwice, email, personSpelling, nameSpelling, nameForm, similarPlan, abbreviationTwin, emptyItem, apostrophe, brackets, spacing, spelling, misprint, twoWays, lostComma,
  ...betweenChecks,
]
