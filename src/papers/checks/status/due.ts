import { printDay } from '../../../kit/day.ts'
import { plainWords } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { saidDates } from '../dates/said.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { dueBy } from './action-rows.ts'
import { knowsUntil } from './as-of.ts'
import { dueOf, nameOf, statusRows, type StatusRow } from './rows.ts'
import { doneWords, lateWords } from './words.ts'

const table = (...rows: readonly string[]): string =>
  `Improvement plan: progress\n\nThe position at 30 September 2025 is given.\n\nAction\tLead\tDue\tStatus\tComment\nSurvey every road\tHead of Roads\t31 March 2026\tOn track\tThe survey of the north has begun\n${rows.join('\n')}\nBuild two bridges\tHead of Roads\t30 June 2026\tOn track\tTenders are out for the first bridge\nClear six paths\tHead of Parks\t31 May 2025\tComplete\tAll six were cleared in May\n`

const openWords = /^(?:open|ongoing|on-?going|in progress|not started|not yet started|started|under ?way|underway|live|to do|outstanding|active|current|progressing)$/i
const isOpen = ({ row, kind }: StatusRow): boolean => kind === 'on track' || (kind === 'not due' && !/not (yet )?due/i.test(row.status ?? '')) || openWords.test(plainWords(row.status ?? ''))
const said = (row: StatusRow): string => dueOf(row.row) ?? ''

export const pastDue: Check = defineCheck({
  code: 'status.past-due', title: 'Still open after its date', level: 'warning',
  about: 'A row is open, on track or not started, and its date had passed on the day that the paper speaks from. Mark it as overdue or late, mark it as done, or say the new date.',
  right: [table('Mend all signs\tHead of Roads\t31 October 2025\tOn track\tHalf of them are mended')],
  wrong: [table('Mend all signs\tHead of Roads\t31 August 2025\tOn track\tHalf of them are mended')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const due = said(r) === '' || !isOpen(r) || doneWords(r.row, r.kind) !== undefined ? null : dueBy(said(r))
    const until = due === null ? null : knowsUntil(paper, r)
    if (due === null || until === null || due >= until) return []
    return [{ at: r.row.source, found: `${r.row.status}, due ${said(r)}`, message: `"${brief(nameOf(r.row), 70)}" was due ${said(r)}, before ${printDay(until)}, and is still "${r.row.status}". Say that it is late and until when, or that it is done.` }]
  }),
})

export const overdueEarly: Check = defineCheck({
  code: 'status.overdue-early', title: 'Overdue before its date', level: 'warning',
  about: 'A row is marked as overdue, and its date is later than the day that the paper speaks from. Correct the status or the date.',
  right: [table('Mend all signs\tHead of Roads\t31 August 2025\tOverdue\tHalf of them are mended')],
  wrong: [table('Mend all signs\tHead of Roads\t30 November 2025\tOverdue\tHalf of them are mended')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const due = /^(?:overdue|missed|past due)$/.test(plainWords(r.row.status ?? '')) ? dueBy(said(r)) : null
    const until = due === null ? null : knowsUntil(paper, r)
    return due !== null && until !== null && due > until ? [{ at: r.row.source, found: `${r.row.status}, due ${said(r)}`, message: `"${brief(nameOf(r.row), 70)}" is "${r.row.status}", but it is due ${said(r)}, after ${printDay(until)}. Correct the status or the date.` }] : []
  }),
})

const ahead = /\b(?:expected|due|complet\w*|open\w*|start\w*|launch\w*|finish\w*|deliver\w*|publish\w*|adopt\w*|live|now|delay\w*|slip\w*|put back|moved|revised|re-?dated|until|forecast|planned|scheduled|begin\w*|ready|end|decision|approv\w*|award\w*|hand\w*|receiv\w*|sign(?:ed)?|agreed|held|issu\w*|submi\w*|let|sent)\b[^.;]{0,40}$/i
const onTime = /^on (?:time|schedule|course|plan|target)$/i
export const onTrackPastDue: Check = defineCheck({
  code: 'status.on-track-past-due', title: 'On track for a later date than its own', level: 'warning',
  about: 'A row is marked as on track, and its remark expects it after the date in its own column. Correct the status, or have it re-dated.',
  right: [table('Mend all signs\tHead of Roads\tNovember 2025\tOn track\tHalf are mended; the last is expected in November 2025')],
  wrong: [table('Mend all signs\tHead of Roads\tNovember 2025\tOn track\tHalf are mended; the last is now expected in February 2026')],
  find: (paper) => statusRows(paper).flatMap((r): Fault[] => {
    const due = (r.kind === 'on track' || onTime.test(r.row.status ?? '')) && said(r) !== '' && r.row.remark && lateWords(r.row.remark) === null ? dueBy(said(r)) : null
    if (due === null) return []
    const later = saidDates(r.row.remark!).find((d) => d.month !== null && d.month <= 12 && d.year !== null && d.year < 2100 && (d.day ?? `${d.year}-${String(d.month).padStart(2, '0')}-01`) > due && ahead.test(r.row.remark!.slice(0, d.index)))
    return later ? [{ at: r.row.source, found: later.text, expected: `by ${said(r)}`, message: `"${brief(nameOf(r.row), 70)}" is "${r.row.status}" for ${said(r)}, but its remark says ${later.text}. Correct the status, or have it re-dated.` }] : []
  }),
})
