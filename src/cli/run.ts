import { Command as Program, CommanderError, Option } from 'commander'
import type { Config } from '../config.ts'
import { openDatabase, type Db, type Opened } from '../db/index.ts'
import { Refused, Usage, type Cli, type Command, type ExitCode, type Options } from './command.ts'

const flatten = (args: readonly unknown[]): string[] => args.flat().filter((a): a is string => typeof a === 'string')

const upper = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}`

const parentOf = (program: Program, command: Command): [Program, string] => {
  const [first, second] = command.name.split(' ')
  if (second === undefined) return [program, command.name]
  const group = program.commands.find((c) => c.name() === first) ?? program.command(first!).description(`What can be done with a ${first}`).helpCommand(false)
  return [group, second]
}

const addCommand = (program: Program, command: Command, ran: (code: ExitCode) => void, cli: Cli): void => {
  const [parent, name] = parentOf(program, command)
  const sub = parent.command(command.arguments ? `${name} ${command.arguments}` : name).description(upper(command.summary))
  if (command.help) sub.addHelpText('after', `\n${command.help}`)
  for (const o of command.options ?? []) {
    const option = new Option(o.flags, o.description).makeOptionMandatory(o.required ?? false)
    sub.addOption(o.repeated === true ? option.argParser((one: string, before: readonly string[] | undefined) => [...(before ?? []), one]) : option)
  }
  sub.action(async (...given: unknown[]) => {
    const own = given.at(-1) as Program
    ran(await command.run(cli, flatten(given.slice(0, -2)), own.opts<Options>()))
  })
}

const openTelling = async (cli: Cli): Promise<Opened> => {
  const opened = await openDatabase(cli.config, cli.progress)
  cli.progress('')
  if (opened.moved !== null) cli.err(`The database may not run as root and its user can't enter ${cli.config.data}: the data is kept in ${opened.moved}.`)
  return opened
}

/** Runs one command line and gives its exit code. Whoever opened the database closes it. */
export const run = async (argv: readonly string[], commands: readonly Command[], config: Config): Promise<ExitCode> => {
  let opened: Promise<Opened> | null = null
  let code: ExitCode = 0
  const terminal = process.stderr.isTTY
  // Whoever reads our output may stop early ("| head"): that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => { if (error.code === 'EPIPE') process.exit(0); throw error })
  const cli: Cli = {
    config, colour: process.stdout.isTTY && config.colour, now: () => new Date(),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    progress: (text) => { if (terminal) process.stderr.write(`\r\u001b[K${text}`) },
    database: () => (opened ??= openTelling(cli)),
    db: async (): Promise<Db> => (await cli.database()).db,
  }
  const program = new Program('throughline').description('One unbroken, checked line from the plan a council approves to the report its Cabinet reads.')
    .showSuggestionAfterError().showHelpAfterError('(add --help for the options)').exitOverride()
  for (const command of commands) addCommand(program, command, (c) => { code = c }, cli)
  for (const c of program.commands) for (const sub of [c, ...c.commands]) sub.exitOverride()
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    return refusal(error, cli)
  } finally {
    cli.progress('')
    if (opened !== null) await (await (opened as Promise<Opened>).catch(() => null))?.close()
  }
}

const refusal = (error: unknown, cli: Cli): ExitCode => {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Usage) { cli.err(error.message); return 2 }
  if (error instanceof Refused) { cli.err(error.message); return 1 }
  const about = ofAFile(error)
  if (about !== null) { cli.err(about); return 1 }
  throw error
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder', EACCES: 'this user may not', EPERM: 'this user may not', EROFS: 'it can only be read', ENOSPC: 'the disk is full',
  EEXIST: 'something of that name is there already', ENOTDIR: 'a part of the path is a file', EISDIR: 'it is a folder', ENAMETOOLONG: 'its name is too long',
}
/** What is wrong with a file or folder that somebody named, in a line; null for any other fault. */
const ofAFile = (error: unknown): string | null => {
  const { code, syscall, path } = error as NodeJS.ErrnoException
  const reason = reasons[code ?? '']
  if (reason === undefined || syscall === undefined || path === undefined) return null
  return `${path.slice(0, 200)} can't be used (${syscall}): ${reason}. Check the name, or choose another place.`
}
