import { matchesIn } from '../../../kit/words.ts'
import { proseOf, type Prose, type Told } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'
import { saidIn, valueOf, type Said } from './said.ts'

const fractions: Readonly<Record<string, number>> = { half: 50, 'a third': 33.3, 'one third': 33.3, 'two thirds': 66.7, 'a quarter': 25, 'one quarter': 25, 'three quarters': 75, 'a fifth': 20, 'one fifth': 20 }
const spoken = /\b(exactly |just over |slightly more than |more than |over |just under |less than |under |fewer than |almost |nearly |about |around )?(half|(?:a|one|two|three)[- ](?:thirds?|quarters?|fifth))\b[^.;()%£]{0,60}\((\d{1,3}(?:\.\d+)?)\s?%\)/gi
/** How far a percentage may lie from the fraction that it is said to be: below it, above it. */
const leeway = (how: string): readonly [number, number] => {
  if (/more|over/.test(how)) return [0, 16]
  if (/under|less|fewer|almost|nearly/.test(how)) return [12, 0]
  if (/about|around/.test(how)) return [6, 6]
  return how.startsWith('exactly') ? [0.5, 0.5] : [4, 4]
}
const spokenIn = (text: string): (Omit<Fault, 'at'> & { readonly index: number })[] => (text.includes('%)') ? matchesIn(text, spoken) : []).flatMap((m) => {
  const [how, words, said] = [(m[1] ?? '').toLowerCase(), m[2]!.toLowerCase().replace('-', ' '), Number(m[3])]
  const share = fractions[words]
  if (share === undefined) return []
  const [below, above] = leeway(how)
  return said >= share - below && said <= share + above ? [] : [{ index: m.index, found: m[0], message: `“${how}${words}” is said of ${m[3]}%. Correct the word or the figure.` }]
})

const yearGone = /\b(?:(a quarter|half|three[- ]quarters|two[- ]thirds|a third) (?:of the way )?through|(half)[- ]?way through) the (?:financial |municipal )?year\b/gi
const ends: Readonly<Record<string, number>> = { '06-30': 25, '07-31': 33.3, '09-30': 50, '11-30': 66.7, '12-31': 75 }
/** "by 31 December, half of the way through the year": the council's year begins in April. */
const gone = ({ text, figures }: Told): (Omit<Fault, 'at'> & { readonly index: number })[] => (!text.includes('through the') ? [] : matchesIn(text, yearGone)).flatMap((m) => {
  const days = figures.filter((f) => f.kind === 'date' && f.value !== null)
  const share = days.length === 1 ? ends[days[0]!.value!.slice(5)] : undefined
  const said = fractions[(m[1] ?? m[2]!).toLowerCase().replace('-', ' ')]
  return share === undefined || said === undefined || Math.abs(share - said) < 5 ? [] : [{ index: m.index, found: m[0], message: `${days[0]!.text} is not “${m[0]}”, but ${share}% of it. Correct the words or the date.` }]
})

const ratios: readonly (readonly [RegExp, least: number, most: number, words: string])[] = [
  [/\bmore than doubled?\b/i, 2, 4, 'more than double'], [/\b(?:nearly|almost) doubled?\b/i, 1.7, 2, 'nearly double'], [/\bdoubl(?:ed|es|ing)\b/i, 1.85, 2.15, 'double'],
  [/\bmore than halved?\b/i, 0.2, 0.5, 'less than half'], [/\b(?:nearly|almost) halved?\b/i, 0.5, 0.6, 'nearly half'], [/\bhalv(?:ed|es|ing)\b/i, 0.45, 0.55, 'half'],
  [/\b(?:trebl|tripl)(?:ed|es|ing)\b/i, 2.8, 3.2, 'three times'],
]
const kinds = ['amount', 'count', 'percentage'] as const
/** "doubled from 40 to 80". */
const ratioIn = (sentence: Told): { said: Said; message: string }[] => (!/\b(?:doubl|halv|trebl|tripl)/i.test(sentence.text) ? [] : kinds.flatMap((kind) => saidIn(sentence, kind).flatMap((to, i, all) => {
  const from = all[i - 1]
  const named = from === undefined ? undefined : ratios.find(([form]) => form.test(from.lead.slice(-45)))
  if (from === undefined || named === undefined || !/^[^£%]*\bfrom\s*$/i.test(from.lead.slice(-12)) || !/^[^,;]{0,30}\bto\s*$/i.test(to.lead)) return []
  const ratio = Number(valueOf(to).digits) / 10 ** valueOf(to).scale / (Number(valueOf(from).digits) / 10 ** valueOf(from).scale)
  return ratio >= named[1] && ratio <= named[2] ? [] : [{ said: to, message: `${to.fact.text} is not ${named[3]} ${from.fact.text}. Correct the word or a figure.` }]
})))

