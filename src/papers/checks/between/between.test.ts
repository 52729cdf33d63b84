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
test('of several earlier papers the plan of the same year is the one that an update is held against', () => {
  const [lastYear, lastQuarter] = [open(plan('Train 900 builders').replace('2024/25', '2023/24')), open(measures('268'))]
  for (const against of [[lastYear, open(plan('Train 1,602 builders')), lastQuarter], [lastQuarter, open(plan('Train 1,602 builders')), lastYear]]) {
    expect(codes(open(update('Train 1,602 builders'), against))).toEqual([])
    expect(codes(open(update('Train 1,472 builders'), against))).toContain('between.target')
  }
})
test('without a plan the latest earlier update serves', () => {
  const first = open(update('Train 1,602 builders')), second = open(update('Train 1,500 builders').replace('Quarter 1', 'Quarter 2'))
  const third = (milestone: string) => update(milestone).replace('Quarter 1', 'Quarter 3')
  for (const against of [[first, second], [second, first]]) {
    expect(codes(open(third('Train 1,500 builders'), against))).toEqual([])
    expect(codes(open(third('Train 1,602 builders'), against))).toContain('between.target')
  }
})
test('nothing is said without an earlier paper', () => { expect(codes(open(update('Train 1,472 builders')))).toEqual([]) })

const measures = (previous: string): string => `Quarter 2 2024/25 performance\n\nKey performance indicator\t2023-24 Actual\tTarget\tActual\tRAG\nHomes built\t${previous}\t65\t64\tAmber\nDays of sickness\t9.1\t9\t8.8\tGreen\nWaste per household\t471\t120\t119\tGreen\n`
test('last year\'s actual that was reported differently before is told', () => {
  expect(codes(open(measures('268'), [open(measures('268'))]))).toEqual([])
  expect(codes(open(measures('286'), [open(measures('268'))]))).toEqual(['between.restated'])
})
test('with several earlier papers a figure is held against each; what one of them has as well was restated there', () => {
  const [named, other] = [open(measures('268')), open(plan('Train 1,602 builders'))]
  expect(codes(open(measures('286'), [other, named]))).toEqual(['between.restated'])
  expect(codes(open(measures('286'), [named, other]))).toEqual(['between.restated'])
  expect(codes(open(measures('286'), [named, open(measures('286'))]))).toEqual([])
  expect(runChecks(open(measures('286'), [other, named])).find((f) => f.code === 'between.restated')!.message).toContain('paper.txt has 268')
})

const told = (paper: CheckedPaper, code: string): readonly string[] => runChecks(paper).filter((f) => f.code === code).map((f) => f.message)
test('what is gone from a plan is told after the row that it followed, what is worded otherwise in both wordings', () => {
  const legend = '\nKey\nGreen - On target\tAmber - At risk\tGrey - Not due yet\tBlue - Completed\n'
  const without = update('Train 1,602 builders').replace('\tOpen paths\tClear six paths by the river\tAmber\tTwo of six paths are clear so far.\n', '').replace('Plant a wood in the north', 'Plant a small wood in the north') + legend
  const paper = open(without, [open(plan('Train 1,602 builders'))])
  const gone = runChecks(paper).find((f) => f.code === 'between.dropped')!
  expect([gone.message.includes('Clear six paths by the river'), gone.source.line]).toEqual([true, 5])
  expect(told(paper, 'between.wording')).toEqual([expect.stringContaining('which has "Plant a wood in the north"')])
})

