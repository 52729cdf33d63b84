import { daysBetween, printDay, type Day } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { packOf, type Part } from '../pack/pack.ts'
import { piecesOf } from '../pack/lines.ts'
import { signaturesIn } from '../pack/signatures.ts'
import { datedLines, datesOn, saidDates, type SaidDate } from './said.ts'

const happened = String.raw`considered|consulted|discussed|reviewed|visited|met|saw|took place|(?:was|were) (?:held|published|signed|completed|issued|opened|launched|sent|received|submitted|presented|approved|agreed|adopted|given|made)|(?:has|have) been (?:held|published|signed|completed|issued|opened|launched|sent|received|submitted|presented|approved|agreed|adopted)|approved|adopted|agreed|endorsed|noted|published|signed|inspected|opened|closed|launched|completed|finished|granted|implemented|started|began|live|in (?:use|post|place)|held|attended|wrote|received|scored`
/** The past is told in the words right before the date; a noun that can lie ahead ("agreed the increase on") is none. */
const told = new RegExp(String.raw`\b(?:${happened})\b(?:(?!\b(?:and|on|ends?|to|will|would|from|by|until|due|next|increase|closure|opening|start|end|expiry|change|changes|election|launch|move|introduction|charge|charges|date|dates|deadline|meeting|that|which|for|with effect)\b)[^.;:\d]){0,60}?\b(?:on|since)\s+(?:the\s+)?$`, 'i')
const ahead = /\b(?:will|would|shall|should|to be|due|planned|scheduled|expected|proposed|if|when|until|unless)\b/i

const sentenceBefore = (text: string, index: number): string => {
  const before = text.slice(Math.max(0, index - 220), index)
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; '), -1) + 1)
}
const isToldAsDone = (text: string, d: SaidDate): boolean => {
  const before = sentenceBefore(text, d.index)
  return told.test(before) && !ahead.test(before)
}
/** Years that lie far ahead are another kind of slip, and the day is then still told. */
const after = (d: SaidDate, meeting: Day): boolean => d.day !== null && d.day > meeting && daysBetween(meeting, d.day) < 800

const speaking = (part: Part): boolean => part.kind !== 'minutes' && part.kind !== 'agenda' && part.meeting !== null
const head = 'Roads Committee, Tuesday 14 October 2025\n\n'

export const afterMeeting: Check = defineCheck({
  code: 'dates.after-meeting', title: 'Told as done, later than the meeting', level: 'error',
  about: 'A paper that is written for a meeting cannot know what happened after it. A past event with a later date has the wrong day, month or year. Correct the date, or say that it is to come.',
  right: [`${head}The forum considered a draft on Tuesday 16 September 2025 and meets again on 18 November 2025. The Council agreed the increase on 1 April 2026.\n`],
  wrong: [`${head}The forum considered a draft on Tuesday 16 December 2025.\n`, `${head}No.\tAction\tComment\n1\tOpen the hub\tOpened on 4 December 2025\n2\tBuild the bridge\tWork goes on\n`],
  find: (paper) => packOf(paper).parts.filter(speaking).flatMap((part) => {
    const signing = new Set(signaturesIn(part.lines).map((s) => s.line))
    return datedLines(part.lines).filter((l) => !signing.has(l) && datesOn(l).some((d) => after(d, part.meeting!))).flatMap((line) => piecesOf(line).flatMap(({ text, at }) => saidDates(text).filter((d) => after(d, part.meeting!) && isToldAsDone(text, d)).map((d): Fault => ({
      at, found: d.text, expected: `a day before ${printDay(part.meeting!)}`, message: `${printDay(d.day!)} is told as past ("${brief(sentenceBefore(text, d.index).trim().slice(-60), 60)}"), but the meeting is on ${printDay(part.meeting!)}. Correct the date, or say that it is to come.`,
    }))))
  }),
})
