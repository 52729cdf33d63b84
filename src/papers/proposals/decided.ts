import type { Period } from '../../kit/period.ts'
import { plainWords } from '../../kit/words.ts'
import { levelRoles, pathKey, withLowest, type Decision, type LevelRole, type Step } from '../../plans/index.ts'
import { rowCells, type Content, type ReadRow, type RowCell } from './types.ts'

/** What a person says of a row: some cells as they should be, or that it is right as it stands. */
export type RowAnswer = { readonly cells: Readonly<Partial<Record<RowCell, string>>>; readonly confirmed: boolean }
/** The item a row is about, by its words in the plan; null: an item of its own. */
export type MatchAnswer = { readonly to: string | null }
export type DecidedRow = ReadRow & { readonly subject: string; readonly decided: boolean }

/** Rows by their words as printed; the second of two that say the same is "#2". An answer thus finds its row again in another copy of the paper. */
const subjects = (rows: readonly ReadRow[], period: Period): string[] => {
  const seen = new Map<string, number>()
  return rows.map((r) => {
    const words = [period, pathKey(r.path), plainWords(r.cells.status ?? '(lost)'), plainWords(r.cells.remark ?? '(lost)')].join(' | ')
    const count = (seen.get(words) ?? 0) + 1
    seen.set(words, count)
    return count === 1 ? words : `${words} #${count}`
  })
}

const isRole = (cell: RowCell): cell is LevelRole => (levelRoles as readonly string[]).includes(cell)

/** The path with a level's words put in: in place of what stands there, or between its neighbours where that level was lost. */
const withStep = (path: readonly Step[], levels: readonly string[], level: string, text: string): Step[] => {
  const rest = path.filter((s) => s.level !== level)
  const after = rest.findIndex((s) => levels.indexOf(s.level) > levels.indexOf(level))
  return text === '' ? rest : rest.toSpliced(after < 0 ? rest.length : after, 0, { level, text })
}

const answered = (content: Content, row: ReadRow, answer: RowAnswer): ReadRow => {
  const given = rowCells.flatMap((cell) => (answer.cells[cell] === undefined ? [] : [[cell, answer.cells[cell]] as const]))
  const path = given.reduce<readonly Step[]>((path, [cell, text]) => {
    const level = isRole(cell) ? content.levels[content.roles.lastIndexOf(cell)] : undefined
    return level === undefined ? path : withStep(path, content.levels, level, text)
  }, row.path)
  const doubtful = answer.confirmed ? [] : row.doubtful.filter((cell) => cell !== 'row' && !given.some(([c]) => c === cell))
  return { ...row, path, cells: { ...row.cells, ...answer.cells }, doubtful, review: doubtful.length === 0 ? [] : row.review }
}

/** A row whose own words were lost keeps its place with an empty lowest level. */
const placed = (content: Content, row: ReadRow): ReadRow => {
  const own = content.roles.at(-1)
  return { ...row, path: withLowest(row.path, content.levels, row.path.length === 0 || (own !== undefined && row.doubtful.includes(own))) }
}

/** The rows as read, with every answer applied that a person gave on the same words. */
export const decidedRows = (content: Content, period: Period, decisions: readonly Decision[]): DecidedRow[] => {
  const names = subjects(content.rows, period)
  const answers = new Map(decisions.filter((d) => d.kind === 'row').map((d) => [d.subject, d.answer as RowAnswer]))
  return content.rows.map((row, i) => {
    const answer = answers.get(names[i]!)
    const now = answer === undefined ? row : answered(content, row, answer)
    return { ...placed(content, now), subject: names[i]!, decided: answer !== undefined }
  })
}
