import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { nameOf, standing, statusRows, type StatusRow } from './rows.ts'

const table = (...rows: readonly string[]): string =>
  `Quarter 1 2024/25 update\n\nObjectives\tThis year we will\tKey milestones\tRAG\tRemarks\nBetter roads\tRepair roads\tSurvey every road\tGreen\tThe survey of the north has begun.\n${rows.join('\n')}\n\tBuild bridges\tAppoint a builder\tGreen\tTenders are out for the first bridge.\n\tOpen paths\tClear every path\tAmber\tSome of the paths are clear.\n`

const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty']
const numeral = String.raw`(?<![\w.,£/:–-])(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\d/:])|\b(${words.slice(1).join('|')})\b`
type Count = { readonly value: number; readonly percent: boolean; readonly index: number; readonly end: number; readonly text: string }
const countsIn = (text: string): Count[] => [...text.matchAll(new RegExp(numeral, 'gi'))].map((m) => {
  const end = m.index + m[0].length
  const percent = /^\s?(?:%|per ?cent)/i.test(text.slice(end))
  return { value: m[1] ? Number(m[1].replaceAll(',', '')) : words.indexOf(m[2]!.toLowerCase()) + 1, percent, index: m.index, end, text: `${m[0]}${percent ? '%' : ''}` }
})

