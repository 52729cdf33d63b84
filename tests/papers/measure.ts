// Prints how well papers are read against answer files of the form of the papers' expected/: `node scripts/bench.mjs tests/papers/measure.ts PAPER ANSWERS [--plan FILE] [--show]`.
import { readFileSync } from 'node:fs'
import { approvedRows, readTables } from '../../src/papers/read.ts'
import { describeAccuracy, describePair, measure, rowsOf, type AnswerFile } from './accuracy.ts'

const args = process.argv.slice(2)
const planAt = args.indexOf('--plan')
const plan = planAt === -1 ? undefined : await approvedRows(args[planAt + 1]!)
const show = args.includes('--show')
const [paper, answers] = args.filter((a, i) => !a.startsWith('--') && (planAt === -1 || i !== planAt + 1))
if (!paper || !answers) {
  process.stderr.write('Name a paper and its answer file: PAPER ANSWERS [--plan FILE] [--show]\n')
  process.exitCode = 2
} else {
  const found = rowsOf(await readTables(paper, plan === undefined ? {} : { plan }))
  const { rows } = JSON.parse(readFileSync(answers, 'utf8')) as AnswerFile
  const accuracy = measure(rows, found)
  if (show) for (const pair of accuracy.pairs.filter((p) => p.wrong.length > 0)) process.stdout.write(`${describePair(pair)}\n`)
  if (show) for (const row of found.filter((r) => r.review.length > 0)) process.stdout.write(`review line ${row.source.line}: ${row.review.join('; ')}\n`)
  process.stdout.write(`${paper}${plan ? ' with --plan' : ''}: ${describeAccuracy(accuracy)}\n`)
  process.exitCode = accuracy.passes ? 0 : 1
}
