import { likeness, plainWords, profileOf, matchesIn } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import type { Line } from '../pack/lines.ts'
import { packOf, type Part } from '../pack/pack.ts'

/** A report with all that is attached to it. */
const families = (paper: CheckedPaper): Part[][] => {
  const by = new Map<unknown, Part[]>()
  for (const part of packOf(paper).parts) if (part.report) gather(by, part.report, part)
  return [...by.values()]
}

const rhythms = 'weekly|fortnightly|monthly|quarterly|bi-?monthly|annually|(?:two|three|four|six|eight|twelve)[ -]weekly|every (?:two|three|four|six) (?:weeks|months)'
const meets = new RegExp(String.raw`\b(?:meetings?|meets?|met)\b[^.]{0,40}?\b(${rhythms})\b`, 'i')
const rhythmRow = /^(frequency|frequency of meetings?|meetings?|how often)$/i
const plainRhythm = (text: string): string => plainWords(text).replaceAll('-', ' ')

export const frequency: Check = defineCheck({
  code: 'wording.frequency', title: 'How often a board meets, told in two ways', level: 'warning',
  about: 'The report says that a board meets every six weeks, its terms of reference say monthly. Find out which holds and say it in both.',
  right: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\nThe board holds its meetings monthly.\n\nBackground papers\n\nNone\n\nAppendix A: Terms\n\nFrequency of meetings\tMonthly\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\nThe board holds its meetings on a six weekly basis.\n\nBackground papers\n\nNone\n\nAppendix A: Terms\n\nFrequency of meetings\tMonthly\n'],
  find: (paper) => families(paper).flatMap((family) => {
    const lines = family.flatMap((p) => p.lines)
    const rows = lines.flatMap((line) => (line.cells.length > 1 && rhythmRow.test(line.cells[0]!) && new RegExp(`^(${rhythms})\\b`, 'i').test(line.cells[1]!) ? [{ line, said: plainRhythm(line.cells[1]!) }] : []))
    return rows.flatMap(({ line, said }): Fault[] => {
      const other = lines.find((l) => l !== line && l.style !== 'row' && meets.test(l.text) && plainRhythm(meets.exec(l.text)![1]!) !== said)
      return other ? [{ at: line, also: [other], found: said, expected: plainRhythm(meets.exec(other.text)![1]!), message: `The meetings are ${said} here and ${plainRhythm(meets.exec(other.text)![1]!)} in "${brief(other.text, 60)}". Say one of the two.` }] : []
    })
  }),
})

