import { parsePeriod } from '../../src/kit/period.ts'
import { headlineOf } from '../../src/reports/headline.ts'
import type { PublicationSummary, PublicRecord } from '../../src/reports/published.ts'
import { rowsOf } from '../../src/reports/rows.ts'
import type { Snapshot } from '../../src/reports/types.ts'

const summaryOf = (s: Snapshot, withdrawn: PublicationSummary['withdrawn']): PublicationSummary => {
  const { met, of } = headlineOf(rowsOf(s), s.vocabulary)
  return { plan: s.plan.slug, title: s.plan.title, year: s.plan.year, period: s.period, edition: s.edition, publishedOn: s.publishedOn!, met, of, hash: 'c'.repeat(64), withdrawn }
}

/** A record of these snapshots, newest first, so that pages can be looked at without a database. */
export const recordOf = (snapshots: readonly Snapshot[], withdrawn: (s: Snapshot) => PublicationSummary['withdrawn'] = () => null): PublicRecord => ({
  councils: async () => [...new Map(snapshots.map((s) => [s.council.slug, { slug: s.council.slug, name: s.council.name }])).values()],
  council: async (slug) => {
    const own = snapshots.filter((s) => s.council.slug === slug)
    return own.length === 0 ? null : { slug, name: own[0]!.council.name, publications: own.map((s) => summaryOf(s, withdrawn(s))) }
  },
  snapshot: async (council, plan, period, edition) => {
    const snapshot = snapshots.find((s) => s.council.slug === council && s.plan.slug === plan && s.period === period && s.edition === edition)
    const gone = snapshot ? withdrawn(snapshot) : null
    return snapshot === undefined ? { state: 'none' } : gone ? { state: 'withdrawn', ...gone, plan, period } : { state: 'published', snapshot, hash: 'c'.repeat(64) }
  },
})
export const periodOf = (text: string) => parsePeriod(text)!
