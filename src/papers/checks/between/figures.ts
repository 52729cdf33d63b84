import { equalQuantities, parseQuantity } from '../../../kit/quantity.ts'
import { plainWords } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'

/** A figure of a period that is over, which a later paper must not change without a word. */
type Settled = { readonly what: string; readonly heading: string; readonly text: string; readonly value: string; readonly source: Source }

const over = /\b(actual|result|prior year|last year|approved|original)\b/i
const dated = /\b(20\d\d|Q[1-4]|quarter)\b|\d\d\/\d\d/i
const open = /\b(forecast|projection|projected|outturn forecast|variance|current|revised|remaining|target|year to date|ytd)\b/i
const isSettled = (heading: string): boolean => over.test(heading) && dated.test(heading) && !open.test(heading)

const money = (paper: CheckedPaper): Settled[] => paper.recognised.tables.flatMap((t) => (t.kind !== 'money' ? [] : t.rows.flatMap((row) => Object.entries(row.figures)
  .filter(([heading, f]) => f.value !== null && row.label !== '' && isSettled(heading))
  .map(([heading, f]) => ({ what: `${plainWords(t.columns[0] ?? '')} ${plainWords(row.label)} ${t.unit ?? ''}`, heading, text: f.text, value: f.value!, source: f.source })))))

const measures = (paper: CheckedPaper): Settled[] => paper.recognised.tables.flatMap((t) => {
  const heading = t.kind === 'measures' ? t.columns.slice(1).find((c) => /actual|result|outturn/i.test(c) && dated.test(c)) : undefined
  return t.kind !== 'measures' || heading === undefined ? [] : t.rows.flatMap((row) => {
    const value = row.previous?.replace(/[^\d.,-]/g, '') ?? ''
    return row.name && row.previous && parseQuantity(value) ? [{ what: plainWords(row.name), heading, text: row.previous, value: value.replaceAll(',', ''), source: row.source }] : []
  })
})
const settled = (paper: CheckedPaper): Settled[] => [...money(paper), ...measures(paper)]
const keyOf = (s: Settled): string => `${s.what} | ${plainWords(s.heading)}`

export const restated: Check = defineCheck({
  code: 'between.restated', title: 'Figures that were reported differently before', level: 'warning',
  about: 'With an earlier paper to hold it against: a figure of a period that is over (last year\'s actual, the approved budget) has another value than was reported then. Say why it was restated, or correct it.',
  right: [], wrong: [],
  find: (paper) => {
    const before = new Map(paper.against.flatMap(settled).map((s) => [keyOf(s), s]))
    return settled(paper).flatMap((now): Fault[] => {
      const then = before.get(keyOf(now))
      const [a, b] = [parseQuantity(now.value), then ? parseQuantity(then.value) : null]
      return then && a && b && !equalQuantities(a, b) ? [{ at: now.source, found: now.text, expected: then.text, message: `${now.heading} of "${now.what.trim()}" is ${now.text}; the earlier paper has ${then.text}. Say why it was restated, or correct it.` }] : []
    })
  },
})
