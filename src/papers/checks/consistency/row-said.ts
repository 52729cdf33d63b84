import { proseOf, readSentence, type Found, type Told } from '../../facts/index.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { nameOfTable } from '../sums/say.ts'
import { agreeUnsigned } from './cells.ts'
import { faultyIn } from './faulty.ts'
import { digitsOf, valueOf, type Value } from './lines.ts'
import { isSlip, mentionsIn, rowNamesOf, type Held, type Mention, type NamedRow, type RowNames } from './row-names.ts'
import { vague } from './terms.ts'
import type { Source } from '../../../kit/source.ts'
import type { Figure } from '../../types.ts'

type Said = { readonly fact: Found; readonly value: Value; readonly lead: string }
const nowhere: Source = { page: null, line: null, cell: null }
const saidIn = ({ text, figures }: Told): Said[] => figures.flatMap((fact, i) => {
  const value = ['amount', 'percentage', 'count'].includes(fact.kind) ? valueOf({ text: fact.text, value: fact.value, state: 'number', unit: fact.unit, source: nowhere }) : null
  const lead = text.slice(figures[i - 1]?.end ?? 0, fact.start)
  return value === null || vague.test(lead) ? [] : [{ fact, value, lead }]
})

/** Everything that may be said of a row: its figures, the difference and the sum of any two. */
const holds = (rows: readonly NamedRow[], said: Value): boolean => rows.some(({ held }) => held.some((a, i) => agreeUnsigned(a.value, said) || held.slice(i + 1).some((b) => a.value.kind === b.value.kind && said.kind === a.value.kind
  && [a.value.amount - b.value.amount, a.value.amount + b.value.amount].some((n) => Math.abs(Math.abs(n) - Math.abs(said.amount)) <= a.value.half + b.value.half + said.half))))
const sameKind = (held: readonly Held[], said: Value): Held[] => held.filter((h) => h.value.kind === said.kind || (said.kind === 'number' && h.value.kind !== '£' && h.value.kind !== '%'))

const faultOf = (said: Said, cell: Held, { row, table }: NamedRow, name: string): Omit<Fault, 'at'> & { readonly start: number; readonly cell: Figure } => ({
  start: said.fact.start, cell: cell.value.figure, found: said.fact.text, expected: cell.value.figure.text, also: [cell.value.figure.source],
  message: `${said.fact.text} is said of “${name}”, but ${nameOfTable(table.title) || 'the table'} has ${cell.value.figure.text} (${[row.label, cell.column].filter((w) => w !== '' && !/^column \d+$/.test(w)).join(', ')}). Correct the one that is wrong.`,
})
type Contradiction = ReturnType<typeof faultOf>

