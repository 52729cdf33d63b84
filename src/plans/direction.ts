import { compareQuantities } from '../kit/quantity.ts'
import type { Amount } from './figures.ts'

export type Verdict = 'easier' | 'harder' | null

const lessIsBetter = /\b(reduc\w*|decreas\w*|lower\w*|cut|cutting|fewer|minimis\w*|shorten\w*|drop|fall|down|limit\w*|less than|no more than|not more than|at most|maximum|below|under|up to|within|not exceed\w*)\b/g
const moreIsBetter = /\b(increas\w*|rais\w*|grow\w*|expand\w*|improv\w*|at least|minimum|more than|over|exceed\w*|above|deliver\w*|support\w*|creat\w*|build\w*|complet\w*|recruit\w*|engag\w*|mobilis\w*|install\w*|provid\w*|purchas\w*|sign up|sell|agree the sale|open\w*|train\w*|achiev\w*|plant\w*|award\w*|launch\w*|establish\w*|publish\w*|reach\w*|enrol\w*|secur\w*|invest\w*|sav\w*|ensur\w*|repair\w*|resurfac\w*|visit\w*|inspect\w*|hold|holds|run|runs|offer\w*|register\w*|includ\w*|refurbish\w*|attract\w*|generat\w*|undertak\w*|conduct\w*|host\w*|approv\w*|review\w*|identif\w*|appoint\w*|bring|develop\w*|issu\w*|answer\w*|respond\w*|process\w*|resolv\w*|collect\w*|recycl\w*|satisf\w*|attend\w*|plan)\b/g
/** What nobody wants more of: without a verb that says so, the way a figure should go can't be told. */
const unwelcome = /\b(absence|sickness|vacanc\w+|turnover|complaint\w*|debt|arrears|emission\w*|re-?referral\w*|waiting|backlog|caseload\w*|crime\w*|cost\w*|void\w*|admission\w*|delay\w*|collision\w*|casualt\w*|overspend|budget|spend|rate of|unemploy\w*|eviction\w*|landfill)\b/

const last = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].at(-1)?.index ?? -1

/** Whether more of an amount is harder to meet, from the words before it; null where they don't say. */
const moreIsHarder = (a: Amount, whole: string): boolean | null => {
  if (a.kind === 'times a year') return true
  if (a.kind === 'days') return /\b(within|in|under|less than|no more than|reduc\w*|to)\b[^.]{0,40}$/.test(a.before) ? false : null
  const [less, more] = [last(a.before, lessIsBetter), last(a.before, moreIsBetter)]
  if (less > more) return /\bby( (?:at least|up to|around|about|over|a further))?( £)? ?$/.test(a.before) ? true : /\bup to (?:£ ?)?$/.test(a.before) ? !/\b(reduc|decreas|cut|limit)/.test(a.before) : false
  if (/\bby( (?:at least|a further|over|around))? ?$/.test(a.before) && more >= 0) return true
  const after = whole.slice(a.before.length)
  if (unwelcome.test(`${a.before.slice(-60)} ${after.slice(0, 60)}`)) return null
  return more >= 0 || (less < 0 && last(after, moreIsBetter) >= 0 && !/\b(?:reduc|decreas|fewer|lower)/.test(after)) ? true : null
}

/** Whether going from one amount to another makes the promise easier or harder to meet. */
export const judgeAmount = (before: Amount, after: Amount, wholeBefore: string, wholeAfter: string): Verdict => {
  const [was, now] = [moreIsHarder(before, wholeBefore), moreIsHarder(after, wholeAfter)]
  if (was === null || was !== now) return null
  const change = compareQuantities(after.value, before.value)
  return change === 0 ? null : (change > 0) === was ? 'harder' : 'easier'
}

/** Whether an amount is something to be met, so that leaving it out makes the promise easier. */
export const isTarget = (a: Amount, whole: string): boolean => moreIsHarder(a, whole) !== null
