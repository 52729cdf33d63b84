import { plainWords } from '../../../kit/words.ts'
import type { Status } from '../../../progress/index.ts'
import type { LegendEntry, PaperContent } from '../../types.ts'

const leftOut = /\b(?:not|never) (?:be |being )?counted\b|\b(?:does|do|is|are)(?: not|n['’]t) count(?:ed)?\b|\bexcluded from\b|\bleft out of\b/i
const included = /\bcount(?:s|ed)\b/i
const whole = /\b(?:headline|totals?|percentages?|figures?|counts?|counted)\b/i

/** Whether a line of a key says that its status counts; null where it says nothing of that. */
const counts = (said: string): boolean | null => (!whole.test(said) ? null : leftOut.test(said) ? false : included.test(said) ? true : null)

/** What the paper's own key says of which statuses count, by the status's plain words. A council may leave out what others count. */
const saidToCount = (content: PaperContent, legend: readonly LegendEntry[]): ReadonlyMap<string, boolean> => {
  const rows = content.blocks.flatMap((b) => (b.kind === 'table' ? b.rows.map((r) => r.filter((c) => c.covered === null && c.text !== '').map((c) => c.text)) : []))
  const lines = [...legend.map((e) => [e.name, e.meaning]), ...rows.filter((r) => r.length >= 2 && r.length <= 6 && r[0]!.length <= 30)]
  return new Map(lines.flatMap(([name = '', ...rest]): [string, boolean][] => { const said = counts(rest.join(' ')); return said === null ? [] : [[plainWords(name), said]] }))
}

/** The statuses, counted as the paper's own key says where it says so. */
export const asItsKeySays = (statuses: readonly Status[], content: PaperContent, legend: readonly LegendEntry[]): Status[] => {
  const said = saidToCount(content, legend)
  return statuses.map((s) => ({ ...s, counts: said.get(plainWords(s.code)) ?? said.get(plainWords(s.name)) ?? s.counts }))
}
