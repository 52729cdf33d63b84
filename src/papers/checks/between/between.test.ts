import { expect, test } from 'vitest'
import { readText } from '../../readers/text.ts'
import { recognise } from '../../recognisers/index.ts'
import type { CheckedPaper } from '../check.ts'
import { forChecking, runChecks } from '../run.ts'
import { defaultSettings } from '../settings.ts'

const open = (text: string, against: readonly CheckedPaper[] = []): CheckedPaper => {
  const content = readText('paper.txt', new TextEncoder().encode(text))
  return forChecking(content, recognise(content), against, defaultSettings)
}
const codes = (paper: CheckedPaper): readonly string[] => runChecks(paper).map((f) => f.code).filter((c) => c.startsWith('between.'))

const plan = (milestone: string): string => `Delivery Plan 2024/25\n\nObjectives\tThis year we will\tKey milestones\nBetter roads\tRepair roads\tSurvey every road of the county\n\tBuild bridges\t${milestone}\n\tOpen paths\tClear six paths by the river\n\tPlant trees\tPlant a wood in the north\n`
const update = (milestone: string): string => `Delivery Plan 2024/25 Quarter 1 update\n\nObjectives\tThis year we will\tKey milestones\tRAG\tRemarks\nBetter roads\tRepair roads\tSurvey every road of the county\tGreen\tThe survey of the north has begun.\n\tBuild bridges\t${milestone}\tGreen\tTenders are out for the first bridge.\n\tOpen paths\tClear six paths by the river\tAmber\tTwo of six paths are clear so far.\n\tPlant trees\tPlant a wood in the north\tGreen\tThe ground has been bought.\n`

test('an update that keeps to its plan is silent', () => { expect(codes(open(update('Train 1,602 builders'), [open(plan('Train 1,602 builders'))]))).toEqual([]) })
test('a target that moved since approval is told', () => { expect(codes(open(update('Train 1,472 builders'), [open(plan('Train 1,602 builders'))]))).toContain('between.target') })
test('nothing is said without an earlier paper', () => { expect(codes(open(update('Train 1,472 builders')))).toEqual([]) })

const measures = (previous: string): string => `Quarter 2 2024/25 performance\n\nKey performance indicator\t2023-24 Actual\tTarget\tActual\tRAG\nHomes built\t${previous}\t65\t64\tAmber\nDays of sickness\t9.1\t9\t8.8\tGreen\nWaste per household\t471\t120\t119\tGreen\n`
test('last year\'s actual that was reported differently before is told', () => {
  expect(codes(open(measures('268'), [open(measures('268'))]))).toEqual([])
  expect(codes(open(measures('286'), [open(measures('268'))]))).toEqual(['between.restated'])
})
