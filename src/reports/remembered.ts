import { LRUCache } from 'lru-cache'
import type { PublicCouncil, PublicRecord } from './published.ts'

type Answer = { readonly council: PublicCouncil | null }

/**
 * The record with what it said of a council kept for a moment, so that many readers at once ask the database once. At most 500 councils are kept, the longest unused
 * forgotten first; a publication or withdrawal is seen `milliseconds` later at most, long before a browser asks again.
 */
export const remembered = (record: PublicRecord, milliseconds = 1000): PublicRecord => {
  const answers = new LRUCache<string, Answer>({ max: 500, ttl: milliseconds, fetchMethod: async (slug) => ({ council: await record.council(slug) }) })
  return { ...record, council: async (slug) => (await answers.fetch(slug))?.council ?? null }
}
