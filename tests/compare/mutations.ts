import type { ChangeKind, PlanRow } from '../../src/plans/index.ts'

/** A plan after known changes, and what became of each item: the answer that a comparison is held against. */
export type Expected = { readonly kind: ChangeKind; readonly approved: readonly PlanRow[]; readonly reported: readonly PlanRow[] }
export type Mutated = { readonly rows: readonly PlanRow[]; readonly expected: readonly Expected[] }

/** The same numbers every time for one seed (mulberry32), so that a failure repeats. */
export const random = (seed: number): (() => number) => {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
type Random = () => number
const pick = <T>(list: readonly T[], next: Random): T => list[Math.floor(next() * list.length)]!

const withMilestone = (r: PlanRow, milestone: string): PlanRow => ({ ...r, milestone, path: [...r.path.slice(0, -1), { level: 'milestone', text: milestone }] })

type Change = (text: string, next: Random) => string | null
const swaps: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bnew\b/, ['improved', 'updated']], [/\bPublish\b/, ['Issue', 'Make public']], [/\bAppoint\b/, ['Recruit']], [/\bcustomer\b/, ['resident']], [/\bsites?\b/, ['locations']],
  [/\bmanagers?\b/, ['leaders']], [/\bstaff\b/, ['colleagues']], [/\bgrants\b/, ['financial support']], [/\bscheme\b/, ['programme']], [/\ball\b/, ['every one of the']],
]
const tails = [' across the borough', ' with our partners', ', working with residents', ' in line with the strategy', ' through the programme board']
const reword: Change = (text, next) => {
  const fitting = swaps.filter(([from]) => from.test(text))
  if (fitting.length === 0 || next() < 0.4) return text + pick(tails, next)
  const [from, to] = pick(fitting, next)
  return text.replace(from, pick(to, next))
}
const fixed = /\d|\b(by|two|three|four|five|eight|ten|zero|monthly|quarterly|termly|annual|level|phase|and|implement|launch|publish|agree|construction|weeks|minutes|days|January|March|June|September)\b/
/** Much rewritten: words fall out here and there, and something is put in; figures with what they count, dates and stages stay. */
const rewrite: Change = (text, next) => {
  const words = text.split(' ')
  const kept = words.filter((w, i) => i < 2 || fixed.test(w) || fixed.test(words[i - 1]!) || next() > 0.25)
  return kept.length === words.length ? reword(text, next) : `${kept.join(' ')}${pick(tails, next)}`
}
const retarget: Change = (text, next) => {
  const found = /(?<![\d-])\d[\d,]*(?=[%\s])/.exec(text.replace(/\b(Q\d|20\d\d|phase \d)/g, (m) => '#'.repeat(m.length)))
  if (found === null) return null
  const value = Number(found[0].replaceAll(',', ''))
  const other = Math.max(1, Math.round(value * (next() < 0.5 ? 0.8 : 1.25)))
  return other === value ? null : text.replace(found[0], other.toLocaleString('en-GB'))
}
const redate: Change = (text) => {
  const to = text.replace(/\bSeptember (20\d\d)/, 'December $1').replace(/\bMarch (20\d\d)/, 'July $1').replace(/\bJune (20\d\d)/, 'May $1').replace(/\bQ3 20/, 'Q4 20')
  return to === text ? null : to
}
const restage: Change = (text) => {
  const to = text.replace(/^Complete (?!\d|zero)/, 'Commence ').replace(/^Develop and (implement|launch|publish|agree)/, 'Develop').replace(/^(Commence|Start) /, 'Complete ')
  return to === text ? null : to
}
const lower = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())
const joined = (first: string, second: string): string => `${first} and ${lower(second)}`
const knownParts = new Map<string, readonly [string, string]>()
/** A plan some of whose rows promise two things at once, so that they can be split. */
export const withDoublePromises = (plan: readonly PlanRow[]): PlanRow[] => plan.flatMap((r, i) => {
  const [before, after] = [plan[i - 1], plan[i + 1]]
  if (i % 6 === 1 && before?.deliverable === r.deliverable) return []
  if (i % 6 !== 0 || after?.deliverable !== r.deliverable) return [r]
  const both = joined(r.milestone!, after.milestone!)
  knownParts.set(both, [r.milestone!, after.milestone!])
  return [withMilestone(r, both)]
})
const splitText = (text: string): readonly [string, string] | null => {
  const known = knownParts.get(text)
  if (known) return known
  const m = /^(Develop) and (implement|launch|publish|agree) (.+)$/.exec(text)
  return m === null ? null : [`${m[1]!} ${m[3]!}`, `${m[2]!.replace(/^./, (c) => c.toUpperCase())} ${m[3]!}`]
}

