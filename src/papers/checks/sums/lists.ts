import type { Finding } from '../../../kit/finding.ts'
import { absolute, compareQuantities, minus, printQuantity, quantity, sum, times, type Quantity } from '../../../kit/quantity.ts'
import { factsIn, listingsOf, type Found, type Listing } from '../../facts/index.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { amountOf, makes, sayLike, type Amount } from './amounts.ts'

const firstAmount = (text: string): Amount | null => {
  if (!/^[\s+•–-]*\(?[-+]?£/.test(text)) return null
  const fact = factsIn(text).find((f) => f.kind === 'amount')
  return fact !== undefined && /^[\s+•–-]*$/.test(text.slice(0, fact.start)) ? amountOf(fact) : null
}
const closeTo = (a: Quantity, b: Quantity): boolean => compareQuantities(times(absolute(minus(a, b)), quantity(4)), absolute(b)) <= 0

/** A list of which every item begins with an amount makes an amount of the sentence that introduces it. */
const listedAmounts = ({ intro, items }: Listing): Finding[] => {
  const parts = items.map((item) => firstAmount(item.text))
  if (parts.length < 2 || parts.some((p) => p === null) || /\b(?:including|includes|such as|mainly|largest|key|main)\b/i.test(intro.text.slice(-120))) return []
  const amounts = parts as Amount[]
  const wholes = factsIn(intro.text).flatMap((f) => (f.kind === 'amount' ? amountOf(f) ?? [] : []))
  if (wholes.length === 0 || wholes.some((w) => makes(amounts, w))) return []
  const total = sum(amounts.map((a) => a.value))
  const meant = wholes.find((w) => closeTo(total, w.value))
  if (meant === undefined) return []
  const expected = sayLike(total, meant, printQuantity)
  return [{ level: 'error', code: 'sum.list', message: `${meant.text} isn't what the list below makes: ${amounts.map((a) => a.text.replace(/^\+/, '')).join(' + ')} is ${expected}.`, source: intro.source, expected, found: meant.text }]
}

const labelled = /^([^:]{2,80}):\s*([\d,]+)\b/
/** "Nurseries: 13 ... Total settings: 168". */
const labelledCounts = ({ items }: Listing): Finding[] => {
  const lines = items.flatMap((item) => { const m = labelled.exec(item.text); return m ? [{ label: m[1]!, value: Number(m[2]!.replaceAll(',', '')), source: item.source }] : [] })
  const totals = lines.filter((l) => /\btotal\b/i.test(l.label))
  const parts = lines.filter((l) => !totals.includes(l))
  if (lines.length !== items.length || totals.length !== 1 || parts.length < 2) return []
  const made = parts.reduce((n, p) => n + p.value, 0)
  const [total] = totals as [(typeof totals)[number]]
  return made === total.value ? [] : [{ level: 'error', code: 'sum.list', message: `“${total.label}” is ${total.value} but the list makes ${made}: ${parts.map((p) => p.value).join(' + ')}.`, source: total.source, expected: String(made), found: String(total.value) }]
}

export const listSumCheck: Check = {
  code: 'sum.list', title: 'A list makes the sum that introduces it', level: 'error',
  about: 'Where every item of a list begins with an amount, or is a name and a count with a total among them, the list is added up and held to the total said.',
  right: ['Pressures of £1.2m are these:\n- £0.7m for staff\n- £0.5m for fuel', 'Nurseries:\n- School: 13\n- Childminders: 57\n- Total: 70'],
  wrong: ['Pressures of £1.2m are these:\n- £0.7m for staff\n- £0.8m for fuel', 'Nurseries:\n- School: 13\n- Childminders: 57\n- Total: 72'],
  find: (paper: CheckedPaper) => listingsOf(paper.content).flatMap((l) => [...listedAmounts(l), ...labelledCounts(l)]),
}

const things = /^\s+(?:[a-z-]+\s+){0,3}?(?:areas|priorities|themes|principles|aims|objectives|recommendations|stages|steps|reasons|options|outcomes|components|elements|levels|foundations|functions|workstreams|groups|pillars|criteria|goals|strands|phases|questions|points|factors|parts|categories|domains|judgements|commitments|ambitions|conditions|tests|proposals)\b/i
const open = /\b(?:includ\w*|such as|e\.g|among|some of|for example|at least|up to|over)\b/i
const countSaid = (intro: string): Found | undefined => {
  if (!/[:–-]\s*$/.test(intro) || open.test(intro.slice(-160))) return undefined
  const said = factsIn(intro).filter((f) => f.kind === 'count' && things.test(intro.slice(f.end)) && intro.length - f.end < 140)
  // Of "five priorities and 20 actions:" nobody can tell which the list holds.
  return said.length === 1 && !/\band\s+(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)\s/i.test(intro.slice(said[0]!.end)) ? said[0] : undefined
}

export const listCountCheck: Check = {
  code: 'sum.count', title: 'A list has as many items as it says', level: 'warning',
  about: 'A sentence that announces a number of things and ends in a colon is held to the list that follows. An item may have been split in two or lost when the paper was converted, so it is a warning.',
  right: ['We have three priorities:\n- homes\n- jobs\n- roads', 'The plan has two priorities and 3 actions:\n- homes\n- jobs\n- roads'],
  wrong: ['We have four priorities:\n- homes\n- jobs\n- roads'],
  find: (paper: CheckedPaper) => listingsOf(paper.content).flatMap(({ intro, items }): Finding[] => {
    const said = countSaid(intro.text)
    if (said === undefined || said.value === null || Number(said.value) === items.length || Number(said.value) > 30) return []
    return [{ level: 'warning', code: 'sum.count', message: `The sentence announces ${said.text}, the list has ${items.length}.`, source: intro.source, expected: String(items.length), found: said.text }]
  }),
}
