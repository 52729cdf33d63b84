import type { Finding } from '../../../kit/finding.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { decimal } from '../../recognisers/figures/figure.ts'
import { keeps, type Claim } from './percent-claims.ts'
import { claimsOfLists } from './percent-lists.ts'
import { claimsOfProse } from './percent-prose.ts'
import { claimsOfTables, signsOfTables } from './percent-tables.ts'
import { shareOf, working } from './share.ts'
import { tableFindings } from './tables.ts'
import { minus } from '../../../kit/quantity.ts'

const asShare = (claim: Claim): Claim => (claim.kind === 'share' ? claim : { ...claim, kind: 'share', part: { ...claim.part, value: minus(claim.part.value, claim.whole.value) } })

const findingOf = (claim: Claim): Finding => {
  const share = asShare(claim)
  const expected = shareOf(share.part, share.whole, claim.percent)
  const right = expected === null ? '' : `${decimal(expected)}%`
  const sum = claim.kind === 'share' ? `${claim.part.text} of ${claim.whole.text}` : `the change from ${claim.whole.text} to ${claim.part.text}`
  return { level: 'error', code: 'sum.percent', message: `${claim.percent.text} should be ${right}: ${sum} is ${working(share.part, share.whole, claim.percent)}.`, source: claim.source, expected: right, found: claim.percent.text }
}
/** The same share of the same figures, wrongly said in several places, is one fault. */
const sameFault = (claim: Claim): string => [claim.power, decimal(claim.part.value), decimal(claim.whole.value), claim.percent.text.replace(/\s/g, '')].join(' ')

const find = (paper: CheckedPaper): Finding[] => {
  // A percentage of a figure that is wrong itself is no second fault.
  const faulty = new Set(tableFindings(paper).findings.map((f) => f.source))
  const wrong = [...claimsOfTables(paper), ...claimsOfProse(paper.content), ...claimsOfLists(paper.content)].filter((c) => !keeps(c) && !c.from.some((place) => faulty.has(place))).sort((a, b) => (a.source.page ?? 0) - (b.source.page ?? 0) || (a.source.line ?? 0) - (b.source.line ?? 0))
  const byFault = new Map<string, Claim[]>()
  for (const claim of wrong) byFault.set(sameFault(claim), [...(byFault.get(sameFault(claim)) ?? []), claim])
  return [...signsOfTables(paper), ...[...byFault.values()].map(([first, ...rest]) => ({ ...findingOf(first!), ...(rest.some((c) => c.source !== first!.source) ? { also: rest.map((c) => c.source).filter((s) => s !== first!.source) } : {}) }))]
}

export const percentCheck: Check = {
  code: 'sum.percent', title: 'A percentage is the share it claims to be', level: 'error',
  about: 'Percentages beside amounts are worked out again: those in brackets after a figure, in a row under a total, in a column of shares or changes. What rounding of the printed figures could explain is let pass. Correct the percentage, or the figure that it was worked out from.',
  right: ['145 out of 162 milestones (90%) were met.', 'Calls rose from 400 to 500, an increase of 25%.', 'The grant for 2024/25 was raised by inflation (4.6%) and is paid in April.', 'There were 40 actions to report:\n- 31 are done (78%)\n- 9 are late (22%)',
    '2.1 Of 2,500 trees planted since spring, 2,250 (90%) lived.', 'We tested 45 of 60 boilers this winter, or 75%.', 'The team had 1,260 calls in May, 140 fewer than the 1,400 of April, a fall of 10%.', 'Visits rose from 80 to 100 in the quarter, 25%.', '3.4\tVisits rose from 80 to 100 in the quarter, 25%.'],
  wrong: ['Source\t2024/25 £000\t2025/26 £000\tChange %\nRents\t8,120\t8,450\t4.1%\nFees\t1,405\t1,390\t-1.1%\nGrants\t2,210\t2,050\t7.2%\nInterest\t188\t201\t6.9%', '140 out of 162 milestones (90%) were met.', 'Calls rose from 400 to 500, an increase of 20%.', 'There were 40 actions to report:\n- 31 are done (75%)\n- 9 are late (22%)',
    '2.1 Of 2,500 trees planted since spring, 2,250 (95%) lived.', 'We tested 45 of 60 boilers this winter, or 57%.', 'The team had 1,260 calls in May, 140 fewer than the 1,400 of April, a fall of 11.1%.', 'Visits rose from 80 to 100 in the quarter, 20%.', '3.4\tVisits rose from 80 to 100 in the quarter, 20%.'],
  find,
}
