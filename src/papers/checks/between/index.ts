import type { Check } from '../check.ts'
import { restated } from './figures.ts'
import { planChecks } from './plan.ts'
import { reopened, sameRemark, slipped } from './since.ts'

/** A paper held against earlier ones: its approved plan, the last update, last year's figures. */
export const betweenChecks: readonly Check[] = [...planChecks, reopened, slipped, sameRemark, restated]
