import { daysOf } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { plainWords } from '../../kit/words.ts'
import { decisionsOf, grow, holdPlans, insertDecision, insertItems, insertRevisions, lineTo, numbersUsed, pathKey, pathTo, planBySlug, revisionsOf, treeOf, type ItemRevision, type NewRevision, type StoredPlan, type Tree } from '../../plans/index.ts'
import { inTransaction, recordChange, type Ctx } from '../../people/index.ts'
import { insertStatuses, insertUpdates, statusesFrom, statusesSaid, statusOf, updateNumbersUsed, updatesOf, vocabularyAt, type ItemUpdate, type NewUpdate, type Status } from '../../progress/index.ts'
import { proposalView, requireProposal, type Loaded } from './actions.ts'
import { decidedRows, type DecidedRow, type RowAnswer } from './decided.ts'
import { onPlanLevels } from './levels.ts'
import { explained } from './said.ts'
import type { RowCell } from './types.ts'

/** A taken proposal's row in the plan: its item, and its update where it is one. */
type Taken = { readonly plan: StoredPlan; readonly tree: Tree; readonly revisions: readonly ItemRevision[]; readonly item: number; readonly update: ItemUpdate | null }

const rowOf = async (ctx: Ctx, proposal: Loaded, row: number): Promise<DecidedRow> => {
  const decisions = (await decisionsOf(ctx.db, ctx.councilId)).filter((d) => d.planSlug === proposal.planSlug)
  const found = decidedRows(proposal.content, proposal.period, decisions).find((r) => r.row === row)
  if (found === undefined) throw new Refused(`Proposal ${proposal.proposalId} has no row ${row}: its rows are 0 to ${proposal.content.rows.length - 1}.`)
  return found
}

const takenRow = async (ctx: Ctx, { proposalId, planSlug, period, kind }: Loaded, row: number): Promise<Taken> => {
  const plan = await planBySlug(ctx.db, ctx.councilId, planSlug)
  if (plan === null) throw new Refused(`The plan "${planSlug}" no longer stands.`)
  const revisions = await revisionsOf(ctx.db, ctx.councilId, plan.planId)
  const update = kind === 'update' ? (await updatesOf(ctx.db, ctx.councilId, plan.planId, [period])).find((u) => u.proposalId === proposalId && u.rowNumber === row) ?? null : null
  const item = update?.item ?? revisions.findLast((r) => r.proposalId === proposalId && r.rowNumber === row)?.item
  if (item === undefined) throw new Refused(`Row ${row} said nothing new when proposal ${proposalId} was taken: correct it in the paper that said it first.`)
  return { plan, revisions, tree: treeOf(revisions), item, update }
}

const writeUpdates = async (ctx: Ctx, { proposalId, period }: Loaded, plan: StoredPlan, updates: readonly Omit<NewUpdate, 'revision'>[]): Promise<void> => {
  const used = await updateNumbersUsed(ctx.db, ctx.councilId, plan.planId, period)
  await insertUpdates(ctx.db, ctx.councilId, plan.planId, period, proposalId, ctx.who, updates.map((u) => ({ ...u, revision: (used.get(u.item) ?? 0) + 1 })))
}

const writeRevision = async (ctx: Ctx, { proposalId }: Loaded, plan: StoredPlan, revision: Omit<NewRevision, 'revision'>): Promise<void> => {
  const used = await numbersUsed(ctx.db, ctx.councilId, plan.planId)
  await insertRevisions(ctx.db, ctx.councilId, plan.planId, proposalId, ctx.who, [{ ...revision, revision: (used.get(revision.item) ?? 0) + 1 }])
}

/** The item that a corrected row hangs under, made where it is not there yet. */
const parentFor = async (ctx: Ctx, { proposalId, kind }: Loaded, { plan, tree }: Taken, row: DecidedRow, like: ItemRevision): Promise<number | null> => {
  const { grown } = grow(tree, plan.levels, [{ row: row.row, path: row.path, item: null }], Math.max(0, ...(await numbersUsed(ctx.db, ctx.councilId, plan.planId)).keys()))
  const headings = grown.slice(0, -1)
  await insertItems(ctx.db, ctx.councilId, plan.planId, proposalId, headings.map((g) => g.item))
  for (const { row: _row, ...g } of headings) {
    await writeRevision(ctx, { proposalId, kind } as Loaded, plan, { ...like, ...g, kind: like.kind === 'corrected' ? 'added' : like.kind, ref: null, due: null, fields: {}, rowNumber: null, confirm: [], review: [], reason: '' })
  }
  return grown.at(-1)?.parent ?? null
}

