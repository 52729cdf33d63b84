import type { Cli, Command } from '../../src/cli/command.ts'
import { readConfig } from '../../src/config.ts'
import type { Db } from '../../src/db/index.ts'
import { parseDay } from '../../src/kit/day.ts'
import { parsePeriod, type Period } from '../../src/kit/period.ts'
import { acceptProposal, proposePaper, type ProposalView } from '../../src/papers/proposals/index.ts'
import { addCouncil, type Ctx } from '../../src/people/index.ts'

export const period = (text: string): Period => parsePeriod(text)!

/** A council of its own for one test; its papers are CSV texts. */
export const newCouncil = async (db: Db, slug: string): Promise<Ctx> => {
  const { councilId } = await addCouncil(db, 'test', { slug, name: `${slug} council` })
  return { db, councilId, who: 'test', today: parseDay('2025-08-01')! }
}

export const planHead = 'Theme,Objective,This year we will,Milestone'
export const updateHead = `${planHead},RAG,Remarks`
export const paper = (head: string, ...lines: readonly string[]): Uint8Array => new TextEncoder().encode([head, ...lines].join('\n'))

export const planLines = [
  'Homes,More homes that people can afford,Bring empty homes back,Bring 60 empty homes back into use by March',
  'Homes,More homes that people can afford,Bring empty homes back,Write to every owner of a long-empty home',
  'Homes,Safe rented homes,Inspect rented homes,Visit 70% of rented homes on the register',
  'Places,Clean streets,Sweep more often,Buy two sweeping machines',
  'Places,Clean streets,Sweep more often,Agree a sweeping rota with each parish',
  'Places,Parks for everyone,Renew playgrounds,Open the playground at Mill Lane',
]
const answers = ['Green,Twelve so far', 'Blue,All written to in May', 'Amber,Two posts are empty', 'Red,The supplier closed', 'Green,Eleven agreed', 'Green,On site']
export const updateLines = planLines.map((line, i) => `${line},${answers[i]!}`)

export const propose = (ctx: Ctx, file: string, when: string, bytes: Uint8Array): Promise<ProposalView> => proposePaper(ctx, { file, bytes, period: period(when) })
export const take = async (ctx: Ctx, file: string, when: string, bytes: Uint8Array): Promise<ProposalView> => {
  const proposal = await propose(ctx, file, when, bytes)
  await acceptProposal(ctx, proposal.proposalId)
  return proposal
}

/** Runs a command on a database and gives what it printed. */
export const ran = async (db: Db, commands: readonly Command[], name: string, args: readonly string[], options: Readonly<Record<string, string | boolean>>): Promise<string> => {
  const lines: string[] = []
  const print = (text: string): void => { lines.push(text) }
  const cli: Cli = { config: readConfig({}), out: print, err: print, progress: () => undefined, colour: false, now: () => new Date('2025-08-01T12:00:00Z'), db: async () => db, database: () => Promise.reject(new Error('not needed here')) }
  await commands.find((c) => c.name === name)!.run(cli, args, options)
  return lines.join('\n')
}