const joins = /^(?:\s*[,(]?\s*(?:[a-z'’-]+\s+){0,7})?\(?$/i
const elsewhere = /\b(?:than|target|limit|maximum|minimum|each|per|average|every|further|of which|including|previous|last year|since|grant|from)\b/i
/** "school buses and taxis at £1,544k": the amount that is said of the row named just before it, a slip of typing away from one of the row's figures. */
const misprinted = (sentence: Told, mentions: readonly Mention[], said: readonly Said[]): Contradiction[] => said.flatMap((s) => {
  const mention = mentions.findLast((m) => m.end <= s.fact.start)
  if (mention === undefined || s.value.kind === 'number' || digitsOf(s.value) < 4) return []
  const between = sentence.text.slice(mention.end, s.fact.start)
  if (!joins.test(between) || elsewhere.test(between) || holds(mention.rows, s.value)) return []
  for (const row of mention.rows) { const cell = sameKind(row.held, s.value).find((h) => isSlip(h.value, s.value)); if (cell !== undefined) return [faultOf(s, cell, row, mention.name)] }
  return []
})

const variance = /\b(?:variance|over|under|difference)\b/i
const misses = /\b(?:exceed\w*|overspends?|underspends?|over|under)\b[^.;]{0,40}\bby\s*$|\b(?:over|under)spend of\s*$/i
/** "It is forecast to exceed its budget by £78k": the row that the passage is about has another variance. */
const otherVariance = (sentence: Told, mentions: readonly Mention[], before: readonly Mention[], said: readonly Said[]): Contradiction[] => {
  const about = mentions.length > 0 ? mentions : /^(?:It|This|The (?:scheme|service|project|budget))\b/.test(sentence.text) ? before : []
  if (about.length !== 1 || said.filter((s) => s.value.kind === '£').length !== 1) return []
  const [mention] = about as [Mention]
  return said.flatMap((s) => {
    if (s.value.kind !== '£' || !misses.test(s.lead) || (mentions.length > 0 && mention.start > s.fact.start) || holds(mention.rows, s.value)) return []
    const cells = mention.rows.flatMap((row) => row.held.filter((h) => variance.test(h.column) && h.value.kind === '£').map((h) => ({ row, h })))
    return cells.length === 1 && cells[0]!.h.value.half <= s.value.half ? [faultOf(s, cells[0]!.h, cells[0]!.row, mention.name)] : []
  })
}

/** "R1 fell from 25 to 15": one end is the row's, the other is no figure of it, though the row has one for each time. */
const oneEnd = (mentions: readonly Mention[], said: readonly Said[]): Contradiction[] => said.flatMap((to, i) => {
  const from = said[i - 1]
  if (from === undefined || !/\bfrom\s*$/i.test(from.lead) || !/^[^.;,]{0,25}\bto\s*$/i.test(to.lead) || from.value.kind !== to.value.kind) return []
  const mention = mentions.findLast((m) => m.end <= from.fact.start && !/[.;:]/.test(from.lead.slice(-(from.fact.start - m.end))))
  const row = mention?.rows.find((r) => sameKind(r.held, to.value).length >= 2 && sameKind(r.held, to.value).some((h) => agreeUnsigned(h.value, from.value) || agreeUnsigned(h.value, to.value)))
  if (mention === undefined || row === undefined || from.fact.start - mention.end > 45) return []
  const cells = sameKind(row.held, to.value)
  const [hasFrom, hasTo] = [from, to].map((s) => mention.rows.some((r) => sameKind(r.held, s.value).some((h) => agreeUnsigned(h.value, s.value)))) as [boolean, boolean]
  if (hasFrom === hasTo) return []
  const [wrong, right] = hasFrom ? [to, from] : [from, to]
  const at = cells.findIndex((h) => agreeUnsigned(h.value, right.value))
  const cell = cells[hasFrom ? at + 1 : at - 1]
  return cell === undefined ? [] : [faultOf(wrong, cell, row, mention.name)]
})

/** "58% in May, up from 31.5%": the second figure tells the row, of which the first is a slip away. */
const anchored = (rows: readonly NamedRow[], said: readonly Said[]): Contradiction[] => said.flatMap((base, i) => {
  const now = said[i - 1]
  if (now === undefined || !/,?\s*\(?(?:up|down|compared with|against|rising|falling)\s+(?:from\s*)?$/i.test(base.lead) || digitsOf(base.value) < 3 || now.value.kind !== base.value.kind || digitsOf(now.value) < 3) return []
  const own = rows.filter((r) => r.held.some((h) => h.value.kind === base.value.kind && agreeUnsigned(h.value, base.value) && h.value.half === base.value.half))
  if (own.length !== 1 || holds(own, now.value)) return []
  const cell = sameKind(own[0]!.held, now.value).find((h) => isSlip(h.value, now.value))
  return cell === undefined ? [] : [faultOf(now, cell, own[0]!, own[0]!.row.label)]
})

/** Sentences in the cells of tables that compare a figure with another: "58% in May, up from 31%". */
const comparedInCells = (paper: CheckedPaper): { readonly sentence: Told; readonly source: Source }[] => paper.content.blocks.flatMap((block) => (block.kind === 'text' ? [] : block.rows.flatMap((row) => row.filter((cell) => cell.text.length > 20 && cell.covered === null && cell.text.includes(' from ') && /\b(?:up|down) from\b/.test(cell.text))
  .map((cell) => ({ sentence: { text: cell.text, start: 0, ...readSentence(cell.text) }, source: cell.source })))))

const rowsOf = (names: RowNames): NamedRow[] => [...new Map([...names.byFirst.values()].flat().map((r) => [r.row, r])).values()]

const kept = new WeakMap<CheckedPaper, readonly Fault[]>()
/** What is told of lines that sentences name; asked for by the check of amounts too, so that one fault is told once. */
export const rowFaults = (paper: CheckedPaper): readonly Fault[] => {
  const known = kept.get(paper) ?? find(paper)
  kept.set(paper, known)
  return known
}
const find = (paper: CheckedPaper): Fault[] => {
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
  if (tables.length === 0) return []
  const names = rowNamesOf(tables)
  const rows = rowsOf(names)
  const isFaulty = faultyIn(paper)
  const inCells = comparedInCells(paper).flatMap(({ sentence, source }): Fault[] => anchored(rows, saidIn(sentence)).filter((f) => !isFaulty(f.cell)).map(({ start: _start, cell: _cell, ...fault }) => ({ at: source, ...fault })))
  return [...inCells, ...proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence, n): Fault[] => {
    if (!sentence.figures.some((f) => f.kind === 'amount' || f.kind === 'percentage') && !/\bfrom\s\d/.test(sentence.text)) return []
    const said = saidIn(sentence)
    const anchor = anchored(rows, said)
    const asks = said.some((s) => (s.value.kind !== 'number' && digitsOf(s.value) >= 4) || misses.test(s.lead) || /\bfrom\s*$/i.test(s.lead))
    const mentions = asks ? mentionsIn(sentence.text, names) : []
    const before = asks && mentions.length === 0 && n > 0 ? mentionsIn(sentences[n - 1]!.text, names) : []
    const found = [...misprinted(sentence, mentions, said), ...otherVariance(sentence, mentions, before, said), ...oneEnd(mentions, said), ...anchor]
    // A cell that its own table proves wrong says nothing against the text.
    const kept = found.filter((f, i) => !isFaulty(f.cell) && found.findIndex((o) => o.start === f.start) === i)
    return kept.map(({ start, cell: _cell, ...fault }) => ({ at: passage.at(sentence.start + start), ...fault }))
  }))]
}

export const rowSaidCheck = defineCheck({
  code: 'same.row', title: 'What a sentence says of a line is what the line says', level: 'warning',
  about: 'A sentence that names a line of a table in full is held to that line\'s figures: an amount that is a slip of typing away from one of them, a variance that is another, "from 25 to 15" where the line has 20 and 15. Any figure of the line, and any sum or difference of two, is let pass.',
  right: ['The largest is school buses and taxis at £1,454k.\n\nTable 2: Children\n\nHead\tBudget £000\tOutturn £000\tVariance £000\nSchool buses and taxis\t11,480\t12,934\t1,454\nYouth centres\t6,310\t6,095\t(215)\nTotal\t17,790\t19,029\t1,239'],
  wrong: ['The largest is school buses and taxis at £1,544k.\n\nTable 2: Children\n\nHead\tBudget £000\tOutturn £000\tVariance £000\nSchool buses and taxis\t11,480\t12,934\t1,454\nYouth centres\t6,310\t6,095\t(215)\nTotal\t17,790\t19,029\t1,239'],
  find: rowFaults,
})
