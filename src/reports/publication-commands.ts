import { Usage, type Cli, type Command } from '../cli/command.ts'
import { dayInLondon } from '../kit/day.ts'
import { parsePeriod, printPeriod, type Period } from '../kit/period.ts'
import { requireCouncil, type Ctx } from '../people/index.ts'
import { draftSnapshot, publish } from './actions.ts'
import { madeReport, proofReadPrinting, type ProofReader } from './proof-reading.ts'
import { proseProblems } from './prose.ts'
import { render } from './render/index.ts'

const ctxFor = async (cli: Cli, slug: string): Promise<Ctx> => {
  const db = await cli.db()
  return { db, councilId: (await requireCouncil(db, slug)).councilId, who: 'command line', today: dayInLondon(cli.now()) }
}

/** Words that no longer fit the figures are refused by `publish` itself. */
const proofRead = async (cli: Cli, ctx: Ctx, plan: string | undefined, period: Period, proofReader: ProofReader, waivers: unknown): Promise<void> => {
  const snapshot = await draftSnapshot(ctx.db, ctx.councilId, plan, period)
  if (proseProblems(snapshot).length === 0) await proofReadPrinting(cli, ctx, madeReport(snapshot, await render(snapshot, 'html')), proofReader, waivers, 'Nothing was published')
}

const publishCommand = (proofReader: ProofReader): Command => ({
  name: 'publish',
  summary: "freeze a period's facts and make them public",
  help: 'What is published never changes: after a correction, publishing again makes a new edition that says what differs. An error that the proof-reading finds in the report refuses it, unless it stands with a reason.\nExample: throughline publish --council north-vale --period 2024-25-Q1',
  options: [
    { flags: '--council <slug>', description: 'the council', required: true },
    { flags: '--plan <slug>', description: 'the plan, where the council has several' },
    { flags: '--period <period>', description: 'the period, such as 2024-25-Q1', required: true },
    { flags: '--waivers <file>', description: 'findings of the proof-reading that stand with a reason (YAML or JSON), beside those the council keeps' },
    { flags: '--json', description: 'print the edition as JSON' },
  ],
  run: async (cli, _args, options) => {
    const period = parsePeriod(String(options['period']))
    if (period === null) throw new Usage(`"${String(options['period'])}" is no period: write a quarter as 2024-25-Q1, a year as 2024-25.`)
    const plan = typeof options['plan'] === 'string' ? options['plan'] : undefined
    const ctx = await ctxFor(cli, String(options['council']))
    await proofRead(options['json'] ? { ...cli, out: cli.err } : cli, ctx, plan, period, proofReader, options['waivers'])
    const done = await publish(ctx, plan, period)
    if (options['json']) cli.out(JSON.stringify(done))
    else if (done.already) cli.out(`Edition ${done.edition} says the same: nothing to publish.`)
    else {
      for (const sentence of done.differs) cli.out(`  ${sentence}`)
      cli.out(`Published "${done.plan}" for ${printPeriod(period)}, edition ${done.edition}: ${done.notStated === done.of ? 'no status is stated' : `${done.met} of ${done.of} complete or on track`}.`)
    }
    return 0
  },
})

/** The publish command, with the proof-reading that it is given. */
export const publicationCommands = (proofReader: ProofReader): readonly Command[] => [publishCommand(proofReader)]
