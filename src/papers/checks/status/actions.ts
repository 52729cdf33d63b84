import { printDay } from '../../../kit/day.ts'
import { plainWords, similarity } from '../../../kit/words.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { saidDates } from '../dates/said.ts'
import { brief, defineCheck, type Fault } from '../define.ts'
import { gather } from '../pack/gather.ts'
import { anyDone } from './words.ts'
import { actionTables, dueBy, speaksOn, type Action, type ActionTable } from './action-rows.ts'

const meeting = 'Title of report:\tPlan\nMeeting:\tCabinet\nMeeting date:\tThursday 26 September 2024\nPurpose\n\nTo agree the plan.\n\nBackground papers\n\nNone\n\n'
const table = (...rows: readonly string[]): string => `${meeting}Action plan\n\nActions we will take\tLead\tTimescale\tProgress\n${rows.join('\n')}\n`
const bare = (...rows: readonly string[]): string => `${meeting}Action plan\n\nActions we will take\tLead\tTimescale\n${rows.join('\n')}\n`

const underWay = /\b(?:being \w+|under ?way|in progress|to be \w+|in draft|not (?:yet )?(?:started|begun)|still \w+|awaiting|work(?:ing)? on)\b/i
/** Nothing is said of an action, or in few words only that it goes on. */
const isUnfinished = (progress: string): boolean => progress === '' || (progress.length < 120 && progress.split(' ').length > 3 && underWay.test(progress) && !anyDone.test(progress.replace(underWay, ' ')))
type Late = { readonly table: ActionTable; readonly action: Action }
const overdueIn = (paper: CheckedPaper): Late[] => actionTables(paper).flatMap((t) => {
  const today = speaksOn(paper, t.part)
  return today === null ? [] : t.actions.filter((a) => a.whole && isUnfinished(a.progress ?? '') && (dueBy(a.due) ?? today) < today).map((action) => ({ table: t, action }))
})
const dayOfPaper = (paper: CheckedPaper, t: ActionTable): string => printDay(speaksOn(paper, t.part)!)

export const overdue: Check = defineCheck({
  code: 'dates.overdue', title: 'Actions that were due and are not said to be done', level: 'warning',
  about: 'An action was due before the meeting, and the paper does not say what became of it. Say whether it is done. Where the table has no column for that at all, the actions are told together.',
  right: [table('Repair the road to the school\tHead of Roads\tJuly 2024\tDone in June'), bare('Repair the road to the school\tHead of Roads\tDec 2024')],
  wrong: [table('Repair the road to the school\tHead of Roads\tJuly 2024\t'), table('Repair the road to the school\tHead of Roads\tJuly 2024\tPlan being drawn up'), bare('Repair the road to the school\tHead of Roads\tAug 24')],
  find: (paper) => overdueIn(paper).map(({ table: t, action }): Fault => (action.progress === null ? {
    at: action.dueCell.source, found: action.due, fault: `no column ${t.part?.title ?? ''}`,
    message: `"${brief(action.action.text, 60)}" was due ${action.due}, before ${dayOfPaper(paper, t)}, and the plan has no column that says what became of its actions. Add one, or re-date what is not done.`,
  } : {
    at: action.dueCell.source, found: action.due, message: `"${brief(action.action.text, 60)}" was due ${action.due}, before ${dayOfPaper(paper, t)}, and ${action.progress === '' ? 'nothing is said of it' : `its progress is only "${brief(action.progress, 60)}"`}. Say whether it is done.`,
  })),
})

const dateless = ({ actions }: ActionTable): Action[] => actions.filter((a, i) => {
  const next = actions[i + 1]
  const dated = next !== undefined && !/^\d/.test(next.action.text) && next.lead === '' && next.due !== ''
  return a.whole && (a.due === '' || /^\d{1,2}$/.test(a.due)) && /^[^a-z]/.test(a.lead ?? a.progress ?? '') && !dated
})
const mostly = ({ actions }: ActionTable, has: (a: Action) => boolean): boolean => { const whole = actions.filter((a) => a.whole); return whole.filter(has).length * 3 >= whole.length * 2 }