const cut = /\b(?:cut|cuts|reduc\w+|lower\w*|fell|falls?|decreas\w+)\b/i
const points = /\b(?:(two|three|four|2|3|4) (?:cuts|rises|reductions|increases) of )?(?:by )?(?:a |one |an? )?(quarter|half)(?:[- ]of an?)?(?: (?:of )?(?:a |one )?(?:percentage )?)?[- ]points?\b(?:[^.;%]{0,15}\b(once|twice|three times|four times))?/i
const timesOf: Readonly<Record<string, number>> = { once: 1, twice: 2, two: 2, '2': 2, 'three times': 3, three: 3, '3': 3, 'four times': 4, four: 4, '4': 4 }
/** "It stood at 4.50%. It was cut by a quarter point twice and ended at 4.00%." */
const pointsIn = ({ passage, sentences }: Prose): Fault[] => {
  const m = points.exec(passage.text)
  if (m === null) return []
  const rates = sentences.flatMap((s) => saidIn(s, 'percentage').map((said) => ({ said, at: s.start + said.fact.start })))
  const [before, after] = [rates.filter((r) => r.at < m.index), rates.filter((r) => r.at > m.index)]
  const around = before.length === 1 && after.length === 1 ? [before[0]!, after[0]!] : before.length === 0 && after.length === 2 && /\bfrom\s*$/i.test(after[0]!.said.lead) ? after : null
  if (around === null || /\b(?:would|could|may|might|[Ii]f)\b/.test(passage.text.slice(Math.max(0, m.index - 60), m.index + m[0].length + 60))) return []
  const [first, last] = around.map((r) => Number(valueOf(r.said).digits) / 10 ** valueOf(r.said).scale) as [number, number]
  const step = (m[2]!.toLowerCase() === 'half' ? 0.5 : 0.25) * (timesOf[(m[1] ?? m[3] ?? 'once').toLowerCase()] ?? 1)
  const right = Math.round((first + (cut.test(passage.text.slice(Math.max(0, m.index - 30), m.index + m[0].length)) ? -step : step)) * 1000) / 1000
  if (Math.abs(right - last) < 0.0001 || (m[1] === undefined && m[3] === undefined && /\b(?:twice|times|cuts|further|again)\b/i.test(passage.text))) return []
  const expected = `${right.toFixed(valueOf(around[1]!.said).scale)}%`
  return [{ at: passage.at(around[1]!.at), found: around[1]!.said.fact.text, expected, message: `${around[1]!.said.fact.text} should be ${expected}: ${around[0]!.said.fact.text} and “${m[0].trim()}” come to that.` }]
}

export const fractionCheck = defineCheck({
  code: 'sum.fraction', title: 'Half, double and a quarter point are what the figures say', level: 'error',
  about: 'Shares and changes that are said in words are held to the figures beside them: "a third (33%)", "doubled from 40 to 80", "cut by a quarter point twice, from 4.50% to 4.00%".',
  right: ['More than half (54%) were let.', 'Visits doubled from 410 to 815.', 'The rate stood at 3.50%. It was cut by a quarter point twice and ended the year at 3.00%.'],
  wrong: ['More than half (46%) were let.', 'Visits doubled from 410 to 615.', 'The rate stood at 3.50%. It was cut by a quarter point twice and ended the year at 3.25%.'],
  find: (paper) => proseOf(paper.content).flatMap((prose) => [
    ...(prose.passage.text.includes('point') ? pointsIn(prose) : []),
    ...prose.sentences.flatMap((sentence) => [
      ...spokenIn(sentence.text).map(({ index, ...fault }): Fault => ({ at: prose.passage.at(sentence.start + index), ...fault })),
      ...gone(sentence).map(({ index, ...fault }): Fault => ({ at: prose.passage.at(sentence.start + index), ...fault })),
      ...ratioIn(sentence).map(({ said, message }): Fault => ({ at: prose.passage.at(sentence.start + said.fact.start), found: said.fact.text, message })),
    ]),
  ]),
})
