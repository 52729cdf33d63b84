import { monthName } from '../../../kit/day.ts'
import { daysOf, financialYear, parsePeriod, printPeriod } from '../../../kit/period.ts'
import { likeness, plainWords, profileOf } from '../../../kit/words.ts'
import type { Check } from '../check.ts'
import { saidDates } from '../dates/said.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { threshold } from '../settings.ts'
import { keyOf, keyWord, namesIn } from './key.ts'
import { dueOf, keepsStatuses, nameOf, standing, statusRows, usesRemarks, type StatusRow } from './rows.ts'

const table = (...rows: readonly string[]): string =>
  `Quarter 1 2024/25 update\n\nObjectives\tThis year we will\tKey milestones\tRAG\tRemarks\nBetter roads\tRepair roads\tSurvey every road\tGreen\tThe survey of the north has begun.\n${rows.join('\n')}\n\tBuild bridges\tAppoint a builder\tGreen\tTenders are out for the first bridge.\n\tOpen paths\tClear six paths\tAmber\tTwo of six paths are clear so far.\n`

export const noStatus: Check = defineCheck({
  code: 'status.none', title: 'Rows without a status', level: 'warning',
  about: 'A row of an update with no status, where the others have one. Give it a status; until then every count leaves it out or counts it as not met.',
  right: [table('\tMend signs\tMend all signs\tBlue\tAll signs were mended in May.')],
  wrong: [table('\tMend signs\tMend all signs\t\tAll signs were mended in May.')],
  find: (paper) => statusRows(paper).filter(({ row, table: t }) => (row.status ?? '') === '' && keepsStatuses(t)).map(({ row }) => ({ at: row.source, found: 'no status', message: `"${brief(nameOf(row))}" has no status. Give it one.` })),
})

export const completedSilent: Check = defineCheck({
  code: 'status.completed-silent', title: 'Completed with nothing said', level: 'warning',
  about: 'A row is marked as completed, but its remark is empty, so nobody can see what was done or when. Say what was delivered and in which quarter.',
  right: [table('\tMend signs\tMend all signs\tBlue\tAll signs were mended in May.')],
  wrong: [table('\tMend signs\tMend all signs\tBlue\t')],
  find: (paper) => statusRows(paper).filter(({ row, kind, table: t }) => kind === 'complete' && row.remark === '' && usesRemarks(t)).map(({ row }) => ({ at: row.source, found: row.status!, message: `"${brief(nameOf(row))}" is ${standing(row, 'completed')}, but nothing is said of it. Say what was done and when.` })),
})

/** Where a remark is the custom: seven rows in ten have one. */
const nearlyAllSay = (t: StatusRow['table']): boolean => t.rows.filter((r) => (r.remark ?? '') !== '').length * 10 >= t.rows.length * 7 && t.rows.length >= 4
export const onTrackSilent: Check = defineCheck({
  code: 'status.on-track-silent', title: 'On track with nothing said', level: 'note',
  about: 'A row is marked as on track, but its remark is empty where the others have one, so nobody can see on what that rests. Say in a sentence how far it has come.',
  right: [table('\tMend signs\tMend all signs\tGreen\tHalf of them are mended.')],
  wrong: [table('\tMend signs\tMend all signs\tGreen\t')],
  find: (paper) => statusRows(paper).filter(({ row, kind, table: t }) => kind === 'on track' && row.remark === '' && nearlyAllSay(t)).map(({ row }) => ({ at: row.source, found: row.status!, message: `"${brief(nameOf(row))}" is ${standing(row, 'on track')}, but nothing is said of it. Say how far it has come.` })),
})

