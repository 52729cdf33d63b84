import { plainWords } from '../../../kit/words.ts'
import type { PaperTable } from '../../types.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'

type Listed = { readonly table: PaperTable; readonly order: number; readonly names: readonly string[]; readonly caption: string }
const total = /^(?:(?:sub|grand|over)-?\s?)?total|^all\b|^net\b|^average|^whole\b|\btotal$/i
const fewest = 5
/** The names of a table's rows without its totals; none where a name stands twice or is no name. */
const namesOf = (table: PaperTable): readonly string[] => {
  const cells = table.rows.slice(1).map((row) => row[0]?.text.trim() ?? '').filter((t) => t !== '' && !total.test(t))
  const names = cells.map(plainWords)
  const named = cells.filter((t) => /^\p{L}{3}/u.test(t) && t.length <= 60 && !/\b(?:19|20)\d\d\b|^(?:january|february|march|april|may|june|july|august|september|october|november|december|quarter|year)\b/i.test(t))
  return names.length >= fewest - 1 && new Set(names).size === names.length && named.length === names.length ? names : []
}
const printed = (table: PaperTable, name: string): string => table.rows.find((row) => plainWords(row[0]?.text.trim() ?? '') === name)![0]!.text
/** Rows in the order of another table but for one that is left out. */
const lacks = (short: Listed, whole: Listed): string | null => {
  const lost = whole.names.filter((n) => !short.names.includes(n))
  const kept = whole.names.filter((n) => short.names.includes(n))
  return lost.length === 1 && kept.length === short.names.length && kept.every((n, i) => n === short.names[i]) ? lost[0]! : null
}
const block = (...names: readonly string[]): string => `Area\tBand A\tBand B\n${names.map((n, i) => `${n}\t${i + 11}.20\t${i + 13}.40`).join('\n')}`
const areas = ['Mill Green', 'Hill Top', 'Low Fields', 'Castle End', 'Bridge Town', 'Quay Side']
const paper = (...last: readonly string[]): string => `Table 1: Homes\n\n${block(...areas)}\n\nTable 2: Charges\n\n${block(...areas)}\n\nTable 3: All charges\n\n${block(...last)}\n`

export const sisterRows: Check = defineCheck({
  code: 'same.row-lost', title: 'A row that two sister tables have and one has lost', level: 'warning',
  about: 'Several tables list the same areas, services or schemes in the same order, and one of them leaves out a row that all the others have. Put the row back, or say why it is left out.',
  right: [paper(...areas), paper('Mill Green', 'Hill Top', 'Castle End', 'Bridge Town'), paper('Mill Green', 'Hill Top', 'Low Fields', 'Castle End', 'Bridge Town').replace(/Table 2[^]*(?=Table 3)/, '')],
  wrong: [paper('Mill Green', 'Hill Top', 'Low Fields', 'Castle End', 'Quay Side')],
  find: ({ content }) => {
    const listed = content.blocks.flatMap((b, order): Listed[] => {
      const names = b.kind === 'table' && b.rows.length >= fewest ? namesOf(b) : []
      const before = content.blocks[order - 1]
      return b.kind !== 'table' || names.length === 0 ? [] : [{ table: b, order, names, caption: before?.kind === 'text' && before.text.length < 140 ? before.text : '' }]
    })
    if (listed.length < 3 || listed.length > 60) return []
    return listed.flatMap((short): Fault[] => {
      const whole = listed.filter((o) => o !== short && o.names.length === short.names.length + 1 && lacks(short, o) !== null)
      const name = whole[0] ? lacks(short, whole[0]) : null
      if (name === null || whole.length < 2 || whole.some((o) => lacks(short, o) !== name) || listed.filter((o) => o !== short && o.names.join('|') === short.names.join('|')).length > 0) return []
      return [{ at: short.table.rows[0]![0]!.source, also: whole.map((o) => o.table.rows.find((r) => plainWords(r[0]?.text.trim() ?? '') === name)![0]!.source), found: `no ${printed(whole[0]!.table, name)}`, expected: printed(whole[0]!.table, name),
        message: `${short.caption === '' ? 'This table' : `"${brief(short.caption, 60)}"`} has no row for "${printed(whole[0]!.table, name)}", which ${whole.length} other tables with the same rows have. Put it back, or say why it is left out.` }]
    })
  },
})
