import { compareQuantities } from '../../../kit/quantity.ts'
import { proseOf, type Told } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'
import { alike, saidIn, valueOf, type Said } from './said.ts'

const rises = /\b(?:ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|gr(?:ew|own|owth|owing)|climb(?:ed|ing)|up)\b/i
const falls = /\b(?:fall(?:s|en|ing)?|fell|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tion)|drop(?:s|ped)?|declin(?:e|es|ed|ing)|shr[au]nk|cut|down)\b/i
/** A lower rank is a better one, and a smaller minus a bigger figure. */
const turned = /\b(?:rank\w*|position|place[sd]?|league|quartile|quintile|decile|deficit|loss|band|grade|negative|minus|age[ds]?|scope|ratio|from \d+ (?:am|pm))\b/i
const kinds = ['amount', 'count', 'percentage'] as const

const wrongWay = (sentence: Told): { readonly said: Said; readonly from: Said; readonly up: boolean }[] => (!(rises.test(sentence.text) || falls.test(sentence.text)) || turned.test(sentence.text) ? [] : kinds.flatMap((kind) => saidIn(sentence, kind).flatMap((to, i, all) => {
  const from = all[i - 1]
  if (from === undefined || !/\bfrom\s*(?:the\s)?$/i.test(from.lead) || !/^[^;:]{0,45}\bto\s*$/i.test(to.lead) || /\b(?:and|which|while|but)\b/.test(to.lead) || !alike([from, to])) return []
  const lead = from.lead.slice(-55).split(/[,;:]/).at(-1)!
  const [up, down] = [rises.test(lead), falls.test(lead)]
  const order = compareQuantities(valueOf(to), valueOf(from))
  if (up === down || order === 0 || valueOf(from).digits <= 0n || valueOf(to).digits <= 0n) return []
  return (order > 0) === up ? [] : [{ said: to, from, up }]
})))

export const directionCheck = defineCheck({
  code: 'sum.direction', title: 'What rises ends higher, what falls lower', level: 'error',
  about: '"Rose from 12 to 9" has the wrong verb or two figures changed about. Ranks, deficits and ages are left alone.',
  right: ['Enquiries rose from 120 to 140 and complaints fell from 31 to 24.'], wrong: ['Enquiries rose from 140 to 120.', 'The bill fell from £2.1m to £2.4m.'],
  find: (paper) => proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence) => (sentence.figures.length < 2 ? [] : wrongWay(sentence).map(({ said, from, up }): Fault => ({
    at: passage.at(sentence.start + from.fact.start), found: said.fact.text, message: `From ${from.fact.text} to ${said.fact.text} is no ${up ? 'rise' : 'fall'}. Correct the word, or a figure.`,
  }))))),
})
