import type { Finding } from '../../../kit/finding.ts'
import { dividedBy, printQuantity, quantity, rounded } from '../../../kit/quantity.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { poundPower } from '../../recognisers/figures/units.ts'
import { nameOfTable } from '../sums/say.ts'
import { faultyIn } from './faulty.ts'
import { clashesOf, type Clash } from './pairing.ts'
import type { Line, Value } from './lines.ts'

type Side = { readonly line: Line; readonly value: Value }
const sides = (clash: Clash): { coarse: Side; fine: Side } => {
  const [a, b] = [{ line: clash.a, value: clash.left }, { line: clash.b, value: clash.right }]
  return clash.left.half >= clash.right.half ? { coarse: a, fine: b } : { coarse: b, fine: a }
}
/** "£65.6m", "65,674 (£000)". */
const say = ({ figure: { text, unit } }: Value): string => {
  if (unit === null || text.includes('£') || text.includes('%')) return text
  return unit === '£m' || unit === '£bn' ? `£${text}${unit.slice(1)}` : `${text} (${unit})`
}
const where = (side: Side): string => `${nameOfTable(side.line.table.title) || 'the table'} (line ${side.value.figure.source.line ?? '?'})`

/** The finer figure rounded to the printing of the coarser: what it should have been. */
const roundedTo = (fine: Value, coarse: Value): string => {
  const scale = coarse.figure.value!.includes('.') ? coarse.figure.value!.length - coarse.figure.value!.indexOf('.') - 1 : 0
  const inUnits = dividedBy(quantity(fine.amount, 4), quantity(10n ** BigInt(poundPower(coarse.figure.unit) ?? 0)), scale + 6)!
  return printQuantity(rounded(inUnits, scale))
}

const findingOf = (clash: Clash): Finding => {
  const { coarse, fine } = sides(clash)
  const label = coarse.line.row.label
  if (clash.close) {
    const right = roundedTo(fine.value, coarse.value)
    return { level: 'warning', code: 'same.rounding', source: coarse.value.figure.source, expected: right, found: coarse.value.figure.text, also: [fine.value.figure.source],
      message: `“${label}”, ${clash.column}: ${say(coarse.value)} in ${where(coarse)}, but ${say(fine.value)} in ${where(fine)}${fine.line.key === coarse.line.key ? '' : `, “${fine.line.row.label}”`}, which rounds to ${right}.` }
  }
  return { level: clash.votes >= 4 ? 'error' : 'warning', code: 'same.figure', source: clash.left.figure.source, expected: clash.right.figure.text, found: clash.left.figure.text, also: [clash.right.figure.source],
    message: `“${label}”, ${clash.column}: ${say(clash.left)} in ${where({ line: clash.a, value: clash.left })}, ${say(clash.right)} in ${where({ line: clash.b, value: clash.right })}. ${clash.votes} other figures of the two agree.` }
}

/** One wrong figure printed in several tables is one fault. */
const once = (clashes: readonly Clash[]): Finding[] => {
  const byFault = new Map<string, Finding>()
  for (const clash of clashes) {
    const { coarse, fine } = sides(clash)
    const key = clash.close ? `${coarse.value.figure.text} ${fine.value.figure.text}` : [clash.a.key, ...[clash.left.figure.text, clash.right.figure.text].sort()].join(' ')
    const finding = findingOf(clash)
    const known = byFault.get(key)
    const places = [...(known?.also ?? []), ...(known ? [finding.source] : []), ...(finding.also ?? [])]
    const unique = places.filter((p, i) => places.findIndex((o) => o.line === p.line && o.page === p.page && o.cell === p.cell) === i && p.line !== (known ?? finding).source.line)
    byFault.set(key, { ...(known ?? finding), also: unique })
  }
  return [...byFault.values()]
}

const kept = new WeakMap<CheckedPaper, readonly Finding[]>()
/** Clashes between tables, without those cells whose own table already proves them wrong. */
const found = (paper: CheckedPaper): readonly Finding[] => {
  const known = kept.get(paper)
  if (known !== undefined) return known
  const isFaulty = faultyIn(paper)
  const findings = once(clashesOf(paper.recognised).filter((c) => !isFaulty(c.left.figure) && !isFaulty(c.right.figure)))
  kept.set(paper, findings)
  return findings
}

export const sameFigureCheck: Check = {
  code: 'same.figure', title: 'The same figure is the same in every table', level: 'error',
  about: 'Tables that share lines are held side by side. Columns whose figures agree in three lines of four are taken for the same; a line that differs there is told with both places. Find out which is right and correct the other.',
  right: ['Table 1: Summary\n\nService\tBudget £m\tOutturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nTable 2: Detail\n\nService\tBudget £000\tOutturn £000\nParks\t76,798\t79,933\nPools\t64,919\t65,674\nRoads\t27,666\t28,723\nPaths\t11,204\t11,899'],
  wrong: ['Table 1: Summary\n\nService\tBudget £m\tOutturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nTable 2: Detail\n\nService\tBudget £000\tOutturn £000\nParks\t76,798\t79,933\nPools\t46,919\t65,674\nRoads\t27,666\t28,723\nPaths\t11,204\t11,899'],
  find: (paper) => found(paper).filter((f) => f.code === 'same.figure'),
}
export const sameRoundingCheck: Check = {
  code: 'same.rounding', title: 'A rounded figure rounds what the detail says', level: 'warning',
  about: 'A figure in millions is held to the same figure in thousands. One that was pushed up or down to make a column add looks wrong beside the detail: round it as it is and say that totals may not add for rounding.',
  right: ['Table 1: Summary\n\nService\tBudget £m\tOutturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nTable 2: Detail\n\nService\tBudget £000\tOutturn £000\nParks\t76,798\t79,933\nPools\t64,919\t65,674\nRoads\t27,666\t28,723\nPaths\t11,204\t11,899'],
  wrong: ['Table 1: Summary\n\nService\tBudget £m\tOutturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nTable 2: Detail\n\nService\tBudget £000\tOutturn £000\nParks\t76,798\t79,933\nPools\t64,919\t65,601\nRoads\t27,666\t28,723\nPaths\t11,204\t11,899'],
  find: (paper) => found(paper).filter((f) => f.code === 'same.rounding'),
}
