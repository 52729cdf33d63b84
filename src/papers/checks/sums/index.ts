import type { Check } from '../check.ts'
import { averageCheck } from './average.ts'
import { bandsCheck } from './bands.ts'
import { blankTotalCheck } from './blank.ts'
import { fractionCheck } from './fractions.ts'
import { interestCheck } from './interest.ts'
import { listCountCheck, listSumCheck } from './lists.ts'
import { percentCheck } from './percent.ts'
import { percentOfCheck } from './percent-of.ts'
import { proseCheck } from './prose.ts'
import { scoreCheck } from './scores.ts'
import { sharesCheck } from './shares.ts'
import { tableChecks } from './table-checks.ts'
import { equationCheck, rateCheck } from './working.ts'

export { tableFindings } from './tables.ts'

/** Checks of arithmetic. */
export const sumsChecks: readonly Check[] = [...tableChecks, percentCheck, percentOfCheck, sharesCheck, averageCheck, interestCheck, scoreCheck, proseCheck, equationCheck, rateCheck, fractionCheck, listSumCheck, listCountCheck, bandsCheck, blankTotalCheck]
