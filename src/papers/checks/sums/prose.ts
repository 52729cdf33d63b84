import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import { absolute, minus, printQuantity, sum } from '../../../kit/quantity.ts'
import { proseOf } from '../../facts/index.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { isDifference, makes, sayLike } from './amounts.ts'
import { partRules } from './parts.ts'
import { alike, isNear, listed, saidIn, valueOf, type Fault, type Rule, type Said } from './said.ts'

const comprising = /\b(?:comprising|comprises|comprised of|made up of|consisting of|consists of|composed of|split between|being)\b/i
/** "£5m against a budget of £6m, with the difference being": what is shared out has a name of its own and no amount. */
const ofItsOwn = /(?:[,;]|\b(?:with|and))\s+(?:the|a|an|its|their)\s+(?:[a-z]+\s+){1,3}$/i
/** "£5m (roads £3m, parks £2m)": a part's own parts. */
const isBracketed = (sentence: string, { fact }: Said): boolean => { const before = sentence.slice(0, fact.start); return before.lastIndexOf('(') > before.lastIndexOf(')') }
/** Parts that are taken away: "offset by £1m", "savings (£1m)". */
const signed = /\b(?:offset|less|reversals?|deducting|minus)\b|(?:million|\d)m?k? (?:under|below|lower|saved)\b|\(\s*[-−]?£[\d.,]+\s?(?:m|k|bn|million)?\s*\)/i
/** "£19.5m comprising £11.6m of this and £7.9m of that": the parts are all of the whole. */
const wholeAndParts = (sentence: string, all: readonly Said[], before: readonly Said[]): Fault[] => {
  const at = comprising.exec(sentence)
  if (!at || /\b(?:mainly|including|largely|partly|such as)\b/i.test(sentence.slice(at.index))) return []
  if (signed.test(sentence.slice(at.index))) return []
  const after = all.filter((s) => s.fact.start > at.index)
  const own = after.filter((s) => !isBracketed(sentence, s))
  const meant = own.length < 2 ? after : own
  const parts = meant.filter((s) => !/\b(?:of which|compared (?:to|with)|against|from|budget of|total)\s+(?:the |a |an )?$/i.test(s.lead))
  // Parts that are taken away may be said in words only.
  if (parts.some((p) => /\b(?:underspend|offset|less|minus|income|credit|reduction|decrease|surplus)\b/i.test(p.lead))) return []
  const nearest = all.findLast((s) => s.fact.end <= at.index)
  if (nearest && ofItsOwn.test(sentence.slice(nearest.fact.end, at.index))) return []
  const whole = nearest ?? referredTo(sentence.slice(0, at.index), before)
  if (!whole || parts.length < 2 || parts.length !== meant.length || makes(parts.map((p) => p.amount), whole.amount) || !isNear(sum(parts.map(valueOf)), valueOf(whole))) return []
  return [{ found: whole, expected: sum(parts.map(valueOf)), why: `${listed(parts, '+')} is` }]
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
  return [{ found: last, expected: absolute(minus(valueOf(first), valueOf(second))), why: `${first.fact.text} − ${second.fact.text} is` }]
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
  if (all.length !== 3 || all[0]!.amount.kind !== 'amount') return []
  const by = (role: string): Said[] => all.filter((s) => roleOf(s.lead) === role)
  const [variance, budget, outturn] = [by('variance'), by('budget'), by('outturn')]
  if (variance.length !== 1 || budget.length !== 1 || outturn.length !== 1 || !/\b(?:against|compared|representing|represents|resulting)\b/i.test(sentence)) return []
  if (isDifference(outturn[0]!.amount, budget[0]!.amount, variance[0]!.amount)) return []
  return [{ found: variance[0]!, expected: absolute(minus(valueOf(outturn[0]!), valueOf(budget[0]!))), why: `${budget[0]!.fact.text} against ${outturn[0]!.fact.text} is` }]
}

const change = String.raw`(?:increase|rise|growth|gain|reduction|decrease|fall|drop|decline|saving|change|difference|improvement|cut)`
const changeOf = new RegExp(String.raw`\b${change}\s+of\s*$`, 'i')
const isFrom = (s: Said | undefined): s is Said => s !== undefined && /\bfrom\s*(?:just |the )?$/i.test(s.lead)
const isTo = (s: Said | undefined): s is Said => s !== undefined && /\bto\s*(?:just )?$/i.test(s.lead) && s.lead.length < 70
/** Percentages may be compared in points or in per cent: only points are plain differences. */
const isPlain = (s: Said): boolean => s.amount.kind !== 'percentage' || /point/i.test(s.fact.text + s.follow.slice(0, 20))
const differ = (a: Said, b: Said, by: Said, why: string): Fault[] =>
  !alike([a, b, by]) || !isPlain(by) || isDifference(a.amount, b.amount, by.amount) ? [] : [{ found: by, expected: absolute(minus(valueOf(b), valueOf(a))), why }]

