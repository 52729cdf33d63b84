import type { ActionRow, Due, PlanRow } from '../plans/index.ts'

/** An action as a row of a plan, so that both are compared alike: the section is the theme, a step hangs under its action. */
const asPlanRow = (r: ActionRow): PlanRow => {
  const [own, ...over] = r.path.map((s) => s.text).toReversed()
  return {
    theme: r.section, objective: over.length > 2 ? over[1]! : null, deliverable: r.step === null ? (over.length > 1 ? over[0]! : null) : r.action, milestone: r.step ?? r.action ?? own ?? null,
    status: null, remark: r.progress, path: r.path, source: r.source, repaired: r.repaired, review: r.review,
  }
}

export type ActionsAsPlan = { readonly rows: readonly PlanRow[]; /** When each is due, where its paper has a column for it. */ readonly dues: ReadonlyMap<PlanRow, Due> }
export const actionsAsPlan = (actions: readonly ActionRow[]): ActionsAsPlan => {
  const rows = actions.map(asPlanRow)
  return { rows, dues: new Map(rows.flatMap((row, i) => { const due = actions[i]!.due; return due === null ? [] : [[row, due] as const] })) }
}
