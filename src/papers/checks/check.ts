import type { Finding, Level } from '../../kit/finding.ts'
import type { Source } from '../../kit/source.ts'
import type { PaperContent, Recognised } from '../types.ts'

/** An amount, percentage, count, date or period said in prose, with what it is said of. `value` is normalised: an exact decimal, a `YYYY-MM-DD`, a period id; null where it can't be said. */
export type ProseFact = {
  readonly kind: 'amount' | 'percentage' | 'count' | 'date' | 'time' | 'period'
  readonly text: string
  readonly value: string | null
  readonly unit: string | null
  /** The words it is said of, as near as the sentence tells. */
  readonly of: string
  readonly sentence: string
  readonly source: Source
}

/** Thresholds and data that a council sets; rules that are switched off are named by code. */
export type CheckSettings = { readonly off: readonly string[]; readonly sections: readonly string[]; readonly reviewers: readonly string[]; readonly thresholds: Readonly<Record<string, number>> }

/**
 * A paper read once for all checks. What several rules need is made when the first asks and kept with the paper, so a rule takes it ready-made:
 * lines and parts from `packOf`, cells from `piecesOf`, words from `linesWith` and `wordsOf`, dates from `datedLines` and `datesOn`, sentences with their facts from
 * `proseOf`, a table's figures from `gridOf`. A pattern is made once, outside `find`, and is tried through `matchesIn`, on lines that a plain test has picked. `against` are earlier papers that it is held against (approved plan, last quarter). */
export type CheckedPaper = { readonly content: PaperContent; readonly recognised: Recognised; readonly facts: readonly ProseFact[]; readonly against: readonly CheckedPaper[]; readonly settings: CheckSettings }

/** A small pure rule. Right and wrong examples, in our own words, serve the documentation and the tests alike. */
export type Check = {
  readonly code: string
  readonly title: string
  readonly level: Level
  /** What it looks for, why, and what the author should do. */
  readonly about: string
  readonly right: readonly string[]
  readonly wrong: readonly string[]
  readonly find: (paper: CheckedPaper) => readonly Finding[]
}