export const noDate: Check = defineCheck({
  code: 'completeness.action-date', title: 'Actions without a date', level: 'warning',
  about: 'An action has someone to do it but no date, where the others of its table have one. Put the date.',
  right: [bare('Repair the road\tHead of Roads\tDec 2024', 'Build a bridge\tHead of Roads\tMay 2025', 'Paint the signs\tHead of Roads\tMay 2025')],
  wrong: [bare('Repair the road\tHead of Roads\tDec 2024', 'Build a bridge\tHead of Roads\tMay 2025', 'Paint the signs\tHead of Roads\t', 'Mow the verges\tHead of Parks\tMay 2025')],
  find: (paper) => actionTables(paper).filter((t) => mostly(t, (a) => a.due !== '')).flatMap((t) => dateless(t).map((a): Fault => ({ at: a.action.source, found: a.due || 'no date', message: `"${brief(a.action.text, 70)}"${a.lead ? ` (${brief(a.lead, 40)})` : ''} has ${a.due === '' ? 'no date' : `only "${a.due}" for a date`}. Put one.` }))),
})

export const noLead: Check = defineCheck({
  code: 'completeness.action-lead', title: 'Actions without anyone to do them', level: 'warning',
  about: 'An action has a date but nobody to do it, where the others of its table have someone. Name a post.',
  right: [bare('Repair the road\tHead of Roads\tDec 2024', 'Build a bridge\tHead of Roads\tMay 2025', 'Paint the signs\tHead of Roads\tMay 2025')],
  wrong: [bare('Repair the road\tHead of Roads\tDec 2024', 'Build a bridge\tHead of Roads\tMay 2025', 'Paint the signs\t\tMay 2025', 'Mow the verges\tHead of Parks\tMay 2025')],
  find: (paper) => actionTables(paper).filter((t) => mostly(t, (a) => a.lead !== '')).flatMap((t) => t.actions.filter((a) => a.whole && a.lead === '' && a.due !== '' && saidDates(a.due).length < 3 && !/^[-–•a-z]/.test(a.action.text)).map((a): Fault => ({ at: a.action.source, found: 'nobody', message: `"${brief(a.action.text, 70)}" is due ${a.due}, but nobody is named. Name a post.` }))),
})

/** How many of the first words two texts share. */
const sharedStart = (a: string, b: string): number => {
  const [x, y] = [plainWords(a).split(' '), plainWords(b).split(' ')]
  const differ = x.findIndex((word, i) => word !== y[i])
  return differ < 0 ? x.length : differ
}
const enoughWords = 12
const isOne = (a: string, b: string): boolean => sharedStart(a, b) >= enoughWords || similarity(a, b) > 0.85

const copies = (paper: CheckedPaper): Fault[] => {
  const all = actionTables(paper).flatMap((t) => t.actions.filter((a) => a.whole && a.action.text.length >= 60).map((action) => ({ action, start: action.action.text.toLowerCase().replace(/[^a-z]/g, '').slice(0, 18) })))
  const seen = new Map<string, (typeof all)[number][]>()
  return all.flatMap((a): Fault[] => {
    const before = seen.get(a.start)?.find((b) => isOne(a.action.action.text, b.action.action.text))
    gather(seen, a.start, a)
    if (!before || (before.action.lead === a.action.lead && before.action.due === a.action.due)) return []
    return [{ at: a.action.action.source, also: [before.action.action.source], found: `${a.action.lead}, ${a.action.due}`, expected: `${before.action.lead}, ${before.action.due}`, message: `"${brief(a.action.action.text, 60)}" stands twice: here for ${a.action.lead || 'nobody'} by ${a.action.due || 'no date'}, before for ${before.action.lead || 'nobody'} by ${before.action.due || 'no date'}. Keep one, or say how they differ.` }]
  })
}
const long = 'Complete the survey of all bridges of the county together with the parishes and their clerks'
export const copiedAction: Check = defineCheck({
  code: 'status.copied-action', title: 'One action for two people', level: 'warning',
  about: 'The same action, or one that begins with the same dozen words, stands twice in a plan, with other people or other dates. Keep one, or say how they differ.',
  right: [bare(`${long}\tHead of Roads\tDec 2024`, 'Repair the road to the school before the winter\tHead of Roads\tDec 2024')],
  wrong: [bare(`${long}\tHead of Roads\tDec 2024`, `${long}\tHead of Parks\tMay 2025`), bare(`${long}\tHead of Roads\tDec 2024`, `${long}, so that none is left out when the winter comes\tHead of Parks\tMay 2025`)],
  find: copies,
})
