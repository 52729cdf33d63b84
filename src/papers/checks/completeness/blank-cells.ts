import type { PaperCell, PaperTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { noDate, noLead } from '../status/actions.ts'

type Row = readonly PaperCell[]
const text = (cell: PaperCell | undefined): string => cell?.text.trim() ?? ''
const isSum = (row: Row): boolean => /^(?:(?:sub|grand|over)-?\s?)?total|^all\b|^net\b|^average|^mean\b|^sum\b|^of which|\btotal$|^whole\b|: all\b/i.test(text(row.find((c) => c.text !== '')))
const isLoose = (row: Row): boolean => row.some((c) => c.covered !== null)
/** A remark may be left out, a note only where there is one. */
const mayBeBlank = /\b(?:comments?|remarks?|notes?|explanation|evidence|mitigations?|updates?|progress|narrative|links?|impact|dependenc\w*|further|other|additional)\b/i
const label = (row: Row): string => brief(row.filter((c) => c.text !== '').slice(0, 2).map((c) => c.text).join(' '), 70)
const isNumber = (words: string): boolean => /^[(£+−-]*[\d.,]+\)?%?$/.test(words)

/** The rows of a table that have a label: without its heading, its sums and the lines that only name a group. */
const bodyOf = (table: PaperTable): Row[] => table.rows.slice(1).filter((row) => row.length === table.rows[0]!.length && text(row[0]) !== '' && !isSum(row) && !isLoose(row))
const filled = (row: Row): number => row.filter((c) => text(c) !== '').length
const fewest = 3
/** Blank here, said everywhere else: in a table of few rows one, in a long one not more than one in twelve. */
const isOnly = (blank: number, rows: number): boolean => blank > 0 && rows - blank >= fewest - 1 && rows >= fewest && blank <= Math.max(1, Math.floor(rows / 12))

/** A row that begins in small letters, or without a label, goes on from the row before: such a table was broken by its conversion. */
const isWhole = (table: PaperTable): boolean => table.rows.slice(1).every((row) => isSum(row) || (text(row[0]) !== '' && !/^[a-z(]/.test(row[0]!.text)))
/** Owners, dates and figures are short; ticks stand in one column of several, and long remarks are often left out. */
const isShort = (cells: readonly string[]): boolean => cells.every((c) => c.length <= 60) && !cells.every((c) => /^(?:\W*|\\\w+|[xy]|yes)$/i.test(c))

/** Before a closer look: some column has a few blanks, not many. */
const hasFewBlanks = (table: PaperTable, head: Row): boolean => head.some((_, i) => { const n = table.rows.reduce((sum, row) => sum + (row[i] === undefined || row[i].text === '' ? 1 : 0), 0); return n > 0 && n * 2 < table.rows.length + 4 })
const inColumns = (table: PaperTable): Fault[] => {
  const [head] = table.rows
  if (!head || table.rows.length <= fewest || !hasFewBlanks(table, head) || head.length < 3 || filled(head) < head.length - 1 || head.some((c) => isNumber(text(c))) || !isWhole(table)) return []
  const rows = bodyOf(table).filter((row) => filled(row) > 1)
  return head.flatMap((column, i): Fault[] => {
    const blank = rows.filter((row) => text(row[i]) === '')
    if (i === 0 || text(column) === '' || mayBeBlank.test(column.text) || !isOnly(blank.length, rows.length) || !isShort(rows.flatMap((row) => text(row[i]) || []))) return []
    return blank.filter((row) => row.length - filled(row) <= 2 && !/\b(?:n\/a|none|not |instant|nil)\b/i.test(row.map(text).join(' '))).map((row): Fault => ({
      at: row[i]!.source, found: 'blank', message: `"${label(row)}" has nothing under "${brief(column.text, 40)}"; the other rows have. Fill it in, or write why there is nothing ("none", "n/a").`,
    }))
  })
}

/** What a report says the implications for. */
export const usual = /\b(?:financ|legal|law|equal|human|climate|environment|risk|procure|crime|data|propert|health|reason|staff|welsh|social|consult|wards?|communit|sustainab|privacy|safeguard|resource)/i
/** A row of a table, or a label of two columns, that has its name and nothing else. */
const emptyRows = (table: PaperTable): Fault[] => {
  const width = table.rows[0]?.length ?? 0
  const rows = (width === 2 ? table.rows : bodyOf(table)).filter((row) => row.length === width && text(row[0]) !== '' && !isSum(row) && !isLoose(row))
  const bare = rows.filter((row) => filled(row) === 1)
  const [only] = bare
  const groups = table.rows.some((row) => isSum(row))
  if (bare.length !== 1 || rows.length < 4 || groups || rows.some((row) => row !== only && filled(row) < width) || rows[0] === only || !/^\w/.test(text(only![0])) || text(only![0]).length > 60 || (rows.at(-1) !== only && !usual.test(text(only![0])))) return []
  return [{ at: only![0]!.source, found: 'blank', message: `"${text(only![0])}" has nothing beside it; the other rows have. Write it, or "None".` }]
}

const key = (f: { readonly source: { readonly page: number | null; readonly line: number | null; readonly cell: string | null } }): string => `${f.source.page}/${f.source.line}/${f.source.cell}`
/** Rows of which a rule of action tables has told already. */
const told = (paper: CheckedPaper): ReadonlySet<string> => new Set([...noDate.find(paper), ...noLead.find(paper)].map(key))

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
export const blankCell: Check = defineCheck({
  code: 'completeness.blank-cell', title: 'A cell that is blank where all others are filled', level: 'warning',
  about: 'In a column that is filled in every other row one cell is blank: an owner, a date, a limit, a percentage that was forgotten. Totals, headings of groups and columns of remarks are left out. Fill it in, or write why there is nothing.',
  right: [table('Bank\tLimit\tTerm', 'UK banks\t£3m\t1 year', 'Councils\t£5m\t2 years', 'Funds\t£5m\t1 year', 'Total\t£13m\t'), table('Bank\tLimit\tTerm', 'UK banks\t\t', 'Mill Bank\t£5m\t2 years', 'Hill Bank\t£5m\t1 year', 'Funds\t\t', 'Castle\t£5m\t1 year'), table('Road\tMiles\tRemark', 'Mill Road\t3\tNew', 'High Street\t4\t', 'Low Street\t5\tOld', 'Back Lane\t2\tOld')],
  wrong: [table('Bank\tLimit\tTerm', 'UK banks\t\t1 year', 'Councils\t£5m\t2 years', 'Funds\t£5m\t1 year', 'Treasury\tNone\t6 months'), table('Financial\tIn the report', 'Legal\tThe Act of 2003 applies', 'Human resources\t', 'Climate\tNone')],
  find: (paper) => {
    const tables = paper.content.blocks.filter((b) => b.kind === 'table')
    const found = tables.flatMap((t) => [...inColumns(t).map((f) => ({ f, t })), ...emptyRows(t).map((f) => ({ f, t }))])
    const skip = found.length === 0 ? new Set<string>() : told(paper)
    return found.filter(({ f, t }) => !t.rows.some((row) => row.some((c) => c.source === f.at) && row.some((c) => skip.has(key({ source: c.source }))))).map(({ f }) => f)
  },
})

const zeroes = (t: PaperTable): Fault[] => {
  const [head] = t.rows
  const rows = t.rows.slice(1).filter((row) => row.length === head!.length && text(row[0]) !== '' && !isSum(row) && row.filter((c) => isNumber(text(c))).length >= 2)
  return rows.length < 6 ? [] : head!.flatMap((column, i): Fault[] => {
    const [blank, zero, full] = [rows.filter((r) => text(r[i]) === ''), rows.filter((r) => text(r[i]) === '0'), rows.filter((r) => isNumber(text(r[i])))]
    if (i === 0 || blank.length === 0 || zero.length < 2 || full.length < blank.length * 4) return []
    return [{ at: blank[0]![i]!.source, also: blank.slice(1).map((r) => r[i]!.source), found: 'blank', expected: '0', message: `"${label(blank[0]!)}"${blank.length > 1 ? ` and ${blank.length - 1} more rows have` : ' has'} a blank ${isNumber(text(column)) ? 'in a column' : `under "${brief(column.text, 40)}"`}, where ${zero.length} others show 0. Write 0, or the figure.` }]
  })
}
export const blankForZero: Check = defineCheck({
  code: 'completeness.blank-for-zero', title: 'A blank where other rows show 0', level: 'warning',
  about: 'In a column of figures some rows show 0 and a few are blank: the reader cannot tell nothing from forgotten. Told once for each column. Write 0, or the figure.',
  right: [table('Scheme\tBudget\tSpent', 'Mill Road\t40\t0', 'High Street\t50\t0', 'Low Street\t30\t10', 'Back Lane\t20\t5', 'Hill Top\t20\t5', 'The Green\t20\t5')],
  wrong: [table('Scheme\tBudget\tSpent\tLeft', 'Mill Road\t40\t0\t40', 'High Street\t50\t0\t50', 'Low Street\t30\t10\t20', 'Back Lane\t20\t5\t15', 'Hill Top\t20\t5\t15', 'The Green\t20\t\t20')],
  find: (paper) => paper.content.blocks.flatMap((b) => (b.kind === 'table' && b.rows.length > 6 && b.rows[0]!.length > 2 ? zeroes(b) : [])),
})
