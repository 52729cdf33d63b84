import type { Form } from '../../web/index.ts'
import { checks, type CheckSettings } from '../checks/index.ts'
import { largestThreshold, lineProblem } from '../checks/settings-file.ts'
import { defaultSettings, isOff, thresholds } from '../checks/settings.ts'

/** The settings as a person edits them, kept word for word when the form comes back. */
export type SettingsSaid = { readonly on: ReadonlySet<string>; readonly numbers: Readonly<Record<string, string>>; readonly sections: string; readonly reviewers: string; readonly why: string; /** The revision that the page showed. */ readonly seen: string }
export type SettingsProblem = { readonly field: string; readonly message: string }

export const ruleField = (code: string): string => `rule-${code}`

export const saidOf = (settings: CheckSettings, revision: number): SettingsSaid => ({
  on: new Set(checks.filter((c) => !isOff(settings.off, c.code)).map((c) => c.code)),
  numbers: Object.fromEntries(Object.entries(settings.thresholds).map(([name, value]) => [name, String(value)])),
  sections: settings.sections.join('\n'), reviewers: settings.reviewers.join('\n'), why: '', seen: String(revision),
})
export const saidIn = (form: Form): SettingsSaid => ({
  on: new Set(checks.filter((c) => form.said(ruleField(c.code)) !== '').map((c) => c.code)),
  numbers: Object.fromEntries(Object.keys(thresholds).map((name) => [name, form.said(name)])),
  sections: form.said('sections'), reviewers: form.said('reviewers'), why: form.said('why'), seen: form.said('seen'),
})

/** What is off by its code; an area that was off as a whole stays so, for the rules that it will get. */
const offOf = (on: ReadonlySet<string>, before: readonly string[]): readonly string[] => {
  const areas = before.filter((one) => checks.some((c) => c.code.startsWith(`${one}.`)) && !checks.some((c) => c.code.startsWith(`${one}.`) && on.has(c.code)))
  return [...areas, ...checks.filter((c) => !on.has(c.code) && !isOff(areas, c.code)).map((c) => c.code)]
}

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)
const lineProblems = (field: 'sections' | 'reviewers', text: string): SettingsProblem[] => linesOf(text).flatMap((line, i) => {
  const problem = lineProblem(line)
  return problem === null ? [] : [{ field, message: `${field === 'sections' ? 'Sections' : 'Reviewers'}, line ${i + 1}: ${problem}.` }]
})
const isNumber = (text: string): boolean => /^\d{1,4}$/.test(text) && Number(text) <= largestThreshold

/** The settings that a form says, or everything that is wrong with it. An emptied box means the usual list or number. */
export const readSaid = (said: SettingsSaid, before: CheckSettings): { readonly settings: CheckSettings; readonly problems: readonly SettingsProblem[] } => {
  const numbers = Object.entries(said.numbers).filter(([, text]) => text !== '')
  const problems = [
    ...(said.on.size === 0 ? [{ field: ruleField(checks[0]!.code), message: 'Nothing would be looked for. Leave at least one rule on.' }] : []),
    ...numbers.filter(([, text]) => !isNumber(text)).map(([name]) => ({ field: name, message: `${thresholds[name]!.title} must be a whole number of ${thresholds[name]!.unit} from 0 to ${largestThreshold}, such as ${thresholds[name]!.usual}.` })),
    ...lineProblems('sections', said.sections), ...lineProblems('reviewers', said.reviewers),
    ...(/\p{L}/u.test(said.why) ? [] : [{ field: 'why', message: 'Say why the settings change, so that the next person knows.' }]),
  ]
  const [sections, reviewers] = [linesOf(said.sections), linesOf(said.reviewers)]
  return { problems, settings: {
    off: offOf(said.on, before.off), sections: sections.length === 0 ? defaultSettings.sections : sections, reviewers: reviewers.length === 0 ? defaultSettings.reviewers : reviewers,
    thresholds: { ...defaultSettings.thresholds, ...Object.fromEntries(numbers.filter(([, text]) => isNumber(text)).map(([name, text]) => [name, Number(text)])) },
  } }
}
