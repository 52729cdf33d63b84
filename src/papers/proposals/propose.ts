import type { Finding } from '../../kit/finding.ts'
import { daysOf, type Period } from '../../kit/period.ts'
import { plainWords } from '../../kit/words.ts'
import { grow, lineTo, ownRows, treeOf, type ChangeKind, type Decision, type Grown, type ItemRevision, type NewRevision, type Place, type StoredPlan, type Tree } from '../../plans/index.ts'
import { newStatuses, statusesFrom, statusOf, type ItemUpdate, type NewUpdate, type Status } from '../../progress/index.ts'
import { decidedRows, type DecidedRow } from './decided.ts'
import { onPlanLevels } from './levels.ts'
import { pairRows, type Pairing } from './pairing.ts'
import { explained } from './said.ts'
import type { Content, Effect, Match, ProposalCounts, ProposalKind, ProposalRow } from './types.ts'

/** Everything that stands before the import. `plan` null: it is made by it. `used` are the highest revisions ever given, by item. */
export type Standing = {
  readonly plan: StoredPlan | null; readonly revisions: readonly ItemRevision[]; readonly used: ReadonlyMap<number, number>
  readonly updates: readonly ItemUpdate[]; readonly updatesUsed: ReadonlyMap<number, number>; readonly statuses: readonly Status[]; readonly decisions: readonly Decision[]
}
export type Given = { readonly kind: ProposalKind; readonly planSlug: string; readonly period: Period; readonly paperId: number; readonly content: Content }
/** What an import would do: shown to a person, and written as it is when accepted. `said` is what this paper alone says of statuses. */
export type Outcome = {
  readonly rows: readonly ProposalRow[]; readonly counts: ProposalCounts; readonly notListed: readonly Match[]; readonly statuses: readonly Status[]; readonly findings: readonly Finding[]
  readonly items: readonly number[]; readonly revisions: readonly NewRevision[]; readonly updates: readonly NewUpdate[]; readonly said: readonly Status[]; readonly itemOf: ReadonlyMap<number, number>
}

type Work = { readonly given: Given; readonly standing: Standing; readonly tree: Tree; readonly rows: readonly DecidedRow[]; readonly pairs: ReadonlyMap<number, Pairing>; readonly statuses: readonly Status[]; readonly found: readonly Status[]; readonly grown: readonly Grown[]; readonly itemOf: ReadonlyMap<number, number> }

const place = ({ source }: DecidedRow, paperId: number): Place => ({ ...source, paperId })
/** A plan holds from its year's first day; what an update says of it, from the period's last. */
const onDay = ({ kind, period }: Given) => (kind === 'plan' ? daysOf(period).from : daysOf(period).to)
const hasBaseline = ({ standing }: Work): boolean => standing.revisions.some((r) => r.fromPlan)

const kindOfNew = (work: Work): NewRevision['kind'] => (hasBaseline(work) ? 'added' : work.given.kind === 'plan' ? 'approved' : 'reported')

const newRevision = (work: Work, g: Grown): NewRevision => {
  const row = work.rows.find((r) => r.row === g.row)
  const lost = row === undefined ? [] : row.doubtful.filter((cell) => cell !== 'status' && cell !== 'remark')
  return {
    item: g.item, revision: 1, kind: kindOfNew(work), parent: g.parent, level: g.level, position: g.position, wording: g.wording, rowNumber: g.row,
    ref: row?.ref ?? null, due: row?.due ?? null, fields: row?.fields ?? {}, confirm: lost, review: lost.length === 0 ? [] : row!.review,
    authority: '', reason: '', onDay: onDay(work.given), place: row === undefined ? { paperId: null, page: null, line: null, cell: null } : place(row, work.given.paperId),
  }
}

const amendments: readonly ChangeKind[] = ['target changed', 're-dated', 'split', 'merged', 'reworded']
const amendmentKind = (kinds: readonly ChangeKind[]): NewRevision['kind'] => (amendments.find((k) => kinds.includes(k)) ?? 'reworded') as NewRevision['kind']

