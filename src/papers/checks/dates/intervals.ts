import { daysBetween, monthName, printDay, weekdayOf, dayOf, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { piecesOf } from '../pack/lines.ts'
import { datedLines, datesOn, saidDates, type SaidDate } from './said.ts'
import { wholeMonths } from './span-words.ts'

const counts = ['a', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const count = String.raw`(\d{1,3}|${counts.join('|')})`
const numberOf = (word: string): number => (/\d/.test(word) ? Number(word) : Math.max(1, counts.indexOf(word.toLowerCase())))

type Unit = 'day' | 'week' | 'month' | 'year'
const days: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 28, year: 365 }
/** How far a length in words may be from the count of days: a month has 28 to 31. */
const slack: Readonly<Record<Unit, number>> = { day: 1, week: 3, month: 6, year: 15 }
const isWhole = (d: SaidDate): d is SaidDate & { day: Day } => d.day !== null
const plural = (n: number, unit: string): string => `${n} ${unit}${n === 1 ? '' : 's'}`

/** "13 March 2026, a clear month before the increase on 6 April 2026". */
const beside = new RegExp(String.raw`^\)?,?\s*(?:which is |that is |being |or |i\.e\. )?(at least )?${count}\s+(?:(clear|full|whole)\s+)?(?:calendar |working )?(day|week|month|year)s?\s+(before|after)\b`, 'i')
const apart = (text: string): Fault['message'] | null => {
  const said = saidDates(text).filter(isWhole)
  for (const [i, first] of said.slice(0, -1).entries()) {
    const [end, other] = [first.index + first.text.length, said[i + 1]!]
    const m = beside.exec(text.slice(end, other.index))
    if (!m || other.index - end > 120 || /\bworking\b|\.\s/.test(text.slice(end, other.index))) continue
    const [n, unit] = [numberOf(m[2]!), m[4]!.toLowerCase() as Unit]
    const between = daysBetween(first.day, other.day) * (m[5]!.toLowerCase() === 'before' ? 1 : -1)
    const [least, most] = [n * days[unit] - (m[3] || m[1] ? 0 : slack[unit]), m[3] || m[1] ? Infinity : n * days[unit] + slack[unit] + (unit === 'month' ? n * 3 : 0)]
    if (between < least || between > most) return `"${brief(text.slice(first.index, other.index + other.text.length), 110)}": ${between < 0 ? `${printDay(first.day)} lies on the other side of ${printDay(other.day)}` : `the two are ${plural(between, 'day')} apart`}, not ${m[0].replace(/^\W+/, '').replace(/\s+(?:before|after)$/i, '')}. Correct a day or the length.`
  }
  return null
}

/** "at least four weeks' notice ... served by 13 March 2026 ... the increase on 6 April 2026". */
const notice = new RegExp(String.raw`\b${count}\s+(?:clear\s+|full\s+)?(?:calendar\s+)?(day|week|month)s?['’]?s?\s+(?:\w+\s+)?notice\b`, 'i')
const served = /\b(?:serv\w+|issued|sent|given|posted|notices? (?:will|is|are|was|were))\b[^.;]{0,40}$/i
const starts = /\b(?:from|on|before|until|effect|start\w*|begin\w*|takes? effect)\s+(?:\w+\s+){0,2}$/i
const shortNotice = (text: string): string | null => {
  const m = notice.exec(text)
  const said = m ? saidDates(text).filter(isWhole) : []
  if (!m || said.length !== 2 || said[0]!.day > said[1]!.day || !served.test(text.slice(0, said[0]!.index)) || !starts.test(text.slice(0, said[1]!.index))) return null
  const [n, unit, between] = [numberOf(m[1]!), m[2]!.toLowerCase() as Unit, daysBetween(said[0]!.day, said[1]!.day)]
  return between >= n * days[unit] ? null : `${m[0]} is asked for, but ${said[0]!.text} is ${plural(between, 'day')} before ${said[1]!.text}. Correct a day, or the length of notice.`
}

const age = new RegExp(String.raw`(?<!\b(?:over|under|than|nearly|almost|about|past|last|next|first|further|another|extra) )\b${count}[ -]years?\b(?! (?:ago|old|of age|earlier|before|forecast|average))`, 'gi')
const lasting = /\b(?:every|from|for|after|since|within|term|lasts?|expires?|ends?|until|contract|lease|agreement|licence)\b/i
const otherwise = /\b(?:extend\w*|extension|option\w*|break|review|renew\w*|plus|further|aged?|under|over|more|less|fewer|up to|maximum|minimum)\b/i
const reaches = /\b(?:ends?|ended|expires?|expired|expiry|until|due|by|next|renewal|runs?|falls?|is|was|to)\b(?:\s+(?:on|by|to|until|for|is|due))*\s*$/i
/** "the assessment of 8 November 2022 ... at least every five years, so the next is due by 8 November 2029". */
const anniversary = (text: string): string | null => {
  const lengths = [...text.matchAll(age)]
  const said = lengths.length === 1 ? saidDates(text).filter(isWhole) : []
  if (said.length !== 2 || saidDates(text).length !== 2 || said[0]!.day >= said[1]!.day || !lasting.test(text) || !reaches.test(text.slice(0, said[1]!.index)) || otherwise.test(text)) return null
  const months = wholeMonths(said[0]!.day, said[1]!.day)
  const wanted = numberOf(lengths[0]![1]!) * 12
  return months === null || months % 12 !== 0 || months === wanted ? null : `${said[0]!.text} to ${said[1]!.text} is ${plural(months / 12, 'year')}, not ${lengths[0]![0].replace('-', ' ')}. Correct the length or a day.`
}
const sentences = (text: string): readonly string[] => {
  const all = text.split(/(?<=[a-z)\d]\.)\s+(?=[A-Z])/)
  return [...all, ...all.slice(1).map((s, i) => `${all[i]!} ${s}`)]
}

