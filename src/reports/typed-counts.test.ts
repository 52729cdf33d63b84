import { expect, test } from 'vitest'
import { snapshotFixture } from '../../tests/support/snapshot.ts'
import { typedCounts } from './typed-counts.ts'

const snapshot = snapshotFixture()
const found = (text: string): string[] => typedCounts(text, snapshot).map((c) => `${c.number} ${c.beside}`)

for (const [text, counts] of [
  ['145 of 162 milestones are done.', ['145 milestones', '162 milestones']],
  ['Some **145** of the {{headline.of}} milestones', ['145 milestones']],
  ['Fifteen are rated amber.', ['Fifteen amber']],
  ['Twenty-three milestones were finished', ['Twenty-three milestones']],
  ['90% of milestones are on track', ['90% milestones']],
  ['Three remain at risk, and one is off track.', ['Three at risk', 'one off track']],
  ['Amber: 15; Red: 1.', ['15 amber', '1 red']],
  ['The plan has more milestones (162) than before.', ['162 milestones']],
  ['15 amber and 3 red rows', ['15 amber', '3 red']],
  ['145\nmilestones over two lines', ['145 milestones']],
] as const) test(`a typed count is told: ${text.replace('\n', ' / ')}`, () => { expect(found(text)).toEqual(counts) })

for (const text of [
  '{{headline.met}} of {{headline.of}} milestones are done.',
  '1,840 households used the hubs. Milestones come later.',
  'Milestone 12 slipped by 3 weeks.',
  'We gave out 300 blue badges and opened 2 green spaces.',
  'In 2025 milestones were fewer; the 2025/26 milestones are new.',
  'By 30 September the scheme was on track.',
  'This one is on track and the second one is amber.',
  'The programme is at risk: 3 suppliers have left.',
  'Waiting times fell from 41 to 29 days.\n\n- Milestones follow.',
  'It is on track for 31 March and cost £40k.',
]) test(`the officer's own numbers stand: ${text.replaceAll('\n', ' / ')}`, () => { expect(found(text)).toEqual([]) })

test("the plan's own lowest level is guarded whatever its name", () => {
  const actions = { ...snapshot, plan: { ...snapshot.plan, levels: ['Priority', 'Measure', 'Group', 'Action'] } }
  expect(typedCounts('74 actions were agreed', actions).map((c) => c.number)).toEqual(['74'])
})
