import type { Grid } from './grid.ts'
import { evidenceOf } from './gauge.ts'
import { holds, measured, type Relation, type Term } from './relation.ts'
import { amountIn, downward, sideways, type View } from './view.ts'

const opening = /\b(?:opening|open|start|brought forward|b\/f(?:wd)?|year before|previous year|base budget|beginning|1 april)\b/i
const closing = /\b(?:closing|end|carried forward|c\/f(?:wd)?|balance|requirement|31 march|remaining|left)\b/i
const cumulative = /\b(?:cumulative|running|to date)\b/i
const running = /\b(?:cumulative|running|to date|balance|gap|remaining|accumulated)\b/i

type Link = (step: number, before: number) => { readonly result: readonly [line: number, step: number]; readonly terms: readonly (readonly [line: number, step: number, sign: 1 | -1])[] }
const linked = (view: View, group: string, link: Link): Relation[] => view.steps.slice(1).flatMap((step, i) => {
  const { result, terms } = link(step, view.steps[i]!)
  if ([result, ...terms].some(([line, at]) => amountIn(view, line, at) === null)) return []
  const made = measured(view.grid, 'chain', group, view.at(...result), terms.map(([line, at, sign]): Term => ({ ...view.at(line, at), sign })))
  return made === null ? [] : [made]
})

/** Most links hold, for figures of so many digits that it is no chance, and not all of one figure. */
const isChain = (view: View, relations: readonly Relation[], hinted: boolean): boolean => {
  const kept = relations.filter(holds)
  const different = new Set(kept.map((r) => view.grid.cells[r.result.row]![r.result.column]!.amount)).size
  const digits = evidenceOf(view.grid, kept)
  return different >= 2 && kept.length * 2 >= (relations.length - kept.length) * (hinted ? 2 : 4) && digits >= (hinted ? 4 : 7)
}

/** The amounts of a line, step after step, with what rounding may have taken; where there is none, or nought, a number that keeps nothing. */
type Series = { readonly amounts: readonly number[]; readonly slacks: readonly number[] }
const seriesOf = (view: View, line: number): Series => {
  const cells = view.steps.map((step) => amountIn(view, line, step))
  return { amounts: cells.map((c) => c?.amount || NaN), slacks: cells.map((c) => c?.slack ?? 0) }
}

/** Two steps or more at which a cheap look says that a line may be what another was a step before. */
const mayOpen = (x: Series, y: Series): boolean => {
  let kept = 0
  for (let i = 1; i < x.amounts.length; i += 1) if (Math.abs(x.amounts[i]! - y.amounts[i - 1]!) <= x.slacks[i]! + y.slacks[i - 1]! && (kept += 1) >= 2) return true
  return false
}
/** The same of a line that may be itself a step before with another added or taken away. */
const mayRun = (y: Series, x: Series, sign: 1 | -1): boolean => {
  let kept = 0
  for (let i = 1; i < y.amounts.length; i += 1) if (Math.abs(y.amounts[i]! - (y.amounts[i - 1]! + sign * x.amounts[i]!)) <= y.slacks[i]! + y.slacks[i - 1]! + x.slacks[i]! && (kept += 1) >= 2) return true
  return false
}

/** The first of a cumulative line is the first of what it adds up, where the line goes on from there. */
const firstOf = (view: View, x: number, y: number): Relation[] => {
  const step = view.steps[0]!
  if (amountIn(view, x, step) === null || amountIn(view, y, step) === null) return []
  const made = measured(view.grid, 'chain', `first ${x} ${y}`, view.at(y, step), [{ ...view.at(x, step), sign: 1 }])
  return made === null ? [] : [made]
}

/** Whether no more links are broken than hold, counted before anything is built: small figures are often equal by chance. */
const mostHold = (view: View, link: Link): boolean => {
  let lead = 0
  for (let i = 1; i < view.steps.length && lead + view.steps.length - i >= 0; i += 1) {
    const { result, terms } = link(view.steps[i]!, view.steps[i - 1]!)
    const whole = amountIn(view, result[0], result[1])
    let [gap, slack, told] = [whole?.amount ?? 0, whole?.slack ?? 0, whole !== null]
    for (const [line, step, sign] of terms) {
      const cell = amountIn(view, line, step)
      if (whole === null || cell === null || (cell.amount !== 0 && whole.amount !== 0 && cell.unit !== whole.unit)) { told = false; break }
      gap -= sign * cell.amount
      slack += cell.slack
    }
    if (told) lead += Math.abs(gap) <= slack ? 1 : -1
  }
  return lead >= 0
}

const chainsIn = (view: View): Relation[] => {
  if (view.steps.length < 3) return []
  const all: Relation[] = []
  const series = new Map(view.lines.map((line) => [line, seriesOf(view, line)]))
  const add = (group: string, hinted: boolean, link: Link): void => {
    if (!mostHold(view, link)) return
    const relations = linked(view, group, link)
    if (isChain(view, relations, hinted)) all.push(...relations)
  }
  for (const [x, ofX] of series) for (const [y, ofY] of series) {
    if (x === y) continue
    // What one period opens with is what the period before closed with.
    if (mayOpen(ofX, ofY)) add(`chain ${x} ${y}`, opening.test(view.nameOf(x)) && closing.test(view.nameOf(y)), (step, before) => ({ result: [x, step], terms: [[y, before, 1]] }))
    // A running figure is that of the period before and what this period adds or takes.
    if (cumulative.test(view.nameOf(y)) && mayRun(ofY, ofX, 1)) all.push(...firstOf(view, x, y))
    for (const sign of [1, -1] as const) if (mayRun(ofY, ofX, sign)) add(`running ${x} ${y} ${sign}`, running.test(view.nameOf(y)), (step, before) => ({ result: [y, step], terms: [[y, before, 1], [x, step, sign]] }))
  }
  return all
}

/** What goes on from one year or row to the next: opening figures that are the closing ones before, and running balances, down the table or across it. */
export const chains = (grid: Grid): Relation[] => [...downChains(grid), ...chainsIn(sideways(grid))]
const kept = new WeakMap<Grid, readonly Relation[]>()
const downChains = (grid: Grid): readonly Relation[] => {
  const found = kept.get(grid) ?? chainsIn(downward(grid))
  kept.set(grid, found)
  return found
}

/** Columns of balances: what they hold at one row is no part of a sum down the column. */
export const balanceColumns = (grid: Grid): ReadonlySet<number> =>
  new Set(downChains(grid).filter((r) => r.group.startsWith('chain')).flatMap((r) => [r.result.column, r.terms[0]!.column]))
