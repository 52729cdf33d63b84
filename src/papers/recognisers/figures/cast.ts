import { balanceColumns } from './chains.ts'
import { evidenceOf, unitOf } from './gauge.ts'
import { isPercentRow, type Grid } from './grid.ts'
import { products, ratioColumns } from './products.ts'
import { holds, measured, tells, type Relation } from './relation.ts'
import { saysAbout, saysPlainTotal, saysTotal, saysWhole } from './roles.ts'

/** A row that is the sum of others, column by column. `proven`: most columns keep it. `clean`: nothing lost or doubtful stands among its rows. */
export type Casting = { readonly total: number; readonly members: readonly number[]; readonly relations: readonly Relation[]; readonly proven: boolean; readonly clean: boolean; readonly labelled: boolean }

const notAdded = /\b(?:rates?|average|avg|mean|median|ratio|(?:unit|list|average|guide) prices?|price (?:per|each|for)|ref|reference|score|rank|term|weighting|index|year|expires?|expiry|maturity|per\s+\w+)\b|%/i
/** Lines that tell a part of the line above a second time. */
const memoRow = /^(?:of which|including|incl\b|memo(?:randum)?\b|note:)/i
const lessRow = /^(?:less|minus|deduct)\b/i
const differenceRow = /\b(?:variance|difference|surplus|deficit|under ?-?spend|over ?-?spend|net (?:position|cost|expenditure|budget)|balance|gap|shortfall)\b/i

/** "Net spending" is mostly a total, if the arithmetic agrees anywhere. */
const netRow = /^net\b/i
const planned = /\b(?:budget|target|plan|limit)\b/i
const done = /\b(?:total|outturn|actual|forecast|spend|spent|income)\b/i

type Kind = 'line' | 'total' | 'heading' | 'skip'
/** `kinds` learns of the totals that only arithmetic tells. */
type Walk = { readonly grid: Grid; readonly additive: readonly number[]; readonly kinds: Kind[] }

/** Columns whose figure at a total is no sum: what is left at the end of a period, how much there is to each. */
const unsummed = (grid: Grid): ReadonlySet<number> => new Set([...balanceColumns(grid), ...ratioColumns(grid, products(grid))])

const known = new WeakMap<Grid, readonly number[]>()
/** The columns that are added up. */
export const additiveColumns = (grid: Grid): readonly number[] => {
  const before = known.get(grid)
  if (before !== undefined) return before
  const skipped = unsummed(grid)
  const found = grid.columns.map((_, i) => i).filter((i) => !notAdded.test(grid.columns[i]!) && !skipped.has(i) && grid.cells.some((row) => row[i] !== null && row[i]!.unit !== '%' && row[i]!.amount !== 0))
  known.set(grid, found)
  return found
}

const walkOf = (grid: Grid): Walk => ({
  grid,
  additive: additiveColumns(grid),
  kinds: grid.rows.map((row, i) => (row.role === 'heading' ? 'heading' : grid.cells[i]!.every((c) => c === null) || isPercentRow(grid.cells[i]!) || memoRow.test(row.label) || saysAbout(row.label) ? 'skip' : row.role === 'line' ? 'line' : 'total')),
})

/** "Less: grant 4.2" is taken away; "Less: grant (4.2)" says so already. */
const signOf = (grid: Grid, row: number, column: number): 1 | -1 => (lessRow.test(grid.rows[row]!.label) && (grid.cells[row]![column]?.amount ?? 0) > 0 ? -1 : 1)
/** A "total" that lies among its members, and isn't their sum, is an average or a rate for the whole. */
const isAverage = (grid: Grid, relation: Relation): boolean => {
  const amounts = relation.terms.map((t) => grid.cells[t.row]![t.column]!.amount)
  const total = grid.cells[relation.result.row]![relation.result.column]!.amount
  return !holds(relation) && relation.terms.length >= 2 && amounts.some((a) => a <= total) && amounts.some((a) => a >= total)
}
const relationsOf = ({ grid, additive }: Walk, total: number, members: readonly number[], signs?: readonly (1 | -1)[]): Relation[] =>
  additive.flatMap((column) => {
    const terms = members.map((row, k) => ({ row, column, sign: signs?.[k] ?? signOf(grid, row, column) }))
    const relation = measured(grid, 'down', `down ${total}`, { row: total, column }, terms)
    return relation !== null && tells(grid, relation) ? [relation] : []
  })

