import { absolute, compareQuantities, minus, quantity, sum } from '../../../kit/quantity.ts'
import { proseOf, type Told } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'
import { saidIn, valueOf, type Said } from './said.ts'

const weighing = /\b(?:judged|weight(?:ed|ing|ings|s)?|scored|evaluated|evaluation|assessed|marked|criteria|split|divided|shared|apportioned)\b/i
const hundred = quantity(100)
const notAll = /\b(?:at least|including|mainly|minimum|threshold|pass mark|of which|increase|rise|fall|than|from|target)\b/i
/** A percentage and what it goes to: "50% on price", "price 50%", "price (50%)". */
const isPart = (s: Said): boolean => /^\s(?:on|for|to|is for|goes to|[a-z]+\s(?:and|to)|[a-z]{4,})/i.test(s.follow) || /[a-z]\s\(?$/i.test(s.lead)

const weightsIn = (sentence: Told): readonly Said[] => {
  const all = weighing.test(sentence.text) && !notAll.test(sentence.text) ? saidIn(sentence, 'percentage') : []
  if (all.length < 3 || !all.every(isPart) || !/\band\b/.test(all.at(-1)!.lead) || !all.slice(1).every((s) => s.lead.length < 60)) return []
  const off = absolute(minus(sum(all.map(valueOf)), hundred))
  return compareQuantities(off, quantity(2)) >= 0 && compareQuantities(off, quantity(20)) <= 0 ? all : []
}

export const weightsCheck = defineCheck({
  code: 'sum.weights', title: 'Weights make 100%', level: 'error',
  about: 'A sentence that says how tenders are judged or a sum is shared out ("60% on price, 30% on quality and 10% on social value") must come to 100%.',
  right: ['Bids are judged 60% on price, 30% on quality and 10% on social value.'], wrong: ['Bids are judged 60% on price, 35% on quality and 10% on social value.'],
  find: (paper) => proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence): Fault[] => {
    const all = sentence.figures.length < 3 ? [] : weightsIn(sentence)
    const made = all.reduce((n, s) => n + Number(valueOf(s).digits) / 10 ** valueOf(s).scale, 0)
    return all.length === 0 ? [] : [{ at: passage.at(sentence.start + all[0]!.fact.start), expected: '100%', found: `${Math.round(made * 100) / 100}%`, message: `The weights make ${Math.round(made * 100) / 100}%, not 100%: ${all.map((s) => s.fact.text).join(' + ')}.` }]
  })),
})
