import { basename } from 'node:path'
import { Usage, type Cli, type Command, type Options } from '../../cli/command.ts'
import { dayInLondon } from '../../kit/day.ts'
import { parsePeriod, type Period } from '../../kit/period.ts'
import { requireCouncil, type Ctx } from '../../people/index.ts'
import { paperBytes } from '../read.ts'
import { acceptProposal, proposePaper } from './actions.ts'
import { acceptedLine, printProposal } from './print.ts'

/** Who and where, for a command on one council. */
export const ctxFor = async (cli: Cli, slug: string): Promise<Ctx> => {
  const db = await cli.db()
  return { db, councilId: (await requireCouncil(db, slug)).councilId, who: 'command line', today: dayInLondon(cli.now()) }
}

export const text = (options: Options, name: string): string | undefined => { const given = options[name]; return typeof given === 'string' ? given : undefined }

export const periodOption = (options: Options): Period | undefined => {
  const given = text(options, 'period')
  if (given === undefined) return undefined
  const period = parsePeriod(given)
  if (period === null) throw new Usage(`"${given}" is no period: write a quarter as 2024-25-Q1, a year as 2024-25, a month as 2024-09.`)
  return period
}

const importCommand: Command = {
  name: 'import',
  summary: 'propose the import of a paper into a council, and take it with --accept',
  arguments: '<paper>',
  help: 'An update whose plan was never imported makes the plan from its rows. Rows that need review are taken with their doubtful cells empty, marked "to confirm".\nExample: throughline import q1-update.docx --council north-vale --period 2024-25-Q1 --accept',
  options: [
    { flags: '--council <slug>', description: 'the council', required: true },
    { flags: '--plan <slug>', description: 'the plan; else the one of the year' },
    { flags: '--period <period>', description: '2024-25-Q1 for an update, 2024-25 for a plan; else what the paper says' },
    { flags: '--table <title or number>', description: 'which table, where the paper has several plans' },
    { flags: '--accept', description: 'take it at once, unless there is an error' },
    { flags: '--json', description: 'print the proposal as JSON' },
  ],
  run: async (cli, [file = ''], options) => {
    const period = periodOption(options)
    const bytes = await paperBytes(file)
    const ctx = await ctxFor(cli, text(options, 'council')!)
    cli.progress(`Reading ${basename(file)} ...`)
    const proposal = await proposePaper(ctx, { file: basename(file), bytes, plan: text(options, 'plan'), period, table: text(options, 'table') })
    const accepted = options['accept'] === true && proposal.state === 'open' ? await acceptProposal(ctx, proposal.proposalId) : null
    cli.progress('')
    if (options['json']) cli.out(JSON.stringify({ ...proposal, state: accepted ? 'accepted' : proposal.state, accepted }))
    else {
      printProposal(cli, proposal)
      cli.out(accepted ? acceptedLine(accepted) : proposal.state === 'accepted' ? `This paper was taken before, as proposal ${proposal.proposalId}: nothing changes.` : `Take it with: throughline accept ${proposal.proposalId}`)
    }
    return 0
  },
}

export const proposalCommands: readonly Command[] = [importCommand]
