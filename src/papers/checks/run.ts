import type { Finding, Level } from '../../kit/finding.ts'
import type { PaperBlock, PaperContent, Recognised } from '../types.ts'
import type { Check, CheckedPaper, CheckSettings } from './check.ts'
import { placeOrder, withPlaces } from './pack/places.ts'
import { checks } from './registry.ts'
import { isOff } from './settings.ts'
import { factsOf, longestParagraph } from '../facts/index.ts'

const gravity: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 }
/** The gravest first, then as the paper runs. */
const inOrder = (content: PaperContent, findings: readonly Finding[]): readonly Finding[] => {
  const order = placeOrder(content)
  return findings.map((f) => ({ f, at: order(f.source) })).sort((a, b) => gravity[a.f.level] - gravity[b.f.level] || a.at - b.at || a.f.code.localeCompare(b.f.code)).map(({ f }) => f)
}

const isReadable = (block: PaperBlock): boolean => block.kind !== 'text' || block.text.length <= longestParagraph

/** A paper as the checks want it. `against` are earlier papers that it is held against. */
export const forChecking = (content: PaperContent, recognised: Recognised, against: readonly CheckedPaper[], settings: CheckSettings): CheckedPaper => {
  const placed = withPlaces(content)
  return { content: placed, recognised, facts: factsOf(placed), against, settings }
}

/** What was not looked at, so that nobody takes silence for a promise. */
const tooLong = (paper: CheckedPaper): Finding[] => paper.content.blocks.filter((b) => !isReadable(b)).map((b) => ({
  level: 'note', code: 'paper.long-paragraph', source: b.source,
  message: `This paragraph has more than ${longestParagraph.toLocaleString('en-GB')} letters, so its dates and figures were not checked. Save the paper again from the program that made it, or divide the paragraph.`,
}))

/** What the checks find in a paper, the gravest first, then in the order of its pages. Rules that the council has switched off are left out. */
export const runChecks = (paper: CheckedPaper, rules: readonly Check[] = checks): readonly Finding[] =>
  inOrder(paper.content, [...tooLong(paper), ...rules.filter((rule) => !isOff(paper.settings.off, rule.code)).flatMap((rule) => rule.find(paper))])

export const checkPaper = (content: PaperContent, recognised: Recognised, against: readonly CheckedPaper[], settings: CheckSettings): readonly Finding[] =>
  runChecks(forChecking(content, recognised, against, settings))
