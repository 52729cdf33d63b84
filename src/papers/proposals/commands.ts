import { basename } from 'node:path'
import type { Command } from '../../cli/command.ts'
import { paperBytes } from '../read.ts'
import { inTransaction, type Ctx } from '../../people/index.ts'
import { acceptProposal, proposePaper, type Accepted, type Authority, type PaperToImport } from './actions.ts'
import { authorityGiven, authorityOptions, ctxFor, periodOption, text } from './command-options.ts'
import { listCommand } from './list-command.ts'
import { acceptedLine, printProposal } from './print.ts'
import { takeCommands } from './take-commands.ts'
import type { ProposalView } from './types.ts'

/** Both in one transaction, so that an import that is cut off leaves nothing, no proposal either. */
const proposeAndTake = (ctx: Ctx, paper: PaperToImport, by: Authority): Promise<{ proposal: ProposalView; accepted: Accepted | null }> => inTransaction(ctx, async (ctx) => {
  const proposal = await proposePaper(ctx, paper)
  return { proposal, accepted: proposal.state === 'open' ? await acceptProposal(ctx, proposal.proposalId, by) : null }
})

const importCommand: Command = {
  name: 'import',
  summary: 'propose the import of a paper into a council, and take it with --accept',
  arguments: '<paper>',
  help: 'An update whose plan was never imported makes the plan from its rows. Rows that need review are taken with their doubtful cells empty, marked "to confirm".\nExample: throughline import q1-update.docx --council north-vale --period 2024-25-Q1 --accept',
  options: [
    { flags: '--council <slug>', description: 'the council', required: true },
    { flags: '--plan <slug>', description: 'the plan; else the one of the year' },
    { flags: '--period <period>', description: '2024-25-Q1 for an update, 2024-25 for a plan; else what the paper says' },
    { flags: '--title <words>', description: "a new plan's title; else the paper's" },
    { flags: '--table <title or number>', description: 'which table, where the paper has several plans' },
    { flags: '--accept', description: 'take it at once, unless there is an error' },
    ...authorityOptions,
    { flags: '--json', description: 'print the proposal as JSON' },
  ],
  run: async (cli, [file = ''], options) => {
    const [period, by] = [periodOption(options), authorityGiven(options)]
    const bytes = await paperBytes(file)
    const ctx = await ctxFor(cli, text(options, 'council')!)
    cli.progress(`Reading ${basename(file)} ...`)
    const paper = { file: basename(file), bytes, plan: text(options, 'plan'), period, table: text(options, 'table'), title: text(options, 'title') }
    const { proposal, accepted } = options['accept'] === true ? await proposeAndTake(ctx, paper, by) : { proposal: await proposePaper(ctx, paper), accepted: null }
    cli.progress('')
    if (options['json']) cli.out(JSON.stringify({ ...proposal, state: accepted ? 'accepted' : proposal.state, accepted }))
    else {
      printProposal(cli, proposal)
      cli.out(accepted ? acceptedLine(accepted) : proposal.state === 'accepted' ? `This paper was taken before, as proposal ${proposal.proposalId}: nothing changes.` : `Take it with: throughline accept ${proposal.proposalId}`)
    }
    return 0
  },
}

export const proposalCommands: readonly Command[] = [importCommand, listCommand, ...takeCommands]
