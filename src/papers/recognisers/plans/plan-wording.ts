import { likeness, plainWords, profileOf, type Profile } from '../../../kit/words.ts'
import type { PlanRow } from '../../../plans/index.ts'
import type { PlanPlace } from './headings.ts'

const places = ['theme', 'objective', 'deliverable', 'milestone'] as const
type Wording = { readonly text: string; readonly profile: Profile; readonly places: Set<PlanPlace>; readonly rows: PlanRow[] }

/** The approved plan's wording, prepared once: it says which level words are at and what stands over them. */
export type PlanWording = {
  /** The level a wording has in the approved plan; null where it has none, or two levels have it alike. */
  readonly placeOf: (text: string) => PlanPlace | null
  /** How like the nearest wording of the approved plan at a level, 0 to 1; 0 below what could be one. */
  readonly likeness: (text: string, place: PlanPlace) => number
  /** Whether the approved plan has these words as a milestone under these parents. */
  readonly proves: (row: PlanRow) => boolean
  /** True where the approved plan has an item and what it is read under word for word, and not together. */
  readonly denies: (row: PlanRow) => boolean
}

/** How alike two wordings must be to be one; a reworded item of the same plan lies above it, another item below. */
const alike = 0.62
/** A parent that is read right differs less from its plan: half of one, or one and a half, must not pass. */
const alikeParents = 0.8
const ahead = 0.1
/** Doubtful rows are few; beyond this many, likeness is no longer asked, so that a huge paper stays quick. */
const mostQuestions = 2000

export const planWording = (rows: readonly PlanRow[]): PlanWording => {
  const wordings = new Map<string, Wording>()
  for (const row of rows) for (const place of places) {
    const text = row[place]
    if (text === null || text === '') continue
    const key = plainWords(text)
    const known = wordings.get(key) ?? { text, profile: profileOf(text), places: new Set<PlanPlace>(), rows: [] }
    known.places.add(place)
    known.rows.push(row)
    wordings.set(key, known)
  }
  const all = [...wordings.values()]
  let asked = 0
  const near = new Map<string, { wording: Wording; score: number }[]>()
  const nearest = (text: string): { wording: Wording; score: number }[] => {
    const key = plainWords(text)
    const kept = near.get(key)
    if (kept) return kept
    if (wordings.has(key)) return [{ wording: wordings.get(key)!, score: 1 }]
    if ((asked += 1) > mostQuestions) return []
    const profile = profileOf(text)
    const found = all.map((wording) => ({ wording, score: likeness(profile, wording.profile) })).filter((f) => f.score >= alike - ahead).sort((a, b) => b.score - a.score)
    near.set(key, found)
    return found
  }
  const placeOf = (text: string): PlanPlace | null => {
    const found = nearest(text)
    const best = found[0]
    if (best === undefined || best.score < alike || best.wording.places.size !== 1) return null
    const place = [...best.wording.places][0]!
    const other = found.find((f) => !f.wording.places.has(place))
    return other !== undefined && best.score - other.score < ahead ? null : place
  }
  const sameWords = (a: string | null, b: string | null): boolean => a === b || a !== null && b !== null && (plainWords(a) === plainWords(b) || nearest(a).some((f) => f.score >= alikeParents && plainWords(f.wording.text) === plainWords(b)))
  const asMilestone = (text: string, least: number): PlanRow[] => nearest(text).filter((f) => f.score >= least && f.wording.places.has('milestone')).flatMap((f) => f.wording.rows.filter((r) => r.milestone === f.wording.text))
  const at = (text: string, place: PlanPlace): PlanRow[] => wordings.get(plainWords(text))?.rows.filter((r) => r[place] !== null && plainWords(r[place]) === plainWords(text)) ?? []
  const isElsewhere = (text: string | null, place: PlanPlace, parent: string | null, over: PlanPlace): boolean => {
    if (text === null || text === '' || parent === null || parent === '' || at(parent, over).length === 0) return false
    const there = at(text, place)
    return there.length > 0 && !there.some((r) => r[over] !== null && plainWords(r[over]) === plainWords(parent))
  }
  return {
    placeOf,
    likeness: (text, place) => nearest(text).find((f) => f.wording.places.has(place))?.score ?? 0,
    proves: (row) => row.milestone !== null && row.milestone !== '' && asMilestone(row.milestone, alike).some((r) => sameWords(row.deliverable, r.deliverable) && sameWords(row.objective, r.objective)),
    denies: (row) => [['milestone', 'deliverable'], ['deliverable', 'objective'], ['objective', 'theme']].some(([of, over]) => isElsewhere(row[of as PlanPlace], of as PlanPlace, row[over as PlanPlace], over as PlanPlace)),
  }
}
