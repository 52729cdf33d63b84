import { proseOf, type Found, type Told } from '../../facts/index.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { listedIn, partsOf, singular, type Listed } from './listed.ts'
import { termsOf } from './terms.ts'

/** "15 schemes", "nine earmarked reserves": a number, what it counts and the words that say which. */
type Counted = { readonly value: number; readonly fact: Found; readonly thing: string; readonly which: ReadonlySet<string>; readonly words: string; readonly table: string | null; /** Said so that they may be some of more. */ readonly some: boolean }

const phrase = /^\s+((?:[a-z][a-z-]*\s+){0,3}?)([a-z]{4,}s)\b(?!\s+of\s+(?:which|them|these))/
/** Words before the number that make it all there are: "the plan has 13", "lists 25", "there are nine", "placed with seven, listed in". */
const all = /\b(?:has|have|had|lists?|contains?|comprises?|comprising|shows|covers?|(?:made|make) up of|consists? of|there (?:are|were)|a total of|in all|approves?|agrees?|endorses?|decides?|considers?|notes?|each of|of)(?:\s+(?:the|its|our|these|all|and))*\s*$/i
const those = /\b(?:the|its|our|all|these|council's|authority's)\s*$/i
const some = /\b(?:other|further|additional|another|first|last|next|top|over|least|than|about|around|nearly|almost|up to|remaining|more|all but|previous|former|new|every|only|just)\s*$/i
const partly = /\b(?:including|such as|some of|out of|of which|among)\b/i
/** Told beside a count, that some are left out of it. */
const leavesOut = /\b(?:left out|leaves? out|exclud\w+|not (?:counted|included|due)|(?:one|two|three|a) further|except|apart from|besides)\b/i
/** "In the Corporate Plan due to be in progress": where, and then which. */
const whichThere = /^\s+(?:in|of|on|from) (?:the |this |our )?(?:[A-Za-z-]+ ){1,4}(?:due|that|which|who|with|without|marked|rated|not)\b/
/** Words after the things that leave some of them out: "marked", "with", "due in May". */
const restricted = /^\s+(?:with|without|that|which|who|whose|where|due|under|over|above|below|still|not|at risk|on track|behind|needing|put|(?!listed|named|set|used|provided|described|approved|planned|proposed|included)[a-z]+ed)\b/i
const cited = /\b((?:Table|Annex|Appendix|Schedule)\s+[A-Z]?\d*[A-Z]?)\b/

const countedIn = ({ text, figures }: Told): Counted[] => figures.flatMap((fact, i): Counted[] => {
  const value = fact.kind === 'count' ? Number(fact.value) : NaN
  if (!(value >= 2 && value <= 80 && Number.isInteger(value))) return []
  const m = phrase.exec(text.slice(fact.end))
  const lead = text.slice(Math.max(figures[i - 1]?.end ?? 0, fact.start - 50), fact.start)
  const next = m === null ? '' : text.slice(fact.end + m[0].length)
  if (m === null) return []
  const isSome = restricted.test(next) || whichThere.test(next) || some.test(lead) || partly.test(lead)
  const near = text.slice(fact.end, fact.end + 80)
  const place = /\b(?:listed|shown|set out|given|are|is)?\s*(?:in|at|below|by)\b/.test(near) ? cited.exec(near)?.[1] ?? null : null
  const which = termsOf(m[1]!)
  if (!isSome && !all.test(lead) && !those.test(lead) && place === null && !(which.size > 0 && /\band\s*$/.test(lead))) return []
  return [{ value, fact, thing: singular(m[2]!), which, words: `${fact.text} ${m[1]!}${m[2]!}`, table: place, some: isSome }]
})

const isCited = (counted: Counted, listed: Listed): boolean => counted.table !== null && listed.name.toLowerCase() === counted.table.toLowerCase()
const matches = (counted: Counted, listed: Listed): boolean => {
  const called = listed.things.has(counted.thing)
  const all = [...counted.which].every((w) => listed.terms.has(w))
  return all && (called || ((counted.which.size > 0 || isCited(counted, listed)) && listed.terms.has(counted.thing)))
}
/** Every number of rows that may be meant: of each table, and of all tables with the same headings together. */
const counts = (tables: readonly Listed[]): Set<number> => {
  const together = new Map<string, number>()
  for (const t of tables) together.set(t.columns, (together.get(t.columns) ?? 0) + t.count)
  return new Set([...tables.flatMap((t) => [t.count, ...t.groups]), ...together.values(), tables.reduce((n, t) => n + t.count, 0)])
}

const faultOf = (counted: Counted, here: readonly Listed[]): Listed | null => {
  const tables = here.filter((t) => matches(counted, t))
  const named = counted.table === null ? [] : tables.filter((t) => isCited(counted, t))
  const meant = named.length > 0 ? named : tables
  if (meant.length === 0 || counts(tables).has(counted.value)) return null
  const most = meant.reduce((a, b) => (b.count > a.count ? b : a))
  return counted.value * 2 >= most.count && counted.value <= most.count * 2 && most.count <= 80 ? most : null
}

const find = (paper: CheckedPaper): Fault[] => {
  const listed = listedIn(paper)
  if (listed.length === 0) return []
  const part = partsOf(paper)
  const things = new Set(listed.flatMap((t) => [...t.things, ...t.terms]))
  const said = proseOf(paper.content).flatMap(({ passage, sentences }) => (leavesOut.test(passage.text) ? [] : sentences).flatMap((sentence) => countedIn(sentence).filter((c) => things.has(c.thing)).map((counted) => ({ counted, part: part(passage.order), at: passage.at(sentence.start + counted.fact.start) }))))
  // "The 7 projects" after "the 7 projects marked Award" are those.
  const subsets = new Set(said.filter((s) => s.counted.some).map((s) => `${s.part} ${s.counted.value} ${s.counted.thing}`))
  return said.flatMap(({ counted, part: own, at }): Fault[] => {
    const table = subsets.has(`${own} ${counted.value} ${counted.thing}`) ? null : faultOf(counted, listed.filter((t) => t.part === own))
    return table === null ? [] : [{
      at, found: counted.words, expected: String(table.count), also: [table.source], fault: `${counted.value} ${counted.thing} ${table.count}`,
      message: `“${counted.words}” are counted here, but ${table.name === '' ? 'the table' : table.name} lists ${table.count}. Correct the number, or say which are left out.`,
    }]
  })
}

export const rowCountCheck = defineCheck({
  code: 'same.rows', title: 'As many as the text says stand in the table', level: 'warning',
  about: 'Where the text says how many there are of what a table lists ("the programme has 15 schemes", "seven lenders, listed in Table 2"), the rows are counted again. A count of some of them is left alone.',
  right: ['The programme has three schemes.\n\nTable 1: Programme\n\nScheme\t2025/26 £000\t2026/27 £000\nBridge\t120\t250\nDepot\t310\t90\nQuay\t75\t15\nTotal\t505\t355'],
  wrong: ['The programme has four schemes.\n\nTable 1: Programme\n\nScheme\t2025/26 £000\t2026/27 £000\nBridge\t120\t250\nDepot\t310\t90\nQuay\t75\t15\nTotal\t505\t355'],
  find,
})
