import { Usage, type Cli, type Command, type Options } from '../../cli/command.ts'
import { councils, requireCouncil, type Council } from '../../people/index.ts'
import { plansOf } from '../../plans/index.ts'
import { periodsOf } from '../../progress/index.ts'
import { publicationsOf } from '../../reports/index.ts'
import { text } from './command-options.ts'
import { proposalsOf } from './store.ts'
import { proposalView } from './actions.ts'
import { printProposal } from './print.ts'
import { proposalNamed } from './take-commands.ts'

type Row = Readonly<Record<string, string | number>>
const kinds = ['councils', 'plans', 'periods', 'proposals', 'publications'] as const
type Kind = (typeof kinds)[number]

const rowsOf = async (cli: Cli, kind: Kind, council: Council): Promise<Row[]> => {
  const [db, id] = [await cli.db(), council.councilId]
  const of = { council: council.slug }
  switch (kind) {
    case 'councils': return [{ ...of, name: council.name, plans: (await plansOf(db, id)).length, published: (await publicationsOf(db, id)).filter((p) => p.withdrawn === null).length }]
    case 'plans': return (await plansOf(db, id)).map((p) => ({ ...of, plan: p.slug, year: p.year, title: p.title, levels: p.levels.join(' > ') }))
    case 'periods': return (await Promise.all((await plansOf(db, id)).map(async (p) => (await periodsOf(db, id, p.planId)).map((period) => ({ ...of, plan: p.slug, period: period as string }))))).flat()
    case 'proposals': return (await proposalsOf(db, id)).map((p) => ({ ...of, proposal: p.proposalId, state: p.state, kind: p.kind, plan: p.planSlug, period: p.period, paper: p.file }))
    case 'publications': return (await publicationsOf(db, id)).map((p) => ({ ...of, plan: p.plan, period: p.period, edition: p.edition, on: p.publishedOn, met: p.met, of: p.of, withdrawn: p.withdrawn?.reason ?? '' }))
  }
}

/** Columns as wide as their widest cell; numbers stand to the right. */
const aligned = (rows: readonly Row[]): string[] => {
  const heads = Object.keys(rows[0] ?? {})
  const widths = heads.map((h) => Math.max(h.length, ...rows.map((r) => String(r[h] ?? '').length)))
  const line = (cells: readonly (string | number)[]): string => cells.map((c, i) => (typeof c === 'number' ? String(c).padStart(widths[i]!) : c.padEnd(widths[i]!))).join('  ').trimEnd()
  return [line(heads), ...rows.map((r) => line(heads.map((h) => r[h] ?? '')))]
}

const kindOf = (given: string | undefined): Kind => {
  const kind = kinds.find((k) => k === (given ?? 'councils'))
  if (kind === undefined) throw new Usage(`"${given}" can't be listed: ${kinds.join(', ')}.`)
  return kind
}

const one = async (cli: Cli, given: string, options: Options): Promise<0> => {
  const { ctx, id } = await proposalNamed(cli, given)
  const proposal = await proposalView(ctx, id)
  if (options['json']) cli.out(JSON.stringify(proposal))
  else printProposal(cli, proposal)
  return 0
}

export const listCommand: Command = {
  name: 'list',
  summary: 'list councils, plans, periods, proposals or publications, or show one proposal',
  arguments: '[what]',
  help: 'Examples: throughline list plans --council north-vale\n          throughline list --proposal 7',
  options: [
    { flags: '--council <slug>', description: 'of one council only' },
    { flags: '--proposal <number>', description: 'show this proposal: what is new, what changes, what is flagged' },
    { flags: '--json', description: 'print as JSON' },
  ],
  run: async (cli, [what], options) => {
    const proposal = text(options, 'proposal')
    if (proposal !== undefined) return one(cli, proposal, options)
    const kind = kindOf(what)
    const slug = text(options, 'council')
    const all = slug === undefined ? await councils(await cli.db()) : [await requireCouncil(await cli.db(), slug)]
    const rows = (await Promise.all(all.map((council) => rowsOf(cli, kind, council)))).flat()
    if (options['json']) { cli.out(JSON.stringify(rows)); return 0 }
    for (const line of rows.length === 0 ? [] : aligned(rows)) cli.out(line)
    cli.out(rows.length === 0 ? `No ${kind} yet.` : `${rows.length} ${rows.length === 1 ? kind.slice(0, -1) : kind}`)
    return 0
  },
}
