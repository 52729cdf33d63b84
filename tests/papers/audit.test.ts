import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/kit/finding.ts'
import { checkPaper, defaultSettings } from '../../src/papers/checks/index.ts'
import { readText } from '../../src/papers/readers/text.ts'
import { recognise } from '../../src/papers/recognisers/index.ts'
import { hasPapers, paper, tellSkipped } from '../support/papers.ts'

tellSkipped('audit of the real papers')

type Entry = { readonly paper: string; readonly line: number; readonly code: string }
/** What a careful reader found in the papers by dates, completeness, cross-reference, status and wording: place and kind. `grammar` are slips that no rule of ours looks for. */
const audit = JSON.parse(readFileSync('tests/papers/audit.json', 'utf8')) as { entries: Entry[]; grammar: { paper: string; line: number }[] }
const papers = [...new Set(audit.entries.map((e) => e.paper))]

/** The arithmetic and the figures said twice have an answer sheet of their own. */
const isOurs = (f: Finding): boolean => !/^(sum|same)\./.test(f.code) && f.code !== 'completeness.abbreviation'
const findings = (name: string): readonly Finding[] => {
  const content = readText(name, readFileSync(paper(name)))
  return checkPaper(content, recognise(content), [], defaultSettings).filter(isOurs)
}
const tells = (f: Finding, e: Entry): boolean => f.code === e.code && [f.source, ...(f.also ?? [])].some((s) => s.line === e.line)
const percent = (part: number, whole: number): number => Math.floor((part * 1000) / whole) / 10

test.skipIf(!hasPapers)('what a careful reader found is found, and little else', () => {
  const all = papers.map((name) => ({ name, found: findings(name), entries: audit.entries.filter((e) => e.paper === name) }))
  const missed = all.flatMap(({ found, entries }) => entries.filter((e) => !found.some((f) => tells(f, e))))
  const alarms = all.flatMap(({ name, found, entries }) => found.filter((f) => !entries.some((e) => tells(f, e))).map((f) => ({ name, f })))
  const count = (level: string): number => all.flatMap(({ found }) => found).filter((f) => f.level === level).length
  const wrong = (level: string): number => alarms.filter(({ f }) => f.level === level).length
  const total = audit.entries.length
  process.stdout.write(`audit: ${total - missed.length} of ${total} found (${percent(total - missed.length, total)}%); false alarms ${wrong('error')} of ${count('error')} errors, ${wrong('warning')} of ${count('warning')} warnings, ${wrong('note')} of ${count('note')} notes; ${audit.grammar.length} slips of grammar beyond the rules\n`)
  process.stdout.write([...missed.map((e) => `  missed: ${e.paper} ${e.line} ${e.code}`), ...alarms.map(({ name, f }) => `  alarm: ${name} ${f.source.line} ${f.level} ${f.code}`)].join('\n') + '\n')
  expect(percent(total - missed.length, total)).toBeGreaterThanOrEqual(90)
  expect(wrong('error') * 5).toBeLessThanOrEqual(count('error'))
  expect(wrong('warning') * 3).toBeLessThanOrEqual(count('warning'))
})
