import type { PaperCell, PaperTable } from '../../types.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { readNumber } from '../../recognisers/figures/figure.ts'
import { noDate, noLead } from '../status/actions.ts'
import { noStatus } from '../status/words.ts'

type Row = readonly PaperCell[]
const text = (cell: PaperCell | undefined): string => cell?.text.trim() ?? ''
const sumName = /^(?:(?:sub|grand|over)-?\s?)?total|^all\b|^net\b|^(?:average|mean)(?:$| (?:of|across|all|for)\b)|^sum\b|^of which|\btotal$|^whole\b|: all\b/i
const named = new WeakMap<Row, boolean>()
const isSum = (row: Row): boolean => {
  const known = named.get(row) ?? sumName.test(text(row.find((c) => c.text !== '')))
  named.set(row, known)
  return known
}
const isLoose = (row: Row): boolean => row.some((c) => c.covered !== null)
/** A remark may be left out, a note only where there is one. */
const mayBeBlank = /\b(?:comments?|remarks?|notes?|explanation|evidence|mitigations?|updates?|progress|narrative|links?|impact|dependenc\w*|further|other|additional)\b/i
const label = (row: Row): string => brief(row.filter((c) => c.text !== '').slice(0, 2).map((c) => c.text).join(' '), 70)
const isNumber = (words: string): boolean => /^[(£+−-]*[\d.,]+\)?%?$/.test(words)

const amounts = new WeakMap<PaperCell, number | null>()
const amount = (cell: PaperCell | undefined): number | null => {
  if (cell === undefined || cell.text === '') return null
  const known = amounts.get(cell)
  if (known !== undefined) return known
  const read = readNumber(text(cell))
  const made = read === null || read.unit === '%' ? null : Number(read.value.digits) / 10 ** read.value.scale
  amounts.set(cell, made)
  return made
}
/** Whether a row with a blank is the sum of rows right above it, whatever it is called ("District", "Value of measures"): in two columns, or in one whose figure is too long to agree by chance. */
const casts = (table: PaperTable, at: number): boolean => {
  const row = table.rows[at]!
  const figures = row.flatMap((cell, i) => { const n = amount(cell); return n === null || i === 0 ? [] : [{ i, n, sum: 0 }] })
  for (let from = at - 1; from > 0 && at - from <= 40; from -= 1) {
    for (const f of figures) f.sum += amount(table.rows[from]![f.i]) ?? 0
    const held = at - from < 2 ? [] : figures.filter((f) => f.n !== 0 && Math.abs(f.sum - f.n) < 1e-6)
    if (held.length >= 2 || held.some((f) => Math.abs(f.n) >= 100)) return true
  }
  // A total that is itself wrong is near the sum of all rows, and says nothing but figures.
  return at === table.rows.length - 1 && at > 3 && row.every((cell, i) => i === 0 || text(cell) === '' || amount(cell) !== null) && figures.some((f) => Math.abs(f.n) >= 100 && Math.abs(f.sum - f.n) * 10 <= Math.abs(f.n))
}
const fewBelow = 3
/** Sums of a table by their name or their arithmetic, and the last rows below one, which are no more of the same ("Rank", "Rejected papers"). */
const sumsOf = (table: PaperTable): ReadonlySet<Row> => {
  const sums = new Set<Row>(table.rows.filter((row, i) => i > 0 && (isSum(row) || ((row.some((c) => c.text === '') || i > table.rows.length - 2 - fewBelow) && casts(table, i)))))
  const last = table.rows.findIndex((row, i) => sums.has(row) && i >= table.rows.length - 1 - fewBelow)
  return last < 0 ? sums : new Set([...sums, ...table.rows.slice(last)])
}

