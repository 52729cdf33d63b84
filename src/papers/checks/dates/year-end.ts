import { printDay, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { datedLines, datesOn } from './said.ts'

const titles = 10
const ended = /\b(?:year|period|months|quarter)\s+(?:ended|ending|to)\s+(?:the\s+)?$|\bas at\s+$/i
/** "FOR THE YEAR ENDED 31 MARCH 2026" among the first lines. */
const titleEnd = (part: Part): { day: Day; line: Line; text: string } | null =>
  part.lines.slice(0, titles).filter((l) => l.style !== 'row' && l.text.length < 120).flatMap((line) => datesOn(line).flatMap((d) => (d.day !== null && ended.test(line.text.slice(0, d.index)) ? [{ day: d.day, line, text: d.text }] : [])))[0] ?? null
const fewest = 4
const accounts = (end: string): string => `Joint Burial Board\n\nStatement of accounts\n\nFor the year ended ${end}\n\nBalance at 31 March 2025\t50\n\nCash at 31 March 2025\t40\n\nLoans at 31 March 2025\t30\n\nThe value at 31 March 2025 was told by a surveyor.\n`

export const titleYearEnd: Check = defineCheck({
  code: 'dates.title-year-end', title: 'A title with the end of another year than the paper', level: 'error',
  about: 'The title says "for the year ended 31 March 2026", a day that stands nowhere else, while the paper speaks of the same day of another year throughout. Correct the title.',
  right: [accounts('31 March 2025')],
  wrong: [accounts('31 March 2026'), accounts('31 MARCH 2024')],
  find: (paper) => packOf(paper).parts.filter((p) => p.kind === 'report' || p.kind === 'paper').flatMap((part): Fault[] => {
    const title = titleEnd(part)
    if (!title) return []
    const others = datedLines(part.lines).filter((l) => l !== title.line).flatMap((l) => datesOn(l)).filter((d) => d.day?.slice(4) === title.day.slice(4))
    const of = (years: number): number => others.filter((d) => d.year === Number(title.day.slice(0, 4)) + years).length
    const [near] = [-1, 1].filter((years) => of(years) >= fewest).sort((a, b) => of(b) - of(a))
    if (near === undefined || of(0) > 0) return []
    const meant = others.find((d) => d.year === Number(title.day.slice(0, 4)) + near)!
    return [{ at: title.line, found: title.text, expected: printDay(meant.day!), message: `"${brief(title.line.text, 80)}": ${printDay(title.day)} stands nowhere else in the paper, ${printDay(meant.day!)} stands ${of(near)} times. Correct the title.` }]
  }),
})
