import { Usage, type Cli, type Command } from '../cli/command.ts'
import { dayInLondon } from '../kit/day.ts'
import { parsePeriod, printPeriod } from '../kit/period.ts'
import { requireCouncil, type Ctx } from '../people/index.ts'
import { publish } from './actions.ts'

const ctxFor = async (cli: Cli, slug: string): Promise<Ctx> => {
  const db = await cli.db()
  return { db, councilId: (await requireCouncil(db, slug)).councilId, who: 'command line', today: dayInLondon(cli.now()) }
}

const publishCommand: Command = {
  name: 'publish',
  summary: "freeze a period's facts and make them public",
  help: 'What is published never changes: after a correction, publishing again makes a new edition that says what differs.\nExample: throughline publish --council north-vale --period 2024-25-Q1',
  options: [
    { flags: '--council <slug>', description: 'the council', required: true },
    { flags: '--plan <slug>', description: 'the plan, where the council has several' },
    { flags: '--period <period>', description: 'the period, such as 2024-25-Q1', required: true },
    { flags: '--json', description: 'print the edition as JSON' },
  ],
  run: async (cli, _args, options) => {
    const period = parsePeriod(String(options['period']))
    if (period === null) throw new Usage(`"${String(options['period'])}" is no period: write a quarter as 2024-25-Q1, a year as 2024-25.`)
    const plan = typeof options['plan'] === 'string' ? options['plan'] : undefined
    const done = await publish(await ctxFor(cli, String(options['council'])), plan, period)
    if (options['json']) cli.out(JSON.stringify(done))
    else if (done.already) cli.out(`Edition ${done.edition} says the same: nothing to publish.`)
    else {
      for (const sentence of done.differs) cli.out(`  ${sentence}`)
      cli.out(`Published "${done.plan}" for ${printPeriod(period)}, edition ${done.edition}: ${done.notStated === done.of ? 'no status is stated' : `${done.met} of ${done.of} complete or on track`}.`)
    }
    return 0
  },
}

export const publicationCommands: readonly Command[] = [publishCommand]
