import type { Finding } from '../../../kit/finding.ts'
import type { Check, CheckedPaper, ProseFact } from '../check.ts'
import { termsOf, vague } from './terms.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { nameOfTable } from '../sums/say.ts'
import { tableFindings } from '../sums/tables.ts'
import { agreeUnsigned, byWord, cellsOf, contradicted, nearby, overlap, type Cell } from './cells.ts'
import { digitsOf, valueOf, type Value } from './lines.ts'
import { isSlip } from './row-names.ts'
import { rowFaults } from './row-said.ts'

const isPlain = (fact: ProseFact): boolean => fact.kind === 'amount' && fact.value !== null && !vague.test(fact.sentence.slice(0, Math.max(0, fact.sentence.indexOf(fact.text))).slice(-16))
const asValue = (fact: ProseFact): Value | null => valueOf({ text: fact.text, value: fact.value, state: 'number', unit: fact.unit, source: fact.source })

/** Next to each other, but not equal: one unit of the last figure printed, and within a twentieth. */
const justMisses = (said: Value, cell: Value): boolean => {
  const gap = Math.abs(Math.abs(said.amount) - Math.abs(cell.amount))
  return gap <= said.half * 3 && gap * 20 <= Math.abs(said.amount) && said.half >= cell.half
}
const day = /\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: 20\d\d)?\b/g
/** An amount of one day and a table of another are two facts: "on 30 June we held", "held at 30 September". */
const ofOtherDays = (fact: ProseFact, cell: Cell): boolean => {
  const said = fact.sentence.match(day), titled = `${cell.table.title} ${cell.column}`.match(day)
  return said !== null && titled !== null && !said.some((d) => titled.some((t) => t.startsWith(d) || d.startsWith(t)))
}
/** The cells within a twentieth of an amount, from cells sorted by size. */
const around = (sorted: readonly Cell[], said: Value): Cell[] => {
  const size = Math.abs(said.amount)
  const [least, most] = [size * 0.95 - said.half * 3, size * 1.05 + said.half * 3]
  let [low, high] = [0, sorted.length]
  while (low < high) { const middle = (low + high) >> 1; if (Math.abs(sorted[middle]!.value.amount) < least) low = middle + 1; else high = middle }
  const found: Cell[] = []
  for (let i = low; i < sorted.length && Math.abs(sorted[i]!.value.amount) <= most; i += 1) found.push(sorted[i]!)
  return found
}

const nameOf = (cell: Cell): string => [cell.row.label, cell.column].filter((w) => w !== '' && !/^column \d+$/.test(w)).join(', ')
const findingOf = (fact: ProseFact, cell: Cell): Finding => ({
  level: 'warning', code: 'same.said', source: fact.source, found: fact.text, expected: cell.value.figure.text, also: [cell.value.figure.source],
  message: `${fact.text} is said of “${fact.of}”, but ${nameOfTable(cell.table.title)} has ${cell.value.figure.text} (${nameOf(cell)}). If they are the same, correct one.`,
})

/** The cell that an amount just misses: named by two words of the sentence, by its heading too where the figure is short. */
const missed = (said: Value, words: ReadonlySet<string>, cells: readonly Cell[]): Cell | undefined =>
  cells.filter((c) => justMisses(said, c.value)).map((cell) => ({ cell, ...overlap(words, cell) })).filter((n) => n.all >= 2 && (n.heading >= 1 || digitsOf(said) >= 3))
    .sort((a, b) => b.all - a.all || Number(b.cell.value.half === said.half) - Number(a.cell.value.half === said.half))[0]?.cell

/** The one figure, named by two words of the sentence, its heading's among them, that the amount is a slip of typing away from; where it is itself a figure of theirs, nothing slipped. */
const slipped = (said: Value, words: ReadonlySet<string>, index: ReadonlyMap<string, readonly Cell[]>): Cell | null => {
  if (digitsOf(said) < 4 || words.size < 2) return null
  const named = nearby(words, index)
  const slips: Cell[] = []
  for (const cell of named) {
    const { all, heading } = overlap(words, cell)
    if (all >= 2 && agreeUnsigned(said, cell.value)) return null
    if (all >= 2 && heading >= 1 && cell.value.half <= said.half && isSlip(said, cell.value)) slips.push(cell)
  }
  return slips.length > 0 && new Set(slips.map((c) => Math.abs(c.value.amount))).size === 1 ? slips[0]! : null
}

/** "£15,800 on top of the lump sum": what follows is another thing. */
const besides = /\b(?:on top of|in addition to|as well as|besides|apart from|excluding|not counting)\b/

const find = (paper: CheckedPaper): Finding[] => {
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
  const wrong = new Set(tableFindings(paper).findings.map((f) => f.source.line))
  const sorted = tables.flatMap(cellsOf).filter((c) => !wrong.has(c.value.figure.source.line)).sort((a, b) => Math.abs(a.value.amount) - Math.abs(b.value.amount))
  const index = byWord(sorted)
  const told = new Set(rowFaults(paper).map((f) => `${f.found} ${(f.at as ProseFact['source']).page} ${(f.at as ProseFact['source']).line} ${(f.at as ProseFact['source']).cell}`))
  return paper.facts.filter(isPlain).flatMap((fact): Finding[] => {
    const said = asValue(fact)
    if (said === null || said.kind !== '£' || told.has(`${fact.text} ${fact.source.page} ${fact.source.line} ${fact.source.cell}`)) return []
    const words = termsOf(fact.of.split(besides, 1)[0]!)
    const cells = around(sorted, said)
    const anchored = cells.some((c) => agreeUnsigned(said, c.value) && overlap(words, c).all > 0)
    const cell = (!anchored && digitsOf(said) >= 2 ? missed(said, words, cells) : undefined) ?? slipped(said, words, index) ?? contradicted(said, words, index)
    return cell === null || ofOtherDays(fact, cell) ? [] : [findingOf(fact, cell)]
  })
}

export const saidCheck: Check = {
  code: 'same.said', title: 'An amount in the text is the table\'s', level: 'warning',
  about: 'An amount in a sentence that misses by a hair the figure of a line and column that the sentence\'s own words name, or is another altogether where only one figure can be meant, is told with the place of both. Often the table was updated and the sentence was not.',
  right: ['The net revenue outturn of all services is £145.6 million.\n\nService\tRevenue Budget £m\tRevenue Outturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nTotal\t141.7\t145.6'],
  wrong: ['The net revenue outturn of all services is £145.7 million.\n\nService\tRevenue Budget £m\tRevenue Outturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nTotal\t141.7\t145.6'],
  find,
}
