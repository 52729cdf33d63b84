import { readFile } from 'node:fs/promises'
import { Usage, type Cli, type Command } from '../../cli/command.ts'
import { dayInLondon } from '../../kit/day.ts'
import { Refused } from '../../kit/refused.ts'
import { inTransaction, type Ctx } from '../../people/index.ts'
import { withdrawPublication } from '../../reports/index.ts'
import { acceptProposal, proposalView, rejectProposal, withdrawProposal } from './actions.ts'
import { authorityGiven, authorityOptions, ctxFor, periodOption, text } from './command-options.ts'
import { applyCorrections, parseCorrections } from './corrections.ts'
import { acceptedLine } from './print.ts'
import { councilOfProposal } from './store.ts'

/** The council and number of a proposal named on the command line. */
export const proposalNamed = async (cli: Cli, given: string): Promise<{ ctx: Ctx; id: number }> => {
  if (!/^\d{1,9}$/.test(given)) throw new Usage(`"${given}" is no proposal's number. "throughline list proposals" shows them.`)
  const [db, id] = [await cli.db(), Number(given)]
  const councilId = await councilOfProposal(db, id)
  if (councilId === null) throw new Refused(`There is no proposal ${id}. "throughline list proposals" shows them.`)
  return { id, ctx: { db, councilId, who: 'command line', today: dayInLondon(cli.now()) } }
}

const correctionsIn = async (file: string): Promise<string> => readFile(file, 'utf8').catch((error: unknown) => { throw new Refused(`${file} can't be opened. Check its name.`, { cause: error }) })

const accept: Command = {
  name: 'accept',
  summary: 'take a proposal, with corrections',
  arguments: '<proposal>',
  help: 'A corrections file is YAML, a list of entries such as:\n  - line: 40\n    cell: status\n    as: Green\n    why: the chart on page 3 shows it\n  - { line: 41, right: true, why: the remark is empty in the paper }\n  - { line: 42, item: 12, why: the same milestone in other words }\n  - { status: Teal, means: paused, why: the officer said so }\nA proposal that was taken already can be corrected the same way.\nExample: throughline accept 7 --corrections q1.yml',
  options: [{ flags: '--corrections <file>', description: 'corrections, with their reasons' }, ...authorityOptions, { flags: '--json', description: 'print what was taken as JSON' }],
  run: async (cli, [given = ''], options) => {
    const { ctx, id } = await proposalNamed(cli, given)
    const [file, by] = [text(options, 'corrections'), authorityGiven(options)]
    const corrections = file === undefined ? [] : parseCorrections(await correctionsIn(file), file)
    const taken = await inTransaction(ctx, async (ctx) => {
      if (corrections.length > 0) await applyCorrections(ctx, id, corrections)
      const { state } = await proposalView(ctx, id)
      return state === 'accepted' && corrections.length > 0 ? null : acceptProposal(ctx, id, by)
    })
    if (options['json']) cli.out(JSON.stringify({ proposal: id, corrections: corrections.length, accepted: taken }))
    else cli.out(taken === null ? `${corrections.length} corrections are kept; proposal ${id} had been taken before.` : acceptedLine(taken))
    return 0
  },
}

const withdraw: Command = {
  name: 'withdraw',
  summary: 'reverse an import, or take a publication down',
  arguments: '[proposal]',
  help: 'Nothing is deleted: what an import said no longer counts. A proposal that is still open is refused for good.\nExamples: throughline withdraw 7 --reason "the wrong quarter"\n          throughline withdraw --council north-vale --plan plan-2024-25 --period 2024-25-Q1 --reason "a name should not stand in it"',
  options: [
    { flags: '--reason <words>', description: 'why; of a publication, the public sees it', required: true },
    { flags: '--council <slug>', description: 'the council of the publication' },
    { flags: '--plan <slug>', description: 'the plan of the publication' },
    { flags: '--period <period>', description: 'the period of the publication' },
    { flags: '--json', description: 'print what was withdrawn as JSON' },
  ],
  run: async (cli, [given], options) => {
    const [reason, json] = [String(options['reason']), options['json'] === true]
    if (given === undefined) return takeDown(cli, { council: text(options, 'council'), plan: text(options, 'plan'), period: periodOption(options), reason, json })
    const { ctx, id } = await proposalNamed(cli, given)
    const { state, file, period } = await proposalView(ctx, id)
    await (state === 'open' ? rejectProposal : withdrawProposal)(ctx, id, reason)
    if (json) cli.out(JSON.stringify({ proposal: id, was: state, now: state === 'open' ? 'rejected' : 'withdrawn', file, period, reason }))
    else cli.out(state === 'open' ? `Proposal ${id} is refused.` : `What proposal ${id} brought (${file} for ${period}) no longer counts.`)
    return 0
  },
}

type Publication = { readonly council: string | undefined; readonly plan: string | undefined; readonly period: ReturnType<typeof periodOption>; readonly reason: string; readonly json: boolean }
const takeDown = async (cli: Cli, { council, plan, period, reason, json }: Publication): Promise<0> => {
  if (council === undefined || plan === undefined || period === undefined) throw new Usage('Say what to withdraw: the number of a proposal, or --council, --plan and --period of a publication.')
  await withdrawPublication(await ctxFor(cli, council), plan, period, reason)
  if (json) cli.out(JSON.stringify({ council, plan, period, reason, now: 'withdrawn' }))
  else cli.out(`The publication of "${plan}" for ${period} is withdrawn. A page says so, with the reason.`)
  return 0
}

export const takeCommands: readonly Command[] = [accept, withdraw]
