import { plainWords } from '../kit/words.ts'
import type { StatusKind } from './types.ts'

/** What words or a colour say about a status. `sure` false: the usual meaning, which a person should confirm. */
export type Reading = { readonly kind: StatusKind; readonly sure: boolean }

/** In order: what says no comes before what says yes ("not on target" before "on target", "at risk of not being completed" before "completed"). */
const wordings: readonly (readonly [RegExp, StatusKind, sure: boolean])[] = [
  [/discontinu|cancel|\bstopped\b|not (to )?go on|withdrawn|abandon|dropped|no longer (being )?(pursued|required|needed|proceeding)|ceased|removed from the plan|not (to proceed|proceeding)/, 'discontinued', true],
  [/not (yet )?due|yet to (start|begin)|starts? (in a )?later|future (year|quarter|period)|due (in a )?later/, 'not due', true],
  [/not (yet )?(started|begun|commenced)/, 'not due', false],
  [/paused|parked|on hold|suspended/, 'paused', true],
  [/deferred|postponed|awaiting/, 'paused', false],
  [/(off|not on) (track|target|course|schedule|plan).*(recover|mitigat|back on)/, 'at risk', false],
  [/(significant|serious|severe|high|major|critical) (risk|delay|slippage|concern|issue|problem)|significantly (behind|delayed|off)|(not|n't be|unlikely to be) on (track|target|course|schedule|plan)|off (track|target|course|schedule)|will (not|miss)|won't|missed|overdue|unachievable|not achievable|failed/, 'off track', true],
  [/at risk|risk of|(some|minor|slight|moderate|small) (risk|delay|slippage|concern|issue|problem)|slightly (behind|delayed|off)|may (not|slip|miss)|might (not|slip|miss)|recoverable/, 'at risk', true],
  [/slipp(ed|ing)\b/, 'at risk', false],
  [/\bblocked\b/, 'off track', false],
  [/incomplete|not (yet )?(been )?(fully )?(complete|achieve|deliver|finish|done|met|implement|closed)/, 'off track', false],
  [/^part(ly|ially) |\bpart(ly|ially) (implement|complete|achiev|deliver|met|done)/, 'at risk', false],
  [/on (track|target|course|schedule|plan)\b|to plan\b|as planned|to be achieved/, 'on track', true],
  [/in progress|under ?way|progressing|proceeding|ongoing|started/, 'on track', false],
  [/complete|achieved|delivered|finished|\bdone\b|\bmet\b|implemented/, 'complete', true],
  [/closed|exceeded/, 'complete', false],
]

/** What a key's own words mean; null where they say nothing that we know. */
export const meaningOfWords = (words: string): Reading | null => {
  const found = wordings.find(([pattern]) => pattern.test(plainWords(words)))
  return found ? { kind: found[1], sure: found[2] } : null
}

const colours: Readonly<Record<string, StatusKind>> = {
  blue: 'complete', green: 'on track', amber: 'at risk', yellow: 'at risk', orange: 'at risk', red: 'off track', grey: 'not due', gray: 'not due', purple: 'paused',
}
const byLetter: Readonly<Record<string, string>> = { b: 'blue', g: 'green', a: 'amber', r: 'red', y: 'yellow', p: 'purple' }
const otherColours = ['teal', 'black', 'white', 'pink', 'brown', 'turquoise', 'cyan', 'violet', 'lilac', 'navy', 'gold', 'silver', 'maroon', 'magenta', 'lime', 'burgundy', 'mauve', 'olive', 'tan']
const colourWords: ReadonlySet<string> = new Set([...Object.keys(colours), ...otherColours])

/** The plain colour a code names ("Green", "dark green", "G"); null where it names none. */
export const colourIn = (code: string): string | null => {
  const word = plainWords(code)
  const named = byLetter[word] ?? word.split(/[^a-z]+/).find((part) => colourWords.has(part))
  return named === undefined ? null : named[0]!.toUpperCase() + named.slice(1)
}

/** What a colour usually means where no key says so; null for a colour without a usual meaning. */
export const usualMeaning = (colour: string): StatusKind | null => colours[plainWords(colour)] ?? null

/** The colour that a kind usually has. */
export const usualColour: Readonly<Record<StatusKind, string>> = {
  complete: 'Blue', 'on track': 'Green', 'at risk': 'Amber', 'off track': 'Red', 'not due': 'Grey', paused: 'Purple', discontinued: 'Black',
}
/** A kind as a status's name. */
export const usualName: Readonly<Record<StatusKind, string>> = {
  complete: 'Complete', 'on track': 'On track', 'at risk': 'At risk', 'off track': 'Off track', 'not due': 'Not due', paused: 'Paused', discontinued: 'Discontinued',
}
/** Not due and discontinued stand outside the headline unless the council says otherwise. */
export const usuallyCounts = (kind: StatusKind): boolean => kind !== 'not due' && kind !== 'discontinued'
