import type { Db } from '../db/index.ts'
import type { Day } from '../kit/day.ts'
import { daysOf, type Period } from '../kit/period.ts'
import { endOfTime, standing, type Place, type Step } from '../plans/index.ts'
import type { DatedStatus, Status } from './types.ts'

/** What was reported of an item for a period. */
export type ItemUpdate = {
  readonly item: number; readonly revision: number; readonly listed: boolean; readonly rowNumber: number; readonly status: string | null; readonly printedStatus: string | null
  readonly remark: string; readonly forecast: Day | null; readonly path: readonly Step[] | null; readonly confirm: readonly string[]; readonly review: readonly string[]; readonly reason: string
  readonly proposalId: number; readonly place: Place
}
export type NewUpdate = Omit<ItemUpdate, 'proposalId'>

/** The periods that a plan has updates for, oldest first. */
export const periodsOf = async (db: Db, councilId: number, planId: number): Promise<Period[]> => {
  const rows = await db.selectFrom('item_update').select('period').distinct().where('council_id', '=', councilId).where('plan_id', '=', planId)
    .where('listed', '=', true).where(standing('item_update')).execute()
  return rows.map((r) => r.period).sort((a, b) => daysOf(a).to.localeCompare(daysOf(b).to) || b.length - a.length)
}

/** What was reported for some periods of a plan, as it now stands, in the order of the paper. Items that a correction took off the list are left out. `before`: only what had been said by then. */
export const updatesOf = async (db: Db, councilId: number, planId: number, periods: readonly Period[], before: Date = endOfTime, withdrawnBy: Date = endOfTime): Promise<(ItemUpdate & { readonly period: Period })[]> => {
  if (periods.length === 0) return []
  const rows = await db.selectFrom('item_update').selectAll().distinctOn(['period', 'item']).where('council_id', '=', councilId).where('plan_id', '=', planId)
    .where('period', 'in', [...periods]).where('item_update.at', '<', before).where(standing('item_update', withdrawnBy)).orderBy('period').orderBy('item').orderBy('revision', 'desc').execute()
  return rows.filter((r) => r.listed).map((r) => ({
    period: r.period, item: r.item, revision: r.revision, listed: r.listed, rowNumber: r.row_number, status: r.status, printedStatus: r.printed_status, remark: r.remark, forecast: r.forecast,
    path: r.path, confirm: r.confirm, review: r.review, reason: r.reason, proposalId: r.proposal_id, place: { paperId: r.paper_id, page: r.page, line: r.line, cell: r.cell },
  })).sort((a, b) => a.proposalId - b.proposalId || a.rowNumber - b.rowNumber)
}

/** The highest revision each item ever had in a period, withdrawn ones too: a number is never used twice. */
export const updateNumbersUsed = async (db: Db, councilId: number, planId: number, period: Period): Promise<ReadonlyMap<number, number>> => {
  const rows = await db.selectFrom('item_update').select(['item', (eb) => eb.fn.max('revision').as('revision')])
    .where('council_id', '=', councilId).where('plan_id', '=', planId).where('period', '=', period).groupBy('item').execute()
  return new Map(rows.map((r) => [r.item, r.revision]))
}

const batches = <T>(all: readonly T[], size = 500): T[][] => Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size))

export const insertUpdates = async (db: Db, councilId: number, planId: number, period: Period, proposalId: number, who: string, updates: readonly NewUpdate[]): Promise<void> => {
  for (const some of batches(updates)) {
    await db.insertInto('item_update').values(some.map((u) => ({
      council_id: councilId, plan_id: planId, period, item: u.item, revision: u.revision, listed: u.listed, row_number: u.rowNumber, status: u.status, printed_status: u.printedStatus,
      remark: u.remark, forecast: u.forecast, path: u.path === null ? null : JSON.stringify(u.path), confirm: [...u.confirm], review: [...u.review], reason: u.reason, who, proposal_id: proposalId,
      paper_id: u.place.paperId, page: u.place.page, line: u.place.line, cell: u.place.cell,
    }))).execute()
  }
}

/** Every status that was ever said of a plan and stands: by code, in the order in which they hold. */
export const statusesSaid = async (db: Db, councilId: number, planId: number, before: Date = endOfTime, withdrawnBy: Date = endOfTime): Promise<DatedStatus[]> => {
  const rows = await db.selectFrom('status').selectAll().where('council_id', '=', councilId).where('plan_id', '=', planId).where('status.at', '<', before).where(standing('status', withdrawnBy))
    .orderBy('from_day').orderBy('position').orderBy('revision').execute()
  return rows.map((r) => ({ from: r.from_day, revision: r.revision, code: r.code, name: r.name, colour: r.colour, letter: r.letter, meaning: r.meaning, kind: r.kind, counts: r.counts, assumed: r.assumed }))
}

/** Says what statuses mean from a day on; a meaning said before is kept beside it. */
export const insertStatuses = async (db: Db, councilId: number, planId: number, proposalId: number, who: string, from: Day, statuses: readonly Status[]): Promise<void> => {
  if (statuses.length === 0) return
  const said = await db.selectFrom('status').select(['code', (eb) => eb.fn.max('revision').as('revision'), (eb) => eb.fn.max('position').as('position')])
    .where('council_id', '=', councilId).where('plan_id', '=', planId).where('from_day', '=', from).groupBy('code').execute()
  const before = new Map(said.map((s) => [s.code, s]))
  await db.insertInto('status').values(statuses.map((s, i) => ({
    council_id: councilId, plan_id: planId, proposal_id: proposalId, who, from_day: from, code: s.code, revision: (before.get(s.code)?.revision ?? 0) + 1,
    position: before.get(s.code)?.position ?? said.length + i, name: s.name, colour: s.colour, letter: s.letter, meaning: s.meaning, kind: s.kind, counts: s.counts, assumed: s.assumed,
  }))).execute()
}
