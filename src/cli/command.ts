import type { Config } from '../config.ts'
import type { Db, Opened } from '../db/index.ts'

/** 0 done; 1 refused, or a finding of level error; 2 called wrongly. */
export type ExitCode = 0 | 1 | 2

/** What a command may use: printing, progress, and the database, opened when first asked for and closed by the caller. */
export type Cli = {
  readonly config: Config
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Shown on a terminal only, in place; nothing in a pipe. */
  readonly progress: (text: string) => void
  readonly colour: boolean
  readonly now: () => Date
  readonly db: () => Promise<Db>
  readonly database: () => Promise<Opened>
}

export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export type Command = {
  /** "read", or "council add" for a command of two words. */
  readonly name: string
  readonly summary: string
  /** Longer help with an example. */
  readonly help?: string
  /** Usage of the arguments as commander writes them: "<paper...>", "<a> <b>", "[slug]". */
  readonly arguments?: string
  /** `repeated`: may be given several times, and is then a list. */
  readonly options?: readonly { readonly flags: string; readonly description: string; readonly required?: boolean; readonly repeated?: boolean }[]
  readonly run: (cli: Cli, args: readonly string[], options: Options) => Promise<ExitCode>
}

/** Called wrongly: printed as one line, exit 2. */
export class Usage extends Error {}
export { Refused } from '../kit/refused.ts'
