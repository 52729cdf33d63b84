import type { Check } from '../check.ts'
import { countCheck } from './counts.ts'
import { headlineCheck } from './headline.ts'
import { sameNameCheck } from './names.ts'
import { projectCheck } from './projects.ts'
import { saidCheck } from './prose.ts'
import { resultCheck } from './results.ts'
import { spanCheck } from './spans.ts'
import { sameFigureCheck, sameRoundingCheck } from './tables.ts'
import { trendCheck } from './trends.ts'

/** Checks that the same thing is said the same way twice. */
export const consistencyChecks: readonly Check[] = [headlineCheck, sameFigureCheck, sameRoundingCheck, saidCheck, countCheck, projectCheck, resultCheck, spanCheck, trendCheck, sameNameCheck]
