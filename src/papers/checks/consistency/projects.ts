import type { Finding } from '../../../kit/finding.ts'
import type { Source } from '../../../kit/source.ts'
import { factsIn } from '../../facts/index.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { nameOfTable } from '../sums/say.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { agree, valueOf, type Value } from './lines.ts'
import { termsOf } from './terms.ts'

const notCost = /\b(?:limit|maximum|minimum|max|min|cap|ceiling|threshold|target|fee|charge|price|rate|fine|penalty|tolerance)s?\b/i
/** A thing named at the head of a row, with the first amount that the row's words say of it. */
type Named = { readonly name: string; readonly said: Value; readonly text: string; readonly source: Source; readonly table: MoneyTable }

const namedIn = (table: MoneyTable): Named[] => table.rows.flatMap((row) => table.columns.flatMap((column): Named[] => {
  const figure = row.figures[column]
  if (figure === undefined || notCost.test(column) || !figure.text.includes('£') || row.label === '') return []
  const first = factsIn(figure.text).find((f) => f.kind === 'amount')
  if (first === undefined || first.start > 0) return []
  const said = valueOf({ text: first.text, value: first.value, state: 'number', unit: first.unit, source: figure.source })
  return said === null ? [] : [{ name: row.label, said, text: first.text, source: figure.source, table }]
}).slice(0, 1))

type Line = { readonly label: string; readonly terms: ReadonlySet<string>; readonly values: readonly { readonly column: string; readonly value: Value }[]; readonly table: MoneyTable }
const linesOf = (table: MoneyTable): Line[] => table.rows.filter((r) => r.role === 'line' && r.review.length === 0).map((row) => ({
  label: row.label, terms: termsOf(row.label), table,
  values: table.columns.flatMap((column) => { const value = valueOf(row.figures[column]); return value !== null && value.kind === '£' && value.amount !== 0 ? [{ column, value }] : [] }),
})).filter((l) => l.values.length > 0)

const distance = (a: Value, b: Value): number => Math.abs(Math.abs(a.amount) - Math.abs(b.amount))

const find = (paper: CheckedPaper): Finding[] => {
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
  const lines = tables.flatMap(linesOf)
  return tables.flatMap(namedIn).flatMap((named): Finding[] => {
    const terms = [...termsOf(named.name)]
    const same = terms.length < 2 ? [] : lines.filter((l) => l.table !== named.table && terms.every((t) => l.terms.has(t)))
    if (same.length === 0 || new Set(same.map((l) => l.label)).size > 1) return []
    const values = same.flatMap((line) => line.values.map((v) => ({ line, ...v })))
    if (values.some(({ value }) => agree({ ...value, amount: Math.abs(value.amount) }, named.said))) return []
    const nearest = values.sort((a, b) => distance(a.value, named.said) - distance(b.value, named.said))[0]!
    return [{ level: 'warning', code: 'same.project', source: named.source, found: named.text, expected: nearest.value.figure.text, also: [nearest.value.figure.source],
      message: `“${named.name}” is put at ${named.text}, which is no figure of “${nearest.line.label}”; the nearest is ${nearest.value.figure.text} (${nameOfTable(nearest.line.table.title)}, ${nearest.column}). Say what the difference is, or correct one.` }]
  })
}

export const projectCheck: Check = {
  code: 'same.project', title: 'A project costs the same wherever it is named', level: 'warning',
  about: 'Where a table of highlights names a project with an amount, and one line of another table bears all the words of that name, the amount should be one of that line\'s figures. A different scope could explain it; then say so.',
  right: ['Project\tInvestment\tWhere we are\nTown museum\t£18.4m of which half is a grant\tThe builder is chosen\nBus gates\t£0.4m\tOpen\nDepot\t£2.2m\tUnder way\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nScheme\t2025/26 £000\t2026/27 £000\tTotal £000\nTown museum rebuilding\t8,400\t10,000\t18,400\nQuay wall\t310\t90\t400\nFleet of vans\t700\t1,500\t2,200'],
  wrong: ['Project\tInvestment\tWhere we are\nTown museum\t£19.1m of which half is a grant\tThe builder is chosen\nBus gates\t£0.4m\tOpen\nDepot\t£2.2m\tUnder way\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nScheme\t2025/26 £000\t2026/27 £000\tTotal £000\nTown museum rebuilding\t8,400\t10,000\t18,400\nQuay wall\t310\t90\t400\nFleet of vans\t700\t1,500\t2,200'],
  find,
}
