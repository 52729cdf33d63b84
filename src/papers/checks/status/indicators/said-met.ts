import type { Check } from '../../check.ts'
import { defineCheck, type Fault } from '../../define.ts'
import { packOf } from '../../pack/pack.ts'
import { linesWith } from '../../pack/words.ts'
import type { Line } from '../../pack/lines.ts'

const unit = String.raw`\s?(%|per ?cent|(?:working |calendar )?(?:minutes|hours|days|weeks|months))?`
const number = String.raw`(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)`
/** "18 working days against a standard of 15". */
const comparison = new RegExp(String.raw`(?<![£\d.,/])${number}${unit}(?!\w)[^.;]{0,40}?\b(?:against|compared (?:with|to)) (?:a |the |our |its |an? \w+ )(target|standard|limit|maximum|benchmark)\s?(?:time |level |figure |rate )?(?:of |is |was )?(?:no more than |at least |under |within )?${number}${unit}`, 'i')
const verdict = /\b(?:target|standard|limit|it|this|which|maximum|benchmark) (?:was|is|has been|were|have been)?\s?(?:therefore |just |easily |again |thus )?(met|kept|achieved|missed|not met|not achieved|exceeded|breached|beaten)\b/i
const passed = (word: string): boolean => /^(?:met|kept|achieved|beaten)$/i.test(word)
const timed = /minute|hour|day|week|month/i
const rather = /\b(?:miss\w*|sickness|absence|vacan\w+|turnover|complaints?|arrears|void|refus\w*|error|residual|emission\w*|late|overdue)\b/i

const value = (text: string): number => Number(text.replaceAll(',', ''))
/** "The standard was therefore met by one point." speaks of the sentence before it. */
const ofTheLast = /^(?:The|This|That) (?:target|standard|limit|maximum|benchmark) (?:was|is|has been)\b/
const faultIn = (line: Line): Fault[] => line.text.split(/(?<=[.;])\s+(?=[A-Z])/).flatMap((sentence, i, all): Fault[] => {
  const m = comparison.exec(sentence)
  const next = all[i + 1] ?? ''
  const said = m ? verdict.exec(sentence.slice(m.index + m[0].length)) ?? (ofTheLast.test(next) ? verdict.exec(next) : null) : null
  if (!m || !said) return []
  const [actual, target] = [value(m[1]!), value(m[4]!)]
  const isLow = timed.test(m[2] ?? m[5] ?? '') || /limit|maximum/i.test(m[3]!)
  const isHigh = !isLow && /%|cent/i.test(m[2] ?? m[5] ?? '') && !rather.test(sentence.slice(0, m.index))
  const word = said[1]!
  // "Exceeded" praises where more is better and blames where less is.
  if (isLow === isHigh || actual === target || /exceeded/i.test(word) && isHigh && actual > target) return []
  const isMet = isLow ? actual < target : actual > target
  const saysMet = /exceeded/i.test(word) ? isHigh : passed(word)
  return isMet === saysMet ? [] : [{ at: line, found: said[0], message: `"${m[0]}" is said here, and that ${said[0].trim()}. ${m[1]} ${isMet ? 'keeps to' : 'does not keep to'} ${m[4]}. Correct the figures or the words.` }]
})

/** "9,412 of 9,906 (95.0%) were paid in time, below the target of 95%": a share and on which side of the target it is said to be. */
const beside = new RegExp(String.raw`(?:(\d[\d,]*) (?:out )?of (?:the |its |our )?(\d[\d,]*)[^.;()%]{0,40}\()?(?<![\d.])(\d{1,3}(?:\.\d+)?)%(?:[^.;%]|\.\d){0,60}?\b(above|below|over|under|exceeding|short of) (?:the |its |our |a )?(?:\w+ )?target (?:of |\()(\d{1,3}(?:\.\d+)?)%`, 'i')
const upward = /^(?:above|over|exceeding)$/i
const besideTarget = (line: Line): Fault[] => {
  const m = beside.exec(line.text)
  if (!m || /\bpoints?\b/i.test(m[0])) return []
  const exact = m[1] ? (value(m[1]) / value(m[2]!)) * 100 : null
  // The share as printed may be rounded; the two counts tell.
  const [actual, target] = [exact !== null && Math.abs(exact - value(m[3]!)) < 0.5 ? exact : value(m[3]!), value(m[5]!)]
  const isAbove = actual > target
  if (isAbove === upward.test(m[4]!) || (actual === target && exact === null)) return []
  return [{ at: line, found: `${m[4]!} the target`, message: `"${m[3]}%" is said to be ${m[4]!} the target of ${m[5]}%, but it is ${isAbove ? 'above' : actual === target ? 'just on' : 'below'} it. Correct the figures or the word.` }]
}

export const saidMet: Check = defineCheck({
  code: 'status.said-met', title: 'A target that is said to be met and is not', level: 'warning',
  about: 'A sentence compares a figure with a target, a standard or a limit ("18 days against a standard of 15") and says that it was met or missed, and the figures say otherwise. Correct the figures or the words.',
  right: ['Benefit claims took 13 working days against a standard of 15, so the standard was met.', 'Recycling came to 48% against a target of 50%, so the target was missed.', 'Recycling came to 48% against a contract standard of 50%. The standard was therefore missed by two points.', '9,412 of 9,906 bills (95.0%) were paid in time, above the target of 95%.', 'The rate fell to 42.1%, which is 4.9 percentage points below the target of 47%.'],
  wrong: ['Benefit claims took 19 working days against a standard of 15, so the standard was met.', 'Recycling came to 52% against a target of 50%, so the target was missed.', 'Recycling came to 48% against a contract standard of 50%. The standard was therefore met by two points.', '9,412 of 9,906 bills (95.0%) were paid in time, below the target of 95%.', 'The rate fell to 42.1%, which is above the target of 47%.'],
  find: (paper) => linesWith(packOf(paper).lines, (w) => w === 'against' || w === 'compared').filter((l) => l.style !== 'row' && /\b(?:target|standard|limit|maximum|benchmark)\b/i.test(l.text)).flatMap(faultIn).concat(linesWith(packOf(paper).lines, (w) => w === 'target').filter((l) => l.style !== 'row' && l.text.includes('%')).flatMap(besideTarget)),
})
