import { Refused, Usage, type Cli, type Command, type Options } from '../../cli/command.ts'
import { dataOf } from '../../cli/files.ts'
import { dayInLondon, printDay } from '../../kit/day.ts'
import { counted } from '../../kit/words.ts'
import { requireCouncil, type Ctx } from '../../people/index.ts'
import { letStand, setSettings, settingsFor, takeBack } from './actions.ts'
import { checks } from './registry.ts'
import { printSettings, readSettings } from './settings-file.ts'
import { lastSettings, lastWaivers, type WaiverRevision } from './store.ts'

const ctxFor = async (cli: Cli, slug: string): Promise<Ctx> => {
  const db = await cli.db()
  return { db, councilId: (await requireCouncil(db, slug)).councilId, who: 'command line', today: dayInLondon(cli.now()) }
}
const text = (given: Options[string]): string | null => (typeof given === 'string' ? given : null)

const keepSettings = async (cli: Cli, ctx: Ctx, file: string, why: string): Promise<void> => {
  const read = readSettings(await dataOf(file))
  if (typeof read === 'string') throw new Refused(`${file}: ${read}.`)
  const { revision, already } = await setSettings(ctx, read, why)
  cli.out(already ? 'These settings hold already: nothing was kept.' : `Kept as revision ${revision} of the settings.`)
}

const showSettings = async (cli: Cli, ctx: Ctx, slug: string, json: boolean): Promise<void> => {
  const [{ settings, revision }, last] = [await settingsFor(ctx), await lastSettings(ctx.db, ctx.councilId)]
  const said = last === null ? `${slug} has set nothing: these are the usual settings.` : `${slug}, revision ${revision}, ${printDay(dayInLondon(last.at))}, ${last.who}: ${last.reason}`
  cli.out(json ? JSON.stringify({ revision, ...settings }) : printSettings(settings, `${said}\nEdit this and give it back: throughline council settings ${slug} --set FILE --why "..."`))
}

const councilSettings: Command = {
  name: 'council settings', arguments: '<slug>', summary: "a council's settings of the proof-reading: print them, or set them from a file",
  help: 'Prints YAML that can be edited and given back. What the file leaves out has its usual setting. Earlier settings are kept.\nExample: throughline council settings north-vale > checks.yml; throughline council settings north-vale --set checks.yml --why "our template has no ward line"',
  options: [
    { flags: '--set <file>', description: 'the settings from now on (YAML or JSON): off, sections, reviewers, thresholds' },
    { flags: '--why <words>', description: 'why they change; needed with --set' },
    { flags: '--json', description: 'print the settings as JSON' },
  ],
  run: async (cli, [slug = ''], options) => {
    const [file, why] = [text(options.set), text(options.why)]
    if (file === null && why !== null) throw new Usage('--why goes with --set FILE.')
    if (file !== null && why === null) throw new Usage('Say why the settings change: --why "...".')
    const ctx = await ctxFor(cli, slug)
    if (file === null) await showSettings(cli, ctx, slug, options.json === true)
    else await keepSettings(cli, ctx, file, why ?? '')
    return 0
  },
}

const titleOf = (code: string): string => checks.find((c) => c.code === code)?.title ?? code
const line = (w: WaiverRevision): string => `${w.fingerprint}  ${[titleOf(w.code), w.reason].filter(Boolean).join(': ')} (${w.who}, ${printDay(w.on)})`

const councilWaivers: Command = {
  name: 'council waivers', arguments: '<slug>', summary: 'findings that a council lets stand: list them, add one, take one back',
  help: '"check" prints a fingerprint at the end of each finding. What is let stand stays so while its words stay the same.\nExample: throughline council waivers north-vale --let-stand 1a2b3c4d5e6f --why "quoted as the letter had it"',
  options: [
    { flags: '--let-stand <fingerprint>', description: 'let a finding stand' },
    { flags: '--take-back <fingerprint>', description: 'have a finding told again' },
    { flags: '--why <words>', description: 'why; needed with both' },
    { flags: '--json', description: 'print the list as JSON' },
  ],
  run: async (cli, [slug = ''], options) => {
    const [stand, back, reason] = [text(options.letStand), text(options.takeBack), text(options.why) ?? '']
    if (stand !== null && back !== null) throw new Usage('Give --let-stand or --take-back, not both.')
    if ((stand !== null || back !== null) && reason === '') throw new Usage('Say why: --why "...".')
    const ctx = await ctxFor(cli, slug)
    if (stand !== null) await letStand(ctx, { fingerprint: stand, reason })
    if (back !== null) await takeBack(ctx, { fingerprint: back, reason })
    const all = (await lastWaivers(ctx.db, ctx.councilId)).filter((w) => w.stands)
    if (options.json === true) cli.out(JSON.stringify(all.map(({ fingerprint, code, reason: why, who, on }) => ({ fingerprint, code, reason: why, who, on }))))
    else cli.out([...all.map(line), all.length === 0 ? 'Nothing is let stand.' : `${counted(all.length, 'finding')} let stand.`].join('\n'))
    return 0
  },
}

export const councilCheckCommands: readonly Command[] = [councilSettings, councilWaivers]
