import { daysBetween, printDay, type Day } from '../../../kit/day.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { piecesOf } from '../pack/lines.ts'
import { signaturesIn } from '../pack/signatures.ts'
import { datedLines, datesOn, saidDates, type SaidDate } from './said.ts'

const happened = String.raw`considered|consulted|discussed|reviewed|visited|met|saw|took place|(?:was|were) (?:held|published|signed|completed|issued|opened|launched|sent|received|submitted|presented|approved|agreed|adopted|given|made)|(?:has|have) been (?:held|published|signed|completed|issued|opened|launched|sent|received|submitted|presented|approved|agreed|adopted)|approved|adopted|agreed|endorsed|noted|published|signed|inspected|opened|closed|launched|completed|finished|granted|implemented|started|began|live|in (?:use|post|place)|held|attended|wrote|received|scored`
/** The past is told in the words right before the date; a noun that can lie ahead ("agreed the increase on") is none. */
const told = new RegExp(String.raw`\b(?:${happened})\b(?:(?!\b(?:and|on|ends?|to|will|would|from|by|until|due|next|increase|closure|opening|start|end|expiry|change|changes|election|launch|move|introduction|charge|charges|date|dates|deadline|meeting|that|which|for|with effect|effect|expires|closes|opens|begins|starts|falls|takes|taking|joins|comes)\b)[^.;:\d]){0,60}?\b(?:on|since)\s+(?:the\s+)?$`, 'i')
const state = String.raw`was|were|stood at|had|totalled|amounted to|reached|fell to|rose to|valued at`
/** "were in temporary accommodation on 31 March 2027", "stood at £4.2m at 31 March 2027": what was so on a day that is still to come. */
const stood = new RegExp(String.raw`\b(?:${state})\b(?:(?!\b(?:and|but|as|ends?|to|will|would|from|by|until|due|next|that|which|who|when|where|for|closes?|opens?|expires?|begins?|starts?|falls?|comes?|takes?|runs?|must|can|may|is|are|be|meeting|with effect|expected|planned|forecast|projected|budgeted|estimated|limit|target|contract|lease|term|maturing|repayable|ending|starting|set|extended|deferred|booked|fixed|scheduled|agreed|approved|told|deadline|date|appointed|elected|renewed|moved|changed|postponed|delayed|arranged|called|implement\w*|commenc\w*|launch|opening|introduc\w*|effective|payable|subject|ready|time|ahead|effect|taking|joins)\b|(?:19|20)\d\d)[^.;]|\.\d){0,60}?\b(?:on|at|at the end of)\s+(?:the\s+)?$`, 'i')
const ahead = /\b(?:will|would|shall|should|to be|due|planned|scheduled|expected|proposed|forecasts?|projections?|estimates?|estimated|budgeted|if|when|until|unless)\b/i

const sentenceBefore = (text: string, index: number): string => {
  const before = text.slice(Math.max(0, index - 220), index)
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), -1) + 1)
}
const isToldAsDone = (text: string, d: SaidDate): boolean => {
  const before = sentenceBefore(text, d.index)
  return (told.test(before) || stood.test(before)) && !ahead.test(before)
}
/** Years that lie far ahead are another kind of slip, and the day is then still told. */
const after = (d: SaidDate, meeting: Day): boolean => d.day !== null && d.day > meeting && daysBetween(meeting, d.day) < 800

const speaking = (part: Part): boolean => part.kind !== 'minutes' && part.kind !== 'agenda' && part.meeting !== null
const resultColumn = /^(?:result|outcome|finding|findings|conclusion|opinion)s?$/i
const doneColumn = /^(?:date|date (?:done|carried out|checked|tested|completed|of (?:check|test|visit|inspection|audit))|done(?: on)?|checked(?: on)?|tested(?: on)?|visited(?: on)?|inspected(?: on)?|completed(?: on)?|carried out(?: on)?)$/i
const toCome = /\b(?:planned|due|to be|to come|to follow|will|expected|booked|scheduled|awaited|pending|n\/a|not yet|forecast|tbc)\b|^\W*$/i
/** A check that has a result, on a day after the meeting. */
const resultsAfter = (paper: CheckedPaper): Fault[] => {
  const { meeting } = packOf(paper)
  return meeting === null ? [] : paper.content.blocks.flatMap((b) => {
    if (b.kind !== 'table' || b.rows.length < 3) return []
    const names = b.rows[0]!.map((c) => c.text.trim())
    const [date, result] = [names.findIndex((n) => doneColumn.test(n)), names.findIndex((n) => resultColumn.test(n))]
    return date < 0 || result < 0 ? [] : b.rows.slice(1).flatMap((row): Fault[] => {
      const said = saidDates(row[date]?.text ?? '')
      const [only] = said
      return said.length !== 1 || !after(only!, meeting) || toCome.test(row[result]?.text ?? '') || toCome.test(row[date]!.text) ? [] : [{ at: row[date]!.source, found: only!.text, expected: `a day before ${printDay(meeting)}`, message: `"${brief(row[0]?.text ?? '', 50)}" has a result ("${brief(row[result]!.text, 40)}"), but its date, ${printDay(only!.day!)}, lies after the meeting of ${printDay(meeting)}. Correct the date.` }]
    })
  })
}
const head = 'Roads Committee, Tuesday 14 October 2025\n\n'

export const afterMeeting: Check = defineCheck({
  code: 'dates.after-meeting', title: 'Told as done, later than the meeting', level: 'error',
  about: 'A paper that is written for a meeting cannot know what happened after it. A past event with a later date has the wrong day, month or year. Correct the date, or say that it is to come.',
  right: [`${head}The forum considered a draft on Tuesday 16 September 2025 and meets again on 18 November 2025. The Council agreed the increase on 1 April 2026. The lease was to end on 31 March 2027.\n`, `${head}Check\tDate\tResult\nBridges\t4 December 2025\tPlanned\nRoads\t4 September 2025\tPassed\n`],
  wrong: [`${head}The forum considered a draft on Tuesday 16 December 2025.\n`, `${head}No.\tAction\tComment\n1\tOpen the hub\tOpened on 4 December 2025\n2\tBuild the bridge\tWork goes on\n`, `${head}There were 276 families in hostels on 31 March 2026.\n`, `${head}Debt stood at £4.2m at 31 March 2026.\n`, `${head}Check\tDate\tResult\nBridges\t4 December 2025\tPassed\nRoads\t4 September 2025\tPassed\n`],
  find: (paper) => [...resultsAfter(paper), ...packOf(paper).parts.filter(speaking).flatMap((part) => {
    const signing = new Set(signaturesIn(part.lines).map((s) => s.line))
    return datedLines(part.lines).filter((l) => !signing.has(l) && datesOn(l).some((d) => after(d, part.meeting!))).flatMap((line) => piecesOf(line).flatMap(({ text, at }) => saidDates(text).filter((d) => after(d, part.meeting!) && isToldAsDone(text, d)).map((d): Fault => ({
      at, found: d.text, expected: `a day before ${printDay(part.meeting!)}`, message: `${printDay(d.day!)} is told as past ("${brief(sentenceBefore(text, d.index).trim().slice(-60), 60)}"), but the meeting is on ${printDay(part.meeting!)}. Correct the date, or say that it is to come.`,
    }))))
  })],
})
