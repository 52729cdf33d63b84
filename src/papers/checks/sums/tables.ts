import type { Finding } from '../../../kit/finding.ts'
import type { Figure } from '../../types.ts'
import { plainWords } from '../../../kit/words.ts'
import type { CheckedPaper } from '../check.ts'
import { isPercent, type MoneyTable } from '../../recognisers/figures/grid.ts'
import { holds, type Relation } from '../../recognisers/figures/relation.ts'
import { faultsOf, type Backed, type Fault, type TableFaults, type Uncast } from './faults.ts'
import { arithmetic, nameOfTable, printLike, whereabouts } from './say.ts'

export type TableCode = 'sum.total' | 'sum.row' | 'sum.variance' | 'sum.cell' | 'sum.rows' | 'sum.balance' | 'sum.product' | 'sum.percent'
export type TableFinding = Finding & { readonly code: TableCode }

const varianceHeading = /\b(?:variance|difference|surplus|deficit|over|under|movement|change)/i

const isOwn = (fault: Fault, r: Relation): boolean => r.result.row === fault.place.row && r.result.column === fault.place.column
/** Which check tells a fault. */
export const codeOf = (fault: Fault): TableCode => {
  const heading = fault.grid.columns[fault.place.column]!, own = fault.mends.filter((r) => isOwn(fault, r))
  if (own.some((r) => r.kind === 'across' && r.form === 'sum') && varianceHeading.test(heading)) return 'sum.variance'
  if (isPercent(fault.grid.cells[fault.place.row]![fault.place.column]!)) return 'sum.percent'
  if (own.some((r) => r.kind === 'down')) return 'sum.total'
  if (own.some((r) => r.kind === 'across' && r.form === 'sum')) return 'sum.row'
  if (fault.mends.some((r) => r.kind === 'chain')) return 'sum.balance'
  return fault.mends.every((r) => r.form === 'product') ? 'sum.product' : 'sum.cell'
}

/** Other tables where the same line stands with the figure that this one should have, beside another figure that both share. */
const elsewhere = (fault: Fault, tables: readonly MoneyTable[]): string[] => {
  const row = fault.grid.rows[fault.place.row]!
  const figure = row.figures[fault.grid.columns[fault.place.column]!]!
  const wanted = printLike(fault.grid, fault.expected, figure)
  const mine = new Set(Object.values(row.figures).filter((f) => f.state === 'number' && f !== figure).map((f) => f.text))
  const label = plainWords(row.label)
  if (label === '') return []
  return tables.filter((t) => t !== fault.grid.table && t.rows.some((r) => {
    if (plainWords(r.label) !== label) return false
    const texts = Object.values(r.figures).map((f) => f.text)
    return texts.includes(wanted) && texts.some((text) => text !== wanted && mine.has(text))
  })).map((t) => nameOfTable(t.title))
}

