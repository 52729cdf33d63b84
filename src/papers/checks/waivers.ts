import { createHash } from 'node:crypto'
import { parseDay, type Day } from '../../kit/day.ts'
import type { Finding } from '../../kit/finding.ts'
import type { Source } from '../../kit/source.ts'
import { plainWords } from '../../kit/words.ts'
import type { PaperContent } from '../types.ts'
import { readLines } from './pack/lines.ts'

/** A finding that a person has looked at and lets stand. It holds for as long as the text it stands on stays the same. */
export type Waiver = { readonly fingerprint: string; readonly reason: string; readonly who: string; readonly on: Day }
export type Judged = { readonly finding: Finding; readonly fingerprint: string; readonly waiver: Waiver | null }

const key = (s: Source): string => `${s.page}/${s.line}/${s.cell}`
/** The line at a place; where only the page is known, or nothing, all of its words. */
const textAt = (content: PaperContent): ((s: Source) => string) => {
  const lines = readLines(content)
  const known = new Map<string, string>()
  for (const line of lines) for (const s of [line.source, ...line.sources]) known.set(key(s), line.text)
  const all = (s: Source): string => (s.line === null ? lines.filter((l) => s.page === null || l.source.page === s.page).map((l) => l.text).join(' ') : '')
  return (s) => known.get(key(s)) ?? known.get(key({ ...s, cell: null })) ?? all(s)
}

/** Code, wording of the place and what was found, or what was not: the same for the same fault in the same words, wherever the page moves, and another for another fault in them. */
const fingerprintOf = (f: Finding, text: string): string => createHash('sha256').update(`${f.code}\n${f.found ?? f.expected ?? f.message}\n${plainWords(text || f.message)}`).digest('hex').slice(0, 12)

/** Each with the waiver that lets it stand, if any. A waiver without a reason is none. */
export const judgedBy = <J extends Omit<Judged, 'waiver'>>(judged: readonly J[], waivers: readonly Waiver[]): readonly (J & Judged)[] => {
  const given = new Map(waivers.filter((w) => w.reason.trim() !== '').map((w) => [w.fingerprint, w]))
  return judged.map((j) => ({ ...j, waiver: given.get(j.fingerprint) ?? null }))
}

/** Each finding with its fingerprint, and its waiver. */
export const judge = (content: PaperContent, findings: readonly Finding[], waivers: readonly Waiver[]): readonly Judged[] => {
  const at = textAt(content)
  return judgedBy(findings.map((finding) => ({ finding, fingerprint: fingerprintOf(finding, at(finding.source)) })), waivers)
}

export const standing = (judged: readonly Judged[]): readonly Finding[] => judged.filter((j) => j.waiver === null).map((j) => j.finding)

/** Waivers as a file gives them: a list of `fingerprint`, `reason`, `who` and `on`. A string says what is wrong with it. */
export const readWaivers = (data: unknown): readonly Waiver[] | string => {
  if (!Array.isArray(data)) return 'a list of waivers is wanted, each with fingerprint, reason, who and on'
  const read: Waiver[] = []
  for (const [i, one] of (data as readonly unknown[]).entries()) {
    const { fingerprint, reason, who, on } = (one ?? {}) as Record<string, unknown>
    const day = typeof on === 'string' ? parseDay(on) : null
    if (typeof fingerprint !== 'string' || typeof reason !== 'string' || reason.trim() === '' || typeof who !== 'string' || day === null) return `waiver ${i + 1} needs fingerprint, reason, who and on (a day such as 2026-05-01)`
    read.push({ fingerprint, reason, who, on: day })
  }
  return read
}
