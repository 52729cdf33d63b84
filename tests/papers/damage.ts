import { chance } from './damage-to-tables.ts'

/** One damage done to a paper: what was done, and the paper after it. */
export type Damage = { readonly kind: string; readonly what: string; readonly text: string }
type Dice = () => number
type Damager = (text: string, dice: Dice) => { readonly text: string; readonly what: string } | null

const one = <T>(all: readonly T[], dice: Dice): T | undefined => all[Math.floor(dice() * all.length)]
/** One of the places that a pattern matches, replaced. */
const change = (pattern: RegExp, by: (m: RegExpMatchArray, dice: Dice) => string): Damager => (text, dice) => {
  const m = one([...text.matchAll(pattern)], dice)
  if (!m) return null
  const put = by(m, dice)
  return put === m[0] ? null : { text: text.slice(0, m.index) + put + text.slice(m.index + m[0].length), what: `${m[0].trim()} became ${put.trim()}` }
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const fullDate = /\b(Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) (\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (20\d\d)\b/g

/** Each breaks something that the paper says twice, or that must be there. */
const damagers: Readonly<Record<string, Damager>> = {
  'another weekday': change(fullDate, (m, dice) => m[0].replace(m[1]!, one(weekdays.filter((w) => w !== m[1]), dice)!)),
  'a date moved by days': change(fullDate, (m, dice) => m[0].replace(` ${m[2]} `, ` ${((Number(m[2]) + Math.floor(dice() * 6)) % 28) + 1} `)),
  'a day that does not exist': change(/\b\d{1,2} (February|April|June|September|November) 20\d\d\b/g, (m) => m[0].replace(/^\d{1,2}/, '31')),
  'a year with a digit too many': change(/\b(?:January|February|March|May|June|July|August|September|October|November|December) (20\d\d)\b/g, (m) => `${m[0]}${m[0].at(-1)}`),
  'a month misspelt': change(/\b(February|September|October|November|December|January) 20\d\d\b/g, (m) => m[0].slice(0, 3) + m[0][4]! + m[0][3]! + m[0].slice(5)),
  'a sign-off years before': change(/Date \d\d\/\d\d\/(20\d\d)/g, (m, dice) => m[0].replace(m[1]!, String(Number(m[1]) - 2 - Math.floor(dice() * 20)))),
  'a sign-off after the meeting': change(/Date \d\d\/\d\d\/(20\d\d)/g, (m) => m[0].replace(m[1]!, String(Number(m[1]) + 1))),
  'a sign-off blanked': change(/^([A-Z][A-Za-z ]+)\t[A-Z] [A-Z][a-z]+\tDate \d\d\/\d\d\/20\d\d$/gm, (m) => `${m[1]}\t\tDate`),
  'a name blanked': change(/^([A-Z][A-Za-z ]+)\t[A-Z] [A-Z][a-z]+\t(Date \d\d\/\d\d\/20\d\d)$/gm, (m) => `${m[1]}\tClick or tap here to enter text.\t${m[2]}`),
  'a heading of another quarter': change(/^Appendix [A-Z]: .*\(Quarter [12]\)$/gm, (m, dice) => m[0].replace(/\d+ [A-Z][a-z]+ 20\d\d \(Quarter [12]\)/, `${['31 December 2023 (Quarter 3)', '31 March 2024 (Quarter 4)'][Math.floor(dice() * 2)]}`)),
  'a quarter that does not hold its date': change(/\(Quarter [12]\)$/gm, (m, dice) => `(Quarter ${m[0].includes('1') ? 2 + Math.floor(dice() * 3) : 3 + Math.floor(dice() * 2)})`),
  'an appendix renamed in the list': change(/(?<=^Appendices\n\n)Appendix (A|1)/gm, () => 'Appendix 7'),
  'a paragraph dropped': change(/^(?:[2-6])\. [A-Z].*\n\n(?=\d+\. )/gm, () => ''),
  'a paragraph number doubled': change(/^([3-9])\. (?=[A-Z])/gm, (m) => `${Number(m[1]) - 1}. `),
  'a reference to no paragraph': change(/\bparagraph 2 above\b/g, () => 'paragraph 42 above'),
  'a status blanked': change(/\t(Green|Amber|Blue)\t/g, () => '\t\t'),
  'a status outside the key': change(/\t(Green|Amber|Blue)\t/g, () => '\tPurple\t'),
  'a completed row that says nothing': change(/\tBlue\t.+$/gm, () => '\tBlue\t'),
  'a remark that says otherwise': change(/\tGreen\t.+$/gm, () => '\tGreen\tThe works were delayed by six months.'),
  'a remark past the year': change(/\tGreen\t.+$/gm, () => '\tGreen\tThe last of them is due in June 2027.'),
  'a remark copied from the row above': change(/(\t(?:Green|Amber)\t)(.{40,})\n(.*\t(?:Green|Amber)\t).+$/gm, (m) => `${m[1]}${m[2]}\n${m[3]}${m[2]}`),
  'pages that overlap': change(/\t13 - 30$/gm, () => '\t9 - 30'),
  'a paper that follows late': change(/follow on 9 July/g, (_m, dice) => `follow on ${11 + Math.floor(dice() * 5)} July`),
  'questions after the meeting': change(/Thursday 10 July/g, () => 'Thursday 24 July'),
  'a word doubled': change(/\b(the|to|of|and) (?=[a-z])/g, (m) => `${m[1]} ${m[1]} `),
  'a template\'s words left in': change(/^None$/gm, () => 'Click or tap here to enter text.'),
  'a section emptied': change(/^(Consultees|Legal implications|Background papers)\n\n.*\n\n(?=[A-Z][a-z]+( [A-Z]?[a-z]+)?\n)/gm, (m) => `${m[1]}\n\n`),
  'an action overdue and silent': change(/(\t(?:September|October) 2025)\tDone.+$/gm, (m) => `${m[1]}\t`),
  'a recommendation without purpose': change(/^To approve the programme/gm, () => 'To note the programme'),
}
export const damageKinds = Object.keys(damagers)

/** A damage of a kind, the same for the same seed; null where the paper offers no place for it. */
export const damage = (text: string, kind: string, seed: number): Damage | null => {
  const done = damagers[kind]!(text, chance(seed * 104_729 + kind.length * 31))
  return done === null ? null : { kind, ...done }
}
