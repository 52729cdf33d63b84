import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import { proseOf } from '../../facts/index.ts'
import { saysTotal } from '../../recognisers/figures/roles.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { termsOf, vague } from './terms.ts'

type Count = { readonly value: number; readonly of: string; readonly noun: string; readonly text: string; readonly source: Source; /** Words after it that say which: "completed". */ readonly which: ReadonlySet<string> }

const fewest = 20
/** "101 publicly funded schools": the number and the last word of what it counts. */
const countsSaid = (paper: CheckedPaper): Count[] => proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence) => sentence.facts.flatMap((fact): Count[] => {
  const value = fact.kind === 'count' ? Number(fact.value) : NaN
  const following = /^\s+((?:[a-z-]+\s+){0,3}?)([a-z]{4,}s)\b/.exec(sentence.text.slice(fact.end))
  if (!(value >= fewest) || following === null || vague.test(sentence.text.slice(Math.max(0, fact.start - 16), fact.start))) return []
  return [{ value, noun: following[2]!, of: `${following[1]!}${following[2]!}`.trim(), text: fact.text, source: passage.at(sentence.start + fact.start), which: termsOf(sentence.text.slice(fact.end + following[0].length).split(/[,.;]/)[0]!) }]
})))

/** "Number of schools and academies | 99". */
const countsInTables = (paper: CheckedPaper): Count[] => paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').flatMap((table) => table.rows.flatMap((row): Count[] => {
  const noun = /^(?:total\s+)?(?:number|no\.?)\s+of\s+(?:[a-z-]+\s+){0,2}?([a-z]{4,}s)\b/i.exec(row.label)?.[1]
  const numbers = Object.values(row.figures).filter((f) => f.state === 'number')
  return noun === undefined || numbers.length !== 1 || numbers[0]!.unit !== null ? [] : [{ value: Number(numbers[0]!.value), noun: noun.toLowerCase(), of: row.label, text: numbers[0]!.text, source: numbers[0]!.source, which: new Set() }]
}))
/** "Grants" at the foot of "Table 7: Grants completed": the caption says which. */
const countsInTotals = (paper: CheckedPaper): Count[] => paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').flatMap((table) => table.columns.flatMap((column): Count[] => {
  const noun = /^[A-Za-z]{4,}s$/.exec(column)?.[0].toLowerCase()
  const which = noun === undefined ? new Set<string>() : termsOf(table.title)
  if (noun === undefined || !which.delete(noun.replace(/s$/, '')) || which.size === 0) return []
  const figure = table.rows.findLast((r) => r.role === 'total' || saysTotal(r.label) || /^all\b/i.test(r.label))?.figures[column]
  return figure?.state !== 'number' || figure.unit !== null || figure.value!.includes('.') || Number(figure.value) < fewest ? [] : [{ value: Number(figure.value), noun, of: `${column}, ${table.title}`, text: figure.text, source: figure.source, which }]
}))

/** The same things, and where a caption says which, those. */
const isSame = (s: Count, count: Count): boolean => s.noun === count.noun && (count.which.size === 0 || [...s.which].some((w) => count.which.has(w)))
const find = (paper: CheckedPaper): Finding[] => {
  const said = countsSaid(paper)
  return [...countsInTables(paper), ...countsInTotals(paper)].flatMap((count) => {
    const near = said.filter((s) => isSame(s, count) && s.value !== count.value && Math.abs(s.value - count.value) * 20 <= count.value)
    if (said.some((s) => s.noun === count.noun && s.value === count.value)) return []
    return near.map((s): Finding => ({
      level: 'warning', code: 'same.count', source: s.source, found: s.text, expected: count.text, also: [count.source],
      message: `${s.text} ${s.of} are counted here, ${count.text} in the table (“${count.of}”). If both count the same on the same day, correct one.`,
    }))
  })
}

export const countCheck: Check = {
  code: 'same.count', title: 'A count in the text is the table\'s', level: 'warning',
  about: 'A number of things in a sentence that nearly, but not quite, is the number that a table gives of the same things.',
  right: ['The county has 99 publicly funded schools.\n\nNumber of schools and academies\t99\nPrimary\t78\nSecondary\t21'],
  wrong: ['The county has 101 publicly funded schools.\n\nNumber of schools and academies\t99\nPrimary\t78\nSecondary\t21'],
  find,
}
