import { Usage, type Cli, type Options } from '../../cli/command.ts'
import { dayInLondon } from '../../kit/day.ts'
import { parsePeriod, type Period } from '../../kit/period.ts'
import { requireCouncil, type Ctx } from '../../people/index.ts'

/** Who and where, for a command on one council. */
export const ctxFor = async (cli: Cli, slug: string): Promise<Ctx> => {
  const db = await cli.db()
  return { db, councilId: (await requireCouncil(db, slug)).councilId, who: 'command line', today: dayInLondon(cli.now()) }
}

export const text = (options: Options, name: string): string | undefined => { const given = options[name]; return typeof given === 'string' ? given : undefined }

export const periodOption = (options: Options): Period | undefined => {
  const given = text(options, 'period')
  if (given === undefined) return undefined
  const period = parsePeriod(given)
  if (period === null) throw new Usage(`"${given}" is no period: write a quarter as 2024-25-Q1, a year as 2024-25, a month as 2024-09.`)
  return period
}