const ordinals = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const priority = /^(?:\(?[a-z\d]{1,2}[.)]\s+)?(priority|theme|aim|objective|pillar|ambition)\s+(one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s*[:–-]\s*(.{8,120})$/i
const numberedItem = /^(\d{1,2})\.\s+(.{8,120})$/
type Named = { readonly number: number; readonly name: string; readonly line: Line }
const trimmed = (text: string): string => text.replace(/[.;,]?\s*(and)?\s*[.;,]?$/i, '')

const labelledPriorities = (lines: readonly Line[]): Named[] => lines.flatMap((line) => {
  const m = priority.exec(line.text)
  return m ? [{ number: /\d/.test(m[2]!) ? Number(m[2]) : ordinals.indexOf(m[2]!.toLowerCase()) + 1, name: trimmed(m[3]!), line }] : []
})
/** A list 1 to n under a line that speaks of priorities. */
const listedPriorities = (lines: readonly Line[], count: number): Named[] => lines.flatMap((line, i): Named[] => {
  if (!/\b(priorities|themes|aims|objectives|pillars|ambitions)\b/i.test(line.text) || line.text.length > 120) return []
  const items = lines.slice(i + 1, i + 1 + count).flatMap((l) => { const m = numberedItem.exec(l.text); return m ? [{ number: Number(m[1]), name: trimmed(m[2]!), line: l }] : [] })
  return items.length === count && items.every((item, n) => item.number === n + 1) ? items : []
})

export const priorityName: Check = defineCheck({
  code: 'wording.priority-name', title: 'Priorities with two names', level: 'warning',
  about: 'The report lists the priorities of a strategy in other words than the strategy that is attached to it. Use the strategy\'s own words.',
  right: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\na. Priority One: Helping every child to thrive.\n\nb. Priority Two: Building good homes for all.\n\nBackground papers\n\nNone\n\nAppendix A: Strategy\n\nOur priorities are:\n\n1. Helping every child to thrive\n2. Building good homes for all\n'],
  wrong: ['Title of report:\tA\nMeeting:\tB\nPurpose\n\na. Priority One: Preparing every child to thrive.\n\nb. Priority Two: Building good homes for all.\n\nBackground papers\n\nNone\n\nAppendix A: Strategy\n\nOur priorities are:\n\n1. Helping every child to thrive\n2. Building good homes for all\n'],
  find: (paper) => families(paper).flatMap((family) => {
    const [front, ...attached] = family
    const told = labelledPriorities(front!.lines)
    const own = told.length < 2 ? [] : listedPriorities(attached.flatMap((p) => p.lines), told.length)
    return told.flatMap((t): Fault[] => {
      const theirs = own.find((o) => o.number === t.number)
      if (!theirs || plainWords(theirs.name) === plainWords(t.name) || likeness(profileOf(theirs.name), profileOf(t.name)) < 0.4) return []
      return [{ at: theirs.line, also: [t.line], found: theirs.name, expected: t.name, message: `Priority ${t.number} is "${brief(theirs.name, 70)}" here and "${brief(t.name, 70)}" in the report. Use one name.` }]
    })
  }),
})

const kindsOfMoney = (text: string): { capital: boolean; revenue: boolean } => ({ capital: /\bcapital\b/i.test(text), revenue: /\brevenue\b/i.test(text) })
export const capitalRevenue: Check = defineCheck({
  code: 'wording.capital-revenue', title: 'Capital above, revenue below', level: 'warning',
  about: 'A deliverable speaks of capital spending and its milestone of revenue, or the other way round. They are different budgets: correct one.',
  right: ['Delivery Plan 2025/26\n\nObjectives\tThis year we will\tKey milestones\nBetter roads\tSpend the capital grant on roads\tSpend £2m of capital in the year\n\tBuild bridges\tBuild six bridges\n\tOpen paths\tClear six paths\n'],
  wrong: ['Delivery Plan 2025/26\n\nObjectives\tThis year we will\tKey milestones\nBetter roads\tSpend the capital grant on roads\tDeliver £2m of revenue spend in the year\n\tBuild bridges\tBuild six bridges\n\tOpen paths\tClear six paths\n'],
  find: (paper) => paper.recognised.tables.flatMap((t) => (t.kind !== 'plan' && t.kind !== 'progress' ? [] : t.rows.flatMap((row): Fault[] => {
    const [above, below] = [kindsOfMoney(row.deliverable ?? ''), kindsOfMoney(row.milestone ?? '')]
    const other = (above.capital && !above.revenue && below.revenue && !below.capital) || (above.revenue && !above.capital && below.capital && !below.revenue)
    return other && /£|spend|fund/i.test(`${row.deliverable} ${row.milestone}`) ? [{ at: row.source, found: brief(row.milestone!, 60), expected: brief(row.deliverable!, 60), message: `"${brief(row.deliverable!, 60)}" speaks of ${above.capital ? 'capital' : 'revenue'}, its milestone "${brief(row.milestone!, 60)}" of ${below.capital ? 'capital' : 'revenue'}. Correct one.` }] : []
  }))),
})

const earlierYear = /\b(?:deliver|implement|complete|launch|commence)\b (?:the |\w+ )?(?:20)?(\d\d)\s?[-/]\s?(?:20)?(\d\d)\b/i
export const otherYear: Check = defineCheck({
  code: 'dates.other-year', title: 'Promises of an earlier year', level: 'warning',
  about: 'A plan of one year promises to deliver something of an earlier year: usually a line carried over and not re-dated. Correct the year, or say that it is left from last year.',
  right: ['Delivery Plan 2024/25\n\nObjectives\tThis year we will\tKey milestones\nGood food\tGrow more\tDeliver the 24/25 food plan\n\tShare more\tOpen six larders\n\tWaste less\tTeach ninety cooks\n'],
  wrong: ['Delivery Plan 2024/25\n\nObjectives\tThis year we will\tKey milestones\nGood food\tGrow more\tDeliver the 22/23 food plan\n\tShare more\tOpen six larders\n\tWaste less\tTeach ninety cooks\n'],
  find: (paper) => paper.recognised.tables.flatMap((t) => (t.kind !== 'plan' && t.kind !== 'progress' || t.period === null ? [] : t.rows.flatMap((row): Fault[] => {
    const own = row.milestone ?? row.deliverable ?? row.path.at(-1)?.text ?? ''
    const m = earlierYear.exec(own)
    return m && (Number(m[1]) + 1) % 100 === Number(m[2]) && Number(m[1]) < Number(t.period!.slice(2, 4)) ? [{ at: row.source, found: m[0], expected: t.period!.slice(0, 7), message: `"${brief(m[0], 60)}" is of an earlier year than the plan, ${t.period!.slice(0, 7)}. Correct the year, or say that it is left over.` }] : []
  }))),
})

const contact = /\b([A-Z][a-z]+) ([A-Z][a-z]+(?:-[A-Z][a-z]+)?)\b[^@]{0,140}?\b([a-z]+)\.([a-z-]+)\d*@/g
export const email: Check = defineCheck({
  code: 'wording.email', title: 'A contact whose address has another name', level: 'warning',
  about: 'The name of a contact and the name in the e-mail address beside it share the first name and not the surname. One is out of date, and letters may go astray.',
  right: ['Please write to Ann Fielding, clerk, at ann.fielding@council.example'],
  wrong: ['Please write to Ann Fielding, clerk, at ann.marlowe2@council.example'],
  find: (paper) => packOf(paper).lines.filter((line) => line.text.includes('@')).flatMap((line) => matchesIn(line.text, contact).filter((m) => m[1]!.toLowerCase() === m[3] && m[2]!.toLowerCase() !== m[4]).map((m) => ({
    at: line, found: `${m[3]}.${m[4]}`, expected: `${m[1]} ${m[2]}`, fault: m[4]!, message: `The contact is ${m[1]} ${m[2]}, but the address beside it is of ${m[3]}.${m[4]}. Check which is right.`,
  }))),
})
