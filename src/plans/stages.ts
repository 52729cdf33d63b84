import { canonical } from './wording.ts'

/** How far along a piece of work a verb stands, from looking into it (1) to having finished it (9). */
const verbs: Readonly<Record<number, readonly string[]>> = {
  1: ['explore', 'scope', 'investigate', 'consider', 'research'],
  2: ['develop', 'design', 'draft', 'prepare', 'plan', 'co-design', 'codesign'],
  3: ['consult', 'seek'],
  4: ['agree', 'approve', 'adopt', 'ratify'],
  5: ['procure', 'tender', 'appoint', 'award', 'publish'],
  6: ['commence', 'start', 'begin', 'initiate', 'launch', 'mobilise', 'pilot'],
  7: ['progress', 'continue'],
  8: ['deliver', 'implement', 'construct', 'install', 'embed', 'roll out', 'rollout', 'build'],
  9: ['complete', 'finalise', 'finish', 'conclude'],
}
/** What the work itself is, in the order that a project goes through. */
const nouns: Readonly<Record<number, readonly string[]>> = {
  1: ['feasibility', 'scoping'],
  2: ['options appraisal', 'strategic outline case', 'strategic outline business case'],
  3: ['outline business case', 'outline case', 'outline design', 'concept design'],
  4: ['full business case', 'final business case', 'detailed design'],
  5: ['planning permission', 'planning approval', 'planning application'],
  6: ['procurement', 'tender', 'invitation to tender', 'contract award'],
  7: ['construction', 'building works', 'groundworks', 'installation', 'refurbishment works'],
  8: ['opening', 'go-live', 'go live', 'operation'],
}
/** Loose names of phases, which place a work only against another phase ("complete design", "start construction"). */
const loose: Readonly<Record<number, readonly string[]>> = { 3: ['design', 'designs', 'strategy', 'policy', 'business case', 'plan', 'action plan'], 7: ['works', 'build', 'implementation', 'delivery'], 8: ['roll out', 'rollout'], 9: ['evaluation'] }

const listed = (ladder: Readonly<Record<number, readonly string[]>>): [string, number][] => Object.entries(ladder).flatMap(([rank, words]) => words.map((w): [string, number] => [w, Number(rank)]))

const inflected = (verb: string): string[] => {
  const root = verb.replace(/e$/, '')
  const doubled = /[^aeiou][aeiou][ntpgl]$/.test(verb) && verb.length < 6 ? [`${verb}${verb.at(-1)!}ed`, `${verb}${verb.at(-1)!}ing`] : []
  return [verb, `${verb}s`, `${root}ed`, `${root}ing`, `${verb}d`, verb.endsWith('e') ? `${root}ion` : `${verb}ment`, ...doubled]
}
const ranks = new Map<string, { rank: number; verb: string }>()
const canonicalVerb: Readonly<Record<string, string>> = { start: 'commence', begin: 'commence', initiate: 'commence', rollout: 'implement', 'roll out': 'implement', finish: 'complete', conclude: 'complete', finalise: 'complete', codesign: 'design', 'co-design': 'design', deliver: 'deliver' }
for (const [verb, rank] of listed(verbs)) for (const form of inflected(verb)) if (!ranks.has(form)) ranks.set(form, { rank, verb: canonicalVerb[verb] ?? verb })
for (const [form, verb] of [['agreement', 'agree'], ['approval', 'approve'], ['adoption', 'adopt'], ['implementation', 'implement'], ['delivery', 'deliver'], ['construction', 'construct'], ['begun', 'commence'], ['began', 'commence'], ['built', 'build']] as const)
  ranks.set(form, { rank: listed(verbs).find(([v]) => v === verb)?.[1] ?? 6, verb })
for (const noun of ['building', 'planing', 'planning', 'plan', 'plans', 'planned', 'design', 'designs', 'build', 'progress', 'research', 'tender', 'considered', 'procurement', 'award']) ranks.delete(noun)

/** A stage that a text names, and where. `verb` is one word for all that mean the same ("start", "begin", "commence"). */
export type Stage = { readonly verb: string; readonly rank: number; readonly at: number }

/** The stages of work that a text names, in its order: "develop and implement" has two. */
export const stagesOf = (text: string): Stage[] => {
  const words = canonical(text).replace(/\broll(?:ed|ing)? out\b/g, 'rollout').replace(/[^a-z0-9\- ]/g, ' ').split(/ +/).filter(Boolean)
  return words.flatMap((word, at) => {
    const stage = ranks.get(word) ?? (at === 0 && (word === 'design' || word === 'plan') ? { rank: 2, verb: word } : undefined)
    return stage === undefined ? [] : [{ ...stage, at }]
  })
}

/** A phase of a project as a text names it, and how far along it stands. */
export type Phase = { readonly name: string; readonly rank: number }
const phaseNamed = (text: string, ladder: Readonly<Record<number, readonly string[]>>): Phase | null => {
  const plain = ` ${canonical(text).replace(/[^a-z0-9\- ]/g, ' ').replace(/ +/g, ' ')} `
  const hit = listed(ladder).filter(([noun]) => plain.includes(` ${noun} `) || plain.includes(` ${noun}s `)).sort(([a], [b]) => b.length - a.length)[0]
  return hit === undefined ? null : { name: hit[0], rank: hit[1] }
}

/** The phase of a project that a text is about ("outline business case", "construction"), null where it names none for certain. */
export const phaseOf = (text: string): Phase | null => phaseNamed(text, nouns)
/** How far along that phase stands, the looser names ("design", "strategy", "works") included: for telling this year's phase from the next one's. */
export const loosePhaseOf = (text: string): number | null => (phaseOf(text) ?? phaseNamed(text, loose))?.rank ?? null
