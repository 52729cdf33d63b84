import { describe, expect, test } from 'vitest'
import type { PlanRow } from '../../../plans/index.ts'
import { readPaper } from '../../readers/index.ts'
import { readText } from '../../readers/text.ts'
import { recognise } from '../index.ts'
import { recognisePlans } from './index.ts'

const tablesOf = (lines: readonly string[], plan?: readonly PlanRow[], file = 'paper.txt') => {
  const content = readText(file, new TextEncoder().encode(lines.join('\n')))
  return recognisePlans(content, content.blocks, plan ? { plan } : {})
}
const rowsOf = (lines: readonly string[], plan?: readonly PlanRow[]): readonly PlanRow[] => tablesOf(lines, plan).tables.flatMap((t) => (t.kind === 'plan' || t.kind === 'progress' ? t.rows : []))
const cells = (r: PlanRow) => [r.theme, r.objective, r.deliverable, r.milestone, r.status, r.remark]

const head = 'Objective\tWe will\tMilestone\tRAG\tRemarks'
const first = 'Keep the market alive\tMend the market hall roof\tAppoint a builder\tGreen\tThree bids came in.'
const start = ['Town: We will look after the town.', '', head, first]
const planRows = (milestones: readonly string[]): string[] => ['Town: We will look after the town.', '', 'Objective\tWe will\tMilestones', `Keep the market alive\tMend the market hall roof\t${milestones.map((m) => `• ${m}`).join(' ')}`]

describe('Rows of an update', () => {
  test('carry their parents down and name the theme before the colon', () => {
    const rows = rowsOf([...start, '\t\tOpen the new stalls\tAmber\t'])
    expect(rows.map(cells)).toEqual([
      ['Town', 'Keep the market alive', 'Mend the market hall roof', 'Appoint a builder', 'Green', 'Three bids came in.'],
      ['Town', 'Keep the market alive', 'Mend the market hall roof', 'Open the new stalls', 'Amber', ''],
    ])
    expect(rows[0]!.path).toEqual([{ level: 'Theme', text: 'Town' }, { level: 'Objective', text: 'Keep the market alive' }, { level: 'We will', text: 'Mend the market hall roof' }, { level: 'Milestone', text: 'Appoint a builder' }])
    expect(rows[1]!.source.line).toBe(5)
    expect(rows.flatMap((r) => r.review)).toEqual([])
  })

  test('moved right by an empty cell are mended, and a remark that may have fallen off is asked for', () => {
    const [, row] = rowsOf([...start, '\t\tLight the square\tOrder the lamps\tGreen', '\t\tFit the lamps\tAmber\tNext month.'])
    expect(cells(row!).slice(2)).toEqual(['Light the square', 'Order the lamps', 'Green', ''])
    expect([row!.repaired.length, row!.review.length]).toEqual([1, 1])
  })

  test('moved left ask, with what they are read as; rows under them ask as well', () => {
    const rows = rowsOf([...start, '\tOpen the new stalls\t\tGreen\tIn May.', '\t\tPaint the doors\tAmber\t'])
    expect(cells(rows[1]!).slice(2)).toEqual(['Mend the market hall roof', 'Open the new stalls', 'Green', 'In May.'])
    expect(rows.map((r) => r.review.length > 0)).toEqual([false, true, true])
  })

  test('moved left are sure where the approved plan has the words as a milestone', () => {
    const plan = rowsOf(planRows(['Appoint a builder', 'Open the new stalls', 'Paint the doors']))
    const rows = rowsOf([...start, '\tOpen the new stalls\t\tGreen\tIn May.', '\t\tPaint the doors\tAmber\t'], plan)
    expect(rows.flatMap((r) => r.review)).toEqual([])
    expect(rows[1]!.milestone).toBe('Open the new stalls')
  })

  test('whose words the approved plan has as a deliverable have lost their own words', () => {
    const plan = rowsOf([...planRows(['Appoint a builder']), '\tLight the square\t• Order the lamps'])
    const [, row] = rowsOf([...start, '\tLight the square\t\tGreen\tIn May.'], plan)
    expect(cells(row!).slice(2)).toEqual(['Light the square', null, 'Green', 'In May.'])
    expect(row!.review).not.toEqual([])
  })

  test('that the approved plan has elsewhere ask', () => {
    const plan = rowsOf([...planRows(['Appoint a builder']), '\tLight the square\t• Order the lamps'])
    expect(rowsOf([...start, '\t\tOrder the lamps\tGreen\t'], plan).map((r) => r.review.length)).toEqual([0, 1])
  })

  test('printed over two lines are joined: parents, words and remarks', () => {
    const rows = rowsOf([...start, 'Keep the square green and\tCare for the trees\tWater the limes\tGreen\tDone in', 'pleasant to sit in\t\tPrune the planes\tAmber\t', '\t\t\t\tthe autumn.'])
    expect(rows.map((r) => r.objective)).toEqual(['Keep the market alive', 'Keep the square green and pleasant to sit in', 'Keep the square green and pleasant to sit in'])
    expect(rows[2]!.remark).toBe('the autumn.')
  })

  test('with two statuses in one cell are two rows that ask', () => {
    const rows = rowsOf([...start, '\t\tOpen the new stalls Review the rents\tGreen Amber\tOpened in May. Rents go to committee.'])
    expect(rows.slice(1).map((r) => [r.milestone, r.status, r.remark])).toEqual([['Open the new stalls', 'Green', 'Opened in May.'], ['Review the rents', 'Amber', 'Rents go to committee.']])
    expect(rows.slice(1).every((r) => r.review.length > 0)).toBe(true)
  })

  test('without a status say so; a remark in its place is a remark, and the status is lost', () => {
    const rows = rowsOf([...start, '\t\tOpen the new stalls\t\t', '\tLight the square\t\tThe lamps came late and will be fitted in June.\t'])
    expect(rows.slice(1).map((r) => [r.milestone, r.status, r.remark, r.review.length > 0])).toEqual([['Open the new stalls', '', '', true], [null, null, 'The lamps came late and will be fitted in June.', true]])
  })

  test('keep page numbers and stray letters out', () => {
    const rows = rowsOf([...start, '17\t\tOpen the new stalls\tf Green\tIn May.'])
    expect(cells(rows[1]!).slice(1, 5)).toEqual(['Keep the market alive', 'Mend the market hall roof', 'Open the new stalls', 'Green'])
    expect(rows[1]!.review).toEqual([])
  })

  test('printed twice ask', () => {
    expect(rowsOf([...start, first]).map((r) => r.review.length)).toEqual([1, 1])
  })

  test('under a new objective without a deliverable of its own have none, and ask', () => {
    const [, row] = rowsOf([...start, 'Keep the square green\t\tWater the limes\tGreen\t'])
    expect([row!.deliverable, row!.review.length > 0]).toEqual([null, true])
  })
})

