import { expect, test } from 'vitest'
import { snapshotFixture } from '../../tests/support/snapshot.ts'
import { readDraft, saidIn } from './draft-form.ts'

const snapshot = snapshotFixture()

test('what is saved, shown in the form and sent back unchanged, is what was saved', () => {
  const { header, narrative, problems } = readDraft(saidIn(snapshot), snapshot)
  expect(problems).toEqual([])
  expect(header).toEqual(snapshot.header)
  expect(narrative).toEqual(snapshot.narrative)
})

test('empty fields are left out of the report, never written as empty', () => {
  expect(readDraft({}, snapshot)).toEqual({ header: {}, narrative: [], problems: [] })
})

for (const [field, text, says] of [
  ['opening', 'We met 38 milestones.', 'typed beside'], ['opening', 'We met {{headline.mett}}.', 'did you mean'], ['date', '27/11/2025', 'is no day'], ['glossary', 'SEND', 'term, colon, meaning'], ['recommendations', 'Cabinet notes 6 amber rows.', 'typed beside'],
] as const) {
  test(`“${text}” in ${field} is refused with its place`, () => {
    const { problems } = readDraft({ [field]: text }, snapshot)
    expect(problems.map((p) => p.field)).toEqual([field])
    expect(problems[0]!.message).toContain(says)
  })
}
