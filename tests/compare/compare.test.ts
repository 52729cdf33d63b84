import { describe, expect, test } from 'vitest'
import { comparePlanWithUpdate, summarise, type Change, type PlanRow } from '../../src/plans/index.ts'
import { madeUpPlan, row } from './made-up-plan.ts'
import { random } from './mutations.ts'

const kinds = (changes: readonly Change[]): string[] => changes.map((c) => [c.kind, ...c.also].join(' + '))
const update = (approved: readonly PlanRow[], reported: readonly PlanRow[], listsNotDue = true) => comparePlanWithUpdate(approved, reported, { listsNotDue })
const place = (milestone: string | null, deliverable = 'Look after parks', objective = 'Green spaces', theme = 'Place') => row(theme, objective, deliverable, milestone)

const own = (texts: readonly string[]): PlanRow => ({ ...row(texts[0]!, texts[1]!, texts[2]!, texts[4]!), path: texts.map((text, i) => ({ level: `Tier ${i + 1}`, text })) })

describe('a plan held beside its update', () => {
  test('with nothing changed is unchanged and sure, whatever the order of rows', () => {
    const { changes, summary } = update(madeUpPlan, [...madeUpPlan].reverse())
    expect(summary).toEqual({ unchanged: madeUpPlan.length })
    expect(changes.every((c) => c.sure)).toBe(true)
  })
  test('an absent item is dropped only where the update lists items that are not due as well', () => {
    const approved = [place('Mow the verges'), place('Plant a wood of oaks')]
    expect(kinds(update(approved, [approved[0]!], true).changes)).toEqual(['unchanged', 'dropped'])
    expect(kinds(update(approved, [approved[0]!], false).changes)).toEqual(['unchanged', 'not reported'])
  })
  test('an update of one theme says nothing of the others, and the comparison says so', () => {
    const people = madeUpPlan.filter((r) => r.theme === 'Living well')
    const { summary, notCovered } = update(madeUpPlan, people)
    expect(summary).toEqual({ unchanged: people.length })
    expect(notCovered.map((n) => n.theme)).toEqual(['Green borough', 'Thriving places', 'An efficient council'])
    expect(summarise(update(madeUpPlan, people)).some((p) => p.say.includes('no part for Green borough'))).toBe(true)
  })
  test('a whole later plan without a theme has dropped it', () => {
    const rest = madeUpPlan.filter((r) => r.theme !== 'Living well')
    expect(comparePlanWithUpdate(madeUpPlan, rest, { listsNotDue: false, wholePlan: true }).summary).toEqual({ unchanged: rest.length, dropped: madeUpPlan.length - rest.length })
  })
  test('the same words under several deliverables are paired with their own', () => {
    const approved = [place('Develop business case', 'Build a pool'), place('Develop business case', 'Build a rink')]
    const { changes } = update(approved, [place('Develop business case', 'Build a rink')])
    expect(changes.map((c) => [c.kind, c.approved[0]?.deliverable])).toEqual([['dropped', 'Build a pool'], ['unchanged', 'Build a rink']])
  })
  test('a deliverable that is reworded is told once, not for each of its milestones', () => {
    const reported = [place('Mow the verges', 'Look after our parks and commons'), place('Mend the fountain', 'Look after our parks and commons')]
    const { changes } = update([place('Mow the verges'), place('Mend the fountain')], reported)
    expect(kinds(changes).sort()).toEqual(['reworded', 'unchanged', 'unchanged'])
    const told = changes.find((c) => c.kind === 'reworded')!
    expect([told.approved[0]!.milestone, told.approved[0]!.deliverable, told.reported[0]!.deliverable]).toEqual([null, 'Look after parks', 'Look after our parks and commons'])
  })
  test('a milestone under another deliverable has moved', () => {
    const approved = [place('Mend the Victorian bandstand roof'), place('Mow the verges'), place('Grit the roads in frost', 'Keep roads open')]
    const { changes } = update(approved, [place('Mow the verges'), place('Grit the roads in frost', 'Keep roads open'), place('Mend the Victorian bandstand roof', 'Keep roads open')])
    expect(changes.find((c) => c.approved[0]?.milestone?.includes('bandstand'))).toMatchObject({ kind: 'moved', sure: true })
  })
  test('a deliverable under another objective has moved, and its milestones with it have not', () => {
    const other = place('Clear gullies', 'Drain the lanes', 'Dry roads')
    const approved = [place('Mow the verges'), place('Mend the fountain'), place('Weed the beds', 'Tend flower beds'), other]
    const reported = [place('Mow the verges', 'Look after parks', 'Dry roads'), place('Mend the fountain', 'Look after parks', 'Dry roads'), place('Weed the beds', 'Tend flower beds'), other]
    const { changes } = update(approved, reported)
    expect(changes.filter((c) => c.kind === 'moved').map((c) => [c.approved[0]!.milestone, c.approved[0]!.objective, c.reported[0]!.objective])).toEqual([[null, 'Green spaces', 'Dry roads']])
  })
  test('one that became two is split, two that became one are merged', () => {
    const whole = place('Design and open a pump track in Westfield')
    const parts = [place('Design a pump track in Westfield'), place('Open a pump track in Westfield')]
    expect(update([whole], parts).changes).toMatchObject([{ kind: 'split', sure: true, approved: [whole], reported: parts }])
    expect(update(parts, [whole]).changes).toMatchObject([{ kind: 'merged', sure: true, approved: parts, reported: [whole] }])
  })
  test('another school is another promise, or at least not surely the same', () => {
    const { changes } = update([place('Commence works at Ashley Primary School')], [place('Commence works at Burton Primary School')])
    expect(changes.every((c) => !c.sure)).toBe(true)
  })
  test('a row that asks for review makes no sure claim', () => {
    const doubtful = row('Place', 'Green spaces', 'Look after parks', 'Plant 40 oaks', 3, ['the row moved'])
    expect(update([place('Plant 50 oaks')], [doubtful]).changes).toMatchObject([{ kind: 'target changed', sure: false }])
  })
  test('a row whose own words are lost neither matches nor lets its neighbours be surely dropped', () => {
    const lost = row('Place', 'Green spaces', 'Look after parks', null, 3, ['the milestone was lost'])
    const approved = [place('Plant 50 oaks'), place('Mow the verges'), place('Weed the beds')]
    const { changes } = update(approved, [approved[1]!, approved[2]!, lost])
    expect(changes.map((c) => [c.kind, c.sure])).toEqual([['dropped', false], ['unchanged', true], ['unchanged', true], ['added', false]])
  })
  test('the words that changed are marked, and what is only written otherwise is not', () => {
    expect(update([place('Plant five young oaks')], [place('Plant 5 old oaks')]).changes[0]!.words).toEqual([{ op: 'same', text: 'Plant 5' }, { op: 'gone', text: 'young' }, { op: 'new', text: 'old' }, { op: 'same', text: 'oaks' }])
  })
  test('plans with levels of their own are compared by their path', () => {
    const approved = [own(['A', 'B', 'Roads', 'Potholes', 'Fill 900 potholes']), own(['A', 'B', 'Roads', 'Signs', 'Clean 40 signs'])]
    expect(kinds(update(approved, [own(['A', 'B', 'Roads', 'Signs', 'Clean 40 signs']), own(['A', 'B', 'Roads', 'Potholes', 'Fill 700 potholes'])]).changes)).toEqual(['target changed', 'unchanged'])
  })
  test('a plan without milestones is held beside an update that spells its deliverables out', () => {
    const bare = { ...place(null, 'Bring the paper mill back into use'), path: [{ level: 'Objective', text: 'Green spaces' }, { level: 'Deliverable', text: 'Bring the paper mill back into use' }] }
    const rows = [place('Survey its roof', 'Bring the paper mill back into use'), place('Find a tenant', 'Bring the paper mill back into use')]
    expect(update([bare], rows).changes).toMatchObject([{ kind: 'unchanged', approved: [bare], reported: rows }])
  })
  test('two plans of 250 items, all of them changed, take a quarter of a second where nothing else runs', () => {
    const next = random(7)
    const words = 'library river bus school bridge garden clinic market nursery footpath square depot harbour theatre museum forest allotment playground shelter archive stadium ferry orchard canal'.split(' ')
    const any = (): string => words[Math.floor(next() * words.length)]!
    const plan = Array.from({ length: 250 }, (_, i) => row(`Theme ${i % 4}`, `Objective ${i % 20}`, `Improve the ${any()} by the ${any()}`, `Open a ${any()} and a ${any()} beside the ${any()} near ${any()} ${i}`, i))
    const later = plan.map((r) => ({ ...r, milestone: `${r.milestone!} with a new ${any()}`, path: [] }))
    const took = Math.min(...[1, 2, 3, 4, 5].map(() => { const start = performance.now(); update(plan, later); return performance.now() - start }))
    process.stdout.write(`250 x 250 items compared in ${took.toFixed(0)} ms (best of five)\n`)
    expect(took).toBeLessThan(1500)
  })
})