/** The column that names the rows: the first, or the second where the first names groups and is blank in the other rows of each. */
const nameAt = (table: PaperTable): 0 | 1 => {
  const rows = table.rows.slice(1)
  return rows.length >= 4 && rows.filter((row) => text(row[0]) === '').length * 4 >= rows.length && rows.every((row) => text(row[1]).length > 8 && /^[^a-z(]/.test(text(row[1]))) ? 1 : 0
}
/** The rows of a table that have a name: without its heading, its sums and the lines that only name a group. */
const bodyOf = (table: PaperTable): readonly Row[] => {
  const known = bodies.get(table) ?? namedRows(table)
  bodies.set(table, known)
  return known
}
const bodies = new WeakMap<PaperTable, readonly Row[]>()
const namedRows = (table: PaperTable): Row[] => {
  const [sums, name] = [sumsOf(table), nameAt(table)]
  return table.rows.slice(1).filter((row) => row.length === table.rows[0]!.length && text(row[name]) !== '' && !sums.has(row) && (name === 1 || !isLoose(row)))
}
const filled = (row: Row): number => row.filter((c) => text(c) !== '').length
const fewest = 3
/** Blank here, said everywhere else: in a table of few rows one, in a long one not more than one in twelve. */
const isOnly = (blank: number, rows: number): boolean => blank > 0 && rows - blank >= fewest - 1 && rows >= fewest && blank <= Math.max(1, Math.floor(rows / 12))

/** A row that begins in small letters, or without a label, goes on from the row before: such a table was broken by its conversion. */
const isWhole = (table: PaperTable): boolean => nameAt(table) === 1 || table.rows.slice(1).every((row) => isSum(row) || (text(row[0]) !== '' && !/^[a-z(]/.test(row[0]!.text)))
/** Owners, dates and figures are short, but for one with an explanation; ticks stand in one column of several, and long remarks are often left out. */
const isShort = (cells: readonly string[]): boolean => cells.filter((c) => c.length > 60).length <= (cells.length >= 3 ? 1 : 0) && !cells.every((c) => /^(?:\W*|\\\w+|[xy]|yes)$/i.test(c))
/** "Impact: positive", "Progress: done": figures, or a few short words that come again, are no remarks, whatever the heading. */
const isRemark = (heading: string, cells: readonly string[]): boolean =>
  mayBeBlank.test(heading) && (/\b(?:comments?|remarks?|notes?|narrative|explanation|links?|evidence)\b/i.test(heading) || !(cells.every(isNumber) || (cells.every((c) => c.length <= 16) && new Set(cells).size < cells.length)))

/** Before a closer look: some column has a few blanks, not many. */
const hasFewBlanks = (table: PaperTable, head: Row): boolean => head.some((_, i) => { const n = table.rows.reduce((sum, row) => sum + (row[i] === undefined || row[i].text === '' ? 1 : 0), 0); return n > 0 && n * 2 < table.rows.length + 4 })
const inColumns = (table: PaperTable): Fault[] => {
  const [head] = table.rows
  if (!head || table.rows.length <= fewest || !hasFewBlanks(table, head) || head.length < 3 || filled(head) < head.length - (head.length > 6 ? 2 : 1) || head.some((c) => isNumber(text(c))) || !isWhole(table)) return []
  const [rows, name] = [bodyOf(table).filter((row) => filled(row) > 1), nameAt(table)]
  return head.flatMap((column, i): Fault[] => {
    const blank = rows.filter((row) => text(row[i]) === '')
    const said = rows.flatMap((row) => text(row[i]) || [])
    if (i <= name || text(column) === '' || isRemark(column.text, said) || !isOnly(blank.length, rows.length) || !isShort(said)) return []
    return blank.filter((row) => row.slice(name).filter((c) => text(c) === '').length <= 2 - name && !text(row[name]).endsWith(':') && !/\b(?:n\/a|none|not |instant|nil)\b/i.test(row.map(text).join(' '))).map((row): Fault => ({
      at: row[i]!.source, found: 'blank', message: `"${label(row)}" has nothing under "${brief(column.text, 40)}"; the other rows have. Fill it in, or write why there is nothing ("none", "n/a").`,
    }))
  })
}

/** What a report says the implications for. */
export const usual = /\b(?:financ|legal|law|equal|human|climate|environment|risk|procure|crime|data|propert|health|reason|staff|welsh|social|consult|wards?|communit|sustainab|privacy|safeguard|resource)/i
const headLabel = /^(?:(?:meeting|committee|board|cabinet|council|date|venue|title|author|contact|wards?|classification|status|subject)\b|report\b|(?:date|title) of\b|(?:report )?(?:from|to|by|for|on)$)/i
/** The table at the top of a paper that says for whom, when and by whom it is. */
const isHeader = (table: PaperTable, order: number): boolean => order < 12 && table.rows.length >= 4 && table.rows.every((row) => row.length === 2 && text(row[0]).length <= 45) && table.rows.filter((row) => headLabel.test(text(row[0]))).length >= 2
/** A row of a table, or a label of two columns, that has its name and nothing else. */
const emptyRows = (table: PaperTable, order: number): Fault[] => {
  const width = table.rows[0]?.length ?? 0
  const rows = (width === 2 ? table.rows : bodyOf(table)).filter((row) => row.length === width && text(row[0]) !== '' && !isSum(row) && !isLoose(row))
  const bare = rows.filter((row) => filled(row) === 1)
  const [only] = bare
  const groups = table.rows.some((row) => isSum(row))
  if (bare.length !== 1 || rows.length < 4 || groups || rows.some((row) => row !== only && filled(row) < width) || rows[0] === only || !/^\w/.test(text(only![0])) || text(only![0]).length > 60 || (rows.at(-1) !== only && !usual.test(text(only![0])) && !isHeader(table, order))) return []
  return [{ at: only![0]!.source, found: 'blank', message: `"${text(only![0])}" has nothing beside it; the other rows have. Write it, or "None".` }]
}

const key = (f: { readonly source: { readonly page: number | null; readonly line: number | null; readonly cell: string | null } }): string => `${f.source.page}/${f.source.line}/${f.source.cell}`
/** Rows of which a rule of action tables or statuses has told already. */
const told = (paper: CheckedPaper): ReadonlySet<string> => new Set([...noDate.find(paper), ...noLead.find(paper), ...noStatus.find(paper)].map(key))

const table = (...rows: readonly string[]): string => `${rows.join('\n')}\n`
export const blankCell: Check = defineCheck({
  code: 'completeness.blank-cell', title: 'A cell that is blank where all others are filled', level: 'warning',
  about: 'In a column that is filled in every other row one cell is blank: an owner, a date, a limit, a percentage that was forgotten. Totals, headings of groups and columns of remarks are left out. Fill it in, or write why there is nothing.',
  right: [table('Bank\tLimit\tTerm', 'UK banks\t£3m\t1 year', 'Councils\t£5m\t2 years', 'Funds\t£5m\t1 year', 'Total\t£13m\t'), table('Bank\tLimit\tTerm', 'UK banks\t\t', 'Mill Bank\t£5m\t2 years', 'Hill Bank\t£5m\t1 year', 'Funds\t\t', 'Castle\t£5m\t1 year'), table('Road\tMiles\tRemark', 'Mill Road\t3\tNew', 'High Street\t4\t', 'Low Street\t5\tOld', 'Back Lane\t2\tOld'),
    table('Measure\tLead\tSaving', 'Hold vacant posts\tHead of People\t540', 'Share the vans\tHead of Fleet\t465', 'Close the depot\tHead of Roads\t380', 'Value of measures\t\t1,385'), table('Part\tMost\tBidder A\tBidder B', 'Price\t40\t37\t35', 'Quality\t50\t40\t44', 'Total\t90\t77\t79', 'Rank\t\t2\t1')],
  wrong: [table('Bank\tLimit\tTerm', 'UK banks\t\t1 year', 'Councils\t£5m\t2 years', 'Funds\t£5m\t1 year', 'Treasury\tNone\t6 months'), table('Financial\tIn the report', 'Legal\tThe Act of 2003 applies', 'Human resources\t', 'Climate\tNone'),
    table('Committee\tRoads Panel', 'Date\tTuesday 3 June 2025', 'Author\t', 'Status\tPublic', 'Attached\tSchedule 1'), table('Aim\tMilestone\tDue\tRating', 'Better roads\tSurvey the roads\tMay 2025\tBlue', '\tMend the bridges\tJune 2025\tGreen', 'Clean air\tPlant the hedges\t\tGreen', '\tOpen the cycle way\tMay 2025\tBlue')],
  find: (paper) => {
    const found = paper.content.blocks.flatMap((t, order) => (t.kind !== 'table' ? [] : [...inColumns(t), ...emptyRows(t, order)].map((f) => ({ f, t }))))
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