const sameFields = (a: DecidedRow['fields'], b: DecidedRow['fields']): boolean => [...new Set([...Object.keys(a), ...Object.keys(b)])].every((heading) => a[heading] === b[heading])

/** What a known item says from now on: nothing new where its words, day and columns are as before. An unsure pair amends nothing. */
const amendment = (work: Work, row: DecidedRow, { item, sure, kinds }: Pairing): NewRevision[] => {
  const before = work.tree.byItem.get(item)!
  const wording = row.path.at(-1)?.text ?? ''
  const plan = work.given.kind === 'plan'
  const reworded = wording !== '' && plainWords(wording) !== plainWords(before.wording)
  const adopts = plan && !work.standing.revisions.some((r) => r.item === item && r.fromPlan)
  const otherwise = plan && (row.due !== before.due || !sameFields(row.fields, before.fields))
  if (!sure || !(reworded || adopts || otherwise)) return []
  return [{
    ...before, revision: (work.standing.used.get(item) ?? 0) + 1, kind: adopts && !hasBaseline(work) ? 'approved' : reworded ? amendmentKind(kinds) : 're-dated', wording: wording || before.wording,
    due: plan ? row.due : before.due, fields: plan ? row.fields : before.fields, rowNumber: row.row, confirm: [], review: [], authority: '', reason: '', onDay: onDay(work.given), place: place(row, work.given.paperId),
  }]
}

/** The cells of an accepted row that await a person. */
const confirmOf = (work: Work, row: DecidedRow): string[] => {
  const pair = work.pairs.get(row.row)
  const unexplained = row.cells.status !== null && row.cells.status !== '' && statusOf({ statuses: work.statuses }, row.cells.status) === null
  return [...new Set([...row.doubtful, ...(unexplained ? ['status'] : []), ...(pair !== undefined && !pair.sure ? ['match'] : [])])]
}
const reviewOf = (work: Work, row: DecidedRow): string[] => {
  const code = row.cells.status
  const unexplained = code !== null && code !== '' && statusOf({ statuses: work.statuses }, code) === null ? [`nobody has said what the status "${code}" means`] : []
  const pair = work.pairs.get(row.row)
  return [...row.review, ...unexplained, ...(pair && !pair.sure ? [`may not be the plan's "${work.tree.byItem.get(pair.item)!.wording}"`] : [])]
}

const updateOf = (work: Work, row: DecidedRow): NewUpdate => {
  const item = work.itemOf.get(row.row)!
  return {
    item, revision: (work.standing.updatesUsed.get(item) ?? 0) + 1, listed: true, rowNumber: row.row, status: statusOf({ statuses: work.statuses }, row.cells.status)?.code ?? null,
    printedStatus: row.cells.status || null, remark: row.cells.remark ?? '', forecast: null, path: onPlanLevels(row, work.given.content, work.standing.plan), confirm: confirmOf(work, row), review: reviewOf(work, row), reason: '', place: place(row, work.given.paperId),
  }
}
const sameUpdate = (a: NewUpdate, b: NewUpdate): boolean =>
  [a, b].map((u) => JSON.stringify([u.status, u.remark, u.confirm, u.path?.map((s) => plainWords(s.text))])).every((text, _, [first]) => text === first)

const effectOf = (work: Work, row: DecidedRow, amended: ReadonlySet<number>): Effect => {
  const item = work.itemOf.get(row.row)
  const before = work.standing.updates.find((u) => u.item === item)
  if (work.given.kind === 'plan') return work.pairs.has(row.row) ? (amended.has(item!) ? 'changed' : 'same') : 'new'
  if (before === undefined) return 'new'
  return sameUpdate(before, updateOf(work, row)) && !amended.has(item!) ? 'same' : 'changed'
}

