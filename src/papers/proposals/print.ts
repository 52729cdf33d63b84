import type { Cli } from '../../cli/command.ts'
import { describeSource } from '../../kit/source.ts'
import { counted } from '../../kit/words.ts'
import type { Accepted } from './actions.ts'
import type { ProposalRow, ProposalView } from './types.ts'

const short = (text: string, length = 70): string => (text.length <= length ? text : `${text.slice(0, length - 1)}…`)

const flaggedLine = (r: ProposalRow): string => `  row ${r.row} (${describeSource(r.source)}) ${short(r.path.at(-1)?.text || 'no words')}: ${r.review.join('; ')} [${r.confirm.join(', ')}]`

/** A proposal on the terminal: what it is, what it changes, what is flagged. */
export const printProposal = (cli: Cli, p: ProposalView): void => {
  cli.out(`Proposal ${p.proposalId}: ${p.file} as the ${p.kind === 'plan' ? 'plan' : 'update'} "${p.planSlug}" for ${p.period}${p.planExists ? '' : ' (makes the plan)'}`)
  cli.out(`  levels    ${p.levels.join(' > ')}`)
  for (const s of p.statuses) cli.out(`  status    ${s.code}: ${s.name} (${s.kind}${s.counts ? '' : ', not counted'}${s.assumed ? ', assumed' : ''})`)
  for (const f of p.findings) cli.out(`  ${f.level.padEnd(9)} ${f.message}`)
  for (const other of p.others) cli.out(`  not taken table ${other}`)
  const flagged = p.rows.filter((r) => r.confirm.length > 0)
  if (flagged.length > 0) cli.out('To confirm:')
  for (const r of flagged) cli.out(flaggedLine(r))
  const { rows, new: added, changed, same, unsureMatches, notListed } = p.counts
  cli.out(`${counted(rows, 'row')}: ${added} new, ${changed} changed, ${same} as before; ${flagged.length} to confirm, ${counted(unsureMatches, 'unsure match', 'unsure matches')}, ${counted(notListed, 'item')} of the plan not in this paper.`)
}

export const acceptedLine = (a: Accepted): string =>
  `Taken into "${a.plan}": ${counted(a.items, 'new item')}, ${counted(a.amended, 'amended item')}, ${counted(a.updates, 'update')}; ${counted(a.toConfirm, 'row')} to confirm.${a.lineage.kept + a.lineage.toConfirm > 0 ? ` Links to the year before: ${a.lineage.kept} kept, ${a.lineage.toConfirm} to confirm.` : ''}`
