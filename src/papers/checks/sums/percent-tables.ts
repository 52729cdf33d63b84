import type { Finding } from '../../../kit/finding.ts'
import { isPercent, type Cell, type Grid } from '../../recognisers/figures/grid.ts'
import { cellAt, holds, type Relation } from '../../recognisers/figures/relation.ts'
import { poundPower } from '../../recognisers/figures/units.ts'
import type { CheckedPaper } from '../check.ts'
import type { Fault, TableFaults } from './faults.ts'
import type { Claim } from './percent-claims.ts'
import { printed, type Printed } from './share.ts'
import { codeOf, tableFindings } from './tables.ts'

/** A cell as printed; whole numbers without a unit are counts. */
const printedIn = (cell: Cell | null, sharp = false): Printed | null => (cell === null ? null : printed(cell.figure.value ?? '0', cell.figure.text, sharp || (cell.unit === null && !(cell.figure.value ?? '').includes('.'))))
const labelled = (grid: Grid, row: number, column: number): string => `${grid.rows[row]!.label || 'the row'}, ${grid.columns[column]!}`

/** What a percentage of a table claims to be, by the figures that contradict it. */
const claimOf = ({ grid, place, mends }: Fault): Claim[] => {
  const relation = mends.find((r) => r.form !== 'sum' && r.result.row === place.row && r.result.column === place.column && r.terms.length <= 2)
  if (relation === undefined) return []
  const [percent, a, b] = [place, ...relation.terms].map((p) => cellAt(grid, p))
  const whole = relation.terms.length === 1 ? String(Math.round(100 / relation.scale)) : null
  const [x, y, z] = [printedIn(a ?? null, relation.sharp), whole === null ? printedIn(b ?? null, relation.sharp) : printed(whole, `the ${whole.replace(/\B(?=(\d{3})+$)/g, ',')} that the others are shares of`, true), printedIn(percent ?? null)]
  if (!x || !y || !z) return []
  return [{ kind: relation.form === 'change' ? 'change' : 'share', part: x, whole: y, percent: z, source: percent!.figure.source, of: labelled(grid, relation.terms[0]!.row, relation.terms[0]!.column), power: poundPower(a!.unit) ?? -99, from: [] }]
}

/** Which way the figures of a percentage's row went: up, down or neither. */
const wayOf = (grid: Grid, r: Relation): number => {
  const [a, b] = r.terms.map((t) => cellAt(grid, t)!.amount)
  return r.form === 'change' ? Math.sign(a! - b!) : r.terms.length === 2 ? Math.sign(a!) * Math.sign(b!) : 0
}
const signFaults = ({ grid, relations }: TableFaults): Finding[] => {
  const groups = new Map<string, Relation[]>()
  for (const r of relations) if (r.form !== 'sum' && r.kind !== 'chain' && holds(r) && isPercent(cellAt(grid, r.result)) && cellAt(grid, r.result)!.amount !== 0 && wayOf(grid, r) !== 0) groups.set(r.group, [...(groups.get(r.group) ?? []), r])
  return [...groups.values()].flatMap((all): Finding[] => {
    const agrees = (r: Relation): boolean => Math.sign(cellAt(grid, r.result)!.amount) === wayOf(grid, r)
    const odd = all.filter((r) => !agrees(r))
    if (odd.length !== 1 || all.length < 4) return []
    const [r] = odd as [Relation], cell = cellAt(grid, r.result)!
    // Only where a minus is printed for others of the column, or beside it, is a missing one a slip.
    if (!all.some((o) => o !== r && cellAt(grid, o.result)!.amount < 0) && !grid.cells[r.result.row]!.some((c) => c !== null && c.amount < 0)) return []
    const expected = cell.amount < 0 ? cell.figure.text.replace(/[-−–()]/g, '') : `-${cell.figure.text.replace(/^\+/, '')}`
    return [{ level: 'error', code: 'sum.percent', source: cell.figure.source, expected, found: cell.figure.text, message: `${labelled(grid, r.result.row, r.result.column)}: ${cell.figure.text} has the wrong sign beside the other rows; it should be ${expected}.` }]
  })
}
/** Percentages of the right size that go the wrong way. */
export const signsOfTables = (paper: CheckedPaper): Finding[] => tableFindings(paper).tables.flatMap(signFaults)

/** The percentages of a paper's tables that don't follow from the figures beside them. */
export const claimsOfTables = (paper: CheckedPaper): Claim[] => tableFindings(paper).tables.flatMap(({ faults }) => faults.filter((f) => codeOf(f) === 'sum.percent').flatMap(claimOf))
