import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import { absolute, minus, printQuantity, sum, type Quantity } from '../../../kit/quantity.ts'
import { proseOf, type Found } from '../../facts/index.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { amountOf, isDifference, makes, sayLike, type Amount } from './amounts.ts'

type Said = { readonly fact: Found; readonly amount: Amount; readonly lead: string }
type Fault = { readonly found: Said; readonly expected: Quantity; readonly why: string }

const vague = /\b(?:about|around|approximately|nearly|almost|over|more than|less than|up to|at least|circa|roughly|some)\s*$/i
const saidIn = (sentence: string, said: readonly Found[]): Said[] => {
  const facts = said.filter((f) => f.kind === 'amount')
  return facts.flatMap((fact, i) => {
    const amount = amountOf(fact)
    const lead = sentence.slice(facts[i - 1]?.end ?? 0, fact.start)
    return amount === null || vague.test(lead) ? [] : [{ fact, amount, lead }]
  })
}
const value = (said: Said): Quantity => said.amount.value
const listed = (all: readonly Said[], sign: string): string => all.map((s) => s.fact.text).join(` ${sign} `)

const comprising = /\b(?:comprising|comprises|comprised of|made up of|consisting of|consists of|composed of|split between|being)\b/i
/** "£5m against a budget of £6m, with the difference being": what is shared out has a name of its own and no amount. */
const ofItsOwn = /(?:[,;]|\b(?:with|and))\s+(?:the|a|an|its|their)\s+(?:[a-z]+\s+){1,3}$/i
/** "£19.5m comprising £11.6m of this and £7.9m of that": the parts are all of the whole. */
const wholeAndParts = (sentence: string, all: readonly Said[], before: readonly Said[]): Fault[] => {
  const at = comprising.exec(sentence)
  if (!at || /\b(?:mainly|including|largely|partly|such as)\b/i.test(sentence.slice(at.index))) return []
  const parts = all.filter((s) => s.fact.start > at.index && !/\b(?:of which|compared (?:to|with)|against|from|budget of|total)\s+(?:the |a |an )?$/i.test(s.lead))
  const nearest = all.findLast((s) => s.fact.end <= at.index)
  if (nearest && ofItsOwn.test(sentence.slice(nearest.fact.end, at.index))) return []
  const whole = nearest ?? referredTo(sentence.slice(0, at.index), before)
  if (!whole || parts.length < 2 || parts.length !== all.filter((s) => s.fact.start > at.index).length || makes(parts.map((p) => p.amount), whole.amount)) return []
  return [{ found: whole, expected: sum(parts.map(value)), why: `${listed(parts, '+')} is` }]
}
/** "This underspend consists of ...": the underspend of the sentence before. */
const referredTo = (subject: string, before: readonly Said[]): Said | undefined => {
  const noun = /^\W*(?:this|the|these)\s+(?:[a-z]+\s+)?([a-z]+)\s*$/i.exec(subject)?.[1]
  const named = noun === undefined ? [] : before.filter((s) => s.lead.toLowerCase().includes(noun.toLowerCase().replace(/s$/, '')))
  return named.length === 1 ? named[0] : undefined
}

/** "£10.8m before action of £4.0m to reduce it to £6.8m". */
const lessLeaves = (sentence: string, all: readonly Said[]): Fault[] => all.flatMap((last, i) => {
  const [first, second] = [all[i - 2], all[i - 1]]
  if (!first || !second || !/\b(?:less|before|reduced by|offset by|net of|minus|deducting)\b/i.test(second.lead) || !/\b(?:to|giving|leaving|leaves|resulting in)\b[^.]*$/i.test(last.lead) || /\b(?:and|or)\b/i.test(last.lead)) return []
  if (isDifference(first.amount, second.amount, last.amount) || sentence.includes(' or ')) return []
  return [{ found: last, expected: absolute(minus(value(first), value(second))), why: `${first.fact.text} − ${second.fact.text} is` }]
})