const quarter = (n: number, row: string): string => `Delivery Plan 2024/25 Quarter ${n} update\n\nMilestone\tLead\tDue\tStatus\tRemarks\nSurvey every road of the county\tHead of Roads\tMarch 2025\tOn track\tThe survey of the ${n === 1 ? 'north' : 'south'} has begun.\n${row}\nClear six paths by the river\tHead of Parks\tMarch 2025\tAt risk\t${n === 1 ? 'Two' : 'Three'} of six paths are clear so far.\nPlant a wood in the north\tHead of Parks\tMarch 2025\tOn track\tThe ground ${n === 1 ? 'has been bought' : 'is being fenced'}.\n`
const bridges = (due: string, status: string, remark: string): string => `Train builders for the bridges\tHead of Roads\t${due}\t${status}\t${remark}`
test('what was completed last quarter and is open again is told', () => {
  const last = open(quarter(1, bridges('June 2024', 'Complete', 'All of them were trained in June.')))
  expect(told(open(quarter(2, bridges('June 2024', 'At risk', 'Two builders have left since.')), [last]), 'between.reopened')).toHaveLength(1)
  expect(told(open(quarter(2, bridges('June 2024', 'Complete', 'All of them were trained in June.')), [last]), 'between.reopened')).toEqual([])
})
test('a date put back is told unless the remark says so', () => {
  const last = open(quarter(1, bridges('October 2024', 'On track', 'The first course is full.')))
  expect(told(open(quarter(2, bridges('January 2025', 'On track', 'The second course is full.')), [last]), 'between.slipped')).toHaveLength(1)
  expect(told(open(quarter(2, bridges('January 2025', 'On track', 'Put back for want of a teacher.')), [last]), 'between.slipped')).toEqual([])
})
test('a remark that stood there last quarter is noted', () => {
  const remark = 'The first course is full and a second course is being set up with the college.'
  const last = open(quarter(1, bridges('March 2025', 'On track', remark)))
  expect(told(open(quarter(2, bridges('March 2025', 'On track', remark)), [last]), 'between.same-remark')).toHaveLength(1)
  expect(told(open(quarter(2, bridges('March 2025', 'On track', 'Nine have passed.')), [last]), 'between.same-remark')).toEqual([])
})

const scorecard = (date: string, ...columns: readonly string[]): string => `Title of report:\tPerformance\nMeeting:\tCabinet\nMeeting date:\t${date}\nPurpose\n\nTo tell how we do.\n\nBackground papers\n\nNone\n\nIndicator\t${columns.join('\t')}\nHomes let on time\t${columns.map((c) => (c === 'Q1 2024/25' ? '81%' : '84%')).join('\t')}\nBins missed by the crews\t${columns.map((c) => (c === 'Q1 2024/25' ? '55' : '52')).join('\t')}\n`
test('a quarter that is over has the figures that were reported for it', () => {
  const last = open(scorecard('Thursday 26 September 2024', 'Q1 2024/25', 'Target'))
  const next = scorecard('Thursday 28 November 2024', 'Q1 2024/25', 'Q2 2024/25', 'Target')
  expect(codes(open(next, [last]))).toEqual([])
  expect(told(open(next.replace('81%', '83%'), [last]), 'between.restated')).toEqual([expect.stringContaining('83%')])
})
test('what was put a quarter that is not over, or a budget, may change', () => {
  const last = open(scorecard('Thursday 26 September 2024', 'Q4 2024/25', 'Q1 2024/25 budget'))
  expect(codes(open(scorecard('Thursday 28 November 2024', 'Q4 2024/25', 'Q1 2024/25 budget').replaceAll('84%', '70%'), [last]))).toEqual([])
})
test('a date of its own column that is not the approved one is told with both', () => {
  const approved = `Delivery Plan 2024/25\n\nMilestone\tLead\tDue\nSurvey every road of the county\tHead of Roads\tMarch 2025\nTrain builders for the bridges\tHead of Roads\tOctober 2024\nClear six paths by the river\tHead of Parks\tMarch 2025\nPlant a wood in the north\tHead of Parks\tMarch 2025\n`
  expect(told(open(quarter(1, bridges('January 2025', 'On track', 'The first course is full.')), [open(approved)]), 'between.date')).toEqual([expect.stringContaining('is due January 2025, but was approved for October 2024')])
})