describe('A plan', () => {
  test('has a milestone a bullet; a list in a list is one', () => {
    const rows = rowsOf(planRows(['Appoint a builder', 'Give grants for <ul> • Awnings • Signs']))
    expect(rows.map((r) => r.milestone)).toEqual(['Appoint a builder', 'Give grants for Awnings Signs'])
    expect(tablesOf(planRows(['Appoint a builder'])).tables[0]!.kind).toBe('plan')
  })

  test('keeps a cell whose bullets are lost as one row that asks', () => {
    const rows = rowsOf(['Objective\tDeliverables', 'Keep the market alive\t Mend the roof of the hall Open twelve new stalls Review the rents', 'Light the square\tOrder the lamps'])
    expect(rows.map((r) => [r.deliverable?.slice(0, 8), r.milestone, r.review.length])).toEqual([['Mend the', null, 1], ['Order th', null, 0]])
  })
})

describe('A table', () => {
  test('takes its key as its statuses', () => {
    const [table] = tablesOf([...start, '\t\tOpen the stalls\tTeal\t', '', 'Key\t\t', 'Green - going well\tTeal - given up']).tables
    expect(table!.kind === 'progress' && table!.legend?.map((e) => [e.name, e.colour, e.meaning])).toEqual([['Green', 'Green', 'going well'], ['Teal', 'Teal', 'given up']])
  })

  test.each([
    ['Delivery plan update, Quarter 2 2031/32', 'paper.txt', '2031-32-Q2'],
    ['Q4 2031-2032 performance report', 'paper.txt', '2031-32-Q4'],
    ['Delivery plan update', 'update-2031-32-q3.txt', '2031-32-Q3'],
    ['Council plan 2031-2036', 'paper.txt', null],
  ])('of "%s" in %s is of %s', (title, file, period) => {
    expect(tablesOf([title, '', ...start], undefined, file).tables[0]!.period).toBe(period)
  })

  test('with statuses but without headings is told, not guessed', () => {
    const { tables, findings } = tablesOf(['Update', '', first, '\t\tOpen the twelve new stalls\tAmber\t', '\t\tPaint the two front doors\tRed\t'])
    expect([tables.length, findings.map((f) => f.code)]).toEqual([0, ['table.no-headings']])
  })

  test('whose theme is printed after it is read under that theme, with a finding', () => {
    const { tables, findings } = tablesOf(['Update', '', head, first, '', 'Town: We will look after the town.', '', head, '\t\tOpen the new stalls\tAmber\t'])
    expect(tables[0]!.rows.map((r) => (r as PlanRow).theme)).toEqual(['Town', 'Town'])
    expect(findings.map((f) => f.code)).toEqual(['theme.after-table'])
  })
})

const htmlRow = (objective: string, deliverable: string, milestones: readonly string[]): string => `<tr><td>${objective}</td><td>${deliverable}</td><td><ul>${milestones.map((m) => `<li>${m}</li>`).join('')}</ul></td></tr>`

test('in a format that keeps cells whole, what could be an item of its own is one: words go on over rows only in texts and PDFs', async () => {
  const head = '<!doctype html><html><body><h1>Delivery Plan 2031-32</h1><h2>Parks: We will care for our parks.</h2><table><tr><th>Objective</th><th>What we will do this year</th><th>Milestones</th></tr>'
  const html = `${head}${htmlRow('Keep parks cared for', 'Renew play areas', ['Choose a design'])}${htmlRow('', 'Look after trees', ['Publish a tree strategy', 'Plant 90 trees'])}${htmlRow('', 'Improve the river', ['Agree a river plan'])}</table></body></html>`
  const { tables } = recognise(await readPaper('plan.html', Buffer.from(html)))
  const rows = tables.flatMap((t) => (t.kind === 'plan' ? [...t.rows] : []))
  expect(rows.map((r) => [r.deliverable, r.milestone, r.review])).toEqual([
    ['Renew play areas', 'Choose a design', []], ['Look after trees', 'Publish a tree strategy', []], ['Look after trees', 'Plant 90 trees', []], ['Improve the river', 'Agree a river plan', []],
  ])
})
