import { expect, test } from 'vitest'
import { snapshotFixture } from '../../tests/support/snapshot.ts'
import { namedFigures } from './facts.ts'
import { narrativeBlocks, readNarrative } from './narrative.ts'
import { problemsIn } from './prose.ts'

const snapshot = snapshotFixture()
const figures = namedFigures(snapshot)

test('every figure of the headline, the themes, the statuses and the changes has a name', () => {
  for (const name of ['headline.met', 'headline.of', 'headline.percent', 'headline.not-stated', 'people.amber', 'people.at-risk', 'homes.of', 'headline.completed', 'changes.dropped', 'changes.easier']) expect([...figures.keys()]).toContain(name)
  expect(figures.get('headline.percent')?.value).toMatch(/^\d+%$/)
})

test("a theme called like a figure's group keeps its figures under another name", () => {
  const odd = { ...snapshot, items: snapshot.items.map((i) => (i.text === 'Places' ? { ...i, text: 'Headline' } : i)) }
  expect(namedFigures(odd).get('headline.of')?.value).toBe(figures.get('headline.of')?.value)
  expect(namedFigures(odd).get('headline-2.of')?.value).toBe(figures.get('places.of')?.value)
})

test('figures stand in the prose where their names stood', () => {
  const [paragraph] = narrativeBlocks('**{{headline.met}} of {{headline.of}}** are done.', figures, 2)
  expect(paragraph).toMatchObject({ kind: 'paragraph', runs: [{ strong: true, text: `${figures.get('headline.met')!.value} of ${figures.get('headline.of')!.value}` }, { text: ' are done.' }] })
})

test('an unknown name is refused with its place and the names most like it', () => {
  const [problem] = problemsIn('Well done.\n\nThere are {{headline.mett}} of them.', snapshot)
  expect(problem).toMatchObject({ level: 'error', code: 'prose.unknown-figure', column: 11, source: { line: 3 } })
  expect(problem!.message).toContain('{{headline.met}}')
})

for (const [text, code] of [['<b>bold</b>', 'prose.html'], ['![a picture](x.png)', 'prose.picture'], ['[here](javascript:alert)', 'prose.link'], ['145 milestones', 'prose.typed-count']] as const)
  test(`refused: ${text}`, () => { expect(problemsIn(text, snapshot).map((p) => p.code)).toContain(code) })

test('lists, tables and emphasis are taken; mark-up typed as text stays text', () => {
  const blocks = narrativeBlocks('## Own heading\n\n- one *thing*\n- another\n\n| a | b |\n|---|--:|\n| x | 12 |\n\nUse &lt;b&gt; & co.', figures, 3)
  expect(blocks.map((b) => b.kind)).toEqual(['heading', 'list', 'table', 'paragraph'])
  expect(blocks[3]).toMatchObject({ runs: [{ text: 'Use <b> & co.' }] })
})

test('a file gives the opening and each theme its words, with problems at the lines of the file', () => {
  const { narrative, problems } = readNarrative('Opening words.\n\n# people\n\nOn people.\n\n## A part\n\n{{nobody}}\n\n# Transport\n\nLost.\n', snapshot)
  expect(narrative).toEqual([{ theme: null, text: 'Opening words.' }, { theme: 'People', text: 'On people.\n\n## A part\n\n{{nobody}}' }])
  expect(problems.map((p) => [p.source.line, p.column, p.code])).toEqual([[9, 1, 'prose.unknown-figure'], [11, 1, 'prose.unknown-theme']])
})
