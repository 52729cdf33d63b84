import type { Check } from '../check.ts'
import { percentCheck } from './percent.ts'
import { tableChecks } from './table-checks.ts'

/** Checks of arithmetic. */
export const sumsChecks: readonly Check[] = [...tableChecks, percentCheck]
