import { headingWords } from '../../recognisers/figures/headings.ts'
import type { Recognised } from '../../types.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { agree, digitsOf, linesOf, nearly, type Line, type Value } from './lines.ts'

/** The same quantity printed in two tables with two values. `votes`: how many other figures of the two tables agree. */
export type Clash = { readonly a: Line; readonly b: Line; readonly left: Value; readonly right: Value; readonly column: string; readonly votes: number; readonly close: boolean }
export type Pair = { readonly a: Line; readonly b: Line }

/** A line is held against so many later ones of its name: the nearest tables say it all, and a pack of hundreds stays quick. */
const nearest = 10
const kept = new WeakMap<Recognised, ReadonlyMap<string, Pair[]>>()
/** Pairs of lines with the same name in different tables, by pair of tables. Unnamed lines and plain totals pair only where other lines do. */
export const sharedLines = (recognised: Recognised): ReadonlyMap<string, Pair[]> => {
  const known = kept.get(recognised) ?? pairedLines(recognised.tables.filter((t): t is MoneyTable => t.kind === 'money' && t.rows.length <= 600))
  kept.set(recognised, known)
  return known
}
const pairedLines = (tables: readonly MoneyTable[]): Map<string, Pair[]> => {
  const byKey = new Map<string, (Line & { at: number })[]>()
  tables.forEach((table, at) => {
    const seen = new Set<string>()
    for (const line of linesOf(table)) {
      if (seen.has(`${line.key} ${line.row.source.line}`)) continue
      seen.add(`${line.key} ${line.row.source.line}`)
      const known = byKey.get(line.key)
      if (known === undefined) byKey.set(line.key, [{ ...line, at }])
      else known.push({ ...line, at })
    }
  })
  const pairs = new Map<string, Pair[]>()
  const add = (key: string, must: boolean): void => {
    const lines = byKey.get(key) ?? []
    for (const [i, a] of lines.entries()) for (const b of lines.slice(i + 1, i + 1 + nearest)) {
      const id = `${a.at} ${b.at}`
      const known = pairs.get(id)
      if (a.at === b.at || (must && known === undefined)) continue
      if (known === undefined) pairs.set(id, [{ a, b }])
      else known.push({ a, b })
    }
  }
  for (const key of byKey.keys()) if (key !== '') add(key, false)
  add('', true)
  return pairs
}

type Match = { readonly left: number; readonly right: number; readonly good: number; readonly all: number; readonly name: 'same' | 'alike' | 'other' }
/** A heading's words; a column without a heading has none. */
const namingWords = (heading: string): string => (/^column \d+$/.test(heading) ? '' : headingWords(heading))
/** How alike two headings are: the same words, one within the other, or neither. */
const nameLikeness = (a: string, b: string): Match['name'] => {
  if (a === '' || b === '') return 'other'
  return a === b ? 'same' : a.includes(b) || b.includes(a) ? 'alike' : 'other'
}
const compared = (pairs: readonly Pair[], left: number, right: number): { good: number; all: number } => {
  let [good, all] = [0, 0]
  for (const { a, b } of pairs) {
    const [x, y] = [a.values[left], b.values[right]]
    if (!x || !y || x.kind !== y.kind || x.amount === 0 || y.amount === 0) continue
    all += 1
    if (agree(x, y)) good += 1
  }
  return { good, all }
}

/** Columns of two tables that hold the same: three figures in four agree (nine in ten under other headings), or they bear like names and other columns agree. */
const matched = new WeakMap<readonly Pair[], Match[]>()
export const matches = (pairs: readonly Pair[]): Match[] => {
  const known = matched.get(pairs) ?? matchedColumns(pairs)
  matched.set(pairs, known)
  return known
}
const matchedColumns = (pairs: readonly Pair[]): Match[] => {
  const [a, b] = [pairs[0]!.a.table, pairs[0]!.b.table]
  const [over, under] = [a.columns.map(namingWords), b.columns.map(namingWords)]
  const all = over.flatMap((x, left) => under.flatMap((y, right): Match[] => {
    const { good, all: count } = compared(pairs, left, right)
    if (count === 0) return []
    const name = nameLikeness(x, y)
    return good > 0 || name === 'same' ? [{ left, right, good, all: count, name }] : []
  }))
  const sure = all.filter((m) => m.good >= 3 && (m.name === 'other' ? m.good * 10 >= m.all * 9 : m.good * 4 >= m.all * 3))
  const agreed = sure.reduce((n, m) => n + m.good, 0)
  const free = (m: Match): boolean => !sure.some((s) => s.left === m.left || s.right === m.right)
  const named = all.filter((m) => m.name !== 'other' && free(m) && (m.good * 2 >= m.all ? agreed >= 3 : m.name === 'same' && m.all <= 3 && agreed >= 6))
  return [...sure, ...named]
}

