import type { RecognisedTable } from '../../types.ts'
import type { Check } from '../check.ts'
import { defineCheck } from '../define.ts'
import { saidDates } from '../dates/said.ts'

type PlanTable = Extract<RecognisedTable, { kind: 'plan' | 'progress' }>
const columnFor = /\b(?:lead|owner|responsible|accountable|officer|person|who|when|date|due|timescale|deadline|quarter|q[1-4]|target|start|end|month)\b/i
const saysWho = (t: PlanTable): boolean => t.rows.some((row) => Object.keys(row.fields ?? {}).some((name) => columnFor.test(name)) || saidDates(row.milestone ?? row.deliverable ?? '').some((d) => d.month !== null))
const fewest = 4

export const planUndated: Check = defineCheck({
  code: 'completeness.plan-undated', title: 'A plan that says neither who nor when', level: 'note',
  about: 'No table of a plan has a column for the lead or for a date, and no milestone names a month: nobody can be asked, and nothing is ever late. Add a lead and a date to each, or say where they are kept.',
  right: ['Delivery Plan 2025/26\n\nObjectives\tKey deliverables\tKey milestones\tLead\nBetter roads\tRepair roads\tSurvey every road\tHead of Roads\n\tBuild bridges\tAppoint a builder\tHead of Roads\n\tOpen paths\tClear every path\tHead of Parks\n\tMend signs\tPaint every sign\tHead of Parks\n'],
  wrong: ['Delivery Plan 2025/26\n\nObjectives\tKey deliverables\tKey milestones\nBetter roads\tRepair roads\tSurvey every road\n\tBuild bridges\tAppoint a builder\n\tOpen paths\tClear every path\n\tMend signs\tPaint every sign\n'],
  find: (paper) => {
    const plans = paper.recognised.tables.filter((t): t is PlanTable => t.kind === 'plan')
    const rows = plans.reduce((n, t) => n + t.rows.length, 0)
    return rows < fewest || plans.some(saysWho) ? [] : [{ at: plans[0]!.source, message: `None of the plan's ${rows} rows says who leads it or by when. Add a lead and a date, or say where they are kept.` }]
  },
})
