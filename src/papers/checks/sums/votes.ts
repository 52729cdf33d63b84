import { matchesIn } from '../../../kit/words.ts'
import { proseOf, type Prose } from '../../facts/index.ts'
import { defineCheck, type Fault } from '../define.ts'

const words = 'no|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const n = String.raw`(\d{1,2}|${words})`
const number = (text: string | undefined): number => (text === undefined ? 0 : /\d/.test(text) ? Number(text) : words.split('|').indexOf(text.toLowerCase()))
const abstained = String.raw`(?:(?:,| and|,? with|;)\s*${n} (?:members? )?abst\w+)?`
const votes = [
  new RegExp(String.raw`\bby ${n}(?: votes?)? to ${n}\b(?: votes?)?${abstained}`, 'gi'),
  new RegExp(String.raw`\b${n} (?:votes? )?(?:for|in favour)(?:,| and|, and)? ${n} (?:votes? )?against${abstained}`, 'gi'),
  new RegExp(String.raw`\bfor:? (\d{1,2})[,;.]? +against:? (\d{1,2})(?:[,;.]? +abst\w+:? (\d{1,2}))?`, 'gi'),
]
const elsewhere = /\b(?:Cabinet|Council|Board|Executive|Committee|public|poll|residents) (?:had|has|have|voted)\b/

type Present = { readonly count: number; readonly said: boolean }
const opens = /^\W*(?:(?:members |councillors |those )?present)\b\W*/i
const names = /^\W*(?:(?:members |councillors |those )?present)?\W*(?:councillors?|cllrs?|members?)?\W*/i
const further = /^\W*(?:councillors?|cllrs?|co-opted|substitutes?|voting|other members)\b/i
const aName = /^(?:(?:councillors?|cllrs?)\.? )?(?:[A-Z][\w'’.-]*\s?){1,4}$/
/** Who was there: so many "of 11 members", or the names of one paragraph. */
const presentIn = (prose: readonly Prose[], i: number): Present | null => {
  const { text } = prose[i]!.passage
  if (!opens.test(text)) return null
  const at = text.replace(opens, '').length < 3 ? i + 1 : i
  const list = prose[at]?.passage.text ?? ''
  const said = new RegExp(String.raw`\b${n} of (?:the |its )?${n} members\b`, 'i').exec(list)
  if (said) return { count: number(said[1]), said: true }
  const named = list.replace(names, '').replace(/\s*\([^)]*\)/g, '').replace(/\.\s*$/, '').split(/,\s*(?:and )?|\s+and\s+/)
  return named.length < 3 || !named.every((name) => aName.test(name.trim())) || further.test(prose[at + 1]?.passage.text ?? '') ? null : { count: named.length, said: false }
}

const find: Parameters<typeof defineCheck>[0]['find'] = (paper) => {
  const prose = proseOf(paper.content)
  let present: Present | null = null
  return prose.flatMap(({ passage }, i): Fault[] => {
    if (/present/i.test(passage.text.slice(0, 24))) present = presentIn(prose, i) ?? present
    const here = present
    if (here === null || !/vot|gainst|resolved|carried|agreed/i.test(passage.text) || elsewhere.test(passage.text)) return []
    return votes.flatMap((form) => matchesIn(passage.text, form)).flatMap((m): Fault[] => {
      const cast = number(m[1]) + number(m[2]) + number(m[3])
      return cast <= here.count ? [] : [{ at: passage.at(m.index), found: m[0], level: here.said ? 'error' : 'warning', message: `“${m[0]}” are ${cast} votes, but ${here.count} members were present. Correct the votes, or who was there.` }]
    })
  })
}

export const votesCheck = defineCheck({
  code: 'sum.votes', title: 'No more votes than members present', level: 'warning',
  about: 'Votes for and against and abstentions that minutes give are added up and held to the members that were present: an error where the minutes say how many, a warning where their names were counted.',
  right: ['Present: Councillors Ash (Chair), Birch, Cedar, Elm and Fir.\n\nThe motion was carried by 3 votes to 2.', 'PRESENT\n\nCouncillors Ash, Birch, Cedar and Elm (4 of 6 members)\n\nRESOLVED, by 2 votes to 1 with 1 abstention, to wait.'],
  wrong: ['Present: Councillors Ash (Chair), Birch, Cedar, Elm and Fir.\n\nThe motion was carried by 4 votes to 2.', 'PRESENT\n\nCouncillors Ash, Birch, Cedar and Elm (4 of 6 members)\n\nRESOLVED, by 3 votes to 1 with 1 abstention, to wait.'],
  find,
})
