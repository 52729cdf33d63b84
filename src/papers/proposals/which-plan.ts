import { financialYear, printPeriod } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { plainWords } from '../../kit/words.ts'
import { planRows, plansOf, type PlanRow, type StoredPlan } from '../../plans/index.ts'
import type { Ctx } from '../../people/index.ts'
import { reservedForPages } from '../../reports/index.ts'
import type { Chosen } from './choose.ts'

/** An update fits a plan when at least this share of its rows stands there in the same words; the rest may be reworded or new. */
const fits = 0.2

const ownWords = (rows: readonly { readonly path: PlanRow['path'] }[]): string[] => rows.flatMap((r) => (r.path.length === 0 ? [] : [plainWords(r.path.at(-1)!.text)]))

/** The share of a paper's rows that a plan has in the same words, from 0 to 1. */
const shareOf = (paper: readonly string[], plan: ReadonlySet<string>): number => (paper.length === 0 ? 0 : paper.filter((words) => plan.has(words)).length / paper.length)

const newSlug = ({ tables, period }: Chosen): string => `${tables[0]!.kind === 'actions' ? 'actions' : 'plan'}-${financialYear(period)}`

const checked = (slug: string): string => {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) throw new Refused(`"${slug}" can't be a plan's short name: use small letters, digits and single hyphens, such as "delivery-plan-2024-25".`)
  if (reservedForPages.has(slug)) throw new Refused(`"${slug}" is a page's own address: choose another short name for the plan.`)
  return slug
}

/** The plan that a paper is of or on: the one named; else the plan of its year that has its rows; else a new one named after the year. Refuses to guess between two. */
export const whichPlan = async ({ db, councilId }: Ctx, chosen: Chosen, named: string | undefined): Promise<string> => {
  if (named !== undefined) return checked(named)
  const paper = ownWords(chosen.tables.flatMap((t): readonly { readonly path: PlanRow['path'] }[] => t.rows))
  const ofYear = (await plansOf(db, councilId)).filter((p) => p.year === financialYear(chosen.period))
  const shares = new Map<StoredPlan, number>()
  for (const plan of ofYear) shares.set(plan, shareOf(paper, new Set(ownWords(await planRows(db, councilId, plan)))))
  const [best, next] = [...shares].filter(([, share]) => share >= fits).sort((a, b) => b[1] - a[1])
  if (best !== undefined && (next === undefined || next[1] * 2 <= best[1])) return best[0].slug
  if (best === undefined && !ofYear.some((p) => p.slug === newSlug(chosen))) return newSlug(chosen)
  throw new Refused(`It can't be told which plan of ${printPeriod(financialYear(chosen.period))} this is. Say it with --plan: ${ofYear.map((p) => p.slug).join(', ')}, or a new name.`)
}