const span = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)

const inPounds = /£/
/** Rows that a total may be made of by where they stand: `near` as totals usually stand, `far` as they sometimes do (totals first, rows after their total), `last` only if nothing else will do. */
type Guesses = { readonly near: readonly number[][]; readonly far: () => readonly number[][]; readonly last: () => readonly number[][] }
/** A total stands no more rows than this from those that it is made of, but for the lines right above or below it; so a table costs no more than its length. */
const reach = 400
const lastOf = (kinds: Walk['kinds'], before: number, kind: Kind): number => { let i = before - 1; while (i >= 0 && kinds[i] !== kind) i -= 1; return i }
const guesses = ({ grid, kinds }: Walk, total: number, open: readonly number[], used: ReadonlySet<number>): Guesses => {
  const lastTotal = lastOf(kinds, total, 'total'), lastHeading = lastOf(kinds, total, 'heading')
  const lines = (from: number, to: number): number[] => span(from, to).filter((i) => kinds[i] === 'line')
  const next = (stop: readonly string[]): number => { let i = total + 1; while (i < kinds.length && !stop.includes(kinds[i]!)) i += 1; return i }
  // "Total garden waste £" over rows of bins and of pounds: only the pounds are added.
  const named = inPounds.test(grid.rows[total]!.label) ? lines(lastTotal + 1, total).filter((i) => inPounds.test(grid.rows[i]!.label)) : []
  const above = named.length >= 2 ? named : lines(lastTotal + 1, total)
  const waiting = open.slice(-reach), first = Math.max(0, total - reach), end = Math.min(kinds.length, total + reach)
  return {
    near: named.length >= 2 ? [named] : [above, waiting, lines(Math.max(lastTotal, lastHeading) + 1, total), waiting.filter((i) => kinds[i] === 'total')],
    far: () => [lines(total + 1, next(['total', 'heading'])), [...above, ...lines(total + 1, next(['total']))], span(total + 1, end).filter((i) => kinds[i] === 'total')],
    last: () => [lines(first, total), lines(first, end).filter((i) => !used.has(i))],
  }
}
const verdict = (relations: readonly Relation[]): { kept: number; broken: number } => {
  const kept = relations.filter(holds).length
  return { kept, broken: relations.length - kept }
}
const provenBy = (members: readonly number[], { kept, broken }: { kept: number; broken: number }, near: boolean): boolean =>
  members.length === 1 ? kept > 0 && broken === 0 : near ? kept * 3 > broken : kept > 0 && kept >= 3 * broken

type Found = { readonly members: readonly number[]; readonly relations: Relation[] }
const best = (walk: Walk, total: number, all: readonly (readonly number[])[], near: boolean): Found | null => {
  let found: (Found & { score: number }) | null = null
  for (const members of all) {
    if (members.length === 0) continue
    const relations = relationsOf(walk, total, members)
    const { kept, broken } = verdict(relations)
    if (!provenBy(members, { kept, broken }, near) || kept - broken <= (found?.score ?? -Infinity)) continue
    found = { members, relations: kept > broken ? relations : relations.filter((r) => !isAverage(walk.grid, r)), score: kept - broken }
  }
  return found
}
/** Where totals stand as usual a column may be wrong; where a total is only explained by an unusual place, nearly all columns must agree. */
const bestOf = (walk: Walk, total: number, { near, far, last }: Guesses): Found | null => {
  const usual = best(walk, total, near, true)
  const broken = usual === null ? Infinity : verdict(usual.relations).broken
  if (broken === 0) return usual
  const keptBy = (found: Found | null): number => (found === null ? 0 : verdict(found.relations).kept)
  const unusual = best(walk, total, far(), false)
  // One column that agrees with rows below a total that has rows above is chance.
  if (unusual !== null && verdict(unusual.relations).broken < broken && keptBy(unusual) > keptBy(usual) && (keptBy(unusual) >= 2 || near[0]!.length < 2)) return unusual
  if (broken < 2) return usual
  const anywhere = best(walk, total, last(), false)
  return keptBy(anywhere) > Math.max(1, keptBy(usual)) ? anywhere : usual
}

