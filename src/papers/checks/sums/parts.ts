import { absolute, compareQuantities, minus, sum } from '../../../kit/quantity.ts'
import { isDifference, makes } from './amounts.ts'
import { alike, isNear, listed, valueOf, type Fault, type Rule, type Said } from './said.ts'

const amounts = (all: readonly Said[]): Said['amount'][] => all.map((s) => s.amount)
const each = /\b(?:each|every|per|respectively|average)\b/i

/** Whether the last of some figures follows from any others of them by adding and taking away: then nothing is wrong with it. */
const follows = (others: readonly Said[], last: Said): boolean => {
  for (let first = 0; first < others.length; first += 1) {
    const parts = others.slice(first)
    if (parts.length > 1 && (makes(amounts(parts), last.amount) || makes([last.amount, ...amounts(parts.slice(1))], parts[0]!.amount))) return true
    for (const b of others.slice(first + 1)) if (isDifference(others[first]!.amount, b.amount, last.amount) || makes([others[first]!.amount, b.amount], last.amount)) return true
  }
  return false
}

const making = /\b(?:making|making a total of|giving a total of|bringing the total to|a combined total of)\s*$/i
const inAll = /^(?:\s+[a-z]+)?\s*,?\s+(?:in all|in total|altogether)(?:[,.;)]|$)/i
/** "31 and 14, making 45 in all", "£4m for roads and £2m for parks, £6m in total". */
const adding: Rule = (sentence, all) => all.flatMap((last, i): Fault[] => {
  const parts = all.slice(0, i)
  const after = making.test(last.lead)
  if (parts.length < 2 || !(after || (inAll.test(last.follow) && /^[^;.]{0,45}[,:]\s*$/.test(last.lead))) || each.test(sentence) || !alike([...parts, last]) || follows(parts, last)) return []
  const expected = sum(parts.map(valueOf))
  return (parts.length === 2 || /\band\b/i.test(parts.at(-1)!.lead)) && isNear(expected, valueOf(last)) ? [{ found: last, expected, why: `${listed(parts, '+')} is` }] : []
})

const leaves = /\b(?:leaving|leaves|and leave)\b[^;.£\d]{0,50}$/i
/** "£4m is drawn from the reserve, which stood at £9m, leaving £5m"; the first of them may stand in the sentence before. */
const leaving: Rule = (_sentence, all, before) => all.flatMap((last, i): Fault[] => {
  if (!leaves.test(last.lead)) return []
  const own = all.slice(0, i)
  const known = own.length === 1 && before.length === 1 && /\b(?:stood|stands|balance|was|is|of)\b/i.test(before[0]!.lead) ? [...before, ...own] : own
  const [a, b] = known.slice(-2)
  if (!a || !b || (known.length > 2 && !/^\s*(?:[a-z]+\s+)?of (?:it|this|that|which|them|these)\b/i.test(b.follow)) || !alike([a, b, last]) || follows([...before, ...own], last)) return []
  return [{ found: last, expected: absolute(minus(valueOf(a), valueOf(b))), why: `${a.fact.text} and ${b.fact.text} leave` }]
})

const noun = (s: Said): string => /^\s+(?:[a-z-]+\s+){0,4}?([a-z]{3,}s|people)\b/i.exec(s.follow)?.[1]?.toLowerCase() ?? ''
/** "homes" of "12 homes and 3 shops": a part that counts things of its own. */
const ownThings = (s: Said): string => /^\s+(?:[a-z-]+ing |new |other )?([a-z]{3,}s)\b/i.exec(s.follow)?.[1]?.toLowerCase() ?? ''
const verbs = new Set(['is', 'was', 'has', 'does', 'stays', 'remains', 'rises', 'falls'])
const notParts = /\b(?:includ\w+|of which|such as|e\.g|mainly|up to|at least|than|since|until|between|from|by|plus|per|each|every|average|target|against|compared|respectively|out of|times|x)\b/i

/** The figures of a clause that share out what was said before: at least two, the last after "and", none counting things of its own. */
const shared = (clause: string, from: number, parts: readonly Said[], whole: string): boolean => {
  const own = new Set(parts.map(ownThings).filter((w) => w !== '' && w !== whole && !verbs.has(w) && !w.endsWith('ss')))
  return parts.length >= 2 && !notParts.test(clause) && !/;.*;/.test(clause) && parts.every((p) => !/\bor\s*$/i.test(p.lead)) && own.size === 0 && alike(parts)
    && /\band\s*(?:the (?:other|remaining)\s*)?$/i.test(parts.at(-1)!.lead) && parts.every((p, i) => (i === 0 ? p.fact.start - from < 30 : p.lead.length < 90))
}
/** "83 people are affected: 31 full-time and 52 part-time". */
const afterColon: Rule = (sentence, all) => {
  const at = sentence.indexOf(': ')
  if (at < 0 || sentence.indexOf(': ', at + 1) >= 0) return []
  const wholes = all.filter((s) => s.fact.end <= at)
  const whole = wholes.find((s) => s.amount.kind !== 'count' || noun(s) !== '') ?? (wholes.length === 1 ? wholes[0] : undefined)
  const parts = all.filter((s) => s.fact.start > at)
  if (whole === undefined || /\b(?:of|out of)\s*$/i.test(whole.follow.slice(0, 12)) || !shared(sentence.slice(at), at, parts, noun(whole))) return []
  const expected = sum(parts.map(valueOf))
  if (wholes.some((w) => makes(amounts(parts), w.amount)) || !isNear(expected, valueOf(whole))) return []
  return [{ found: whole, expected, why: `${listed(parts, '+')} is` }]
}

