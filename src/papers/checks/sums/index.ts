import type { Check } from '../check.ts'
import { averageCheck } from './average.ts'
import { bandsCheck } from './bands.ts'
import { blankTotalCheck } from './blank.ts'
import { directionCheck } from './direction.ts'
import { eachCheck } from './each.ts'
import { fractionCheck } from './fractions.ts'
import { interestCheck } from './interest.ts'
import { listCountCheck, listSumCheck } from './lists.ts'
import { lostRowsCheck } from './lost-rows.ts'
import { percentCheck } from './percent.ts'
import { percentOfCheck } from './percent-of.ts'
import { proseCheck } from './prose.ts'
import { scoreCheck } from './scores.ts'
import { sharesCheck } from './shares.ts'
import { tableChecks } from './table-checks.ts'
import { weightsCheck } from './weights.ts'
import { equationCheck, rateCheck } from './working.ts'

export { tableFindings } from './tables.ts'

/** Checks of arithmetic. */
export const sumsChecks: readonly Check[] = [...tableChecks, lostRowsCheck, percentCheck, percentOfCheck, sharesCheck, averageCheck, interestCheck, scoreCheck, proseCheck, equationCheck, rateCheck, eachCheck, fractionCheck, directionCheck, weightsCheck, listSumCheck, listCountCheck, bandsCheck, blankTotalCheck]