/** The item that a row made says what the row, corrected, says. */
const correctItem = async (ctx: Ctx, proposal: Loaded, taken: Taken, row: DecidedRow, why: string): Promise<void> => {
  const now = taken.tree.byItem.get(taken.item)!
  if (now.proposalId !== proposal.proposalId || now.rowNumber !== row.row) return
  const wording = row.path.at(-1)?.text ?? ''
  const above = row.path.slice(0, -1)
  const parent = pathKey(above) === pathKey(lineTo(taken.tree, now.parent).map((r) => ({ text: r.wording }))) ? now.parent : await parentFor(ctx, proposal, taken, row, now)
  const confirm = row.doubtful.filter((cell) => cell !== 'status' && cell !== 'remark')
  if (wording === now.wording && parent === now.parent && confirm.join() === now.confirm.join()) return
  await writeRevision(ctx, proposal, taken.plan, { ...now, kind: 'corrected', wording, parent, confirm, review: confirm.length === 0 ? [] : now.review, reason: why })
}

/** The status that a corrected row states. One that the key leaves out but whose meaning is usual ("Red") is taken into the key, as an import would. */
const statedStatus = async (ctx: Ctx, { period, proposalId, content, planSlug }: Loaded, plan: StoredPlan, code: string | null): Promise<Status | null> => {
  const held = statusOf(vocabularyAt(await statusesSaid(ctx.db, ctx.councilId, plan.planId), period), code)
  if (held !== null || code === null || code === '') return held
  const usual = explained(statusesFrom(content.key, [code]), [code], planSlug, await decisionsOf(ctx.db, ctx.councilId)).filter((s) => plainWords(s.code) === plainWords(code))
  await insertStatuses(ctx.db, ctx.councilId, plan.planId, proposalId, ctx.who, daysOf(period).from, usual)
  return usual[0] ?? null
}

const correctUpdate = async (ctx: Ctx, proposal: Loaded, { plan, update }: Taken, row: DecidedRow, why: string): Promise<void> => {
  if (update === null) return
  const status = await statedStatus(ctx, proposal, plan, row.cells.status)
  const unexplained = row.cells.status && status === null ? ['status'] : []
  const confirm = [...new Set([...row.doubtful, ...unexplained, ...update.confirm.filter((cell) => cell === 'match')])]
  await writeUpdates(ctx, proposal, plan, [{
    ...update, status: status?.code ?? null, printedStatus: row.cells.status || null, remark: row.cells.remark ?? '', path: row.path, confirm, review: confirm.length === 0 ? [] : update.review, reason: why,
  }])
}

const answer = (ctx: Ctx, proposalId: number, row: number, change: (before: RowAnswer) => RowAnswer, why: string, what: string): Promise<void> => inTransaction(ctx, async (ctx) => {
  if (why.trim() === '') throw new Refused('Say why: a correction is kept with its reason.')
  await holdPlans(ctx.db, ctx.councilId)
  const proposal = await requireProposal(ctx, proposalId)
  if (proposal.state !== 'open' && proposal.state !== 'accepted') throw new Refused(`Proposal ${proposalId} was ${proposal.state}: its rows can't be answered any more.`)
  const { subject } = await rowOf(ctx, proposal, row)
  const before = (await decisionsOf(ctx.db, ctx.councilId)).find((d) => d.kind === 'row' && d.planSlug === proposal.planSlug && d.subject === subject)?.answer as RowAnswer | undefined
  const given = change(before ?? { cells: {}, confirmed: false })
  await insertDecision(ctx.db, ctx.councilId, { kind: 'row', planSlug: proposal.planSlug, subject, answer: given, reason: why, who: ctx.who })
  await recordChange(ctx, what, { proposalId, row, ...given, why })
  if (proposal.state === 'open') return
  const taken = await takenRow(ctx, proposal, row)
  const now = await rowOf(ctx, proposal, row)
  const placed = { ...now, path: onPlanLevels(now, proposal.content, taken.plan) }
  await correctItem(ctx, proposal, taken, placed, why)
  await correctUpdate(ctx, proposal, taken, placed, why)
})

/** Says what some cells of a row should be; "" is an empty cell. Kept, and applied again to the same words. Refuses a status that the key hasn't got. */
export const correctRow = async (ctx: Ctx, proposalId: number, row: number, cells: Readonly<Partial<Record<RowCell, string>>>, why: string): Promise<void> => {
  if (Object.keys(cells).length === 0) throw new Refused('Say which cell should be what.')
  if (cells.status) {
    const { statuses } = await proposalView(ctx, proposalId)
    if (statusOf({ statuses }, cells.status) === null && statusesFrom([], [cells.status]).length === 0) throw new Refused(`The key has no status "${cells.status}": ${statuses.map((s) => s.code).join(', ')}.`)
  }
  await answer(ctx, proposalId, row, (before) => ({ cells: { ...before.cells, ...cells }, confirmed: before.confirmed }), why, 'row.corrected')
}

