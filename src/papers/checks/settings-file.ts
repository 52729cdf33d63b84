import type { CheckSettings } from './check.ts'
import { defaultSettings, withSettings } from './settings.ts'

const isWords = (value: unknown): value is string[] => Array.isArray(value) && value.every((v) => typeof v === 'string')

/** A council's settings as its file gives them, laid over the usual ones. A string says what is wrong with it. */
export const readSettings = (data: unknown): CheckSettings | string => {
  if (data === null || data === undefined) return defaultSettings
  if (typeof data !== 'object' || Array.isArray(data)) return 'settings are off, sections, reviewers and thresholds, each with its own list'
  const { off, sections, reviewers, thresholds, ...others } = data as Record<string, unknown>
  const [stray] = Object.keys(others)
  if (stray !== undefined) return `there is no setting "${stray}"; there are off, sections, reviewers and thresholds`
  for (const [name, value] of Object.entries({ off, sections, reviewers })) if (value !== undefined && !isWords(value)) return `"${name}" must be a list of words`
  const numbers = (thresholds ?? {}) as Record<string, unknown>
  const bad = Object.entries(numbers).find(([name, value]) => typeof value !== 'number' || !Number.isInteger(value) || !(name in defaultSettings.thresholds))
  if (bad) return `the threshold "${bad[0]}" must be one of ${Object.keys(defaultSettings.thresholds).join(', ')}, and a whole number`
  return withSettings({
    ...(isWords(off) ? { off } : {}), ...(isWords(sections) ? { sections } : {}), ...(isWords(reviewers) ? { reviewers } : {}),
    thresholds: numbers as Record<string, number>,
  })
}