/** Figures of three digits or more, minus or plus, by how many tables' cells print them. */
const figureKey = (figure: Figure): string | null => { const digits = figure.state === 'number' ? figure.value!.replace(/^-/, '') : ''; return digits.replace(/\D/g, '').length >= 3 ? digits : null }
const printedTwice = (tables: readonly MoneyTable[]): Backed => {
  const counts = new Map<string, number>()
  for (const table of tables) for (const row of table.rows) for (const figure of Object.values(row.figures)) {
    const key = figureKey(figure)
    if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return (figure) => { const key = figureKey(figure); return key !== null && (counts.get(key) ?? 0) >= 2 }
}
/** Another table that prints the figure as well, where only a sum of several rows speaks against it. */
const confirmedIn = (fault: Fault, tables: readonly MoneyTable[]): string | undefined => {
  const [only, ...more] = fault.mends, key = figureKey(fault.grid.cells[fault.place.row]![fault.place.column]!.figure)
  if (only === undefined || more.length > 0 || key === null || only.form !== 'sum' || !isOwn(fault, only) || only.terms.length < 2) return undefined
  const other = tables.find((t) => t !== fault.grid.table && t.rows.some((r) => Object.values(r.figures).some((f) => figureKey(f) === key)))
  return other === undefined ? undefined : nameOfTable(other.title)
}

const listed = (all: readonly string[]): string => (all.length <= 1 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`)

const cellText = (fault: Fault, r: Relation): string => fault.grid.cells[r.result.row]![r.result.column]!.figure.text
const labelOf = (fault: Fault, r: Relation): string => whereabouts(fault.grid, r.result).split(',')[0]!
const witness = (fault: Fault, r: Relation): string => {
  const said = arithmetic(fault.grid, r)
  if (r.form === 'mean') return isOwn(fault, r) ? said : `${labelOf(fault, r)}, ${cellText(fault, r)}`
  if (isOwn(fault, r)) return r.kind === 'chain' ? (r.terms.length === 1 ? `${whereabouts(fault.grid, r.terms[0]!)}, ${said}` : said) : `its ${r.kind === 'across' ? 'row' : 'column'} (${said})`
  if (r.form !== 'sum') return `${cellText(fault, r)} (${fault.grid.columns[r.result.column]!})`
  if (r.kind === 'chain') return `${whereabouts(fault.grid, r.result)}, ${cellText(fault, r)}`
  return r.kind === 'across' ? `its row (${said} = ${cellText(fault, r)})` : `${labelOf(fault, r)}, ${cellText(fault, r)}`
}
/** All that speaks against a figure, its sums first. */
const witnesses = (fault: Fault): string[] => [...new Set([...fault.mends].sort((a, b) => Number(a.form !== 'sum') - Number(b.form !== 'sum')).map((r) => witness(fault, r)))].slice(0, 5)

const sumOf = ({ grid, mends }: Fault): string => {
  const total = grid.cells[mends[0]!.result.row]![mends[0]!.result.column]!
  return printLike(grid, total.amount - mends[0]!.gap, total.figure)
}
/** Only worked back from a rounded share or average: it can't be said to the last digit. */
const isRough = (fault: Fault): boolean => fault.mends.every((r) => r.form !== 'sum' && !isOwn(fault, r))

const messageOf = (fault: Fault, found: string, expected: string, all: readonly MoneyTable[]): string => {
  const place = whereabouts(fault.grid, fault.place)
  if (codeOf(fault) === 'sum.variance' && found.replace(/[-()+]/g, '') === expected.replace(/[-()+]/g, '')) return `${place}: ${found} has the wrong sign beside the other rows; it should be ${expected} (${arithmetic(fault.grid, fault.mends[0]!)}).`
  if (isRough(fault)) return `${place}: ${found} doesn't fit ${listed(witnesses(fault))}; about ${expected} would.`
  const confirmed = confirmedIn(fault, all)
  if (confirmed !== undefined) return `${place}: ${found} stands in ${confirmed} too, but the figures here make ${expected} (${arithmetic(fault.grid, fault.mends[0]!)}). One of them, or a row left out, is wrong.`
  const tables = elsewhere(fault, all), speaking = [...witnesses(fault), ...tables]
  const says = speaking.length > 1 || fault.mends.length > 1 ? 'say' : 'says'
  if (fault.swapped) return `${place}: ${found} should be ${expected}, with two digits changed about, or ${witnesses(fault).join('')} is wrong: its figures make ${sumOf(fault)}.`
  const doubt = fault.certain ? '' : ' Another figure that it depends on may be the wrong one.'
  return `${place}: ${found} should be ${expected}: ${listed(speaking)} ${says} so.${doubt}`
}

const findingOf = (fault: Fault, tables: readonly MoneyTable[]): TableFinding => {
  const figure = fault.grid.cells[fault.place.row]![fault.place.column]!.figure
  const expected = printLike(fault.grid, fault.expected, figure)
  return { level: 'error', code: codeOf(fault), message: messageOf(fault, figure.text, expected, tables), source: figure.source, expected, found: figure.text }
}

/** That shares make 100 is told of them together, if nothing else speaks against one of them. */
export const isTold = (fault: Fault): boolean => !fault.mends.every((r) => r.group.startsWith('hundred'))

const uncastFinding = ({ grid, casting }: Uncast): TableFinding => {
  const row = grid.rows[casting.total]!
  const broken = casting.relations.filter((r) => !holds(r))
  const parts = broken.slice(0, 3).map((r) => {
    const figure = grid.cells[r.result.row]![r.result.column]!.figure
    return `${grid.columns[r.result.column]!}: ${figure.text}, but the rows come to ${printLike(grid, grid.cells[r.result.row]![r.result.column]!.amount - r.gap, figure)}`
  })
  return { level: 'error', code: 'sum.rows', message: `“${row.label}” isn't the sum of its ${casting.members.length} rows in any column; a row may be missing or twice. ${parts.join('; ')}.`, source: row.source }
}

const kept = new WeakMap<CheckedPaper, { readonly findings: readonly TableFinding[]; readonly tables: readonly TableFaults[] }>()

/** All that the arithmetic of a paper's tables of figures finds, worked out once for the checks that share it. */
export const tableFindings = (paper: CheckedPaper): { readonly findings: readonly TableFinding[]; readonly tables: readonly TableFaults[] } => {
  const known = kept.get(paper)
  if (known !== undefined) return known
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money')
  const isBacked = printedTwice(tables), all = tables.map((t) => faultsOf(t, isBacked))
  const found = { findings: all.flatMap(({ faults, uncast }) => [...faults.filter(isTold).map((f) => findingOf(f, tables)), ...uncast.map(uncastFinding)]), tables: all }
  kept.set(paper, found)
  return found
}