const firstSentence = (text: string): string => text.split(/[.;,]\s/)[0]!
const late = /\b(has been delayed|been delayed|is delayed|was delayed|are delayed|delayed|delays? (to|in|with|has|have|due)|slipp(ed|age|ing)|slips? (to|into|by|until)|behind (schedule|programme|plan|target)|re-?schedul(e|ed|ing)|postponed|overdue|(will|was|were|has|have) not (be |been )?(met|achieved|delivered|completed)|no longer (achievable|deliverable)|at risk|on hold|paused|funding gap|unable to|failed to)\b/i
const stillOpen = /\b(on (target|track|course)|in progress|still (in progress|under way|ongoing|to be)|work (is |remains )?(ongoing|under ?way|continuing)|not (to proceed|proceeding|yet|been completed|completed|complete)|yet to (be|start|begin)|delayed|awaiting|(?:is |are |still )?awaited|to be (completed|finalised|agreed|confirmed|launched)|due to (be )?(complete|completed|start|begin|launch)|will be (completed|finalised|launched|delivered|published) (in|by|on|later)|outstanding)\b/i
const doneToo = /^(this (is|was) )?(complete|completed|achieved|delivered|done|finished)\b/i
/** Weaker words, which a remark on something finished may use of what comes next: they tell only where the remark names nothing as done. */
const notDone = /\b(not (yet |been )*(open(ed)?|begun|started|agreed|approved|adopted|published|signed|launched|held|built|installed|recruited|appointed|delivered|received|submitted|live)|not yet|no \w+ yet|put back( to)?|still (being \w+|to|awaiting|waiting|under|in|at|with|out|needs?)|(currently|now) being \w+|being (drafted|finalised|prepared|developed|written|reviewed|procured)|in draft|draft (is )?(out|being|under|with)|(has|have|was|were|been) (deferred|postponed|pushed back|put off)|(now )?(expected|anticipated|scheduled|planned) (in|by|for|to)|no (start|opening|completion) date|to be \w+ed|waiting (for|on)|further \w+ (is|are) needed)\b/i
export const anyDone = /\b(?!(?:delay|deferr|plann|expect|need|requir|schedul|propos|anticipat|draft|involv|revis|postpon|resourc|seed|speed|shar|limit|complicat|continu)ed\b)[a-z]{2,}ed\b|\b(open|in place|live|held|met|done|built|let|(?:put|set) up|paid|won|begun|out|all|sent|set)\b/i
const undoneWords = (remark: string): string | undefined => {
  const m = notDone.exec(remark)
  return m && !anyDone.test(remark.replace(m[0], ' ')) ? m[0] : undefined
}
/** The words by which a remark says that something is not finished. */
export const notYet = (remark: string): string | undefined => stillOpen.exec(remark)?.[0] ?? undoneWords(remark)
/** What a remark says first is of the milestone itself; what follows may be of the next thing. */
const beginsDone = (remark: string): boolean => {
  const first = firstSentence(remark)
  return doneToo.test(remark) || (first.length < remark.length && anyDone.test(first) && !stillOpen.test(first) && !notDone.test(first) && !late.test(first))
}
export const completedContradicted: Check = defineCheck({
  code: 'status.completed-contradicted', title: 'Completed, but the remark says otherwise', level: 'warning',
  about: 'A row is marked as completed while its remark says "on target", "in progress", "awaiting" or "not to proceed". Correct the status or the remark.',
  right: [table('\tMend signs\tMend all signs\tBlue\tCompleted in Quarter 1.'), table('\tMend signs\tMend all signs\tBlue\tSigns put up in May; a second batch is expected in May.')],
  wrong: [table('\tMend signs\tMend all signs\tBlue\tOn target, half of the signs are mended.'), table('\tMend signs\tMend all signs\tBlue\tThe order is still being prepared')],
  find: (paper) => statusRows(paper).flatMap(({ row, kind }): Fault[] => {
    const said = kind === 'complete' && row.remark && !beginsDone(row.remark) ? notYet(row.remark) : undefined
    return said ? [{ at: row.source, found: said, message: `"${brief(nameOf(row))}" is ${standing(row, 'completed')}, but its remark says "${said}". Correct the status or the remark.` }] : []
  }),
})

