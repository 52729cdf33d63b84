import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Cli } from '../../cli/command.ts'
import { endOfDay, printDay, type Day } from '../../kit/day.ts'
import { financialYear, parsePeriod, printPeriod, type Period } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { requireCouncil } from '../../people/index.ts'
import { approvedRows, endOfTime, planBySlug, plansOf, revisionsOf, treeOf, type Due, type ItemRow, type PlanRow } from '../../plans/index.ts'
import { periodsOf, reportedRows, statusesFrom, statusesSaid, statusOf, updatesOf, vocabularyAt, type StatusKind } from '../../progress/index.ts'
import { actionsAsPlan, type ActionsAsPlan } from '../actions-as-plan.ts'
import { readTables } from '../read.ts'
import type { RecognisedTable } from '../types.ts'

/** A plan or an update, from a file or the store, ready to be held beside another. */
export type Comparable = {
  readonly name: string
  readonly kind: 'plan' | 'update'
  readonly period: Period | null
  readonly rows: readonly PlanRow[]
  /** Whether it lists items that aren't due as well. */
  readonly listsNotDue: boolean
  readonly isComplete: (row: PlanRow) => boolean
  /** When each row is due, where the paper has a column for it. */
  readonly dues: ReadonlyMap<PlanRow, Due>
  /** Of a stored paper: the plan and which of its items each row is about, a person's answers included. */
  readonly stored: { readonly plan: string; readonly items: readonly ItemRow[] } | null
}

const exists = async (file: string): Promise<boolean> => access(file).then(() => true, () => false)

type Table = Extract<RecognisedTable, { kind: 'plan' | 'progress' | 'actions' }>
const isTable = (t: RecognisedTable): t is Table => (t.kind === 'plan' || t.kind === 'progress' || t.kind === 'actions') && t.rows.length > 0
const noDates: ReadonlyMap<PlanRow, Due> = new Map()
const rowsOf = (t: Table): ActionsAsPlan => (t.kind === 'actions' ? actionsAsPlan(t.rows) : { rows: t.rows, dues: noDates })

/** What the statuses of some rows mean, by the papers' key. */
const kindsIn = (tables: readonly Table[], rows: readonly PlanRow[]): ((row: PlanRow) => StatusKind | null) => {
  const statuses = statusesFrom(tables.flatMap((t) => t.legend ?? []), rows.flatMap((r) => (r.status === null || r.status === '' ? [] : [r.status])))
  return (row) => statusOf({ statuses }, row.status)?.kind ?? null
}

/** The plan (or, where `prefer` says so, the update) in a paper. */
const fromFile = async (file: string, prefer: 'plan' | 'update'): Promise<Comparable> => {
  const tables = (await readTables(file)).tables.filter(isTable)
  const order: readonly Table['kind'][] = prefer === 'plan' ? ['plan', 'progress', 'actions'] : ['progress', 'plan', 'actions']
  const kind = order.find((k) => tables.some((t) => t.kind === k))
  if (kind === undefined) throw new Refused(`${file}: no plan or update was found in it. Give a paper with a plan, or a stored one as council/plan or council/plan/period.`)
  const chosen = tables.filter((t) => t.kind === kind)
  const read = chosen.map(rowsOf)
  const rows = read.flatMap((r) => [...r.rows])
  const period = chosen.map((t) => (t.period === null ? null : parsePeriod(t.period))).find((p) => p !== null) ?? null
  const kindOf = kindsIn(chosen, rows)
  return { name: basename(file), kind: kind === 'progress' ? 'update' : 'plan', period, rows, listsNotDue: kind === 'progress' && rows.some((r) => kindOf(r) === 'not due'), isComplete: (r) => kindOf(r) === 'complete', dues: new Map(read.flatMap((r) => [...r.dues])), stored: null }
}

const stored = /^([a-z0-9][a-z0-9-]*)\/([a-z0-9][a-z0-9-]*)(?:\/([A-Za-z0-9-]+))?$/

/** `council/plan` or `council/plan/period` of the database; with a day, as it stood at that day's end. */
const fromStore = async (cli: Cli, given: string, asOf: Day | null): Promise<Comparable | null> => {
  const [, councilSlug, planSlug, periodText] = stored.exec(given) ?? []
  if (councilSlug === undefined || planSlug === undefined) return null
  const db = await cli.db()
  const { councilId } = await requireCouncil(db, councilSlug)
  const plan = await planBySlug(db, councilId, planSlug)
  if (plan === null) throw new Refused(`${councilSlug} has no plan "${planSlug}". It has: ${(await plansOf(db, councilId)).map((p) => p.slug).join(', ') || 'none'}.`)
  const [by, then] = asOf === null ? [endOfTime, ''] : [endOfDay(asOf), ` as it stood on ${printDay(asOf)}`]
  const revisions = await revisionsOf(db, councilId, plan.planId, by, by)
  if (revisions.length === 0) throw new Refused(`Nothing was known of ${councilSlug}/${planSlug}${then}.`)
  const known = (items: readonly ItemRow[]): Pick<Comparable, 'rows' | 'dues' | 'stored'> => ({ rows: items.map((i) => i.row), dues: noDates, stored: { plan: `${councilSlug}/${planSlug}`, items } })
  if (periodText === undefined) return { name: `${plan.title}${then}`, kind: 'plan', period: plan.year, listsNotDue: false, isComplete: () => false, ...known(approvedRows(plan, revisions)) }
  const period = parsePeriod(periodText)
  const periods = await periodsOf(db, councilId, plan.planId)
  if (period === null || (asOf === null && !periods.includes(period))) throw new Refused(`${councilSlug}/${planSlug} has no update for "${periodText}". It has: ${periods.join(', ') || 'none'}.`)
  const items = reportedRows(plan, treeOf(revisions), await updatesOf(db, councilId, plan.planId, [period], by, by))
  if (items.length === 0) throw new Refused(`Nothing was reported of ${given}${then}.`)
  const vocabulary = vocabularyAt(await statusesSaid(db, councilId, plan.planId, by, by), period)
  return { name: `${plan.title}, ${printPeriod(period)}${then}`, kind: 'update', period, listsNotDue: items.some(({ row }) => statusOf(vocabulary, row.status)?.kind === 'not due'), isComplete: (row) => statusOf(vocabulary, row.status)?.kind === 'complete', ...known(items) }
}

/** What a command line names: a file if there is one of that name, else a stored plan or period, as it stood on a day where one is given. */
export const loadComparable = async (cli: Cli, given: string, prefer: 'plan' | 'update', asOf: Day | null): Promise<Comparable> => {
  const found = (await exists(given)) ? null : await fromStore(cli, given, asOf)
  return found ?? fromFile(given, prefer)
}

/** The financial year that a plan or update belongs to, where it says one. */
export const yearOfComparable = ({ period }: Comparable): Period | null => (period === null ? null : financialYear(period))
