import type { Check } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import type { Line } from '../pack/lines.ts'
import { packOf } from '../pack/pack.ts'

type Slip = { readonly line: Line; readonly said: string; /** The same digits as they may stand elsewhere. */ readonly meant: readonly string[]; readonly why: string }

/** "£130.279", a thousandth of a penny short of sense; its stop is meant for a comma. */
const stop = /£(\d{1,3})\.(\d{3})(?![\d,.]*\d|\s?(?:k|m|bn|million|billion|thousand)\b)/gi
/** "£5,987m": thousands of millions. */
const twice = /£(\d{1,3},\d{3})\s?(?:m|million)\b/gi
const slipsIn = (line: Line): Slip[] => line.style === 'row' || !line.text.includes('£') ? [] : [
  ...[...line.text.matchAll(stop)].map((m): Slip => ({ line, said: m[0], meant: [`£${m[1]},${m[2]}`], why: 'pounds have no third decimal' })),
  ...[...line.text.matchAll(twice)].map((m): Slip => ({ line, said: m[0], meant: [`£${m[1]},000`, `£${m[1]!.replace(',', '.')}m`, `£${m[1]!.replace(',', '.')} million`], why: 'as printed it is a thousand times as much' })),
]
const stands = (lines: readonly Line[], words: string): boolean => lines.some((l) => { const at = l.text.indexOf(words); return at >= 0 && !/^(?:\d|[,.]\d)/.test(l.text.slice(at + words.length)) })

export const thousandfold: Check = defineCheck({
  code: 'wording.thousandfold', title: 'An amount a thousand times too large or small', level: 'error',
  about: 'The same digits stand twice in the paper, once with a stop for a comma ("£130.279" for "£130,279") or with thousands and millions both ("£5,987m" for "£5,987,000"). Correct the one that makes no sense.',
  right: ['The budget is £130,279. It was £128.279m in 2019, and fuel costs £1.279 a litre.', 'The gap is £5,987,000 of a programme of £6,112m.'],
  wrong: ['The budget is £130,279.\n\nA budget of £130.279 is needed.', 'The gap is £5,987,000, and a gap of £5,987m is large.'],
  find: (paper) => {
    const { lines } = packOf(paper)
    return lines.flatMap(slipsIn).flatMap(({ line, said, meant, why }): Fault[] => {
      const other = meant.find((words) => stands(lines, words))
      return other === undefined ? [] : [{ at: line, found: said, expected: other, fault: said, message: `${said} should be ${other}, as elsewhere in the paper: ${why}.` }]
    })
  },
})
