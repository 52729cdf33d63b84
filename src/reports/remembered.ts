import { LRUCache } from 'lru-cache'
import type { PublicationSummary, PublicCouncil, PublicRecord } from './published.ts'
import { readingOf, type Reading } from './reading.ts'

type Answer = { readonly council: PublicCouncil | null }

/**
 * The record with what it said of a council kept for a moment, so that many readers at once ask the database once. At most 500 councils are kept, the longest unused
 * forgotten first; a publication or withdrawal is seen `milliseconds` later at most, long before a browser asks again.
 */
export const remembered = (record: PublicRecord, milliseconds = 1000): PublicRecord => {
  const answers = new LRUCache<string, Answer>({ max: 500, ttl: milliseconds, fetchMethod: async (slug) => ({ council: await record.council(slug) }) })
  return { ...record, council: async (slug) => (await answers.fetch(slug))?.council ?? null }
}

/** Publications made ready for reading, the eight asked for last: their facts are frozen, and most readers ask for the newest. null where it is not public. */
export const readings = (record: PublicRecord): ((council: string, summary: PublicationSummary) => Promise<Reading | null>) => {
  const kept = new LRUCache<string, Reading>({ max: 8 })
  return async (council, { plan, period, edition, hash }) => {
    const key = [council, plan, period, edition, hash].join(' ')
    const known = kept.get(key)
    if (known !== undefined) return known
    const published = await record.snapshot(council, plan, period, edition)
    if (published.state !== 'published') return null
    const reading = readingOf(published.snapshot)
    kept.set(key, reading)
    return reading
  }
}
