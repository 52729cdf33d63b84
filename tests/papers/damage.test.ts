import { expect, test } from 'vitest'
import type { Finding } from '../../src/kit/finding.ts'
import { checkPaper, defaultSettings } from '../../src/papers/checks/index.ts'
import { readText } from '../../src/papers/readers/text.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import { damage, damageKinds } from './damage.ts'
import { rightPapers } from './right-papers.ts'

const grave = (text: string): readonly Finding[] => {
  const content = readText('paper.txt', new TextEncoder().encode(text))
  return checkPaper(content, recognise(content), [], defaultSettings).filter((f) => f.level !== 'note')
}

test.each(rightPapers.map((p) => [p.name, p.text] as const))('a paper in which all is right stays silent: %s', (_name, text) => {
  expect(grave(text).map((f) => `${f.code} ${f.source.line}: ${f.message}`)).toEqual([])
})

test('95 of 100 damages to a right paper are found', () => {
  const done = rightPapers.flatMap(({ name, text }) => damageKinds.flatMap((kind) => Array.from({ length: 8 }, (_, seed) => damage(text, kind, seed)).flatMap((d) => (d ? [{ ...d, name }] : []))))
  const all = [...new Map(done.map((d) => [`${d.name}\n${d.text}`, d])).values()]
  const missed = all.filter((d) => grave(d.text).length === 0)
  const share = Math.floor(((all.length - missed.length) * 1000) / all.length) / 10
  process.stdout.write(`damage: ${all.length - missed.length} of ${all.length} found (${share}%), ${damageKinds.length} kinds\n${missed.map((d) => `  missed in ${d.name}: ${d.kind}: ${d.what}\n`).join('')}`)
  expect(all.length).toBeGreaterThan(200)
  expect(share).toBeGreaterThanOrEqual(95)
})
