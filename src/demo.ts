import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Cli, Command } from './cli/command.ts'
import type { Db } from './db/index.ts'
import { dayInLondon, parseDay } from './kit/day.ts'
import { parsePeriod } from './kit/period.ts'
import { Refused } from './kit/refused.ts'
import { acceptProposal, proposePaper } from './papers/proposals/index.ts'
import { addCouncil, councilBySlug, type Ctx } from './people/index.ts'
import { publicationsOf, publish, setHeader, setNarrative } from './reports/index.ts'

const period = z.string().transform((text, ctx) => parsePeriod(text) ?? (ctx.addIssue(`"${text}" is no period`), z.NEVER))
const day = z.string().transform((text, ctx) => parseDay(text) ?? (ctx.addIssue(`"${text}" is no day`), z.NEVER))
const header = z.object({
  title: z.string(), meeting: z.string(), date: day, member: z.string(), author: z.string(), classification: z.string(), decision: z.string(), wards: z.string(),
  purpose: z.string(), recommendations: z.array(z.string()),
}).partial()
const description = z.object({
  slug: z.string(), name: z.string(),
  papers: z.array(z.object({ file: z.string(), plan: z.string(), period: period.optional() })),
  reports: z.array(z.object({ period, header, narrative: z.array(z.object({ theme: z.string().nullable(), text: z.string() })).default([]) })),
})
type Description = z.infer<typeof description>

// Beside the bundle in dist/ and beside src/ alike.
const folder = new URL('../demo/', import.meta.url)
const describe = (): Description => {
  const file = new URL('council.yml', folder)
  if (!existsSync(file)) throw new Refused('The demo council is not here: demo/council.yml is missing from this checkout.')
  return description.parse(parse(readFileSync(file, 'utf8')))
}

/** Loads what is not loaded yet; every step may be taken again, so a load that was killed goes on where it stopped. */
const load = async (cli: Cli, db: Db): Promise<void> => {
  const { slug, name, papers, reports } = describe()
  const council = await councilBySlug(db, slug) ?? await addCouncil(db, 'demo', { slug, name })
  if ((await publicationsOf(db, council.councilId)).length >= reports.length) return
  const ctx: Ctx = { db, councilId: council.councilId, who: 'demo', today: dayInLondon(cli.now()) }
  for (const [i, paper] of papers.entries()) {
    cli.progress(`Loading the demo council: paper ${i + 1} of ${papers.length}, ${paper.file} ...`)
    const proposal = await proposePaper(ctx, { file: paper.file, bytes: readFileSync(new URL(`papers/${paper.file}`, folder)), plan: paper.plan, ...(paper.period ? { period: paper.period } : {}) })
    if (proposal.state === 'open') await acceptProposal(ctx, proposal.proposalId)
  }
  const plan = papers.at(-1)!.plan
  for (const report of reports) {
    cli.progress(`Publishing ${report.period} ...`)
    await setHeader(ctx, plan, report.period, report.header)
    await setNarrative(ctx, plan, report.period, report.narrative)
    await publish(ctx, plan, report.period)
  }
}

/** `demo`: the made-up council, loaded once and then served. */
export const demoCommand = (serve: Command): Command => ({
  name: 'demo', summary: 'shows a made-up council at work in the browser',
  help: 'Loads the papers of demo/ through the importer the first time, publishes four quarters, and serves the pages like "serve".',
  options: [{ flags: '--load-only', description: 'load the council and stop' }],
  run: async (cli, args, options) => {
    await load(cli, await cli.db())
    cli.progress('')
    return options['loadOnly'] === true ? 0 : serve.run(cli, args, options)
  },
})
