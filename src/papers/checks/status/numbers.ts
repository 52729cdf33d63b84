import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { nameOf, standing, statusRows, type StatusRow } from './rows.ts'

const table = (...rows: readonly string[]): string =>
  `Quarter 1 2024/25 update\n\nObjectives\tThis year we will\tKey milestones\tRAG\tRemarks\nBetter roads\tRepair roads\tSurvey every road\tGreen\tThe survey of the north has begun.\n${rows.join('\n')}\n\tBuild bridges\tAppoint a builder\tGreen\tTenders are out for the first bridge.\n\tOpen paths\tClear every path\tAmber\tSome of the paths are clear.\n`

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']
const numeral = String.raw`(?<![\d.,£/:–-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/:])|\b(${words.slice(1).join('|')})\b`
type Count = { readonly value: number; readonly percent: boolean; readonly index: number; readonly end: number; readonly text: string }
const countsIn = (text: string): Count[] => [...text.matchAll(new RegExp(numeral, 'gi'))].map((m) => {
  const end = m.index + m[0].length
  const percent = /^\s?(?:%|per ?cent)/i.test(text.slice(end))
  return { value: m[1] ? Number(m[1].replaceAll(',', '')) : words.indexOf(m[2]!.toLowerCase()) + 1, percent, index: m.index, end, text: `${m[0]}${percent ? '%' : ''}` }
})

const spans = /^\s?-?(?:%|per ?cent)?\s*(?:minutes?|hours?|days?|weeks?|months?|years?|nights?|working days?|miles?|km|st|nd|rd|th|am|pm|million|billion|m\b|bn\b|k\b|january|february|march|april|may|june|july|august|september|october|november|december)\b/i
const isCount = (c: Count, text: string): boolean => !spans.test(text.slice(c.end)) && !(c.value >= 1990 && c.value <= 2100 && !c.text.includes(',')) && !/\b(?:phase|stage|quarter|q|year|no\.?|number|section|part|level|tier|band|grade|lot|area|unit|site|zone|junction|at least|up to|version|theme|priority|between|under|over|aged?|within|every|from)\s*$/i.test(text.slice(0, c.index))
const fewer = /\b(?:reduc\w*|cut|lower|decreas\w*|fewer|less|below|no more|under|within|keep|limit|minimi[sz]e|shrink|down)\b/i
const nounAfter = (text: string, c: Count): string[] => (/^\s?%?\s*((?:[\w'’()-]+\s*){1,4})/.exec(text.slice(c.end))?.[1] ?? '').toLowerCase().split(/\s+/).filter((w) => /^[a-z-]{4,}$/.test(w)).map((w) => w.replace(/s$/, ''))

/** How many of a thing a milestone promises, where it promises one number of one thing. */
const promisedIn = (milestone: string): Count | null => {
  if (fewer.test(milestone)) return null
  const counts = countsIn(milestone).filter((c) => isCount(c, milestone))
  return counts.length === 1 && counts[0]!.value > 1 ? counts[0]! : null
}
const stands = /^\s+(?:(?:are|is|were|was|have|has|now|already|been|so far)\s+)*(?:in post|in place|open|held|done|complete|\w{3,}ed|built|met|let|sold|under way|to date|so far)\b/i
/** How many a remark says there are: "44 of 60", "457 members", "Four in post". */
const reachedIn = (remark: string, promised: Count, milestone: string): Count | null => {
  const counts = countsIn(remark).filter((c) => c.percent === promised.percent && isCount(c, remark))
  const first = counts[0]
  if (!first) return null
  const second = counts[1]
  if (second && /^\s+(?:out )?of (?:the |our |these )?$/i.test(remark.slice(first.end, second.index))) return second.value === promised.value ? first : null
  if (promised.percent) return first
  const nouns = new Set(nounAfter(milestone, promised))
  const opens = remark.slice(0, first.index).trim() === '' && stands.test(remark.slice(first.end))
  return opens || nounAfter(remark, first).slice(0, 2).some((n) => nouns.has(n)) ? first : null
}
/** A row whose milestone promises a number and whose remark gives the number reached, where neither leaves room for another reading. */
const progressOf = ({ row }: StatusRow): { promised: Count; reached: Count } | null => {
  const milestone = nameOf(row)
  if (!row.remark || !/\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b/i.test(milestone)) return null
  const promised = promisedIn(milestone)
  const reached = promised ? reachedIn(row.remark, promised, milestone) : null
  return promised && reached ? { promised, reached } : null
}

const namesEnough = (remark: string, promised: Count): boolean => countsIn(remark).some((c) => c.value >= promised.value && isCount(c, remark) && !/\bof (?:the |our |these )?$/i.test(remark.slice(0, c.index)))

export const completedShort: Check = defineCheck({
  code: 'status.completed-short', title: 'Completed with fewer than was promised', level: 'warning',
  about: 'A row is marked as completed, its milestone promises a number, and its remark gives a smaller one ("44 of 60"). Correct the status or the number, or say that the target was changed.',
  right: [table('\tMend signs\tMend 60 signs\tBlue\t60 of 60 signs are mended.'), table('\tMend signs\tMend 60 signs\tGreen\t44 of 60 signs are mended.')],
  wrong: [table('\tMend signs\tMend 60 signs\tBlue\t44 of 60 signs are mended.'), table('\tHire wardens\tHire six more wardens\tBlue\tFour in post.'), table('\tHear people\tReach 500 members\tBlue\t457 members at the end of June.')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const said = r.kind === 'complete' ? progressOf(r) : null
    if (said === null || said.reached.value >= said.promised.value || namesEnough(r.row.remark!, said.promised)) return []
    return [{ at: r.row.source, found: said.reached.text, expected: said.promised.text, message: `"${brief(nameOf(r.row))}" is ${standing(r.row, 'completed')}, but its remark gives ${said.reached.text}, fewer than ${said.promised.text}. Correct the status or the number.` }]
  }),
})

const leftToDo = /\b(?:almost|nearly|will|to be|being|planned|remain\w*|due|target|aim|expected|under ?way|in progress|identified|applications?|interest\w*)\b/i
export const targetReached: Check = defineCheck({
  code: 'status.target-reached', title: 'On track, though the number is reached', level: 'note',
  about: 'A row is marked as on track, and its remark gives at least the number that its milestone promises. If nothing else is left to do, mark it as completed; if so many were not expected, say so.',
  right: [table('\tMend signs\tMend 60 signs\tGreen\t44 of 60 signs are mended.')],
  wrong: [table('\tMend signs\tMend 60 signs\tGreen\t62 signs are mended.')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const said = r.kind === 'on track' && !leftToDo.test(r.row.remark ?? '') ? progressOf(r) : null
    return said !== null && said.reached.value >= said.promised.value ? [{ at: r.row.source, found: said.reached.text, expected: said.promised.text, message: `"${brief(nameOf(r.row))}" is ${standing(r.row, 'on track')}, and its remark gives ${said.reached.text} of the ${said.promised.text} promised. If nothing is left to do, mark it as completed.` }] : []
  }),
})
