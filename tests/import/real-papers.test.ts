import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { headline, type Headline } from '../../src/progress/index.ts'
import { draftSnapshot, type Snapshot } from '../../src/reports/index.ts'
import { freshDatabase } from '../support/database.ts'
import { hasPapers, paper, tellSkipped } from '../support/papers.ts'
import { newCouncil, period, take } from './council.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())
tellSkipped('the real packs through the importer')

const topOf = (s: Snapshot, id: string): string => { const item = s.items.find((i) => i.id === id)!; return item.parent === null ? item.text : topOf(s, item.parent) }
const headlineOf = (s: Snapshot, theme?: string): Headline =>
  headline(s.items.flatMap((i) => (i.update !== null && (theme === undefined || topOf(s, i.id) === theme) ? [i.update] : [])), s.vocabulary)

test.skipIf(!hasPapers)("a published pack: the council's own headline, and each theme's count", async () => {
  const ctx = await newCouncil(opened.db, 'real-q1')
  const { counts } = await take(ctx, 'pack.txt', '2024-25-Q1', readFileSync(paper('cabinet-pack-2024-09-26.txt')))
  const snapshot = await draftSnapshot(ctx.db, ctx.councilId, undefined, period('2024-25-Q1'))
  expect(headlineOf(snapshot)).toMatchObject({ met: 145, of: 162, percent: 90, notStated: 1, byStatus: { Blue: 23, Green: 122, Amber: 15, Red: 1 } })
  const themes = snapshot.items.filter((i) => i.level === 0).map((i) => i.text)
  expect(themes.map((t) => headlineOf(snapshot, t).of)).toEqual([50, 52, 39, 21])
  expect(snapshot.items.filter((i) => i.update !== null && i.update.confirm.length > 0)).toHaveLength(counts.flagged)
})

test.skipIf(!hasPapers)('a published plan and a later part of an update: most rows are found in the plan, and the rest is said', async () => {
  const ctx = await newCouncil(opened.db, 'real-q3')
  expect((await take(ctx, 'plan.txt', '2025-26', readFileSync(paper('cabinet-pack-2025-03-27.txt')))).counts).toMatchObject({ rows: 256, flagged: 0 })
  const { counts, rows } = await take(ctx, 'q3.txt', '2025-26-Q3', readFileSync(paper('progress-2025-26-q3-growth.txt')))
  expect(counts.rows).toBe(39)
  expect(rows.filter((r) => r.match === null).length).toBeLessThan(5)
  const snapshot = await draftSnapshot(ctx.db, ctx.councilId, undefined, period('2025-26-Q3'))
  expect(snapshot.items.filter((i) => i.update !== null)).toHaveLength(39)
  expect(snapshot.approved).toBe(true)
  expect(snapshot.changes.length).toBeGreaterThan(0)
})
