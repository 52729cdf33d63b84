import type { Finding } from '../../../kit/finding.ts'
import { plainWords, similarity } from '../../../kit/words.ts'
import { nameOfTable } from '../sums/say.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { agree, digitsOf, linesOf, type Line } from './lines.ts'
import { matches, sharedLines, type Pair } from './pairing.ts'

/** The label as people would compare it: "&" is "and", case, plurals and footnote marks don't matter. */
const printedName = (label: string): string =>
  plainWords(label).replaceAll('&', ' and ').replace(/[^a-z0-9]+/g, ' ').trim().split(' ').map((w) => w.replace(/(?<=[a-z]{3})s$/, '')).join(' ')

/** The same figures in the columns that the two tables share, with at least three digits among them. */
const sameFigures = (a: Line, b: Line, columns: readonly { left: number; right: number }[]): boolean => {
  const shared = columns.flatMap(({ left, right }) => { const [x, y] = [a.values[left], b.values[right]]; return x && y && x.amount !== 0 ? [{ x, y }] : [] })
  return shared.length >= 2 && shared.every(({ x, y }) => agree(x, y)) && shared.reduce((n, { x }) => n + digitsOf(x), 0) >= 4
}
const likely = (a: string, b: string): boolean => a !== b && !a.includes(b) && !b.includes(a) && similarity(a, b) >= 0.6

const keys = (lines: readonly Line[]): Set<string> => new Set(lines.map((l) => l.key))

/** Lines with the same figures in two tables that share other lines, but not quite the same name. */
const otherNames = (pairs: readonly Pair[]): { a: Line; b: Line }[] => {
  const columns = matches(pairs)
  if (columns.length < 2) return []
  const [left, right] = [linesOf(pairs[0]!.a.table), linesOf(pairs[0]!.b.table)]
  const [leftKeys, rightKeys] = [keys(left), keys(right)]
  const sameLine = (a: Line, b: Line): boolean => sameFigures(a, b, columns) && likely(printedName(a.row.label), printedName(b.row.label))
  const paired = pairs.filter(({ a, b }) => sameLine(a, b))
  const others = right.filter((b) => !leftKeys.has(b.key))
  const alone = left.filter((a) => !rightKeys.has(a.key)).flatMap((a) => others.filter((b) => sameLine(a, b)).map((b) => ({ a, b })))
  return [...paired, ...alone]
}

const find = (paper: CheckedPaper): Finding[] => {
  const told = new Map<string, Finding>()
  for (const pairs of sharedLines(paper.recognised).values()) for (const { a, b } of otherNames(pairs)) {
    const key = [printedName(a.row.label), printedName(b.row.label)].sort().join(' | ')
    const known = told.get(key)
    told.set(key, known ? { ...known, also: [...(known.also ?? []), b.row.source] } : {
      level: 'warning', code: 'same.name', source: a.row.source, found: a.row.label, expected: b.row.label, also: [b.row.source],
      message: `“${a.row.label}” in ${nameOfTable(a.table.title)} has the figures of “${b.row.label}” in ${nameOfTable(b.table.title)}. If they are one thing, call it by one name.`,
    })
  }
  return [...told.values()]
}

export const sameNameCheck: Check = {
  code: 'same.name', title: 'One line has one name', level: 'warning',
  about: 'Where two tables share columns, a line that bears the same figures in both under names that are nearly alike is most likely one line with two names. A reader cannot tell; use one name throughout.',
  right: ['Table 1: Summary\n\nService\tBudget £m\tOutturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nTable 2: Again\n\nService\tBudget £m\tOutturn £m\nParks\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9'],
  wrong: ['Table 1: Summary\n\nService\tBudget £m\tOutturn £m\nParks & Gardens\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9\n\nThe next table tells the same in more detail, so that members can see how every one of the services has done against its budget this year.\n\nTable 2: Again\n\nService\tBudget £m\tOutturn £m\nPark Gardens\t76.8\t79.9\nPools\t64.9\t65.7\nRoads\t27.7\t28.7\nPaths\t11.2\t11.9'],
  find,
}