const denied = /\b(no|not|without|avoid|avoiding|prevent|any|minimise|reduce[sd]?|mitigate|earlier|previous|initial|recovered|recovers?)\s+(\w+\s+){0,2}$/i
/** What was late and is no more. */
const overcome = /^[^.;]{0,60}\b(?:absorbed|recovered|made up|resolved|overcome|rectified)\b/i
export const lateWords = (remark: string): string | null => {
  const m = late.exec(remark)
  return m && !denied.test(remark.slice(0, m.index)) && !overcome.test(remark.slice(m.index)) ? m[0] : null
}
export const onTrackLate: Check = defineCheck({
  code: 'status.on-track-late', title: 'On track, but the remark says it is late', level: 'warning',
  about: 'A row is marked as on track while its remark speaks of a delay, slippage or a risk. Correct the status, or say why it is on track all the same.',
  right: [table('\tMend signs\tMend all signs\tGreen\tHalf are mended, without any delay.'), table('\tMend signs\tMend all signs\tGreen\tDelays in April have been made up.')],
  wrong: [table('\tMend signs\tMend all signs\tGreen\tThe works were delayed by the weather.')],
  find: (paper) => statusRows(paper).flatMap(({ row, kind }): Fault[] => {
    const said = kind === 'on track' && row.remark ? lateWords(row.remark) : null
    return said ? [{ at: row.source, found: said, message: `"${brief(nameOf(row))}" is ${standing(row, 'on track')}, but its remark says "${said}". Correct the status, or say why it is on track all the same.` }] : []
  }),
})

export const onTrackPastYear: Check = defineCheck({
  code: 'status.on-track-past-year', title: 'On track for a date after the plan\'s year', level: 'warning',
  about: 'A row of a yearly plan is marked as on track while its remark names a date after the year has ended (31 March). It can\'t be met within the plan: correct the status, or have the milestone re-dated.',
  right: [table('\tMend signs\tMend all signs\tGreen\tThe last sign is due in February 2025.')],
  wrong: [table('\tMend signs\tMend all signs\tGreen\tThe last sign is due in September 2025.')],
  find: (paper) => statusRows(paper).flatMap(({ row, kind, table: t }): Fault[] => {
    const period = t.period === null ? null : parsePeriod(t.period)
    if (period === null || kind !== 'on track' || !row.remark || dueOf(row) !== null) return []
    const { to } = daysOf(financialYear(period))
    const after = saidDates(row.remark).find((d) => d.month !== null && d.year !== null && d.year < 2100 && `${d.year}-${String(d.month).padStart(2, '0')}` > to.slice(0, 7) && !/[/]\s?$/.test(row.remark!.slice(0, d.index)))
    return after ? [{ at: row.source, found: after.text, expected: `by ${monthName(Number(to.slice(5, 7)))} ${to.slice(0, 4)}`, message: `"${brief(nameOf(row))}" is ${standing(row, 'on track')} in the plan of ${printPeriod(financialYear(period))}, but its remark names ${after.text}, after the year has ended. Correct the status, or have it re-dated.` }] : []
  }),
})

