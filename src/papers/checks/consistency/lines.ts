import { plainWords } from '../../../kit/words.ts'
import type { Figure, MoneyRow } from '../../types.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import { saysTotal } from '../../recognisers/figures/roles.ts'
import { poundPower } from '../../recognisers/figures/units.ts'

/**
 * A figure in ten-thousandths of its single unit, a whole number, so that £m and £000 can be held together exactly; `half` is half the unit printed.
 * `kind` keeps pounds, per cents and plain numbers apart.
 */
export type Value = { readonly amount: number; readonly half: number; readonly kind: string; readonly figure: Figure }

const places = 4
export const valueOf = (figure: Figure | undefined): Value | null => {
  if (figure?.state !== 'number' || figure.value === null) return null
  const power = poundPower(figure.unit), point = figure.value.indexOf('.')
  const lift = places + (power ?? 0) - (point < 0 ? 0 : figure.value.length - point - 1)
  if (lift < 0) return null
  // Up to the last safe whole number this is exact; beyond it, it stays beyond.
  const amount = Number(figure.value.replace('.', '')) * 10 ** lift
  return Number.isSafeInteger(amount) ? { amount, half: 10 ** lift / 2, kind: power === null ? figure.unit ?? 'number' : '£', figure } : null
}
const gap = (a: Value, b: Value): number => Math.abs(a.amount - b.amount)
/** Equal, give or take the rounding of both; figures printed alike must be alike. */
export const agree = (a: Value, b: Value): boolean => (a.half === b.half ? a.amount === b.amount : gap(a, b) <= a.half + b.half)
/** Not equal, but no further apart than one wrong rounding of the coarser. */
export const nearly = (a: Value, b: Value): boolean => a.half !== b.half && gap(a, b) <= 3 * Math.max(a.half, b.half)
/** How many digits a figure is printed with, leading noughts aside: two figures that agree in three hardly do so by chance. */
export const digitsOf = (value: Value): number => (value.figure.value ?? '').replace(/^-?0*\.?0*|\D/g, '').length

/** A label for comparing: small words, plurals, footnote marks and the word total don't tell two lines apart. */
export const lineKey = (label: string): string =>
  plainWords(label).replace(/[&/()*,:'"-]/g, ' ').split(/\s+/).filter((w) => w !== '' && !/^(?:and|the|of|for|total|totals|sub|overall|net|grand)$/.test(w)).map((w) => w.replace(/(?<=[a-z]{3})s$/, '')).join(' ')

export type Line = { readonly table: MoneyTable; readonly row: MoneyRow; readonly key: string; readonly values: readonly (Value | null)[] }

/** A table's lines under their names; its totals also under the name that stands over the labels ("Community Wellbeing | Budget | Outturn"). A name borne twice tells nothing. */
export const linesOf = (table: MoneyTable): readonly Line[] => {
  const known = kept.get(table) ?? namedLines(table)
  kept.set(table, known)
  return known
}
const kept = new WeakMap<MoneyTable, readonly Line[]>()
const namedLines = (table: MoneyTable): Line[] => {
  const corner = /^column \d+$/.test(table.columns[0] ?? '') ? '' : lineKey(table.columns[0] ?? '')
  const own = table.rows.filter((row) => row.role !== 'heading' && row.review.length === 0 && row.label !== '').flatMap((row): Line[] => {
    const values = table.columns.map((c) => valueOf(row.figures[c]))
    const key = lineKey(row.label)
    return values.every((v) => v === null) || (key === '' && !saysTotal(row.label)) ? [] : [{ table, row, key, values }]
  })
  const times = new Map<string, number>()
  for (const line of own) times.set(line.key, (times.get(line.key) ?? 0) + 1)
  const named = corner === '' ? [] : own.filter((line) => saysTotal(line.row.label)).map((line) => ({ ...line, key: corner }))
  return [...own.filter((line) => times.get(line.key) === 1), ...named]
}
