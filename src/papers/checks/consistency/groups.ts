import { proseOf, type Told } from '../../facts/index.ts'
import type { MoneyTable } from '../../recognisers/figures/grid.ts'
import type { CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { nameOfTable } from '../sums/say.ts'
import { valueOf, type Value } from './lines.ts'

/** "Adults £1,800k, Children £1,310k and Place £920k". */
type Named = { readonly name: string; readonly value: Value; readonly text: string; readonly start: number }
const namedIn = ({ text, figures }: Told): Named[] => figures.flatMap((fact, i) => {
  const name = fact.kind === 'amount' ? /(?:^|[:,;]\s*|\band\s+)([A-Z][A-Za-z' -]{2,40}?)\s*(?:at|:|\(|is|with)?\s*$/.exec(text.slice(figures[i - 1]?.end ?? 0, fact.start))?.[1] : undefined
  const value = name === undefined ? null : valueOf({ text: fact.text, value: fact.value, state: 'number', unit: fact.unit, source: { page: null, line: null, cell: null } })
  return name === undefined || value === null ? [] : [{ name: name.toLowerCase(), value, text: fact.text, start: fact.start }]
})

/** The column that sums a table's rows: its total, or the only one. */
const totalColumn = (table: MoneyTable): string | null => {
  const numeric = table.columns.filter((c) => table.rows.some((r) => valueOf(r.figures[c])?.kind === '£'))
  return numeric.findLast((c) => /^total\b/i.test(c)) ?? (numeric.length === 1 ? numeric[0]! : null)
}
/** Sums of a table's rows by what stands in one of its columns of words. */
const groupsOf = (table: MoneyTable): ReadonlyMap<string, { sum: number; half: number; rows: number }>[] => {
  const total = totalColumn(table)
  return total === null ? [] : table.columns.slice(0, 5).flatMap((column) => {
    const sums = new Map<string, { sum: number; half: number; rows: number }>()
    for (const row of table.rows) {
      const [group, value] = [row.figures[column], valueOf(row.figures[total])]
      if (row.role !== 'line' || group?.state !== 'words' || value === null) continue
      const known = sums.get(group.text.toLowerCase()) ?? { sum: 0, half: 0, rows: 0 }
      sums.set(group.text.toLowerCase(), { sum: known.sum + value.amount, half: known.half + value.half, rows: known.rows + 1 })
    }
    return sums.size >= 2 && [...sums.values()].some((s) => s.rows > 1) ? [sums] : []
  })
}

const find = (paper: CheckedPaper): Fault[] => {
  const said = proseOf(paper.content).flatMap(({ passage, sentences }) => sentences.flatMap((sentence) => (sentence.figures.length < 3 ? [] : [{ passage, sentence, named: namedIn(sentence) }]))).filter((s) => s.named.length >= 3)
  if (said.length === 0) return []
  const tables = paper.recognised.tables.filter((t): t is MoneyTable => t.kind === 'money').flatMap((table) => groupsOf(table).map((sums) => ({ table, sums })))
  return said.flatMap(({ passage, sentence, named }) => tables.flatMap(({ table, sums }): Fault[] => {
    if (!named.every((n) => sums.has(n.name))) return []
    const wrong = named.filter((n) => { const s = sums.get(n.name)!; return Math.abs(Math.abs(s.sum) - Math.abs(n.value.amount)) > s.half + n.value.half })
    return wrong.length * 2 >= named.length ? [] : wrong.map((n): Fault => {
      const right = String(Math.abs(sums.get(n.name)!.sum) / (n.value.half * 2)).replace(/\B(?=(\d{3})+$)/g, ',')
      return { at: passage.at(sentence.start + n.start), found: n.text, expected: right, also: [table.source], message: `${n.text} is said of “${n.name}”, but its ${sums.get(n.name)!.rows} rows in ${nameOfTable(table.title) || 'the table'} make ${right}. The others of the sentence agree.` }
    })
  }))
}

export const groupSumCheck = defineCheck({
  code: 'same.group', title: 'Sums by group are those of the table\'s rows', level: 'error',
  about: 'A sentence that shares a table\'s total out by what stands in one of its columns ("Adults £1,800k, Place £920k") is added up again from the rows.',
  right: ['By service: Adults £1,000k, Place £300k and Youth £200k.\n\nRef\tSaving\tService\tTotal £000\nS1\tReablement\tAdults\t850\nS2\tContracts\tAdults\t150\nS3\tLighting\tPlace\t300\nS4\tFostering\tYouth\t200\n\tTotal\t\t1,500'],
  wrong: ['By service: Adults £850k, Place £300k and Youth £200k.\n\nRef\tSaving\tService\tTotal £000\nS1\tReablement\tAdults\t850\nS2\tContracts\tAdults\t150\nS3\tLighting\tPlace\t300\nS4\tFostering\tYouth\t200\n\tTotal\t\t1,500'],
  find,
})
