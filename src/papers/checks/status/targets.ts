import { daysOf, financialYear, parsePeriod, printPeriod } from '../../../kit/period.ts'
import { matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { saidDates, type SaidDate } from '../dates/said.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { statedDays } from './as-of.ts'
import { nameOf, standing, statusRows, type StatusRow } from './rows.ts'

const table = (...rows: readonly string[]): string =>
  `Quarter 1 2024/25 update\n\nObjectives\tThis year we will\tKey milestones\tRAG\tRemarks\nBetter roads\tRepair roads\tSurvey every road\tGreen\tThe survey of the north has begun.\n${rows.join('\n')}\n\tBuild bridges\tAppoint a builder\tGreen\tTenders are out for the first bridge.\n\tOpen paths\tClear every path\tAmber\tTwo paths are clear so far.\n`

/** "Overall target is 240 homes", "towards the target of 60 sockets": how many, and of what. */
const claim = /\btargets?\s+(?:is|are|of|remains?)\s+(?:now\s+)?(\d[\d,]*)\s+(?:(?:new|more|further|additional)\s+)?([a-z]{4,})\b/gi
const spans = /^(?:days?|weeks?|months?|years?|hours?|cent|percent|million|thousand|billion)$/i
type Claim = { readonly words: string; readonly count: number; readonly noun: string }
const claimsIn = (text: string): Claim[] => (/target/i.test(text) ? matchesIn(text, claim) : []).filter((m) => !spans.test(m[2]!))
  .map((m) => ({ words: m[0], count: Number(m[1]!.replaceAll(',', '')), noun: m[2]!.toLowerCase().replace(/s$/, '') }))
/** How many of a thing a milestone promises; null where it doesn't count it, or counts it twice. */
const promised = (milestone: string, noun: string): number | null => {
  const counts = [...milestone.matchAll(/(?<![\d.,£])(\d[\d,]*)(?![\d.%])\s+((?:[\w'’()-]+\s+){0,5}?)([a-z]{4,})\b/gi)].flatMap((m) => {
    const words = `${m[2]}${m[3]}`.toLowerCase().split(/\s+/).map((w) => w.replace(/s$/, ''))
    return words.includes(noun) ? [Number(m[1]!.replaceAll(',', ''))] : []
  })
  const rest = counts.length === 0 ? [...milestone.matchAll(new RegExp(String.raw`(?<![\d.,£])(\d[\d,]*)\s+(?:[\w'’()-]+\s+){0,6}?${noun}s?\b`, 'gi'))].map((m) => Number(m[1]!.replaceAll(',', ''))) : counts
  return new Set(rest).size === 1 ? rest[0]! : null
}
const told = (at: Fault['at'], c: Claim, count: number, row: StatusRow): Fault => ({
  at, also: [row.row.source], found: c.words, expected: String(count), fault: `${c.noun} ${c.count} ${count}`,
  message: `"${c.words}" is said here, but the milestone "${brief(nameOf(row.row))}" promises ${count}. Correct one, or say that they are two targets.`,
})

const ownRemarks = (rows: readonly StatusRow[]): Fault[] => rows.flatMap((r) => claimsIn(r.row.remark ?? '').flatMap((c): Fault[] => {
  const count = promised(r.row.milestone ?? '', c.noun)
  return count === null || count === c.count ? [] : [told(r.row.source, c, count, r)]
}))
/** Prose is held to a milestone only where one milestone alone counts that thing. */
const prose = (paper: CheckedPaper, rows: readonly StatusRow[]): Fault[] => packOf(paper).lines.filter((l) => l.style !== 'row').flatMap((line) => claimsIn(line.text).flatMap((c): Fault[] => {
  const counting = rows.flatMap((r) => { const count = promised(r.row.milestone ?? '', c.noun); return count === null ? [] : [{ r, count }] })
  const one = counting[0]
  return counting.length === 1 && one && one.count !== c.count ? [told(line, c, one.count, one.r)] : []
}))

export const targetOther: Check = defineCheck({
  code: 'status.target-other', title: 'A target other than the milestone\'s', level: 'warning',
  about: 'The text or a remark names a target for a thing ("target of 60 sockets") and the milestone that promises that thing has another number. Correct one, or say that they are two targets.',
  right: [`1. Six sockets are in, towards the target of 50 sockets.\n\n${table('\tCharge cars\tInstall 50 charging sockets\tGreen\tSix are in.')}`],
  wrong: [`1. Six sockets are in, towards the target of 60 sockets.\n\n${table('\tCharge cars\tInstall 50 charging sockets\tGreen\tSix are in.')}`, table('\tWarm homes\tInsulate 200 homes\tAmber\tThe overall target is 240 homes.')],
  find: (paper) => { const rows = statusRows(paper); return rows.length === 0 ? [] : [...ownRemarks(rows), ...prose(paper, rows)] },
})

const two = (n: number): string => String(n).padStart(2, '0')
/** The first day that a date can mean; without a year, of the plan's own year. */
const dayMeant = (d: SaidDate, from: string): string | null => {
  if (d.month === null || (d.year !== null && d.year > 2100)) return null
  const start = Number(from.slice(0, 4))
  const year = d.year ?? (d.date === null ? null : d.month >= Number(from.slice(5, 7)) ? start : start + 1)
  return year === null ? null : `${year}-${two(d.month)}-${two(d.date ?? 1)}`
}
const toCome = /\b(?:will|due|planned|next|from|until|ends?|further)\b/i
export const completedAfter: Check = defineCheck({
  code: 'status.completed-after', title: 'Completed after the quarter', level: 'note',
  about: 'A row is marked as completed in a quarter, but its remark dates what was done after the quarter\'s last day. It counts towards the next quarter: correct the status, or say that the report goes on past the quarter.',
  right: [table('\tMend signs\tMend all signs\tBlue\tAll signs were mended on 17 June.')],
  wrong: [table('\tMend signs\tMend all signs\tBlue\tAll signs were mended on 17 July.'), table('\tMend signs\tMend all signs\tBlue\tMended and approved by Cabinet in July 2024.')],
  find: (paper) => statusRows(paper).flatMap(({ row, kind, table: t }): Fault[] => {
    const period = t.period === null ? null : parsePeriod(t.period)
    if (period === null || kind !== 'complete' || !row.remark || !period.includes('Q') || daysOf(period).to === daysOf(financialYear(period)).to) return []
    const sentences = row.remark.split(/(?<=[.;])\s+/).filter((s) => !toCome.test(s))
    const { to } = daysOf(period), { from } = daysOf(financialYear(period))
    const days = sentences.flatMap((s) => saidDates(s)).map((d) => ({ said: d.text.replace(/[.,;]$/, ''), day: dayMeant(d, from) })).filter((x) => x.day !== null)
    const late = days.length > 0 && days.every((x) => x.day! > to) ? days[0]! : undefined
    return late && !statedDays(paper).some((d) => d >= late.day!) ? [{ at: row.source, found: late.said, expected: `by ${to}`, message: `"${brief(nameOf(row))}" is ${standing(row, 'completed')}, in the report of ${printPeriod(period)}, but its remark dates it ${late.said}, after the quarter. Correct the status, or say that the report goes on past the quarter.` }] : []
  }),
})
