import type { Finding } from '../../../kit/finding.ts'
import type { Check, CheckedPaper, ProseFact } from '../check.ts'
import { termsOf, vague } from './terms.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { nameOfTable } from '../sums/say.ts'
import { tableFindings } from '../sums/tables.ts'
import { agree, digitsOf, valueOf, type Value } from './lines.ts'

type Cell = { readonly value: Value; readonly label: string; readonly column: string; readonly words: Set<string>; readonly heading: Set<string>; readonly table: MoneyTable }
const cellsOf = (table: MoneyTable): Cell[] => {
  const title = termsOf(table.title)
  return table.rows.filter((row) => row.role !== 'heading' && row.review.length === 0).flatMap((row) => {
    const whole = row.role !== 'line'
    return table.columns.flatMap((column): Cell[] => {
      const value = valueOf(row.figures[column])
      if (value === null || value.kind !== '£' || value.amount === 0) return []
      const heading = termsOf(column)
      return [{ value, label: row.label, column, heading, words: new Set([...termsOf(row.label), ...heading, ...(whole ? title : [])]), table }]
    })
  })
}

const isPlain = (fact: ProseFact): boolean => fact.kind === 'amount' && fact.value !== null && !vague.test(fact.sentence.slice(0, Math.max(0, fact.sentence.indexOf(fact.text))).slice(-16))
const asValue = (fact: ProseFact): Value | null => valueOf({ text: fact.text, value: fact.value, state: 'number', unit: fact.unit, source: fact.source })

/** Next to each other, but not equal: one unit of the last figure printed, and within a twentieth. */
const justMisses = (said: Value, cell: Value): boolean => {
  const gap = Math.abs(Math.abs(said.amount) - Math.abs(cell.amount))
  return gap <= said.half * 3 && gap * 20 <= Math.abs(said.amount) && said.half >= cell.half
}
const unsigned = (v: Value): Value => ({ ...v, amount: Math.abs(v.amount) })
const overlap = (words: ReadonlySet<string>, cell: Cell): { all: number; heading: number } => {
  let [all, heading] = [0, 0]
  for (const w of words) { if (cell.words.has(w)) all += 1; if (cell.heading.has(w)) heading += 1 }
  return { all, heading }
}

/** The cells within a tenth of an amount, from cells sorted by size. */
const around = (sorted: readonly Cell[], said: Value): Cell[] => {
  const size = Math.abs(said.amount)
  const [least, most] = [size * 0.9 - said.half * 3, size * 1.1 + said.half * 3]
  let [low, high] = [0, sorted.length]
  while (low < high) { const middle = (low + high) >> 1; if (Math.abs(sorted[middle]!.value.amount) < least) low = middle + 1; else high = middle }
  const found: Cell[] = []
  for (let i = low; i < sorted.length && Math.abs(sorted[i]!.value.amount) <= most; i += 1) found.push(sorted[i]!)
  return found
}

const find = (paper: CheckedPaper): Finding[] => {
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
  const wrong = new Set(tableFindings(paper).findings.map((f) => f.source.line))
  const sorted = tables.flatMap(cellsOf).filter((c) => !wrong.has(c.value.figure.source.line)).sort((a, b) => Math.abs(a.value.amount) - Math.abs(b.value.amount))
  return paper.facts.filter(isPlain).flatMap((fact): Finding[] => {
    const said = asValue(fact)
    if (said === null || said.kind !== '£' || digitsOf(said) < 2) return []
    const words = termsOf(fact.of)
    const cells = around(sorted, said)
    if (cells.some((c) => agree(unsigned(said), unsigned(c.value)) && overlap(words, c).all > 0)) return []
    const near = cells.filter((c) => justMisses(said, c.value)).map((cell) => ({ cell, ...overlap(words, cell) })).filter((n) => n.all >= 2 && n.heading >= 1).sort((a, b) => b.all - a.all || Number(b.cell.value.half === said.half) - Number(a.cell.value.half === said.half))[0]
    if (near === undefined) return []
    const { cell } = near
    return [{ level: 'warning', code: 'same.said', source: fact.source, found: fact.text, expected: cell.value.figure.text, also: [cell.value.figure.source],
      message: `${fact.text} is said of “${fact.of}”, but ${nameOfTable(cell.table.title)} has ${cell.value.figure.text} (${cell.label === '' ? cell.column : `${cell.label}, ${cell.column}`}). If they are the same, correct one.` }]
  })
}

export const saidCheck: Check = {
  code: 'same.said', title: 'An amount in the text is the table\'s', level: 'warning',
  about: 'An amount in a sentence that no table has, but which misses by a hair the figure of a line and column that the sentence\'s own words name, is told with the place of both. Often the table was updated and the sentence was not.',
  right: ['The approved revenue budget is £92.4 million, and the table\'s revenue budget totals 92.4'],
  wrong: ['The approved revenue budget is £92.5 million, and the table\'s revenue budget totals 92.4'],
  find,
}
