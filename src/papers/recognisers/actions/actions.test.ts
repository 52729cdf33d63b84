import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hasPapers, paper, tellSkipped } from '../../../../tests/support/papers.ts'
import type { ActionRow } from '../../../plans/index.ts'
import { readHtml } from '../../readers/html.ts'
import { readText } from '../../readers/text.ts'
import type { PaperContent } from '../../types.ts'
import { recogniseActions } from './index.ts'

const tablesIn = (content: PaperContent): (readonly ActionRow[])[] => recogniseActions(content, content.blocks, {}).tables.flatMap((t) => (t.kind === 'actions' ? [t.rows] : []))
const fromText = (text: string): readonly ActionRow[] => tablesIn(readText('plan.txt', new TextEncoder().encode(text)))[0] ?? []
const fromHtml = (body: string): readonly ActionRow[] => tablesIn(readHtml('plan.html', new TextEncoder().encode(`<!doctype html><html><body>${body}</body></html>`)))[0] ?? []
const told = (rows: readonly ActionRow[]): string[] => rows.map((r) => [r.section ?? '', r.ref ?? '', r.step === null ? (r.action ?? `measure: ${r.target}`) : `- ${r.step}`].filter(Boolean).join(' | '))
const table = (...rows: string[][]): string => `<table>${rows.map((r, i) => `<tr>${r.map((c) => (c.startsWith('<t') ? c : i === 0 ? `<th>${c}</th>` : `<td>${c}</td>`)).join('')}</tr>`).join('')}</table>`

const part = (heading: string, ...items: string[]): string[] => [heading, '', 'We will:', '', ...items.map((i) => `- ${i}`), '', 'We will measure how well we are doing by:', '', '- visits each year', '']

