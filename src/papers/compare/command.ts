import { Usage, type Command, type Options } from '../../cli/command.ts'
import { parseDay, type Day } from '../../kit/day.ts'
import { comparePlanWithUpdate, compareYears, countKinds, settled, withDates, type Comparison } from '../../plans/index.ts'
import { loadComparable, yearOfComparable, type Comparable } from './comparable.ts'
import { printComparison } from './print.ts'

/** Plans of two years are compared between years, anything else as what was approved and what became of it. */
const between = (a: Comparable, b: Comparable, forced: boolean): boolean => {
  const [earlier, later] = [yearOfComparable(a), yearOfComparable(b)]
  return forced || (earlier !== null && later !== null && earlier !== later)
}

/** A plan and what became of it. What is known of two stored papers of one plan, a person's answers included, comes before what their words are like. */
const withinYear = (a: Comparable, b: Comparable): Comparison => {
  const found = withDates(comparePlanWithUpdate(a.rows, b.rows, { listsNotDue: b.listsNotDue, wholePlan: b.kind === 'plan' }), new Map([...a.dues, ...b.dues]))
  if (a.stored === null || a.stored.plan !== b.stored?.plan) return found
  const changes = settled(found.changes, a.stored.items, b.stored.items, b.listsNotDue ? 'dropped' : 'not reported')
  return { ...found, changes, summary: countKinds(changes) }
}

const compareThem = (a: Comparable, b: Comparable, years: boolean): Comparison => (years ? compareYears(a.rows, b.rows) : withinYear(a, b))

/** `{summary, changes}`, and the themes that an update has no part for where there are any. */
const asJson = (comparison: Comparison): string => {
  const { summary, changes } = comparison
  const left = 'notCovered' in comparison && Array.isArray(comparison.notCovered) && comparison.notCovered.length > 0 ? { notCovered: comparison.notCovered as unknown } : {}
  return JSON.stringify({ summary, changes, ...left })
}

/** The day whose state is asked for; null: as it stands now. */
const asOfOption = (options: Options): Day | null => {
  const given = options['asOf']
  if (typeof given !== 'string') return null
  const day = parseDay(given)
  if (day === null) throw new Usage(`"${given}" is no day: write it as 2025-03-27.`)
  return day
}

const compare: Command = {
  name: 'compare',
  summary: 'What changed between two plans, or a plan and an update: item by item, with the words and targets that moved',
  help: 'Each is a file, or a stored plan or update as council/plan or council/plan/period. Plans of two years are compared between years.\n\nExamples:\n  throughline compare approved-plan.docx update-q3.pdf\n  throughline compare north-vale/plan-2025 north-vale/plan-2025/2025-26-Q3\n  throughline compare north-vale/plan-2025 north-vale/plan-2025/2025-26-Q3 --as-of 2026-02-12',
  arguments: '<approved> <reported>',
  options: [
    { flags: '--years', description: 'compare as plans of two years, whatever they say of themselves' },
    { flags: '--all', description: 'list unchanged, new and not reported items as well' },
    { flags: '--as-of <day>', description: 'stored plans and updates as they stood at the end of a day, as 2025-03-27' },
    { flags: '--json', description: 'print {summary, changes}' },
  ],
  run: async (cli, args, options) => {
    const [first, second] = args
    if (first === undefined || second === undefined) throw new Usage('compare needs two: what was approved, and what to hold beside it.')
    cli.progress(`Reading ${first}`)
    const asOf = asOfOption(options)
    const a = await loadComparable(cli, first, 'plan', asOf)
    cli.progress(`Reading ${second}`)
    const b = await loadComparable(cli, second, 'update', asOf)
    if (asOf !== null && a.stored === null && b.stored === null) throw new Usage('--as-of is about stored plans and updates; both of these are files.')
    const years = between(a, b, options['years'] === true)
    const comparison = compareThem(a, b, years)
    cli.progress('')
    const title = `${a.name} (${a.rows.length} items) and ${b.name} (${b.rows.length})${years ? ', between years' : ''}`
    cli.out(options['json'] ? asJson(comparison) : printComparison(title, comparison, { colour: cli.colour, isComplete: a.isComplete, all: options['all'] === true }))
    return 0
  },
}

export const compareCommands: readonly Command[] = [compare]
