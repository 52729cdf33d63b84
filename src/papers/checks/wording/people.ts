import { matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Pack } from '../pack/pack.ts'
import { linesHaving, linesWith } from '../pack/words.ts'
import { lettersApart } from './near.ts'

type Named = { readonly first: string; readonly last: string; readonly line: Line }
const councillors = ['Cllr', 'Cllrs', 'Councillor', 'Councillors']
const beforeNames = [...councillors, 'Mr', 'Mrs', 'Ms', 'Miss', 'Dr', 'Sir', 'Dame']
const titled = /\b(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Sir|Dame)\.?\s+([A-Z][a-z]{2,})\s+([A-Z][a-z]+(?:[-'’][A-Z][a-z]+)?)\b/g
const anyName = /\b([A-Z][a-z]{2,})\s+(?=([A-Z][a-z]{2,}(?:[-'’][A-Z][a-z]+)?)\b)/g

/** Names that are known to be people's: they stand after a title somewhere, or sign a report off. */
const people = ({ lines, reports }: Pack): Map<string, Named[]> => {
  const known = new Set(reports.flatMap((r) => r.reviewers.flatMap((x) => /^[A-Z][a-z]+ ([A-Z][a-z]{2,})$/.exec(x.name)?.[1] ?? [])))
  for (const line of linesHaving(lines, beforeNames)) for (const m of matchesIn(line.text, titled)) known.add(m[2]!)
  if (known.size === 0) return new Map()
  const surnames = [...known]
  const isNamed = (word: string): boolean => known.has(word) || (/['’-]/.test(word) && surnames.some((name) => word.startsWith(name)))
  const all = new Map<string, Named[]>()
  for (const line of linesWith(lines, isNamed)) for (const m of matchesIn(line.text, anyName)) {
    if (known.has(m[2]!)) gather(all, m[2]!, { first: m[1]!, last: m[2]!, line })
  }
  return all
}
const titles = new Set(['Cllr', 'Councillor', 'Councillors', 'Miss', 'Sir', 'Dame', 'And', 'The', 'Cabinet', 'Leader', 'Chair'])
/** "Allan" and "Allen", "Kate" and "Katey": one person, not two of a family. */
const samePerson = (a: string, b: string): boolean => a !== b && (a.startsWith(b) || b.startsWith(a) || lettersApart(a.toLowerCase(), b.toLowerCase(), 1) === 1 && a.length > 4 && b.length > 4)

const firstNames = (paper: CheckedPaper): Fault[] => [...people(packOf(paper)).values()].flatMap((all) => {
  const count = new Map<string, Named[]>()
  for (const n of all.filter((x) => !titles.has(x.first))) gather(count, n.first, n)
  const names = [...count.entries()].sort((a, b) => b[1].length - a[1].length)
  return names.flatMap(([first, uses], i): Fault[] => {
    const usual = names.slice(0, i).find(([other]) => samePerson(other, first))
    return usual ? [{ at: uses[0]!.line, also: uses.slice(1).map((n) => n.line), found: `${first} ${uses[0]!.last}`, expected: `${usual[0]} ${uses[0]!.last}`, message: `"${first} ${uses[0]!.last}" is elsewhere "${usual[0]} ${uses[0]!.last}" (${usual[1].length} times). Use one spelling.` }] : []
  })
})

const endsInS = /\b(?:Cllrs?|Councillors?)\s+(?:[A-Z][a-z]+\s+)?([A-Z][a-z]{3,}s)\b(?!['’])/g
const ofOne = /\b(?:Cllr|Councillor)\s+([A-Z][a-z]{3,})['’]s\b/g
/** "Cllr Roger's" of Cllr Rogers. */
const possessives = (paper: CheckedPaper): Fault[] => {
  const lines = linesHaving(packOf(paper).lines, councillors)
  const surnames = new Set(lines.flatMap((l) => matchesIn(l.text, endsInS).map((m) => m[1]!)))
  return lines.flatMap((line) => matchesIn(line.text, ofOne).filter((m) => surnames.has(`${m[1]}s`) && !surnames.has(m[1]!)).map((m) => ({
    at: line, found: m[0], expected: `${m[1]}s’`, fault: m[0], message: `"${m[0]}" is elsewhere "${m[1]}s". Correct the name; of it, write "${m[1]}s'".`,
  })))
}

/** The same reviewer, with one surname and two first names, in two reports of one pack. */
const reviewers = (paper: CheckedPaper): Fault[] => {
  const signed = packOf(paper).reports.flatMap((r) => r.reviewers.filter((x) => !x.approver && / /.test(x.name)))
  return signed.flatMap((r, i): Fault[] => {
    const [first, last] = [r.name.split(' ')[0]!, r.name.split(/[ ,]+/)[1]!]
    const other = signed.slice(0, i).find((x) => x.discipline === r.discipline && x.name.split(/[ ,]+/)[1] === last && x.name.split(' ')[0] !== first)
    return other ? [{ at: r.line, also: [other.line], found: r.name, expected: other.name, message: `The ${r.discipline} reviewer is "${r.name}" here and "${other.name}" in another report of the pack. Check the name.` }] : []
  })
}

const agenda = 'Chairperson\tCouncillor Allan Birch\n\nThe question was put to Cllr Allan Birch.\n\n'
export const personSpelling: Check = defineCheck({
  code: 'wording.person', title: 'A person spelled in two ways', level: 'warning',
  about: 'The name of one person in two spellings: Allan and Allen with the same surname, or a reviewer with two first names. Use the right one throughout.',
  right: [`${agenda}Cllr Allan Birch answered, then Cllr Ann Birch.\n`],
  wrong: [`${agenda}Cllr Allen Birch answered.\n`],
  find: (paper) => [...firstNames(paper), ...possessives(paper), ...reviewers(paper)],
})
