import { collapse } from '../../kit/words.ts'
import type { ProseFact } from '../checks/check.ts'
import type { PaperContent } from '../types.ts'
import { readSentence, type Found } from './forms.ts'
import { passagesOf, sentencesOf, type Passage, type Sentence } from './sentences.ts'

export { longestParagraph, type Passage, type Sentence } from './sentences.ts'
export { factsIn, readSentence, type Found } from './forms.ts'

const fewWords = (text: string, count: number, last: boolean): string => {
  const words = collapse(text).split(' ').filter((w) => w !== '')
  return (last ? words.slice(-count) : words.slice(0, count)).join(' ')
}

const counts = (fact: Found): boolean => fact.kind === 'amount' || fact.kind === 'percentage' || fact.kind === 'count'

/** Past a bracket that the fact stands in, or that follows it with another way of saying the same ("£8.2 million (43%) of ..."). */
const pastBrackets = (sentence: string, end: number): number => {
  const closing = /^[^()]{0,30}\)/.exec(sentence.slice(end))
  const from = closing ? end + closing[0].length : end
  return from + (/^\s*\([^()]{1,30}\)/.exec(sentence.slice(from))?.[0].length ?? 0)
}
const stop = /[,;:()]|\s(?:and|but|which|with|has|have|is|was|were|are|as|against|compared)\s/
const upToStop = (text: string): string => { const at = text.search(stop); return at < 0 ? text : text.slice(0, at) }
/** What stands after the last comma, semicolon, colon or closing bracket. */
const afterStop = (text: string): string => { let from = text.length; while (from > 0 && !',;:)'.includes(text[from - 1]!)) from -= 1; return text.slice(from) }
/** Letters on either side of a fact that its words are looked for in: a list as long as a chapter is not walked through once for every item. */
const reach = 600
/** The words a fact is said of (of "145 out of 162 milestones", milestones for both): those that lead to it and those that follow, up to a stop or the next figure ("of the total savings target"). */
const saidOf = (sentence: string, fact: Found, counted: readonly Found[], passed: number): string => {
  const past = pastBrackets(sentence, fact.end)
  let next = passed
  while (next < counted.length && (counted[next] === fact || counted[next]!.start < past)) next += 1
  const before = counted[passed - 1], after = counted[next]
  const whole = after !== undefined && /^\s*(?:out of|of|\/)\s*(?:the )?$/i.test(sentence.slice(fact.end, after.start))
  const from = pastBrackets(sentence, whole ? after.end : fact.end)
  const following = upToStop(sentence.slice(from, Math.min(from + reach, whole ? sentence.length : Math.max(from, after?.start ?? sentence.length))))
  const leading = afterStop(sentence.slice(Math.max(before?.end ?? 0, fact.start - reach), fact.start).replace(/\($/, ''))
  return collapse(`${fewWords(leading, 10, true)} ${fewWords(following, 12, false)}`)
}

/** A sentence with the facts in it, and all its figures. */
export type Told = Sentence & { readonly facts: readonly Found[]; readonly figures: readonly Found[] }
/** A passage with its sentences. */
export type Prose = { readonly passage: Passage; readonly sentences: readonly Told[] }

const kept = new WeakMap<PaperContent, readonly Prose[]>()
/** The prose of a paper, read once for all that ask. */
export const proseOf = (content: PaperContent): readonly Prose[] => {
  const known = kept.get(content)
  if (known !== undefined) return known
  const prose = passagesOf(content).map((passage) => ({ passage, sentences: sentencesOf(passage.text).map((sentence) => ({ ...sentence, ...readSentence(sentence.text) })) }))
  kept.set(content, prose)
  return prose
}

/** Rows that are sentences torn over two cells ("5pm | on Friday 18 July"): the conversion's doing, not a table's. */
const tornProse = (content: PaperContent): Prose[] => content.blocks.flatMap((block, order) => (block.kind === 'text' ? [] : block.rows.flatMap((row): Prose[] => {
  const words = row.map((cell) => cell.text).filter((text) => text !== '')
  if (words.length < 2 || words.length > 3 || !words.slice(1).every((text) => /^[a-z]/.test(text))) return []
  const text = words.join(' ')
  const { source } = row[0]!
  const passage: Passage = { text, at: () => source, block: { kind: 'text', style: 'paragraph', level: 0, text, source }, order }
  return [{ passage, sentences: sentencesOf(text).map((sentence) => ({ ...sentence, ...readSentence(sentence.text) })) }]
})))

/**
 * Amounts, percentages, counts, dates, times and periods said in a paper's prose, in order. An amount's value is the number as printed, its unit "£", "£000", "£m" or "£bn",
 * so that its precision is kept; a date is a day, a period its id; null where it can't be said ("Q1" of no year). Cells of tables are not prose.
 */
export const factsOf = (content: PaperContent): readonly ProseFact[] =>
  [...proseOf(content), ...tornProse(content)].sort((a, b) => a.passage.order - b.passage.order).flatMap(({ passage, sentences }) => sentences.flatMap(({ text, start, facts }) => {
    const counted = facts.filter(counts)
    let passed = 0
    return facts.map((fact): ProseFact => {
      while (passed < counted.length && counted[passed]!.start < fact.start) passed += 1
      const behind = passed
      // Few facts are asked what they are said of, and where they stand.
      return { kind: fact.kind, text: fact.text, value: fact.value, unit: fact.unit, sentence: text, get of() { return saidOf(text, fact, counted, behind) }, get source() { return passage.at(start + fact.start) } }
    })
  }))

export { listingsOf, type Listing } from './list.ts'
