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

/** The level names of all rows from the top down: a level that some rows lack is put where the others have it. */
export const levelsOf = (paths: readonly (readonly Step[])[]): string[] => {
  const levels: string[] = []
  for (const path of [...paths].sort((a, b) => b.length - a.length)) {
    for (const [i, { level }] of path.entries()) {
      if (levels.includes(level)) continue
      const next = path.slice(i + 1).find((s) => levels.includes(s.level))
      levels.splice(next ? levels.indexOf(next.level) : levels.length, 0, level)
    }
  }
  return levels
}