const roles: readonly (readonly [string, RegExp])[] = [
  ['variance', /\b(?:under|over)[- ]?spends?\b|\bvariance\b|\bsurplus\b|\bdeficit\b|\bshortfall\b/gi],
  ['budget', /\bbudget\b/gi],
  ['outturn', /\b(?:forecast|outturn|spend|spent|expenditure|actual)\b/gi],
]
/** What the words just before an amount make it: the nearest of budget, forecast and variance. */
const roleOf = (lead: string): string | null => {
  const near = lead.slice(-60)
  let best: { role: string; at: number } | null = null
  for (const [role, form] of roles) for (const m of near.matchAll(form)) if (best === null || m.index > best.at) best = { role, at: m.index }
  return best?.role ?? null
}
/** "Spend is £110.3m, an underspend of £65.8m against a budget of £176.1m." */
const againstBudget = (sentence: string, all: readonly Said[]): Fault[] => {
  if (all.length !== 3) return []
  const by = (role: string): Said[] => all.filter((s) => roleOf(s.lead) === role)
  const [variance, budget, outturn] = [by('variance'), by('budget'), by('outturn')]
  if (variance.length !== 1 || budget.length !== 1 || outturn.length !== 1 || !/\b(?:against|compared|representing|represents|resulting)\b/i.test(sentence)) return []
  if (isDifference(outturn[0]!.amount, budget[0]!.amount, variance[0]!.amount)) return []
  return [{ found: variance[0]!, expected: absolute(minus(value(outturn[0]!), value(budget[0]!))), why: `${budget[0]!.fact.text} against ${outturn[0]!.fact.text} is` }]
}

/** "from £4m to £5m, an increase of £1m". */
const fromTo = (_sentence: string, all: readonly Said[]): Fault[] => all.flatMap((last, i) => {
  const [from, to] = [all[i - 2], all[i - 1]]
  if (!from || !to || !/\bfrom\s*$/i.test(from.lead) || !/\bto\s*$/i.test(to.lead) || !/\b(?:increase|rise|reduction|decrease|fall|drop|saving)\s+of\s*$/i.test(last.lead)) return []
  if (isDifference(from.amount, to.amount, last.amount)) return []
  return [{ found: last, expected: absolute(minus(value(to), value(from))), why: `from ${from.fact.text} to ${to.fact.text} is` }]
})

/** "£212.4m, an increase of £9.3m on the £203.1m of last year". */
const changeOn = (_sentence: string, all: readonly Said[]): Fault[] => all.flatMap((base, i) => {
  const [now, change] = [all[i - 2], all[i - 1]]
  if (!now || !change || !/\b(?:increase|rise|reduction|decrease|fall|drop)\s+of\s*$/i.test(change.lead) || !/^[^;]{0,30}\b(?:on|from|over|compared (?:to|with))\s+(?:the |a )?(?:[a-z'’]+ ){0,5}?(?:of )?$/i.test(base.lead)) return []
  if (isDifference(now.amount, base.amount, change.amount)) return []
  return [{ found: change, expected: absolute(minus(value(now), value(base))), why: `from ${base.fact.text} to ${now.fact.text} is` }]
})

const findingOf = (fault: Fault, source: Source): Finding => {
  const expected = sayLike(fault.expected, fault.found.amount, printQuantity)
  return { level: 'error', code: 'sum.prose', message: `${fault.found.fact.text} should be ${expected}: ${fault.why} ${expected}.`, source, expected, found: fault.found.fact.text }
}

const find = (paper: CheckedPaper): Finding[] => proseOf(paper.content).flatMap(({ passage, sentences }) => {
  let before: Said[] = []
  return sentences.flatMap((sentence) => {
    const all = saidIn(sentence.text, sentence.facts)
    if (all.length < 2) { before = all; return [] }
    const faults = [...wholeAndParts(sentence.text, all, before), ...lessLeaves(sentence.text, all), ...againstBudget(sentence.text, all), ...fromTo(sentence.text, all), ...changeOn(sentence.text, all)]
    const findings = faults.map((f) => findingOf(f, passage.at(sentence.start + (before.includes(f.found) ? 0 : f.found.fact.start))))
    before = all
    return findings
  })
})

export const proseCheck: Check = {
  code: 'sum.prose', title: 'Amounts in a sentence add up', level: 'error',
  about: 'Sentences that share out a sum ("comprising"), take one amount from another ("less", "to"), or set spending against a budget are worked out again. Correct the amount that is wrong; it is often an earlier draft\'s.',
  right: ['A budget of £9.0 million, comprising £5.5 million for roads and £3.5 million for parks.',
    'Spending was £5.5 million against a budget of £6.0 million, with the difference being £0.3 million of late work and £0.2 million saved.'],
  wrong: ['A budget of £9.0 million, comprising £5.5 million for roads and £4.5 million for parks.'],
  find,
}