const verbs: readonly (readonly [promise: RegExp, done: RegExp])[] = [
  [/^(?:agree|approve)\b|^(?:\w+ )?the (?:agreement|approval) of\b/i, /\b(?:agreed|approved)\b/i], [/^appoint\b|\bthe appointment of\b/i, /\bappointed\b/i], [/^(?:re-?)?launch\b|\bthe launch of\b/i, /\b(?:re-?)?launched\b/i],
  [/^publish\b|\bthe publication of\b/i, /\bpublished\b/i], [/^adopt\b|\bthe adoption of\b/i, /\badopted\b/i], [/^identify\b/i, /\bidentified\b/i], [/^secure\b/i, /\bsecured\b/i],
  [/^(?:establish|set up|create)\b|\bthe establishment of\b/i, /\b(?:established|set up|created)\b/i], [/^procure\b/i, /\bprocured\b/i], [/^install\b/i, /\binstalled\b/i], [/^recruit\b/i, /\brecruited\b/i], [/^award\b/i, /\bawarded\b/i],
  [/^complete\b|\bthe completion of\b/i, /\bcompleted\b/i], [/^sign\b/i, /\bsigned\b/i], [/^(?:re-?)?open\b|\bthe opening of\b/i, /\b(?:re-?)?opened\b/i], [/^(?:hold|host|recommence|restart)\b/i, /\bheld\b/i], [/^submit\b/i, /\bsubmitted\b/i],
  [/^implement\b/i, /\b(?:implemented|in place)\b/i], [/^introduce\b/i, /\b(?:introduced|in place)\b/i], [/^issue\b/i, /\bissued\b/i],
]
const doneSaid = /^(?:this (?:is|was|has been) )?(?:now )?(?:complete[d]?|achieved|delivered|finished|done)\b(?! (?:\d|in part|partly|to date|so far|with))|^all (?:the )?(?:[\w'-]+ ){1,4}(?:have been |has been |are |were |is |was |now )*(?:installed|completed?|delivered|built|opened|open|live|in place|recruited|appointed|trained|replaced|upgraded|repaired|let|signed|planted|done|finished|in use)\b/i
const undone = /\b(will|to be|being|due|once|when|yet|drafting|awaiting|continues?|currently|almost|nearly|planned|partly|further|some|number of)\b/i
const numbered = /\b\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty)\b/i
/** The words by which the remark of a row on track says that what it promises is done. */
export const doneWords = (row: StatusRow['row'], kind: StatusRow['kind']): string | undefined => {
  const first = firstSentence(row.remark ?? '')
  if (kind !== 'on track' || first === '' || undone.test(first)) return undefined
  // A milestone that promises a number is done when its number is reached, which is another rule.
  const done = numbered.test(row.milestone ?? '') && numbered.test(first) ? undefined : verbs.find(([promise]) => promise.test(row.milestone ?? ''))?.[1]
  return doneSaid.exec(first)?.[0] ?? done?.exec(first)?.[0]
}
export const onTrackDone: Check = defineCheck({
  code: 'status.on-track-done', title: 'On track, though the remark says it is done', level: 'note',
  about: 'A row is marked as on track while its remark says that just what was promised has been done. If so, mark it as completed, so that the headline gives the credit.',
  right: [table('\tMend signs\tAppoint a painter\tGreen\tInterviews are in May.')],
  wrong: [table('\tMend signs\tAppoint a painter\tGreen\tA painter was appointed in May.'), table('\tMend signs\tMend all signs\tGreen\tCompleted in May.')],
  find: (paper) => statusRows(paper).flatMap(({ row, kind }): Fault[] => {
    const said = doneWords(row, kind)
    return said ? [{ at: row.source, found: said, message: `"${brief(nameOf(row))}" is ${standing(row, 'on track')}, but its remark says "${said}". If it is done, mark it as completed.`, ...(row.remark!.startsWith(said) ? { level: 'warning' as const } : {}) }] : []
  }),
})

const begun = /\b(?:(?:has |have |was |were |already )?(?:started|begun|commenced)|under ?way|in progress|on site|complete[d]?|well advanced|half[- ]way|held|published|launched|opened|installed|appointed|circulated)\b/i
const notBegun = /\b(?:not|n['’]t|never|yet|to be|until|once|when|after|before|will|due|unless|if|subject|previous|last year|other|should|can|could|expected|planned|scheduled)\b/i
export const notStartedBegun: Check = defineCheck({
  code: 'status.not-started-begun', title: 'Not started, but the remark says it has', level: 'warning',
  about: 'A row is marked as not started or not due, while its remark says that work has started or is under way. Correct the status or the remark.',
  right: [table('\tMend signs\tMend all signs\tGrey\tTo be started when the frost is over.')],
  wrong: [table('\tMend signs\tMend all signs\tGrey\tPainting has started in the north.')],
  find: (paper) => statusRows(paper).flatMap(({ row, kind }): Fault[] => {
    const said = kind === 'not due' && row.remark ? row.remark.split(/[.;]\s/).filter((part) => !notBegun.test(part)).map((part) => begun.exec(part)?.[0]).find((words) => words !== undefined) : undefined
    return said ? [{ at: row.source, found: said, message: `"${brief(nameOf(row))}" is ${standing(row, 'not due')}, but its remark says "${said}". Correct the status or the remark.` }] : []
  }),
})

const commonFigures = /\bq(?:uarter)?\s?[1-4]\b|\b(?:19|20)\d\d(?:\s?[/-]\s?\d\d)?|\b\d{1,2}(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)\w*/gi
/** A short remark with figures of its own ("31 of 36 contracts varied") is true of one row alone. */
const hasOwnFigures = (remark: string): boolean => remark.length >= 16 && /\d/.test(remark) && remark.replace(commonFigures, '').replace(/\D/g, '').length >= 3
const copiedPairs = (rows: readonly StatusRow[], letters: number): [StatusRow, StatusRow][] => {
  const long = rows.filter(({ row, kind }) => ((row.remark ?? '').length >= letters || hasOwnFigures(row.remark ?? '')) && kind !== 'paused' && kind !== 'discontinued' && kind !== 'not due')
  const seen = new Map<string, StatusRow>()
  const pairs: [StatusRow, StatusRow][] = []
  for (const r of long) {
    const start = plainWords(r.row.remark!).slice(0, letters - 5)
    const before = seen.get(start)
    if (before && likeness(profileOf(before.row.remark!), profileOf(r.row.remark!)) > 0.9) pairs.push([before, r])
    else seen.set(start, r)
  }
  return pairs
}
export const copiedRemark: Check = defineCheck({
  code: 'status.copied-remark', title: 'The same remark on two rows', level: 'warning',
  about: 'A remark of some length (the threshold `copiedRemarkLetters`), or a shorter one with figures, stands on two rows in the same words: one of the two was most likely copied and not yet rewritten. Say what is true of each.',
  right: [table('\tMend signs\tMend all signs\tGreen\tThe works in the north of the county have begun.', '\tPaint signs\tPaint all signs\tGreen\tThe works in the south of the county begin in May.')],
  wrong: [table('\tMend signs\tMend all signs\tGreen\tThe works in the north of the county have begun.', '\tPaint signs\tPaint all signs\tGreen\tThe works in the north of the county have begun.'), table('\tMend signs\tMend all signs\tGreen\t31 of 36 are mended.', '\tPaint signs\tPaint all signs\tGreen\t31 of 36 are mended.')],
  find: (paper) => copiedPairs(statusRows(paper), threshold(paper.settings, 'copiedRemarkLetters')).map(([first, second]) => ({
    at: second.row.source, also: [first.row.source], found: brief(second.row.remark!, 60), fault: plainWords(second.row.remark!),
    message: `"${brief(nameOf(second.row), 60)}" has the same remark as "${brief(nameOf(first.row), 60)}". Say what is true of each.`,
  })),
})

/** What a table of counts often leaves out. */
const uncounted = /^(?:not (?:yet )?(?:due|started|applicable|begun)|n\/a|gr[ea]y|paused|on hold|closed|cancelled|withdrawn|deferred)$/
export const outsideLegend: Check = defineCheck({
  code: 'status.outside-legend', title: 'A status that the key does not have', level: 'error',
  about: 'The key of the table lists the statuses; a row uses another. Use one of the key, or explain it there.',
  right: [`${table('\tMend signs\tMend all signs\tBlue\tAll mended in May.')}\nKey\nGreen - On target\tAmber - At risk\tBlue - Completed\n`],
  wrong: [`${table('\tMend signs\tMend all signs\tPurple\tWaiting for the spring.')}\nKey\nGreen - On target\tAmber - At risk\tBlue - Completed\n`],
  find: (paper) => [...new Set(statusRows(paper).map((r) => r.table))].flatMap((t) => {
    const { entries, at, counted } = keyOf(paper, t)
    const names = namesIn(entries)
    const stray = t.rows.filter((r) => /\p{L}/u.test(r.status ?? '') && !names.has(keyWord(r.status!)) && !(counted && uncounted.test(plainWords(r.status!))))
    if (names.size === 0 || stray.length * 2 > t.rows.length) return []
    return stray.map((row): Fault => ({ at: row.source, also: at ? [at] : [], found: row.status!, expected: entries.map((l) => l.name).join(', '), message: `"${brief(nameOf(row))}" has the status "${row.status}", which the key does not have. Use one of the key, or explain it there.` }))
  }),
})
