import type { PaperCell, PaperTable } from '../../types.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'

const counts = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const announced = new RegExp(String.raw`^(.*)\b(${counts.join('|')})\s+(?!(?:weeks?|months?|years?|days?|hours?|times|councillors|members|votes?|per)\b)(?:[a-z-]+\s+){0,2}?([a-z]{3,}s)\b[^.:;]{0,80}:$`, 'i')
const open = /\b(?:includ\w*|such as|among|some of|for example|at least|up to|over|more than|of the|one of|each of|between|from)\b/i
const partly = /\b(?:of (?:the )?|at least |up to |over |than |between )(?:following )?$/i
const label = /^(?:\(?([a-z]|[ivx]{1,4}|\d{1,2})\)|(\d{1,2}|[a-z])\.)\s+\S/i
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
/** Whether a label is the n-th of its kind: (i), (a), (1). */
const isNth = (line: Line, n: number): boolean => {
  const m = line.style === 'row' ? null : label.exec(line.text)
  const said = (m?.[1] ?? m?.[2])?.toLowerCase()
  return said !== undefined && [romans[n - 1], String.fromCharCode(96 + n), String(n)].includes(said)
}
/** How many lines under a line are marked (i), (ii), (iii); a line in small letters goes on from the one before. */
const markedUnder = (lines: readonly Line[], from: number): number => {
  let count = 0
  for (const line of lines.slice(from, from + 40)) {
    if (isNth(line, count + 1)) count += 1
    else if (count === 0 || line.style === 'row' || !/^[a-z]/.test(line.text)) break
  }
  return count
}
const lists = (lines: readonly Line[]): Fault[] => lines.flatMap((line, i): Fault[] => {
  const end = line.style !== 'row' && line.text.endsWith(':') ? line.text.slice(-200) : ''
  const m = announced.exec(end)
  if (!m || open.test(end.slice(m[1]!.length)) || partly.test(m[1]!)) return []
  const [said, count] = [counts.indexOf(m[2]!.toLowerCase()) + 2, markedUnder(lines, i + 1)]
  return count < 2 || count === said ? [] : [{ at: line, found: m[2]!, expected: String(count), message: `"${brief(end.slice(m[1]!.length), 70)}" announces ${said}, but ${count} follow. Correct the number, or add what is missing.` }]
})

const put = new RegExp(String.raw`\b(${counts.join('|')}|\d{1,2})\s+(?:public\s+|written\s+|oral\s+|members['’]\s+)?(question|petition|motion|deputation)s?\s+(?:from [^.]{3,60} )?(?:(?:was|were|has been|have been|had been)\s+)?(?:received|submitted|asked|put|presented|tabled)\b`, 'i')
/** "Two questions were received", and only "Question 1" stands in the paper. */
const numberedOnes = (lines: readonly Line[]): Fault[] => lines.flatMap((line): Fault[] => {
  const m = /question|petition|motion|deputation/i.test(line.text) ? put.exec(line.text) : null
  if (!m) return []
  const said = counts.indexOf(m[1]!.toLowerCase()) + 2 > 1 ? counts.indexOf(m[1]!.toLowerCase()) + 2 : Number(m[1])
  const numbers = new Set(lines.flatMap((l) => new RegExp(String.raw`^${m[2]!} (?:no\.? )?(\d{1,2})\b`, 'i').exec(l.text)?.[1] ?? []).map(Number))
  const runsOn = [...numbers].every((n) => n <= numbers.size)
  return numbers.size === 0 || !runsOn || numbers.size === said ? [] : [{ at: line, level: 'warning', found: m[0], expected: String(numbers.size), message: `"${brief(m[0], 60)}", but ${numbers.size === 1 ? `only ${m[2]!.toLowerCase()} 1 is` : `${numbers.size} are`} in the paper. Add what is missing, or correct the number.` }]
})

export const announcedList: Check = defineCheck({
  code: 'completeness.announced', title: 'Fewer or more in a list than are announced', level: 'error',
  about: '"Three steps are agreed:" with only (i) and (ii) under it, or "two questions were received" with only Question 1. An item is lost, or the number is old. Correct the number, or add the item.',
  right: ['Three steps are agreed:\n\n(i) open the hall;\n\n(ii) mend the roof; and\n\n(iii) paint the door.\n', 'One of three ways is taken:\n\n(a) sell it; or\n\n(b) keep it.\n', 'Two questions were received.\n\nQuestion 1, from a resident: why?\n\nQuestion 2, from a resident: when?\n', 'It was resolved, by five votes to none, that:\n\n(a) the hall be sold; and\n\n(b) the roof be mended.\n'],
  wrong: ['Three steps are agreed:\n\n(i) open the hall;\n\n(ii) mend the roof.\n', 'The panel made two requests:\n\n1. A cap on fees.\n\n2. A forum.\n\n3. A report.\n', 'Two questions were received.\n\nQuestion 1, from a resident: why?\n'],
  find: (paper) => packOf(paper).parts.flatMap((part) => lists(part.lines)).concat(numberedOnes(packOf(paper).lines)),
})

const text = (cell: PaperCell | undefined): string => cell?.text.trim() ?? ''
const isFigure = (words: string): boolean => /^\W{0,3}\d[\d.,]*\s?\W{0,2}$/.test(words)
const fewest = 3
/** One column of figures without a heading, all others with one. */
const unheaded = (t: PaperTable): Fault[] => {
  const [head, ...rows] = t.rows
  if (head === undefined || head.length < 4 || rows.length < fewest) return []
  const blank = head.flatMap((c, i) => (i > 0 && text(c) === '' && c.covered === null ? [i] : []))
  const [column] = blank
  if (column === undefined || blank.length > 1 || text(head[0]) === '' || head.some((c) => c.covered !== null || isFigure(text(c)))) return []
  const own = rows.filter((r) => r.length === head.length && r.every((c) => c.covered === null))
  return own.length < fewest || own.length < rows.length - 1 || own.filter((r) => isFigure(text(r[column]))).length < own.length - 1 ? [] : [{ at: head[column]!.source, found: 'no heading', message: `The column after "${brief(text(head[column - 1]), 40)}" has figures (${text(own[0]![column])}) and no heading. Say what they are.` }]
}
export const blankHeading: Check = defineCheck({
  code: 'completeness.blank-heading', title: 'A column of figures without a heading', level: 'warning',
  about: 'All columns of a table have a heading but one, and that one is full of figures: nobody can tell what they are. Write the heading.',
  right: ['Fund\tBudget\tSpent\tShare\nGrant\t50\t40\t50%\nLoan\t30\t20\t30%\nSales\t20\t10\t20%\n'],
  wrong: ['Fund\tBudget\tSpent\t\nGrant\t50\t40\t50%\nLoan\t30\t20\t30%\nSales\t20\t10\t20%\n'],
  find: (paper) => paper.content.blocks.flatMap((b) => (b.kind === 'table' ? unheaded(b) : [])),
})
