import { expect, test } from 'vitest'
import { snapshotFixture } from '../../tests/support/snapshot.ts'
import { compose } from './compose.ts'
import { cellText, plainText, type Block, type Document } from './document.ts'
import { headlineOf } from './headline.ts'
import { rowsOf } from './rows.ts'
import { headlineSentence, nounOf } from './wording.ts'

const snapshot = snapshotFixture()
const blocks = (d: Document): Block[] => d.sections.flatMap((s) => [...s.blocks])
const headings = (d: Document): string[] => blocks(d).flatMap((b) => (b.kind === 'heading' ? [b.text] : []))
const lead = (d: Document): string => blocks(d).flatMap((b) => (b.kind === 'paragraph' && b.style === 'lead' ? [plainText(b.runs)] : []))[0]!

test('the headline says met, of and percent, and the line below it how many gave no status', () => {
  const h = headlineOf(rowsOf(snapshot), snapshot.vocabulary)
  expect(lead(compose(snapshot))).toBe(`${h.met} of ${h.of} milestones (${h.percent}%) due this quarter are completed or on track.`)
  expect(blocks(compose(snapshot)).some((b) => b.kind === 'paragraph' && plainText(b.runs).startsWith(`${h.notStated} have no status stated`))).toBe(true)
})

test('one is singular, none is said, and a level keeps its own name', () => {
  const h = { met: 1, of: 1, percent: 100, notStated: 0, byStatus: {} }
  expect(headlineSentence(h, (n) => nounOf('Actions', n), snapshot.period)).toBe('1 of 1 action (100%) due this quarter is completed or on track')
  expect(headlineSentence({ ...h, met: 0, of: 0, percent: null }, (n) => nounOf('Activity', n), snapshot.period)).toBe('No activities were due this quarter')
  expect(headlineSentence({ ...h, met: 0, of: 74, percent: 0, notStated: 74 }, (n) => nounOf('Step', n), snapshot.period)).toBe('No status is stated for any of the 74 steps due this quarter')
  expect(nounOf('Key Milestones to Deliver', 2)).toBe('milestones')
  expect(nounOf('What we will do this year', 2)).toBe('items')
  expect(nounOf('Progress', 1)).toBe('progress')
})

test('only the parts of the header that were given are there', () => {
  const bare = compose({ ...snapshot, header: {}, narrative: [], changes: [], approved: false, papers: [] })
  expect(blocks(bare).some((b) => b.kind === 'facts')).toBe(false)
  expect(headings(bare)).not.toContain('Purpose')
  expect(headings(bare).some((h) => h.startsWith('What changed'))).toBe(false)
  expect(headings(bare).some((h) => /measure|indicator/i.test(h))).toBe(false)
})

test('the appendix has every row of the update under the plan\'s own level names', () => {
  const table = compose(snapshot).sections[1]!.blocks.flatMap((b) => (b.kind === 'table' ? [b] : [])).at(-1)!
  expect(table.columns.map((c) => c.heading)).toEqual([...snapshot.plan.levels, 'Status', 'Remark'])
  expect(table.rows.map((row) => row.map(cellText))).toEqual(rowsOf(snapshot).map((r) => [...r.path, r.code ?? '', r.remark]))
})

test('each row that is behind, paused or silent stands under its theme, the gravest first', () => {
  const entries = blocks(compose(snapshot)).flatMap((b) => (b.kind === 'entries' ? b.entries : []))
  expect(entries).toHaveLength(rowsOf(snapshot).filter((r) => r.status === null || ['at risk', 'off track', 'paused'].includes(r.status.kind)).length)
  expect(entries.map((e) => e.said)).toContain('Not stated: to be confirmed')
})

test('what the update does not list is told apart and counted nowhere', () => {
  const unlisted = snapshot.items.filter((i) => i.level === 3 && i.update === null)
  const all = blocks(compose(snapshot))
  const start = all.findIndex((b) => b.kind === 'heading' && b.text.startsWith('Appendix B'))
  expect(all.slice(start).flatMap((b) => (b.kind === 'list' ? b.items : []))).toHaveLength(unlisted.length)
})

test('abbreviations are those that the words define or the header explains, where they are used', () => {
  const terms = blocks(compose(snapshot)).flatMap((b) => (b.kind === 'terms' ? b.terms : []))
  expect(terms).toEqual([
    { term: 'ASC', meaning: 'adult social care' }, { term: 'HMO', meaning: 'houses in multiple occupation' }, { term: 'SEND', meaning: 'special educational needs and disabilities' },
  ])
})

test('the words that changed are marked on their own side', () => {
  const table = blocks(compose(snapshot)).find((b) => b.kind === 'table' && b.columns[0]!.heading === 'Change')
  const [, approved, reported] = (table as Extract<Block, { kind: 'table' }>).rows.find((r) => cellText(r[0]!).startsWith('Target changed'))!
  expect(approved).toMatchObject({ runs: [{ text: 'Bring ' }, { text: '60', change: 'gone' }, { text: ' empty homes back into use by March' }] })
  expect(reported).toMatchObject({ runs: [{ text: 'Bring ' }, { text: '45', change: 'new' }, { text: ' empty homes back into use by March' }] })
})

test('two themes of one name have two addresses', () => {
  const items = snapshot.items.map((i) => (i.text === 'Homes' ? { ...i, text: 'people!' } : i))
  const ids = blocks(compose({ ...snapshot, items, narrative: [] })).flatMap((b) => (b.kind === 'heading' && b.id !== '' ? [b.id] : []))
  expect(new Set(ids).size).toBe(ids.length)
})

test('a status outside the key stands by its own word and is counted as not met', () => {
  const items = snapshot.items.map((i) => (i.id === 'm1' ? { ...i, update: { ...i.update!, status: 'Teal' } } : i))
  expect(JSON.stringify(compose({ ...snapshot, items }))).toContain('Teal (not in the key)')
})

test('a plan of one level, an update of no rows and a vocabulary of none still make a report', () => {
  const flat = { ...snapshot, plan: { ...snapshot.plan, levels: ['Recommendation'] }, items: snapshot.items.filter((i) => i.level === 3).map((i) => ({ ...i, level: 0, parent: null })), narrative: [] }
  expect(lead(compose(flat))).toContain('recommendations')
  expect(lead(compose({ ...snapshot, items: snapshot.items.map((i) => ({ ...i, update: null })), narrative: [] }))).toBe('No milestones were due this quarter.')
  expect(() => compose({ ...snapshot, vocabulary: { ...snapshot.vocabulary, statuses: [] }, narrative: [] })).not.toThrow()
})
