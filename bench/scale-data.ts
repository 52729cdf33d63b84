import type { Opened } from '../src/db/index.ts'
import type { Day } from '../src/kit/day.ts'
import { quarterOf } from '../src/kit/period.ts'
import { acceptProposal, proposePaper } from '../src/papers/proposals/index.ts'
import { addCouncil, type Ctx } from '../src/people/index.ts'
import { publish } from '../src/reports/index.ts'
import { print } from './measure.ts'

export const slugOf = (n: number): string => `council-${String(n).padStart(3, '0')}`
const statuses = ['Blue', 'Green', 'Green', 'Green', 'Amber', 'Red', 'Grey']

const table = (head: readonly string[], cells: (n: number) => readonly string[]): string =>
  [`Delivery Plan 2025-26`, '', 'People: everybody lives well here.', '', head.join('\t'), ...Array.from({ length: 250 }, (_, n) => cells(n).join('\t'))].join('\n')
const words = (n: number): readonly string[] => [n % 25 === 0 ? `Objective ${n / 25 + 1} of many that the council has` : '', n % 5 === 0 ? `Deliverable ${n / 5 + 1} towards that objective` : '', `Milestone ${n + 1}: publish what was agreed with partner ${n % 17}`]
const plan = table(['Objective', 'Deliverable', 'Milestone'], words)
const update = (quarter: number): string => table(['Objective', 'Deliverable', 'Milestone', 'RAG', 'Remarks'], (n) => [...words(n), statuses[(n * 7 + quarter) % 7]!, `What was done in quarter ${quarter} about milestone ${n + 1}, and what comes next.`])

/** One council with one year, through the importer like anybody's. */
export const makeTemplate = async (opened: Opened): Promise<void> => {
  const council = await addCouncil(opened.db, 'bench', { slug: slugOf(0), name: 'Council 000' })
  const ctx: Ctx = { db: opened.db, councilId: council.councilId, who: 'bench', today: '2026-06-01' as Day }
  const take = async (file: string, text: string, period: string): Promise<void> => {
    await acceptProposal(ctx, (await proposePaper(ctx, { file, bytes: Buffer.from(text), plan: 'plan-2025-26', period: period as never })).proposalId)
  }
  await take('plan.txt', plan, '2025-26')
  for (const q of [1, 2, 3, 4] as const) { await take(`q${q}.txt`, update(q), quarterOf(2025, q)); await publish(ctx, 'plan-2025-26', quarterOf(2025, q)) }
  await opened.pool.query('set session_replication_role = replica')
  await copyYears(opened, council.councilId, 0)
}

const tables: Readonly<Record<string, string>> = { paper: 'paper_id', proposal: 'proposal_id', plan: 'plan_id', proposal_event: '', item: '', item_revision: '', status: '', item_update: '', publication: '' }
const numbers = new Set(['council_id', 'paper_id', 'proposal_id', 'plan_id'])

/** Copies the template's rows to another council and year, with numbers of their own. */
const copy = async (opened: Opened, council: number, to: number, n: number, year: number, slug: string): Promise<void> => {
  const client = await opened.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    const years = (text: string): string => `replace(replace(${text}, '2025-26', '${2025 - year}-${String(26 - year).padStart(2, '0')}'), '${slugOf(0)}', '${slug}')`
    for (const name of Object.keys(tables)) {
      const { rows } = await client.query<{ c: string; t: string }>(`select column_name as c, data_type as t from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position`, [name])
      const value = ({ c, t }: { c: string; t: string }): string =>
        c === 'council_id' ? String(to) : numbers.has(c) ? `${c} + ${n * 1000}` : c === 'sha256' ? `md5(sha256 || '${n}') || md5('${n}')`
          : t === 'json' ? (name === 'proposal' ? `'{}'::json` : `${years(`${c}::text`)}::json`) : ['plan_slug', 'slug', 'period', 'year', 'title'].includes(c) ? years(c) : c
      await client.query(`insert into ${name} (${rows.map((r) => r.c).join(', ')}) overriding system value select ${rows.map(value).join(', ')} from ${name} where council_id = ${council} and (${'plan_id' in Object.fromEntries(rows.map((r) => [r.c, 1])) ? `plan_id < 1000` : tables[name] ? `${tables[name]} < 1000` : name === 'proposal_event' ? 'proposal_id < 1000' : 'true'})`)
    }
  } finally { client.release(true) }
}

const copyYears = async (opened: Opened, to: number, n: number): Promise<void> => {
  const { rows: [first] } = await opened.pool.query<{ id: number }>('select council_id as id from council where slug = $1', [slugOf(0)])
  for (let year = n === 0 ? 1 : 0; year < 10; year += 1) await copy(opened, first!.id, to, n * 10 + year + 1, year, slugOf(n))
}

/** Councils from..to, each with ten years of four quarters. */
export const grow = async (opened: Opened, from: number, to: number): Promise<void> => {
  for (let n = from; n < to; n += 1) {
    const council = await addCouncil(opened.db, 'bench', { slug: slugOf(n), name: `Council ${n}` })
    await copyYears(opened, council.councilId, n)
    if (n % 20 === 0) print(`  ... ${n} councils`)
  }
  await opened.pool.query('vacuum analyze')
}
