import type { Check } from '../check.ts'
import { countCheck } from './counts.ts'
import { enumeratedCheck } from './enumerated.ts'
import { headlineCheck } from './headline.ts'
import { sameNameCheck } from './names.ts'
import { projectCheck } from './projects.ts'
import { rowCountCheck } from './row-counts.ts'
import { rowSaidCheck } from './row-said.ts'
import { saidCheck } from './prose.ts'
import { resultCheck } from './results.ts'
import { spanCheck } from './spans.ts'
import { surplusCheck } from './surplus.ts'
import { sameFigureCheck, sameRoundingCheck } from './tables.ts'
import { trendCheck } from './trends.ts'
import { twiceCheck } from './twice.ts'
import { yearSaidCheck } from './year-said.ts'

/** Checks that the same thing is said the same way twice. */
export const consistencyChecks: readonly Check[] = [headlineCheck, sameFigureCheck, sameRoundingCheck, saidCheck, rowSaidCheck, yearSaidCheck, surplusCheck, countCheck, rowCountCheck, twiceCheck, enumeratedCheck, projectCheck, resultCheck, spanCheck, trendCheck, sameNameCheck]
