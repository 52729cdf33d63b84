import { stringify } from 'yaml'
import type { CheckSettings } from './check.ts'
import { checks } from './registry.ts'
import { defaultSettings, ownSettings, thresholds, withSettings } from './settings.ts'

const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((v) => typeof v === 'string')
const isTable = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A rule's code, or an area's name, that no check has. */
export const unknownCheck = (off: readonly string[]): string | undefined => off.find((code) => !checks.some((c) => c.code === code || c.code.startsWith(`${code}.`)))

/** More than this is a slip of the keyboard, whatever is counted. */
export const largestThreshold = 1000
/** What is wrong with a threshold, or null. */
export const thresholdProblem = (name: string, value: unknown): string | null => {
  if (!(name in thresholds)) return `there is no threshold "${name}"; there are ${Object.keys(thresholds).join(', ')}`
  const sound = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= largestThreshold
  return sound ? null : `"${name}" must be a whole number of ${thresholds[name]!.unit} from 0 to ${largestThreshold}`
}

/** What is wrong with one line of sections or reviewers, or null. */
export const lineProblem = (line: string): string | null => {
  if (line.replace(/^\?/, '').split('|').some((name) => !/\p{L}/u.test(name))) return `"${line}" has a name without letters: write one name, or several with | between them`
  return line.length > 400 ? `"${line.slice(0, 60)}..." is longer than 400 letters: one section or reviewer a line` : null
}

const problemIn = ({ off, sections, reviewers, thresholds: numbers, ...others }: Record<string, unknown>): string | null => {
  const [stray] = Object.keys(others)
  if (stray !== undefined) return `there is no setting "${stray}"; there are off, sections, reviewers and thresholds`
  for (const [name, value] of Object.entries({ off, sections, reviewers })) if (value !== undefined && !isWords(value)) return `"${name}" must be a list of words`
  const unknown = isWords(off) ? unknownCheck(off) : undefined
  if (unknown !== undefined) return `"off" names "${unknown}", and there is no such check or area; docs/reference/checks lists them`
  if (numbers !== undefined && numbers !== null && !isTable(numbers)) return '"thresholds" must be names with numbers, such as clearDays: 5'
  const lines = [sections, reviewers].flatMap((list) => (isWords(list) ? list : []))
  return Object.entries(numbers ?? {}).map(([name, value]) => thresholdProblem(name, value)).find((p) => p !== null) ?? lines.map(lineProblem).find((p) => p !== null) ?? null
}

/** Settings as a file gives them, laid over `under`. A string says what is wrong with them. */
export const readSettings = (data: unknown, under: CheckSettings = defaultSettings): CheckSettings | string => {
  if (data === null || data === undefined) return under
  if (!isTable(data)) return 'settings are off, sections, reviewers and thresholds, each with its own list'
  const problem = problemIn(data)
  if (problem !== null) return problem
  const { off, sections, reviewers, thresholds: numbers } = data as Partial<CheckSettings>
  return withSettings({ ...(off ? { off } : {}), ...(sections ? { sections } : {}), ...(reviewers ? { reviewers } : {}), ...(numbers ? { thresholds: numbers } : {}) }, under)
}

/** Settings that were kept: what the rules no longer know of them is left out. */
export const keptSettings = (kept: Partial<CheckSettings>): CheckSettings => withSettings({
  ...kept,
  ...(kept.off ? { off: kept.off.filter((code) => unknownCheck([code]) === undefined) } : {}),
  thresholds: Object.fromEntries(Object.entries(kept.thresholds ?? {}).filter(([name, value]) => thresholdProblem(name, value) === null)),
})

const about = `off: checks to leave out, by code or area (docs/reference/checks lists them)
sections: one a line; other names after |; a field of the header ends in a colon; ? before it: may be left out
reviewers: one a line; other names after |
${Object.entries(thresholds).map(([name, t]) => `${name}: ${t.unit}, usually ${t.usual}. ${t.hint}`).join('\n')}`
const comment = (text: string): string => text.split('\n').map((line) => `# ${line}\n`).join('')

/** Settings as YAML that can be edited and given back. */
export const printSettings = (settings: CheckSettings, said: string): string => `${comment(said)}${comment(about)}${stringify(settings, { lineWidth: 0 }).trimEnd()}`

const ruleName = (off: string): string => { const rule = checks.find((c) => c.code === off); return rule ? `“${rule.title}”` : `everything of “${off}”` }
/** A few rules are named, many counted. */
const offWords = (off: readonly string[]): string => `${off.length > 3 ? `${off.length} rules` : off.map(ruleName).join(', ')} ${off.length === 1 ? 'is' : 'are'} off`

/** In a few words, what differs from the usual settings. */
export const differences = (settings: Partial<CheckSettings>): string => {
  const own = ownSettings(keptSettings(settings))
  const said = [
    own.off ? offWords(own.off) : '', own.sections ? 'own sections' : '', own.reviewers ? 'own reviewers' : '',
    ...Object.entries(own.thresholds ?? {}).map(([name, value]) => `${thresholds[name]!.title.toLowerCase()} ${value} ${thresholds[name]!.unit}`),
  ].filter(Boolean)
  return said.length === 0 ? 'the usual settings' : said.join('; ')
}
