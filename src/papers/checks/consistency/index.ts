import type { Check } from '../check.ts'

/** Checks that the same thing is said the same way twice. */
export const consistencyChecks: readonly Check[] = []
