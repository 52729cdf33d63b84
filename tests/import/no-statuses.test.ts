import { afterAll, beforeAll, expect, test } from 'vitest'
import { proofReader } from '../../src/papers/checks/proof-reader.ts'
import { acceptProposal, proposePaper } from '../../src/papers/proposals/index.ts'
import { draftSnapshot, publicationCommands, publicPages, publicRecord, render } from '../../src/reports/index.ts'
import { buildServer } from '../../src/web/server.ts'
import { freshDatabase } from '../support/database.ts'
import { closedDoors } from '../support/doors.ts'
import { newCouncil, period, ran } from './council.ts'

let opened: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => { opened = await freshDatabase() })
afterAll(() => opened.close())

const actions = `Ref,Action,Lead,Timescale,Progress
1.1,Write a training plan for social workers,Head of Learning,Sept 2025,The plan is drafted
1.2,Audit thirty case files each month,Head of Practice,Monthly,Audits began in April
1.3,Open a drop-in for young carers,Service Manager,TBC,
2.1,Agree a protocol with the health trust,Director,March 2026,First meeting held
`

test('an action plan without statuses says so in the report, on the page and at its publication, and never "0 of 4"', async () => {
  const ctx = await newCouncil(opened.db, 'actions-only')
  const { proposalId } = await proposePaper(ctx, { file: 'improvement-plan.csv', bytes: new TextEncoder().encode(actions), period: period('2025-26-Q1') })
  await acceptProposal(ctx, proposalId)
  const snapshot = await draftSnapshot(ctx.db, ctx.councilId, undefined, period('2025-26-Q1'))
  const report = new TextDecoder().decode(await render(snapshot, 'html'))
  const said = await ran(ctx.db, publicationCommands(proofReader), 'publish', [], { council: 'actions-only', period: '2025-26-Q1' })
  const app = await buildServer({ doors: closedDoors, now: () => new Date('2025-08-01T12:00:00Z'), fault: (e) => { throw e }, log: null }, [publicPages(publicRecord(ctx.db))])
  const page = (await app.inject('/actions-only')).body
  await app.close()
  expect(said).toContain('no status is stated')
  for (const text of [report, page]) {
    expect(text).toMatch(/No status is stated for any of the \d+ (?:actions|milestones|items|steps)/)
    expect(text).toContain('Audits began in April')
  }
  for (const text of [report, page, said]) expect(text).not.toMatch(/\b0 of \d/)
})
