import { writeFile } from 'node:fs/promises'
import { Refused, Usage, type Cli, type Command, type ExitCode, type Options } from '../../cli/command.ts'
import { dataOf } from '../../cli/files.ts'
import { isError } from '../../kit/finding.ts'
import { requireCouncil } from '../../people/index.ts'
import { paperBytes } from '../read.ts'
import { readPaper } from '../readers/index.ts'
import { recognise } from '../recognisers/index.ts'
import { settingsFor, waiversFor, type Whose } from './actions.ts'
import type { CheckedPaper, CheckSettings } from './check.ts'
import { councilCheckCommands } from './council-commands.ts'
import { findingsAsJson, printFindings } from './print.ts'
import { forChecking, runChecks } from './run.ts'
import { readSettings, unknownCheck } from './settings-file.ts'
import { defaultSettings } from './settings.ts'
import { summaryDocument } from './summary.ts'
import { judge, readWaivers, standing, type Judged, type Waiver } from './waivers.ts'

const councilOf = async (cli: Cli, { council }: Options): Promise<Whose | null> => {
  if (typeof council !== 'string') return null
  const db = await cli.db()
  return { db, councilId: (await requireCouncil(db, council)).councilId }
}

/** The council's settings, with the file's laid over them, less what the options leave out. */
const settingsOf = async (council: Whose | null, options: Options): Promise<CheckSettings> => {
  const off = typeof options.off === 'string' ? options.off.split(',') : []
  const unknown = unknownCheck(off)
  if (unknown !== undefined) throw new Usage(`There is no check "${unknown}". docs/reference/checks lists them.`)
  const under = council === null ? defaultSettings : (await settingsFor(council)).settings
  const settings = readSettings(typeof options.settings === 'string' ? await dataOf(options.settings) : {}, under)
  if (typeof settings === 'string') throw new Refused(`${String(options.settings)}: ${settings}.`)
  return { ...settings, off: [...settings.off, ...off] }
}
const waiversOf = async (council: Whose | null, { waivers }: Options): Promise<readonly Waiver[]> => {
  const kept = council === null ? [] : await waiversFor(council)
  if (typeof waivers !== 'string') return kept
  const given = readWaivers(await dataOf(waivers))
  if (typeof given === 'string') throw new Refused(`${waivers}: ${given}.`)
  return [...kept, ...given]
}

const open = async (file: string, against: readonly CheckedPaper[], settings: CheckSettings): Promise<CheckedPaper> => {
  const content = await readPaper(file, await paperBytes(file))
  return forChecking(content, recognise(content), against, settings)
}

const run = async (cli: Cli, papers: readonly string[], options: Options): Promise<ExitCode> => {
  const council = await councilOf(cli, options)
  const [settings, waivers] = [await settingsOf(council, options), await waiversOf(council, options)]
  const against: CheckedPaper[] = []
  for (const file of [options.against ?? []].flat()) against.push(await open(String(file), [], settings))
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

export const checkCommand: Command = {
  name: 'check', summary: 'proof-read papers: sums, dates, cross-references, gaps, statuses', arguments: '<paper...>',
  help: 'Example: throughline check cabinet-pack.pdf --against approved-plan.docx --against last-quarter.pdf --docx for-the-author.docx\nEach finding ends with its code and a fingerprint. To let one stand, give its fingerprint to "council waivers", or put it in a waivers file:\n  - { fingerprint: 1a2b3c4d5e6f, reason: agreed with the auditor, who: A Name, on: 2026-05-01 }',
  options: [
    { flags: '--json', description: 'print one JSON object a paper, one a line' },
    { flags: '--against <paper>', description: 'an earlier paper to hold it against: the approved plan, last quarter\'s report; may be given several times', repeated: true },
    { flags: '--council <slug>', description: 'check by this council\'s own settings, and leave out what it lets stand' },
    { flags: '--off <codes>', description: 'checks to leave out, by code or area, with commas between: dates.weekday,wording' },
    { flags: '--settings <file>', description: 'settings (YAML or JSON) laid over the council\'s: off, sections, reviewers, thresholds' },
    { flags: '--waivers <file>', description: 'findings that stand with a reason (YAML or JSON), beside those that the council keeps' },
    { flags: '--docx <file>', description: 'write a summary to send to the author' },
  ],
  run,
}

export const checkCommands: readonly Command[] = [checkCommand, ...councilCheckCommands]
