import { absolute, compareQuantities, minus, quantity, times, type Quantity } from '../../../kit/quantity.ts'
import type { Found, Told } from '../../facts/index.ts'
import { amountOf, type Amount } from './amounts.ts'

/** A sum of money, a count or a percentage of a sentence, with the words before it, back to the last of its kind, and those after it. */
export type Said = { readonly fact: Found; readonly amount: Amount; readonly lead: string; readonly follow: string }

const vague = /\b(?:about|around|approximately|nearly|almost|over|more than|less than|fewer than|up to|at least|circa|roughly|some|c\.)\s*$/i
/** Numbers that the words after them make another size or thing: "2 million", "3 and a half", "4 times". */
const notPlain = /^\s?(?:million|billion|thousand|hundred|dozen|and a half|times|x|×|:)\b/i

export const saidIn = ({ text, figures }: Told, kind: Amount['kind']): Said[] => {
  const facts = figures.filter((f) => f.kind === kind)
  return facts.flatMap((fact, i): Said[] => {
    const amount = amountOf(fact)
    const lead = text.slice(facts[i - 1]?.end ?? 0, fact.start)
    const follow = text.slice(fact.end, facts[i + 1]?.start ?? text.length)
    return amount === null || vague.test(lead) || (kind === 'count' && notPlain.test(follow)) ? [] : [{ fact, amount, lead, follow }]
  })
}
export const valueOf = (said: Said): Quantity => said.amount.value
export const listed = (all: readonly Said[], sign: string): string => all.map((s) => s.fact.text).join(` ${sign} `)

const measure = /^[\s-]?(days?|weeks?|months?|years?|hours?|minutes?|miles|tonnes|kg|FTE|points?|percentage points?|people|pence|p\b)/i
/** Figures of one measure: "9 days" and "3 weeks" are not. */
export const alike = (all: readonly Said[]): boolean => new Set(all.flatMap((s) => measure.exec(s.follow)?.[1]?.toLowerCase().replace(/s$/, '') ?? [])).size <= 1

/** No further off than half as much: what is another thing altogether was not meant. */
export const isNear = (made: Quantity, said: Quantity): boolean => compareQuantities(times(absolute(minus(made, said)), quantity(2)), absolute(said)) <= 0

/** A figure that is wrong, what it should be, and the arithmetic. */
export type Fault = { readonly found: Said; readonly expected: Quantity; readonly why: string }
/** A way in which the figures of one kind in a sentence depend on each other; `before` are those of the sentence before. */
export type Rule = (sentence: string, all: readonly Said[], before: readonly Said[]) => readonly Fault[]
