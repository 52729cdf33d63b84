import type { Cell, Grid } from '../../recognisers/figures/grid.ts'
import { cellAt } from '../../recognisers/figures/relation.ts'
import { poundPower } from '../../recognisers/figures/units.ts'
import type { CheckedPaper } from '../check.ts'
import type { Fault } from './faults.ts'
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

/** The percentages of a paper's tables that don't follow from the figures beside them. */
export const claimsOfTables = (paper: CheckedPaper): Claim[] => tableFindings(paper).tables.flatMap(({ faults }) => faults.filter((f) => codeOf(f) === 'sum.percent').flatMap(claimOf))