const netOfTotals = /^net (?:present )?(?:value|benefit|benefits|worth|saving|savings)\b/i
/** "Net present value" under benefits and costs: the one total less the other. */
const lessTotal = (walk: Walk, row: number): Casting | null => {
  const totals = span(Math.max(0, row - reach), row).filter((i) => walk.kinds[i] === 'total').slice(-2)
  const relations = totals.length < 2 ? [] : relationsOf(walk, row, totals, [1, -1]).filter((r) => r.terms.length === 2)
  return relations.length > 0 && relations.every((r) => isClose(walk.grid, r)) ? { total: row, members: totals, relations, proven: true, clean: true, labelled: false } : null
}
/** A remainder: this row is the one before the last less the last ("Total", "Budget", "Underspend"). */
const remainder = (walk: Walk, row: number): Casting | null => {
  if (netOfTotals.test(walk.grid.rows[row]!.label)) return lessTotal(walk, row)
  if (!differenceRow.test(walk.grid.rows[row]!.label)) return null
  const before = span(Math.max(0, row - reach), row).filter((i) => walk.kinds[i] === 'line' || walk.kinds[i] === 'total').slice(-2)
  if (before.length < 2) return null
  const labels = before.map((i) => walk.grid.rows[i]!.label)
  const meant = labels.some((l) => planned.test(l)) && labels.some((l) => done.test(l))
  const ways = ([[1, -1], [-1, 1]] as const).map((signs) => relationsOf(walk, row, before, signs)).filter((r) => r.length > 0 && r.every((one) => one.terms.length === 2))
  const relations = ways.find((r) => provenBy(before, verdict(r), true) && evidenceOf(walk.grid, r.filter(holds)) >= (meant ? 0 : 2)) ?? (meant ? ways[0] : undefined)
  return relations === undefined ? null : { total: row, members: before, relations, proven: true, clean: true, labelled: false }
}

const isClean = (walk: Walk, members: readonly number[], total: number): boolean => {
  const rows = [total, ...members].sort((a, b) => a - b)
  return walk.grid.rows.slice(rows[0], (rows.at(-1) ?? total) + 1).every((row) => row.review.length === 0)
}

