import { Usage, type Cli, type Options } from '../../cli/command.ts'
import { dayInLondon, parseDay } from '../../kit/day.ts'
import { parsePeriod, type Period } from '../../kit/period.ts'
import { requireCouncil, type Ctx } from '../../people/index.ts'
import type { Authority } from './actions.ts'

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

/** Who decided what a paper changes in the plan, as options of the commands that take one. */
export const authorityOptions = [
  { flags: '--authority <who>', description: 'who decided the amendments it brings, such as "Cabinet"' },
  { flags: '--on <day>', description: 'the day from which they hold, as 2025-03-27' },
  { flags: '--because <words>', description: 'why' },
] as const

export const authorityGiven = (options: Options): Authority => {
  const day = text(options, 'on')
  const on = day === undefined ? undefined : parseDay(day)
  if (on === null) throw new Usage(`"${day}" is no day: write it as 2025-03-27.`)
  return { authority: text(options, 'authority'), on, reason: text(options, 'because') }
}
