import type { Opened } from '../src/db/index.ts'
import type { Day } from '../src/kit/day.ts'
import { quarterOf, yearOf, type Period } from '../src/kit/period.ts'
import { acceptProposal, proposePaper } from '../src/papers/proposals/index.ts'
import { addCouncil, type Ctx } from '../src/people/index.ts'
import { publish } from '../src/reports/index.ts'

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
  const take = async (file: string, text: string, period: Period): Promise<void> => {
    await acceptProposal(ctx, (await proposePaper(ctx, { file, bytes: Buffer.from(text), plan: 'plan-2025-26', period })).proposalId)
  }
  await take('plan.txt', plan, yearOf(2025))
  for (const q of [1, 2, 3, 4] as const) { await take(`q${q}.txt`, update(q), quarterOf(2025, q)); await publish(ctx, 'plan-2025-26', quarterOf(2025, q)) }
  await copy(opened, tenYears(council.councilId, 0))
}

type Copy = { readonly council: number; readonly n: number; readonly year: string; readonly slug: string }
const tables = ['paper', 'proposal', 'plan', 'proposal_event', 'item', 'item_revision', 'status', 'item_update', 'publication']
const numbers = new Set(['paper_id', 'proposal_id', 'plan_id'])
const dated = new Set(['plan_slug', 'slug', 'period', 'year', 'title'])

const own = (text: string): string => `replace(replace(${text}, '2025-26', c.year), '${slugOf(0)}', c.slug)`
/** How a column of a copy is made from the template's: numbers of its own, its own council's name and year in every text. */
const valueOf = (table: string, column: string, type: string): string => {
  if (column === 'council_id') return 'c.council'
  if (numbers.has(column)) return `t.${column} + c.n * 1000`
  if (column === 'sha256') return `md5(t.sha256 || c.n) || md5(c.n::text)`
  if (type === 'json') return table === 'proposal' ? `'{}'::json` : `${own(`t.${column}::text`)}::json`
  return dated.has(column) ? own(`t.${column}`) : `t.${column}`
}

/** Copies the template's rows to other councils and years, a statement a table; the template's own rows are those with small numbers. */
const copy = async (opened: Opened, copies: readonly Copy[]): Promise<void> => {
  const client = await opened.pool.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('create temp table copies (council int, n int, year text, slug text)')
    await client.query('insert into copies select * from unnest($1::int[], $2::int[], $3::text[], $4::text[])', [copies.map((c) => c.council), copies.map((c) => c.n), copies.map((c) => c.year), copies.map((c) => c.slug)])
    for (const table of tables) {
      const { rows } = await client.query<{ name: string; type: string }>(`select column_name as name, data_type as type from information_schema.columns where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER' order by ordinal_position`, [table])
      const number = ['plan_id', 'proposal_id', 'paper_id'].find((key) => rows.some((r) => r.name === key))!
      await client.query(`insert into ${table} (${rows.map((r) => r.name).join(', ')}) overriding system value select ${rows.map((r) => valueOf(table, r.name, r.type)).join(', ')} from ${table} t cross join copies c where t.council_id = (select council_id from council where slug = '${slugOf(0)}') and t.${number} < 1000`)
    }
  } finally { client.release(true) }
}

const tenYears = (council: number, n: number): readonly Copy[] =>
  Array.from({ length: 10 }, (_, y) => ({ council, n: n * 10 + y + 1, year: `${2025 - y}-${String(26 - y).padStart(2, '0')}`, slug: slugOf(n) })).slice(n === 0 ? 1 : 0)

/** Councils from..to, each with ten years of four quarters. */
export const grow = async (opened: Opened, from: number, to: number): Promise<void> => {
  const copies: Copy[] = []
  for (let n = from; n < to; n += 1) copies.push(...tenYears((await addCouncil(opened.db, 'bench', { slug: slugOf(n), name: `Council ${n}` })).councilId, n))
  await copy(opened, copies)
  await opened.pool.query('vacuum analyze')
}
