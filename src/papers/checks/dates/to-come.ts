import { daysBetween, printDay } from '../../../kit/day.ts'
import type { Check } from '../check.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { piecesOf } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'
import { datedLines, saidDates } from './said.ts'

/** What can only come after a decision: its call-in, the next report or meeting. */
const later = /\b(?:call-?in\b(?:(?!\bsince\b)(?:[^.]|\.\d)){0,60}|(?:the )?next (?:quarterly |annual |progress |monitoring )?(?:report|meeting|update|review)\b(?:[^.]|\.\d){0,60}|(?:next report|quarter [1-4]|results?|outcome|progress)\b(?:[^.]|\.\d){0,20}\bwill be (?:reported|presented|brought|submitted) to\b(?:[^.]|\.\d){0,50})\b(?:on|by|until|ends?|at|is)?(?:[^.]|\.\d){0,16}$/i
const past = /\b(?:was|were|had|has been|have been|considered|took place|previous|last)\b/i
const longest = 500
const head = 'Roads Committee, Tuesday 14 October 2025\n\n'

export const tooEarly: Check = defineCheck({
  code: 'dates.too-early', title: 'What comes after the meeting, dated before it', level: 'error',
  about: 'The call-in of a decision ends after it is made, and the next report or meeting lies ahead. A date before the meeting is left over or has the wrong month. Correct it.',
  right: [`${head}Call-in ends at 5pm on Tuesday 21 October 2025. The next report is on 9 December 2025. The last meeting was on 9 September 2025.\n`],
  wrong: [`${head}Call-in\tEnds at 5.00pm on Tuesday 7 October 2025\n`, `${head}The next report comes to the Committee on 9 September 2025.\n`],
  find: (paper) => packOf(paper).parts.filter((p) => (p.kind === 'report' || p.kind === 'paper') && p.meeting !== null).flatMap((part) => datedLines(part.lines).filter((l) => /call-?in|next|will be/i.test(l.text)).flatMap((line) => {
    const pieces = line.style === 'row' && /call-?in|next/i.test(line.cells[0] ?? '') ? [{ text: line.cells.filter(Boolean).join(' '), at: line.source }] : piecesOf(line)
    return pieces.flatMap(({ text, at }) => saidDates(text).filter((d) => {
      const before = text.slice(Math.max(0, d.index - 140), d.index), sentence = before.slice(before.lastIndexOf('. ') + 1)
      return d.day !== null && d.day < part.meeting! && daysBetween(d.day, part.meeting!) < longest && later.test(sentence) && !past.test(sentence)
    }).map((d): Fault => ({ at, found: d.text, expected: `a day after ${printDay(part.meeting!)}`, message: `"${brief(text.slice(Math.max(0, text.lastIndexOf(' ', d.index - 40) + 1), d.index + d.text.length), 90)}" lies before the meeting of ${printDay(part.meeting!)}, though it can only come after it. Correct the date.` })))
  })),
})
