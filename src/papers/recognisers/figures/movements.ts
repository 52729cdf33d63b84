import type { Grid } from './grid.ts'
import { holds, measured, type Relation, type Term } from './relation.ts'
import { amountIn, downward, sideways, type View } from './view.ts'

const opens = /\b(?:opening|brought forward|b\/f(?:wd)?|at (?:the )?(?:start|beginning)|(?:start|beginning) of|1(?:st)? april|reported in|previously reported|(?:original|approved) (?:budget|programme)|last reported)\b/i
const closes = /\b(?:closing|carried forward|c\/f(?:wd)?|at (?:the )?end|end of|31(?:st)? march|now reported|projected (?:balance|year)|revised|current|latest|balance (?:at|on)|remaining)\b/i
const taken = /\b(?:less|repa(?:id|yments?)|used?|drawn|drawings?|withdrawn|withdrawals?|spent|spending|expenditure|leavers|left|closed|implemented|superseded|out|disposals?|disposed|reductions?|released|applied|ended|completed|resolved|removed|write[- ]?offs?|written off|payments?|transfers? (?:out|from)|from reserves?)\b/i

/** The words of a name without what tells one date from another: "Headcount at 31 March" of "Headcount at 31 March 2024". */
const undated = (name: string): string => name.toLowerCase().replace(/\b\d{1,4}(?:\/\d{2,4})?\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|[^a-z ]/g, ' ').replace(/\s+/g, ' ').trim()
const dated = /\b(?:20\d\d|january|february|march|april|may|june|july|august|september|october|november|december)\b/i

/** Whether one line opens what another, further on, closes: by their words, or by one name with two dates. */
const isPair = (first: string, last: string): boolean =>
  (opens.test(first) && closes.test(last)) || (first !== last && dated.test(last) && dated.test(first) && /\b(?:at|on|open|balance|headcount|posts|cases|homes)\b/i.test(first) && undated(first) !== '' && undated(first) === undated(last))

/** Sums of movements, and parts told a second time, are no movements themselves. */
const isMovement = (view: View, line: number): boolean =>
  !/^(?:of which|including|memo)\b|\b(?:sub-?)?total\b/i.test(view.nameOf(line)) && (view.along === 'rows' || view.grid.rows[line]!.role === 'line')

type Span = { readonly first: number; readonly last: number; readonly between: readonly number[] }
const most = 9
/** Opening and closing lines with the lines between them: at least one, and not so many that a closing line belongs to another table. */
const spansOf = (view: View): Span[] => view.lines.flatMap((first, i) => {
  const name = view.nameOf(first)
  if (!opens.test(name) && !dated.test(name)) return []
  const at = view.lines.findIndex((line, k) => k > i + 1 && isPair(name, view.nameOf(line)))
  return at < 0 || at - i > most || view.lines.slice(i + 1, at).some((line) => isPair(name, view.nameOf(line))) ? [] : [{ first, last: view.lines[at]!, between: view.lines.slice(i + 1, at).filter((line) => isMovement(view, line)) }]
})

const isNegative = (view: View, line: number): boolean => view.steps.some((step) => (amountIn(view, line, step)?.amount ?? 0) < 0)
/** The signs to try: as printed; and what is taken away, taken away, where nothing is printed negative. */
const signsOf = (view: View, { between }: Span): (1 | -1)[][] => {
  const printed = between.map((): 1 | -1 => 1)
  const said = between.map((line): 1 | -1 => (taken.test(view.nameOf(line)) && !isNegative(view, line) ? -1 : 1))
  const all: (1 | -1)[][] = [said, printed]
  if (between.length <= 4) for (let bits = 1; bits < 2 ** between.length; bits += 1) all.push(between.map((line, i) => (bits & (2 ** i) && !isNegative(view, line) ? -1 : 1)))
  return all
}

const relationsOf = (view: View, span: Span, signs: readonly (1 | -1)[]): Relation[] => view.steps.flatMap((step) => {
  if (amountIn(view, span.first, step) === null || amountIn(view, span.last, step) === null) return []
  const terms: Term[] = [{ ...view.at(span.first, step), sign: 1 }, ...span.between.map((line, i): Term => ({ ...view.at(line, step), sign: signs[i]! }))]
  const made = measured(view.grid, view.along === 'rows' ? 'across' : 'down', `movement ${span.first}`, view.at(span.last, step), terms)
  return made === null || made.terms.length < 2 ? [] : [made]
})

/** Exactly kept before kept within rounding. */
const keptBy = (relations: readonly Relation[]): number => relations.filter((r) => holds(r) && r.gap === 0).length * 100 + relations.filter(holds).length
/** A line between that is no movement (a limit, a rate, a second balance) shows in that nothing holds; then nothing is owed. */
const spanRelations = (view: View, span: Span): Relation[] => {
  const trials = signsOf(view, span).map((signs) => relationsOf(view, span, signs)).filter((r) => r.length > 0)
  const [best] = [...trials].sort((a, b) => keptBy(b) - keptBy(a))
  if (best === undefined) return []
  const held = best.filter(holds).length
  if (held >= 1 && held * 2 >= best.length) return best
  // One column alone: its own signs say how it is meant.
  const single = trials[0]!
  const said = span.between.length >= 2 && span.between.some((line) => isNegative(view, line) || taken.test(view.nameOf(line))) && single[0]!.terms.length === span.between.length + 1
  return best.length === 1 && said && isNear(view, single[0]!) && !lessSome(view, single[0]!) ? single : []
}
/** Without a run of its lines it would come out: they were told a second time, or belong to something else. */
const lessSome = (view: View, r: Relation): boolean => r.terms.some((_, from) => from > 0 && r.terms.some((_, to) => {
  if (to < from) return false
  const left = r.terms.slice(from, to + 1).reduce((n, t) => n + t.sign * view.grid.cells[t.row]![t.column]!.amount, 0)
  return Math.abs(r.gap + left) <= r.slack
}))
/** The movements explain the greater part of the way: a slip in one, not another kind of table. */
const isNear = (view: View, r: Relation): boolean => Math.abs(r.gap) * 4 <= Math.max(...r.terms.map((t) => Math.abs(view.grid.cells[t.row]![t.column]!.amount)))

/** Tables that lead from an opening to a closing figure, down the rows or across the columns, wherever the two stand. */
export const movements = (grid: Grid): Relation[] => [downward(grid, true), sideways(grid, true)].flatMap((view) => spansOf(view).flatMap((span) => spanRelations(view, span)))
