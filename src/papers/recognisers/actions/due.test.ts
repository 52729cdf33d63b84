import { describe, expect, test } from 'vitest'
import { dueOf } from './due.ts'

const cases: readonly (readonly [words: string, from: string | null, to: string | null])[] = [
  ['March 2006', '2006-03', '2006-03'], ['Sept 24', '2024-09', '2024-09'], ['By Dec 24', '2024-12', '2024-12'], ['1 st April 2006', '2006-04', '2006-04'], ['30/04/2026', '2026-04', '2026-04'], ['Mar-25', '2025-03', '2025-03'],
  ['2026-03-31', '2026-03', '2026-03'], ['May 2006 TBC', '2006-05', '2006-05'], ['Annual – March 25', '2025-03', '2025-03'], ['end of 2025', '2025-12', '2025-12'],
  ['Sept - Dec 24', '2024-09', '2024-12'], ['July/Aug 24', '2024-07', '2024-08'], ['Aug/Sept/Oct 24', '2024-08', '2024-10'], ['Dec – Mar 25', '2024-12', '2025-03'], ['June 24 – June 25', '2024-06', '2025-06'], ['Oct 24 Feb 25', '2024-10', '2025-02'],
  ['June 2006 to the group, and July to the board; October 2006', '2006-06', '2006-10'], ['September 2025 to March 2026', '2025-09', '2026-03'],
  ['24/25', '2024-04', '2025-03'], ['2024/25 Reporting qrtly', '2024-04', '2025-03'], ['24/25/26', '2024-04', '2026-03'], ['2024 - 2027', '2024-01', '2027-12'], ['Q4 2025/26', '2026-01', '2026-03'], ['by end of Q2 2025/26', '2025-07', '2025-09'], ['Q3 & Q4 2025/26', '2025-10', '2026-03'],
  ['Sept 2024 onwards', '2024-09', null], ['April 24 - 27', '2024-04', null],
  ['TBC', null, null], ['Monthly', null, null], ['Quarterly', null, null], ['Ongoing', null, null], ['by end of Q2', null, null], ['TBD in July following discussion', null, null], ['Summer 24', null, null], ['24', null, null], ['Within six months', null, null], ['may be later', null, null], ['', null, null],
]
describe('when an action is due, from the words of its cell', () => {
  for (const [words, from, to] of cases) test(`"${words}" is ${from ?? '?'} to ${to ?? '?'}`, () => expect(dueOf(words)).toEqual({ words, from, to }))
})
