// Prints the share of silently wrong rows under thousands of mutations: `node scripts/bench.mjs tests/papers/print-wild.ts [cases] [--with-plan] [--seed N] [--show WORDS] [--layouts]`.
import { describePair } from './accuracy.ts'
import { nastyPapers } from './nasty.ts'
import { wildly } from './wild.ts'

const args = process.argv.slice(2)
const after = (flag: string): string | null => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? null) : null)
// The changes are made for tables of five columns, parents first.
const fiveColumns = nastyPapers().filter((p) => p.rows.length > 0 && p.text.split('\n').filter((l) => l.includes('\t')).every((l) => l.split('\t').length === 5) && !/^Status\t/m.test(p.text))
const show = after('--show')
let [cases, rows, silent, knowable, knowableSilent] = [0, 0, 0, 0, 0]
for (const wild of wildly(Number(args[0] ?? 40) || 40, args.includes('--with-plan'), Number(after('--seed') ?? 20_260_401), args.includes('--layouts') ? fiveColumns : undefined)) {
  cases += wild.cases
  rows += wild.rows
  silent += wild.silent.length
  if (wild.mutation.knowable) { knowable += wild.rows; knowableSilent += wild.silent.length }
  process.stdout.write(`${wild.mutation.knowable ? ' ' : '*'} ${wild.mutation.name.padEnd(52)} ${wild.paper.padEnd(32)} ${String(wild.cases).padStart(5)} cases ${String(wild.wrong).padStart(6)} wrong ${String(wild.silent.length).padStart(5)} silent\n`)
  if (show !== null && wild.mutation.name.includes(show)) for (const { where, pair } of wild.silent.slice(0, 6)) process.stdout.write(`== ${where}\n${describePair(pair)}\n`)
}
const share = (part: number, of: number): string => `${((100 * part) / Math.max(1, of)).toFixed(4)}%`
process.stdout.write(`${cases} cases, ${rows} rows, ${silent} silently wrong (${share(silent, rows)}); where the page can show it ${knowableSilent} of ${knowable} (${share(knowableSilent, knowable)}). * nothing on the page shows it.\n`)
