import { dayOf, daysBetween, weekdayOf, type Day } from '../../../kit/day.ts'
import { saidDates, weekdayFits } from '../dates/said.ts'
import type { Line } from './lines.ts'
import { signaturesIn } from './signatures.ts'

const label = /^(?:[^\s/]+ \/ )?(?:date(?: of (?:the )?(?:meeting|committee|decision|cabinet|council|executive|board|report))?|meeting(?: date| and date| held on)?|on|for (?:the )?meeting (?:on|of)|decision date)\s*:?$/i
const body = /\b(cabinet|committee|executive|council|board|panel|forum|assembly|authority|commission|senedd|trustees|governors)\b/i
const earlier = /\b(arising|matters|actions?|from|approved|agreed|adopted|minutes|previous|last|background|published|period|position|listed|since|until|effective|plan|strategy|act)\b/i
const time = String.raw`(?:[,\s]*(?:at\s+)?\d{1,2}(?:[.:]\d\d)?\s*(?:am|pm|noon)?)?\.?$`
const endsWithTime = new RegExp(`^${time}`, 'i')

const signedBefore = (day: Day, lines: readonly Line[]): boolean => signaturesIn(lines).some((s) => s.day !== null && s.day <= day && daysBetween(s.day, day) < 120)
/** The first day of a text. Where its weekday doesn't fit, the day (or the same day of a year in which it fits) shortly before which somebody signed. */
export const soundDay = (text: string, lines: readonly Line[]): Day | null => {
  const said = saidDates(text).find((d) => d.day !== null)
  if (!said || weekdayFits(said)) return said?.day ?? null
  const others = [-1, 1].flatMap((years) => dayOf(said.year! + years, said.month!, said.date!) ?? []).filter((day) => weekdayOf(day) === said.weekday)
  return [said.day!, ...others].find((day) => signedBefore(day, lines)) ?? null
}

/** "Committee: Audit Committee   Date of meeting: 3 June 2025", two labels on one line. */
const inLine = /\s(?:date of (?:the )?(?:meeting|decision)|meeting date|date)\s*:\s*(.{6,60})$/i

/** "Date of meeting" beside a date, "Housing Committee" beside one, or "Date: Tuesday ..." in one cell. */
const labelled = (line: Line, lines: readonly Line[]): Day | null => {
  const within = line.text.length < 200 ? inLine.exec(line.text) : null
  if (within) return soundDay(within[1]!, lines)
  const [first = '', ...rest] = line.cells.filter(Boolean)
  const colon = rest.length > 0 ? null : /^([^:]{2,40}):\s*(.+)$/s.exec(first)
  const [name, value] = colon ? [colon[1]!, colon[2]!] : [first, rest.join(' ')]
  return value !== '' && (label.test(name) || (!colon && rest.length === 1 && body.test(name) && !earlier.test(name))) ? soundDay(value, lines) : null
}

/** "Policy Committee, Thursday 11 December 2025", or a line that is a date with its weekday ("Held on Thursday") and nothing else. */
const titled = (line: Line, lines: readonly Line[]): Day | null => {
  if (line.style === 'row' || line.text.length > 120) return null
  const said = saidDates(line.text)
  const [only] = said
  if (said.length !== 1 || !only?.day || !endsWithTime.test(line.text.slice(only.index + only.text.length))) return null
  const before = line.text.slice(0, only.index)
  return (/^(?:held on )?$/i.test(before) && only.weekday !== null) || (body.test(before) && (put.test(before) || !earlier.test(before))) ? soundDay(line.text, lines) : null
}

/** "To be approved by the Joint Committee on Tuesday 24 June 2025". */
const put = /^(?:to be|for) (?:approv|consider|decid|decision|adopt|agree|present|submi|debate|discuss)\w*\b.*\b(?:on|of)\s*$/i

const header = 16
/** The day of the meeting that a paper without a report's header is written for, where its first lines say one. */
export const meetingDayIn = (lines: readonly Line[]): Day | null => {
  const head = lines.slice(0, header)
  return head.map((l) => labelled(l, lines)).find((d) => d !== null) ?? head.map((l) => titled(l, lines)).find((d) => d !== null) ?? null
}
