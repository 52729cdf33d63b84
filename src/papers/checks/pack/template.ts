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

/** The first letters of a heading: enough to pass over nearly every line of a paper. */
const beginning = (heading: string): string => /[a-z]{1,3}/i.exec(heading)?.[0].toLowerCase() ?? ''
type Names = { readonly beginnings: ReadonlySet<string>; readonly entries: ReadonlyMap<string, TemplateEntry> }
const named = new WeakMap<readonly TemplateEntry[], Names>()
const namesOf = (template: readonly TemplateEntry[]): Names => {
  const known = named.get(template)
  if (known !== undefined) return known
  const entries = new Map<string, TemplateEntry>()
  for (const entry of template) for (const name of entry.names) if (!entries.has(name)) entries.set(name, entry)
  const names = { beginnings: new Set([...entries.keys()].map(beginning)), entries }
  named.set(template, names)
  return names
}

/** The entry of the template that a heading or label is, or null. */
export const entryFor = (template: readonly TemplateEntry[], heading: string): TemplateEntry | null => {
  if (heading.length > 60) return null
  const { beginnings, entries } = namesOf(template)
  return beginnings.has(beginning(heading)) ? entries.get(nameKey(heading)) ?? null : null
}