/** "Of the 17 indicators 9 are green, 4 amber and 5 red": parts that don't overlap can't be more than the whole. */
const moreThanWhole: Rule = (sentence, all) => {
  const lead = /^(?:.{0,60}[,;:]\s)?of (?:the |all |our |these )?(?:other |remaining )?$/i
  const at = all.findIndex((s) => lead.test(sentence.slice(0, s.fact.start)))
  const whole = all[at]
  const parts = all.slice(at + 1)
  if (whole === undefined || !shared(sentence.slice(whole.fact.end), whole.fact.end + 60, parts, noun(whole)) || /\b(?:also|both|these)\b/i.test(sentence.slice(whole.fact.end))) return []
  const expected = sum(parts.map(valueOf))
  return compareQuantities(expected, valueOf(whole)) > 0 && !makes(amounts(parts), whole.amount) && isNear(expected, valueOf(whole)) ? [{ found: whole, expected, why: `${listed(parts, '+')} is` }] : []
}

/** "The plan has 13 actions. 5 are complete, 4 are on track and 3 are delayed.": a sentence that shares out the count of the one before. */
const nextSentence: Rule = (sentence, all, before) => {
  const whole = before[0]
  if (whole === undefined || all.length < 3 || all[0]!.amount.kind !== 'count' || noun(whole) === '' || !(all[0]!.fact.start === 0 || /^(?:Compared with|Since|In|At|By)\b[^,;:\d]{0,40}$/.test(all[0]!.lead))) return []
  const states = all.every((s, i) => /^\s(?:is|are|was|were|has|have)\s/.test(s.follow) || (i > 0 && /^\s(?:[a-z]+\s){0,2}[a-z]+\b/.test(s.follow)))
  if (!/^\s(?:is|are|was|were|has|have)\s/.test(all[0]!.follow) || !states || !shared(sentence.slice(all[0]!.fact.start), all[0]!.fact.start, all, noun(whole))) return []
  const expected = sum(all.map(valueOf))
  const close = compareQuantities(absolute(minus(expected, valueOf(whole))), { digits: 2n, scale: 0 }) <= 0
  return close && !before.some((w) => makes(amounts(all), w.amount)) ? [{ found: whole, expected, why: `${listed(all, '+')} is` }] : []
}

/** "£22.9m: the requirement of £81.4m less loans of £58.5m". */
const lessSaid: Rule = (_sentence, all) => all.flatMap((made, i): Fault[] => {
  const [a, b] = [all[i + 1], all[i + 2]]
  if (!a || !b || !/^[^;.£\d]{0,20}[:(–-]\s*(?:the |a |our )?[^;.]{0,60}$/.test(a.lead) || !/^[^;.]{0,20}\b(?:less|minus|net of|after deducting)\b[^;.]{0,40}$/i.test(b.lead) || !alike([made, a, b]) || follows([a, b], made)) return []
  return [{ found: made, expected: absolute(minus(valueOf(a), valueOf(b))), why: `${a.fact.text} − ${b.fact.text} is` }]
})
/** "The saving is £2,120. The bus costs £340, so the net saving is £1,780." */
const netOf: Rule = (_sentence, all, before) => all.flatMap((net, i): Fault[] => {
  if (!/\bnet (?:annual |overall )?(?:saving|benefit|income|gain|cost)\b[^;.£\d]{0,30}$/i.test(net.lead)) return []
  const known = [...before, ...all.slice(0, i)]
  const [a, b] = known
  if (known.length !== 2 || all[0] === net || !/\bcosts?\b/i.test(`${b!.lead} ${b!.follow}`) || !/\b(?:saving|income|benefit|gain)s?\b/i.test(a!.lead) || !alike([a!, b!, net]) || isDifference(a!.amount, b!.amount, net.amount)) return []
  return [{ found: net, expected: absolute(minus(valueOf(a!), valueOf(b!))), why: `${a!.fact.text} − ${b!.fact.text} is` }]
})

/** Ways in which figures of a sentence are parts of another. */
export const partRules: readonly Rule[] = [adding, leaving, afterColon, moreThanWhole, nextSentence, lessSaid, netOf]