describe('an action table', () => {
  test('under headings of its own has sections, leads as a list and dates as months', () => {
    const rows = fromText(['Adult care improvement programme', '', 'Priority 1: Leadership that listens', '', 'What needs to happen\tWho\tBy when\tHow we will know', 'Set up a reference group\tPrincipal Social Worker; Chair\tMarch 2026\tThe group meets', '',
      'Priority 2: Timely assessments', '', 'What needs to happen\tWho\tBy when\tHow we will know', 'Clear the waiting list\tTeam managers\tJan - Mar 26\tNobody waits'].join('\n'))
    expect(told(rows)).toEqual(['Priority 1: Leadership that listens | Set up a reference group', 'Priority 2: Timely assessments | Clear the waiting list'])
    expect(rows[0]).toMatchObject({ leads: ['Principal Social Worker', 'Chair'], due: { words: 'March 2026', from: '2026-03', to: '2026-03' }, target: 'The group meets', progress: null, step: null, review: [] })
    expect(rows[1]!.path).toEqual([{ level: 'Priority', text: 'Priority 2: Timely assessments' }, { level: 'Action', text: 'Clear the waiting list' }])
  })
  test('with rows merged across it has those as sections, and bullets under an action as steps', () => {
    const rows = fromHtml(table(['Ref', 'Action', 'Lead', 'Deadline', 'Resources required'], ['<td colspan="5">Crew absence</td>'], ['A1', 'Agree a protocol<ul><li>Draft it with unions</li><li>Sign it off</li></ul>', 'HR Partner, Depot Manager', '30/04/2026', 'None'], ['<td colspan="5">Missed bins</td>'], ['B1', 'Fit route software', 'Fleet Lead', '2026/27', '£80k']))
    expect(told(rows)).toEqual(['Crew absence | A1 | Agree a protocol', 'Crew absence | - Draft it with unions', 'Crew absence | - Sign it off', 'Missed bins | B1 | Fit route software'])
    expect(rows[0]).toMatchObject({ leads: ['HR Partner', 'Depot Manager'], capacity: 'None', review: [] })
  })
  test('of recommendations carries a merged recommendation, its lead and date down to each action', () => {
    const rows = fromHtml(table(['Rec No.', 'Recommendation', 'Agreed action', 'Responsible officer', 'Target date'], ['<td rowspan="2">R1</td>', '<td rowspan="2">Say what the council stops doing</td>', 'List services under review', '<td rowspan="2">Head of Strategy</td>', '<td rowspan="2">Sept 2025</td>'], ['Hold a workshop'], ['R2', 'Strengthen finance', '<ul><li>Recruit two accountants</li><li>Review the chart of accounts</li></ul>', 'Director', 'Ongoing']))
    expect(told(rows)).toEqual(['Say what the council stops doing | R1 | List services under review', 'Say what the council stops doing | Hold a workshop', 'Strengthen finance | R2 | Recruit two accountants', 'Strengthen finance | Review the chart of accounts'])
    expect(rows[1]).toMatchObject({ leads: ['Head of Strategy'], due: { words: 'Sept 2025' } })
    expect(rows[3]).toMatchObject({ leads: ['Director'], due: { words: 'Ongoing', from: null, to: null } })
  })
  test('with a column of steps has each step under its action', () => {
    const rows = fromHtml(table(['Area for improvement', 'Action', 'Key steps', 'Lead officer', 'Timescale'], ['<td rowspan="3">Voice of tenants</td>', '<td rowspan="2">Set up a panel</td>', 'Recruit twelve tenants', '<td rowspan="2">Housing Manager</td>', 'May 26'], ['Hold the first meeting', 'July 26'], ['Survey all tenants', '', 'Insight Lead', 'Autumn']))
    expect(told(rows)).toEqual(['Voice of tenants | Set up a panel', 'Voice of tenants | - Recruit twelve tenants', 'Voice of tenants | - Hold the first meeting', 'Voice of tenants | Survey all tenants'])
    expect(rows[2]).toMatchObject({ action: 'Set up a panel', leads: ['Housing Manager'], due: { from: '2026-07' } })
  })
  test('over pages joins a row, gives words that the next page repeats once, and says so', () => {
    const head = 'No.\tAction\tOwner\tDue date\tProgress to date'
    const rows = fromText([head, '1.1\tReplace the scheduling system\tHead of Repairs\tMay 2025\tSupplier chosen and contract', '', head, '\t\t\t\tcontract signed', '1.2\tInspect empty homes\tVoids Lead\tSept 25\tNone'].join('\n'))
    expect(rows.map((r) => [r.ref, r.progress])).toEqual([['1.1', 'Supplier chosen and contract signed'], ['1.2', 'None']])
    expect([rows[0]!.review, rows[0]!.repaired]).toEqual([['the next page repeats "contract", which is given once'], ['joined with its continuation on the next page']])
  })
  test('numbered by section keeps bullets of a section’s heading out of the steps', () => {
    const head = 'Action\tLead\tBy when'
    const rows = fromText([head, '1. Strengthen scrutiny: - in committee - in task groups\t\t', '1.1 Appoint a chair\tLeader\tMay 2027', '1.2 Train members: - in the spring - in the autumn\tClerk\tTBC', 'a) invite a trainer\t\tJune 2027'].join('\n'))
    expect(told(rows)).toEqual(['1. Strengthen scrutiny: in committee in task groups | 1.1 | Appoint a chair', ...['1.2 | Train members:', '- in the spring', '- in the autumn', 'a | - invite a trainer'].map((t) => `1. Strengthen scrutiny: in committee in task groups | ${t}`)])
    expect(rows.at(-1)).toMatchObject({ ref: 'a', due: { from: '2027-06', to: '2027-06' } })
  })
  test('says what it can’t tell: two dates beside two steps', () => {
    const rows = fromText(['Action\tLead\tBy when', '1.1 Write the strategy - consult on it - adopt it\tPlanner\tMay 2027 July 2027', '1.2 Print it\tPlanner\tMay 2028'].join('\n'))
    expect(rows.map((r) => [r.due?.words ?? null, r.review.length > 0])).toEqual([['May 2027 July 2027', true], [null, true], [null, true], ['May 2028', false]])
  })
  test('with a row that lost or gained a cell keeps its words and guesses nothing beside them', () => {
    const rows = fromText(['Ref\tAction\tLead\tBy when', 'A1\tMend the roof\tSurveyor\tMay 2027', 'A2\tPaint the doors Surveyor\tJune 2027', 'A3\tSweep the yard\t\tCaretaker\tMonthly', '\tA4\tLight the path\tEngineer\tJuly 2027', 'A5\tFix the gate\tCaretaker\tTBC', 'A6\tOil the lock\tCaretaker\tTBC', ...Array.from({ length: 20 }, (_, i) => `B${i}\tCheck lamp ${i}\tCaretaker\tMay 2028`)].join('\n'))
    const at = (ref: string): ActionRow => rows.find((r) => r.ref === ref)!
    for (const ref of ['A2', 'A3']) expect([at(ref).leads, at(ref).due, at(ref).review.length]).toEqual([null, null, 1])
    expect(at('A4')).toMatchObject({ action: 'Light the path', leads: ['Engineer'], due: { from: '2027-07' }, review: [], repaired: ['its row stood one cell to the right'] })
    expect(at('A5')).toMatchObject({ leads: ['Caretaker'], review: [] })
  })
  test('with measures of success lists them under their section', () => {
    const rows = fromText(['Our homes are safe', '', 'Measures of success', '', '- No home lacks a gas certificate', '- Tenants say they feel safe', '', 'Actions we will take\tPerson\tTimescale', 'Check every boiler\tGas Manager\tMonthly'].join('\n'))
    expect(told(rows)).toEqual(['Our homes are safe | measure: No home lacks a gas certificate', 'Our homes are safe | measure: Tenants say they feel safe', 'Our homes are safe | Check every boiler'])
  })
  test('of a strategy is its "we will" lists', () => {
    expect(told(fromText([...part('Reading for all', 'open a library van', 'lend e-books to every child'), ...part('Places to meet', 'paint the halls', 'keep them open late')].join('\n')))).toEqual([
      'Reading for all | open a library van', 'Reading for all | lend e-books to every child', 'Reading for all | measure: visits each year', 'Places to meet | paint the halls', 'Places to meet | keep them open late', 'Places to meet | measure: visits each year'])
  })
  test('is not a risk register, a plan with statuses or a table of money', () => {
    expect(fromText('Risk\tMitigating action\tOwner\nFlood\tClear the drains\tHead of Roads')).toEqual([])
    expect(fromText('Action\tLead\tDue\tRAG\nClear the drains\tHead of Roads\tMay 2027\tGreen')).toEqual([])
    expect(fromText('Scheme\tBudget\tOutturn\nHall\t12.5\t13.0')).toEqual([])
  })
})

