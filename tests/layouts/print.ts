// Prints how well the layouts are read: node scripts/bench.mjs tests/layouts/print.ts [name...]. Figures for the half that the readers were written with and the half set aside.
import { layouts } from './layouts.mjs'
import { layoutNames, scoreOf, type Score } from './score.ts'

const only = process.argv.slice(2), wanted = only.filter((a) => a !== '--half')
const aside = new Map(layouts.map((l) => [l.name, l.aside]))
const print = (text: string): void => { process.stdout.write(`${text}\n`) }
const names = layoutNames().filter((n) => (wanted.length === 0 || wanted.includes(n)) && !(only.includes('--half') && aside.get(n) !== false))
for (const half of [false, true, 'later'] as const) {
  const scores: Score[] = []
  for (const name of names.filter((n) => aside.get(n) === half)) {
    const score = await scoreOf(name)
    scores.push(score)
    print(`${half === 'later' ? 'later ' : half ? 'aside ' : 'known '} ${name.padEnd(24)} ${String(score.right).padStart(3)} of ${score.wanted} right, ${score.silent} silently wrong, ${score.asks} ask; ${score.got} rows`)
    for (const fault of score.faults.slice(0, wanted.length > 0 ? 30 : 3)) print(`         ${fault.slice(0, 260)}`)
  }
  const sum = (of: (s: Score) => number): number => scores.reduce((n, s) => n + of(s), 0)
  if (scores.length > 0) print(`${half === 'later' ? 'Made later' : half ? 'Set aside' : 'Known'}: ${sum((s) => s.right)} of ${sum((s) => s.wanted)} rows right, ${sum((s) => s.silent)} silently wrong, ${sum((s) => s.asks)} ask for review, in ${scores.length} layouts`)
}