/** The last row of figures, or the last before headings, may be a total though it doesn't say so: only arithmetic can tell. */
const endsPart = ({ kinds }: Walk, row: number): boolean => {
  let next = row + 1
  while (kinds[next] === 'skip') next += 1
  return next >= kinds.length || kinds[next] === 'heading'
}
/** The sum is well beyond what rounding alone could make of small figures. */
const isTold = (grid: Grid, r: Relation): boolean => Math.abs(grid.cells[r.result.row]![r.result.column]!.amount) > 4 * r.slack
/** How surely sums that come out to the last digit are no chance, as a power of ten; what is added to a large figure says no more than itself. */
const surety = (grid: Grid, relations: readonly Relation[]): number => relations.reduce((n, r) => {
  const sizes = r.terms.map((t) => Math.abs(grid.cells[t.row]![t.column]!.amount)).filter((size) => size !== 0).sort((a, b) => b - a)
  return n + (r.gap !== 0 || sizes.length < 2 ? 0 : Math.log10(sizes[1]! / unitOf(grid, grid.cells[r.result.row]![r.result.column]!)))
}, 0)
/** A slip of a digit or two, not another kind of row. */
const isClose = (grid: Grid, r: Relation): boolean => holds(r) || Math.abs(r.gap) * 10 <= Math.abs(grid.cells[r.result.row]![r.result.column]!.amount)
/** One column alone, that a last row closes but for a digit: with no words where the other rows have some, or for figures of four digits. */
const isSlip = ({ grid }: Walk, row: number, { members, relations }: Found): boolean => {
  const [only, ...more] = relations
  if (only === undefined || more.length > 0 || members.length < 3 || !isClose(grid, only)) return false
  const unit = unitOf(grid, grid.cells[row]![only.result.column]!), said = grid.cells[row]![only.result.column]!.amount / unit
  const [a, b] = [said, said - only.gap / unit].map((n) => String(Math.round(Math.abs(n))).split('')) as [string[], string[]]
  const off = a.flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const isDigit = a.length === b.length && (off.length === 1 || (off.length === 2 && off[1] === off[0]! + 1 && a[off[0]!] === b[off[1]] && a[off[1]] === b[off[0]!]))
  return isDigit && a.length >= (standsApart(grid, row, members) ? 3 : 4) && members.every((m) => Math.abs(grid.cells[m]![only.result.column]?.amount ?? 0) < said * unit)
}
/** Columns of words that the rows above fill, left blank as a total leaves them. */
const standsApart = (grid: Grid, row: number, members: readonly number[]): boolean => grid.table.columns.some((name) => {
  const states = members.map((m) => grid.rows[m]!.figures[name]?.state)
  return grid.rows[row]!.figures[name]?.state === 'blank' && states.filter((s) => s === 'words').length * 3 >= members.length * 2
})
const slipped = (walk: Walk, row: number, members: readonly number[]): Casting | null => {
  const found = { members, relations: relationsOf(walk, row, members) }
  return isSlip(walk, row, found) ? { total: row, ...found, proven: true, clean: isClean(walk, members, row), labelled: false } : null
}
const silentTotal = (walk: Walk, row: number, open: readonly number[], running: Running): Casting | null => {
  const ends = endsPart(walk, row)
  if (open.length < 2 || (!ends && !running.mayBe(row))) return null
  const all = guesses(walk, row, open, new Set()).near.slice(0, 2).filter((m) => m.length >= (ends ? 2 : 3))
  const found = best(walk, row, all, true)
  if (found === null) return ends && all.length > 0 ? slipped(walk, row, all[0]!) : null
  const { kept, broken } = verdict(found.relations)
  const sure = found.members.length >= 3 && surety(walk.grid, found.relations) >= (ends ? 1.5 : broken === 0 ? 2.2 : 2.5) && broken <= kept && found.relations.every((r) => isClose(walk.grid, r))
  const usual = ends && ((kept >= 2 && broken * 2 <= kept) || (broken === 0 && found.members.length >= 3 && found.relations.some((r) => isTold(walk.grid, r))))
  return sure || usual ? { total: row, ...found, proven: true, clean: true, labelled: false } : null
}

/** What the lines since the last total come to, column by column: a cheap look at whether a row may be their total. */
type Running = { readonly mayBe: (row: number) => boolean; readonly add: (row: number) => void; readonly clear: () => void }
const runningIn = ({ grid, additive }: Walk): Running => {
  let [count, sums, slacks] = [0, additive.map(() => 0), additive.map(() => 0)]
  return {
    mayBe: (row) => count >= 3 && additive.some((c, k) => { const cell = grid.cells[row]![c]; return cell !== null && cell !== undefined && cell.amount !== 0 && Math.abs(cell.amount - sums[k]!) <= cell.slack + slacks[k]! }),
    add: (row) => { count += 1; additive.forEach((c, k) => { const cell = grid.cells[row]![c]; sums[k]! += cell?.amount ?? 0; slacks[k]! += cell?.slack ?? 0 }) },
    clear: () => { count = 0; sums = additive.map(() => 0); slacks = additive.map(() => 0) },
  }
}

