// A council's published page among 400 councils with ten years of quarters (4 million updates) on a server PostgreSQL.
// Run with: DATABASE_URL=postgresql://... node scripts/bench.mjs scale [COUNCILS]   (an empty database of a superuser; about 10 minutes)
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { readConfig } from '../src/config.ts'
import { openDatabase, type Opened } from '../src/db/index.ts'
import { quarterOf } from '../src/kit/period.ts'
import { publicRecord } from '../src/reports/index.ts'
import { median, medians, ms, print } from './measure.ts'
import { grow, makeTemplate, slugOf } from './scale-data.ts'
import { firstRendering, serveForBench } from './scale-server.ts'

const config = readConfig(process.env)
if (config.databaseUrl === null) { print('Set DATABASE_URL to an empty database of a PostgreSQL server.'); process.exit(2) }
const [all, few] = [Number(process.argv[2] ?? 400), Number(process.argv[2] ?? 400) / 10]

const withServer = async <T>(work: (port: number, pid: number) => Promise<T>): Promise<T> => {
  const child = fork(process.argv[1]!, ['server'])
  const [{ port }] = await once(child, 'message') as [{ port: number }]
  try { return await work(port, child.pid!) } finally { child.kill('SIGKILL') }
}

const rate = async (port: number, paths: readonly string[], seconds = 8): Promise<number> => {
  const { requests, non2xx } = await autocannon({ url: `http://127.0.0.1:${port}`, connections: 50, duration: seconds, requests: paths.map((path) => ({ path })) })
  if (non2xx > 0) throw new Error(`${non2xx} answers were not pages`)
  return requests.average
}

const pagesOf = (n: number): string[] => Array.from({ length: n }, (_, i) => `/${slugOf(i)}`)

const measurePage = async (opened: Opened, councils: number): Promise<number> => {
  const { rows: [count] } = await opened.pool.query<{ n: number }>('select count(*)::int as n from item_update')
  print(`${councils} councils, ${(count?.n ?? 0).toLocaleString('en-GB')} updates:`)
  const rates = await withServer(async (port) => {
    const page = `/${slugOf(0)}`, bytes = (await (await fetch(`http://127.0.0.1:${port}${page}`)).arrayBuffer()).byteLength
    const turns = []
    for (let i = 0; i < 3; i += 1) turns.push([await rate(port, [page]), await rate(port, [`/fixed/${bytes}`])] as const)
    return { bytes, page: median(turns.map((t) => t[0])), fixed: median(turns.map((t) => t[1])), many: await rate(port, pagesOf(councils)) }
  })
  print(`  a page of ${Math.round(rates.bytes / 1024)} KB, 50 at once: ${Math.round(rates.page)} a second; a fixed page of that size ${Math.round(rates.fixed)}: ${(rates.page / rates.fixed).toFixed(2)} of it (goal: at least 0.33)`)
  print(`  the pages of all ${councils} councils in turn: ${Math.round(rates.many)} a second`)
  return measureFirst(opened)
}

/** The first rendering against the queries that it needs, each council's page in turn, so that nothing is kept. */
const measureFirst = async (opened: Opened): Promise<number> => {
  const record = publicRecord(opened.db), render = await firstRendering(opened.db)
  let n = 0
  const [rendering, queries] = await medians([() => render(`/${slugOf((n += 1) % few)}`), async () => { const slug = slugOf((n += 1) % few); await record.council(slug); await record.snapshot(slug, 'plan-2025-26', quarterOf(2025, 4), 1) }]) as [number, number]
  print(`  first rendering ${ms(rendering)}, its queries alone ${ms(queries)}: ${(rendering / queries).toFixed(2)} times (goal: at most 3)`)
  return rendering
}

const plans = async (opened: Opened): Promise<void> => {
  const statements: string[] = []
  const query = opened.pool.query.bind(opened.pool)
  const { rows: [council] } = await query<{ id: number }>('select council_id as id from council where slug = $1', [slugOf(1)])
  statements.push(`select plan_slug, period, edition, met, counted, hash from publication where council_id = ${council!.id} order by year desc, period desc, plan_slug, edition desc`)
  statements.push(`select snapshot from publication where council_id = ${council!.id} and plan_slug = 'plan-2025-26' and period = '2025-26-Q4' and edition = 1`)
  for (const statement of statements) {
    const { rows } = await query<{ 'QUERY PLAN': string }>(`explain (analyze, costs off, timing off) ${statement}`)
    print(rows.map((r) => `    ${r['QUERY PLAN']}`).join('\n'))
  }
}

const residentOf = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

const memory = (councils: number): Promise<void> => withServer(async (port, pid) => {
  const paths = pagesOf(councils).flatMap((p) => [p, `${p}/plan-2025-26/2025-26-Q4`, `${p}/plan-2025-26/2025-26-Q4/changes`, `${p}/search?q=milestone`, '/health', `${p}/data`])
  const ask = async (count: number): Promise<void> => { await autocannon({ url: `http://127.0.0.1:${port}`, connections: 20, amount: count, requests: paths.map((path) => ({ path })) }) }
  await ask(1000)
  const before = residentOf(pid)
  await ask(9000)
  const after = residentOf(pid)
  print(`memory of the web process after 1,000 mixed requests ${before.toFixed(0)} MB, after 10,000 ${after.toFixed(0)} MB: ${((after / before - 1) * 100).toFixed(0)}% more (goal: within 10%)`)
})

const main = async (): Promise<void> => {
  const opened = await openDatabase(config, print)
  try {
    await makeTemplate(opened)
    await grow(opened, 1, few)
    const small = await measurePage(opened, few)
    await grow(opened, few, all)
    const large = await measurePage(opened, all)
    print(`ten times the updates: the first rendering costs ${(large / small).toFixed(2)} times (goal: at most 1.2)`)
    await plans(opened)
    await memory(all)
  } finally { await opened.close() }
}

if (process.argv[2] === 'server') await serveForBench(config)
else await main()
