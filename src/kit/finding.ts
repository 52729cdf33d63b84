import { describeSource, type Source } from './source.ts'

/** error: wrong, and stops what depends on it unless waived; warning: a fact outside could explain it; note: worth knowing. */
export type Level = 'error' | 'warning' | 'note'

/** A problem found in data or in a paper. A value, never an exception. `code` is `area.what`, e.g. `sum.total`. */
export type Finding = {
  readonly level: Level
  readonly code: string
  readonly message: string
  readonly source: Source
  readonly expected?: string
  readonly found?: string
  readonly also?: readonly Source[]
}

export const isError = (finding: Finding): boolean => finding.level === 'error'

/** One line for a terminal or a log: "error sum.total (page 3, line 12): ..." */
export const describeFinding = (f: Finding): string => `${f.level} ${f.code} (${describeSource(f.source)}): ${f.message}`
