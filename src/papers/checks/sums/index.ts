import type { Check } from '../check.ts'
import { averageCheck } from './average.ts'
import { blankTotalCheck } from './blank.ts'
import { interestCheck } from './interest.ts'
import { listCountCheck, listSumCheck } from './lists.ts'
import { percentCheck } from './percent.ts'
import { proseCheck } from './prose.ts'
import { scoreCheck } from './scores.ts'
import { sharesCheck } from './shares.ts'
import { tableChecks } from './table-checks.ts'

export { tableFindings } from './tables.ts'

/** Checks of arithmetic. */
export const sumsChecks: readonly Check[] = [...tableChecks, percentCheck, sharesCheck, averageCheck, interestCheck, scoreCheck, proseCheck, listSumCheck, listCountCheck, blankTotalCheck]
