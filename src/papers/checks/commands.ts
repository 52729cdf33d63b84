import { readFile, writeFile } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import { Refused, Usage, type Cli, type Command, type ExitCode, type Options } from '../../cli/command.ts'
import { isError } from '../../kit/finding.ts'
import { paperBytes } from '../read.ts'
import { readPaper } from '../readers/index.ts'
import { recognise } from '../recognisers/index.ts'
import type { CheckedPaper, CheckSettings } from './check.ts'
import { findingsAsJson, printFindings } from './print.ts'
import { checks } from './registry.ts'
import { forChecking, runChecks } from './run.ts'
import { readSettings } from './settings-file.ts'
import { summaryDocument } from './summary.ts'
import { judge, readWaivers, standing, type Judged, type Waiver } from './waivers.ts'

const dataIn = async (file: string): Promise<unknown> => {
  try {
    return parse(await readFile(file, 'utf8')) as unknown
  } catch (error) {
    if (error instanceof YAMLParseError) throw new Refused(`${file}: it is neither YAML nor JSON (${error.message.split('\n')[0]}).`)
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new Refused(`${file}: there is no such file. Check the name and the folder.`)
    throw error
  }
}

const settingsOf = async (options: Options): Promise<CheckSettings> => {
  const off = typeof options.off === 'string' ? options.off.split(',') : []
  const unknown = off.find((code) => !checks.some((c) => c.code === code || c.code.startsWith(`${code}.`)))
  if (unknown !== undefined) throw new Usage(`There is no check "${unknown}". docs/reference/checks lists them.`)
  const own = readSettings(typeof options.settings === 'string' ? await dataIn(options.settings) : {})
  if (typeof own === 'string') throw new Refused(`${String(options.settings)}: ${own}.`)
  return { ...own, off: [...own.off, ...off] }
}
const waiversOf = async ({ waivers }: Options): Promise<readonly Waiver[]> => {
  if (typeof waivers !== 'string') return []
  const read = readWaivers(await dataIn(waivers))
  if (typeof read === 'string') throw new Refused(`${waivers}: ${read}.`)
  return read
}

const open = async (file: string, against: readonly CheckedPaper[], settings: CheckSettings): Promise<CheckedPaper> => {
  const content = await readPaper(file, await paperBytes(file))
  return forChecking(content, recognise(content), against, settings)
}

const run = async (cli: Cli, papers: readonly string[], options: Options): Promise<ExitCode> => {
  const [settings, waivers] = [await settingsOf(options), await waiversOf(options)]
  const against = typeof options.against === 'string' ? [await open(options.against, [], settings)] : []
  const all: { file: string; judged: readonly Judged[] }[] = []
  for (const file of papers) {
    cli.progress(`Checking ${file}`)
    const paper = await open(file, against, settings)
    const judged = judge(paper.content, runChecks(paper), waivers)
    cli.progress('')
    cli.out(options.json === true ? findingsAsJson(file, judged) : printFindings(file, judged, cli.colour))
    all.push({ file, judged })
  }
  if (typeof options.docx === 'string') await writeFile(options.docx, await summaryDocument(all))
  return all.some(({ judged }) => standing(judged).some(isError)) ? 1 : 0
}

export const checkCommands: readonly Command[] = [{
  name: 'check', summary: 'proof-read papers: sums, dates, cross-references, gaps, statuses', arguments: '<paper...>',
  help: 'Example: throughline check cabinet-pack.pdf --against last-quarter.pdf --docx for-the-author.docx\nEach finding ends with its code and a fingerprint. To let one stand, put its fingerprint in the waivers file:\n  - { fingerprint: 1a2b3c4d5e6f, reason: agreed with the auditor, who: A Name, on: 2026-05-01 }',
  options: [
    { flags: '--json', description: 'print one JSON object a paper, one a line' },
    { flags: '--against <paper>', description: 'an earlier paper to hold it against: the approved plan, or last quarter\'s report' },
    { flags: '--off <codes>', description: 'checks to leave out, by code or area, with commas between: dates.weekday,wording' },
    { flags: '--settings <file>', description: 'the council\'s own settings (YAML or JSON): off, sections, reviewers, thresholds' },
    { flags: '--waivers <file>', description: 'findings that stand with a reason (YAML or JSON)' },
    { flags: '--docx <file>', description: 'write a summary to send to the author' },
  ],
  run,
}]