const count = (rows: readonly ActionRow[]): string => {
  const [sections, actions, steps, measures] = [new Set(rows.map((r) => r.section)).size, rows.filter((r) => r.action !== null && r.step === null).length, rows.filter((r) => r.step !== null).length, rows.filter((r) => r.action === null).length]
  return `${sections} sections, ${actions} actions, ${steps} steps, ${measures} measures`
}
const real = (name: string): (readonly ActionRow[])[] => tablesIn(readText(name, readFileSync(paper(name))))
tellSkipped('counts of real action tables')
describe.skipIf(!hasPapers)('the real papers, as a person counted them', () => {
  test('the 2006 programme', () => {
    const [rows] = real('improvement-plan-2006.txt')
    expect(count(rows!)).toBe('10 sections, 55 actions, 40 steps, 0 measures')
    process.stdout.write(`the 2006 programme: ${count(rows!)}, ${rows!.filter((r) => r.review.length > 0).length} of ${rows!.length} rows asking for review\n`)
  })
  test('the children’s plan of 2024', () => expect(count(real('cabinet-pack-2024-09-26.txt')[0]!)).toBe('9 sections, 74 actions, 0 steps, 32 measures'))
  test('the education strategy of 2025', () => expect(count(real('cabinet-pack-2025-03-27.txt')[0]!)).toBe('5 sections, 33 actions, 0 steps, 26 measures'))
  test('no update or delivery plan is taken for actions', () => { for (const name of ['progress-2025-26-q3-growth.txt', 'delivery-plan-2023-24.txt']) expect(real(name)).toEqual([]) })
})