/** "Scored from 0 to 5 by three officers" changes nothing. */
const changes = /\b(?:ris\w+|rose|gr[eo]w\w*|increas\w+|fall\w*|fell|decreas\w+|reduc\w+|drop\w*|cut|climb\w*|declin\w+|up|down|went|go\w*|mov\w+|chang\w+)\b/i
/** "from £4m to £5m, an increase of £1m" (or: "by £1m"), and "by £1m from £4m to £5m". */
const fromTo: Rule = (_sentence, all) => all.flatMap((second, i) => {
  const first = all[i - 1]
  if (!isFrom(first) || !isTo(second)) return []
  const [before, after] = [all[i - 2], all[i + 1]]
  const why = `from ${first.fact.text} to ${second.fact.text} is`
  if (after !== undefined && (changeOf.test(after.lead) || (changes.test(first.lead) || after.lead.includes(',') || !/^\s*by\s*$/i.test(after.lead)) && /^(?:[^;.]{0,25},)?\s*(?:or\s)?(?:(?:up|down) by|by|up|down)\s*$/i.test(after.lead))) return differ(first, second, after, why)
  return before !== undefined && (changeOf.test(before.lead) || /\bby\s*$/i.test(before.lead)) && /^[^;.]{0,30}\bfrom\s*$/i.test(first.lead) ? differ(first, second, before, why) : []
})

/** "£212.4m, an increase of £9.3m on the £203.1m of last year", "151, up 9 from 142". */
const changeOn: Rule = (_sentence, all) => all.flatMap((base, i) => {
  const [now, by] = [all[i - 2], all[i - 1]]
  if (!now || !by || !(changeOf.test(by.lead) || /[,(]\s*(?:up|down)(?: by)?\s*$/i.test(by.lead)) || !/^[^;]{0,30}\b(?:on|from|over|compared (?:to|with))\s+(?:the |a )?(?:[a-z'’]+ ){0,5}?(?:of )?$/i.test(base.lead)) return []
  return differ(now, base, by, `from ${base.fact.text} to ${now.fact.text} is`)
})
/** "515 complaints were received, 57 fewer than the 572 of last year". */
const moreThan: Rule = (_sentence, all) => all.flatMap((base, i) => {
  const [now, by] = [all[i - 2], all[i - 1]]
  if (!now || !by || !/^\s*(?:[a-z]+ )?(?:more|fewer|less|higher|lower|above|below)\s+than\s+(?:the\s+)?(?:[a-z]+ ){0,4}(?:of\s+)?$/i.test(base.lead) || !/[,(]\s*(?:some )?$/.test(by.lead) || /\b(?:and|but|or)\b/.test(base.lead) || /^\s(?:more|fewer|less|higher|lower|above|below)\b/.test(base.follow)) return []
  return differ(now, base, by, `${base.fact.text} against ${now.fact.text} is`)
})

const findingOf = (fault: Fault, source: Source): Finding => {
  const expected = sayLike(fault.expected, fault.found.amount, printQuantity)
  return { level: 'error', code: 'sum.prose', message: `${fault.found.fact.text} should be ${expected}: ${fault.why} ${expected}.`, source, expected, found: fault.found.fact.text }
}

const rules: readonly Rule[] = [wholeAndParts, lessLeaves, againstBudget, fromTo, changeOn, moreThan, ...partRules]
const kinds = ['amount', 'count', 'percentage'] as const
const find = (paper: CheckedPaper): Finding[] => proseOf(paper.content).flatMap(({ passage, sentences }) => {
  if (passage.block.style === 'heading' && !/\.(?:\s|$)/.test(passage.text)) return []
  return sentences.flatMap((sentence, n) => (sentence.figures.length < 2 ? [] : kinds.flatMap((kind) => {
    const all = saidIn(sentence, kind)
    if (all.length < 2) return []
    const before = n > 0 ? saidIn(sentences[n - 1]!, kind) : []
    return rules.flatMap((rule) => rule(sentence.text, all, before)).map((f) => findingOf(f, passage.at((before.includes(f.found) ? sentences[n - 1]! : sentence).start + f.found.fact.start)))
  })))
})

export const proseCheck: Check = {
  code: 'sum.prose', title: 'Amounts in a sentence add up', level: 'error',
  about: 'Sentences that share out a sum ("comprising"), take one amount from another ("less", "to"), or set spending against a budget are worked out again. Correct the amount that is wrong; it is often an earlier draft\'s.',
  right: ['A budget of £9.0 million, comprising £5.5 million for roads and £3.5 million for parks.',
    'Spending was £5.5 million against a budget of £6.0 million, with the difference being £0.3 million of late work and £0.2 million saved.',
    'The programme grew by £6.0 million, comprised of new schemes of £4.0 million (roads £2.5 million, parks £1.5 million) and £2.0 million carried forward.'],
  wrong: ['A budget of £9.0 million, comprising £5.5 million for roads and £4.5 million for parks.'],
  find,
}
