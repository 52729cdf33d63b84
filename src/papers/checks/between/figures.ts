import type { Day } from '../../../kit/day.ts'
import { daysOf, quarterOf, yearOf } from '../../../kit/period.ts'
import { equalQuantities, parseQuantity } from '../../../kit/quantity.ts'
import { plainWords } from '../../../kit/words.ts'
import type { Source } from '../../../kit/source.ts'
import type { Check, CheckedPaper } from '../check.ts'
import { defineCheck, type Fault } from '../define.ts'
import { packOf } from '../pack/pack.ts'
import { columnsOf } from '../status/indicators/columns.ts'
import { grids } from '../status/indicators/grid.ts'
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

const span = /\b(?:20)?(\d\d)\s?[/–-]\s?(?:20)?(\d\d)\b/
/** The last day of the quarter or year that heads a column; null where the heading says none. */
const endsOn = (heading: string): Day | null => {
  const year = span.exec(heading)
  if (year === null || (Number(year[1]) + 1) % 100 !== Number(year[2])) return null
  const start = 2000 + Number(year[1]), quarter = /\bq(?:uarter|tr)?\.?\s?([1-4])\b/i.exec(heading)?.[1]
  return daysOf(quarter === undefined ? yearOf(start) : quarterOf(start, Number(quarter) as 1 | 2 | 3 | 4)).to
}
const promised = /\b(?:budget|plan|planned|estimate|proposed|limit|saving|allocation|programme|expected|trajectory|profile)\b/i
/** Columns of tables under the name of a quarter or year that is over on the day of the paper: "Q2 2024/25". */
const periods = (paper: CheckedPaper): Settled[] => {
  const { meeting } = packOf(paper)
  return meeting === null ? [] : grids(paper).flatMap((grid) => grid.heads.flatMap((heading, i): Settled[] => {
    const end = open.test(heading) || promised.test(heading) ? null : endsOn(heading)
    if (end === null || end >= meeting) return []
    const name = columnsOf(grid).name
    const words = grid.rows.map((r) => plainWords(r[name]!.text))
    return grid.rows.flatMap((row, n): Settled[] => {
      const value = row[i]!.text.replace(/[^\d.,-]/g, '')
      return words[n]!.length < 4 || words.indexOf(words[n]!) !== words.lastIndexOf(words[n]!) || parseQuantity(value) === null || name === i ? [] : [{ what: words[n]!, heading, text: row[i]!.text, value: value.replaceAll(',', ''), source: row[i]!.source }]
    })
  }))
}
/** One figure is told once, however the table that it stands in was read. */
const settled = (paper: CheckedPaper): Settled[] => {
  const sure = [...money(paper), ...measures(paper)]
  const places = new Set(sure.map((s) => `${s.source.page}/${s.source.line}/${s.text}`))
  return [...sure, ...periods(paper).filter((s) => !places.has(`${s.source.page}/${s.source.line}/${s.text}`))]
}
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
    if (paper.against.length === 0) return []
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