/** Says that a row is right as it stands: cells that are empty really are empty. */
export const confirmRow = (ctx: Ctx, proposalId: number, row: number, why = 'looked at in the paper'): Promise<void> =>
  answer(ctx, proposalId, row, (before) => ({ ...before, confirmed: true }), why, 'row.confirmed')

const added = async (ctx: Ctx, proposal: Loaded, taken: Taken, row: DecidedRow, why: string): Promise<number> => {
  const now = taken.tree.byItem.get(taken.item)!
  const parent = await parentFor(ctx, proposal, taken, row, now)
  const item = Math.max(0, ...(await numbersUsed(ctx.db, ctx.councilId, taken.plan.planId)).keys()) + 1
  const position = Math.max(0, ...taken.tree.items.filter((r) => r.parent === parent).map((r) => r.position + 1))
  await insertItems(ctx.db, ctx.councilId, taken.plan.planId, proposal.proposalId, [item])
  await writeRevision(ctx, proposal, taken.plan, {
    ...now, item, kind: 'added', parent, position, wording: row.path.at(-1)?.text ?? '', rowNumber: row.row, ref: row.ref, due: row.due, fields: row.fields, confirm: [], review: [], reason: why, place: taken.update!.place,
  })
  return item
}

/** The row's update goes to the item that a person named; the item it was put to by the comparison is no longer listed. */
const moveUpdate = async (ctx: Ctx, proposal: Loaded, taken: Taken, item: number | null, row: DecidedRow, why: string): Promise<void> => {
  const { update, plan } = taken
  if (update === null) throw new Refused('Only the rows of an update can be matched once they were taken.')
  const to = item ?? await added(ctx, proposal, taken, row, why)
  const there = (await updatesOf(ctx.db, ctx.councilId, plan.planId, [proposal.period])).find((u) => u.item === to && u.item !== update.item)
  if (there) throw new Refused(`Item ${to} has an answer of its own in this update (row ${there.rowNumber}).`)
  const settled = { ...update, confirm: update.confirm.filter((cell) => cell !== 'match'), review: update.confirm.every((cell) => cell === 'match') ? [] : update.review, reason: why }
  await writeUpdates(ctx, proposal, plan, [{ ...settled, item: to }, ...(to === update.item ? [] : [{ ...settled, listed: false, status: null, confirm: [] }])])
  const wording = row.path.at(-1)?.text ?? ''
  const now = taken.tree.byItem.get(to)
  if (now !== undefined && wording !== '' && now.wording !== wording) await writeRevision(ctx, proposal, plan, { ...now, kind: 'reworded', wording, rowNumber: row.row, authority: '', reason: why, onDay: ctx.today < now.onDay ? now.onDay : ctx.today, place: update.place })
}

/** Says which item of the plan a row is about; null: an item of its own. Kept, and applied again to the same words. */
export const confirmMatch = (ctx: Ctx, proposalId: number, row: number, item: number | null, why = 'looked at in both papers'): Promise<void> => inTransaction(ctx, async (ctx) => {
  await holdPlans(ctx.db, ctx.councilId)
  const proposal = await requireProposal(ctx, proposalId)
  if (proposal.state !== 'open' && proposal.state !== 'accepted') throw new Refused(`Proposal ${proposalId} was ${proposal.state}: its rows can't be answered any more.`)
  const plan = await planBySlug(ctx.db, ctx.councilId, proposal.planSlug)
  if (plan === null) throw new Refused(`There is no plan "${proposal.planSlug}" yet, so every row is an item of its own.`)
  const tree = treeOf(await revisionsOf(ctx.db, ctx.councilId, plan.planId))
  if (item !== null && !tree.byItem.has(item)) throw new Refused(`"${proposal.planSlug}" has no item ${item}.`)
  const found = await rowOf(ctx, proposal, row)
  await insertDecision(ctx.db, ctx.councilId, { kind: 'match', planSlug: proposal.planSlug, subject: pathKey(found.path), answer: { to: item === null ? null : pathKey(pathTo(tree, plan.levels, item)) }, reason: why, who: ctx.who })
  await recordChange(ctx, 'match.confirmed', { proposalId, row, item, why })
  if (proposal.state === 'accepted') await moveUpdate(ctx, proposal, await takenRow(ctx, proposal, row), item, { ...found, path: onPlanLevels(found, proposal.content, plan) }, why)
})
