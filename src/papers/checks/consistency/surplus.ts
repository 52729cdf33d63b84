import type { Source } from '../../../kit/source.ts'
import { proseOf } from '../../facts/index.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { nameOfTable } from '../sums/say.ts'
import { agreeUnsigned } from './cells.ts'
import { digitsOf, valueOf, type Value } from './lines.ts'
import { vague } from './terms.ts'

type Side = 'surplus' | 'deficit'
type Balance = { readonly side: Side; readonly value: Value; readonly where: string; readonly source: Source }

/** "Deficit / (surplus)" makes a figure in brackets a surplus; "Projected deficit" is one whatever its sign. */
const sideOf = (label: string, value: Value): Side | null => {
  const both = /\b(surplus|deficit)\s?\/\s?\(?(surplus|deficit)\b/i.exec(label)
  if (both === null) return /\bsurplus\b/i.test(label) === /\bdeficit\b/i.test(label) ? null : /\bsurplus\b/i.test(label) ? 'surplus' : 'deficit'
  const first = both[1]!.toLowerCase() as Side
  return value.amount >= 0 ? first : first === 'surplus' ? 'deficit' : 'surplus'
}
const balancesOf = (paper: CheckedPaper): Balance[] => paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').flatMap((table) => table.rows.flatMap((row) => (!/surplus|deficit/i.test(row.label) ? [] : table.columns.flatMap((c): Balance[] => {
  const value = valueOf(row.figures[c])
  const side = value === null || value.amount === 0 || value.kind !== '£' ? null : sideOf(row.label, value)
  return side === null ? [] : [{ side, value: value!, where: `${nameOfTable(table.title) || 'the table'}, “${row.label}”`, source: row.source }]
}))))

const said = /\b(surplus|deficit)\s+(?:of|is|was|at)\s+$/i
const find = (paper: CheckedPaper): Fault[] => {
  const prose = proseOf(paper.content).flatMap(({ passage, sentences }) => (!/surplus|deficit/i.test(passage.text) ? [] : sentences.flatMap((sentence) => sentence.figures.flatMap((fact) => {
    const lead = sentence.text.slice(Math.max(0, fact.start - 30), fact.start)
    const side = fact.kind === 'amount' && !vague.test(lead) ? said.exec(lead)?.[1]?.toLowerCase() as Side | undefined : undefined
    const source = passage.at(sentence.start + fact.start)
    const value = side === undefined ? null : valueOf({ text: fact.text, value: fact.value, state: 'number', unit: fact.unit, source })
    return side === undefined || value === null || digitsOf(value) < 2 ? [] : [{ side, value, text: fact.text, source }]
  }))))
  if (prose.length === 0) return []
  const balances = balancesOf(paper)
  return prose.flatMap(({ side, value, text, source }): Fault[] => {
    const same = balances.filter((b) => agreeUnsigned(b.value, value))
    return same.length === 0 || same.some((b) => b.side === side) ? [] : [{ at: source, found: `${side} of ${text}`, expected: `${same[0]!.side} of ${text}`, also: [same[0]!.source], message: `A ${side} of ${text} is said, but it is a ${same[0]!.side} in ${same[0]!.where}.` }]
  })
}

export const surplusCheck = defineCheck({
  code: 'same.surplus', title: 'A surplus is no deficit', level: 'error',
  about: 'An amount that the text calls a surplus and the table a deficit, by its label or the brackets that its label gives a meaning, or the other way round.',
  right: ['The Board notes the projected deficit of £1.7m.\n\nService\tBudget £m\tOutturn £m\nParks\t10.2\t11.4\nPools\t5.1\t5.6\nDeficit / (surplus)\t0.0\t1.7'],
  wrong: ['The Board notes the projected surplus of £1.7m.\n\nService\tBudget £m\tOutturn £m\nParks\t10.2\t11.4\nPools\t5.1\t5.6\nDeficit / (surplus)\t0.0\t1.7'],
  find,
})
