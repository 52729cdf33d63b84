import type { StoredPlan, Step } from '../../plans/index.ts'
import type { Content } from './types.ts'

/** An update may call the levels otherwise than its plan: a level goes by what it is (theme, objective ...), else by its place from the bottom. */
export const onPlanLevels = ({ path }: { readonly path: readonly Step[] }, { levels, roles }: Pick<Content, 'levels' | 'roles'>, plan: StoredPlan | null): readonly Step[] => {
  if (plan === null) return path
  const nameOf = (level: string): string => {
    const at = levels.indexOf(level)
    return plan.levels.includes(level) ? level : (plan.levels[plan.roles.lastIndexOf(roles[at]!)] ?? plan.levels[Math.max(0, plan.levels.length - levels.length + at)]!)
  }
  return path.map(({ level, text }) => ({ level: nameOf(level), text }))
}