const shownRow = (work: Work, row: DecidedRow, amended: ReadonlySet<number>): ProposalRow => {
  const { subject: _subject, doubtful: _doubtful, ...read } = row
  const pair = work.pairs.get(row.row)
  const known = pair === undefined ? undefined : work.tree.byItem.get(pair.item)
  const before = work.standing.updates.find((u) => u.item === pair?.item)
  return {
    ...read, status: statusOf({ statuses: work.statuses }, row.cells.status)?.code ?? null, printedStatus: row.cells.status || null, remark: row.cells.remark ?? '',
    review: reviewOf(work, row), confirm: confirmOf(work, row), effect: effectOf(work, row, amended),
    match: pair === undefined || known === undefined ? null : { item: pair.item, text: known.wording, sure: pair.sure },
    before: known === undefined ? null : { wording: known.wording, status: before?.status ?? null, remark: before?.remark ?? '' },
  }
}

const countsOf = (rows: readonly ProposalRow[], notListed: number): ProposalCounts => {
  const count = (is: (r: ProposalRow) => boolean): number => rows.filter(is).length
  return {
    rows: rows.length, new: count((r) => r.effect === 'new'), changed: count((r) => r.effect === 'changed'), same: count((r) => r.effect === 'same'),
    flagged: count((r) => r.confirm.length > 0), unsureMatches: count((r) => r.match !== null && !r.match.sure), notListed,
  }
}

/** What stands, with what this paper adds in place of what it says anew. */
const allStatuses = (standing: readonly Status[], found: readonly Status[]): Status[] => {
  const added = newStatuses(standing, found)
  return [...standing.filter((s) => !added.some((n) => plainWords(n.code) === plainWords(s.code))), ...added]
}

const workOf = (given: Given, standing: Standing): Work => {
  const tree = treeOf(standing.revisions)
  const ours = standing.decisions.filter((d) => d.planSlug === given.planSlug)
  const rows = decidedRows(given.content, given.period, ours)
  const codes = rows.flatMap((r) => (r.cells.status ? [r.cells.status] : []))
  const found = explained(statusesFrom(given.content.key, codes), codes, given.planSlug, standing.decisions)
  const pairs = standing.plan === null ? new Map<number, Pairing>() : pairRows(standing.plan, tree, rows, given.kind, ours)
  const placed = grow(tree, standing.plan?.levels ?? given.content.levels,
    rows.map((r) => ({ row: r.row, path: onPlanLevels(r, given.content, standing.plan), item: pairs.get(r.row)?.item ?? null })), Math.max(0, ...standing.used.keys()))
  return { given, standing, tree, rows, pairs, statuses: allStatuses(standing.statuses, found), found, ...placed }
}

/** What taking a paper's rows would do to what stands. Pure: shown and written from the same answer. */
export const propose = (given: Given, standing: Standing): Outcome => {
  const work = workOf(given, standing)
  const revised = work.rows.flatMap((row) => { const pair = work.pairs.get(row.row); return pair === undefined ? [] : amendment(work, row, pair) })
  const amended = new Set(revised.map((r) => r.item))
  const rows = work.rows.map((row) => shownRow(work, row, amended))
  const reported = given.kind === 'update' ? work.rows.filter((r) => work.itemOf.has(r.row)).map((row) => updateOf(work, row)) : []
  const listed = new Set(work.itemOf.values())
  const notListed = ownRows(work.tree).filter((r) => !listed.has(r.item)).map((r) => ({ item: r.item, text: lineTo(work.tree, r.item).at(-1)!.wording, sure: true }))
  return {
    rows, notListed, counts: countsOf(rows, notListed.length), statuses: work.statuses, findings: given.content.findings, itemOf: work.itemOf,
    items: work.grown.map((g) => g.item), revisions: [...work.grown.map((g) => newRevision(work, g)), ...revised],
    updates: reported.filter((u) => !standing.updates.some((before) => before.item === u.item && sameUpdate(before, u))),
    said: work.found,
  }
}