/** Another promise of the same make: no wording of the old one, though it sounds like it. */
const replacements: Readonly<Record<string, string>> = {
  'Install 20 cameras at known hotspots': 'Install 35 benches at bus stops', 'Train 60 mental health first aiders': 'Train 25 fire wardens', 'Appoint a conservation architect': 'Appoint a market manager',
  'Seek planning permission': 'Seek lottery funding', 'Launch a mentoring scheme': 'Launch a car-sharing scheme', 'Publish an enforcement policy': 'Publish an air quality report', 'Procure 26 electric vans': 'Procure 14 gritting lorries',
  'Purchase 12 collection vehicles': 'Purchase 30 litter bins', 'Adopt a pollinator action plan': 'Adopt a cycling action plan', 'Agree a shopfront design guide': 'Agree a tall buildings policy', 'Review the reading age of standard letters': 'Review the opening hours of receptions',
  'Inspect 400 privately rented homes': 'Inspect 90 food businesses', 'Conduct a staff survey': 'Conduct a tree survey', 'Move 90 staff from Annexe House': 'Move 40 desks to Tower House', 'Let eight vacant units on short leases': 'Let six allotments to schools',
}

const additions = ['Hold a summit on flooding with parish councils', 'Bring the archive catalogue online', 'Agree a charter with sports clubs', 'Replace the boilers at Wend Lodge', 'Begin a trial of school streets', 'Map every public footpath', 'Set up a youth parliament', 'Renew the CCTV contract']

/** Changes a plan in every known way, about `share` of its rows, and puts its rows in another order within each deliverable. */
export const mutate = (plan: readonly PlanRow[], seed: number, share = 0.5): Mutated => {
  const next = random(seed)
  const rows: PlanRow[] = []
  const expected: Expected[] = []
  const say = (kind: ChangeKind, approved: PlanRow[], reported: PlanRow[]): void => { rows.push(...reported); expected.push({ kind, approved, reported }) }
  const one = (kind: ChangeKind, r: PlanRow, change: Change): boolean => { const to = change(r.milestone!, next); if (to !== null) say(kind, [r], [withMilestone(r, to)]); return to !== null }
  for (let i = 0; i < plan.length; i += 1) {
    const r = plan[i]!
    const way = next() < share ? Math.floor(next() * 11) : -1
    const done =
      way === 0 ? one('reworded', r, reword) : way === 1 || way === 2 ? one('target changed', r, retarget) : way === 3 ? one('re-dated', r, redate) : way === 4 ? one('target changed', r, restage) :
      way === 5 ? (expected.push({ kind: 'dropped', approved: [r], reported: [] }), true) :
      way === 6 ? move(r, plan, next, say) : way === 7 ? splitRow(r, say) : way === 8 ? mergeRows(r, plan[i + 1], say) :
      way === 9 ? one('reworded', r, rewrite) : way === 10 ? replace(r, say) : false
    if (done && way === 8) i += 1
    if (!done) say('unchanged', [r], [r])
  }
  for (const text of additions.filter(() => next() < 0.4)) say('added', [], [withMilestone(pick(plan, next), text)])
  return { rows: shuffled(rows, next), expected }
}
type Say = (kind: ChangeKind, approved: PlanRow[], reported: PlanRow[]) => void
const move = (r: PlanRow, plan: readonly PlanRow[], next: Random, say: Say): boolean => {
  const to = pick(plan, next)
  if (to.deliverable === r.deliverable || r.milestone!.length < 28) return false
  say('moved', [r], [withMilestone(to, r.milestone!)])
  return true
}
const replace = (r: PlanRow, say: Say): boolean => {
  const other = replacements[r.milestone!]
  if (other === undefined) return false
  say('dropped', [r], [])
  say('added', [], [withMilestone(r, other)])
  return true
}
const splitRow = (r: PlanRow, say: Say): boolean => {
  const parts = splitText(r.milestone!)
  if (parts !== null) say('split', [r], parts.map((p) => withMilestone(r, p)))
  return parts !== null
}
const mergeRows = (r: PlanRow, after: PlanRow | undefined, say: Say): boolean => {
  if (after === undefined || after.deliverable !== r.deliverable) return false
  say('merged', [r, after], [withMilestone(r, joined(r.milestone!, after.milestone!))])
  return true
}

const shuffled = (rows: readonly PlanRow[], next: Random): PlanRow[] => {
  const places = rows.map((r, i) => ({ r, key: `${r.theme}|${r.objective}|${r.deliverable}`, at: next() + i / 1e9 }))
  const order = [...new Set(places.map((p) => p.key))]
  return places.sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key) || a.at - b.at).map((p) => p.r)
}
