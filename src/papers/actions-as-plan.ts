import type { ActionRow, PlanRow } from '../plans/index.ts'

/** Rows of an improvement plan as rows of a plan, so that both are compared alike: the section is the theme, a step hangs under its action. */
export const actionsAsPlan = (rows: readonly ActionRow[]): PlanRow[] =>
  rows.map((r) => {
    const [own, ...over] = r.path.map((s) => s.text).toReversed()
    return {
      theme: r.section, objective: over.length > 2 ? over[1]! : null, deliverable: r.step === null ? (over.length > 1 ? over[0]! : null) : r.action, milestone: r.step ?? r.action ?? own ?? null,
      status: null, remark: r.progress, path: r.path, source: r.source, repaired: r.repaired, review: r.review,
    }
  })
