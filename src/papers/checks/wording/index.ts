import type { Check } from '../check.ts'
import { attachedReference, recommendationReference, referenceSubject, rowReference, sectionReference, tableReference } from './references.ts'
import { attachedNumber, codeReference, minuteReference } from './cited.ts'
import { contentsGap } from './contents-gap.ts'
import { contentsDiffer } from './contents.ts'
import { cutAddress, emptyLink, fileLink } from './links.ts'
import { agendaPages, gap, reference, repeatedNumber } from './numbering.ts'
import { footnote, unmarkedNote } from './footnotes.ts'
import { agendaNumber, captionNumber, paragraphNumber, rowNumber, sectionNumber } from './sequence.ts'

/** What is checked of numbers, of the references to them and of links. */
export const numberingChecks: readonly Check[] = [
  gap, repeatedNumber, sectionNumber, paragraphNumber, captionNumber, agendaNumber, rowNumber,
  reference, tableReference, sectionReference, recommendationReference, rowReference, codeReference, minuteReference, attachedReference, attachedNumber, referenceSubject, agendaPages, contentsDiffer, contentsGap, footnote, unmarkedNote, cutAddress, emptyLink, fileLink,
]
