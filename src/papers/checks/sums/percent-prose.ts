import type { Source } from '../../../kit/source.ts'
import { matchesIn } from '../../../kit/words.ts'
import type { PaperContent } from '../../types.ts'
import { proseOf, type Found, type Prose, type Told } from '../../facts/index.ts'
import { keeps, type Claim } from './percent-claims.ts'
import { claimsOfBase } from './percent-base.ts'
import { claimsOfChange } from './percent-change.ts'
import { claim, claimsSaid, isVague, type At, type Pair } from './percent-said.ts'
import { printed } from './share.ts'

/** "£8.2 million (43%)", "74/144 (51%)", "145 out of 162 milestones (90%)": a figure with its percentage in brackets straight after. */
const pairsIn = (facts: readonly At[]): Pair[] => facts.flatMap((fact, i) => {
  const next = facts[i + 1]
  if (!next || next.found.kind !== 'percentage' || !['amount', 'count'].includes(fact.found.kind) || next.sentence !== fact.sentence) return []
  const between = fact.sentence.slice(fact.found.end, next.found.start)
  const after = fact.sentence.slice(next.found.end)
  return /^[\w\s'’-]{0,40}\($/.test(between) && /^(?:\)| of | (?!up|down|more|less|fewer|higher|lower|rise|fall)\w+\))/.test(after) && !isVague(fact) && !isVague(next) ? [{ part: fact, percent: next }] : []
})

/** Ways to say part, whole and percentage together: "A out of B (P%)", "A/B (P%)", "P% (A of B)". */
const together: readonly (readonly [RegExp, part: number, whole: number, percent: number])[] = [
  [/(?<![\d.,])([\d,]{1,20})\s?(?:out of|of the|of|\/)\s?([\d,]{1,20})\b[^().;]{0,60}\(([\d.]{1,20})\s?%\)/g, 1, 2, 3],
  [/\b([\d.]{1,20})\s?%\s\(([\d,]{1,20})\s(?:out of|of)\s(?:the )?([\d,]{1,20})\b/gi, 2, 3, 1],
]
const roughly = /\b(?:about|around|approximately|nearly|almost|over|more than|less than|up to|at least|roughly|some)\s*$/i
/** "2024/25 was raised by inflation (4.6%)": a financial year is no share. */
const isYear = (said: string): boolean => { const m = /^(?:19|20)(\d\d)\s?\/\s?(?:19|20)?(\d\d)\b/.exec(said); return m !== null && (Number(m[1]) + 1) % 100 === Number(m[2]) }
const saidWhole = (sentence: string, source: (index: number) => Source): Claim[] => (!sentence.includes('%') ? [] : together.flatMap(([form, a, b, p]) => matchesIn(sentence, form).flatMap((m): Claim[] => {
  const [part, whole, percent] = [printed(m[a]!, m[a]!, true), printed(m[b]!, m[b]!, true), printed(m[p]!, `${m[p]}%`)]
  if (!part || !whole || !percent || whole.value.digits === 0n || isYear(m[0]) || roughly.test(sentence.slice(Math.max(0, m.index - 16), m.index))) return []
  return [{ kind: 'share', part, whole, percent, source: source(m.index), of: m[b]!, power: -99, from: [] }]
})))

/** "£1.2m (3.4%) against a budget of £35.3m". */
const ofBudget = (pairs: readonly Pair[], facts: readonly At[]): Claim[] => {
  const budgets = pairs.length !== 1 ? [] : facts.filter((f) => f.found.kind === 'amount' && /\b(?:against|on|of) (?:a|the) (?:[a-z]+ ){0,3}budget of $/i.test(f.sentence.slice(Math.max(0, f.found.start - 60), f.found.start)))
  return budgets.length === 1 && pairs[0]!.part !== budgets[0] ? claim('share', pairs[0]!.part, budgets[0]!, pairs[0]!.percent) : []
}

/** "from A to B, an increase of P%". Only where both ends and the word for the change are said. */
const saidChange = (facts: readonly At[]): Claim[] => facts.flatMap((percent, i) => {
  if (percent.found.kind !== 'percentage' || isVague(percent)) return []
  const [from, to] = [facts[i - 2], facts[i - 1]]
  if (!from || !to || from.found.kind === 'percentage' || to.found.kind === 'percentage') return []
  const { sentence } = percent
  const lead = sentence.slice(Math.max(0, from.found.start - 30), from.found.start)
  const change = sentence.slice(to.found.end, percent.found.start)
  if (!/\bfrom\s+(?:just |about |over )?$/i.test(lead) || !/\bto\s*$/i.test(sentence.slice(from.found.end, to.found.start)) || !/(?:increase|rise|growth|decrease|fall|reduction|drop)\D{0,20}$/i.test(change)) return []
  return claim('change', to, from, percent)
})

/**
 * Figures with a percentage in brackets whose whole isn't said beside them: the whole is sought among the amounts of the same and the two paragraphs before, and
 * is believed only if it makes at least two of the percentages right.
 */
const soughtWhole = (pairs: readonly Pair[], amounts: readonly At[]): Claim[] => {
  let [best, good]: [Claim[], number] = [[], 0]
  for (const whole of new Map(amounts.map((at) => [`${at.found.value} ${at.found.unit}`, at])).values()) {
    const claims = pairs.filter((p) => p.part.found.value !== whole.found.value).flatMap((p) => claim('share', p.part, whole, p.percent))
    const kept = claims.filter(keeps).length
    if (kept > good) [best, good] = [claims, kept]
  }
  return good >= 2 && good * 2 > best.length ? best : []
}

/** "£8.2 million (43%) of the £19.5 million savings": the whole is the amount that follows. */
const wholeAfter = (pairs: readonly Pair[], facts: readonly At[]): Claim[] => pairs.flatMap((pair) => {
  const next = facts[facts.indexOf(pair.percent) + 1]
  if (!next || next.sentence !== pair.percent.sentence || !/^\)?\s*(?:of|on|from|over) (?:the |a |an |our |its )?(?:total |overall |approved )?$/i.test(pair.percent.sentence.slice(pair.percent.found.end, next.found.start))) return []
  return claim('share', pair.part, next, pair.percent)
})

/** "12 of 13 let (92%)" in a cell. */
const claimsOfCells = (content: PaperContent): Claim[] => content.blocks.flatMap((block) => (block.kind === 'text' ? [] : block.rows.flatMap((row) => row.flatMap((cell) =>
  (cell.covered === null && cell.text.includes('%') && /\d\s?(?:of|out of|\/)\s/.test(cell.text) ? saidWhole(cell.text, () => cell.source) : [])))))

const isNumber = ({ kind }: Found): boolean => kind === 'amount' || kind === 'count' || kind === 'percentage'
const placed = ({ passage }: Prose, { text, start }: Told, found: readonly Found[]): At[] => found.map((f) => ({ found: f, sentence: text, source: passage.at(start + f.start) }))
const numbersOf = (prose: Prose): At[] => prose.sentences.flatMap((s) => placed(prose, s, s.facts.filter(isNumber)))

/** What the sentences of a passage claim, each by itself or by the one before it. */
const claimsOfPassage = (prose: Prose): Claim[] => {
  const own: At[] = []
  return prose.sentences.flatMap((sentence, n) => {
    const facts = placed(prose, sentence, sentence.facts.filter(isNumber))
    own.push(...facts)
    if (!sentence.figures.some((f) => f.kind === 'percentage')) return []
    const [pairs, before] = [pairsIn(facts), prose.sentences[n - 1]]
    const figures = placed(prose, sentence, sentence.figures)
    const told = figures.length < 2 ? [] : [...claimsOfChange(sentence.text, figures), ...claimsOfBase(sentence.text, figures, before === undefined ? [] : placed(prose, before, before.figures))]
    return [...told, ...saidWhole(sentence.text, (i) => prose.passage.at(sentence.start + i)), ...saidChange(facts), ...wholeAfter(pairs, facts), ...ofBudget(pairs, facts), ...claimsSaid(sentence.text, facts, pairs, own)]
  })
}

/** What percentages in prose claim to be shares of, where the prose says it. */
export const claimsOfProse = (content: PaperContent): Claim[] => {
  const claims: Claim[] = claimsOfCells(content)
  let near: Prose[] = []
  for (const prose of proseOf(content)) {
    if (!prose.sentences.some((s) => s.facts.some(isNumber))) continue
    near = [...near.slice(-2), prose]
    if (!prose.sentences.some((s) => s.figures.some((f) => f.kind === 'percentage'))) continue
    claims.push(...claimsOfPassage(prose))
    const pairs = pairsIn(numbersOf(prose)).filter((p) => p.part.found.kind === 'amount' && !claims.some((c) => c.source === p.percent.source && c.percent.text === p.percent.found.text))
    if (pairs.length >= 2) claims.push(...soughtWhole(pairs, near.flatMap(numbersOf).filter((a) => a.found.kind === 'amount')))
  }
  return claims
}
