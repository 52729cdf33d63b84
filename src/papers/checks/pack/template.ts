import { plainWords } from '../../../kit/words.ts'
import type { CheckSettings } from '../check.ts'

/** A section or a header field that a report should have, under any of its names. */
export type TemplateEntry = { readonly name: string; readonly names: readonly string[]; readonly field: boolean; readonly optional: boolean }

/** A heading for comparing: without number, colon and "(s)". */
export const nameKey = (text: string): string => plainWords(text.replace(/\(s\)/gi, 's').replace(/^\s*\d+(\.\d+)*[.)]?\s+/, '').replace(/[:;*]+$/, ''))

const entryOf = (line: string): TemplateEntry => {
  const optional = line.startsWith('?')
  const names = line.replace(/^\?/, '').split('|')
  return { name: names[0]!.replace(/:$/, ''), names: names.map(nameKey), field: names[0]!.endsWith(':'), optional }
}

const made = new WeakMap<CheckSettings, readonly TemplateEntry[]>()
/** The council's report template, from its settings. */
export const templateOf = (settings: CheckSettings): readonly TemplateEntry[] => {
  const known = made.get(settings) ?? settings.sections.map(entryOf)
  made.set(settings, known)
  return known
}

/** The entry of the template that a heading or label is, or null. */
export const entryFor = (template: readonly TemplateEntry[], heading: string): TemplateEntry | null => {
  if (heading.length > 60) return null
  const key = nameKey(heading)
  return template.find((e) => e.names.includes(key)) ?? null
}
