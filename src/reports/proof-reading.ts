import { Refused, type Cli } from '../cli/command.ts'
import type { Ctx } from '../people/index.ts'
import { dataOf } from '../cli/files.ts'
import { quotesOf } from './quotes.ts'
import { fileName } from './render/index.ts'
import type { Snapshot } from './types.ts'

/** A report as it was made. `quotes` are the words that it repeats as they were reported: their paper's to mend. */
export type MadeReport = { readonly file: string; readonly bytes: Uint8Array; readonly quotes: ReadonlySet<string> }
/** An error in the report's own words. */
export type OwnError = { readonly message: string; readonly code: string; readonly fingerprint: string }
export type ProofRead = { readonly printed: string; readonly findings: number; /** Errors in what it repeats. */ readonly quoted: number; readonly own: readonly OwnError[] }

/** Proof-reads a report as any paper, by the council's own settings and beside what the council lets stand. */
export type ProofReader = {
  /** `waivers` is what a waivers file holds; a text is what is wrong with it. */
  readonly read: (ctx: Ctx, report: MadeReport, waivers?: unknown, colour?: boolean) => Promise<ProofRead | string>
  /** Keeps the reason for which an error may stand, for as long as its words stay the same. */
  readonly letStand: (ctx: Ctx, error: OwnError, reason: string) => Promise<void>
}

export const madeReport = (snapshot: Snapshot, bytes: Uint8Array): MadeReport => ({ file: fileName(snapshot, 'html'), bytes, quotes: quotesOf(snapshot) })

/** On a terminal: prints what was found, and refuses the report where an error of its own stands. `nothing` says what was not done. */
export const proofReadPrinting = async (cli: Cli, ctx: Ctx, report: MadeReport, proofReader: ProofReader, waivers: unknown, nothing: string): Promise<void> => {
  const found = await proofReader.read(ctx, report, typeof waivers === 'string' ? await dataOf(waivers) : [], cli.colour)
  if (typeof found === 'string') throw new Refused(`${String(waivers)}: ${found}.`)
  cli.progress('')
  if (found.findings > 0) cli.out(found.printed)
  if (found.quoted > 0) cli.out(`${found.quoted === 1 ? 'One error above stands' : `${found.quoted} errors above stand`} in words reported by officers, which the report repeats as they are: mend ${found.quoted === 1 ? 'it' : 'them'} in the import.`)
  if (found.own.length > 0) throw new Refused(`${nothing}: ${found.own.length === 1 ? 'an error stands' : `${found.own.length} errors stand`} in the report. Mend the facts, or let each stand with a reason: "council waivers", or a file for --waivers.`)
}
