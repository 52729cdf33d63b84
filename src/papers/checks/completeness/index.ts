import type { Check } from '../check.ts'
import { abbreviationLetters, glossaryUnused, undefinedAbbreviation } from './abbreviations.ts'
import { announcedList, blankHeading } from './announced.ts'
import { absent, lostAppendix, titleDiffers, unlisted } from './appendices.ts'
import { blankCell, blankForZero } from './blank-cells.ts'
import { keyDecision, lettered, noRecommendation, purposeMatch } from './decision.ts'
import { empty, listedAppendix } from './empty.ts'
import { knownTerm } from './known-terms.ts'
import { draftingNote, formHint, instruction, open, placeholder } from './left-in.ts'
import { shortList } from './lists.ts'
import { allReviewersBlank, reviewerBlank, reviewersMissing } from './reviewers.ts'
import { doubledField, emptySection, missingField, missingSection } from './sections.ts'

/** What is checked of what a paper must have: signatures, sections, appendices, explanations, filled-in forms. */
export const completenessChecks: readonly Check[] = [
  allReviewersBlank, reviewerBlank, reviewersMissing, placeholder, instruction, formHint, draftingNote, open, missingSection, missingField, doubledField, emptySection, empty, blankCell, blankForZero, blankHeading, shortList, announcedList,
  absent, unlisted, listedAppendix, lostAppendix, titleDiffers, undefinedAbbreviation, abbreviationLetters, knownTerm, glossaryUnused, keyDecision, lettered, noRecommendation, purposeMatch,
]
