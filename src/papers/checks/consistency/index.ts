import type { Check } from '../check.ts'
import { headlineCheck } from './headline.ts'
import { sameNameCheck } from './names.ts'
import { saidCheck } from './prose.ts'
import { sameFigureCheck, sameRoundingCheck } from './tables.ts'

/** Checks that the same thing is said the same way twice. */
export const consistencyChecks: readonly Check[] = [headlineCheck, sameFigureCheck, sameRoundingCheck, saidCheck, sameNameCheck]
