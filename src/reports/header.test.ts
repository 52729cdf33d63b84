import { expect, test } from 'vitest'
import { readFacts } from './header.ts'

test('the parts given make the header; none has to be there', () => {
  expect(readFacts('title: Progress\ndate: 2025-11-27\nrecommendations:\n  - Cabinet notes it.\nglossary:\n  SEND: special educational needs\n')).toEqual({ header: { title: 'Progress', date: '2025-11-27', recommendations: ['Cabinet notes it.'], glossary: { SEND: 'special educational needs' } }, problems: [] })
  expect(readFacts('')).toEqual({ header: {}, problems: [] })
})

for (const [what, text, line, column, words] of [
  ['a part that is not known', 'title: A\nmeetings: Cabinet\n', 2, 1, 'did you mean meeting?'],
  ['a day that is none', 'date: 2025-02-30\n', 1, 7, 'is no day'],
  ['a list that is none', 'title: A\nrecommendations: Note it\n', 2, 18, 'beginning with "- "'],
  ['broken YAML', 'title: "A\n', 2, 1, ''],
  ['no parts at all', 'just words', 1, 1, 'title'],
] as const) test(`refused at its place: ${what}`, () => {
  const [problem] = readFacts(text).problems
  expect(problem).toMatchObject({ line, column })
  expect(problem!.message).toContain(words)
})
