import { percentOf } from '../kit/percent.ts'
import { daysOf, financialYear, printPeriod, type Period } from '../kit/period.ts'
import { plainWords } from '../kit/words.ts'
import type { DatedStatus, Headline, Status, StatusKind, Vocabulary } from './types.ts'

/** Complete and on track are what the headline counts as met. */
const met: ReadonlySet<StatusKind> = new Set(['complete', 'on track'])

/** The status of a code as printed, in any case; null where the vocabulary has none. */
export const statusOf = (vocabulary: Pick<Vocabulary, 'statuses'>, code: string | null): Status | null =>
  code === null ? null : (vocabulary.statuses.find((s) => plainWords(s.code) === plainWords(code)) ?? null)

/** `statusOf` for many codes of one vocabulary: each distinct code is looked up once. */
const statusFinder = (vocabulary: Pick<Vocabulary, 'statuses'>): ((code: string | null) => Status | null) => {
  const found = new Map<string | null, Status | null>()
  return (code) => {
    const known = found.get(code)
    if (known !== undefined) return known
    const status = statusOf(vocabulary, code)
    found.set(code, status)
    return status
  }
}

/** The rows a headline counts: those without a status, and those whose status counts. */
export const countedRows = <U extends { readonly status: string | null }>(updates: readonly U[], vocabulary: Vocabulary): readonly U[] => {
  const find = statusFinder(vocabulary)
  return updates.filter((u) => find(u.status)?.counts ?? true)
}

/** Complete and on track of all rows of the update that count (rules I-10, I-11). Half a percent rounds up. */
export const headline = (updates: readonly { readonly status: string | null }[], vocabulary: Vocabulary): Headline => {
  const find = statusFinder(vocabulary)
  const counted = updates.filter((u) => find(u.status)?.counts ?? true)
  const kinds = counted.map((u) => find(u.status)?.kind ?? null)
  const metRows = kinds.filter((kind) => kind !== null && met.has(kind)).length
  return {
    met: metRows, of: counted.length, percent: percentOf(metRows, counted.length), notStated: kinds.filter((kind) => kind === null).length,
    byStatus: Object.fromEntries(vocabulary.statuses.map((s) => [s.code, updates.filter((u) => find(u.status) === s).length])),
  }
}

/** Of each code what was said last; what is only assumed puts nothing out of force that was said. */
const lastSaid = (said: readonly DatedStatus[]): readonly DatedStatus[] => {
  const last = new Map<string, DatedStatus>()
  for (const s of said) if (!s.assumed || (last.get(plainWords(s.code))?.assumed ?? true)) last.set(plainWords(s.code), s)
  return [...last.values()]
}

/** The vocabulary that held on a period's last day (rules J-5). */
export const vocabularyAt = (said: readonly DatedStatus[], period: Period): Vocabulary => {
  const held = said.filter((s) => s.from <= daysOf(period).to)
  return {
    name: `Key ${printPeriod(financialYear(period))}`, from: held.at(-1)?.from ?? daysOf(financialYear(period)).from,
    statuses: lastSaid(held).map(({ from: _from, revision: _revision, ...status }) => status),
  }
}
