import { Refused } from '../../kit/refused.ts'
import {
  compareYears, decisionsOf, insertDecision, insertLineage, lineageOf, ownRows, pathKey, pathTo, planBefore, planBySlug, planRowOf, plansOf, revisionsOf, treeOf,
  type Change, type Decision, type LineageLink, type PlanRow, type StoredPlan, type Tree,
} from '../../plans/index.ts'
import { inTransaction, recordChange, type Ctx } from '../../people/index.ts'

type Side = { readonly plan: StoredPlan; readonly tree: Tree; readonly items: ReadonlyMap<PlanRow, number> }
const sideOf = async ({ db, councilId }: Ctx, plan: StoredPlan): Promise<Side> => {
  const tree = treeOf(await revisionsOf(db, councilId, plan.planId))
  return { plan, tree, items: new Map(ownRows(tree).map((r) => [planRowOf(plan, tree, r), r.item])) }
}

/** A link by the words of both ends, so that an answer holds for a plan imported again. */
const subjectOf = (later: Side, item: number, earlier: Side, earlierItem: number): string =>
  `${pathKey(pathTo(later.tree, later.plan.levels, item))} <- ${earlier.plan.slug}: ${pathKey(pathTo(earlier.tree, earlier.plan.levels, earlierItem))}`

const linksOf = (change: Change, later: Side, earlier: Side): Omit<LineageLink, 'revision'>[] => {
  const { kind } = change
  if (kind !== 'same words' && kind !== 'reworded' && kind !== 'next phase') return []
  return change.reported.flatMap((row) => change.approved.flatMap((before) => {
    const [item, earlierItem] = [later.items.get(row), earlier.items.get(before)]
    return item === undefined || earlierItem === undefined ? [] : [{ item, earlierItem, earlierPlanId: earlier.plan.planId, kind, state: change.sure ? 'kept' as const : 'to confirm' as const }]
  }))
}

const answered = (link: Omit<LineageLink, 'revision'>, later: Side, earlier: Side, decisions: readonly Decision[]): Omit<LineageLink, 'revision'> => {
  const subject = subjectOf(later, link.item, earlier, link.earlierItem)
  const answer = decisions.find((d) => d.kind === 'lineage' && d.planSlug === later.plan.slug && d.subject === subject)?.answer as { readonly keep: boolean } | undefined
  return answer === undefined ? link : { ...link, state: answer.keep ? 'kept' : 'refused' }
}

/** Links a plan's items to those of the year before that they continue: sure ones at once, unsure ones to be confirmed, answered ones as answered. */
const linkToEarlierPlan = async (ctx: Ctx, plan: StoredPlan, proposalId: number): Promise<{ kept: number; toConfirm: number }> => {
  const before = planBefore(plan, await plansOf(ctx.db, ctx.councilId))
  if (before === null) return { kept: 0, toConfirm: 0 }
  const [later, earlier, decisions, known] = [await sideOf(ctx, plan), await sideOf(ctx, before), await decisionsOf(ctx.db, ctx.councilId), await lineageOf(ctx.db, ctx.councilId, plan.planId)]
  const isKnown = (l: Omit<LineageLink, 'revision'>): boolean => known.some((k) => k.item === l.item && k.earlierPlanId === l.earlierPlanId && k.earlierItem === l.earlierItem)
  const links = compareYears([...earlier.items.keys()], [...later.items.keys()]).changes.flatMap((c) => linksOf(c, later, earlier))
    .filter((l) => !isKnown(l)).map((l) => ({ ...answered(l, later, earlier, decisions), revision: 1 }))
  await insertLineage(ctx.db, ctx.councilId, plan.planId, proposalId, ctx.who, links)
  return { kept: links.filter((l) => l.state === 'kept').length, toConfirm: links.filter((l) => l.state === 'to confirm').length }
}

/** Links a plan to the year before, and the plans that follow it to this one, whichever was imported first. */
export const linkYears = async (ctx: Ctx, plan: StoredPlan, proposalId: number): Promise<{ kept: number; toConfirm: number }> => {
  const all = await plansOf(ctx.db, ctx.councilId)
  const counts = await linkToEarlierPlan(ctx, plan, proposalId)
  for (const later of all.filter((p) => planBefore(p, all)?.planId === plan.planId)) {
    const { kept, toConfirm } = await linkToEarlierPlan(ctx, later, proposalId)
    counts.kept += kept
    counts.toConfirm += toConfirm
  }
  return counts
}

/** A link that a person should look at, with the words of both ends. */
export type UnsureLink = { readonly item: number; readonly text: string; readonly earlierPlan: string; readonly earlierItem: number; readonly earlierText: string; readonly kind: LineageLink['kind'] }

/** The links of a plan that await a person. */
export const lineageToConfirm = async (ctx: Ctx, planSlug: string): Promise<UnsureLink[]> => {
  const plan = await planBySlug(ctx.db, ctx.councilId, planSlug)
  if (plan === null) throw new Refused(`There is no plan "${planSlug}".`)
  const links = (await lineageOf(ctx.db, ctx.councilId, plan.planId)).filter((l) => l.state === 'to confirm')
  const all = await plansOf(ctx.db, ctx.councilId)
  const sides = new Map<number, Side>()
  for (const id of new Set([plan.planId, ...links.map((l) => l.earlierPlanId)])) {
    const found = all.find((p) => p.planId === id)
    if (found) sides.set(id, await sideOf(ctx, found))
  }
  return links.flatMap((l) => {
    const [later, earlier] = [sides.get(plan.planId), sides.get(l.earlierPlanId)]
    const [now, then] = [later?.tree.byItem.get(l.item), earlier?.tree.byItem.get(l.earlierItem)]
    return now && then ? [{ item: l.item, text: now.wording, earlierPlan: earlier!.plan.slug, earlierItem: l.earlierItem, earlierText: then.wording, kind: l.kind }] : []
  })
}

/** Keeps or refuses a link between years; the answer is kept and applied again. */
export const confirmLineage = (ctx: Ctx, planSlug: string, item: number, earlier: { readonly plan: string; readonly item: number }, keep: boolean): Promise<void> => inTransaction(ctx, async (ctx) => {
  const [plan, before] = [await planBySlug(ctx.db, ctx.councilId, planSlug), await planBySlug(ctx.db, ctx.councilId, earlier.plan)]
  const link = plan && before ? (await lineageOf(ctx.db, ctx.councilId, plan.planId)).find((l) => l.item === item && l.earlierPlanId === before.planId && l.earlierItem === earlier.item) : undefined
  if (!plan || !before || !link) throw new Refused(`There is no link from item ${item} of "${planSlug}" to item ${earlier.item} of "${earlier.plan}".`)
  const [later, earlierSide] = [await sideOf(ctx, plan), await sideOf(ctx, before)]
  await insertLineage(ctx.db, ctx.councilId, plan.planId, plan.proposalId, ctx.who, [{ ...link, state: keep ? 'kept' : 'refused', revision: link.revision + 1 }])
  await insertDecision(ctx.db, ctx.councilId, { kind: 'lineage', planSlug, subject: subjectOf(later, item, earlierSide, earlier.item), answer: { keep }, reason: '', who: ctx.who })
  await recordChange(ctx, keep ? 'lineage.kept' : 'lineage.refused', { plan: planSlug, item, earlier })
})