const clashesByColumn = (pairs: readonly Pair[]): Clash[] => {
  const found = matches(pairs)
  return found.flatMap((m) => pairs.flatMap(({ a, b }): Clash[] => {
    const [x, y] = [a.values[m.left], b.values[m.right]]
    return x && y && x.kind === y.kind && !agree(x, y) ? [{ a, b, left: x, right: y, column: a.table.columns[m.left]!, votes: m.good, close: nearly(x, y) }] : []
  }))
}

/**
 * Two lines alone: they are the same where their figures, in order, agree in at least two columns, with at least three digits somewhere; a third that only nearly
 * agrees was rounded wrongly.
 */
const clashesByLine = ({ a, b }: Pair): Clash[] => {
  const left = a.values.flatMap((v, i) => (v === null || v.amount === 0 || v.kind === '%' ? [] : [{ v, i }]))
  const right = b.values.filter((v): v is Value => v !== null && v.amount !== 0 && v.kind !== '%')
  const shared = Math.min(left.length, right.length)
  if (shared < 2 || (shared < 3 && left.length !== right.length)) return []
  const sides = left.slice(0, shared).map(({ v, i }, k) => ({ x: v, y: right[k]!, i }))
  if (!sides.every(({ x, y }) => x.kind === y.kind && (agree(x, y) || nearly(x, y)))) return []
  const good = sides.filter(({ x, y }) => agree(x, y))
  if (!good.some(({ x }) => digitsOf(x) >= 3) && good.length < 3) return []
  return sides.filter(({ x, y }) => !agree(x, y)).map(({ x, y, i }) => ({ a, b, left: x, right: y, column: a.table.columns[i]!, votes: good.length, close: true }))
}

const keysOf = (table: MoneyTable): Set<string> => new Set(linesOf(table).map((l) => l.key))
/**
 * Lines that each stand in one of two tables only, under names that don't match: the same line where at least three figures agree in the columns the tables share,
 * and the rest nearly do ("Central budget" here, "Council-wide" there).
 */
const clashesUnderOtherNames = (pairs: readonly Pair[]): Clash[] => {
  const columns = matches(pairs)
  if (columns.length < 4) return []
  const [a, b] = [pairs[0]!.a.table, pairs[0]!.b.table]
  const [inA, inB] = [keysOf(a), keysOf(b)]
  const others = linesOf(b).filter((l) => !inA.has(l.key))
  return linesOf(a).filter((l) => !inB.has(l.key)).flatMap((x) => others.flatMap((y): Clash[] => {
    const sides = columns.flatMap((m) => { const [left, right] = [x.values[m.left], y.values[m.right]]; return left && right && left.amount !== 0 && right.amount !== 0 && left.kind === right.kind ? [{ left, right, m }] : [] })
    const wrong = sides.filter(({ left, right }) => !agree(left, right))
    if (sides.length - wrong.length < 3 || !wrong.every(({ left, right }) => nearly(left, right)) || sides.reduce((n, { left }) => n + digitsOf(left), 0) < 6) return []
    return wrong.map(({ left, right, m }) => ({ a: x, b: y, left, right, column: a.columns[m.left]!, votes: sides.length - wrong.length, close: true }))
  }))
}

/** Every quantity that two tables of a paper print with two values. */
export const clashesOf = (recognised: Recognised): Clash[] => [...sharedLines(recognised).values()].flatMap((pairs) => {
  const byColumn = clashesByColumn(pairs)
  return byColumn.length > 0 || matches(pairs).length > 0 ? [...byColumn, ...clashesUnderOtherNames(pairs)] : pairs.flatMap(clashesByLine)
})