/** "All causes" at the end, no label of a total: it is held to its rows where it nearly is their sum. */
const isNearSum = (walk: Walk, row: number, above: readonly number[]): boolean => {
  if (!(saysWhole(walk.grid.rows[row]!.label) || netRow.test(walk.grid.rows[row]!.label)) || above.length < 3 || !endsPart(walk, row)) return false
  const relations = relationsOf(walk, row, above)
  return relations.length > 0 && relations.every((r) => !isAverage(walk.grid, r) && Math.abs(r.gap) * 4 <= Math.abs(walk.grid.cells[row]![r.result.column]!.amount))
}

/** How a table's proven totals stand to their rows. */
const isBelow = (casting: Casting): boolean => casting.members.length > 0 && casting.members.every((m) => m > casting.total)

/**
 * A total that no guess proves. It is held against the rows that other totals of the table stand to; alone, it must be called a plain total, or be at least as much as
 * each of its parts ("Total complaints" among other measures is a line like any).
 */
const unprovenTotal = (walk: Walk, row: number, all: Guesses, others: readonly Casting[]): Casting => {
  const plain = saysPlainTotal(walk.grid.rows[row]!.label)
  const proven = others.filter((c) => c.proven && c.labelled && c.members.length >= 2)
  const below = proven.length > 0 && proven.every(isBelow)
  const [above = [], waiting = []] = all.near
  const members = below ? all.far()[0]! : plain || above.length === 0 || (above.length < 2 && proven.length === 0) ? waiting : above
  const relations = relationsOf(walk, row, members)
  const amount = (r: Relation): number => Math.abs(walk.grid.cells[row]![r.result.column]!.amount)
  const likely = proven.length > 0 || plain || !relations.some((r) => isAverage(walk.grid, r) || r.terms.some((t) => amount(r) < Math.abs(walk.grid.cells[t.row]![t.column]!.amount)))
  const kept = verdict(relations).kept
  return { total: row, members, relations, proven: below && kept > 0, clean: (members.length >= 2 || (proven.length > 0 && walk.kinds[members[0] ?? -1] === 'line')) && likely && isClean(walk, below ? members : [0, ...members], row), labelled: true }
}

const kept = new WeakMap<Grid, readonly Casting[]>()
/** Every total of a table with the rows that it sums, found by label, place and arithmetic; once for the reader and the checks. */
export const castings = (grid: Grid): readonly Casting[] => {
  const found = kept.get(grid) ?? castingsIn(grid)
  kept.set(grid, found)
  return found
}
const castingsIn = (grid: Grid): Casting[] => {
  const walk = walkOf(grid)
  if (walk.additive.length === 0) return []
  const found: Casting[] = []
  const unproven: { row: number; guesses: Guesses }[] = []
  const used = new Set<number>()
  let open: number[] = []
  const running = runningIn(walk)
  const take = (casting: Casting): void => {
    found.push(casting)
    for (const member of casting.members) used.add(member)
    open = open.filter((o) => !used.has(o))
  }
  grid.rows.forEach((row, i) => {
    if (walk.kinds[i] !== 'line' && walk.kinds[i] !== 'total') return
    const labelled = saysTotal(row.label)
    const all = labelled || netRow.test(row.label) || (endsPart(walk, i) && saysWhole(row.label)) ? guesses(walk, i, open, used) : null
    const best = all === null ? null : bestOf(walk, i, all)
    if (best !== null) take({ total: i, ...best, proven: true, clean: isClean(walk, best.members, i), labelled })
    else if (all !== null && (labelled || isNearSum(walk, i, all.near[0]!))) { unproven.push({ row: i, guesses: all }); open = open.filter((o) => walk.kinds[o] === 'total' || !all.near[0]!.includes(o)) }
    else {
      const silent = remainder(walk, i) ?? silentTotal(walk, i, open, running)
      if (silent !== null) { take(silent); if (silent.members.length >= 3) walk.kinds[i] = 'total' }
    }
    if (walk.kinds[i] === 'total') running.clear()
    else running.add(i)
    open.push(i)
  })
  return [...found, ...unproven.map(({ row, guesses: all }) => unprovenTotal(walk, row, all, found))]
}
