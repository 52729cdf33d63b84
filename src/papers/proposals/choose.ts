import type { Finding } from '../../kit/finding.ts'
import { financialYear, parsePeriod, periodKind, type Period } from '../../kit/period.ts'
import { Refused } from '../../kit/refused.ts'
import { plainWords } from '../../kit/words.ts'
import type { Recognised, RecognisedTable } from '../types.ts'
import { levelsOf } from './levels.ts'
import type { ProposalKind } from './types.ts'

export type PlanTable = Extract<RecognisedTable, { readonly kind: 'plan' | 'progress' | 'actions' }>
export type Wanted = { readonly period?: Period | undefined; readonly table?: string | undefined }
/** What of a paper is imported, and as what. */
export type Chosen = { readonly tables: readonly PlanTable[]; readonly kind: ProposalKind; readonly period: Period; readonly others: readonly string[]; readonly findings: readonly Finding[] }

const isPlanTable = (t: Recognised['tables'][number]): t is PlanTable => (t.kind === 'plan' || t.kind === 'progress' || t.kind === 'actions') && t.rows.length > 0
const label = (t: PlanTable, all: readonly PlanTable[]): string => `${all.indexOf(t) + 1}: ${t.title || 'no title'} (${t.kind}, ${t.rows.length} rows)`

const named = (tables: readonly PlanTable[], wanted: string): PlanTable => {
  const found = /^\d+$/.test(wanted) ? tables[Number(wanted) - 1] : tables.find((t) => plainWords(t.title) === plainWords(wanted))
  if (found === undefined) throw new Refused(`The paper has no table "${wanted}". It has ${tables.map((t) => label(t, tables)).join('; ')}.`)
  return found
}

/** Kinds in the order in which they answer for a period: a quarter is looked for among updates first, a year among plans. */
const order = (period: Period | undefined): readonly PlanTable['kind'][] =>
  period !== undefined && periodKind(period) !== 'year' ? ['progress', 'actions', 'plan'] : ['plan', 'actions', 'progress']

const alike = (a: PlanTable, b: PlanTable): boolean => {
  const [x, y] = [a, b].map((t) => levelsOf((t.rows as readonly { path: PlanTable['rows'][number]['path'] }[]).map((r) => r.path)).map(plainWords).join('|'))
  return x === y && (a.period ?? b.period) === (b.period ?? a.period)
}

/** The tables of the first kind there is; several are taken together only where they have the same levels and period. */
const firstKind = (tables: readonly PlanTable[], kinds: readonly PlanTable['kind'][]): readonly PlanTable[] => {
  const kind = kinds.find((k) => tables.some((t) => t.kind === k))
  const found = tables.filter((t) => t.kind === kind)
  const odd = found.find((t) => !alike(t, found[0]!))
  if (odd) throw new Refused(`The paper has several tables that could be meant. Choose one with --table: ${found.map((t) => label(t, tables)).join('; ')}.`)
  return found
}

const printed = (tables: readonly PlanTable[]): Period | null => tables.map((t) => (t.period === null ? null : parsePeriod(t.period))).find((p) => p !== null) ?? null

/** The paper says another period than the person who imports it. */
const periodDiffers = (tables: readonly PlanTable[], kind: ProposalKind, said: Period | undefined): readonly Finding[] => {
  const found = printed(tables)
  const differs = found !== null && said !== undefined && (kind === 'plan' ? financialYear(found) !== financialYear(said) : found !== said && !(periodKind(found) === 'year' && financialYear(said) === found))
  return differs ? [{ level: 'warning', code: 'import.period', message: `The paper says ${found}, and it is imported for ${said}.`, source: tables[0]!.source, expected: said, found }] : []
}

/** Which tables of a paper an import takes. Refuses a paper without any, and one that does not say its period where none is given. */
export const chooseTables = (recognised: Recognised, { period, table }: Wanted): Chosen => {
  const all = recognised.tables.filter(isPlanTable)
  if (all.length === 0) throw new Refused(`${recognised.paper.file} has no table of a plan, an update or actions that could be read.`)
  const said = period ?? undefined
  const tables = table === undefined ? firstKind(all, said === undefined && all.some((t) => t.kind === 'progress' && t.period !== null) ? ['progress', 'plan', 'actions'] : order(said)) : [named(all, table)]
  const holds = said ?? printed(tables)
  if (holds === null) throw new Refused(`${recognised.paper.file} does not say its period. Give it: --period 2024-25-Q1 for an update, --period 2024-25 for a plan.`)
  const kind = tables[0]!.kind === 'progress' || (periodKind(holds) !== 'year' && tables[0]!.kind === 'actions') ? 'update' : 'plan'
  if (kind === 'plan' && said !== undefined && periodKind(said) !== 'year') {
    throw new Refused(`${recognised.paper.file} has a plan but no statuses for ${said}. Import it as the plan of its year: --period ${financialYear(said)}.`)
  }
  return { tables, kind, period: kind === 'plan' ? financialYear(holds) : holds, others: all.filter((t) => !tables.includes(t)).map((t) => label(t, all)), findings: periodDiffers(tables, kind, said) }
}
