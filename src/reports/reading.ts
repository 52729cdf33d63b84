import type { Mark } from '../charts/index.ts'
import type { Period } from '../kit/period.ts'
import type { Headline, Status } from '../progress/index.ts'
import { headlineOf } from './headline.ts'
import { answeringLevel, rowsOf, unlistedOf, type ReportRow } from './rows.ts'
import type { Snapshot, SnapshotItem } from './types.ts'
import { answeringNoun, headlineSentence, notStatedSentence, shortName, slugOf } from './wording.ts'

/** A status and how many rows have it. `code` "": not stated. */
export type Tally = { readonly code: string; readonly name: string; readonly letter: string; readonly colour: string | null; readonly kind: Mark | null; readonly count: number }
export type Theme = { readonly item: SnapshotItem | null; readonly slug: string; readonly name: string; readonly full: string; readonly rows: readonly ReportRow[]; readonly headline: Headline; readonly tallies: readonly Tally[] }
/** Rows that somebody must look at, the gravest first. */
export type Attention = { readonly title: string; readonly kind: Mark | null; readonly rows: readonly ReportRow[] }

/** A snapshot made ready for reading: what stands under what, and what adds up to what. */
export type Reading = {
  readonly snapshot: Snapshot
  readonly rows: readonly ReportRow[]
  readonly headline: Headline
  readonly themes: readonly Theme[]
  readonly attention: readonly Attention[]
  readonly unlisted: readonly SnapshotItem[]
  readonly tallies: readonly Tally[]
  readonly item: (id: string) => SnapshotItem | null
  readonly row: (id: string) => ReportRow | null
  readonly childrenOf: (id: string | null) => readonly SnapshotItem[]
  /** From the top down, the item itself left out. */
  readonly above: (item: SnapshotItem) => readonly SnapshotItem[]
  readonly themeOf: (item: SnapshotItem) => Theme | null
}

const codeOf = (row: ReportRow): string => row.status?.code ?? row.code ?? ''

/** One tally a status of the vocabulary, in its order, then what the vocabulary doesn't know, then the rows without one. */
const tally = (snapshot: Snapshot, rows: readonly ReportRow[]): Tally[] => {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(codeOf(row), (counts.get(codeOf(row)) ?? 0) + 1)
  const known = snapshot.vocabulary.statuses.map((s) => tallyOf(s, counts.get(s.code) ?? 0))
  const unknown = [...counts].filter(([code]) => code !== '' && !known.some((k) => k.code === code)).map(([code, count]) => ({ code, name: code, letter: '', colour: null, kind: null, count }))
  return [...known, ...unknown, { code: '', name: 'Not stated', letter: '', colour: null, kind: null, count: counts.get('') ?? 0 }]
}
const tallyOf = (s: Status, count: number): Tally => ({ code: s.code, name: s.name, letter: s.letter, colour: s.colour, kind: s.kind, count })

/** Themes' addresses from their short names; one that another theme has already gets a number. */
const slugsOf = (names: readonly string[]): string[] => {
  const taken = new Map<string, number>()
  return names.map((name) => {
    const slug = slugOf(shortName(name)) || 'theme'
    const before = taken.get(slug) ?? 0
    taken.set(slug, before + 1)
    return before === 0 ? slug : `${slug}-${before + 1}`
  })
}

/** The top level's items with what stands under each. A flat plan is one theme that has no item and the plan's own name. */
const themesOf = (snapshot: Snapshot, rows: readonly ReportRow[], top: (item: SnapshotItem) => SnapshotItem): Theme[] => {
  if (answeringLevel(snapshot) === 0) return [{ item: null, slug: 'all', name: snapshot.plan.title, full: snapshot.plan.title, rows, headline: headlineOf(rows, snapshot.vocabulary), tallies: tally(snapshot, rows) }]
  const tops = snapshot.items.filter((i) => i.parent === null)
  const slugs = slugsOf(tops.map((t) => t.text))
  return tops.map((item, i) => {
    const own = rows.filter((r) => top(r.item).id === item.id)
    return { item, slug: slugs[i]!, name: shortName(item.text) || item.text, full: item.text, rows: own, headline: headlineOf(own, snapshot.vocabulary), tallies: tally(snapshot, own) }
  })
}

const gravity: readonly Mark[] = ['off track', 'at risk', 'paused', 'discontinued']
const attentionOf = (snapshot: Snapshot, rows: readonly ReportRow[]): Attention[] => [
  ...gravity.map((kind) => ({ title: snapshot.vocabulary.statuses.find((s) => s.kind === kind)?.name ?? kind, kind, rows: rows.filter((r) => r.status?.kind === kind) })),
  { title: 'Not in the key', kind: null, rows: rows.filter((r) => r.code !== null && r.status === null) },
  { title: 'Not stated', kind: null, rows: rows.filter((r) => r.code === null) },
].filter((a) => a.rows.length > 0)

export const readingOf = (snapshot: Snapshot): Reading => {
  const byId = new Map(snapshot.items.map((i) => [i.id, i]))
  const children = new Map<string | null, SnapshotItem[]>()
  for (const item of snapshot.items) children.set(item.parent, [...(children.get(item.parent) ?? []), item])
  const above = (item: SnapshotItem): SnapshotItem[] => {
    const parent = item.parent === null ? undefined : byId.get(item.parent)
    return parent === undefined ? [] : [...above(parent), parent]
  }
  const top = (item: SnapshotItem): SnapshotItem => above(item)[0] ?? item
  const rows = rowsOf(snapshot)
  const rowById = new Map(rows.map((r) => [r.item.id, r]))
  const themes = themesOf(snapshot, rows, top)
  return {
    snapshot, rows, themes, above, headline: headlineOf(rows, snapshot.vocabulary), attention: attentionOf(snapshot, rows), unlisted: unlistedOf(snapshot).map((u) => u.item), tallies: tally(snapshot, rows),
    item: (id) => byId.get(id) ?? null, row: (id) => rowById.get(id) ?? null, childrenOf: (id) => children.get(id) ?? [],
    themeOf: (item) => themes.find((t) => t.item?.id === top(item).id) ?? null,
  }
}

/** The page's first line, and the line that qualifies it. */
export const answerOf = (reading: Reading, headline: Headline = reading.headline, period: Period = reading.snapshot.period): string =>
  headlineSentence(headline, (n) => answeringNoun(reading.snapshot, n), period)

const countOf = (rows: readonly ReportRow[], kind: Mark): number => rows.filter((r) => r.status?.kind === kind).length
/** "2 are off track and 5 at risk. 1 has no status stated and counts as neither." */
export const qualifierOf = (rows: readonly ReportRow[], headline: Headline): string => {
  const [off, risk] = [countOf(rows, 'off track'), countOf(rows, 'at risk')]
  const behind = off + risk === 0 ? 'None is off track or at risk.' : [off > 0 ? `${off} ${off === 1 ? 'is' : 'are'} off track` : '', risk > 0 ? `${risk} ${off > 0 ? '' : risk === 1 ? 'is ' : 'are '}at risk` : ''].filter(Boolean).join(' and ') + '.'
  return [behind, notStatedSentence(headline)].filter(Boolean).join(' ')
}

/** Items whose words or remark hold every word asked for, in the plan's order. */
export const found = (reading: Reading, query: string): readonly SnapshotItem[] => {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  return reading.snapshot.items.filter((i) => {
    const text = `${i.ref ?? ''} ${i.text} ${i.update?.remark ?? ''}`.toLowerCase()
    return wanted.every((w) => text.includes(w))
  })
}
