import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused, Usage, type Cli, type Command, type ExitCode, type Options } from '../cli/command.ts'
import { dayInLondon } from '../kit/day.ts'
import { parsePeriod, type Period } from '../kit/period.ts'
import { counted } from '../kit/words.ts'
import { requireCouncil, type Ctx } from '../people/index.ts'
import { draftSnapshot, setHeader, setNarrative } from './actions.ts'
import { namedFigures } from './facts.ts'
import { textOf } from '../cli/files.ts'
import { readFacts } from './header.ts'
import { readNarrative } from './narrative.ts'
import { proseProblems } from './prose.ts'
import { madeReport, proofReadPrinting, type ProofReader } from './proof-reading.ts'
import { fileName, formats, renderAll, type ReportFormat } from './render/index.ts'
import type { Narrative, ReportHeader, Snapshot } from './types.ts'

const periodOf = (text: string): Period => {
  const period = parsePeriod(text)
  if (period === null) throw new Usage(`"${text}" is no period. Write it as 2024-25-Q1, 2024-25 or 2024-09.`)
  return period
}
const formatsOf = (text: unknown): ReportFormat[] => {
  const wanted = typeof text === 'string' ? text.split(',').map((f) => f.trim().toLowerCase()).filter(Boolean) : [...formats]
  const unknown = wanted.find((f) => !formats.includes(f as ReportFormat))
  if (unknown !== undefined || wanted.length === 0) throw new Usage(`"${unknown ?? ''}" is no format. The formats are ${formats.join(', ')}.`)
  return formats.filter((f) => wanted.includes(f))
}
const refuse = (file: string, problems: readonly string[]): never => { throw new Refused(`${file} can't be used:\n${problems.map((p) => `  ${p}`).join('\n')}`) }

const headerFrom = async (file: string): Promise<ReportHeader> => {
  const { header, problems } = readFacts(await textOf(file))
  return problems.length === 0 ? header : refuse(file, problems.map((p) => `line ${p.line}, column ${p.column}: ${p.message}`))
}
const narrativeFrom = async (file: string, snapshot: Snapshot): Promise<readonly Narrative[]> => {
  const { narrative, problems } = readNarrative(await textOf(file), snapshot)
  return problems.length === 0 ? narrative : refuse(file, problems.map((p) => p.message))
}

const printNames = (cli: Cli, snapshot: Snapshot): ExitCode => {
  const figures = [...namedFigures(snapshot).values()]
  const [name, value] = [Math.max(...figures.map((f) => f.name.length)), Math.max(...figures.map((f) => f.value.length))]
  for (const f of figures) cli.out(`{{${f.name}}}${' '.repeat(name - f.name.length)}  ${f.value.padStart(value)}  ${f.says}`)
  cli.out(`${figures.length} figures can be bound in prose.`)
  return 0
}

/** Each file whole or not at all: written beside its place, then put there. */
const write = async (folder: string, name: string, bytes: Uint8Array): Promise<void> => {
  const partial = join(folder, `.${name}.${process.pid}.partial`)
  try {
    await writeFile(partial, bytes)
    await rename(partial, join(folder, name))
  } catch (error) {
    await rm(partial, { force: true })
    throw error
  }
}
const size = (bytes: number): string => (bytes < 10_000 ? `${bytes} bytes` : bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`)

const snapshotFor = async (ctx: Ctx, plan: string | undefined, period: Period, options: Options): Promise<Snapshot> => {
  const stored = await draftSnapshot(ctx.db, ctx.councilId, plan, period)
  const header = typeof options['facts'] === 'string' ? await headerFrom(options['facts']) : stored.header
  const narrative = typeof options['narrative'] === 'string' ? await narrativeFrom(options['narrative'], stored) : stored.narrative
  return { ...stored, header, narrative }
}

const run = (proofReader: ProofReader) => async (cli: Cli, _args: readonly string[], options: Options): Promise<ExitCode> => {
  const period = periodOf(String(options['period']))
  const wanted = formatsOf(options['formats'])
  const plan = typeof options['plan'] === 'string' ? options['plan'] : undefined
  const out = options['out']
  if (typeof out !== 'string' && options['names'] !== true) throw new Usage('Say where the files go: --out FOLDER.')
  const db = await cli.db()
  const ctx: Ctx = { db, councilId: (await requireCouncil(db, String(options['council']))).councilId, who: 'command line', today: dayInLondon(cli.now()) }
  if (options['names'] === true) return printNames(cli, await draftSnapshot(db, ctx.councilId, plan, period))
  const snapshot = await snapshotFor(ctx, plan, period, options)
  const problems = proseProblems(snapshot)
  if (problems.length > 0) refuse('The report', problems)
  cli.progress(`Making ${wanted.join(', ')}`)
  const made = await renderAll(snapshot, [...new Set<ReportFormat>([...wanted, 'html'])])
  await proofReadPrinting(cli, ctx, madeReport(snapshot, made.get('html')!), proofReader, options['waivers'], 'Nothing was written')
  await mkdir(String(out), { recursive: true })
  for (const format of wanted) await write(String(out), fileName(snapshot, format), made.get(format)!)
  await save(ctx, plan, period, snapshot, options)
  cli.progress('')
  for (const format of wanted) cli.out(`${size(made.get(format)!.length).padStart(12)}  ${join(String(out), fileName(snapshot, format))}`)
  cli.out(`${counted(wanted.length, 'file')} written.`)
  return 0
}

/** The header and prose given are kept, so that what is published says what the report said. */
const save = async (ctx: Ctx, plan: string | undefined, period: Period, snapshot: Snapshot, options: Options): Promise<void> => {
  if (typeof options['facts'] === 'string') await setHeader(ctx, plan, period, snapshot.header)
  if (typeof options['narrative'] === 'string') await setNarrative(ctx, plan, period, snapshot.narrative)
}

/** The report command, with the proof-reading that it is given. */
export const reportCommands = (proofReader: ProofReader): readonly Command[] => [{
  name: 'report', summary: "make a period's report: HTML, DOCX, PDF, XLSX, CSV and JSON",
  help: `The facts file is YAML: title, meeting, date, member, author, classification, decision, wards, purpose, recommendations, glossary, each of them optional.
The narrative is Markdown: what stands first opens the report, and "# Theme" begins the words on a theme. A figure is bound as {{headline.met}};
--names lists them all. What is given is kept for the next report of the period and for publishing.
Example: throughline report --council north-vale --period 2024-25-Q1 --out report --facts report.yml --narrative report.md`,
  options: [
    { flags: '--council <slug>', description: 'the council', required: true },
    { flags: '--plan <slug>', description: 'the plan, where the council has several' },
    { flags: '--period <period>', description: 'the period, such as 2024-25-Q1', required: true },
    { flags: '--out <folder>', description: 'where the files go' },
    { flags: '--formats <list>', description: `some of ${formats.join(',')}, with commas between; all unless told` },
    { flags: '--facts <file>', description: "the header of a Cabinet report (YAML)" },
    { flags: '--narrative <file>', description: "the officers' prose (Markdown)" },
    { flags: '--waivers <file>', description: 'findings of the proof-reading that stand with a reason (YAML or JSON)' },
    { flags: '--names', description: 'list the figures that prose can bind, and make nothing' },
  ],
  run: run(proofReader),
}]
