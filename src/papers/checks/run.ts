import type { Finding, Level } from '../../kit/finding.ts'
import type { PaperContent, Recognised } from '../types.ts'
import type { Check, CheckedPaper, CheckSettings } from './check.ts'
import { checks } from './registry.ts'
import { factsOf } from '../facts/index.ts'

const gravity: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 }
const place = (f: Finding): number => (f.source.page ?? 0) * 1_000_000 + (f.source.line ?? 0)
const gravestFirst = (a: Finding, b: Finding): number => gravity[a.level] - gravity[b.level] || place(a) - place(b) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)

/** A paper as the checks want it. `against` are earlier papers that it is held against. */
export const forChecking = (content: PaperContent, recognised: Recognised, against: readonly CheckedPaper[], settings: CheckSettings): CheckedPaper =>
  ({ content, recognised, facts: factsOf(content), against, settings })

/** What the checks find in a paper, the gravest first, then in the order of its pages. Rules that the council has switched off are left out. */
export const runChecks = (paper: CheckedPaper, rules: readonly Check[] = checks): readonly Finding[] =>
  rules.filter((rule) => !paper.settings.off.some((off) => rule.code === off || rule.code.startsWith(`${off}.`))).flatMap((rule) => rule.find(paper)).sort(gravestFirst)

export const checkPaper = (content: PaperContent, recognised: Recognised, against: readonly CheckedPaper[], settings: CheckSettings): readonly Finding[] =>
  runChecks(forChecking(content, recognised, against, settings))
