import type { Command, ExitCode } from '../cli/command.ts'
import { isError } from '../kit/finding.ts'
import { Refused } from '../kit/refused.ts'
import { listingOf } from './listing.ts'
import { approvedRows, readTables } from './read.ts'

const terminalWidth = (): number => Math.max(60, process.stdout.columns ?? 160)

const read: Command = {
  name: 'read',
  summary: 'Recognise the tables of papers: rows, where each stands, and what a person must look at',
  help: 'Needs no database. Lines that start with "?" ask for review, "~" tells what was mended.\n\nExample:\n  throughline read update-q3.pdf --plan delivery-plan.docx',
  arguments: '<paper...>',
  options: [
    { flags: '--plan <file>', description: 'the paper with the approved plan, whose wording helps to mend shifted rows' },
    { flags: '--json', description: 'print one object a paper, one a line' },
  ],
  run: async (cli, papers, options): Promise<ExitCode> => {
    const plan = typeof options['plan'] === 'string' ? await approvedRows(options['plan']) : undefined
    let code: ExitCode = 0
    for (const [i, paper] of papers.entries()) {
      cli.progress(`Reading ${paper}`)
      try {
        const recognised = await readTables(paper, plan === undefined ? {} : { plan })
        cli.progress('')
        cli.out(options['json'] ? JSON.stringify(recognised) : `${i > 0 ? '\n' : ''}${listingOf(recognised, terminalWidth())}`)
        if (recognised.findings.some(isError)) code = 1
      } catch (error) {
        if (!(error instanceof Refused)) throw error
        cli.progress('')
        cli.err(error.message)
        code = 1
      }
    }
    return code
  },
}

export const paperCommands: readonly Command[] = [read]
