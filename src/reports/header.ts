import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document as Yaml } from 'yaml'
import { z } from 'zod'
import { parseDay } from '../kit/day.ts'
import { similarity } from '../kit/words.ts'
import type { ReportHeader } from './types.ts'

const words = z.string({ error: 'it must be words' }).trim().min(1, 'it is empty: write something or leave the line out')
/** The parts of a Cabinet report's header, each of them optional. */
export const headerParts = z.strictObject({
  title: words, meeting: words, date: z.string({ error: 'write the day as 2025-11-27' }).transform((text, c) => parseDay(text) ?? (c.addIssue({ code: 'custom', message: `"${text}" is no day: write it as 2025-11-27` }), z.NEVER)),
  member: words, author: words, classification: words, decision: words, wards: words, purpose: words,
  recommendations: z.array(words, { error: 'write a list, each line beginning with "- "' }), glossary: z.record(z.string(), words, { error: 'write each term and its meaning as "ABC: meaning"' }),
}).partial()

export type FactsProblem = { readonly line: number; readonly column: number; readonly message: string }
export type FactsRead = { readonly header: ReportHeader; readonly problems: readonly FactsProblem[] }

/** The header of a facts file (YAML). Every problem has its place; a part that isn't known is refused with the part most like it. */
export const readFacts = (text: string): FactsRead => {
  const lines = new LineCounter()
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number, message: string): FactsProblem => { const { line, col } = lines.linePos(offset); return { line, column: col, message } }
  if (yaml.errors.length > 0) return { header: {}, problems: yaml.errors.map((e) => at(e.pos[0], e.message.split('\n')[0]!)) }
  const read = headerParts.safeParse(yaml.toJS() ?? {})
  if (read.success) return { header: read.data, problems: [] }
  return { header: {}, problems: read.error.issues.flatMap((issue) => issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => at(offsetOfKey(yaml, key), unknownPart(key)))
    : [at(offsetOf(yaml, issue.path), `${issue.path.join(', ') || 'the file'}: ${issue.path.length === 0 ? 'write parts as "title: ..." lines' : issue.message}`)]) }
}

const unknownPart = (key: string): string => {
  const parts = Object.keys(headerParts.shape)
  const nearest = parts.map((part) => ({ part, like: similarity(key, part) })).toSorted((a, b) => b.like - a.like)[0]!
  return `there is no part "${key}"; ${nearest.like > 0.3 ? `did you mean ${nearest.part}?` : `the parts are ${parts.join(', ')}.`}`
}

const offsetOf = (yaml: Yaml, path: readonly PropertyKey[]): number => {
  for (let n = path.length; n > 0; n -= 1) {
    const node = yaml.getIn(path.slice(0, n), true)
    if (isNode(node) && node.range) return node.range[0]
  }
  return 0
}
const offsetOfKey = (yaml: Yaml, key: string): number => {
  const pair = isMap(yaml.contents) ? yaml.contents.items.find((p) => isPair(p) && isScalar(p.key) && p.key.value === key) : undefined
  return pair !== undefined && isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0
}