const spans = /^\s?-?(?:%|per ?cent)?\s*(?:minutes?|hours?|days?|weeks?|months?|years?|nights?|working days?|st|nd|rd|th|am|pm|million|billion|m\b|bn\b|k\b|january|february|march|april|may|june|july|august|september|october|november|december)\b/i
const isCount = (c: Count, text: string): boolean => !spans.test(text.slice(c.end)) && !(c.value >= 1990 && c.value <= 2100 && !c.text.includes(',')) && !/\b(?:phase|stage|quarter|q|year|no\.?|number|section|part|level|tier|band|grade|lot|area|unit|site|zone|junction|at least|up to|version|theme|priority|between|within|every|from)\s*$/i.test(text.slice(0, c.index)) && (c.percent || !/\b(?:under|over|aged?)\s*$/i.test(text.slice(0, c.index)))
const fewer = /\b(?:reduc\w*|cut|lower|decreas\w*|fewer|less|below|no more|under|within|keep|limit|minimi[sz]e|shrink|down)\b/i
const rate = /\b(?:a|per|each|every) (?:day|week|fortnight|month|quarter|year|term)\b/i
const nounAfter = (text: string, c: Count): string[] => (/^\s?%?\s*((?:[\w'’()-]+\s*){1,4})/.exec(text.slice(c.end))?.[1] ?? '').toLowerCase().split(/\s+/).filter((w) => /^[a-z-]{4,}$/.test(w)).map((w) => w.replace(/s$/, ''))

const follows = (text: string, first: Count, second: Count | undefined): boolean => second !== undefined && /^\s+(?:out )?of (?:the |our |these )?$/i.test(text.slice(first.end, second.index))
/** The numbers of things that a milestone promises, where no more than three: none where it is about having fewer. */
const promisedIn = (milestone: string): readonly Count[] => {
  if (fewer.test(milestone) || rate.test(milestone)) return []
  const all = countsIn(milestone).filter((c) => isCount(c, milestone))
  // Of "six of the ten units" six are promised.
  const counts = all.filter((c, i) => i === 0 || !follows(milestone, all[i - 1]!, c))
  return counts.length <= 3 && counts.every((c) => c.value > 1) ? counts : []
}
const stands = /^\s+(?:(?:are|is|were|was|have|has|now|already|been|so far)\s+)*(?:in post|in place|open|held|done|complete|\w{3,}ed|built|met|let|sold|bought|given|taken|made|found|sent|won|begun|written|under way|to date|so far)\b/i
/** How many a remark says there are of the one thing that is promised: "44 of 60", "457 members", "Four in post". */
const reachedOfOne = (remark: string, promised: Count, nouns: ReadonlySet<string>): Count | null => {
  const [first, second] = countsIn(remark).filter((c) => c.percent === promised.percent && isCount(c, remark))
  if (!first) return null
  if (follows(remark, first, second)) return second!.value === promised.value ? first : null
  const opens = remark.slice(0, first.index).trim() === '' && stands.test(remark.slice(first.end))
  return promised.percent || opens || nounAfter(remark, first).slice(0, 2).some((n) => nouns.has(n)) ? first : null
}
/** Of several things the number that is said of the same noun. */
const reachedOfMany = (remark: string, promised: Count, nouns: ReadonlySet<string>): Count | null =>
  countsIn(remark).find((c) => c.percent === promised.percent && isCount(c, remark) && nounAfter(remark, c).slice(0, 2).some((n) => nouns.has(n))) ?? null

type Reached = { readonly promised: Count; readonly reached: Count }
const written = /\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b/i
/** The numbers that a row's milestone promises with those its remark says were reached, where every one of them is told. */
const progressOf = ({ row }: StatusRow): readonly Reached[] => {
  const milestone = nameOf(row)
  if (!row.remark || !written.test(milestone)) return []
  const promised = promisedIn(milestone)
  const read = promised.length === 1 ? reachedOfOne : reachedOfMany
  const all = promised.flatMap((p): Reached[] => { const reached = read(row.remark!, p, new Set(nounAfter(milestone, p))); return reached ? [{ promised: p, reached }] : [] })
  return all.length === promised.length ? all : []
}

const namesEnough = (remark: string, promised: Count): boolean => countsIn(remark).some((c) => c.value >= promised.value && isCount(c, remark) && !/\bof (?:the |our |these )?$/i.test(remark.slice(0, c.index)))

export const completedShort: Check = defineCheck({
  code: 'status.completed-short', title: 'Completed with fewer than was promised', level: 'warning',
  about: 'A row is marked as completed, its milestone promises a number, and its remark gives a smaller one ("44 of 60"). Correct the status or the number, or say that the target was changed.',
  right: [table('\tMend signs\tMend 60 signs\tBlue\t60 of 60 signs are mended.'), table('\tMend signs\tMend 60 signs\tGreen\t44 of 60 signs are mended.')],
  wrong: [table('\tMend signs\tMend 60 signs\tBlue\t44 of 60 signs are mended.'), table('\tHire wardens\tHire six more wardens\tBlue\tFour in post.'), table('\tHear people\tReach 500 members\tBlue\t457 members at the end of June.')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const said = r.kind === 'complete' ? progressOf(r).find(({ promised, reached }) => reached.value < promised.value && !namesEnough(r.row.remark!, promised)) : undefined
    if (said === undefined) return []
    return [{ at: r.row.source, found: said.reached.text, expected: said.promised.text, message: `"${brief(nameOf(r.row))}" is ${standing(r.row, 'completed')}, but its remark gives ${said.reached.text}, fewer than ${said.promised.text}. Correct the status or the number.` }]
  }),
})

const leftToDo = /\b(?:almost|nearly|will|to be|being|planned|remain\w*|due|target (?:of|is|for|by)|aim|expected|identified|applications?|interest\w*)\b/i
export const targetReached: Check = defineCheck({
  code: 'status.target-reached', title: 'On track, though the number is reached', level: 'note',
  about: 'A row is marked as on track, and its remark gives at least the number that its milestone promises. If nothing else is left to do, mark it as completed; if so many were not expected, say so.',
  right: [table('\tMend signs\tMend 60 signs\tGreen\t44 of 60 signs are mended.')],
  wrong: [table('\tMend signs\tMend 60 signs\tGreen\t62 signs are mended.')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const said = r.kind === 'on track' && !leftToDo.test(r.row.remark ?? '') ? progressOf(r) : []
    if (said.length === 0 || said.some(({ promised, reached }) => reached.value < promised.value)) return []
    const [reached, promised] = [said.map((s) => s.reached.text).join(' and '), said.map((s) => s.promised.text).join(' and ')]
    return [{ at: r.row.source, found: reached, expected: promised, message: `"${brief(nameOf(r.row))}" is ${standing(r.row, 'on track')}, and its remark gives ${reached} of the ${promised} promised. If nothing is left to do, mark it as completed.` }]
  }),
})
