import { collapse } from '../../../kit/words.ts'

/** What a column holds. `level` is a tier of the plan; `other` is a column that a row of a plan has no place for. */
export type ColumnRole = 'level' | 'status' | 'remark' | 'ref' | 'date' | 'lead' | 'measure' | 'other' | 'blank'
export type PlanPlace = 'theme' | 'objective' | 'deliverable' | 'milestone'

const statusWords = /\b(?:b?rags?|rag[- ]?status|status|rating|traffic lights?|r\/a\/g|on track|confidence|delivery confidence|current position rating)\b/
const leadWords = /\b(?:leads?|owners?|who|responsib\w*|accountab\w*|officers?|portfolio|cabinet members?|directorates?|departments?|teams?|sponsors?|person|forums?|partners?|managers?|holder)\b/
const dateWords = /\b(?:due|dates?|deadlines?|when|timescales?|timeframes?|timeline|target date|start|end|months?|quarters?|completion|finish|year)\b/
const refWords = /^(?:refs?\.?|reference|ids?|no\.?|nos\.?|nr\.?|number|#|code|item|item no\.?|line|row)\b.*$/
const remarkWords = /\b(?:remarks?|comments?|commentary|narrative|progress|updates?|position|explanations?|notes?|evidence|latest|what has|what we have|done so far|details?|issues?|reasons?|next steps|highlights?|supporting information|impact|achievements?)\b/
const measureWords = /\b(?:kpis?|indicators?|measures? of success|success (?:measures?|criteria)|performance measures?|baseline|actual|targets?|budget|costs?|funding|risk|mitigations?|resources?|dependenc\w+|capacity|wards?|how (?:will )?we (?:will )?(?:know|measure)\w*)\b|£/
const levelWords = /\b(?:themes?|priorit\w+|ambitions?|pillars?|outcomes?|objectives?|aims?|goals?|missions?|visions?|deliverables?|we will|projects?|programmes?|initiatives?|commitments?|promises?|pledges?|milestones?|actions?|activit\w+|tasks?|steps?|recommendations?|sections?|strands?|workstreams?|work streams?|key results?|measures?|interventions?|outputs?|proposals?|work|what (?:action )?(?:we )?will|things we will do|focus areas?|areas?|drivers?|enablers?)\b/

const plain = (heading: string): string => collapse(heading.toLowerCase().replace(/\([^)]*\)/g, ' ').replace(/[*†‡]/g, ' ').replace(/[’‘]/g, "'"))

/** The role that a heading's words give its column; `other` where they say nothing we know. */
export const roleOfHeading = (heading: string): ColumnRole => {
  const words = plain(heading)
  if (words === '') return 'blank'
  if (words.length > 120) return 'other'
  if (/^progress (?:rating|status)$/.test(words) || statusWords.test(words) && !/\b(?:update|commentary|comments?|narrative)\b/.test(words)) return 'status'
  if (refWords.test(words)) return 'ref'
  const promise = /\b(?:we will|milestones?|deliverables?|objectives?)\b/.test(words)
  if (leadWords.test(words) && !(promise && /\bwe will\b/.test(words))) return 'lead'
  if (/^(?:key )?(?:milestones?|actions?|deliverables?|tasks?)\b.*\b(?:and|with|by)\b/.test(words)) return 'level'
  if (dateWords.test(words) && !/\bwe will\b/.test(words)) return remarkWords.test(words) ? 'remark' : 'date'
  if (remarkWords.test(words)) return 'remark'
  if (measureWords.test(words) && !promise) return 'measure'
  return levelWords.test(words) ? 'level' : 'other'
}

/** The place that a level's heading names itself, in any language of plans that says it outright. */
export const placeOfHeading = (heading: string): PlanPlace | null => {
  const words = plain(heading)
  if (/\bmilestones?\b/.test(words)) return 'milestone'
  if (/\bdeliverables?\b|\bthis year we will\b/.test(words)) return 'deliverable'
  if (/\bobjectives?\b/.test(words)) return 'objective'
  return /\bthemes?\b/.test(words) ? 'theme' : null
}

/** Whether the top level's heading says that it is the theme itself: "theme", or a word for one over two levels more. */
export const isThemeColumn = (names: readonly string[]): 'theme' | 'perhaps' | null => {
  const top = plain(names[0]!)
  if (/\bthemes?\b/.test(top)) return 'theme'
  return names.length >= 3 && /\b(?:priorit\w+|ambitions?|pillars?|goals?|aims?|missions?)\b/.test(top) ? 'perhaps' : null
}

const order: readonly PlanPlace[] = ['theme', 'objective', 'deliverable', 'milestone']

/**
 * Which cell of a row each level fills: the place its heading names; the lowest is the milestone; the top is the theme unless a
 * heading over the table gives one; those between in order. Null for a level that only the path can hold.
 */
export const placesOf = (headings: readonly string[], themeAbove: boolean): (PlanPlace | null)[] => {
  const named = headings.map(placeOfHeading)
  const places = named.map((p, i) => (p !== null && named.indexOf(p) === i && !(p === 'theme' && themeAbove) && isInOrder(named, p, i) ? p : null))
  const last = headings.length - 1
  if (places[last] === null && !places.includes('milestone')) places[last] = 'milestone'
  if (!themeAbove && headings.length > 1 && places[0] === null && !places.includes('theme')) places[0] = 'theme'
  for (let i = 0; i < headings.length; i += 1) if (places[i] === null) places[i] = freePlace(places, i)
  return places
}
const isInOrder = (named: readonly (PlanPlace | null)[], place: PlanPlace, at: number): boolean =>
  named.every((other, i) => other === null || i === at || Math.sign(order.indexOf(other) - order.indexOf(place)) === Math.sign(i - at) || other === place)
const freePlace = (places: readonly (PlanPlace | null)[], at: number): PlanPlace | null => {
  const before = Math.max(0, ...places.slice(0, at).map((p) => (p === null ? 0 : order.indexOf(p))))
  const following = places.slice(at + 1).filter((p) => p !== null).map((p) => order.indexOf(p))
  const after = following.length > 0 ? Math.min(...following) : order.length
  return order.slice(before + 1, after).find((p) => p !== 'milestone' && !places.includes(p)) ?? null
}
