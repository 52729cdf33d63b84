import { equalQuantities, parseQuantity } from '../../../kit/quantity.ts'
import { plainWords } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { earlierName } from './earlier.ts'

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

/** Figures that can't be compared are no difference. */
const isSame = (a: Settled, b: Settled): boolean => {
  const [left, right] = [parseQuantity(a.value), parseQuantity(b.value)]
  return left === null || right === null || equalQuantities(left, right)
}

export const restated: Check = defineCheck({
  code: 'between.restated', title: 'Figures that were reported differently before', level: 'warning',
  about: 'With an earlier paper to hold it against: a figure of a period that is over (last year\'s actual, the approved budget) has another value than was reported then. Say why it was restated, or correct it.',
  right: [], wrong: [],
  find: (paper) => {
    const before = paper.against.map((earlier) => ({ name: earlierName(paper, earlier), figures: new Map(settled(earlier).map((s) => [keyOf(s), s])) }))
    return settled(paper).flatMap((now): Fault[] => {
      const then = before.flatMap(({ name, figures }) => { const figure = figures.get(keyOf(now)); return figure ? [{ name, figure }] : [] })
      const first = then[0]
      // What one of the earlier papers has as well was restated there, and is not this paper's to explain.
      if (first === undefined || then.some(({ figure }) => isSame(now, figure))) return []
      return [{ at: now.source, found: now.text, expected: first.figure.text, message: `${now.heading} of "${now.what.trim()}" is ${now.text}; ${then.map(({ name, figure }) => `${name} has ${figure.text}`).join(', ')}. Say why it was restated, or correct it.` }]
    })
  },
})
