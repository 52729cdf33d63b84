import { rowsOf } from './rows.ts'
import type { Snapshot } from './types.ts'
import type { Day } from '../kit/day.ts'

/** The rows of the update as one flat table for spreadsheets and programs: the plan's levels, status and remark, then days where any row has them, then what waits for an officer. */
export type FlatValue = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'day'; readonly day: Day } | { readonly kind: 'empty' }
export type FlatRows = { readonly columns: readonly string[]; readonly statusColumn: number; readonly rows: readonly (readonly FlatValue[])[]; readonly codes: readonly (string | null)[] }

const text = (t: string): FlatValue => (t === '' ? { kind: 'empty' } : { kind: 'text', text: t })
const day = (d: Day | null): FlatValue => (d === null ? { kind: 'empty' } : { kind: 'day', day: d })

export const flatRows = (snapshot: Snapshot): FlatRows => {
  const rows = rowsOf(snapshot)
  const { levels } = snapshot.plan
  const extra = [
    { heading: 'Due', of: (r: (typeof rows)[number]) => day(r.item.due) },
    { heading: 'Forecast', of: (r: (typeof rows)[number]) => day(r.item.update?.forecast ?? null) },
    { heading: 'To confirm', of: (r: (typeof rows)[number]) => text(r.confirm.join(', ')) },
  ].filter(({ of }) => rows.some((r) => of(r).kind !== 'empty'))
  return {
    columns: [...levels, 'Status', 'Remark', ...extra.map((e) => e.heading)], statusColumn: levels.length,
    rows: rows.map((r) => [...r.path.map(text), text(r.status?.code ?? r.code ?? ''), text(r.remark), ...extra.map((e) => e.of(r))]),
    codes: rows.map((r) => r.status?.code ?? r.code),
  }
}