export const interval: Check = defineCheck({
  code: 'dates.interval', title: 'Two days and the time between them', level: 'error',
  about: 'Where two days stand with the time that lies between them ("6 March 2026, a clear month before the rise on 6 April 2026"; "every five years: 8 November 2022, so the next by 8 November 2027"; "four weeks\' notice"), counts it. Correct a day or the length.',
  right: ['Notices go out by 6 March 2026, a clear month before the rise on 6 April 2026.', 'Tenants must have four weeks\' notice. Letters are sent by 6 March 2026 and rents rise on 6 April 2026.', 'The assessment of 8 November 2022 holds for five years, so the next is due by 8 November 2027.', 'The lease of 1 April 2020 ran for five years with an option, and ends on 1 April 2030.'],
  wrong: ['Notices go out by 13 March 2026, a clear month before the rise on 6 April 2026.', 'Tenants must have four weeks\' notice. Letters are sent by 13 March 2026 and rents rise on 6 April 2026.', 'The assessment of 8 November 2022 holds for five years, so the next is due by 8 November 2029.', 'Papers are sent on 3 June 2025, two weeks before the meeting of 10 June 2025.'],
  find: (paper) => datedLines(packOf(paper).lines).filter((l) => datesOn(l).length > 1 && l.text.length < 3000 && /\b(?:day|week|month|year)/i.test(l.text)).flatMap((line) => piecesOf(line).flatMap(({ text, at }): Fault[] => {
    const message = apart(text) ?? sentences(text).map((s) => shortNotice(s) ?? anniversary(s)).find((m) => m !== null)
    return message ? [{ at, found: brief(text, 80), message }] : []
  })),
})

const feast = /(?:\b[Ii]n (20\d\d),? )?\b(Christmas|Boxing|New Year['’]s) Day\b([^;]{0,70}?)\b(?:was|is|falls?|fell|will be|will fall)\s+(?:on\s+)?(?:a\s+)?(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/gi
const feasts: Readonly<Record<string, readonly [number, number]>> = { christmas: [12, 25], boxing: [12, 26], new: [1, 1] }
export const feastDay: Check = defineCheck({
  code: 'dates.feast-day', title: 'Christmas on the wrong weekday', level: 'error',
  about: 'Christmas Day, Boxing Day and New Year\'s Day have a fixed date, so with a year their weekday follows: "Christmas Day 2024 was a Thursday" is wrong. Correct the weekday or the year.',
  right: ['Christmas Day 2024 was a Wednesday.', 'Boxing Day is a Friday this time.'],
  wrong: ['Christmas Day 2024 was a Thursday.', 'No rounds run on Christmas Day. In 2024 that was a Thursday.'],
  find: (paper) => packOf(paper).lines.filter((l) => l.text.includes(' Day')).flatMap((line) => [...line.text.matchAll(feast)].flatMap((m): Fault[] => {
    const years = [...`${m[1] ?? ''} ${m[3]!}`.matchAll(/\b(20\d\d)\b/g)]
    const [month, date] = feasts[m[2]!.slice(0, m[2]!.startsWith('New') ? 3 : undefined).toLowerCase()]!
    const day = years.length === 1 ? dayOf(Number(years[0]![1]), month, date) : null
    return day === null || weekdayOf(day).startsWith(m[4]!) ? [] : [{ at: line, found: `${m[4]}day`, expected: weekdayOf(day), message: `${date} ${monthName(month)} ${years[0]![1]} is a ${weekdayOf(day)}, not a ${m[4]}day. Correct the weekday or the year.` }]
  })),
})
