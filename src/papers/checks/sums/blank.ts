import type { Finding } from '../../../kit/finding.ts'
import { saysPlainTotal } from '../../recognisers/figures/roles.ts'
import type { Check, CheckedPaper } from '../check.ts'

/** A total with nothing in it, in a table of figures: missing is not nought. */
export const blankTotalCheck: Check = {
  code: 'completeness.blank-total', title: 'A total is filled in', level: 'warning',
  about: 'A total row in which every place is empty leaves the reader to guess whether nothing is spent or nobody worked it out. Write the sum, or nil.',
  right: ['Cost\t2025/26 £000\t2026/27 £000\nStaff\t120\t125\nTotal\t120\t125'],
  wrong: ['Cost\t2025/26 £000\t2026/27 £000\nStaff\t120\t125\nTotal\t\t'],
  find: (paper: CheckedPaper) => paper.recognised.tables.flatMap((table) => (table.kind !== 'money' ? [] : table.rows.flatMap((row): Finding[] => {
    const figures = Object.values(row.figures)
    return saysPlainTotal(row.label) && figures.length > 0 && figures.every((f) => f.state === 'blank')
      ? [{ level: 'warning', code: 'completeness.blank-total', source: row.source, message: `“${row.label}” is left blank in every column. Write the sum, or nil.` }] : []
  }))),
}
