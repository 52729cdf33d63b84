import type { Check } from '../check.ts'
import { tableFindings, type TableCode } from './tables.ts'

const check = (code: TableCode, words: Omit<Check, 'code' | 'level' | 'find'>): Check => ({
  code, level: 'error', ...words, find: (paper) => tableFindings(paper).findings.filter((f) => f.code === code),
})

/** What the figures of a table owe each other. All five share one reading of the table, so that one wrong cell is named once. */
export const tableChecks: readonly Check[] = [
  check('sum.total', {
    title: 'A total is the sum of its rows',
    about: 'Every total and subtotal is added up again, column by column. Rounding is allowed for: half a printed unit for each figure added. Where the other columns of a row add up and one does not, that one is wrong. Correct the total, or the row that was changed after it was added up.',
    right: ['Parks 1.2, Pools 2.3, Total 3.5', 'Parks 1.24, Pools 2.33, Total 3.6 printed to one place as 1.2, 2.3, 3.6'],
    wrong: ['Parks 1.2, Pools 2.3, Total 3.8'],
  }),
  check('sum.row', {
    title: 'A column made of others is made of them in every row',
    about: 'Where most rows show that one column is the sum or difference of others (years and their total, budget and changes), every row is held to it. Correct the figure named.',
    right: ['2024/25 10, 2025/26 12, Total 22'],
    wrong: ['2024/25 10, 2025/26 12, Total 24, where the other rows add up'],
  }),
  check('sum.variance', {
    title: 'A variance is the difference, with the same sign throughout',
    about: 'Whether an overspend is printed as plus or minus is learnt from most rows. A row whose variance has another size or the other sign is told.',
    right: ['Budget 10, forecast 12, variance 2; budget 9, forecast 8, variance (1)'],
    wrong: ['Budget 10, forecast 12, variance 2; budget 9, forecast 8, variance 1'],
  }),
  check('sum.cell', {
    title: 'A figure agrees with its row and its total',
    about: 'A single figure that, if it were another, would make both its row and its column add up is most likely a slip of typing. Check it against the ledger.',
    right: ['A row that adds up across and a column that adds up down'],
    wrong: ['One figure by which both its row and its column fail by the same amount'],
  }),
  check('sum.rows', {
    title: 'The rows above a total are all there',
    about: 'Where a total agrees with its rows in no column at all, a row was most likely dropped, doubled or moved. Compare the table with its source.',
    right: ['A total of three rows, with all three printed'],
    wrong: ['A total of three rows of which only two are printed'],
  }),
]
